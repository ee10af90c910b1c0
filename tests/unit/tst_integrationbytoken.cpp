// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/integrationbytoken.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace desk;

class IntegrationByTokenTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void encodesTheTokenAsOneSegment_data();
    void encodesTheTokenAsOneSegment();
    void joinsWithTheBaseUrl_data();
    void joinsWithTheBaseUrl();
    void readsIntegrations_data();
    void readsIntegrations();
    void showsTheDataWithoutSecrets();
    void refusesOtherAnswers_data();
    void refusesOtherAnswers();
};

namespace {

constexpr auto whole =
    R"({"tool": "personio", "id": "personio:Zk3v", "end_user_origin_id": "cust-0042",
    "end_user_organization_name": "Northwind Ltd", "end_user_email": "jo@northwind.example",
    "setup_status": "COMPLETED"})";

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject without(QLatin1StringView name)
{
    QJsonObject object = json(whole);
    object.remove(name);
    return object;
}

QJsonObject with(QLatin1StringView name, const QJsonValue &value)
{
    QJsonObject object = json(whole);
    object.insert(name, value);
    return object;
}

ResolvedIntegration integration()
{
    ResolvedIntegration known;
    known.id = u"personio:Zk3v"_s;
    known.tool = u"personio"_s;
    known.originId = u"cust-0042"_s;
    known.organization = u"Northwind Ltd"_s;
    known.email = u"jo@northwind.example"_s;
    known.setupStatus = u"COMPLETED"_s;
    return known;
}

} // namespace

void IntegrationByTokenTest::encodesTheTokenAsOneSegment_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<QByteArray>("segment");

    QTest::newRow("plain") << u"act.4f1c_X-~"_s << QByteArray("act.4f1c_X-~");
    QTest::newRow("colon and slash") << u"a:b/c"_s << QByteArray("a%3Ab%2Fc");
    QTest::newRow("what would end the path") << u"a?b#c"_s << QByteArray("a%3Fb%23c");
    QTest::newRow("encoded already, so encoded again") << u"a%2Fb"_s << QByteArray("a%252Fb");
    QTest::newRow("base64") << u"ab+/=="_s << QByteArray("ab%2B%2F%3D%3D");
    QTest::newRow("marks that are allowed in a path")
        << u"!$&'()*,;@"_s << QByteArray("%21%24%26%27%28%29%2A%2C%3B%40");
}

void IntegrationByTokenTest::encodesTheTokenAsOneSegment()
{
    QFETCH(QString, token);
    QFETCH(QByteArray, segment);
    const ApiRequest request = IntegrationByToken::request(Secret(token));
    QCOMPARE(request.path, "/connect/integration-by-token/" + segment);
    QCOMPARE(request.method, ApiRequest::Method::Get);
    QCOMPARE(request.kind, CallKind::Read);
    QCOMPARE(request.secrets, QList<Secret>{Secret(token)});
    QVERIFY(request.body.isEmpty());

    const QUrl url = endpointUrl(QUrl(u"https://api.kombo.dev/v1"_s), request.path);
    QCOMPARE(url.toEncoded(), "https://api.kombo.dev/v1/connect/integration-by-token/" + segment);
}

void IntegrationByTokenTest::joinsWithTheBaseUrl_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QByteArray>("joined");

    QTest::newRow("as published") << u"https://api.kombo.dev/v1"_s
                                  << QByteArray("https://api.kombo.dev/v1/x%3Ay");
    QTest::newRow("with a slash") << u"https://api.kombo.dev/v1/"_s
                                  << QByteArray("https://api.kombo.dev/v1/x%3Ay");
    QTest::newRow("with many slashes")
        << u"https://api.kombo.dev/v1///"_s << QByteArray("https://api.kombo.dev/v1/x%3Ay");
    QTest::newRow("without a path")
        << u"https://api.kombo.dev"_s << QByteArray("https://api.kombo.dev/x%3Ay");
    QTest::newRow("a slash alone")
        << u"https://api.kombo.dev/"_s << QByteArray("https://api.kombo.dev/x%3Ay");
    QTest::newRow("with a port") << u"http://127.0.0.1:81/v1"_s
                                 << QByteArray("http://127.0.0.1:81/v1/x%3Ay");
    QTest::newRow("a query stays") << u"https://api.kombo.dev/v1/?region=us&a=%26"_s
                                   << QByteArray("https://api.kombo.dev/v1/x%3Ay?region=us&a=%26");
    QTest::newRow("a fragment goes")
        << u"https://api.kombo.dev/v1#top"_s << QByteArray("https://api.kombo.dev/v1/x%3Ay");
    QTest::newRow("a password goes")
        << u"https://user:pass@api.kombo.dev/v1"_s << QByteArray("https://api.kombo.dev/v1/x%3Ay");
    QTest::newRow("an encoded path stays encoded")
        << u"https://gateway.example/a%2Fb/v1"_s
        << QByteArray("https://gateway.example/a%2Fb/v1/x%3Ay");
}

void IntegrationByTokenTest::joinsWithTheBaseUrl()
{
    QFETCH(QString, base);
    const QUrl url = endpointUrl(QUrl(base), "/" + pathSegment(u"x:y"_s));
    QVERIFY(url.isValid());
    QTEST(url.toEncoded(), "joined");
}

void IntegrationByTokenTest::readsIntegrations_data()
{
    QTest::addColumn<QJsonObject>("data");
    QTest::addColumn<ResolvedIntegration>("expected");

    QTest::newRow("everything") << json(whole) << integration();
    QTest::newRow("more than expected") << with("category"_L1, u"HRIS"_s) << integration();

    ResolvedIntegration lean = integration();
    lean.originId = std::nullopt;
    QTest::newRow("origin ID null") << with("end_user_origin_id"_L1, QJsonValue::Null) << lean;
    QTest::newRow("origin ID absent") << without("end_user_origin_id"_L1) << lean;
    QTest::newRow("origin ID empty") << with("end_user_origin_id"_L1, u""_s) << lean;
    lean = integration();
    lean.email = std::nullopt;
    QTest::newRow("email null") << with("end_user_email"_L1, QJsonValue::Null) << lean;

    ResolvedIntegration unknown = integration();
    unknown.setupStatus = u"WAITING_FOR_GODOT"_s;
    QTest::newRow("a setup status of tomorrow")
        << with("setup_status"_L1, u"WAITING_FOR_GODOT"_s) << unknown;
    unknown = integration();
    unknown.organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    QTest::newRow("an organization with everything in it")
        << with("end_user_organization_name"_L1, unknown.organization) << unknown;
}

void IntegrationByTokenTest::readsIntegrations()
{
    QFETCH(QJsonObject, data);
    const auto parsed = IntegrationByToken::parse(data);
    QVERIFY2(parsed, qPrintable(parsed ? QString() : parsed.error()));
    ResolvedIntegration found = *parsed;
    QCOMPARE(QJsonDocument::fromJson(found.json.toUtf8()).object(), data);
    found.json.clear();
    QTEST(found, "expected");
}

void IntegrationByTokenTest::showsTheDataWithoutSecrets()
{
    const auto tokened = IntegrationByToken::parse(with("activation_token"_L1, u"act-secret-1"_s));
    QVERIFY(tokened);
    QVERIFY(tokened->json.contains("personio:Zk3v"_L1));
    QVERIFY(!tokened->json.contains("act-secret-1"_L1));

    const auto large = IntegrationByToken::parse(with("noise"_L1, QString(70'000, u'x')));
    QVERIFY(large);
    QCOMPARE(large->json, QString());
}

void IntegrationByTokenTest::refusesOtherAnswers_data()
{
    QTest::addColumn<QJsonObject>("data");
    QTest::addColumn<QString>("reason");

    QTest::newRow("nothing") << QJsonObject() << u"data.id: expected text, found nothing"_s;
    QTest::newRow("no ID") << without("id"_L1) << u"data.id: expected text, found nothing"_s;
    QTest::newRow("a numeric ID") << with("id"_L1, 7) << u"data.id: expected text, found number"_s;
    QTest::newRow("an empty ID") << with("id"_L1, u""_s)
                                 << u"data.id: expected text, found an empty one"_s;
    QTest::newRow("no tool") << without("tool"_L1) << u"data.tool: expected text, found nothing"_s;
    QTest::newRow("a list of tools")
        << with("tool"_L1, QJsonArray{u"personio"_s}) << u"data.tool: expected text, found list"_s;
    QTest::newRow("no organization")
        << without("end_user_organization_name"_L1)
        << u"data.end_user_organization_name: expected text, found nothing"_s;
    QTest::newRow("organization null") << with("end_user_organization_name"_L1,
        QJsonValue::Null) << u"data.end_user_organization_name: expected text, found null"_s;
    QTest::newRow("no setup status")
        << without("setup_status"_L1) << u"data.setup_status: expected text, found nothing"_s;
    QTest::newRow("a setup status that is none") << with(
        "setup_status"_L1, true) << u"data.setup_status: expected text, found true or false"_s;
    QTest::newRow("a numeric email")
        << with("end_user_email"_L1, 1) << u"data.end_user_email: expected text, found number"_s;
    QTest::newRow("an endless origin ID")
        << with("end_user_origin_id"_L1, QString(65'537, u'x'))
        << u"data.end_user_origin_id: text of 65537 characters is too long"_s;
}

void IntegrationByTokenTest::refusesOtherAnswers()
{
    QFETCH(QJsonObject, data);
    const auto parsed = IntegrationByToken::parse(data);
    QVERIFY(!parsed);
    QTEST(parsed.error(), "reason");
}

QTEST_GUILESS_MAIN(IntegrationByTokenTest)
#include "tst_integrationbytoken.moc"
