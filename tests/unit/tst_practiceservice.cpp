// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include "core/tokencheck.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class PracticeServiceTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesApiCalls_data();
    void refusesApiCalls();
    void refusesForeignHosts_data();
    void refusesForeignHosts();
    void refusesLargeBodies();
    void survivesRequestsWithoutAPath();
    void tellsItsEnvironment();
    void makesLinks();
    void namesTheFieldItRefuses();

    void carriesAClientThroughTheFlow_data();
    void carriesAClientThroughTheFlow();
    void tokensWorkOnce();
    void tokensExpire();
    void tokensAreWorthEncoding();
    void linksExpire_data();
    void linksExpire();
    void linksMakeAnIntegrationForEachVisit();
    void finishingAgainGivesTheSameToken();
    void stepsCannotBeSkipped_data();
    void stepsCannotBeSkipped();
    void visitsBelongToTheirLink();
    void connectsOnlyToolsOnOffer_data();
    void connectsOnlyToolsOnOffer();
    void judgesCredentials_data();
    void judgesCredentials();
    void goingBackAsksForASignInAgain();
    void refusesStepsThatAreNotJson();
    void speaksTheLanguageOfTheLink_data();
    void speaksTheLanguageOfTheLink();
    void pagesComeWithStrictHeaders_data();
    void pagesComeWithStrictHeaders();

private:
    QDateTime m_now;
};

namespace {

constexpr auto notFound = "PLATFORM.INTEGRATION_NOT_FOUND"_L1;

} // namespace

void PracticeServiceTest::initTestCase()
{
    m_now = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
}

void PracticeServiceTest::refusesApiCalls_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");

    const QString check = u"/v1/check-api-key"_s;
    const QString create = u"/v1/connect/create-link"_s;
    const QString byToken = u"/v1/connect/integration-by-token/"_s;
    const QByteArray right = bearer();
    const QString invalid = u"PLATFORM.AUTHENTICATION_INVALID"_s;
    QTest::newRow("no key") << "GET"_ba << check << ""_ba << 401 << invalid;
    QTest::newRow("an empty key") << "GET"_ba << check << "Bearer "_ba << 401 << invalid;
    QTest::newRow("a wrong key") << "GET"_ba << check << "Bearer practice_kez"_ba << 401 << invalid;
    QTest::newRow("half a key") << "GET"_ba << check << "Bearer practice"_ba << 401 << invalid;
    QTest::newRow("the key without its scheme")
        << "GET"_ba << check << QByteArray(key) << 401 << invalid;
    QTest::newRow("the key with another scheme")
        << "GET"_ba << check << "Apikey "_ba + key << 401 << invalid;
    QTest::newRow("no key for a link") << "POST"_ba << create << ""_ba << 401 << invalid;
    QTest::newRow("no key for a token") << "GET"_ba << byToken + u"x"_s << ""_ba << 401 << invalid;
    QTest::newRow("an unknown endpoint")
        << "GET"_ba << u"/v1/hris/employees"_s << right << 404 << QString();
    QTest::newRow("another version")
        << "GET"_ba << u"/v2/check-api-key"_s << right << 404 << QString();
    QTest::newRow("the root") << "GET"_ba << u"/"_s << right << 404 << QString();
    QTest::newRow("a slash too many") << "GET"_ba << check + u'/' << right << 404 << QString();
    QTest::newRow("no token") << "GET"_ba << byToken << right << 404 << QString();
    QTest::newRow("a token in two segments")
        << "GET"_ba << byToken + u"a/b"_s << right << 404 << QString();
    QTest::newRow("a token with an encoded slash")
        << "GET"_ba << byToken + u"a%2Fb"_s << right << 404 << QString(notFound);
    QTest::newRow("an unknown token")
        << "GET"_ba << byToken + u"x"_s << right << 404 << QString(notFound);
    QTest::newRow("a key check by POST") << "POST"_ba << check << right << 405 << QString();
    QTest::newRow("a link by GET") << "GET"_ba << create << right << 405 << QString();
    QTest::newRow("a token by DELETE")
        << "DELETE"_ba << byToken + u"x"_s << right << 405 << QString();
    QTest::newRow("an unknown method") << "UNKNOWN"_ba << check << right << 405 << QString();
}

void PracticeServiceTest::refusesApiCalls()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, target);
    QFETCH(QByteArray, authorization);
    QFETCH(QString, code);
    Environment environment(m_now);
    const auto answer = environment.ask(method, target, "{}"_ba, authorization);
    QTEST(answer.status, "status");
    QCOMPARE(answer.contentType, "application/json"_ba);
    const QJsonObject error = errorOf(answer);
    QCOMPARE(error.keys(), (QStringList{u"code"_s, u"log_url"_s, u"message"_s, u"title"_s}));
    QCOMPARE(
        error.value("code"_L1), code.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(code));
    QVERIFY(!error.value("message"_L1).toString().isEmpty());
    QCOMPARE(headerOf(answer, "Allow"_ba).isEmpty(), answer.status != 405);
}

void PracticeServiceTest::refusesForeignHosts_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("status");
    QTest::newRow("the address") << "127.0.0.1:4000"_ba << 200;
    QTest::newRow("the name") << "localhost:4000"_ba << 200;
    QTest::newRow("a name that was made to lead here") << "evil.example:4000"_ba << 421;
    QTest::newRow("a name that only begins right") << "localhost.evil.example"_ba << 421;
    QTest::newRow("none") << ""_ba << 421;
    QTest::newRow("nonsense") << "a b"_ba << 421;
}

void PracticeServiceTest::refusesForeignHosts()
{
    QFETCH(QByteArray, host);
    Environment environment(m_now);
    const auto answer = environment.ask(
        "GET"_ba, u"/v1/check-api-key"_s, {}, bearer(), "application/json"_ba, host);
    QTEST(answer.status, "status");
}

void PracticeServiceTest::refusesLargeBodies()
{
    Environment environment(m_now);
    const QByteArray blanks(PracticeService::maximumBodySize, ' ');
    QCOMPARE(environment.ask("POST"_ba, u"/v1/connect/create-link"_s, blanks).status, 400);
    QCOMPARE(environment.ask("POST"_ba, u"/v1/connect/create-link"_s, blanks + ' ').status, 413);
}

void PracticeServiceTest::survivesRequestsWithoutAPath()
{
    Environment environment(m_now);
    QCOMPARE(environment.askRaw("OPTIONS"_ba, u"*"_s).status, 404);
    QCOMPARE(environment.askRaw("GET"_ba, QString()).status, 404);
    QCOMPARE(environment.askRaw("GET"_ba, u"/connect"_s).status, 404);
    QCOMPARE(environment.askRaw("GET"_ba, u"//connect/v1"_s).status, 404);
}

void PracticeServiceTest::tellsItsEnvironment()
{
    Environment environment(m_now);
    const auto answer = environment.ask("GET"_ba, u"/v1/check-api-key"_s, {}, "bearer "_ba + key);
    QCOMPARE(answer.status, 200);
    QVERIFY(!dataOf(answer).value("environment_id"_L1).toString().isEmpty());
}

void PracticeServiceTest::makesLinks()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    QCOMPARE(link.adjusted(QUrl::RemoveQuery), QUrl(u"http://127.0.0.1:4000/connect/v1"_s));
    QVERIFY(environment.tokenOf(link).size() >= 32);
    QVERIFY(environment.link() != link);
}

void PracticeServiceTest::namesTheFieldItRefuses()
{
    Environment environment(m_now);
    const QString create = u"/v1/connect/create-link"_s;
    const auto answer = environment.ask("POST"_ba, create, R"({"end_user_email":"jo@a.example"})");
    QCOMPARE(answer.status, 400);
    QCOMPARE(errorOf(answer).value("code"_L1).toString(), u"PLATFORM.INPUT_INVALID"_s);
    QVERIFY(
        errorOf(answer).value("message"_L1).toString().contains("end_user_organization_name"_L1));

    const auto form = environment.ask(
        "POST"_ba, create, "{}"_ba, bearer(), "application/x-www-form-urlencoded"_ba);
    QCOMPARE(form.status, 400);
    QVERIFY(errorOf(form).value("message"_L1).toString().contains("Content-Type"_L1));
}

void PracticeServiceTest::carriesAClientThroughTheFlow_data()
{
    QTest::addColumn<QJsonObject>("properties");
    QTest::addColumn<QJsonValue>("originId");
    QTest::addColumn<QString>("setupStatus");

    const QJsonValue null(QJsonValue::Null);
    QTest::newRow("as little as possible") << QJsonObject() << null << u"COMPLETED"_s;
    QTest::newRow("with an origin ID") << QJsonObject{{u"end_user_origin_id"_s, u"cust-0042"_s}}
                                       << QJsonValue(u"cust-0042"_s) << u"COMPLETED"_s;
    QTest::newRow("with filtering")
        << QJsonObject{{u"enable_filtering"_s, true}} << null << u"INCOMPLETE"_s;
    QTest::newRow("with field mapping")
        << QJsonObject{{u"enable_field_mapping"_s, true}} << null << u"INCOMPLETE"_s;
    QTest::newRow("with the tool fixed")
        << QJsonObject{{u"integration_tool"_s, u"personio"_s}} << null << u"COMPLETED"_s;
}

void PracticeServiceTest::carriesAClientThroughTheFlow()
{
    QFETCH(QJsonObject, properties);
    QFETCH(QJsonValue, originId);
    QFETCH(QString, setupStatus);
    Environment environment(m_now);
    const QString token = environment.connected(environment.link(properties));
    QVERIFY(isSaneToken(token));

    const auto answer = environment.resolve(token);
    QCOMPARE(answer.status, 200);
    const QJsonObject integration = dataOf(answer);
    QCOMPARE(integration.size(), 6);
    QCOMPARE(integration.value("tool"_L1).toString(), u"personio"_s);
    static const QRegularExpression id(u"^personio:[0-9A-Za-z]{24}$"_s);
    QVERIFY(id.match(integration.value("id"_L1).toString()).hasMatch());
    QCOMPARE(integration.value("end_user_origin_id"_L1), originId);
    QCOMPARE(integration.value("end_user_organization_name"_L1).toString(), u"Northwind Ltd"_s);
    QCOMPARE(integration.value("end_user_email"_L1).toString(), u"jo@northwind.example"_s);
    QCOMPARE(integration.value("setup_status"_L1).toString(), setupStatus);
}

void PracticeServiceTest::tokensWorkOnce()
{
    Environment environment(m_now);
    const QString token = environment.connected(environment.link());
    QCOMPARE(environment.resolve(token).status, 200);
    const auto again = environment.resolve(token);
    QCOMPARE(again.status, 404);
    QCOMPARE(errorOf(again).value("code"_L1).toString(), notFound);
}

void PracticeServiceTest::tokensExpire()
{
    QDateTime now = m_now;
    Environment environment(now);
    const QString first = environment.connected(environment.link());
    const QString second = environment.connected(environment.link());
    now = now.addSecs(PracticeState::activationLifetimeSeconds - 1);
    QCOMPARE(environment.resolve(first).status, 200);
    now = now.addSecs(1);
    QCOMPARE(environment.resolve(second).status, 404);
}

void PracticeServiceTest::tokensAreWorthEncoding()
{
    Environment environment(m_now);
    const QString token = environment.connected(environment.link());
    QVERIFY(token.contains(u'/') && token.contains(u'+'));
    QCOMPARE(environment.ask("GET"_ba, u"/v1/connect/integration-by-token/"_s + token).status, 404);
    QCOMPARE(environment.resolve(token).status, 200);
}

void PracticeServiceTest::linksExpire_data()
{
    QTest::addColumn<QString>("linkType");
    QTest::addColumn<qint64>("lifetime");
    QTest::newRow("embedded, after an hour") << u"EMBEDDED"_s << qint64(60 * 60);
    QTest::newRow("magic, after a year") << u"MAGIC_LINK"_s << qint64(365) * 24 * 60 * 60;
}

void PracticeServiceTest::linksExpire()
{
    QFETCH(QString, linkType);
    QFETCH(qint64, lifetime);
    QDateTime now = m_now;
    Environment environment(now);
    const QUrl link = environment.link({{u"link_type"_s, linkType}, {u"language"_s, u"de"_s}});
    now = now.addSecs(lifetime - 1);
    const QString visit = environment.visit(link);
    QVERIFY(!visit.isEmpty());

    now = now.addSecs(1);
    const auto page = environment.open(link);
    QCOMPARE(page.status, 410);
    QVERIFY(page.body.contains("lang=\"de\""));
    QCOMPARE(Environment::pageData(page).value("notice"_L1).toString(), u"expired"_s);
    const auto step = environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    QCOMPARE(step.status, 410);
}

void PracticeServiceTest::linksMakeAnIntegrationForEachVisit()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    const auto first = dataOf(environment.resolve(environment.connected(link)));
    const auto second = dataOf(environment.resolve(environment.connected(link)));
    QVERIFY(!first.value("id"_L1).toString().isEmpty());
    QVERIFY(first.value("id"_L1) != second.value("id"_L1));
}

void PracticeServiceTest::finishingAgainGivesTheSameToken()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    const QString visit = environment.visit(link);
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    environment.step(u"sign-in"_s, link, visit, {{u"api_key"_s, u"practice-key"_s}});
    const auto first = Environment::activationToken(environment.step(u"finish"_s, link, visit));
    const auto second = Environment::activationToken(environment.step(u"finish"_s, link, visit));
    QVERIFY(!first.isEmpty());
    QCOMPARE(first, second);
}

void PracticeServiceTest::stepsCannotBeSkipped_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("error");
    const QString outOfOrder = u"out-of-order"_s;
    QTest::newRow("finish at once") << QStringList() << u"finish"_s << outOfOrder;
    QTest::newRow("sign in without consent") << QStringList() << u"sign-in"_s << outOfOrder;
    QTest::newRow("allow without consent") << QStringList() << u"oauth"_s << outOfOrder;
    QTest::newRow("finish without a sign-in")
        << QStringList{u"consent"_s} << u"finish"_s << outOfOrder;
    QTest::newRow("allow what asks for a key")
        << QStringList{u"consent"_s} << u"oauth"_s << u"wrong-credentials"_s;
    QTest::newRow("agree after the end")
        << QStringList{u"consent"_s, u"sign-in"_s, u"finish"_s} << u"consent"_s << outOfOrder;
}

void PracticeServiceTest::stepsCannotBeSkipped()
{
    QFETCH(QStringList, before);
    QFETCH(QString, step);
    Environment environment(m_now);
    const QUrl link = environment.link();
    const QString visit = environment.visit(link);
    const QJsonObject properties{{u"tool"_s, u"personio"_s}, {u"api_key"_s, u"practice-key"_s}};
    for (const QString &each : before)
        QVERIFY(flowError(environment.step(each, link, visit, properties)).isEmpty());
    QTEST(flowError(environment.step(step, link, visit, properties)), "error");
}

void PracticeServiceTest::visitsBelongToTheirLink()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    const QUrl other = environment.link();
    const QString visit = environment.visit(link);
    const QJsonObject properties{{u"tool"_s, u"personio"_s}};
    QCOMPARE(environment.step(u"consent"_s, other, visit, properties).status, 409);
    QCOMPARE(environment.step(u"consent"_s, link, u"made up"_s, properties).status, 409);
    QCOMPARE(environment.step(u"consent"_s, QUrl(), visit, properties).status, 410);
    QCOMPARE(environment.step(u"consent"_s, link, visit, properties).status, 200);
}

void PracticeServiceTest::connectsOnlyToolsOnOffer_data()
{
    QTest::addColumn<QJsonObject>("properties");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<int>("status");
    const QJsonObject open;
    const QJsonObject fixed{{u"integration_tool"_s, u"personio"_s}};
    QTest::newRow("one of the category") << open << u"hibob"_s << 200;
    QTest::newRow("one of another category") << open << u"moodle"_s << 400;
    QTest::newRow("one that does not exist") << open << u"punchcards"_s << 400;
    QTest::newRow("none") << open << QString() << 400;
    QTest::newRow("the one that was fixed") << fixed << u"personio"_s << 200;
    QTest::newRow("another than was fixed") << fixed << u"hibob"_s << 400;
}

void PracticeServiceTest::connectsOnlyToolsOnOffer()
{
    QFETCH(QJsonObject, properties);
    QFETCH(QString, tool);
    Environment environment(m_now);
    const QUrl link = environment.link(properties);
    const auto page = environment.open(link);
    const QJsonArray offered = Environment::pageData(page).value("tools"_L1).toArray();
    QCOMPARE(offered.size() == 1, !properties.isEmpty());
    const QString visit = Environment::pageData(page).value("visit"_L1).toString();
    QTEST(environment.step(u"consent"_s, link, visit, {{u"tool"_s, tool}}).status, "status");
}

void PracticeServiceTest::judgesCredentials_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QJsonObject>("credentials");
    QTest::addColumn<bool>("accepted");

    const auto apiKey = [](const QString &text) { return QJsonObject{{u"api_key"_s, text}}; };
    const auto pair = [](const QString &user, const QString &password) {
        return QJsonObject{{u"user_name"_s, user}, {u"password"_s, password}};
    };
    const QString right = u"practice"_s;
    QTest::newRow("the key of the hint") << u"personio"_s << apiKey(u"practice-key"_s) << true;
    QTest::newRow("another key of that form") << u"personio"_s << apiKey(u"practice-7"_s) << true;
    QTest::newRow("only the beginning of a key")
        << u"personio"_s << apiKey(u"practice-"_s) << false;
    QTest::newRow("a foreign key") << u"personio"_s << apiKey(u"live-key"_s) << false;
    QTest::newRow("no key") << u"personio"_s << QJsonObject() << false;
    QTest::newRow("a key that is no text")
        << u"personio"_s << QJsonObject{{u"api_key"_s, 7}} << false;
    QTest::newRow("user and password for a key") << u"personio"_s << pair(right, right) << false;
    QTest::newRow("user and password") << u"hibob"_s << pair(right, right) << true;
    QTest::newRow("a wrong user") << u"hibob"_s << pair(u"admin"_s, right) << false;
    QTest::newRow("a wrong password") << u"hibob"_s << pair(right, u"secret"_s) << false;
    QTest::newRow("a key for user and password")
        << u"hibob"_s << apiKey(u"practice-key"_s) << false;
    QTest::newRow("a key where a window asks")
        << u"factorial"_s << apiKey(u"practice-key"_s) << false;
}

void PracticeServiceTest::judgesCredentials()
{
    QFETCH(QString, tool);
    QFETCH(QJsonObject, credentials);
    QFETCH(bool, accepted);
    Environment environment(m_now);
    const QUrl link = environment.link();
    const QString visit = environment.visit(link);
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, tool}});
    const auto answer = environment.step(u"sign-in"_s, link, visit, credentials);
    QCOMPARE(answer.status, 200);
    QCOMPARE(flowError(answer), accepted ? QString() : u"wrong-credentials"_s);
    const QString token = Environment::activationToken(environment.step(u"finish"_s, link, visit));
    QCOMPARE(!token.isEmpty(), accepted);
}

void PracticeServiceTest::goingBackAsksForASignInAgain()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    const QString visit = environment.visit(link);
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    environment.step(u"sign-in"_s, link, visit, {{u"api_key"_s, u"practice-key"_s}});
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"hibob"_s}});
    QCOMPARE(flowError(environment.step(u"finish"_s, link, visit)), u"out-of-order"_s);
}

void PracticeServiceTest::refusesStepsThatAreNotJson()
{
    Environment environment(m_now);
    const QUrl link = environment.link();
    const QByteArray body = QJsonDocument(
        QJsonObject{{u"token"_s, Environment::tokenOf(link)}, {u"visit"_s, environment.visit(link)},
            {u"tool"_s,
                u"personio"_s}}).toJson();
    const QString consent = u"/connect/consent"_s;
    QCOMPARE(environment.ask("POST"_ba, consent, body, {}, "text/plain"_ba).status, 415);
    QCOMPARE(environment.ask("GET"_ba, consent, body, {}).status, 405);
    QCOMPARE(environment.ask("POST"_ba, consent, "[]"_ba, {}).status, 410);
    QCOMPARE(environment.ask("POST"_ba, consent, body, {}).status, 200);
}

void PracticeServiceTest::speaksTheLanguageOfTheLink_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("close");
    QTest::newRow("English") << u"en"_s << u"Close"_s;
    QTest::newRow("German") << u"de"_s << u"Schließen"_s;
    QTest::newRow("French") << u"fr"_s << u"Fermer"_s;
    QTest::newRow("Italian") << u"it"_s << u"Chiudi"_s;
    QTest::newRow("Spanish") << u"es"_s << u"Cerrar"_s;
}

void PracticeServiceTest::speaksTheLanguageOfTheLink()
{
    QFETCH(QString, language);
    QFETCH(QString, close);
    Environment environment(m_now);
    const auto page = environment.open(environment.link({{u"language"_s, language}}));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains("<html lang=\"" + language.toUtf8() + "\""));
    QCOMPARE(Environment::pageData(page)["texts"_L1]["close"_L1].toString(), close);
}

void PracticeServiceTest::pagesComeWithStrictHeaders_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("status");
    QTest::newRow("a flow") << QString() << 200;
    QTest::newRow("an unknown link") << u"made-up"_s << 404;
}

void PracticeServiceTest::pagesComeWithStrictHeaders()
{
    QFETCH(QString, token);
    Environment environment(m_now);
    const QUrl link =
        token.isEmpty() ? environment.link() : QUrl(u"http://127.0.0.1/?token="_s + token);
    const auto page = environment.open(link);
    QTEST(page.status, "status");
    QCOMPARE(headerOf(page, "Cache-Control"_ba), "no-store"_ba);
    QCOMPARE(headerOf(page, "Referrer-Policy"_ba), "no-referrer"_ba);
    QCOMPARE(headerOf(page, "X-Content-Type-Options"_ba), "nosniff"_ba);
    QVERIFY(headerOf(page, "X-Frame-Options"_ba).isEmpty());
    const QByteArray policy = headerOf(page, "Content-Security-Policy"_ba);
    QVERIFY(policy.startsWith("default-src 'none'; "));
    QVERIFY(!policy.contains("unsafe"));
    QVERIFY(!policy.contains("frame-ancestors"));
    static const QRegularExpression nonceOf(u"'nonce-(\\w+)'"_s);
    const QString nonce = nonceOf.match(QString::fromLatin1(policy)).captured(1);
    QVERIFY(nonce.size() >= 16);
    QCOMPARE(page.body.count("nonce=\"" + nonce.toLatin1() + '"'), 2);
    const auto again = environment.open(link);
    QVERIFY(headerOf(again, "Content-Security-Policy"_ba) != policy);
}

QTEST_GUILESS_MAIN(PracticeServiceTest)
#include "tst_practiceservice.moc"
