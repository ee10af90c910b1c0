// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/practicecontract.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace desk;

class PracticeContractTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeRequest();
    void fillsInTheDefaults();
    void takesNullForAbsent();
    void refuses_data();
    void refuses();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void allows_data();
    void allows();
};

namespace {

QJsonObject minimal()
{
    return {{u"end_user_email"_s, u"jo@northwind.example"_s},
        {u"end_user_organization_name"_s, u"Northwind Ltd"_s}};
}

QJsonObject minimalWith(const QString &name, const QJsonValue &value)
{
    QJsonObject object = minimal();
    object.insert(name, value);
    return object;
}

QJsonObject minimalWithout(const QString &name)
{
    QJsonObject object = minimal();
    object.remove(name);
    return object;
}

Result<ConnectDetails, QString> read(const QJsonObject &object)
{
    return readCreateLinkRequest(QJsonDocument(object).toJson());
}

constexpr auto null = QJsonValue::Null;

} // namespace

void PracticeContractTest::readsTheWholeRequest()
{
    const auto details = read({{u"end_user_email"_s, u"jo@northwind.example"_s},
        {u"end_user_organization_name"_s, u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s},
        {u"end_user_origin_id"_s, u"cust-0042"_s}, {u"remote_environment"_s, u"test"_s},
        {u"integration_category"_s, u"HRIS"_s}, {u"integration_tool"_s, u"personio"_s},
        {u"language"_s, u"de"_s}, {u"scope_config_id"_s, u"scope-1"_s},
        {u"enable_filtering"_s, true}, {u"enable_field_mapping"_s, true},
        {u"link_type"_s, u"MAGIC_LINK"_s}});
    QVERIFY(details.hasValue());
    const ConnectDetails expected{u"jo@northwind.example"_s,
        u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s, u"cust-0042"_s, Category::Hris,
        u"personio"_s, u"test"_s, FlowLanguage::German, u"scope-1"_s, true, true,
        LinkType::MagicLink};
    QCOMPARE(*details, expected);
}

void PracticeContractTest::fillsInTheDefaults()
{
    const auto details = read(minimal());
    QVERIFY(details.hasValue());
    ConnectDetails expected;
    expected.email = u"jo@northwind.example"_s;
    expected.organization = u"Northwind Ltd"_s;
    QCOMPARE(*details, expected);
}

void PracticeContractTest::takesNullForAbsent()
{
    QJsonObject object = minimal();
    for (const QString &name : {u"end_user_origin_id"_s, u"remote_environment"_s,
             u"integration_tool"_s, u"language"_s, u"scope_config_id"_s})
        object.insert(name, null);
    const auto details = read(object);
    QVERIFY(details.hasValue());
    QCOMPARE(*details, *read(minimal()));
}

void PracticeContractTest::refuses_data()
{
    QTest::addColumn<QJsonObject>("request");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason");

    const auto row = [](const char *name, const QJsonObject &request, const QString &field,
                         const QString &reason) {
        QTest::newRow(name) << request << field << reason;
    };
    row("a property nobody knows", minimalWith(u"end_user_mail"_s, u"x"_s), u"end_user_mail"_s,
        u"known"_s);
    row("no email", minimalWithout(u"end_user_email"_s), u"end_user_email"_s, u"required"_s);
    row("no organization", minimalWithout(u"end_user_organization_name"_s),
        u"end_user_organization_name"_s, u"required"_s);
    row("email null", minimalWith(u"end_user_email"_s, null), u"end_user_email"_s, u"string"_s);
    row("organization null", minimalWith(u"end_user_organization_name"_s, null),
        u"end_user_organization_name"_s, u"string"_s);
    row("category null", minimalWith(u"integration_category"_s, null), u"integration_category"_s,
        u"one of"_s);
    row("link type null", minimalWith(u"link_type"_s, null), u"link_type"_s, u"one of"_s);
    row("filtering null", minimalWith(u"enable_filtering"_s, null), u"enable_filtering"_s,
        u"true or false"_s);

    row("email a number", minimalWith(u"end_user_email"_s, 1), u"end_user_email"_s, u"string"_s);
    row("organization a list", minimalWith(u"end_user_organization_name"_s, QJsonArray{u"x"_s}),
        u"end_user_organization_name"_s, u"string"_s);
    row("origin ID a number", minimalWith(u"end_user_origin_id"_s, 42), u"end_user_origin_id"_s,
        u"string"_s);
    row("tool an object", minimalWith(u"integration_tool"_s, QJsonObject()), u"integration_tool"_s,
        u"string"_s);
    row("language a flag", minimalWith(u"language"_s, true), u"language"_s, u"one of"_s);
    row("scope config a number", minimalWith(u"scope_config_id"_s, 1), u"scope_config_id"_s,
        u"string"_s);
    row("filtering a word", minimalWith(u"enable_filtering"_s, u"true"_s), u"enable_filtering"_s,
        u"true or false"_s);
    row("field mapping a number", minimalWith(u"enable_field_mapping"_s, 1),
        u"enable_field_mapping"_s, u"true or false"_s);

    row("email empty", minimalWith(u"end_user_email"_s, QString()), u"end_user_email"_s,
        u"empty"_s);
    row("organization empty", minimalWith(u"end_user_organization_name"_s, QString()),
        u"end_user_organization_name"_s, u"empty"_s);
    row("origin ID empty", minimalWith(u"end_user_origin_id"_s, QString()), u"end_user_origin_id"_s,
        u"empty"_s);
    row("scope config empty", minimalWith(u"scope_config_id"_s, QString()), u"scope_config_id"_s,
        u"empty"_s);
    row("tool empty", minimalWith(u"integration_tool"_s, QString()), u"integration_tool"_s,
        u"empty"_s);

    row("email without a domain", minimalWith(u"end_user_email"_s, u"jo"_s), u"end_user_email"_s,
        u"e-mail"_s);
    row("organization endless", minimalWith(u"end_user_organization_name"_s, QString(501, u'x')),
        u"end_user_organization_name"_s, u"longer"_s);
    row("category in small letters", minimalWith(u"integration_category"_s, u"hris"_s),
        u"integration_category"_s, u"HRIS, ATS"_s);
    row("language nobody speaks here", minimalWith(u"language"_s, u"nl"_s), u"language"_s,
        u"en, de"_s);
    row("link type unknown", minimalWith(u"link_type"_s, u"MAGIC"_s), u"link_type"_s,
        u"MAGIC_LINK"_s);
    row("tool unknown", minimalWith(u"integration_tool"_s, u"punchcards"_s), u"integration_tool"_s,
        u"not switched on"_s);

    QJsonObject wrongCategory = minimalWith(u"integration_tool"_s, u"hibob"_s);
    wrongCategory.insert(u"integration_category"_s, u"LMS"_s);
    row("tool of another category", wrongCategory, u"integration_tool"_s, u"LMS"_s);
    row("remote environment without a tool", minimalWith(u"remote_environment"_s, u"test"_s),
        u"remote_environment"_s, u"integration_tool"_s);
    QJsonObject nullTool = minimalWith(u"remote_environment"_s, u"test"_s);
    nullTool.insert(u"integration_tool"_s, null);
    row("remote environment with a null tool", nullTool, u"remote_environment"_s,
        u"integration_tool"_s);
    QJsonObject filtering = minimalWith(u"enable_filtering"_s, true);
    filtering.insert(u"integration_category"_s, u"ATS"_s);
    row("filtering outside HRIS", filtering, u"enable_filtering"_s, u"HRIS"_s);
}

void PracticeContractTest::refuses()
{
    QFETCH(QJsonObject, request);
    QFETCH(QString, field);
    QFETCH(QString, reason);
    const auto details = read(request);
    QVERIFY(!details.hasValue());
    QVERIFY2(details.error().startsWith(field), qPrintable(details.error()));
    QVERIFY2(details.error().contains(reason), qPrintable(details.error()));
}

void PracticeContractTest::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half an object") << QByteArray(R"({"end_user_email":)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a form") << QByteArray("end_user_email=jo%40northwind.example");
    QTest::newRow("two objects") << QByteArray("{}{}");
    QTest::newRow("far too deep") << QByteArray(10'000, '[');
}

void PracticeContractTest::refusesWhatIsNoObject()
{
    QFETCH(QByteArray, body);
    const auto details = readCreateLinkRequest(body);
    QVERIFY(!details.hasValue());
    QVERIFY(details.error().contains("JSON"_L1));
}

void PracticeContractTest::allows_data()
{
    QTest::addColumn<QJsonObject>("request");

    QJsonObject request = minimalWith(u"remote_environment"_s, u"test"_s);
    request.insert(u"integration_tool"_s, u"workday"_s);
    QTest::newRow("remote environment with a tool") << request;
    request = minimalWith(u"integration_tool"_s, u"personio"_s);
    request.insert(u"integration_category"_s, u"ATS"_s);
    QTest::newRow("a tool of several categories") << request;
    request = minimalWith(u"enable_field_mapping"_s, true);
    request.insert(u"integration_category"_s, u"LMS"_s);
    QTest::newRow("field mapping outside HRIS") << request;
    request = minimalWith(u"enable_filtering"_s, false);
    request.insert(u"integration_category"_s, u"ATS"_s);
    QTest::newRow("filtering switched off outside HRIS") << request;
}

void PracticeContractTest::allows()
{
    QFETCH(QJsonObject, request);
    const auto details = read(request);
    QVERIFY2(details.hasValue(), details ? "" : qPrintable(details.error()));
}

QTEST_GUILESS_MAIN(PracticeContractTest)
#include "tst_practicecontract.moc"
