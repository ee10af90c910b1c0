// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiles/keyid.h"
#include "profiles/linkhost.h"
#include "profiles/profilecheck.h"
#include "profiles/profilename.h"

#include "support/stricttest.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace desk;
using Field = ProfileError::Field;
using Problem = ProfileError::Problem;
using Change = void (*)(Profile &);

Q_DECLARE_METATYPE(Change)

class ProfileTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void asksForAnOriginIdUnlessToldOtherwise();
    void knowsWhereTheApiStands_data();
    void knowsWhereTheApiStands();
    void givesAClientWhatItNeeds();
    void bindsAKeyToThePlaceItWasEnteredFor();
    void takesHosts_data();
    void takesHosts();
    void refusesHosts_data();
    void refusesHosts();
    void refuses_data();
    void refuses();
    void cleans();
    void countsHosts();
    void saysWhichHostIsWrong();
    void guardsPractice_data();
    void guardsPractice();
    void letsPracticeHaveItsOwnDefaults();
    void makesRandomIds();
    void foldsNames_data();
    void foldsNames();
    void findsWhileTyping_data();
    void findsWhileTyping();
    void findsByTheWholeName();
    void namesCopies_data();
    void namesCopies();
    void keepsNumberedNamesShort();
};

namespace {

Profile acme()
{
    Profile profile;
    profile.id = u"a-1"_s;
    profile.name = u"Acme EU"_s;
    return profile;
}

QList<Profile> named(const QStringList &names)
{
    QList<Profile> profiles;
    for (const QString &name : names) {
        Profile profile = acme();
        profile.id = u"n-%1"_s.arg(profiles.size());
        profile.name = name;
        profiles.append(profile);
    }
    return profiles;
}

QStringList namesOf(const QList<Profile> &profiles)
{
    QStringList names;
    for (const Profile &profile : profiles)
        names.append(profile.name);
    return names;
}

QStringList told(const QList<ProfileError> &errors)
{
    QStringList told;
    for (const ProfileError &error : errors) {
        told.append(u"%1 %2"_s.arg(
            QString::fromLatin1(QMetaEnum::fromType<Field>().valueToKey(int(error.field))),
            QString::fromLatin1(QMetaEnum::fromType<Problem>().valueToKey(int(error.problem)))));
    }
    return told;
}

} // namespace

void ProfileTest::asksForAnOriginIdUnlessToldOtherwise()
{
    QCOMPARE(Profile().originIds, OriginIdPolicy::Required);
    QCOMPARE(practiceProfile().originIds, OriginIdPolicy::Optional);
}

void ProfileTest::knowsWhereTheApiStands_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("baseUrl");

    const auto row = [](const char *name, Change change, const QString &baseUrl) {
        QTest::newRow(name) << change << baseUrl;
    };
    row(
        "EU", [](Profile &) {}, u"https://api.kombo.dev/v1"_s);
    row(
        "US", [](Profile &p) { p.region = Region::Us; }, u"https://api.us.kombo.dev/v1"_s);
    row(
        "EU, whatever is left of a custom one",
        [](Profile &p) { p.customBaseUrl = u"https://evil.example"_s; },
        u"https://api.kombo.dev/v1"_s);
    row(
        "custom",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u" https://API.acme.example/v1/ "_s;
        },
        u"https://api.acme.example/v1"_s);
    row("a custom one that is none",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"http://api.acme.example"_s;
        },
        {});
    row("practice", [](Profile &p) { p = practiceProfile(); }, {});
}

void ProfileTest::knowsWhereTheApiStands()
{
    QFETCH(Change, change);
    Profile profile = acme();
    change(profile);
    const std::optional<QUrl> url = baseUrlOf(profile);
    QTEST(url ? url->toString() : QString(), "baseUrl");
}

void ProfileTest::givesAClientWhatItNeeds()
{
    Profile profile = acme();
    profile.kind = ProfileKind::Production;
    profile.linkHosts = {u"connect.acme.example"_s};
    const auto access = apiAccess(profile, Secret(u"key"_s));
    QVERIFY(access);
    QCOMPARE(access->kind, ProfileKind::Production);
    QCOMPARE(access->baseUrl, QUrl(u"https://api.kombo.dev/v1"_s));
    QCOMPARE(access->apiKey.reveal(), u"key"_s);
    QCOMPARE(access->linkHosts, profile.linkHosts);
    QVERIFY(!apiAccess(practiceProfile(), Secret(u"key"_s)));

    Profile renamed = profile;
    renamed.name = u"Other"_s;
    QVERIFY(sendToTheSameApi(profile, renamed));
    renamed.region = Region::Us;
    QVERIFY(!sendToTheSameApi(profile, renamed));
}

void ProfileTest::bindsAKeyToThePlaceItWasEnteredFor()
{
    const Profile profile = acme();
    const std::optional<QString> id = keyIdOf(profile);
    QVERIFY(id);
    QVERIFY(!keyIdOf(practiceProfile()));

    Profile renamed = profile;
    renamed.name = u"Other"_s;
    QCOMPARE(keyIdOf(renamed), id);
    Profile moved = profile;
    moved.region = Region::Us;
    QVERIFY(keyIdOf(moved));
    QVERIFY(keyIdOf(moved) != id);
    Profile other = profile;
    other.id = newProfileId();
    QVERIFY(keyIdOf(other) != id);
    other.id = QString(ProfileLimit::id, u'x');
    QVERIFY(keyIdOf(other)->size() <= 96);
    moved.region = Region::Custom;
    moved.customBaseUrl = u"nonsense"_s;
    QVERIFY(!keyIdOf(moved));
}

void ProfileTest::takesHosts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("host");

    QTest::newRow("a host") << u"connect.acme.example"_s << u"connect.acme.example"_s;
    QTest::newRow("capitals and blanks")
        << u"  Connect.ACME.example\n"_s << u"connect.acme.example"_s;
    QTest::newRow("digits and hyphens") << u"c-2.4cme.example"_s << u"c-2.4cme.example"_s;
    const QString label(63, u'a');
    QTest::newRow("the longest label") << label + u".example"_s << label + u".example"_s;
}

void ProfileTest::takesHosts()
{
    QFETCH(QString, typed);
    const auto host = checkLinkHost(typed);
    QVERIFY(host.hasValue());
    QTEST(*host, "host");
}

void ProfileTest::refusesHosts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Problem>("problem");

    const auto row = [](const char *name, const QString &typed, Problem problem) {
        QTest::newRow(name) << typed << problem;
    };
    row("nothing", u" "_s, Problem::Missing);
    row("far too long", QString(127, u'a').replace(u"aa"_s, u"a."_s).repeated(3), Problem::TooLong);
    row("a wildcard", u"*.acme.example"_s, Problem::Wildcard);
    row("a wildcard alone", u"*"_s, Problem::Wildcard);
    row("a whole address", u"https://connect.acme.example/x"_s, Problem::WholeAddress);
    row("a port", u"connect.acme.example:8443"_s, Problem::WholeAddress);
    row("a path", u"acme.example/connect"_s, Problem::WholeAddress);
    row("a user", u"jo@acme.example"_s, Problem::WholeAddress);
    row("a backslash", u"acme.example\\x"_s, Problem::WholeAddress);
    row("an address in numbers", u"10.0.0.1"_s, Problem::IpAddress);
    row("one number for all", u"2130706433"_s, Problem::IpAddress);
    row("hexadecimal", u"0x7f.1"_s, Problem::IpAddress);
    row("hexadecimal at the end", u"acme.0x7F"_s, Problem::IpAddress);
    row("nothing but 0x at the end", u"127.0.0.0x"_s, Problem::IpAddress);
    row("octal", u"0177.0.0.01"_s, Problem::IpAddress);
    row("IPv6", u"::1"_s, Problem::IpAddress);
    row("IPv6 in brackets", u"[fe80::1]"_s, Problem::IpAddress);
    row("letters outside ASCII", u"kömbo.example"_s, Problem::International);
    row("full-width letters", u"ｋombo.example"_s, Problem::International);
    row("a letter that looks like another", u"kоmbo.dev"_s, Problem::International);
    row("punycode", u"xn--kmbo-5qa.example"_s, Problem::International);
    row("punycode below", u"connect.xn--kmbo-5qa.example"_s, Problem::International);
    row("a name of this network", u"connect"_s, Problem::WithoutDot);
    row("this machine", u"localhost"_s, Problem::WithoutDot);
    row("an empty label", u"connect..example"_s, Problem::NotAHost);
    row("a dot in front", u".acme.example"_s, Problem::NotAHost);
    row("a dot behind", u"acme.example."_s, Problem::NotAHost);
    row("a hyphen in front", u"-acme.example"_s, Problem::NotAHost);
    row("a hyphen behind", u"acme-.example"_s, Problem::NotAHost);
    row("a blank within", u"acme .example"_s, Problem::NotAHost);
    row("an underscore", u"ac_me.example"_s, Problem::NotAHost);
    row("percent encoding", u"acme%2eexample.org"_s, Problem::NotAHost);
    row("a label that is too long", QString(64, u'a') + u".example"_s, Problem::NotAHost);
    row("two hosts", u"a.example,b.example"_s, Problem::NotAHost);
}

void ProfileTest::refusesHosts()
{
    QFETCH(QString, typed);
    const auto host = checkLinkHost(typed);
    QVERIFY(!host.hasValue());
    QTEST(host.error(), "problem");
}

void ProfileTest::refuses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QStringList>("errors");

    const auto row = [](const char *name, Change change, const QStringList &errors) {
        QTest::newRow(name) << change << errors;
    };
    row("nothing in a good one", [](Profile &) {}, {});
    row("no name", [](Profile &p) { p.name = u" \u200B"_s; }, {u"Name Missing"_s});
    row("a name of marks alone", [](Profile &p) { p.name = u"\u0301"_s; }, {u"Name Missing"_s});
    row("the longest name", [](Profile &p) { p.name = QString(100, u'x'); }, {});
    row("a longer one", [](Profile &p) { p.name = QString(101, u'x'); }, {u"Name TooLong"_s});
    row("a control character", [](Profile &p) { p.name = u"Ac\u0007me"_s; },
        {u"Name ControlCharacters"_s});
    row("a name that turns around", [](Profile &p) { p.name = u"\u202Enoitcudorp x"_s; },
        {u"Name ControlCharacters"_s});
    row("a name that is taken", [](Profile &p) { p.name = u"Beta"_s; }, {u"Name Taken"_s});
    row("taken but for capitals and accents", [](Profile &p) { p.name = u" bÉTA "_s; },
        {u"Name Taken"_s});
    row("the name of practice", [](Profile &p) { p.name = u"practice"_s; }, {u"Name Taken"_s});
    row("no base URL", [](Profile &p) { p.region = Region::Custom; }, {u"BaseUrl Missing"_s});
    row("plain http",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"http://api.acme.example"_s;
        },
        {u"BaseUrl PlainHttp"_s});
    row("a user in the base URL",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"https://jo@api.acme.example"_s;
        },
        {u"BaseUrl UserInfo"_s});
    row("a query in the base URL",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"https://api.acme.example?x"_s;
        },
        {u"BaseUrl QueryOrFragment"_s});
    row("a base URL that is too long",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"https://api.acme.example/"_s + QString(2000, u'x');
        },
        {u"BaseUrl TooLong"_s});
    row("a base URL without scheme",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"api.acme.example"_s;
        },
        {u"BaseUrl NotWhole"_s});
    row("another scheme",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"ftp://api.acme.example"_s;
        },
        {u"BaseUrl OtherScheme"_s});
    row("no address",
        [](Profile &p) {
            p.region = Region::Custom;
            p.customBaseUrl = u"https://api acme"_s;
        },
        {u"BaseUrl NotAnAddress"_s});
    row("a second practice profile", [](Profile &p) { p.kind = ProfileKind::Practice; },
        {u"Kind UnknownValue"_s});
    row("one of the command line", [](Profile &p) { p.kind = ProfileKind::AdHoc; },
        {u"Kind UnknownValue"_s});
    row("a host", [](Profile &p) { p.linkHosts = {u"*"_s}; }, {u"LinkHosts Wildcard"_s});
    row("everything at once, in the order of the form",
        [](Profile &p) {
            p.name.clear();
            p.region = Region::Custom;
            p.kind = ProfileKind::AdHoc;
            p.linkHosts = {u""_s, u"1.2.3.4"_s};
        },
        {u"Name Missing"_s, u"BaseUrl Missing"_s, u"Kind UnknownValue"_s, u"LinkHosts Missing"_s,
            u"LinkHosts IpAddress"_s});
}

void ProfileTest::refuses()
{
    QFETCH(Change, change);
    QList<Profile> others = named({u"Beta"_s});
    others.append({acme(), practiceProfile()});
    Profile profile = acme();
    change(profile);
    QTEST(told(checkProfile(profile, others)), "errors");
}

void ProfileTest::cleans()
{
    Profile profile = acme();
    profile.name = u" Acme\nEU "_s;
    profile.region = Region::Custom;
    profile.customBaseUrl = u" HTTPS://API.acme.example/v1// "_s;
    profile.linkHosts = {u" A.example"_s, u"a.EXAMPLE"_s, u"b.example"_s};
    const Profile cleaned = cleanedProfile(profile);
    QCOMPARE(cleaned.name, u"Acme EU"_s);
    QCOMPARE(cleaned.customBaseUrl, u"https://api.acme.example/v1"_s);
    QCOMPARE(cleaned.linkHosts, (QStringList{u"a.example"_s, u"b.example"_s}));
    QCOMPARE(cleanedProfile(cleaned), cleaned);

    profile.region = Region::Us;
    QVERIFY(cleanedProfile(profile).customBaseUrl.isEmpty());
}

void ProfileTest::countsHosts()
{
    Profile profile = acme();
    for (int i = 0; i < 20; ++i)
        profile.linkHosts.append(u"h%1.example"_s.arg(i));
    QVERIFY(checkProfile(profile, {}).isEmpty());
    profile.linkHosts.append(u"h20.example"_s);
    QCOMPARE(told(checkProfile(profile, {})), QStringList{u"LinkHosts TooMany"_s});
}

void ProfileTest::saysWhichHostIsWrong()
{
    Profile profile = acme();
    profile.linkHosts = {u"a.example"_s, u"a.example"_s, u"*.example"_s};
    const auto errors = checkProfile(profile, {});
    QCOMPARE(errors, (QList<ProfileError>{{Field::LinkHosts, Problem::Wildcard, 2}}));
    QCOMPARE(errorOf(Field::LinkHosts, errors)->index, 2);
    QVERIFY(!errorOf(Field::Name, errors));
}

void ProfileTest::guardsPractice_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");

    const auto row = [](const char *name, Change change) {
        QTest::newRow(name) << change << u"%1 Fixed"_s.arg(QLatin1StringView(name));
    };
    row("Name", [](Profile &p) { p.name = u"Real"_s; });
    row("Region", [](Profile &p) { p.region = Region::Us; });
    row("Kind", [](Profile &p) { p.kind = ProfileKind::Production; });
    row("LinkHosts", [](Profile &p) { p.linkHosts = {u"evil.example"_s}; });
}

void ProfileTest::guardsPractice()
{
    QFETCH(Change, change);
    QFETCH(QString, error);
    Profile profile = practiceProfile();
    change(profile);
    QCOMPARE(told(checkProfile(profile, {})), QStringList{error});
}

void ProfileTest::letsPracticeHaveItsOwnDefaults()
{
    Profile profile = practiceProfile();
    profile.category = Category::Ats;
    profile.language = FlowLanguage::German;
    profile.originIds = OriginIdPolicy::Optional;
    QVERIFY(checkProfile(profile, {}).isEmpty());
}

void ProfileTest::makesRandomIds()
{
    const QString id = newProfileId();
    QVERIFY(isProfileId(id));
    QVERIFY(id != newProfileId());
    QVERIFY(id != practiceProfileId());
    for (const QString &bad : {u""_s, u"a/b"_s, u"../x"_s, u"A"_s, u"ä"_s, QString(65, u'a')})
        QVERIFY2(!isProfileId(bad), qPrintable(bad));
}

void ProfileTest::foldsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folded");

    QTest::newRow("capitals") << u"ACME"_s << u"acme"_s;
    QTest::newRow("accents") << u"Café Zürich"_s << u"cafe zurich"_s;
    QTest::newRow("accents as marks of their own") << u"Cafe\u0301"_s << u"cafe"_s;
    QTest::newRow("a stroke") << u"Søren Łódź"_s << u"soren lodz"_s;
    QTest::newRow("two letters in one") << u"Straße ﬁn Æon"_s << u"strasse fin aeon"_s;
    QTest::newRow("doubled blanks") << u" A \u00A0 b "_s << u"a b"_s;
    QTest::newRow("a dotted capital I") << u"İstanbul"_s << u"istanbul"_s;
    QTest::newRow("other scripts stay") << u"株式会社"_s << u"株式会社"_s;
    QTest::newRow("zero-width characters") << u"A\u200Bb"_s << u"ab"_s;
}

void ProfileTest::foldsNames()
{
    QFETCH(QString, name);
    QTEST(foldedName(name), "folded");
}

void ProfileTest::findsWhileTyping_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("names");

    const QStringList all{u"Practice"_s, u"Big Acme"_s, u"Acme US"_s, u"Acme"_s, u"Macmellon"_s,
        u"Zürich-Acmé"_s, u"Beta"_s};
    QTest::newRow("nothing gives all") << u" "_s << all;
    QTest::newRow("the name itself, then beginnings, words, and what is within")
        << u"acme"_s
        << QStringList{u"Acme"_s, u"Acme US"_s, u"Big Acme"_s, u"Zürich-Acmé"_s, u"Macmellon"_s};
    QTest::newRow("equals stay in the order of the list")
        << u"ac"_s
        << QStringList{u"Acme US"_s, u"Acme"_s, u"Big Acme"_s, u"Zürich-Acmé"_s, u"Practice"_s,
               u"Macmellon"_s};
    QTest::newRow("capitals and accents") << u"ZUR"_s << QStringList{u"Zürich-Acmé"_s};
    QTest::newRow("accents that are not there") << u"bétà"_s << QStringList{u"Beta"_s};
    QTest::newRow("over a blank") << u"acme  u"_s << QStringList{u"Acme US"_s};
    QTest::newRow("no such name") << u"gamma"_s << QStringList{};
    QTest::newRow("far too much") << QString(100000, u'a') << QStringList{};
}

void ProfileTest::findsWhileTyping()
{
    QFETCH(QString, typed);
    const auto profiles = named({u"Practice"_s, u"Big Acme"_s, u"Acme US"_s, u"Acme"_s,
        u"Macmellon"_s, u"Zürich-Acmé"_s, u"Beta"_s});
    QTEST(namesOf(profilesMatching(typed, profiles)), "names");
}

void ProfileTest::findsByTheWholeName()
{
    const auto profiles = named({u"Acme US"_s, u"Acme"_s});
    QCOMPARE(profileNamed(u" ACMÉ"_s, profiles)->name, u"Acme"_s);
    QVERIFY(!profileNamed(u"Acm"_s, profiles));
    QVERIFY(!profileNamed({}, profiles));
}

void ProfileTest::namesCopies_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QString>("copy");

    QTest::newRow("the first") << u"Acme"_s << QStringList{u"Acme"_s} << u"Acme copy"_s;
    QTest::newRow("the second") << u"Acme"_s << QStringList{u"Acme"_s, u"ACME Copy"_s}
                                << u"Acme copy 2"_s;
    QTest::newRow("a copy of a copy")
        << u"Acme copy"_s << QStringList{u"Acme copy"_s} << u"Acme copy 2"_s;
    QTest::newRow("a copy of a numbered copy")
        << u"Acme copy 2"_s << QStringList{u"Acme copy"_s, u"Acme copy 2"_s} << u"Acme copy 3"_s;
    QTest::newRow("a copy whose original is gone")
        << u"Acme copy 2"_s << QStringList{u"Acme copy 2"_s} << u"Acme copy"_s;
    QTest::newRow("the longest name")
        << QString(100, u'x') << QStringList{} << QString(95, u'x') + u" copy"_s;
}

void ProfileTest::namesCopies()
{
    QFETCH(QString, name);
    QFETCH(QStringList, there);
    QTEST(nameOfCopy(name, u"copy"_s, named(there)), "copy");
}

void ProfileTest::keepsNumberedNamesShort()
{
    QString name(99, u'x');
    name += u"🚀"_s; // a surrogate pair across the cut
    QStringList there;
    for (int i = 0; i < 12; ++i) {
        const QString free = freeName(name, named(there));
        QVERIFY(free.size() <= 100);
        QVERIFY(free.isValidUtf16());
        QVERIFY(!there.contains(free));
        there.append(free);
    }
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
