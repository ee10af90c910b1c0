// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "aftercare/setupwatch.h"
#include "api/komboclient.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QSignalSpy>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;
using std::chrono::milliseconds;
using End = SetupWatch::End;

namespace {

QByteArray details(const QByteArray &setupStatus, const QByteArray &status = "ACTIVE")
{
    return R"({"status":"success","data":{"id":"hibob:1","tool":{"id":"hibob","label":"HiBob"},
        "category":"HRIS","status":")"
        + status + R"(","setup_status":")" + setupStatus
        + R"(","end_user":{"organization_name":"Northwind Ltd"}}})";
}

QByteArray refusal(const QByteArray &code)
{
    return R"({"status":"error","error":{"code":")" + code
        + R"(","title":"No","message":"no","log_url":null}})";
}

// As often as the loop allows, for as long as a test may take.
WatchPace quick()
{
    return {{{1min, 1ms}}};
}

class Stage : public QObject {
public:
    explicit Stage(const WatchPace &pace = quick())
        : client(std::make_shared<KomboClient>(
            test::accessTo(server), KomboClient::Deadlines{}, test::quickly()))
        , care(std::make_unique<IntegrationCare>(client, u"hibob:1"_s))
        , watch(*care, pace)
    {
        server.setHandler([this](const Request &) { return answer; });
        connect(&watch, &SetupWatch::setupChanged, this,
            [this](const SetupState &from, const SetupState &to) {
                log.append(u"%1/%2 to %3/%4"_s.arg(
                    from.status, from.setupStatus, to.status, to.setupStatus));
            });
    }

    // Knows the state, is shown, and watches.
    bool begin()
    {
        care->refresh();
        if (!QTest::qWaitFor([this] { return !care->isBusy(); }))
            return false;
        watch.setShown(true);
        watch.start();
        return true;
    }

    qsizetype readings() const { return server.requests().size(); }

    ScriptedServer server;
    Response answer = Response::json(details("INCOMPLETE"));
    std::shared_ptr<KomboClient> client;
    std::unique_ptr<IntegrationCare> care;
    SetupWatch watch;
    QStringList log;
};

} // namespace

Q_DECLARE_METATYPE(desk::test::Response)

class SetupWatchTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void growsSlower_data();
    void growsSlower();
    void tellsWhatChanged();
    void endsWhenTheSetupIsComplete();
    void doesNotBeginWhenItIsCompleteAlready();
    void sendsOneRequestAtATime();
    void readsNothingWhileHidden();
    void countsFromTheLastAnswer();
    void stops();
    void endsWhenTheTimeIsUp();
    void tellsItsPace();
    void goesOnOrEndsAfterAnError_data();
    void goesOnOrEndsAfterAnError();
    void endsWithADeletion();
    void outlivesItsCare();
    void canBeDestroyedWhileItTells();
};

void SetupWatchTest::growsSlower_data()
{
    QTest::addColumn<milliseconds>("elapsed");
    QTest::addColumn<milliseconds>("interval");
    const milliseconds nothing(0);
    QTest::newRow("at once") << milliseconds(0ms) << milliseconds(30s);
    QTest::newRow("before five minutes") << milliseconds(5min - 1ms) << milliseconds(30s);
    QTest::newRow("after five minutes") << milliseconds(5min) << milliseconds(60s);
    QTest::newRow("before twenty minutes") << milliseconds(20min - 1ms) << milliseconds(60s);
    QTest::newRow("after twenty minutes") << milliseconds(20min) << milliseconds(120s);
    QTest::newRow("before an hour") << milliseconds(60min - 1ms) << milliseconds(120s);
    QTest::newRow("after an hour") << milliseconds(60min) << nothing;
    QTest::newRow("the day after") << milliseconds(24h) << nothing;
}

void SetupWatchTest::growsSlower()
{
    QFETCH(milliseconds, elapsed);
    QFETCH(milliseconds, interval);
    QVERIFY(WatchPace::gentle().intervalAfter(elapsed).value_or(0ms) == interval);
}

void SetupWatchTest::tellsWhatChanged()
{
    Stage stage;
    QVERIFY(stage.begin());
    QTRY_VERIFY(stage.readings() > 3);
    QCOMPARE(stage.log, QStringList());
    stage.answer = Response::json(details("INCOMPLETE", "INVALID"));
    QTRY_COMPARE(stage.log, QStringList{u"ACTIVE/INCOMPLETE to INVALID/INCOMPLETE"_s});
    stage.answer = Response::json(details("FINAL_SYNC_PENDING", "ACTIVE"));
    QTRY_COMPARE(stage.log.size(), 2);
    QCOMPARE(stage.log.last(), u"INVALID/INCOMPLETE to ACTIVE/FINAL_SYNC_PENDING"_s);
}

void SetupWatchTest::endsWhenTheSetupIsComplete()
{
    Stage stage;
    stage.answer = Response::json(details("FINAL_SYNC_PENDING"));
    QVERIFY(stage.begin());
    QVERIFY(stage.watch.isActive());
    stage.answer = Response::json(details("COMPLETED"));
    QTRY_COMPARE(stage.watch.end(), End::Complete);
    QVERIFY(!stage.watch.isActive());
    QCOMPARE(stage.log, QStringList{u"ACTIVE/FINAL_SYNC_PENDING to ACTIVE/COMPLETED"_s});
    const qsizetype before = stage.readings();
    // Somebody else reads on; that is no news of the watch any more.
    stage.answer = Response::json(details("INCOMPLETE"));
    stage.care->refresh();
    QTRY_VERIFY(!stage.care->isBusy());
    QCOMPARE(stage.readings(), before + 1);
    QCOMPARE(stage.log.size(), 1);
}

void SetupWatchTest::doesNotBeginWhenItIsCompleteAlready()
{
    Stage stage;
    stage.answer = Response::json(details("COMPLETED"));
    QVERIFY(stage.begin());
    QVERIFY(!stage.watch.isActive());
    QCOMPARE(stage.watch.end(), End::Complete);
    QCOMPARE(stage.watch.interval(), 0ms);
}

void SetupWatchTest::sendsOneRequestAtATime()
{
    Stage stage;
    QVERIFY(stage.begin());
    int stalled = 0;
    stage.server.setHandler([&stalled](const Request &) {
        ++stalled;
        return Response::stall();
    });
    QTRY_COMPARE(stalled, 1);
    // The pause passes many times over, and there are reasons to look again.
    QSignalSpy changed(stage.care.get(), &IntegrationCare::changed);
    QVERIFY(!changed.wait(50));
    stage.watch.setShown(false);
    stage.watch.setShown(true);
    stage.watch.start();
    QVERIFY(!changed.wait(20));
    QCOMPARE(stalled, 1);
}

void SetupWatchTest::readsNothingWhileHidden()
{
    Stage stage;
    stage.care->refresh();
    QTRY_VERIFY(!stage.care->isBusy());
    stage.watch.start();
    QVERIFY(stage.watch.isActive());
    QSignalSpy changed(stage.care.get(), &IntegrationCare::changed);
    QVERIFY(!changed.wait(30));
    QCOMPARE(stage.readings(), 1);

    stage.watch.setShown(true);
    QTRY_VERIFY(stage.readings() > 2);
    stage.watch.setShown(false);
    QTRY_VERIFY(!stage.care->isBusy());
    const qsizetype before = stage.readings();
    changed.clear();
    QVERIFY(!changed.wait(30));
    QCOMPARE(stage.readings(), before);
    QVERIFY(stage.watch.isActive());
}

void SetupWatchTest::countsFromTheLastAnswer()
{
    Stage stage({{{1min, 300ms}}});
    QVERIFY(stage.begin());
    QElapsedTimer sinceAnswer;
    for (int i = 0; i < 3; ++i) {
        stage.care->refresh(); // somebody presses Refresh
        QTRY_VERIFY(!stage.care->isBusy());
        sinceAnswer.start();
    }
    QCOMPARE(stage.readings(), 4);
    QTRY_COMPARE(stage.readings(), 5);
    QVERIFY2(sinceAnswer.elapsed() >= 270, qPrintable(QString::number(sinceAnswer.elapsed())));
}

void SetupWatchTest::stops()
{
    Stage stage;
    QVERIFY(stage.begin());
    QTRY_VERIFY(stage.readings() > 2);
    stage.watch.stop();
    QCOMPARE(stage.watch.end(), End::Stopped);
    QTRY_VERIFY(!stage.care->isBusy());
    const qsizetype before = stage.readings();
    stage.watch.setShown(false);
    stage.watch.setShown(true);
    QSignalSpy changed(stage.care.get(), &IntegrationCare::changed);
    QVERIFY(!changed.wait(30));
    QCOMPARE(stage.readings(), before);

    stage.watch.start();
    QCOMPARE(stage.watch.end(), End::NotEnded);
    QTRY_VERIFY(stage.readings() > before + 1);
}

void SetupWatchTest::endsWhenTheTimeIsUp()
{
    Stage stage({{{40ms, 5ms}}});
    QVERIFY(stage.begin());
    QTRY_COMPARE(stage.watch.end(), End::TimeIsUp);
    QVERIFY(!stage.watch.isActive());
    QVERIFY(stage.readings() >= 2);
}

void SetupWatchTest::tellsItsPace()
{
    Stage stage({{{30ms, 5ms}, {10min, 7ms}}});
    QVERIFY(stage.begin());
    QCOMPARE(stage.watch.interval(), 5ms);
    QSignalSpy changed(&stage.watch, &SetupWatch::changed);
    QTRY_COMPARE(stage.watch.interval(), 7ms);
    QCOMPARE(changed.count(), 1);
}

void SetupWatchTest::goesOnOrEndsAfterAnError_data()
{
    QTest::addColumn<Response>("answer");
    QTest::addColumn<End>("end");
    const auto error = [](const QByteArray &code, int status) {
        return Response::json(refusal(code)).withStatus(status);
    };
    QTest::newRow("a failure of the server")
        << error("PLATFORM.UNKNOWN_ERROR", 500) << End::NotEnded;
    QTest::newRow("nonsense") << Response::html("<h1>hello</h1>") << End::NotEnded;
    QTest::newRow("a key that was revoked")
        << error("PLATFORM.AUTHENTICATION_INVALID", 401) << End::Refused;
    QTest::newRow("a network that may not")
        << error("PLATFORM.IP_NOT_WHITELISTED", 403) << End::Refused;
    QTest::newRow("an integration that is gone")
        << error("PLATFORM.INTEGRATION_NOT_FOUND", 404) << End::Gone;
}

void SetupWatchTest::goesOnOrEndsAfterAnError()
{
    QFETCH(Response, answer);
    QFETCH(End, end);
    Stage stage;
    QVERIFY(stage.begin());
    stage.answer = answer;
    QSignalSpy failed(stage.care.get(), &IntegrationCare::actionFailed);
    QTRY_VERIFY(failed.count() > (end == End::NotEnded ? 2 : 0));
    QCOMPARE(stage.watch.end(), end);
    if (end != End::NotEnded)
        return;
    stage.answer = Response::json(details("COMPLETED"));
    QTRY_COMPARE(stage.watch.end(), End::Complete);
    QCOMPARE(stage.log, QStringList{u"ACTIVE/INCOMPLETE to ACTIVE/COMPLETED"_s});
}

void SetupWatchTest::endsWithADeletion()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.server.setHandler([&stage](const Request &request) {
        return request.method == "DELETE" ? Response::json(R"({"status":"success","data":{}})")
                                          : stage.answer;
    });
    stage.care->remove();
    QTRY_COMPARE(stage.watch.end(), End::Gone);
}

void SetupWatchTest::outlivesItsCare()
{
    Stage stage;
    QVERIFY(stage.begin());
    stage.care.reset();
    QCOMPARE(stage.watch.end(), End::Gone);
    stage.watch.setShown(false);
    stage.watch.setShown(true);
    stage.watch.start();
    QVERIFY(!stage.watch.isActive());
}

void SetupWatchTest::canBeDestroyedWhileItTells()
{
    Stage stage;
    QVERIFY(stage.begin());
    auto watch = std::make_unique<SetupWatch>(*stage.care, quick());
    watch->setShown(true);
    watch->start();
    connect(watch.get(), &SetupWatch::setupChanged, &stage, [&watch] { watch.reset(); });
    stage.answer = Response::json(details("COMPLETED"));
    QTRY_VERIFY(!watch);
    QTRY_COMPARE(stage.watch.end(), End::Complete);
}

QTEST_GUILESS_MAIN(SetupWatchTest)
#include "tst_setupwatch.moc"
