// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/exchangelog.h"
#include "api/komboclient.h"
#include "practice/faultbench.h"
#include "practice/practiceserver.h"

#include "support/calllog.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;

// The table of the fault lab against the real practice server and the real client.
class PracticeScenarioTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachIsWhole();
    void eachIsAFaultTheServerReads();
    void everyBehaviourHasOne();
    void reachesTheClient_data();
    void reachesTheClient();
    void droppedThreeTimesItIsSeen();
    void armsAndCountsDown();
    void staysUntilSwitchedOff();
    void armingAgainCountsAnew();
    void leavesWhatOthersSet();
    void waitsForTheServer();
    void survivesANewEnvironment();
    void survivesTheServer();

private:
    QJsonObject post(const QString &path, const QJsonObject &body);
    ApiCallBase *call(const QString &endpoint);
    PracticeScenario scenario(const QString &id) const;

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<FaultBench> m_bench;
    std::unique_ptr<KomboClient> m_client;
    std::optional<ApiAccess> m_access;
};

namespace {

ConnectDetails someDetails()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

} // namespace

void PracticeScenarioTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<PracticeServer>();
    const auto access = m_server->start();
    QVERIFY(access.hasValue());
    m_access = *access;
    m_bench = std::make_unique<FaultBench>(*m_server);
    m_client = std::make_unique<KomboClient>(*access, KomboClient::Deadlines{400ms, 400ms});
}

void PracticeScenarioTest::cleanup()
{
    m_client.reset();
    m_bench.reset();
    m_server.reset();
}

QJsonObject PracticeScenarioTest::post(const QString &path, const QJsonObject &body)
{
    QNetworkAccessManager network;
    QNetworkRequest request(
        QUrl(m_access->baseUrl.toString(QUrl::RemovePath | QUrl::FullyEncoded) + path));
    request.setRawHeader("Authorization"_ba, "Bearer " + m_access->apiKey.reveal().toUtf8());
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const std::unique_ptr<QNetworkReply> reply(network.post(request, QJsonDocument(body).toJson()));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }))
        return {};
    return QJsonDocument::fromJson(reply->readAll())["data"_L1].toObject();
}

ApiCallBase *PracticeScenarioTest::call(const QString &endpoint)
{
    const QString id =
        post(u"/practice/integrations"_s, {{u"tool"_s, u"personio"_s}, {u"field_mapping"_s, true}})
            .value("id"_L1)
            .toString();
    if (endpoint == "createConnectionLink"_L1)
        return m_client->createConnectionLink(someDetails());
    if (endpoint == "getIntegrationByToken"_L1) {
        const QJsonObject made =
            post(u"/practice/activation-tokens"_s, {{u"integration_id"_s, id}});
        return m_client->getIntegrationByToken(
            Secret(made.value("activation_token"_L1).toString()));
    }
    if (endpoint == "getTools"_L1)
        return m_client->getTools(Category::Hris);
    if (endpoint == "getIntegrationDetails"_L1)
        return m_client->getIntegrationDetails(id);
    if (endpoint == "deleteIntegration"_L1)
        return m_client->deleteIntegration(id);
    if (endpoint == "setIntegrationEnabled"_L1)
        return m_client->setIntegrationEnabled(id, false);
    if (endpoint == "triggerSync"_L1)
        return m_client->triggerSync(id, SyncType::Full);
    if (endpoint == "createReconnectionLink"_L1)
        return m_client->createReconnectionLink(id, {});
    return m_client->createSetupLink(id, {});
}

PracticeScenario PracticeScenarioTest::scenario(const QString &id) const
{
    for (const PracticeScenario &each : practiceScenarios()) {
        if (each.id == id)
            return each;
    }
    return {};
}

void PracticeScenarioTest::eachIsWhole()
{
    QSet<QString> ids;
    QSet<QString> titles;
    QSet<QByteArray> effects;
    const auto scenarios = practiceScenarios();
    for (const PracticeScenario &each : scenarios) {
        QVERIFY2(!each.title.isEmpty() && each.what.endsWith(u'.') && each.expected.endsWith(u'.'),
            qPrintable(each.id));
        QVERIFY2(each.fault.has_value() != each.behaviour.has_value(), qPrintable(each.id));
        ids.insert(each.id);
        titles.insert(each.title);
        effects.insert(QJsonDocument(
            each.fault ? toJson(*each.fault) : toJson(PracticeBehaviour{*each.behaviour}))
                           .toJson());
    }
    QCOMPARE(ids.size(), scenarios.size());
    QCOMPARE(titles.size(), scenarios.size());
    QCOMPARE(effects.size(), scenarios.size());
}

void PracticeScenarioTest::eachIsAFaultTheServerReads()
{
    for (const PracticeScenario &each : practiceScenarios()) {
        if (!each.fault)
            continue;
        QVERIFY2(!each.fault->times, qPrintable(each.id));
        const auto read = practiceFaultFromJson(toJson(*each.fault));
        QVERIFY2(read.hasValue(), qPrintable(each.id));
        QVERIFY2(*read == *each.fault, qPrintable(each.id));
    }
}

void PracticeScenarioTest::everyBehaviourHasOne()
{
    QStringList missing = practiceBehaviourNames();
    for (const PracticeScenario &each : practiceScenarios()) {
        if (each.behaviour)
            missing.removeOne(nameOf(*each.behaviour));
    }
    QCOMPARE(missing, QStringList());
}

void PracticeScenarioTest::reachesTheClient_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("event");
    const auto row = [](const char *id, const QString &event) {
        QTest::newRow(id) << QString::fromLatin1(id) << event;
    };
    row("key_refused", u"failed Unauthorized 401"_s);
    row("address_refused", u"failed NetworkNotAllowed 403"_s);
    row("input_refused", u"failed Rejected 400"_s);
    row("unknown_error", u"failed Server 500"_s);
    row("error_without_code", u"failed Server 500"_s);
    row("task_timed_out", u"failed Server 504"_s);
    row("rate_limit", u"waiting"_s);
    row("concurrency_limit", u"waiting"_s);
    row("maintenance", u"waiting"_s);
    row("html_error", u"failed Server 502"_s);
    row("no_json", u"failed"_s);
    row("slow_answer", u"failed Timeout"_s); // this client's deadlines are shorter than the delay
    row("no_answer", u"failed Timeout"_s);
    row("cut", u"failed"_s);
    row("expired_link", u"succeeded"_s);
    row("token_reused", u"failed NotFound 404"_s);
    row("token_rate_limit", u"waiting"_s);
    row("token_unavailable", u"waiting"_s);
    row("token_failed", u"failed Server 500"_s);
    row("token_cut", u"waiting"_s);
    row("token_key_refused", u"failed Unauthorized 401"_s);
    row("tools_failed", u"failed Server 500"_s);
    row("details_gone", u"failed NotFound 404"_s);
    row("deletion_unclear", u"succeeded"_s); // it is read again
    row("pause_failed", u"failed Server 500"_s);
    row("sync_refused", u"waiting"_s);
    row("reconnect_expired", u"succeeded"_s);
    row("setup_refused", u"failed Rejected 400"_s);
}

void PracticeScenarioTest::reachesTheClient()
{
    QFETCH(const QString, id);
    QFETCH(const QString, event);
    const PracticeScenario armed = scenario(id);
    QVERIFY(armed.fault);
    m_bench->arm(armed, 1);
    CallLog log(call(armed.fault->endpoint));
    QTRY_VERIFY(!log.events().isEmpty());
    QString first = log.events().constFirst();
    if (log.error().httpStatus > 0)
        first += u" %1"_s.arg(log.error().httpStatus);
    QVERIFY2(first.startsWith(event), qPrintable(first));
    QCOMPARE(m_bench->dueCount(), 0);
    m_client->cancelAll();
}

void PracticeScenarioTest::droppedThreeTimesItIsSeen()
{
    // Once, Qt sends the request again without a word, a POST too, if it had kept the connection.
    m_bench->arm(scenario(u"dropped"_s), 3);
    CallLog log(call(u"createConnectionLink"_s));
    QVERIFY(log.ends());
    QCOMPARE(log.events().constFirst(), u"failed Transport"_s);
}

void PracticeScenarioTest::armsAndCountsDown()
{
    const PracticeScenario armed = scenario(u"tools_failed"_s);
    QVERIFY(!m_bench->dueOf(armed));
    m_bench->arm(armed, 2);
    QCOMPARE(m_bench->dueOf(armed)->times, 2);
    QSignalSpy changed(m_bench.get(), &FaultBench::changed);
    CallLog first(m_client->getTools(Category::Hris));
    QVERIFY(first.ends());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_bench->dueOf(armed)->times, 1);
    CallLog second(m_client->getTools(Category::Hris));
    QVERIFY(second.ends());
    QTRY_VERIFY(!m_bench->dueOf(armed));
    CallLog third(m_client->getTools(Category::Hris));
    QVERIFY(third.ends());
    QCOMPARE(third.events().constFirst(), u"succeeded"_s);
}

void PracticeScenarioTest::staysUntilSwitchedOff()
{
    const PracticeScenario armed = scenario(u"tools_failed"_s);
    m_bench->arm(armed, std::nullopt);
    for (int i = 0; i < 3; ++i) {
        CallLog log(m_client->getTools(Category::Hris));
        QVERIFY(log.ends());
        QVERIFY(log.events().constFirst().startsWith("failed"_L1));
    }
    QCOMPARE(m_bench->dueOf(armed)->times, std::nullopt);
    m_bench->disarm(armed);
    QVERIFY(!m_bench->dueOf(armed));
    QCOMPARE(m_server->faults(), QList<PracticeFault>());
}

void PracticeScenarioTest::armingAgainCountsAnew()
{
    const PracticeScenario armed = scenario(u"hanging_page"_s);
    m_bench->arm(armed, 1);
    m_bench->arm(armed, 3);
    QCOMPARE(m_server->behaviours(),
        (QList<PracticeBehaviour>{{PracticeBehaviour::Kind::HangingPage, 3}}));
}

void PracticeScenarioTest::leavesWhatOthersSet()
{
    PracticeFault other{u"checkApiKey"_s};
    other.status = 418;
    m_server->setFaults({other});
    const PracticeScenario armed = scenario(u"tools_failed"_s);
    m_bench->arm(armed, 1);
    QCOMPARE(m_bench->dueCount(), 2);
    m_bench->disarm(armed);
    QCOMPARE(m_server->faults(), QList<PracticeFault>{other});
    m_bench->disarmAll();
    QCOMPARE(m_server->faults(), QList<PracticeFault>());
}

void PracticeScenarioTest::waitsForTheServer()
{
    PracticeServer server;
    FaultBench bench(server);
    const PracticeScenario fault = scenario(u"tools_failed"_s);
    const PracticeScenario page = scenario(u"slow_page"_s);
    bench.arm(fault, 1);
    bench.arm(page, std::nullopt);
    QVERIFY(bench.dueOf(fault));
    QVERIFY(server.start().hasValue());
    QCOMPARE(server.faults().size(), 1);
    QCOMPARE(server.behaviours().size(), 1);
    QVERIFY(bench.dueOf(page));
}

void PracticeScenarioTest::survivesANewEnvironment()
{
    const PracticeScenario armed = scenario(u"tools_failed"_s);
    m_bench->arm(armed, 1);
    QVERIFY(m_server->start().hasValue());
    QCOMPARE(m_server->faults().size(), 1);
}

void PracticeScenarioTest::survivesTheServer()
{
    auto server = std::make_unique<PracticeServer>();
    FaultBench bench(*server);
    server.reset();
    const PracticeScenario armed = scenario(u"tools_failed"_s);
    bench.arm(armed, 1);
    bench.disarm(armed);
    QVERIFY(!bench.dueOf(armed));
}

QTEST_GUILESS_MAIN(PracticeScenarioTest)

#include "tst_practicescenario.moc"
