// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include "support/stricttest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// Scripted faults at work, and the other control calls.
class PracticeFaultsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void answersAsScripted_data();
    void answersAsScripted();
    void sendsTheTimeToWait();
    void carriesTheCallOutWhenOnlyItsAnswerSuffers_data();
    void carriesTheCallOutWhenOnlyItsAnswerSuffers();
    void leavesOutTheCallWhenItIsRefused();
    void countsDown();
    void everyEndpointHasItsName_data();
    void everyEndpointHasItsName();
    void everywhereMeansTheApiAlone();
    void takesTheFirstThatFits();
    void makesExpiredLinks();
    void saysThatATokenIsUsed();
    void listsReplacesAndRemoves();
    void refusesControlCalls_data();
    void refusesControlCalls();
    void takesLargeBodiesOfFaults();
    void makesIntegrations_data();
    void makesIntegrations();
    void setsTheStatus();
    void makesActivationTokens();
    void beginsAnew();

private:
    QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), Qt::UTC};
};

namespace {

const QString faultsPath = u"/practice/faults"_s;

void script(Environment &environment, const QByteArray &fault)
{
    const auto answer = environment.ask("PUT"_ba, faultsPath, '[' + fault + ']');
    QVERIFY2(answer.status == 200, answer.body.constData());
}

PracticeResponse checkKey(Environment &environment)
{
    return environment.ask("GET"_ba, u"/v1/check-api-key"_s);
}

} // namespace

void PracticeFaultsTest::answersAsScripted_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("part");

    const QByteArray json = "application/json"_ba;
    const auto row = [](const char *name, const QByteArray &properties, int status,
                         const QByteArray &contentType, const QByteArray &part) {
        QTest::newRow(name) << properties << status << contentType << part;
    };
    row("a code and its usual status", R"("code":"PLATFORM.TASK_TIMED_OUT")", 504, json,
        "PLATFORM.TASK_TIMED_OUT");
    row("a status and its usual code", R"("status":403)", 403, json, "PLATFORM.IP_NOT_WHITELISTED");
    row("a status and no code", R"("status":500,"code":null)", 500, json, R"("code":null)");
    row("a status that has no code", R"("status":418)", 418, json, R"("code":null)");
    row("an unknown code", R"("code":"REMOTE.SERVICE_UNAVAILABLE","status":503)", 503, json,
        "REMOTE.SERVICE_UNAVAILABLE");
    row("a message", R"("status":500,"message":"Boo")", 500, json, R"("message":"Boo")");
    row("only a message", R"("message":"Boo")", 500, json, R"("message":"Boo")");
    row("a raw answer", R"("status":503,"body":"<p>x</p>","content_type":"text/html")", 503,
        "text/html", "<p>x</p>");
    row("wrong JSON with a success", R"("body":"{\"a\":1}")", 200, json, R"({"a":1})");
    row("an empty answer", R"("status":500,"body":"")", 500, json, "");
    row("a success of another type", R"("content_type":"text/plain")", 200, "text/plain",
        "environment_id");
    row("another success", R"("status":202)", 202, json, "environment_id");
}

void PracticeFaultsTest::answersAsScripted()
{
    QFETCH(QByteArray, properties);
    QFETCH(QByteArray, part);
    Environment environment(m_now);
    script(environment, R"({"endpoint":"checkApiKey",)" + properties + '}');
    const auto answer = checkKey(environment);
    QTEST(answer.status, "status");
    QTEST(answer.contentType, "contentType");
    QVERIFY2(answer.body.contains(part), answer.body.constData());
    QCOMPARE(answer.body.isEmpty(), part.isEmpty());
}

void PracticeFaultsTest::sendsTheTimeToWait()
{
    Environment environment(m_now);
    script(environment, R"({"endpoint":"*","retry_after":"2","retry_after_ms":1500})");
    const auto answer = checkKey(environment);
    QCOMPARE(answer.status, 429);
    QCOMPARE(codeOf(answer), u"PLATFORM.RATE_LIMIT_EXCEEDED"_s);
    QCOMPARE(headerOf(answer, "Retry-After"_ba), "2"_ba);
    QCOMPARE(headerOf(answer, "retry-after-ms"_ba), "1500"_ba);
}

void PracticeFaultsTest::carriesTheCallOutWhenOnlyItsAnswerSuffers_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<int>("delivery");
    QTest::addColumn<qint64>("delay");
    const auto row = [](const char *name, const QByteArray &property, PracticeDelivery delivery,
                         qint64 delay) {
        QTest::newRow(name) << property << static_cast<int>(delivery) << delay;
    };
    row("late", R"("delay_ms":70)", PracticeDelivery::Whole, 70);
    row("never", R"("stall":true)", PracticeDelivery::Stall, 0);
    row("dropped", R"("drop":true)", PracticeDelivery::Drop, 0);
    row("cut, late", R"("cut":true,"delay_ms":5)", PracticeDelivery::Cut, 5);
}

void PracticeFaultsTest::carriesTheCallOutWhenOnlyItsAnswerSuffers()
{
    QFETCH(QByteArray, property);
    QFETCH(int, delivery);
    Environment environment(m_now);
    const QString id = environment.integration();
    script(environment, R"({"endpoint":"deleteIntegration",)" + property + '}');
    const auto answer = environment.ask("DELETE"_ba, Environment::addressOf(id));
    QCOMPARE(answer.status, 200);
    QCOMPARE(static_cast<int>(answer.delivery), delivery);
    QTEST(answer.delayMs, "delay");
    QCOMPARE(environment.ask("GET"_ba, Environment::addressOf(id)).status, 404);
}

void PracticeFaultsTest::leavesOutTheCallWhenItIsRefused()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    script(environment, R"({"endpoint":"deleteIntegration","status":503,"drop":true})");
    const auto answer = environment.ask("DELETE"_ba, Environment::addressOf(id));
    QCOMPARE(answer.status, 503);
    QCOMPARE(answer.delivery, PracticeDelivery::Drop);
    QCOMPARE(environment.ask("GET"_ba, Environment::addressOf(id)).status, 200);
}

void PracticeFaultsTest::countsDown()
{
    Environment environment(m_now);
    script(environment, R"({"endpoint":"checkApiKey","status":500,"times":2})");
    QCOMPARE(checkKey(environment).status, 500);
    const auto left = dataOf(environment.ask("GET"_ba, faultsPath))["faults"_L1];
    QCOMPARE(left[0]["times"_L1].toInt(), 1);
    QCOMPARE(checkKey(environment).status, 500);
    QCOMPARE(checkKey(environment).status, 200);
    QCOMPARE(dataOf(environment.ask("GET"_ba, faultsPath))["faults"_L1].toArray(), QJsonArray());
}

void PracticeFaultsTest::everyEndpointHasItsName_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    const auto row = [](const char *name, const QByteArray &method, const QString &target) {
        QTest::newRow(name) << method << target;
    };
    row("checkApiKey", "GET", u"/v1/check-api-key"_s);
    row("createConnectionLink", "POST", u"/v1/connect/create-link"_s);
    row("getIntegrationByToken", "GET", u"/v1/connect/integration-by-token/x"_s);
    row("getTools", "GET", u"/v1/tools/hris"_s);
    row("getIntegrationDetails", "GET", u"/v1/integrations/x"_s);
    row("deleteIntegration", "DELETE", u"/v1/integrations/x"_s);
    row("setIntegrationEnabled", "PUT", u"/v1/integrations/x/enabled"_s);
    row("createReconnectionLink", "POST", u"/v1/integrations/x/relink"_s);
    row("createSetupLink", "POST", u"/v1/integrations/x/setup-link"_s);
    row("triggerSync", "POST", u"/v1/force-sync"_s);
    row("getIntegrationFields", "GET", u"/v1/integrations/x/integration-fields"_s);
    row("updateIntegrationField", "PATCH", u"/v1/integrations/x/integration-fields/y"_s);
    row("getCustomFields", "GET", u"/v1/integrations/x/custom-fields"_s);
    row("updateCustomFieldMapping", "PUT", u"/v1/integrations/x/custom-fields/y"_s);
}

void PracticeFaultsTest::everyEndpointHasItsName()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    Environment environment(m_now);
    const QByteArray name(QTest::currentDataTag());
    QVERIFY(environment.ask(method, target).status != 599);
    script(environment, R"({"endpoint":")" + name + R"(","status":599})");
    QCOMPARE(environment.ask(method, target).status, 599);
    const bool isKeyCheck = name == "checkApiKey";
    QCOMPARE(checkKey(environment).status, isKeyCheck ? 599 : 200);
    script(environment, R"({"endpoint":"*","status":598})");
    QCOMPARE(environment.ask(method, target).status, 598);
}

void PracticeFaultsTest::everywhereMeansTheApiAlone()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    script(environment, R"({"endpoint":"*","status":500})");
    QCOMPARE(environment.ask("GET"_ba, faultsPath).status, 200);
    QCOMPARE(environment.open(link).status, 200);
    QCOMPARE(environment.ask("GET"_ba, u"/v1/nothing"_s).status, 404);
    QCOMPARE(environment.ask("POST"_ba, u"/v1/check-api-key"_s).status, 405);
}

void PracticeFaultsTest::takesTheFirstThatFits()
{
    Environment environment(m_now);
    script(environment,
        R"({"endpoint":"getTools","status":501},{"endpoint":"checkApiKey","status":502,"times":1},
           {"endpoint":"*","status":503})");
    QCOMPARE(checkKey(environment).status, 502);
    QCOMPARE(checkKey(environment).status, 503);
}

void PracticeFaultsTest::makesExpiredLinks()
{
    Environment environment(m_now);
    script(environment, R"({"endpoint":"*","expired_link":true,"times":1})");
    QCOMPARE(checkKey(environment).status, 200);
    const QUrl expired = environment.link();
    const auto page = environment.open(expired);
    QCOMPARE(page.status, 410);
    QCOMPARE(Environment::pageData(page).value("notice"_L1).toString(), u"expired"_s);
    QCOMPARE(environment.open(environment.link()).status, 200);
}

void PracticeFaultsTest::saysThatATokenIsUsed()
{
    Environment environment(m_now);
    const QString token = environment.connected(environment.link());
    script(environment, R"({"endpoint":"getIntegrationByToken","reused_token":true,"times":1})");
    const auto refused = environment.resolve(token);
    QCOMPARE(refused.status, 404);
    QCOMPARE(codeOf(refused), u"PLATFORM.INTEGRATION_NOT_FOUND"_s);
    QCOMPARE(environment.resolve(token).status, 200);
}

void PracticeFaultsTest::listsReplacesAndRemoves()
{
    Environment environment(m_now);
    script(environment, R"({"endpoint":"getTools","status":500})");
    script(environment, R"({"endpoint":"checkApiKey","code":null,"status":400})");
    const auto list = dataOf(environment.ask("GET"_ba, faultsPath))["faults"_L1].toArray();
    QCOMPARE(list,
        (QJsonArray{QJsonObject{{u"endpoint"_s, u"checkApiKey"_s}, {u"code"_s, QJsonValue::Null},
            {u"status"_s, 400}}}));
    const auto refused = environment.ask("PUT"_ba, faultsPath, R"([{"endpoint":"nobody"}])");
    QCOMPARE(refused.status, 400);
    QVERIFY(messageOf(refused).contains("nobody"_L1));
    QCOMPARE(checkKey(environment).status, 400);
    QCOMPARE(environment.ask("DELETE"_ba, faultsPath).status, 200);
    QCOMPARE(checkKey(environment).status, 200);
}

void PracticeFaultsTest::refusesControlCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("named");

    const QByteArray json = "application/json"_ba;
    const auto row = [&json](const char *name, const QByteArray &method, const QString &target,
                         const QByteArray &body, int status, const QString &named) {
        QTest::newRow(name) << method << target << body << bearer() << json << status << named;
    };
    const QString integrations = u"/practice/integrations"_s;
    QTest::newRow("without a key") << "POST"_ba << u"/practice/reset"_s << ""_ba
                                   << ""_ba << json << 401 << u"key"_s;
    QTest::newRow("a form") << "PUT"_ba << faultsPath << "[]"_ba << bearer() << "text/plain"_ba
                            << 400 << u"Content-Type"_s;
    row("an unknown call", "GET", u"/practice/nothing"_s, {}, 404, u"endpoint"_s);
    row("a wrong method", "POST", faultsPath, "[]", 405, u"GET, PUT, DELETE"_s);
    row("faults that are no list", "PUT", faultsPath, "{}", 400, u"array"_s);
    row("faults that are no JSON", "PUT", faultsPath, "[", 400, u"array"_s);
    row("an unknown tool", "POST", integrations, R"({"tool":"punchcards"})", 400, u"tool"_s);
    row("a tool of another category", "POST", integrations, R"({"tool":"hibob","category":"LMS"})",
        400, u"LMS"_s);
    row("an unknown property", "POST", integrations, R"({"name":"x"})", 400, u"name"_s);
    row("an unknown setup status", "POST", integrations, R"({"setup_status":"COMPLETE"})", 400,
        u"setup_status"_s);
    row("an unknown status", "POST", integrations, R"({"status":"DELETED"})", 400, u"status"_s);
    row("no status", "PUT", u"/practice/integrations/x/status"_s, "{}", 400, u"status"_s);
    row("the status of nobody", "PUT", u"/practice/integrations/x/status"_s,
        R"({"status":"INVALID"})", 404, u"id"_s);
    row("a token for nobody", "POST", u"/practice/activation-tokens"_s, R"({"integration_id":"x"})",
        404, u"id"_s);
    row("a token for nothing", "POST", u"/practice/activation-tokens"_s, "{}", 400,
        u"integration_id"_s);
}

void PracticeFaultsTest::refusesControlCalls()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, named);
    Environment environment(m_now);
    const auto answer = environment.ask(method, target, body, authorization, contentType);
    QTEST(answer.status, "status");
    QVERIFY2(messageOf(answer).contains(named), qPrintable(messageOf(answer)));
}

void PracticeFaultsTest::takesLargeBodiesOfFaults()
{
    Environment environment(m_now);
    const QByteArray large(PracticeFault::maximumBodySize, 'x');
    script(environment, R"({"endpoint":"checkApiKey","body":")" + large + R"("})");
    QCOMPARE(checkKey(environment).body, large);
    const QByteArray blanks(PracticeControl::maximumBodySize + 1, ' ');
    QCOMPARE(environment.ask("PUT"_ba, faultsPath, blanks).status, 413);
}

void PracticeFaultsTest::makesIntegrations_data()
{
    QTest::addColumn<QJsonObject>("properties");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("setup");

    const auto row = [](const char *name, const QJsonObject &properties, const QString &tool,
                         const QString &category, const QString &status, const QString &setup) {
        QTest::newRow(name) << properties << tool << category << status << setup;
    };
    const QString active = u"ACTIVE"_s;
    const QString completed = u"COMPLETED"_s;
    row("of nothing said", {}, u"sandbox"_s, u"HRIS"_s, active, completed);
    row("of a category", {{u"category"_s, u"LMS"_s}}, u"sandbox"_s, u"LMS"_s, active, completed);
    row("of a tool", {{u"tool"_s, u"moodle"_s}}, u"moodle"_s, u"LMS"_s, active, completed);
    row("of a tool for one of its categories",
        {{u"tool"_s, u"workday"_s}, {u"category"_s, u"ATS"_s}}, u"workday"_s, u"ATS"_s, active,
        completed);
    row("with bad credentials", {{u"status"_s, u"INVALID"_s}}, u"sandbox"_s, u"HRIS"_s,
        u"INVALID"_s, completed);
    row("with a step", {{u"filtering"_s, true}}, u"sandbox"_s, u"HRIS"_s, active, u"INCOMPLETE"_s);
    row("with a step that is done", {{u"field_mapping"_s, true}, {u"setup_status"_s, completed}},
        u"sandbox"_s, u"HRIS"_s, active, completed);
    row("open without a step of ours", {{u"setup_status"_s, u"INCOMPLETE"_s}}, u"sandbox"_s,
        u"HRIS"_s, active, u"INCOMPLETE"_s);
    row("in its last sync", {{u"setup_status"_s, u"FINAL_SYNC_PENDING"_s}}, u"sandbox"_s, u"HRIS"_s,
        active, u"FINAL_SYNC_PENDING"_s);
    row("switched off in its last sync",
        {{u"setup_status"_s, u"FINAL_SYNC_PENDING"_s}, {u"status"_s, u"INACTIVE"_s}}, u"sandbox"_s,
        u"HRIS"_s, u"INACTIVE"_s, u"FINAL_SYNC_PENDING"_s);
}

void PracticeFaultsTest::makesIntegrations()
{
    QFETCH(QJsonObject, properties);
    Environment environment(m_now);
    const QString id = environment.integration(properties);
    const QJsonObject details = environment.details(id);
    QTEST(details["tool"_L1]["id"_L1].toString(), "tool");
    QTEST(details.value("category"_L1).toString(), "category");
    QTEST(details.value("status"_L1).toString(), "status");
    QTEST(details.value("setup_status"_L1).toString(), "setup");
    QCOMPARE(details["end_user"_L1]["organization_name"_L1].toString(), u"Northwind Ltd"_s);
    QCOMPARE(details["end_user"_L1]["origin_id"_L1], QJsonValue(QJsonValue::Null));
    // The body may be left out.
    QCOMPARE(environment.ask("POST"_ba, u"/practice/integrations"_s, {}, bearer(), {}).status, 200);
}

void PracticeFaultsTest::setsTheStatus()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const QString address =
        u"/practice/integrations/%1/status"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)));
    for (const QString &status : {u"INVALID"_s, u"INACTIVE"_s, u"ACTIVE"_s}) {
        QCOMPARE(environment.send("PUT"_ba, address, {{u"status"_s, status}}).status, 200);
        QCOMPARE(environment.details(id).value("status"_L1).toString(), status);
    }
}

void PracticeFaultsTest::makesActivationTokens()
{
    Environment environment(m_now);
    const QString id =
        environment.integration({{u"tool"_s, u"kenjo"_s}, {u"origin_id"_s, u"cust-1"_s}});
    const auto token = [&] {
        return dataOf(environment.send(
                          "POST"_ba, u"/practice/activation-tokens"_s, {{u"integration_id"_s, id}}))
            .value("activation_token"_L1)
            .toString();
    };
    const QString first = token();
    QVERIFY(token() != first);
    const auto resolved = environment.resolve(first);
    QCOMPARE(resolved.status, 200);
    QCOMPARE(dataOf(resolved).value("id"_L1).toString(), id);
    QCOMPARE(dataOf(resolved).value("end_user_origin_id"_L1).toString(), u"cust-1"_s);
    QCOMPARE(dataOf(resolved).value("end_user_email"_L1), QJsonValue(QJsonValue::Null));
    QCOMPARE(environment.resolve(first).status, 404);

    const QString late = token();
    environment.ask("DELETE"_ba, Environment::addressOf(id));
    QCOMPARE(environment.resolve(late).status, 404);
}

void PracticeFaultsTest::beginsAnew()
{
    Environment environment(m_now);
    const QString id = environment.integration();
    const QUrl link = environment.link();
    script(environment, R"({"endpoint":"getTools","status":500})");
    QCOMPARE(environment.ask("POST"_ba, u"/practice/reset"_s).status, 200);
    QCOMPARE(environment.ask("GET"_ba, Environment::addressOf(id)).status, 404);
    QCOMPARE(environment.open(link).status, 404);
    QCOMPARE(environment.ask("GET"_ba, u"/v1/tools/lms"_s).status, 200);
}

QTEST_GUILESS_MAIN(PracticeFaultsTest)
#include "tst_practicefaults.moc"
