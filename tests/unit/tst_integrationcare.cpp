// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "aftercare/integrationcare.h"
#include "api/komboclient.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QMetaEnum>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;
using Action = IntegrationCare::Action;
using Presence = IntegrationCare::Presence;

namespace {

QByteArray details(const QByteArray &status = "ACTIVE", const QByteArray &id = "hibob:1")
{
    return R"({"status":"success","data":{"id":")" + id
        + R"(","tool":{"id":"hibob","label":"HiBob"},"category":"HRIS","status":")" + status
        + R"(","setup_status":"COMPLETED","end_user":{"organization_name":"Northwind Ltd"}}})";
}

QByteArray refusal(const QByteArray &code)
{
    return R"({"status":"error","error":{"code":")" + code
        + R"(","title":"No","message":"no","log_url":null}})";
}

constexpr auto done = R"({"status":"success","data":{}})";
constexpr auto startedSync =
    R"({"status":"success","data":{"already_queued":false,"sync_id":"s-1","type":"DELTA"}})";
constexpr auto queuedSync =
    R"({"status":"success","data":{"already_queued":true,"sync_id":"s-1","type":"FULL"}})";

QString nameOf(Action action)
{
    return QString::fromLatin1(QMetaEnum::fromType<Action>().valueToKey(static_cast<int>(action)));
}

// A server, a client, an integration, and what was told of it.
class Stage : public QObject {
public:
    Stage()
        : client(std::make_shared<KomboClient>(
            test::accessTo(server), KomboClient::Deadlines{}, test::quickly()))
        , care(std::make_unique<IntegrationCare>(client, u"hibob:1"_s))
    {
        server.setHandler([this](const Request &request) {
            if (request.method == "GET")
                return reading;
            if (request.method == "PUT")
                return enabling;
            return request.method == "DELETE" ? deleting : syncing;
        });
        connect(care.get(), &IntegrationCare::actionSucceeded, this,
            [this](Action action) { log.append(nameOf(action) + " done"_L1); });
        connect(care.get(), &IntegrationCare::actionFailed, this,
            [this](Action action, const ApiError &error) {
                log.append(u"%1 failed: %2"_s.arg(nameOf(action), test::nameOf(error.kind)));
            });
        connect(care.get(), &IntegrationCare::deleted, this, [this] { log.append(u"deleted"_s); });
        connect(care.get(), &IntegrationCare::waiting, this, [this] { ++waits; });
    }

    void start(Action action) const
    {
        switch (action) {
        case Action::Read:
            care->refresh();
            return;
        case Action::Pause:
            care->pause();
            return;
        case Action::Resume:
            care->resume();
            return;
        case Action::Sync:
            care->syncNow(SyncType::Delta);
            return;
        case Action::Delete:
            care->remove();
            return;
        }
    }

    qsizetype count(const QByteArray &method) const
    {
        const QList<Request> &all = server.requests();
        return std::count_if(all.cbegin(), all.cend(),
            [&method](const Request &request) { return request.method == method; });
    }

    bool rests() const { return !care->isBusy(); }

    ScriptedServer server;
    Response reading = Response::json(details());
    Response enabling = Response::json(done);
    Response syncing = Response::json(startedSync);
    Response deleting = Response::json(done);
    std::shared_ptr<KomboClient> client;
    std::unique_ptr<IntegrationCare> care;
    QStringList log;
    int waits = 0;
};

} // namespace

Q_DECLARE_METATYPE(desk::test::Response)

class IntegrationCareTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheApiSays();
    void sendsEachActionByItsCall_data();
    void sendsEachActionByItsCall();
    void joinsAReading();
    void neverRunsTwoAtOnce_data();
    void neverRunsTwoAtOnce();
    void readsAgainAfterAChange_data();
    void readsAgainAfterAChange();
    void readsOnceMoreWhenAReadingIsOlderThanAChange();
    void takesAQueuedSyncForASuccess();
    void keepsWhatItKnowsWhenReadingFails();
    void saysWhenItIsNotThere_data();
    void saysWhenItIsNotThere();
    void refusesTheDetailsOfAnother();
    void deletes();
    void deletesOnlyIfTheApiSaysThatItIsGone_data();
    void deletesOnlyIfTheApiSaysThatItIsGone();
    void countsDownWhileItWaits();
    void repeatsAsItWasAskedForLast();
    void canBeDestroyedAtAnyTime_data();
    void canBeDestroyedAtAnyTime();
    void leavesNoCallsBehind();
};

void IntegrationCareTest::readsWhatTheApiSays()
{
    Stage stage;
    QCOMPARE(stage.care->presence(), Presence::NotRead);
    QVERIFY(!stage.care->readAt().isValid());
    stage.care->refresh();
    QVERIFY(stage.care->isBusy(Action::Read));
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.care->presence(), Presence::Present);
    QCOMPARE(stage.care->details()->organization, u"Northwind Ltd"_s);
    QVERIFY(stage.care->readAt().secsTo(QDateTime::currentDateTimeUtc()) < 10);
    QCOMPARE(stage.log, QStringList{u"Read done"_s});
}

void IntegrationCareTest::sendsEachActionByItsCall_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("read") << Action::Read << QByteArray("GET /v1/integrations/hibob%3A1")
                          << QByteArray();
    QTest::newRow("pause") << Action::Pause << QByteArray("PUT /v1/integrations/hibob%3A1/enabled")
                           << QByteArray(R"({"value":false})");
    QTest::newRow("resume") << Action::Resume
                            << QByteArray("PUT /v1/integrations/hibob%3A1/enabled")
                            << QByteArray(R"({"value":true})");
    QTest::newRow("sync") << Action::Sync << QByteArray("POST /v1/force-sync")
                          << QByteArray(R"({"type":"DELTA"})");
    QTest::newRow("delete") << Action::Delete << QByteArray("DELETE /v1/integrations/hibob%3A1")
                            << QByteArray("{}");
}

void IntegrationCareTest::sendsEachActionByItsCall()
{
    QFETCH(Action, action);
    Stage stage;
    stage.start(action);
    QTRY_VERIFY(stage.rests());
    const Request &sent = stage.server.requests().constFirst();
    QTEST(sent.method + ' ' + sent.target, "request");
    QTEST(sent.body, "body");
    QVERIFY(stage.log.contains(nameOf(action) + " done"_L1));
}

void IntegrationCareTest::joinsAReading()
{
    Stage stage;
    stage.care->refresh();
    stage.care->refresh();
    QVERIFY(!stage.care->canStart(Action::Read));
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.server.requests().size(), 1);
    QCOMPARE(stage.log, QStringList{u"Read done"_s});
}

void IntegrationCareTest::neverRunsTwoAtOnce_data()
{
    QTest::addColumn<Action>("first");
    QTest::addColumn<Action>("second");
    QTest::addColumn<bool>("starts");
    const QList<Action> all{
        Action::Read, Action::Pause, Action::Resume, Action::Sync, Action::Delete};
    for (const Action action : all) {
        QTest::addRow("%s and the same", qPrintable(nameOf(action))) << action << action << false;
        if (action != Action::Delete)
            QTest::addRow("Delete and %s", qPrintable(nameOf(action)))
                << Action::Delete << action << false;
    }
    QTest::newRow("Pause and Resume") << Action::Pause << Action::Resume << false;
    QTest::newRow("Resume and Pause") << Action::Resume << Action::Pause << false;
    QTest::newRow("Pause and Delete") << Action::Pause << Action::Delete << false;
    QTest::newRow("Resume and Delete") << Action::Resume << Action::Delete << false;
    QTest::newRow("Pause and Sync") << Action::Pause << Action::Sync << true;
    QTest::newRow("Sync and Pause") << Action::Sync << Action::Pause << true;
    QTest::newRow("Sync and Delete") << Action::Sync << Action::Delete << true;
    QTest::newRow("Read and Pause") << Action::Read << Action::Pause << true;
    QTest::newRow("Pause and Read") << Action::Pause << Action::Read << true;
}

void IntegrationCareTest::neverRunsTwoAtOnce()
{
    QFETCH(Action, first);
    QFETCH(Action, second);
    QFETCH(bool, starts);
    Stage stage;
    stage.reading = stage.enabling = stage.syncing = stage.deleting = Response::stall();
    stage.start(first);
    QVERIFY(stage.care->isBusy(first));
    QCOMPARE(stage.care->canStart(second), starts);
    stage.start(second);
    if (first != second)
        QCOMPARE(stage.care->isBusy(second), starts);
    QTRY_COMPARE(stage.server.requests().size(), starts ? 2 : 1);
}

void IntegrationCareTest::readsAgainAfterAChange_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<Response>("answer");
    QTest::addColumn<int>("readings");
    const Response good = Response::json(done);
    QTest::newRow("paused") << Action::Pause << good << 1;
    QTest::newRow("resumed") << Action::Resume << good << 1;
    QTest::newRow("perhaps paused: the connection broke") << Action::Pause << Response::drop() << 1;
    QTest::newRow("perhaps resumed: no sensible answer")
        << Action::Resume << Response::html("<h1>hello</h1>") << 1;
    QTest::newRow("perhaps paused: it took too long")
        << Action::Pause << Response::json(refusal("PLATFORM.TASK_TIMED_OUT")).withStatus(504) << 1;
    QTest::newRow("surely not paused")
        << Action::Pause << Response::json(refusal("PLATFORM.INPUT_INVALID")).withStatus(400) << 0;
    QTest::newRow("a key that is not accepted")
        << Action::Pause
        << Response::json(refusal("PLATFORM.AUTHENTICATION_INVALID")).withStatus(401) << 0;
}

void IntegrationCareTest::readsAgainAfterAChange()
{
    QFETCH(Action, action);
    QFETCH(Response, answer);
    QFETCH(int, readings);
    Stage stage;
    stage.reading = Response::json(details("INACTIVE"));
    stage.enabling = answer;
    stage.start(action);
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.count("GET"), readings);
    QCOMPARE(stage.care->details().has_value(), readings == 1);
}

void IntegrationCareTest::readsOnceMoreWhenAReadingIsOlderThanAChange()
{
    Stage stage;
    stage.reading = Response::json(details("ACTIVE")).trickled(20, std::chrono::milliseconds(20));
    stage.care->refresh();
    stage.care->pause();
    QSignalSpy succeeded(stage.care.get(), &IntegrationCare::actionSucceeded);
    QVERIFY(succeeded.wait());
    QCOMPARE(stage.log, QStringList{u"Pause done"_s});
    QVERIFY(stage.care->isBusy(Action::Read));
    stage.reading = Response::json(details("INACTIVE"));
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.count("GET"), 2);
    QCOMPARE(stage.care->details()->status, u"INACTIVE"_s);
}

void IntegrationCareTest::takesAQueuedSyncForASuccess()
{
    Stage stage;
    stage.syncing = Response::json(queuedSync);
    stage.care->syncNow(SyncType::Full);
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.log, QStringList{u"Sync done"_s});
    QVERIFY(stage.care->lastSync()->wasQueuedAlready);
    QCOMPARE(stage.server.requests().constFirst().header("X-Integration-Id"), "hibob:1");
    QCOMPARE(stage.count("GET"), 0);
}

void IntegrationCareTest::keepsWhatItKnowsWhenReadingFails()
{
    Stage stage;
    stage.care->refresh();
    QTRY_VERIFY(stage.rests());
    const QDateTime readAt = stage.care->readAt();
    stage.reading = Response::json(refusal("PLATFORM.UNKNOWN_ERROR")).withStatus(500);
    stage.care->refresh();
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.care->presence(), Presence::Present);
    QVERIFY(stage.care->details().has_value());
    QCOMPARE(stage.care->readAt(), readAt);
    QCOMPARE(stage.care->error(Action::Read)->code, u"PLATFORM.UNKNOWN_ERROR"_s);
    QCOMPARE(stage.log.last(), u"Read failed: Server"_s);

    stage.reading = Response::json(details());
    stage.care->refresh();
    QVERIFY(!stage.care->error(Action::Read).has_value());
    QTRY_VERIFY(stage.rests());
    QVERIFY(!stage.care->error(Action::Read).has_value());
    QCOMPARE(stage.care->lastError()->code, u"PLATFORM.UNKNOWN_ERROR"_s);
}

void IntegrationCareTest::saysWhenItIsNotThere_data()
{
    QTest::addColumn<Action>("action");
    QTest::addColumn<Response>("answer");
    QTest::addColumn<Presence>("presence");
    const Response gone = Response::json(refusal("PLATFORM.INTEGRATION_NOT_FOUND")).withStatus(404);
    QTest::newRow("read") << Action::Read << gone << Presence::Missing;
    QTest::newRow("pause") << Action::Pause << gone << Presence::Missing;
    QTest::newRow("sync") << Action::Sync << gone << Presence::Missing;
    QTest::newRow("delete") << Action::Delete << gone << Presence::Missing;
    QTest::newRow("a 404 of something in between")
        << Action::Read << Response::html("<h1>Not here</h1>").withStatus(404) << Presence::NotRead;
}

void IntegrationCareTest::saysWhenItIsNotThere()
{
    QFETCH(Action, action);
    QFETCH(Response, answer);
    QFETCH(Presence, presence);
    Stage stage;
    stage.reading = stage.enabling = stage.syncing = stage.deleting = answer;
    stage.start(action);
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.care->presence(), presence);
    const bool isMissing = presence == Presence::Missing;
    for (const Action change : {Action::Pause, Action::Resume, Action::Sync, Action::Delete})
        QCOMPARE(stage.care->canStart(change), !isMissing);
    // It may have been the wrong moment; looking again is always possible.
    stage.reading = Response::json(details());
    stage.care->refresh();
    QTRY_COMPARE(stage.care->presence(), Presence::Present);
}

void IntegrationCareTest::refusesTheDetailsOfAnother()
{
    Stage stage;
    stage.reading = Response::json(details("ACTIVE", "hibob:2"));
    stage.care->refresh();
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.log, QStringList{u"Read failed: Protocol"_s});
    QVERIFY(!stage.care->details().has_value());
}

void IntegrationCareTest::deletes()
{
    Stage stage;
    stage.care->refresh();
    QTRY_VERIFY(stage.rests());
    stage.log.clear();
    stage.care->remove();
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.log, (QStringList{u"Delete done"_s, u"deleted"_s}));
    QCOMPARE(stage.care->presence(), Presence::Deleted);
    QVERIFY(stage.care->details().has_value());
    const qsizetype before = stage.server.requests().size();
    for (const Action action :
        {Action::Read, Action::Pause, Action::Resume, Action::Sync, Action::Delete}) {
        QVERIFY(!stage.care->canStart(action));
        stage.start(action);
    }
    QVERIFY(stage.rests());
    QCOMPARE(stage.server.requests().size(), before);
}

void IntegrationCareTest::deletesOnlyIfTheApiSaysThatItIsGone_data()
{
    QTest::addColumn<Response>("reading");
    QTest::addColumn<Presence>("presence");
    QTest::addColumn<QStringList>("log");
    QTest::newRow("it is gone")
        << Response::json(refusal("PLATFORM.INTEGRATION_NOT_FOUND")).withStatus(404)
        << Presence::Deleted << QStringList{u"Delete done"_s, u"deleted"_s};
    QTest::newRow("it is still there") << Response::json(details()) << Presence::NotRead
                                       << QStringList{u"Delete failed: Transport"_s};
    QTest::newRow("nobody knows")
        << Response::json(refusal("PLATFORM.UNKNOWN_ERROR")).withStatus(500) << Presence::NotRead
        << QStringList{u"Delete failed: Transport"_s};
}

void IntegrationCareTest::deletesOnlyIfTheApiSaysThatItIsGone()
{
    QFETCH(Response, reading);
    Stage stage;
    stage.deleting = Response::json(done).cutAfter(5);
    stage.reading = reading;
    stage.care->remove();
    QTRY_VERIFY(stage.rests());
    QTEST(stage.care->presence(), "presence");
    QTEST(stage.log, "log");
    QCOMPARE(stage.count("DELETE"), 1);
}

void IntegrationCareTest::countsDownWhileItWaits()
{
    Stage stage;
    stage.reading = Response::json("{}").withStatus(429).withHeader("Retry-After", "1");
    stage.care->refresh();
    QTRY_VERIFY(stage.waits > 0);
    QVERIFY(stage.care->isBusy(Action::Read));
    stage.reading = Response::json(details());
    QSignalSpy over(stage.care.get(), &IntegrationCare::waitIsOver);
    QTRY_VERIFY(stage.rests());
    QCOMPARE(over.count(), 1);
    QCOMPARE(stage.log, QStringList{u"Read done"_s});
}

void IntegrationCareTest::repeatsAsItWasAskedForLast()
{
    Stage stage;
    stage.syncing = Response::json(refusal("PLATFORM.UNKNOWN_ERROR")).withStatus(500);
    stage.care->syncNow(SyncType::Delta);
    QTRY_VERIFY(stage.rests());
    stage.care->repeat(Action::Sync);
    QTRY_VERIFY(stage.rests());
    QCOMPARE(stage.server.requests().constLast().body, R"({"type":"DELTA"})");
    QCOMPARE(stage.log.size(), 2);
}

void IntegrationCareTest::canBeDestroyedAtAnyTime_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<Action>("action");
    QTest::newRow("while it reads") << u"busy"_s << Action::Read;
    QTest::newRow("when it says that it begins") << u"changed"_s << Action::Read;
    QTest::newRow("when reading succeeded") << u"succeeded"_s << Action::Read;
    QTest::newRow("when pausing succeeded") << u"succeeded"_s << Action::Pause;
    QTest::newRow("when a sync was started") << u"succeeded"_s << Action::Sync;
    QTest::newRow("when it was deleted") << u"succeeded"_s << Action::Delete;
    QTest::newRow("when it says that it is deleted") << u"deleted"_s << Action::Delete;
    QTest::newRow("when an action failed") << u"failed"_s << Action::Resume;
}

void IntegrationCareTest::canBeDestroyedAtAnyTime()
{
    QFETCH(QString, when);
    QFETCH(Action, action);
    Stage stage;
    QPointer<IntegrationCare> alive(stage.care.get());
    const auto destroy = [&stage] { stage.care.reset(); };
    if (when == "succeeded"_L1)
        connect(alive, &IntegrationCare::actionSucceeded, &stage, destroy);
    else if (when == "failed"_L1)
        connect(alive, &IntegrationCare::actionFailed, &stage, destroy);
    else if (when == "deleted"_L1)
        connect(alive, &IntegrationCare::deleted, &stage, destroy);
    if (when == "failed"_L1)
        stage.enabling = Response::drop();
    if (when == "changed"_L1) {
        // Only the answer's: a caller that starts something must not lose it under its hands.
        connect(alive, &IntegrationCare::changed, &stage, [&stage, alive] {
            if (!alive->isBusy())
                stage.care.reset();
        });
    }
    stage.start(action);
    if (when == "busy"_L1)
        stage.care.reset();
    QTRY_VERIFY(!alive);
    // What was under way is gone with it, and the client goes on.
    ApiCall<IntegrationDetails> *call = stage.client->getIntegrationDetails(u"hibob:1"_s);
    QSignalSpy finished(call, &ApiCallBase::finished);
    QVERIFY(finished.wait());
}

void IntegrationCareTest::leavesNoCallsBehind()
{
    Stage stage;
    const auto calls = [&stage] { return stage.client->findChildren<ApiCallBase *>().size(); };
    for (int i = 0; i < 3; ++i) {
        stage.care->refresh();
        QTRY_VERIFY(stage.rests());
    }
    QTRY_COMPARE(calls(), 0);
}

QTEST_GUILESS_MAIN(IntegrationCareTest)
#include "tst_integrationcare.moc"
