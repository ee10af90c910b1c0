// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/personaldata.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = PersonalData::Kind;

class PersonalDataTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void masksTexts_data();
    void masksTexts();
    void masksJson_data();
    void masksJson();
    void givesTheSameNameToTheSameValue();
    void hidesIntegrationsByChoice();
    void masksWholeFields();
    void bearsManyValues();
};

namespace {

PersonalData northwind(bool hidesIntegrations = false)
{
    PersonalData data(hidesIntegrations);
    data.learn(Kind::Email, u"jo@northwind.example"_s);
    data.learn(Kind::Organization, u"Northwind & Söhne"_s);
    data.learn(Kind::OriginId, u"4711"_s);
    data.learn(Kind::OriginId, u"7"_s);
    data.learn(Kind::Integration, u"hibob:F00"_s);
    return data;
}

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

void PersonalDataTest::masksTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");

    QTest::newRow("nothing known") << u"kombo.dev/flow"_s << u"kombo.dev/flow"_s;
    QTest::newRow("an address that is known")
        << u"for jo@northwind.example."_s << u"for email-1."_s;
    QTest::newRow("in other letters") << u"JO@Northwind.Example"_s << u"email-1"_s;
    QTest::newRow("in an address")
        << u"?email=jo%40northwind.example&x=1"_s << u"?email=email-1&x=1"_s;
    QTest::newRow("one that nobody told of") << u"<eve@evil.example>"_s << u"<email-2>"_s;
    QTest::newRow("two that nobody told of")
        << u"a@b.example,c@d.example"_s << u"email-2,email-3"_s;
    QTest::newRow("a name") << u"Hello Northwind & Söhne!"_s << u"Hello organization-1!"_s;
    QTest::newRow("a name in other letters") << u"NORTHWIND & SÖHNE"_s << u"organization-1"_s;
    QTest::newRow("a name in an address")
        << u"?o=Northwind%20%26%20S%C3%B6hne"_s << u"?o=organization-1"_s;
    QTest::newRow("a name in a form") << u"o=Northwind+%26+S%C3%B6hne"_s << u"o=organization-1"_s;
    QTest::newRow("a name behind an escape")
        << u"x%3DNorthwind%20%26%20S%C3%B6hne"_s << u"x%3Dorganization-1"_s;
    QTest::newRow("a name behind a line break in JSON")
        << u"\\nNorthwind & Söhne"_s << u"\\norganization-1"_s;
    QTest::newRow("an id") << u"origin 4711, again 4711."_s
                           << u"origin origin-id-1, again origin-id-1."_s;
    QTest::newRow("a number that holds an id") << u"14711 and 47110"_s << u"14711 and 47110"_s;
    QTest::newRow("an id too short to be told") << u"7 of 7"_s << u"7 of 7"_s;
    QTest::newRow("an integration stays") << u"hibob:F00"_s << u"hibob:F00"_s;
}

void PersonalDataTest::masksTexts()
{
    QFETCH(QString, text);
    PersonalData data = northwind();
    QTEST(data.masked(text), "masked");
}

void PersonalDataTest::masksJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("masked");

    QTest::newRow("properties of create-link")
        << QByteArray(
               R"({"end_user_email":"x","end_user_organization_name":"y","end_user_origin_id":"7"})")
        << QByteArray(
               R"({"end_user_email":"email-2","end_user_organization_name":"organization-2","end_user_origin_id":"origin-id-2"})");
    QTest::newRow("an end user")
        << QByteArray(
               R"({"end_user":{"organization_name":"y","creator_email":"x","origin_id":null}})")
        << QByteArray(
               R"({"end_user":{"organization_name":"organization-2","creator_email":"email-2","origin_id":null}})");
    QTest::newRow("a number is an id, too") << QByteArray(
        R"({"origin_id":7,"count":7})") << QByteArray(R"({"origin_id":"origin-id-2","count":7})");
    QTest::newRow("texts at any depth")
        << QByteArray(R"({"a":[{"b":"mail jo@northwind.example"}]})")
        << QByteArray(R"({"a":[{"b":"mail email-1"}]})");
    QTest::newRow("names of properties")
        << QByteArray(R"({"jo@northwind.example":true})") << QByteArray(R"({"email-1":true})");
    QTest::newRow("an id of something else")
        << QByteArray(R"({"id":"hibob:F00"})") << QByteArray(R"({"id":"hibob:F00"})");
}

void PersonalDataTest::masksJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, masked);
    PersonalData data = northwind();
    QCOMPARE(data.masked(json(text.constData())), json(masked.constData()));
}

void PersonalDataTest::givesTheSameNameToTheSameValue()
{
    PersonalData data;
    data.learn(json(
        R"({"data":[{"end_user_organization_name":"Contoso","end_user_email":"a@b.example"}]})"));
    QCOMPARE(data.masked(u"a%40B.example of contoso"_s), u"email-1 of organization-1"_s);
    QCOMPARE(data.masked(u"new@b.example, a@b.example"_s), u"email-2, email-1"_s);
    QCOMPARE(data.masked(u"new@b.example"_s), u"email-2"_s);
}

void PersonalDataTest::hidesIntegrationsByChoice()
{
    PersonalData data = northwind(true);
    QCOMPARE(data.masked(u"/integrations/hibob%3AF00/x hibob:F00"_s),
        u"/integrations/integration-1/x integration-1"_s);
    QCOMPARE(data.masked(json(R"({"id":"hibob:B4R","end_user":{}})")),
        json(R"({"id":"integration-2","end_user":{}})"));
    PersonalData open = northwind();
    QCOMPARE(open.masked(Kind::Integration, u"hibob:F00"_s), u"hibob:F00"_s);
}

void PersonalDataTest::masksWholeFields()
{
    PersonalData data = northwind();
    QCOMPARE(data.masked(Kind::OriginId, u"7"_s), u"origin-id-2"_s);
    QCOMPARE(data.masked(Kind::Organization, u" Contoso "_s), u"organization-2"_s);
    QCOMPARE(data.masked(Kind::Organization, QString()), QString());
}

void PersonalDataTest::bearsManyValues()
{
    PersonalData data;
    for (int i = 0; i < 1000; ++i)
        data.learn(Kind::Organization, u"Client number %1"_s.arg(i));
    QElapsedTimer timer;
    timer.start();
    const QString text = data.masked(QString(u"Client number 3 and more. "_s).repeated(20000));
    QVERIFY(text.startsWith(u"organization-4 and more."_s));
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(PersonalDataTest)
#include "tst_personaldata.moc"
