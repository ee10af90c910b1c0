// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiles/profilelist.h"

#include "support/stricttest.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace desk;
using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

class ProfileListTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithPractice();
    void creates();
    void refusesToCreate();
    void edits();
    void refusesToEdit();
    void duplicates();
    void removesAndRestores();
    void restoresUnderAnotherName();
    void keepsPractice();
    void moves_data();
    void moves();
    void isBounded();
    void takesWhatItCanFromOutside();
};

namespace {

Profile draft(const QString &name)
{
    Profile profile;
    profile.name = name;
    return profile;
}

ProfileList listOf(const QStringList &names)
{
    ProfileList list;
    for (const QString &name : names)
        (void)list.create(draft(name));
    return list;
}

QString names(const ProfileList &list)
{
    QStringList names;
    for (const Profile &profile : list.profiles())
        names.append(profile.name);
    return names.join(u'|');
}

QString idOf(const ProfileList &list, const QString &name)
{
    for (const Profile &profile : list.profiles()) {
        if (profile.name == name)
            return profile.id;
    }
    return {};
}

QList<ProfileError> one(Field field, Problem problem)
{
    return {{field, problem}};
}

} // namespace

void ProfileListTest::beginsWithPractice()
{
    const ProfileList list;
    QCOMPARE(list.profiles(), QList<Profile>{practiceProfile()});
    QCOMPARE(list.byId(practiceProfileId()), practiceProfile());
    QVERIFY(!list.byId(u"x"_s));
}

void ProfileListTest::creates()
{
    ProfileList list;
    Profile wanted = draft(u" Acme "_s);
    wanted.id = practiceProfileId(); // a draft does not choose its id
    wanted.kind = ProfileKind::Production;
    wanted.linkHosts = {u"A.example"_s};
    const auto created = list.create(wanted);
    QVERIFY(created.hasValue());
    QCOMPARE(created->name, u"Acme"_s);
    QCOMPARE(created->linkHosts, QStringList{u"a.example"_s});
    QVERIFY(created->id != practiceProfileId());
    QCOMPARE(list.byId(created->id), *created);
    QCOMPARE(names(list), u"Practice|Acme"_s);
}

void ProfileListTest::refusesToCreate()
{
    ProfileList list = listOf({u"Acme"_s});
    const ProfileList before = list;
    QCOMPARE(list.create(draft(u"ÁCME"_s)).error(), one(Field::Name, Problem::Taken));
    Profile wrong = draft(u"Beta"_s);
    wrong.linkHosts = {u"a.example"_s, u"A.example"_s, u"*"_s};
    QCOMPARE(wrong.linkHosts.size(), 3);
    QCOMPARE(list.create(wrong).error(),
        (QList<ProfileError>{{Field::LinkHosts, Problem::Wildcard, 2}}));
    QCOMPARE(list, before);
}

void ProfileListTest::edits()
{
    ProfileList list = listOf({u"Acme"_s, u"Beta"_s});
    Profile acme = *list.byId(idOf(list, u"Acme"_s));
    acme.name = u"ACME"_s; // its own name does not count as taken
    acme.region = Region::Us;
    QCOMPARE(*list.edit(acme), acme);
    QCOMPARE(names(list), u"Practice|ACME|Beta"_s);
    QCOMPARE(list.byId(acme.id)->region, Region::Us);

    Profile practice = practiceProfile();
    practice.language = FlowLanguage::French;
    QVERIFY(list.edit(practice).hasValue());
    QCOMPARE(list.profiles().first().language, FlowLanguage::French);
}

void ProfileListTest::refusesToEdit()
{
    ProfileList list = listOf({u"Acme"_s, u"Beta"_s});
    const ProfileList before = list;
    Profile acme = *list.byId(idOf(list, u"Acme"_s));
    acme.name = u"beta"_s;
    QCOMPARE(list.edit(acme).error(), one(Field::Name, Problem::Taken));
    acme.id = u"x"_s;
    QCOMPARE(list.edit(acme).error(), one(Field::Whole, Problem::NotFound));
    QCOMPARE(list, before);
}

void ProfileListTest::duplicates()
{
    ProfileList list = listOf({u"Acme"_s, u"Beta"_s});
    const auto copy = list.duplicate(idOf(list, u"Acme"_s), u"copy"_s);
    QVERIFY(copy.hasValue());
    QCOMPARE(names(list), u"Practice|Acme|Acme copy|Beta"_s);
    QVERIFY(copy->id != idOf(list, u"Acme"_s));
    QVERIFY(list.duplicate(copy->id, u"copy"_s).hasValue());
    QCOMPARE(names(list), u"Practice|Acme|Acme copy|Acme copy 2|Beta"_s);
    QCOMPARE(list.duplicate(u"x"_s, u"copy"_s).error(), one(Field::Whole, Problem::NotFound));
}

void ProfileListTest::removesAndRestores()
{
    ProfileList list = listOf({u"Acme"_s, u"Beta"_s, u"Gamma"_s});
    const ProfileList before = list;
    const auto removed = list.remove(idOf(list, u"Beta"_s));
    QVERIFY(removed.hasValue());
    QCOMPARE(names(list), u"Practice|Acme|Gamma"_s);
    QCOMPARE(list.remove(removed->profile.id).error(), one(Field::Whole, Problem::NotFound));
    QVERIFY(list.restore(*removed).hasValue());
    QCOMPARE(list, before);
    QCOMPARE(list.restore(*removed).error(), one(Field::Whole, Problem::AlreadyThere));
}

void ProfileListTest::restoresUnderAnotherName()
{
    ProfileList list = listOf({u"Acme"_s, u"Beta"_s});
    const auto removed = list.remove(idOf(list, u"Beta"_s));
    QVERIFY(list.remove(idOf(list, u"Acme"_s)).hasValue());
    QVERIFY(list.create(draft(u"BETA"_s)).hasValue());
    const auto restored = list.restore(*removed);
    QVERIFY(restored.hasValue());
    QCOMPARE(restored->id, removed->profile.id);
    QCOMPARE(names(list), u"Practice|BETA|Beta 2"_s);

    // Nothing from outside takes the place of practice.
    QVERIFY(!list.restore({practiceProfile(), 0}).hasValue());
}

void ProfileListTest::keepsPractice()
{
    ProfileList list = listOf({u"Acme"_s});
    const ProfileList before = list;
    const QString id = practiceProfileId();
    QCOMPARE(list.remove(id).error(), one(Field::Whole, Problem::Fixed));
    QCOMPARE(list.duplicate(id, u"copy"_s).error(), one(Field::Whole, Problem::Fixed));
    QCOMPARE(list.move(id, 1), (ProfileError{Field::Whole, Problem::Fixed}));
    Profile changed = practiceProfile();
    changed.kind = ProfileKind::Production;
    QCOMPARE(list.edit(changed).error(), one(Field::Kind, Problem::Fixed));
    QCOMPARE(list, before);
}

void ProfileListTest::moves_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("order");

    QTest::newRow("down") << u"A"_s << 2 << u"Practice|B|A|C"_s;
    QTest::newRow("up") << u"C"_s << 1 << u"Practice|C|A|B"_s;
    QTest::newRow("to where it is") << u"B"_s << 2 << u"Practice|A|B|C"_s;
    QTest::newRow("before practice") << u"B"_s << 0 << u"Practice|B|A|C"_s;
    QTest::newRow("far before") << u"B"_s << -7 << u"Practice|B|A|C"_s;
    QTest::newRow("far behind") << u"A"_s << 99 << u"Practice|B|C|A"_s;
}

void ProfileListTest::moves()
{
    QFETCH(QString, name);
    QFETCH(int, position);
    ProfileList list = listOf({u"A"_s, u"B"_s, u"C"_s});
    QVERIFY(!list.move(idOf(list, name), position));
    QTEST(names(list), "order");
    QCOMPARE(list.move(u"x"_s, 1), (ProfileError{Field::Whole, Problem::NotFound}));
}

void ProfileListTest::isBounded()
{
    ProfileList list;
    for (int i = 1; i < ProfileLimit::profiles; ++i)
        QVERIFY(list.create(draft(u"P%1"_s.arg(i))).hasValue());
    const auto full = one(Field::Whole, Problem::TooMany);
    QCOMPARE(list.create(draft(u"one more"_s)).error(), full);
    QCOMPARE(list.duplicate(idOf(list, u"P1"_s), u"copy"_s).error(), full);
    const auto removed = list.remove(idOf(list, u"P1"_s));
    QVERIFY(list.create(draft(u"one more"_s)).hasValue());
    QCOMPARE(list.restore(*removed).error(), full);
}

void ProfileListTest::takesWhatItCanFromOutside()
{
    Profile practice = practiceProfile();
    practice.category = Category::Lms;
    Profile a = draft(u"Acme"_s);
    a.id = u"a"_s;
    Profile b = draft(u"ácme"_s);
    b.id = u"b"_s;
    Profile sameId = draft(u"Gamma"_s);
    sameId.id = u"a"_s;
    Profile nameless = draft({});
    nameless.id = u"c"_s;
    const ProfileList list = ProfileList::of({a, practice, b, sameId, nameless, draft(u"D"_s)});
    QCOMPARE(names(list), u"Practice|Acme|ácme 2"_s);
    QCOMPARE(list.profiles().first().category, Category::Lms);

    practice.kind = ProfileKind::Production;
    QCOMPARE(ProfileList::of({practice}), ProfileList());
}

QTEST_GUILESS_MAIN(ProfileListTest)
#include "tst_profilelist.moc"
