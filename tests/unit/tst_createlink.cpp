// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/createlink.h"

#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace desk;

class CreateLinkTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void writesTheMinimum();
    void writesEverything();
    void leavesOutWhatIsEmpty();
    void namesEveryChoice_data();
    void namesEveryChoice();
    void keepsTextByteExact();
    void isMeantForOnePath();
    void readsTheLink();
    void refusesOtherAnswers_data();
    void refusesOtherAnswers();
};

namespace {

ConnectDetails minimum()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject sentBody(const ConnectDetails &details)
{
    return json(CreateLink::request(details).body);
}

} // namespace

void CreateLinkTest::writesTheMinimum()
{
    const QJsonObject expected = json(R"({
        "end_user_email": "jo@northwind.example",
        "end_user_organization_name": "Northwind Ltd",
        "integration_category": "HRIS",
        "language": "en",
        "enable_filtering": false,
        "enable_field_mapping": false,
        "link_type": "EMBEDDED"})");
    QCOMPARE(sentBody(minimum()), expected);
}

void CreateLinkTest::writesEverything()
{
    ConnectDetails details = minimum();
    details.originId = u"cust-0042"_s;
    details.remoteEnvironment = u"staging"_s;
    details.category = Category::Hris;
    details.tool = u"personio"_s;
    details.language = FlowLanguage::German;
    details.scopeConfigId = u"scope-7"_s;
    details.filtering = true;
    details.fieldMapping = true;
    details.linkType = LinkType::MagicLink;
    const QJsonObject expected = json(R"({
        "end_user_email": "jo@northwind.example",
        "end_user_organization_name": "Northwind Ltd",
        "end_user_origin_id": "cust-0042",
        "remote_environment": "staging",
        "integration_category": "HRIS",
        "integration_tool": "personio",
        "language": "de",
        "scope_config_id": "scope-7",
        "enable_filtering": true,
        "enable_field_mapping": true,
        "link_type": "MAGIC_LINK"})");
    QCOMPARE(sentBody(details), expected);
}

void CreateLinkTest::leavesOutWhatIsEmpty()
{
    ConnectDetails details = minimum();
    details.originId = u""_s;
    details.remoteEnvironment = QString();
    details.tool = u""_s;
    details.scopeConfigId = u""_s;
    QCOMPARE(sentBody(details), sentBody(minimum()));
}

void CreateLinkTest::namesEveryChoice_data()
{
    QTest::addColumn<Category>("category");
    QTest::addColumn<FlowLanguage>("language");
    QTest::addColumn<QString>("categoryName");
    QTest::addColumn<QString>("languageName");

    QTest::newRow("HRIS in English")
        << Category::Hris << FlowLanguage::English << u"HRIS"_s << u"en"_s;
    QTest::newRow("ATS in German") << Category::Ats << FlowLanguage::German << u"ATS"_s << u"de"_s;
    QTest::newRow("assessment in French")
        << Category::Assessment << FlowLanguage::French << u"ASSESSMENT"_s << u"fr"_s;
    QTest::newRow("LMS in Italian")
        << Category::Lms << FlowLanguage::Italian << u"LMS"_s << u"it"_s;
    QTest::newRow("LMS in Spanish")
        << Category::Lms << FlowLanguage::Spanish << u"LMS"_s << u"es"_s;
}

void CreateLinkTest::namesEveryChoice()
{
    QFETCH(Category, category);
    QFETCH(FlowLanguage, language);
    ConnectDetails details = minimum();
    details.category = category;
    details.language = language;
    const QJsonObject body = sentBody(details);
    QTEST(body.value("integration_category"_L1).toString(), "categoryName");
    QTEST(body.value("language"_L1).toString(), "languageName");
}

void CreateLinkTest::keepsTextByteExact()
{
    ConnectDetails details = minimum();
    details.organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    const QByteArray body = CreateLink::request(details).body;
    const QByteArray onTheWire = "\"Müller & Söhne \\\"Ost\\\" <b>x</b> 株式会社 🚀\"";
    QVERIFY(body.contains(onTheWire));
    QCOMPARE(json(body).value("end_user_organization_name"_L1).toString(), details.organization);
}

void CreateLinkTest::isMeantForOnePath()
{
    const ApiRequest request = CreateLink::request(minimum());
    QCOMPARE(request.path, QByteArray("/connect/create-link"));
    QCOMPARE(request.method, ApiRequest::Method::Post);
    QCOMPARE(request.kind, CallKind::Change);
}

void CreateLinkTest::readsTheLink()
{
    const auto created = CreateLink::parse(
        json(R"({"link": "https://connect.kombo.dev/v1?token=a.b.c", "expires": 5})"));
    QVERIFY(created);
    QCOMPARE(created->link.reveal(), u"https://connect.kombo.dev/v1?token=a.b.c"_s);
}

void CreateLinkTest::refusesOtherAnswers_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("reason");

    QTest::newRow("no link") << QByteArray("{}") << u"data.link: expected text, found nothing"_s;
    QTest::newRow("null") << QByteArray(R"({"link": null})")
                          << u"data.link: expected text, found null"_s;
    QTest::newRow("an empty link")
        << QByteArray(R"({"link": ""})") << u"data.link: expected text, found an empty one"_s;
    QTest::newRow("a number") << QByteArray(R"({"link": 7})")
                              << u"data.link: expected text, found number"_s;
    QTest::newRow("an object") << QByteArray(R"({"link": {"url": "https://x"}})")
                               << u"data.link: expected text, found object"_s;
    QTest::newRow("a link beyond the bound") << R"({"link": ")" + QByteArray(70'000, 'x')
            + R"("})" << u"data.link: text of 70000 characters is too long"_s;
}

void CreateLinkTest::refusesOtherAnswers()
{
    QFETCH(QByteArray, data);
    const auto created = CreateLink::parse(json(data));
    QVERIFY(!created);
    QTEST(created.error(), "reason");
}

QTEST_GUILESS_MAIN(CreateLinkTest)
#include "tst_createlink.moc"
