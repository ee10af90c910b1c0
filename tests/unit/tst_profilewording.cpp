// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wording/profilefilewording.h"
#include "wording/profilewording.h"
#include "wording/translation.h"

#include "support/stricttest.h"

#include <QMetaEnum>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace desk;
using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

namespace {

// What makes a sentence one that can be shown: whole, and with nothing left to fill in.
bool isSentence(const QString &text)
{
    return text.size() > 10 && text.front().isUpper() && text.endsWith(u'.')
        && !text.contains(u'%');
}

template <typename Enum> QList<Enum> allOf()
{
    QList<Enum> values;
    const QMetaEnum meta = QMetaEnum::fromType<Enum>();
    for (int i = 0; i < meta.keyCount(); ++i)
        values.append(Enum(meta.value(i)));
    return values;
}

} // namespace

class ProfileWordingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void namesFieldAndReason_data();
    void namesFieldAndReason();
    void tellsProblemsOfAFieldApart();
    void namesTheLineOfAHost();
    void namesPlaces_data();
    void namesPlaces();
    void proposesDifferentNames();
    void wordsEveryProblemOfTheStore();
    void wordsEveryProblemOfAFile();
    void wordsEveryProblemOfAnImport();
    void reportsAnImport();
    void reportsAnExport();
    void saysWhatIsUnused();
};

void ProfileWordingTest::initTestCase()
{
    installTranslation(*QCoreApplication::instance());
}

void ProfileWordingTest::namesFieldAndReason_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<Problem>("problem");
    for (const Field field : allOf<Field>()) {
        for (const Problem problem : allOf<Problem>())
            QTest::addRow("%s %s", QMetaEnum::fromType<Field>().valueToKey(int(field)),
                QMetaEnum::fromType<Problem>().valueToKey(int(problem)))
                << field << problem;
    }
}

void ProfileWordingTest::namesFieldAndReason()
{
    QFETCH(Field, field);
    QFETCH(Problem, problem);
    const QString sentence = ProfileWording::sentence({field, problem});
    QVERIFY2(isSentence(sentence), qPrintable(sentence));
    QVERIFY2(sentence.startsWith(ProfileWording::label(field)), qPrintable(sentence));
}

void ProfileWordingTest::tellsProblemsOfAFieldApart()
{
    for (const Field field : allOf<Field>()) {
        QSet<QString> sentences;
        for (const Problem problem : allOf<Problem>())
            sentences.insert(ProfileWording::sentence({field, problem}));
        QCOMPARE(sentences.size(), allOf<Problem>().size());
    }
}

void ProfileWordingTest::namesTheLineOfAHost()
{
    const QString sentence = ProfileWording::sentence({Field::LinkHosts, Problem::Wildcard, 2});
    QVERIFY2(sentence.startsWith("Link host in line 3"_L1), qPrintable(sentence));
}

void ProfileWordingTest::namesPlaces_data()
{
    QTest::addColumn<Region>("region");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("place");
    QTest::newRow("EU") << Region::Eu << QString() << u"api.kombo.dev"_s;
    QTest::newRow("US") << Region::Us << QString() << u"api.us.kombo.dev"_s;
    QTest::newRow("custom") << Region::Custom << u"https://kombo.example.com/v1"_s
                            << u"kombo.example.com"_s;
    QTest::newRow("custom with a port")
        << Region::Custom << u"http://127.0.0.1:4000/v1"_s << u"127.0.0.1:4000"_s;
    QTest::newRow("custom, not whole") << Region::Custom << u"https://"_s << u"No base URL"_s;
}

void ProfileWordingTest::namesPlaces()
{
    QFETCH(Region, region);
    QFETCH(QString, url);
    Profile profile;
    profile.region = region;
    profile.customBaseUrl = url;
    QTEST(ProfileWording::place(profile), "place");
}

void ProfileWordingTest::proposesDifferentNames()
{
    QSet<QString> names;
    for (const Region region : {Region::Eu, Region::Us, Region::Custom}) {
        for (const ProfileKind kind : {ProfileKind::Development, ProfileKind::Production})
            names.insert(ProfileWording::proposedName(region, kind));
    }
    QCOMPARE(names.size(), 6);
    QVERIFY(names.contains(u"EU development"_s));
}

void ProfileWordingTest::wordsEveryProblemOfTheStore()
{
    for (const auto kind : allOf<ProfileStoreProblem::Kind>()) {
        const ErrorMessage message = ProfileFileWording::message(ProfileStoreProblem{
            kind, u"/data/profiles.json"_s, u"/data/kept.json"_s, u"Permission denied"_s});
        QVERIFY2(isSentence(message.headline + u'.'), qPrintable(message.headline));
        QVERIFY2(isSentence(message.advice), qPrintable(message.advice));
        QVERIFY(message.details.contains("/data/profiles.json"_L1));
        QVERIFY(message.details.contains("Permission denied"_L1));
    }
}

void ProfileWordingTest::wordsEveryProblemOfAFile()
{
    for (const auto kind : allOf<ProfileTransferProblem::Kind>()) {
        const ErrorMessage message =
            ProfileFileWording::message(ProfileTransferProblem{kind, u"/a.json"_s, {}});
        QVERIFY2(isSentence(message.headline + u'.'), qPrintable(message.headline));
        QVERIFY2(isSentence(message.advice), qPrintable(message.advice));
        QCOMPARE(message.details, u"/a.json"_s);
    }
}

void ProfileWordingTest::wordsEveryProblemOfAnImport()
{
    using Import = ProfileImportProblem;
    for (const Import problem : {Import::TooLarge, Import::NotJson, Import::OtherFormat,
             Import::Newer, Import::Empty, Import::TooMany}) {
        const ErrorMessage message = ProfileFileWording::message(problem);
        QVERIFY2(isSentence(message.headline + u'.'), qPrintable(message.headline));
        QVERIFY2(isSentence(message.advice), qPrintable(message.advice));
    }
}

void ProfileWordingTest::reportsAnImport()
{
    ProfileImportReport report;
    report.added = {{0, u"1"_s, u"Acme EU 2"_s, u"Acme EU"_s}, {1, u"2"_s, u"Berlin"_s, {}}};
    report.leftOut = {{2, {}, {{Field::BaseUrl, Problem::PlainHttp}}}};
    report.ignored = {u"api_key"_s};
    QCOMPARE(ProfileFileWording::headline(report), u"2 profiles imported, 1 left out"_s);
    const QString text = ProfileFileWording::text(report);
    QVERIFY(text.contains(u"Acme EU 2 – renamed, since Acme EU is taken"_s));
    QVERIFY(text.contains(u"• Berlin\n"_s));
    QVERIFY(text.contains(u"• Entry 3 – Base URL must begin with https://"_s));
    QVERIFY(text.contains("api_key"_L1));
    QVERIFY(text.contains("Keys are never exported"_L1));
    report.leftOut.clear();
    report.added.removeLast();
    QCOMPARE(ProfileFileWording::headline(report), u"1 profile imported"_s);
}

void ProfileWordingTest::reportsAnExport()
{
    ExportedProfiles exported;
    exported.count = 3;
    QCOMPARE(ProfileFileWording::headline(exported), u"3 profiles exported"_s);
    QVERIFY(ProfileFileWording::text(exported).contains("Keys are never exported."_L1));
    QVERIFY(ProfileFileWording::text(exported).contains("Practice was left out"_L1));
}

void ProfileWordingTest::saysWhatIsUnused()
{
    QVERIFY(ProfileFileWording::unused({}).isEmpty());
    const QList<LeftOutProfile> leftOut{{0, u"Acme"_s, {{Field::Region, Problem::UnknownValue}}}};
    QCOMPARE(ProfileFileWording::unused(leftOut), u"1 profile in the file cannot be used"_s);
    QVERIFY(ProfileFileWording::list(leftOut).startsWith(u"• Acme – Region"_s));
}

QTEST_GUILESS_MAIN(ProfileWordingTest)
#include "tst_profilewording.moc"
