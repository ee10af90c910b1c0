// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "drafts/detailsjson.h"
#include "drafts/draftstore.h"

#include "ordinaryuser.h"

#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using Kind = DetailsFileProblem::Kind;

class DraftStoreTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithNothing();
    void remembersEverything_data();
    void remembersEverything();
    void writesManyEditsAtOnce();
    void savesWhoNeverStopsTyping();
    void writesWhenItGoes();
    void keepsEachProfileApart();
    void forgetsWhatWasDropped();
    void isForTheOwnerOnly();
    void boundsTexts();
    void keepsADamagedFileAside_data();
    void keepsADamagedFileAside();
    void keepsADamagedFileAsideBeforeWriting();
    void leavesANewerFileAlone();
    void readsWhatItKnows();
    void theLastWriterWins();
    void instancesDoNotTouchOtherProfiles();
    void keepsInMemoryWhatCannotBeWritten();
    void refusesNamesThatAreNoIds_data();
    void refusesNamesThatAreNoIds();
    void survivesBeingKilled();

private:
    QString folder() const { return m_folder->filePath(u"drafts"_s); }
    QString path(const QString &name = u"practice.json"_s) const
    {
        return QDir(folder()).filePath(name);
    }
    void put(const QByteArray &bytes) const;
    QByteArray content(const QString &name = u"practice.json"_s) const;
    QStringList files() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@"_s;
    details.organization = u"Müller & Söhne 🚀"_s;
    details.originId = u"cust-0042"_s;
    details.category = Category::Lms;
    details.tool = u"no tool at all"_s;
    details.remoteEnvironment = u"sandbox"_s;
    details.language = FlowLanguage::Italian;
    details.scopeConfigId = u"scp"_s;
    details.filtering = true;
    details.fieldMapping = true;
    details.linkType = LinkType::MagicLink;
    return details;
}

ConnectDetails named(const QString &organization)
{
    ConnectDetails details;
    details.organization = organization;
    return details;
}

// Keeps one draft after another until it is killed, see main().
int typeForever()
{
    DraftStore store(QString::fromLocal8Bit(qgetenv("DESK_TEST_CHILD_FOLDER")));
    for (int i = 0;; ++i) {
        store.keep(u"practice"_s, named(QString::number(i).repeated(500)));
        (void)store.flush();
    }
}

} // namespace

void DraftStoreTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void DraftStoreTest::put(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray DraftStoreTest::content(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void DraftStoreTest::beginsWithNothing()
{
    DraftStore store(folder());
    QVERIFY(!store.draft(u"practice"_s));
    QVERIFY(!store.problem());
    QVERIFY(store.flush());
    QVERIFY(!QFile::exists(folder()));
}

void DraftStoreTest::remembersEverything_data()
{
    QTest::addColumn<ConnectDetails>("details");
    QTest::newRow("an empty form") << ConnectDetails();
    QTest::newRow("every field, right or wrong") << northwind();
    ConnectDetails odd;
    odd.email = u"  \"quoted\\\" \n<b>  "_s;
    odd.tool = u" "_s;
    QTest::newRow("blanks and line breaks") << odd;
}

void DraftStoreTest::remembersEverything()
{
    QFETCH(ConnectDetails, details);
    {
        DraftStore store(folder());
        store.keep(u"practice"_s, details);
        QCOMPARE(store.draft(u"practice"_s), std::optional(details));
        QVERIFY(store.flush());
        QCOMPARE(store.draft(u"practice"_s), std::optional(details));
    }
    QCOMPARE(DraftStore(folder()).draft(u"practice"_s), std::optional(details));
}

void DraftStoreTest::writesManyEditsAtOnce()
{
    DraftStore store(folder(), nullptr, 30ms);
    for (const QString &text : {u"N"_s, u"No"_s, u"Nor"_s})
        store.keep(u"practice"_s, named(text));
    QVERIFY(!QFile::exists(path()));
    QTRY_VERIFY(QFile::exists(path()));
    QCOMPARE(DraftStore(folder()).draft(u"practice"_s), std::optional(named(u"Nor"_s)));
}

void DraftStoreTest::savesWhoNeverStopsTyping()
{
    DraftStore store(folder(), nullptr, 30ms);
    int keys = 0;
    QTimer typing;
    connect(&typing, &QTimer::timeout, &store,
        [&] { store.keep(u"practice"_s, named(QString::number(++keys))); });
    typing.start(5ms);
    QTRY_VERIFY(QFile::exists(path()));
    QVERIFY(typing.isActive());
}

void DraftStoreTest::writesWhenItGoes()
{
    {
        DraftStore store(folder());
        store.keep(u"practice"_s, northwind());
    }
    QCOMPARE(DraftStore(folder()).draft(u"practice"_s), std::optional(northwind()));
}

void DraftStoreTest::keepsEachProfileApart()
{
    DraftStore store(folder());
    store.keep(u"practice"_s, named(u"One"_s));
    store.keep(u"other-1"_s, named(u"Other"_s));
    QVERIFY(store.flush());
    QCOMPARE(files(), (QStringList{u"other-1.json"_s, u"practice.json"_s}));
    DraftStore again(folder());
    QCOMPARE(again.draft(u"practice"_s)->organization, u"One"_s);
    QCOMPARE(again.draft(u"other-1"_s)->organization, u"Other"_s);
    QVERIFY(!again.draft(u"other"_s));
}

void DraftStoreTest::forgetsWhatWasDropped()
{
    DraftStore store(folder(), nullptr, 10ms);
    store.keep(u"practice"_s, northwind());
    store.drop(u"practice"_s);
    QVERIFY(!store.draft(u"practice"_s));
    QVERIFY(store.flush());
    QVERIFY(files().isEmpty());
    store.keep(u"practice"_s, northwind());
    QVERIFY(store.flush());
    store.drop(u"practice"_s);
    QVERIFY(files().isEmpty());
    QVERIFY(!store.problem());
}

void DraftStoreTest::isForTheOwnerOnly()
{
    DraftStore store(folder());
    store.keep(u"practice"_s, northwind());
    QVERIFY(store.flush());
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
        | QFileDevice::ExeOther;
    QVERIFY(!(QFile::permissions(path()) & others));
    QVERIFY(!(QFile::permissions(folder()) & others));
}

void DraftStoreTest::boundsTexts()
{
    DraftStore store(folder());
    store.keep(u"practice"_s, named(u"🚀"_s.repeated(longestKeptText)));
    QVERIFY(store.flush());
    const QString kept = DraftStore(folder()).draft(u"practice"_s)->organization;
    QCOMPARE(kept, u"🚀"_s.repeated(longestKeptText / 2));
    store.keep(u"practice"_s, named(u'x' + u"🚀"_s.repeated(longestKeptText)));
    QVERIFY(store.flush());
    QCOMPARE(DraftStore(folder()).draft(u"practice"_s)->organization.size(), longestKeptText - 1);
}

void DraftStoreTest::keepsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("damage");
    QTest::newRow("cut off") << QByteArray(R"({"format":"connect-desk-draft","versi)");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("of another kind")
        << QByteArray(R"({"format":"connect-desk-template","version":1})");
    QTest::newRow("without a version") << QByteArray(R"({"format":"connect-desk-draft"})");
    QTest::newRow("far too large") << QByteArray(DetailsFolder::largestFile + 1, ' ');
}

void DraftStoreTest::keepsADamagedFileAside()
{
    QFETCH(QByteArray, bytes);
    put(bytes);
    DraftStore store(folder());
    QSignalSpy told(&store, &DraftStore::problemChanged);
    QVERIFY(!store.draft(u"practice"_s));
    QCOMPARE(told.size(), 1);
    QCOMPARE(store.problem()->kind, Kind::Damaged);
    QCOMPARE(files().size(), 1);
    QCOMPARE(path(files().constFirst()), store.problem()->keptAs);
    QCOMPARE(content(files().constFirst()), bytes);
    QVERIFY(!store.draft(u"practice"_s));
    store.keep(u"practice"_s, northwind());
    QVERIFY(store.flush());
    QVERIFY(!store.problem());
    QCOMPARE(files().size(), 2);
}

void DraftStoreTest::keepsADamagedFileAsideBeforeWriting()
{
    DraftStore store(folder());
    put("damage");
    store.keep(u"practice"_s, northwind());
    QVERIFY(store.flush());
    QCOMPARE(store.problem()->kind, Kind::Damaged);
    QCOMPARE(files().size(), 2);
    QCOMPARE(DraftStore(folder()).draft(u"practice"_s), std::optional(northwind()));
}

void DraftStoreTest::leavesANewerFileAlone()
{
    const QByteArray newer = R"({"format":"connect-desk-draft","version":2,"form":{"email":"x"}})";
    put(newer);
    DraftStore store(folder());
    QVERIFY(!store.draft(u"practice"_s));
    QCOMPARE(store.problem()->kind, Kind::Newer);
    store.keep(u"practice"_s, northwind());
    QVERIFY(!store.flush());
    QCOMPARE(store.draft(u"practice"_s), std::optional(northwind()));
    QCOMPARE(content(), newer);
    store.drop(u"practice"_s);
    QCOMPARE(content(), newer);
}

void DraftStoreTest::readsWhatItKnows()
{
    put(R"({"format":"connect-desk-draft","version":1,"form":{"email":7,"organization":"Acme",
        "origin_id":"","category":"CRM","language":"de","link_type":[],"filtering":"yes",
        "later":true}})");
    DraftStore store(folder());
    ConnectDetails wanted = named(u"Acme"_s);
    wanted.language = FlowLanguage::German;
    QCOMPARE(store.draft(u"practice"_s), std::optional(wanted));
    QVERIFY(!store.problem());
}

void DraftStoreTest::theLastWriterWins()
{
    DraftStore one(folder());
    DraftStore other(folder());
    one.keep(u"practice"_s, named(u"One"_s));
    other.keep(u"practice"_s, named(u"Other"_s));
    QVERIFY(other.flush());
    QVERIFY(one.flush());
    QCOMPARE(other.draft(u"practice"_s)->organization, u"One"_s);
}

void DraftStoreTest::instancesDoNotTouchOtherProfiles()
{
    DraftStore one(folder());
    DraftStore other(folder());
    one.keep(u"a"_s, named(u"A"_s));
    other.keep(u"b"_s, named(u"B"_s));
    QVERIFY(one.flush());
    QVERIFY(other.flush());
    one.drop(u"a"_s);
    QVERIFY(!other.draft(u"a"_s));
    QCOMPARE(one.draft(u"b"_s)->organization, u"B"_s);
}

void DraftStoreTest::keepsInMemoryWhatCannotBeWritten()
{
    DraftStore store(folder());
    store.keep(u"practice"_s, named(u"One"_s));
    QVERIFY(store.flush());
    QFile::setPermissions(path(), test::ReadOnlyFolder::readable);
    QFile::setPermissions(m_folder->path(), test::ReadOnlyFolder::readable);
    {
        const test::ReadOnlyFolder readOnly(folder());
        const test::OrdinaryUser user;
        if (!user.worked())
            QSKIP("cannot become an ordinary user");
        store.keep(u"practice"_s, named(u"Two"_s));
        QVERIFY(!store.flush());
        QCOMPARE(store.problem()->kind, Kind::Unwritable);
        QCOMPARE(store.draft(u"practice"_s)->organization, u"Two"_s);
    }
    QVERIFY(store.flush());
    QVERIFY(!store.problem());
    QCOMPARE(DraftStore(folder()).draft(u"practice"_s)->organization, u"Two"_s);
}

void DraftStoreTest::refusesNamesThatAreNoIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("empty") << QString();
    QTest::newRow("a way up") << u"../practice"_s;
    QTest::newRow("a path") << u"/tmp/practice"_s;
    QTest::newRow("capitals") << u"Practice"_s;
    QTest::newRow("a null") << u"a"_s + QChar::Null;
    QTest::newRow("long") << QString(65, u'x');
}

void DraftStoreTest::refusesNamesThatAreNoIds()
{
    QFETCH(QString, id);
    DraftStore store(folder());
    store.keep(id, northwind());
    QVERIFY(!store.flush());
    QCOMPARE(store.draft(id), std::optional(northwind()));
    QVERIFY(!QFile::exists(folder()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 0);
    store.drop(id);
}

void DraftStoreTest::survivesBeingKilled()
{
    for (int i = 0; i < 8; ++i) {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DESK_TEST_CHILD_FOLDER"_s, folder());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), QStringList());
        QVERIFY(child.waitForStarted());
        const QByteArray before = content();
        // Asked once: what is typed comes round to what it was.
        QVERIFY(QTest::qWaitFor([&] { return content() != before; }, 20000));
        QTest::qWait(i);
        child.kill();
        QVERIFY(child.waitForFinished());
        DraftStore store(folder());
        QVERIFY(store.draft(u"practice"_s));
        QVERIFY(!store.problem());
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_TEST_CHILD_FOLDER"))
        return typeForever();
    DraftStoreTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_draftstore.moc"
