// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiles/profileexport.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace desk;
using Field = ProfileError::Field;
using Problem = ProfileError::Problem;
using ImportProblem = ProfileImportProblem;

class ProfileExportTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void carriesEverythingButKeys();
    void leavesIdsBehind();
    void renamesWhatIsTaken();
    void leavesOutWhatIsThere();
    void tellsOfRowsThatAreWrong_data();
    void tellsOfRowsThatAreWrong();
    void tellsOfEveryMistakeOfARow();
    void namesWhatItIgnored();
    void refusesDocuments_data();
    void refusesDocuments();
    void stopsWhenTheListIsFull();
};

namespace {

Profile acme()
{
    Profile profile;
    profile.name = u"Acme"_s;
    profile.region = Region::Custom;
    profile.customBaseUrl = u"https://api.acme.example/v1"_s;
    profile.kind = ProfileKind::Production;
    profile.linkHosts = {u"connect.acme.example"_s};
    profile.category = Category::Ats;
    profile.language = FlowLanguage::German;
    profile.originIds = OriginIdPolicy::Optional;
    profile.placement = FlowPlacement::TopLevel;
    return profile;
}

QByteArray documentOf(const QJsonArray &rows)
{
    return QJsonDocument(QJsonObject{{u"format"_s, u"connect-desk-profile-export"_s},
                             {u"version"_s, 1}, {u"profiles"_s, rows}})
        .toJson();
}

QJsonObject goodRow()
{
    return {{u"name"_s, u"Acme"_s}, {u"region"_s, u"eu"_s}, {u"kind"_s, u"development"_s}};
}

QJsonObject with(const QString &key, const QJsonValue &value)
{
    QJsonObject row = goodRow();
    row.insert(key, value);
    return row;
}

} // namespace

void ProfileExportTest::carriesEverythingButKeys()
{
    ProfileList here;
    QVERIFY(here.create(acme()).hasValue());
    const ExportedProfiles exported = exportProfiles(here);
    QCOMPARE(exported.count, 1);
    QVERIFY(exported.practiceLeftOut);

    ProfileList there;
    const auto report = importProfiles(exported.document, there);
    QVERIFY(report.hasValue());
    QCOMPARE(report->added.size(), 1);
    QVERIFY(report->added.first().wantedName.isEmpty());
    QVERIFY(report->leftOut.isEmpty());
    QVERIFY(report->ignored.isEmpty());
    Profile arrived = there.profiles().last();
    QCOMPARE(arrived.id, report->added.first().id);
    arrived.id.clear();
    QCOMPARE(arrived, acme());
}

void ProfileExportTest::leavesIdsBehind()
{
    ProfileList list;
    const QString id = list.create(acme())->id;
    QVERIFY(!exportProfiles(list).document.contains(id.toUtf8()));

    // Under the id of a profile whose key is kept, another address would get that key.
    QJsonObject row = with(u"id"_s, id);
    row.insert("region"_L1, u"custom"_s);
    row.insert("base_url"_L1, u"https://evil.example"_s);
    row.insert("name"_L1, u"Evil"_s);
    const auto report = importProfiles(documentOf({row}), list);
    QVERIFY(report.hasValue());
    QVERIFY(report->added.first().id != id);
    QCOMPARE(list.byId(id)->name, u"Acme"_s);
}

void ProfileExportTest::renamesWhatIsTaken()
{
    ProfileList list;
    QVERIFY(list.create(acme()).hasValue());
    const auto report = importProfiles(
        documentOf({goodRow(), with(u"name"_s, u"ácme"_s), with(u"name"_s, u"practice"_s)}), list);
    QVERIFY(report.hasValue());
    QCOMPARE(report->added.size(), 3);
    const auto &added = report->added;
    QCOMPARE(added.at(0).name, u"Acme 2"_s);
    QCOMPARE(added.at(0).wantedName, u"Acme"_s);
    QCOMPARE(added.at(1).name, u"ácme 3"_s);
    QCOMPARE(added.at(1).row, 1);
    QCOMPARE(added.at(2).name, u"practice 2"_s);
}

void ProfileExportTest::leavesOutWhatIsThere()
{
    ProfileList list;
    QVERIFY(list.create(acme()).hasValue());
    const ProfileList before = list;
    const auto report = importProfiles(exportProfiles(list).document, list);
    QVERIFY(report.hasValue());
    QVERIFY(report->added.isEmpty());
    QCOMPARE(report->leftOut,
        (QList<LeftOutProfile>{{0, u"Acme"_s, {{Field::Whole, Problem::AlreadyThere}}}}));
    QCOMPARE(list, before);
}

void ProfileExportTest::tellsOfRowsThatAreWrong_data()
{
    QTest::addColumn<QJsonValue>("row");
    QTest::addColumn<Field>("field");
    QTest::addColumn<Problem>("problem");

    const auto row = [](const char *name, const QJsonValue &value, Field field, Problem problem) {
        QTest::newRow(name) << value << field << problem;
    };
    QJsonObject nameless = goodRow();
    nameless.remove("name"_L1);
    QJsonObject nowhere = goodRow();
    nowhere.remove("region"_L1);
    QJsonObject kindless = goodRow();
    kindless.remove("kind"_L1);
    row("a row that is a number", 7, Field::Whole, Problem::WrongType);
    row("a row that is null", QJsonValue(), Field::Whole, Problem::WrongType);
    row("no name", nameless, Field::Name, Problem::Missing);
    row("a name that is a number", with(u"name"_s, 7), Field::Name, Problem::WrongType);
    row("an empty name", with(u"name"_s, u" "_s), Field::Name, Problem::Missing);
    row("a long name", with(u"name"_s, QString(101, u'x')), Field::Name, Problem::TooLong);
    row("a name beyond all measure", with(u"name"_s, QString(1000000, u'x')), Field::Name,
        Problem::TooLong);
    row("no region", nowhere, Field::Region, Problem::Missing);
    row("an unknown region", with(u"region"_s, u"mars"_s), Field::Region, Problem::UnknownValue);
    row("no kind", kindless, Field::Kind, Problem::Missing);
    row("practice", with(u"kind"_s, u"practice"_s), Field::Kind, Problem::UnknownValue);
    row("a custom region without base URL", with(u"region"_s, u"custom"_s), Field::BaseUrl,
        Problem::Missing);
    row("a base URL that is an object", with(u"base_url"_s, QJsonObject()), Field::BaseUrl,
        Problem::WrongType);
    row("hosts that are a text", with(u"link_hosts"_s, u"a.example"_s), Field::LinkHosts,
        Problem::WrongType);
    row("a host that is a number", with(u"link_hosts"_s, QJsonArray{7}), Field::LinkHosts,
        Problem::WrongType);
    row("a host that is none", with(u"link_hosts"_s, QJsonArray{u"*"_s}), Field::LinkHosts,
        Problem::Wildcard);
    row("too many hosts",
        with(u"link_hosts"_s, QJsonArray::fromStringList(QStringList(21, u"a.example"_s))),
        Field::LinkHosts, Problem::TooMany);
    row("an unknown category", with(u"category"_s, u"CRM"_s), Field::Category,
        Problem::UnknownValue);
    row("an unknown language", with(u"language"_s, u"xx"_s), Field::Language,
        Problem::UnknownValue);
    row("a language that is a list", with(u"language"_s, QJsonArray()), Field::Language,
        Problem::WrongType);
    row("an unknown placement", with(u"flow_placement"_s, u"window"_s), Field::Placement,
        Problem::UnknownValue);
    row("an unknown policy", with(u"origin_ids"_s, u"never"_s), Field::OriginIds,
        Problem::UnknownValue);
}

void ProfileExportTest::tellsOfRowsThatAreWrong()
{
    QFETCH(QJsonValue, row);
    QFETCH(Field, field);
    QFETCH(Problem, problem);
    ProfileList list;
    // Good rows around it come in all the same.
    const auto report = importProfiles(
        documentOf({with(u"name"_s, u"Before"_s), row, with(u"name"_s, u"After"_s)}), list);
    QVERIFY(report.hasValue());
    QCOMPARE(report->added.size(), 2);
    QCOMPARE(report->leftOut.size(), 1);
    const LeftOutProfile &leftOut = report->leftOut.first();
    QCOMPARE(leftOut.row, 1);
    QCOMPARE(leftOut.errors.size(), 1);
    QCOMPARE(leftOut.errors.first().field, field);
    QCOMPARE(leftOut.errors.first().problem, problem);
    QVERIFY(leftOut.name.size() <= ProfileLimit::name);
    QCOMPARE(list.profiles().size(), 3);
}

void ProfileExportTest::tellsOfEveryMistakeOfARow()
{
    QJsonObject row = with(u"category"_s, u"CRM"_s);
    row.insert("name"_L1, u""_s);
    row.insert("region"_L1, u"custom"_s);
    row.insert("link_hosts"_L1, QJsonArray{u"a.example"_s, u"1.2.3.4"_s});
    ProfileList list;
    const auto report = importProfiles(documentOf({row}), list);
    QCOMPARE(report->leftOut.first().errors,
        (QList<ProfileError>{{Field::Name, Problem::Missing}, {Field::BaseUrl, Problem::Missing},
            {Field::LinkHosts, Problem::IpAddress, 1}, {Field::Category, Problem::UnknownValue}}));
}

void ProfileExportTest::namesWhatItIgnored()
{
    ProfileList list;
    QJsonObject row = with(u"api_key"_s, u"opensesame"_s);
    row.insert(QString(500, u'y'), 1);
    const auto report = importProfiles(documentOf({row, row}), list);
    QVERIFY(report.hasValue());
    QCOMPARE(report->added.size(), 2);
    QCOMPARE(report->ignored, (QStringList{u"api_key"_s, QString(40, u'y')}));
    QVERIFY(!exportProfiles(list).document.contains("opensesame"));
}

void ProfileExportTest::refusesDocuments_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<ImportProblem>("problem");

    const auto row = [](const char *name, const QByteArray &document, ImportProblem problem) {
        QTest::newRow(name) << document << problem;
    };
    QJsonArray many;
    for (int i = 0; i <= ProfileLimit::profiles; ++i)
        many.append(with(u"name"_s, u"P%1"_s.arg(i)));
    row("nothing", {}, ImportProblem::NotJson);
    row("no JSON", "profiles!", ImportProblem::NotJson);
    row("binary", QByteArray("\x00\xff\xfe\x01", 4), ImportProblem::NotJson);
    row("half a document", documentOf({goodRow()}).chopped(10), ImportProblem::NotJson);
    row("nested without end", QByteArray(100000, '['), ImportProblem::NotJson);
    row("another document", R"({"name":"x"})", ImportProblem::OtherFormat);
    row("a list", "[1]", ImportProblem::OtherFormat);
    row("no version", R"({"format":"connect-desk-profile-export","profiles":[]})",
        ImportProblem::OtherFormat);
    row("no profiles", R"({"format":"connect-desk-profile-export","version":1})",
        ImportProblem::OtherFormat);
    row("profiles that are no list",
        R"({"format":"connect-desk-profile-export","version":1,"profiles":{}})",
        ImportProblem::OtherFormat);
    row("a later version", R"({"format":"connect-desk-profile-export","version":2,"profiles":[]})",
        ImportProblem::Newer);
    row("an empty list", documentOf({}), ImportProblem::Empty);
    row("too many rows", documentOf(many), ImportProblem::TooMany);
    row("too large", documentOf({goodRow()}) + QByteArray(ProfileLimit::documentBytes, ' '),
        ImportProblem::TooLarge);
}

void ProfileExportTest::refusesDocuments()
{
    QFETCH(QByteArray, document);
    ProfileList list;
    const auto report = importProfiles(document, list);
    QVERIFY(!report.hasValue());
    QTEST(report.error(), "problem");
    QCOMPARE(list, ProfileList());
}

void ProfileExportTest::stopsWhenTheListIsFull()
{
    ProfileList list;
    Profile profile = acme();
    for (int i = 2; i < ProfileLimit::profiles; ++i) {
        profile.name = u"P%1"_s.arg(i);
        QVERIFY(list.create(profile).hasValue());
    }
    const auto report = importProfiles(documentOf({goodRow(), with(u"name"_s, u"Beta"_s)}), list);
    QVERIFY(report.hasValue());
    QCOMPARE(report->added.size(), 1);
    QCOMPARE(report->leftOut,
        (QList<LeftOutProfile>{{1, u"Beta"_s, {{Field::Whole, Problem::TooMany}}}}));
}

QTEST_GUILESS_MAIN(ProfileExportTest)
#include "tst_profileexport.moc"
