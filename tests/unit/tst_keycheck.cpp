// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keys/keycheck.h"
#include "keys/keyverdict.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::Response;
using desk::test::ScriptedServer;

namespace {

constexpr auto accepted = R"({"status":"success","data":{"environment_id":"env_1"}})";

Response refusal(int status, const QByteArray &code)
{
    return Response::json(R"({"status":"error","error":{"code":")" + code
        + R"(","title":"No","message":"Nothing with sk-secret-4711 here","log_url":null}})")
        .withStatus(status);
}

} // namespace

class KeyCheckTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsTheEnvironment();
    void tellsWhyNot_data();
    void tellsWhyNot();
    void tellsThatNobodyAnswers();
    void tellsThatItTriesAgain();
    void aNewCheckCancelsTheOld();
    void aCancelledCheckSaysNothing();
    void startsAgainFromItsOwnSignals();

private:
    ApiAccess access(const QString &key) const
    {
        return {ProfileKind::Development, m_server->url(u"/v1"_s), Secret(key), {}};
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<KeyCheck> m_check;
    std::unique_ptr<QSignalSpy> m_accepted;
    std::unique_ptr<QSignalSpy> m_refused;
};

void KeyCheckTest::init()
{
    StrictTest::init();
    qRegisterMetaType<EnvironmentInfo>();
    m_server = std::make_unique<ScriptedServer>();
    Repetition quick;
    quick.policy.attempts = 2;
    quick.policy.firstDelay = 1ms;
    m_check = std::make_unique<KeyCheck>(KomboClient::Deadlines{2s, 300ms}, quick);
    m_accepted = std::make_unique<QSignalSpy>(m_check.get(), &KeyCheck::accepted);
    m_refused = std::make_unique<QSignalSpy>(m_check.get(), &KeyCheck::refused);
}

void KeyCheckTest::cleanup()
{
    m_check.reset();
    m_server.reset();
}

void KeyCheckTest::tellsTheEnvironment()
{
    m_server->enqueue(Response::json(accepted));
    m_check->start(access(u"sk-secret-4711"_s));
    QVERIFY(m_check->isRunning());
    QVERIFY(m_accepted->wait());
    QCOMPARE(m_accepted->at(0).at(0).value<EnvironmentInfo>().environmentId, u"env_1"_s);
    QVERIFY(!m_check->isRunning());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().at(0).target, "/v1/check-api-key");
    QCOMPARE(m_server->requests().at(0).header("Authorization"), "Bearer sk-secret-4711");
    QCOMPARE(m_refused->size(), 0);
}

void KeyCheckTest::tellsWhyNot_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<KeyVerdict>("verdict");

    QTest::newRow("a wrong key") << refusal(401, "PLATFORM.AUTHENTICATION_INVALID")
                                 << KeyVerdict::Wrong;
    QTest::newRow("a wrong key without a code")
        << Response::json("{}").withStatus(401) << KeyVerdict::Wrong;
    QTest::newRow("a network that may not")
        << refusal(403, "PLATFORM.IP_NOT_WHITELISTED") << KeyVerdict::NotFromHere;
    QTest::newRow("another refusal")
        << refusal(403, "PLATFORM.SOMETHING_ELSE") << KeyVerdict::NotKnown;
    QTest::newRow("trouble at the server")
        << refusal(500, "PLATFORM.UNKNOWN_ERROR") << KeyVerdict::NotKnown;
    QTest::newRow("no such address")
        << Response::json("{}").withStatus(404) << KeyVerdict::NotKnown;
    QTest::newRow("a page of somebody else")
        << Response::html("<html>Log in</html>") << KeyVerdict::NotKnown;
    QTest::newRow("a redirect") << Response::redirect(QUrl(u"https://example.com"_s))
                                << KeyVerdict::NotKnown;
    QTest::newRow("silence") << Response::stall() << KeyVerdict::NotKnown;
    QTest::newRow("a rate limit of an hour")
        << refusal(429, "PLATFORM.RATE_LIMIT_EXCEEDED").withHeader("Retry-After", "3600")
        << KeyVerdict::NotKnown;
}

void KeyCheckTest::tellsWhyNot()
{
    QFETCH(Response, response);
    QFETCH(KeyVerdict, verdict);
    m_server->setHandler([response](const auto &) { return response; });
    m_check->start(access(u"sk-secret-4711"_s));
    QVERIFY(m_refused->wait());
    const auto error = m_refused->at(0).at(0).value<ApiError>();
    QCOMPARE(verdictOf(error), verdict);
    QVERIFY(!(error.message + error.title + error.detail).contains("sk-secret-4711"_L1));
    QCOMPARE(m_accepted->size(), 0);
    QVERIFY(!m_check->isRunning());
}

void KeyCheckTest::tellsThatNobodyAnswers()
{
    m_server->stop();
    m_check->start(access(u"sk-secret-4711"_s));
    QVERIFY(m_refused->wait());
    const auto error = m_refused->at(0).at(0).value<ApiError>();
    QCOMPARE(error.kind, ApiError::Kind::Transport);
    QCOMPARE(verdictOf(error), KeyVerdict::NotKnown);
}

void KeyCheckTest::tellsThatItTriesAgain()
{
    QSignalSpy waiting(m_check.get(), &KeyCheck::waiting);
    m_server->enqueue(refusal(503, "").withHeader("Retry-After", "0"));
    m_server->enqueue(Response::json(accepted));
    m_check->start(access(u"sk-secret-4711"_s));
    QVERIFY(m_accepted->wait());
    QCOMPARE(waiting.size(), 1);
}

void KeyCheckTest::aNewCheckCancelsTheOld()
{
    m_server->setHandler([](const desk::test::Request &request) {
        return request.header("Authorization").endsWith("first-key") ? Response::stall()
                                                                     : Response::json(accepted);
    });
    m_check->start(access(u"first-key"_s));
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_check->start(access(u"second-key"_s));
    QVERIFY(m_accepted->wait());
    QTest::qWait(400); // beyond the deadline of the first
    QCOMPARE(m_accepted->size(), 1);
    QCOMPARE(m_refused->size(), 0);
}

void KeyCheckTest::aCancelledCheckSaysNothing()
{
    m_check->cancel(); // nothing runs yet
    m_server->setHandler([](const auto &) { return Response::stall(); });
    m_check->start(access(u"sk-secret-4711"_s));
    QTRY_COMPARE(m_server->requests().size(), 1);
    m_check->cancel();
    QVERIFY(!m_check->isRunning());
    QTest::qWait(400);
    QCOMPARE(m_accepted->size() + m_refused->size(), 0);
}

void KeyCheckTest::startsAgainFromItsOwnSignals()
{
    m_server->enqueue(refusal(401, "PLATFORM.AUTHENTICATION_INVALID"));
    m_server->enqueue(Response::json(accepted));
    connect(m_check.get(), &KeyCheck::refused, m_check.get(),
        [this] { m_check->start(access(u"second-key"_s)); });
    m_check->start(access(u"first-key"_s));
    QVERIFY(m_accepted->wait());
    QCOMPARE(m_refused->size(), 1);
}

QTEST_GUILESS_MAIN(KeyCheckTest)
#include "tst_keycheck.moc"
