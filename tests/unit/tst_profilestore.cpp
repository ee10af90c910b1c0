// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiles/profilestore.h"

#include "ordinaryuser.h"

#include "support/stricttest.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>
#include <vector>

#ifdef Q_OS_LINUX
#include <sys/mount.h>
#endif

using namespace Qt::StringLiterals;
using namespace desk;
using Field = ProfileError::Field;
using Kind = ProfileStoreProblem::Kind;
using Problem = ProfileError::Problem;

class ProfileStoreTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithoutAFile();
    void remembers();
    void isForTheOwnerOnly();
    void writesNothingTwice();
    void keepsWhatItDoesNotKnow();
    void leavesOutWhatItCannotUse_data();
    void leavesOutWhatItCannotUse();
    void guardsPracticeAgainstTheFile();
    void isBounded();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void keepsEachDamagedFile();
    void putsAsideWhatIsDamagedWhileRunning();
    void refusesToTouchANewerFile();
    void refusesWhatIsNoFile();
    void twoInstancesLoseNothing();
    void theLastEditHolds();
    void deletionMeetsEdit();
    void ordersMeet();
    void bothMakeTheSameName();
    void noticesAnotherInstance();
    void noticesAnEditor();
    void manyProcessesLoseNothing();
    void anEditOutdoesAClockThatWasSetBack();
    void survivesBeingKilled();
    void waitsForTheLockOnlySoLong();
    void keepsEditsOfAReadOnlyFolderInMemory();
    void keepsADamagedFileOfAReadOnlyFolder();
    void survivesAFullDisk();
    void importsAndSaves();

private:
    QString path(const QString &name = u"profiles.json"_s) const
    {
        return m_folder->filePath(name);
    }
    void put(const QByteArray &bytes) const;
    QByteArray content() const;
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

Profile draft(const QString &name)
{
    Profile profile;
    profile.name = name;
    return profile;
}

QString names(const ProfileStore &store)
{
    QStringList names;
    for (const Profile &profile : store.profiles().profiles())
        names.append(profile.name);
    return names.join(u'|');
}

QJsonObject entry(const QString &id, const QString &name)
{
    return {{u"id"_s, id}, {u"name"_s, name}, {u"region"_s, u"eu"_s}, {u"kind"_s, u"production"_s}};
}

QByteArray documentOf(const QJsonArray &entries, int version = 1)
{
    return QJsonDocument(
        QJsonObject{{u"format"_s, u"connect-desk-profiles"_s}, {u"version"_s, version},
            {u"profiles"_s, entries}, {u"later"_s, QJsonObject{{u"more"_s, true}}}})
        .toJson();
}

// About 300 KiB of them.
ProfileList largeList()
{
    Profile large;
    for (int i = 0; i < ProfileLimit::linkHosts; ++i)
        large.linkHosts.append(u"h%1.%2.%2.%2.example"_s.arg(i).arg(QString(60, u'x')));
    ProfileList list;
    for (int i = 0; i < 60; ++i) {
        large.name = u"Large %1"_s.arg(i);
        (void)list.create(large);
    }
    return list;
}

QString folderOfChild()
{
    return QString::fromLocal8Bit(qgetenv("DESK_TEST_CHILD_FOLDER"));
}

// What a second process of this program does, see main().
int beAnotherInstance()
{
    const QString work = QString::fromLocal8Bit(qgetenv("DESK_TEST_CHILD"));
    if (work == "create"_L1) {
        ProfileStore store(folderOfChild());
        for (int i = 0; i < 20; ++i) {
            const QString name =
                u"%1-%2"_s.arg(QString::fromLocal8Bit(qgetenv("DESK_TEST_CHILD_NAME"))).arg(i);
            // Somebody else may hold the lock for long on a busy machine.
            if (!store.create(draft(name)).hasValue())
                return 1;
            while (!store.isSaved())
                (void)store.save();
        }
        return 0;
    }
    ProfileStore store(folderOfChild());
    Profile profile = *store.create(draft(u"Victim %1"_s.arg(QCoreApplication::applicationPid())));
    for (int i = 0;; ++i) {
        profile.linkHosts = QStringList(20, u"h%1.%2.example"_s.arg(i).arg(QString(60, u'x')));
        if (!store.edit(profile).hasValue())
            return 1;
    }
}

std::unique_ptr<QProcess> startChild(
    const QString &work, const QString &folder, const QString &name = {})
{
    auto child = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESK_TEST_CHILD"_s, work);
    environment.insert(u"DESK_TEST_CHILD_FOLDER"_s, folder);
    environment.insert(u"DESK_TEST_CHILD_NAME"_s, name);
    child->setProcessEnvironment(environment);
    child->start(QCoreApplication::applicationFilePath(), QStringList());
    return child;
}

} // namespace

void ProfileStoreTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void ProfileStoreTest::put(const QByteArray &bytes) const
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray ProfileStoreTest::content() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList ProfileStoreTest::files() const
{
    return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void ProfileStoreTest::beginsWithoutAFile()
{
    const ProfileStore store(m_folder->path());
    QCOMPARE(names(store), u"Practice"_s);
    QVERIFY(!store.problem());
    QVERIFY(store.isSaved());
    QVERIFY(files().isEmpty());
}

void ProfileStoreTest::remembers()
{
    QList<Profile> expected;
    {
        ProfileStore store(m_folder->path());
        QSignalSpy changed(&store, &ProfileStore::changed);
        Profile acme = draft(u"Acme"_s);
        acme.region = Region::Custom;
        acme.customBaseUrl = u"https://api.acme.example/v1"_s;
        acme.kind = ProfileKind::Production;
        acme.linkHosts = {u"connect.acme.example"_s};
        acme.category = Category::Lms;
        acme.language = FlowLanguage::Italian;
        acme.originIds = OriginIdPolicy::Optional;
        const auto created = store.create(acme);
        QVERIFY(created.hasValue());
        QVERIFY(store.duplicate(created->id, u"copy"_s).hasValue());
        const auto gone = store.create(draft(u"Gone"_s));
        QVERIFY(store.remove(gone->id).hasValue());
        const auto back = store.create(draft(u"Back"_s));
        QVERIFY(store.restore(*store.remove(back->id)).hasValue());
        QVERIFY(!store.move(back->id, 1));
        Profile practice = practiceProfile();
        practice.category = Category::Ats;
        QVERIFY(store.edit(practice).hasValue());
        QCOMPARE(changed.size(), 9);
        QCOMPARE(names(store), u"Practice|Back|Acme|Acme copy"_s);
        expected = store.profiles().profiles();

        QVERIFY(!store.create(draft(u"acme"_s)).hasValue());
        QCOMPARE(changed.size(), 9);
    }
    const ProfileStore again(m_folder->path());
    QCOMPARE(again.profiles().profiles(), expected);
    QVERIFY(!again.problem());
    QVERIFY(again.leftOut().isEmpty());
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

void ProfileStoreTest::isForTheOwnerOnly()
{
#ifndef Q_OS_UNIX
    QSKIP("permissions are another thing here");
#endif
    ProfileStore store(m_folder->path());
    for (const QString &name : {u"A"_s, u"B"_s}) {
        QVERIFY(store.create(draft(name)).hasValue());
        QCOMPARE(QFile::permissions(path()),
            QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser
                | QFileDevice::WriteUser);
    }
}

void ProfileStoreTest::writesNothingTwice()
{
    ProfileStore store(m_folder->path());
    const auto created = store.create(draft(u"Acme"_s));
    const QByteArray before = content();
    QVERIFY(store.edit(*created).hasValue());
    QVERIFY(store.save());
    QCOMPARE(content(), before);
}

void ProfileStoreTest::keepsWhatItDoesNotKnow()
{
    QJsonObject acme = entry(u"a"_s, u"Acme"_s);
    acme.insert("color"_L1, u"red"_s);
    acme.insert("category"_L1, u"CRM"_s); // of a later version
    put(documentOf({acme}));
    ProfileStore store(m_folder->path());
    QVERIFY(store.leftOut().isEmpty());
    Profile profile = *store.profiles().byId(u"a"_s);
    QCOMPARE(profile.category, Category::Hris);
    profile.language = FlowLanguage::German;
    QVERIFY(store.edit(profile).hasValue());

    const QJsonObject root = QJsonDocument::fromJson(content()).object();
    QVERIFY(root.value("later"_L1).toObject().value("more"_L1).toBool());
    const QJsonObject written = root.value("profiles"_L1).toArray().first().toObject();
    QCOMPARE(written.value("color"_L1).toString(), u"red"_s);
    QCOMPARE(written.value("category"_L1).toString(), u"CRM"_s);
    QCOMPARE(written.value("language"_L1).toString(), u"de"_s);

    profile.category = Category::Ats;
    QVERIFY(store.edit(profile).hasValue());
    QVERIFY(content().contains("ATS"));
}

void ProfileStoreTest::leavesOutWhatItCannotUse_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<Field>("field");
    QTest::addColumn<Problem>("problem");

    const auto row = [](const char *name, const QJsonValue &value, Field field, Problem problem) {
        QTest::newRow(name) << value << field << problem;
    };
    QJsonObject kind = entry(u"x"_s, u"X"_s);
    kind.insert("kind"_L1, u"staging"_s);
    QJsonObject region = entry(u"x"_s, u"X"_s);
    region.insert("region"_L1, 3);
    QJsonObject host = entry(u"x"_s, u"X"_s);
    host.insert("link_hosts"_L1, QJsonArray{u"*.example"_s});
    row("no object", u"x"_s, Field::Whole, Problem::WrongType);
    row("no id", QJsonObject(), Field::Id, Problem::Missing);
    row("an id that is a path", entry(u"../x"_s, u"X"_s), Field::Id, Problem::UnknownValue);
    row("an id that is there", entry(u"a"_s, u"X"_s), Field::Id, Problem::Taken);
    row("no name", entry(u"x"_s, {}), Field::Name, Problem::Missing);
    row("a kind of a later version", kind, Field::Kind, Problem::UnknownValue);
    row("a region that is a number", region, Field::Region, Problem::WrongType);
    row("a host that is none", host, Field::LinkHosts, Problem::Wildcard);
}

void ProfileStoreTest::leavesOutWhatItCannotUse()
{
    QFETCH(QJsonValue, value);
    QFETCH(Field, field);
    QFETCH(Problem, problem);
    put(documentOf({entry(u"a"_s, u"Acme"_s), value, entry(u"b"_s, u"Beta"_s)}));
    ProfileStore store(m_folder->path());
    QCOMPARE(names(store), u"Practice|Acme|Beta"_s);
    QCOMPARE(store.leftOut().size(), 1);
    QCOMPARE(store.leftOut().constFirst().row, 1);
    QCOMPARE(store.leftOut().constFirst().errors.first().field, field);
    QCOMPARE(store.leftOut().constFirst().errors.first().problem, problem);
    // It stays in the file, word for word.
    QVERIFY(store.create(draft(u"Gamma"_s)).hasValue());
    QVERIFY(store.remove(u"a"_s).hasValue());
    const QJsonArray written =
        QJsonDocument::fromJson(content()).object().value("profiles"_L1).toArray();
    QCOMPARE(written.size(), 3);
    QVERIFY(written.contains(value));
}

void ProfileStoreTest::guardsPracticeAgainstTheFile()
{
    QJsonObject practice = entry(u"practice"_s, u"Real thing"_s);
    practice.insert("link_hosts"_L1, QJsonArray{u"evil.example"_s});
    practice.insert("category"_L1, u"LMS"_s);
    QJsonObject root =
        QJsonDocument::fromJson(documentOf({entry(u"a"_s, u"Practice"_s), practice})).object();
    root.insert("deleted"_L1, QJsonObject{{u"practice"_s, u"2090-01-01T00:00:00.000Z"_s}});
    put(QJsonDocument(root).toJson());
    const ProfileStore store(m_folder->path());
    QCOMPARE(names(store), u"Practice|Practice 2"_s);
    Profile expected = practiceProfile();
    expected.category = Category::Lms;
    expected.originIds = OriginIdPolicy::Required;
    QCOMPARE(store.profiles().profiles().first(), expected);
}

void ProfileStoreTest::isBounded()
{
    QJsonArray entries;
    for (int i = 0; i < 20000; ++i)
        entries.append(entry(u"p-%1"_s.arg(i), u"P%1"_s.arg(i)));
    put(documentOf(entries));
    ProfileStore store(m_folder->path());
    QCOMPARE(store.profiles().profiles().size(), ProfileLimit::profiles);
    QCOMPARE(store.leftOut().size(), 100);
    QCOMPARE(store.leftOut().constFirst().errors,
        (QList<ProfileError>{{Field::Whole, Problem::TooMany}}));
    // What did not fit is still in the file, and fits once there is room.
    QVERIFY(store.remove(u"p-0"_s).hasValue());
    const ProfileStore again(m_folder->path());
    QCOMPARE(again.profiles().profiles().last().id, u"p-199"_s);
    QCOMPARE(
        QJsonDocument::fromJson(content()).object().value("profiles"_L1).toArray().size(), 19999);
}

void ProfileStoreTest::keepsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("empty, as after a crash of the system") << QByteArray();
    QTest::newRow("zeros, as after a crash of the system") << QByteArray(4096, '\0');
    QTest::newRow("half of it") << documentOf({entry(u"a"_s, u"Acme"_s)}).chopped(20);
    QTest::newRow("garbage") << QByteArray("\x89PNG\r\n\x1a\n", 8);
    QTest::newRow("nested without end") << QByteArray(1000000, '[');
    QTest::newRow("another program's") << QByteArray(R"({"version":1,"profiles":[]})");
    QTest::newRow("profiles that are none")
        << QByteArray(R"({"format":"connect-desk-profiles","version":1,"profiles":7})");
    QTest::newRow("a version that is none")
        << QByteArray(R"({"format":"connect-desk-profiles","version":"1","profiles":[]})");
    QTest::newRow("huge") << documentOf({}) + QByteArray(ProfileLimit::documentBytes, ' ');
}

void ProfileStoreTest::keepsADamagedFileAside()
{
    QFETCH(QByteArray, bytes);
    put(bytes);
    ProfileStore store(m_folder->path());
    QCOMPARE(names(store), u"Practice"_s);
    QVERIFY(store.problem());
    QCOMPARE(store.problem()->kind, Kind::Damaged);
    QCOMPARE(store.problem()->file, path());
    QFile kept(store.problem()->keptAs);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QVERIFY2(QFileInfo(kept).fileName().startsWith("profiles-damaged-2"_L1),
        qPrintable(kept.fileName()));

    QSignalSpy told(&store, &ProfileStore::problemChanged);
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(!store.problem());
    QCOMPARE(told.size(), 1);
    QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|Acme"_s);
}

void ProfileStoreTest::keepsEachDamagedFile()
{
    QStringList kept;
    for (int i = 0; i < 3; ++i) {
        put(QByteArray("damage ") + QByteArray::number(i));
        kept.append(ProfileStore(m_folder->path()).problem()->keptAs);
    }
    QCOMPARE(kept.removeDuplicates(), 0);
    QCOMPARE(files().size(), 4);
}

void ProfileStoreTest::putsAsideWhatIsDamagedWhileRunning()
{
    ProfileStore store(m_folder->path());
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    put("damage");
    QVERIFY(store.create(draft(u"Beta"_s)).hasValue());
    QVERIFY(store.isSaved());
    QCOMPARE(store.problem()->kind, Kind::Damaged);
    QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|Acme|Beta"_s);
}

void ProfileStoreTest::refusesToTouchANewerFile()
{
    const QByteArray newer = documentOf({entry(u"a"_s, u"Acme"_s)}, 2);
    put(newer);
    ProfileStore store(m_folder->path());
    QCOMPARE(store.problem()->kind, Kind::Newer);
    QVERIFY(store.create(draft(u"Beta"_s)).hasValue());
    QVERIFY(!store.isSaved());
    QVERIFY(!store.save());
    QCOMPARE(store.problem()->kind, Kind::Newer);
    QCOMPARE(names(store), u"Practice|Beta"_s);
    QCOMPARE(content(), newer);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});

    // The older version is back: what was made in between is not lost.
    put(documentOf({entry(u"a"_s, u"Acme"_s)}));
    QVERIFY(store.save());
    QVERIFY(!store.problem());
    QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|Acme|Beta"_s);
}

void ProfileStoreTest::refusesWhatIsNoFile()
{
    QVERIFY(QDir(m_folder->path()).mkdir(u"profiles.json"_s));
    ProfileStore store(m_folder->path());
    QCOMPARE(store.problem()->kind, Kind::Unreadable);
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(!store.isSaved());
    QCOMPARE(names(store), u"Practice|Acme"_s);
}

void ProfileStoreTest::twoInstancesLoseNothing()
{
    ProfileStore one(m_folder->path());
    ProfileStore two(m_folder->path());
    QVERIFY(one.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(two.create(draft(u"Beta"_s)).hasValue());
    QVERIFY(one.create(draft(u"Gamma"_s)).hasValue());
    QCOMPARE(names(one), u"Practice|Acme|Beta|Gamma"_s);
    QCOMPARE(names(ProfileStore(m_folder->path())), names(one));
    QVERIFY(two.remove(two.profiles().profiles().at(1).id).hasValue());
    QCOMPARE(names(two), u"Practice|Beta|Gamma"_s);
    QVERIFY(one.save());
    QCOMPARE(names(one), u"Practice|Beta|Gamma"_s);
}

void ProfileStoreTest::theLastEditHolds()
{
    ProfileStore one(m_folder->path());
    const Profile acme = *one.create(draft(u"Acme"_s));
    const Profile beta = *one.create(draft(u"Beta"_s));
    ProfileStore two(m_folder->path());
    Profile mine = acme;
    mine.region = Region::Us;
    Profile theirs = acme;
    theirs.language = FlowLanguage::French;
    Profile other = beta;
    other.language = FlowLanguage::Spanish;
    QVERIFY(two.edit(other).hasValue());
    QVERIFY(one.edit(mine).hasValue());
    QVERIFY(two.edit(theirs).hasValue());
    QVERIFY(one.save());
    for (const ProfileStore *store : {&one, &two}) {
        QCOMPARE(*store->profiles().byId(acme.id), theirs);
        QCOMPARE(*store->profiles().byId(beta.id), other);
    }
}

void ProfileStoreTest::deletionMeetsEdit()
{
    const QDateTime first = QDateTime::currentDateTimeUtc();
    ProfileList list;
    const Profile acme = *list.create(draft(u"Acme"_s));
    ProfileDocument start;
    start.apply(list, first);

    ProfileList without = list;
    QVERIFY(without.remove(acme.id).hasValue());
    ProfileList edited = list;
    Profile changed = acme;
    changed.region = Region::Us;
    QVERIFY(edited.edit(changed).hasValue());

    for (const int deletionFirst : {1, 0}) {
        ProfileDocument deleting = start;
        deleting.apply(without, first.addSecs(deletionFirst ? 1 : 2));
        ProfileDocument editing = start;
        editing.apply(edited, first.addSecs(deletionFirst ? 2 : 1));
        const ProfileList expected = deletionFirst ? edited : ProfileList();
        QCOMPARE(ProfileDocument::merged(deleting, editing).list(), expected);
        QCOMPARE(ProfileDocument::merged(editing, deleting).list(), expected);
        const auto read = ProfileDocument::read(ProfileDocument::merged(editing, deleting).write());
        QCOMPARE(read->list(), expected);
    }
}

void ProfileStoreTest::ordersMeet()
{
    ProfileStore one(m_folder->path());
    for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
        QVERIFY(one.create(draft(name)).hasValue());
    ProfileStore two(m_folder->path());
    const QString c = two.profiles().profiles().last().id;
    QVERIFY(!two.move(c, 1));
    // Made without having seen the new order.
    QVERIFY(one.create(draft(u"D"_s)).hasValue());
    QCOMPARE(names(one), u"Practice|C|A|B|D"_s);
    QVERIFY(one.duplicate(c, u"copy"_s).hasValue());
    QVERIFY(two.save());
    QCOMPARE(names(two), u"Practice|C|C copy|A|B|D"_s);
}

void ProfileStoreTest::bothMakeTheSameName()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<ProfileDocument> documents;
    for (int i = 0; i < 2; ++i) {
        ProfileList list;
        QVERIFY(list.create(draft(u"Acme"_s)).hasValue());
        ProfileDocument document;
        document.apply(list, now);
        documents.append(document);
    }
    const ProfileDocument both = ProfileDocument::merged(documents.at(0), documents.at(1));
    const auto profiles = both.list().profiles();
    QCOMPARE(profiles.size(), 3);
    QCOMPARE(profiles.at(1).name, u"Acme"_s);
    QCOMPARE(profiles.at(2).name, u"Acme 2"_s);
    QCOMPARE(ProfileDocument::read(both.write())->list(), both.list());
}

void ProfileStoreTest::noticesAnotherInstance()
{
    ProfileStore one(m_folder->path());
    ProfileStore two(m_folder->path());
    QSignalSpy changed(&one, &ProfileStore::changed);
    QSignalSpy elsewhere(&one, &ProfileStore::changedElsewhere);
    QSignalSpy own(&two, &ProfileStore::changedElsewhere);
    QVERIFY(two.create(draft(u"Acme"_s)).hasValue());
    QTRY_COMPARE(elsewhere.size(), 1);
    QCOMPARE(names(one), u"Practice|Acme"_s);
    // The watch goes on after the file was replaced.
    QVERIFY(two.create(draft(u"Beta"_s)).hasValue());
    QTRY_COMPARE(elsewhere.size(), 2);
    QCOMPARE(names(one), u"Practice|Acme|Beta"_s);
    QCOMPARE(changed.size(), 2);
    QVERIFY(one.create(draft(u"Gamma"_s)).hasValue());
    QTRY_COMPARE(own.size(), 1);
    QCOMPARE(elsewhere.size(), 2);
}

void ProfileStoreTest::noticesAnEditor()
{
    ProfileStore store(m_folder->path());
    const Profile acme = *store.create(draft(u"Acme"_s));
    QSignalSpy elsewhere(&store, &ProfileStore::changedElsewhere);
    // In place, as some editors write, and by way of half a file.
    const QByteArray edited = content().replace("\"eu\"", "\"us\"");
    put(edited.first(30));
    QTest::qWait(150);
    QVERIFY(!store.problem());
    QCOMPARE(names(store), u"Practice|Acme"_s);
    put(edited);
    QTRY_COMPARE(elsewhere.size(), 1);
    QCOMPARE(store.profiles().byId(acme.id)->region, Region::Us);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

void ProfileStoreTest::manyProcessesLoseNothing()
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        children.push_back(startChild(u"create"_s, m_folder->path(), name));
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished(40000));
        QCOMPARE(child->exitCode(), 0);
    }
    const ProfileStore store(m_folder->path());
    QVERIFY(!store.problem());
    QCOMPARE(store.profiles().profiles().size(), 61);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
}

void ProfileStoreTest::anEditOutdoesAClockThatWasSetBack()
{
    const QDateTime wrong(QDate(2090, 1, 1), QTime(0, 0), Qt::UTC);
    ProfileList list;
    Profile acme = *list.create(draft(u"Acme"_s));
    ProfileDocument before;
    before.apply(list, wrong);
    acme.region = Region::Us;
    QVERIFY(list.edit(acme).hasValue());
    ProfileDocument after = before;
    after.apply(list, QDateTime::currentDateTimeUtc());
    QCOMPARE(ProfileDocument::merged(after, before).list(), list);

    QVERIFY(list.remove(acme.id).hasValue());
    ProfileDocument gone = after;
    gone.apply(list, QDateTime::currentDateTimeUtc());
    QCOMPARE(ProfileDocument::merged(gone, after).list(), list);
    QCOMPARE(ProfileDocument::merged(after, gone).list(), list);
}

void ProfileStoreTest::survivesBeingKilled()
{
    {
        ProfileStore store(m_folder->path());
        QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    }
    for (int i = 0; i < 12; ++i) {
        const auto child = startChild(u"edit forever"_s, m_folder->path());
        QVERIFY(child->waitForStarted());
        const QByteArray before = content();
        QTRY_VERIFY_WITH_TIMEOUT(content() != before, 20000);
        QTest::qWait(i);
        child->kill();
        QVERIFY(child->waitForFinished());
        const auto read = ProfileDocument::read(content());
        QVERIFY(read.hasValue());
        QVERIFY(read->list().profiles().size() >= 2);
        QCOMPARE(read->list().profiles().at(1).name, u"Acme"_s);
    }
    // The lock of a process that is gone holds nobody up for long.
    ProfileStore store(m_folder->path());
    QVERIFY(store.create(draft(u"Beta"_s)).hasValue());
    QTRY_VERIFY_WITH_TIMEOUT(store.isSaved(), 20000);
}

void ProfileStoreTest::waitsForTheLockOnlySoLong()
{
    ProfileStore store(m_folder->path());
    QLockFile lock(path(u"profiles.lock"_s));
    QVERIFY(lock.lock());
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(!store.isSaved());
    QCOMPARE(store.problem()->kind, Kind::Locked);
    QVERIFY(!QFile::exists(path()));
    lock.unlock();
    QTRY_VERIFY(store.isSaved());
    QVERIFY(!store.problem());
    QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|Acme"_s);
}

void ProfileStoreTest::keepsEditsOfAReadOnlyFolderInMemory()
{
    ProfileStore store(m_folder->path());
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    QFile::setPermissions(path(), test::ReadOnlyFolder::readable);
    const QByteArray before = content();
    {
        const test::ReadOnlyFolder readOnly(m_folder->path());
        const test::OrdinaryUser user;
        if (!user.worked())
            QSKIP("cannot become an ordinary user");
        QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|Acme"_s);
        QVERIFY(store.create(draft(u"Beta"_s)).hasValue());
        QCOMPARE(names(store), u"Practice|Acme|Beta"_s);
        QVERIFY(!store.isSaved());
        QVERIFY(store.problem());
        QCOMPARE(store.problem()->kind, Kind::Unwritable);
    }
    QCOMPARE(content(), before);
    QCOMPARE(files(), QStringList{u"profiles.json"_s});
    QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QVERIFY(store.save());
    QVERIFY(!store.problem());
    QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|Acme|Beta"_s);
}

void ProfileStoreTest::keepsADamagedFileOfAReadOnlyFolder()
{
    put("damage");
    QFile::setPermissions(path(), test::ReadOnlyFolder::readable);
    const test::ReadOnlyFolder readOnly(m_folder->path());
    const test::OrdinaryUser user;
    if (!user.worked())
        QSKIP("cannot become an ordinary user");
    ProfileStore store(m_folder->path());
    QCOMPARE(store.problem()->kind, Kind::DamagedInPlace);
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(!store.isSaved());
    QCOMPARE(content(), QByteArray("damage"));
}

void ProfileStoreTest::survivesAFullDisk()
{
#ifdef Q_OS_LINUX
    const QByteArray folder = QFile::encodeName(m_folder->path());
    if (mount("tmpfs", folder.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("mounting a small disk needs root's rights");
    const auto unmount = qScopeGuard([&folder] { umount2(folder.constData(), MNT_DETACH); });
    ProfileStore store(m_folder->path());
    QVERIFY(store.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(store.isSaved());
    const QByteArray before = content();
    QFile filler(path(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) > 0) { }
    filler.close();

    QVERIFY(store.create(draft(u"Beta"_s)).hasValue());
    QCOMPARE(names(store), u"Practice|Acme|Beta"_s);
    QVERIFY(!store.isSaved());
    QCOMPARE(store.problem()->kind, Kind::DiskFull);
    QCOMPARE(content(), before);
    QCOMPARE(files(), (QStringList{u"filler"_s, u"profiles.json"_s}));

    // Room for the lock and for a part of the file.
    QVERIFY(filler.resize(filler.size() - qsizetype{32} * 1024));
    QVERIFY(store.import(exportProfiles(largeList()).document).hasValue());
    QVERIFY(!store.isSaved());
    QCOMPARE(store.problem()->kind, Kind::DiskFull);
    QVERIFY(!store.problem()->systemText.isEmpty());
    QCOMPARE(content(), before);
    QCOMPARE(files(), (QStringList{u"filler"_s, u"profiles.json"_s}));

    QVERIFY(filler.remove());
    QVERIFY(store.save());
    QVERIFY(!store.problem());
    QCOMPARE(ProfileStore(m_folder->path()).profiles(), store.profiles());
    QCOMPARE(store.profiles().profiles().size(), 63);
#else
    QSKIP("needs a disk of its own");
#endif
}

void ProfileStoreTest::importsAndSaves()
{
    ProfileList from;
    QVERIFY(from.create(draft(u"Acme"_s)).hasValue());
    QVERIFY(from.create(draft(u"Beta"_s)).hasValue());
    ProfileStore store(m_folder->path());
    QVERIFY(store.create(draft(u"acme"_s)).hasValue());
    QSignalSpy changed(&store, &ProfileStore::changed);
    const auto report = store.import(exportProfiles(from).document);
    QVERIFY(report.hasValue());
    QCOMPARE(report->added.size(), 2);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(names(ProfileStore(m_folder->path())), u"Practice|acme|Acme 2|Beta"_s);
    QVERIFY(!store.import("no").hasValue());
    QCOMPARE(changed.size(), 1);
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_TEST_CHILD"))
        return beAnotherInstance();
    ProfileStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_profilestore.moc"
