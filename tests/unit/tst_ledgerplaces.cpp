// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerstage.h"
#include "ordinaryuser.h"

#include "history/ledgerchores.h"
#include "ledger/ledgerdatabase.h"
#include "wording/ledgerwording.h"

#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QSignalSpy>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Reason = LedgerError::Reason;

//! Where a ledger, its backup and its export may be asked to lie.
class LedgerPlacesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void worksUnderAnyName_data();
    void worksUnderAnyName();
    void followsALinkToAFolder();
    void saysWhereThereCanBeNone_data();
    void saysWhereThereCanBeNone();
    void doesNotTakeAClosedFolderForAnEmptyOne();
    void saysThatAFileIsNotItsOwn();
    void keepsItsFilesToItselfInAnOpenFolder();
    void leavesNothingOnAFullDisk_data();
    void leavesNothingOnAFullDisk();
    void namesTheFileThatCannotBeMade_data();
    void namesTheFileThatCannotBeMade();

private:
    QString at(const QString &name) const { return m_dir->path() + u'/' + name; }
    QStringList everything() const
    {
        return QDir(m_dir->path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
    | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
    | QFileDevice::ExeOther;

bool isForOwner(const QString &path)
{
    return (QFile::permissions(path) & others) == QFileDevice::Permissions();
}

bool writeInto(const QString &folder, int attempts = 1, qsizetype length = 10)
{
    auto opening = openLedger(folder, LedgerAccess::ReadWrite);
    bool isWritten = opening && !opening->isReadOnly;
    for (int i = 0; isWritten && i < attempts; ++i)
        isWritten =
            opening->ledger->write(AttemptBegun{someAttempt(QString(length, u'x'))}).hasValue();
    return isWritten;
}

qint64 countIn(const QString &folder)
{
    const auto opening = openLedger(folder, LedgerAccess::ReadOnly);
    return opening ? *opening->ledger->count({}) : -1;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

void LedgerPlacesTest::init()
{
    StrictTest::init();
    m_dir = std::make_unique<QTemporaryDir>();
}

void LedgerPlacesTest::worksUnderAnyName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("blanks") << u" two  blanks "_s;
    QTest::newRow("umlauts") << u"Müller und Söhne"_s;
    QTest::newRow("umlauts apart") << u"Mu\u0308ller"_s;
    QTest::newRow("another plane") << u"\U0001f600"_s;
    QTest::newRow("a number sign") << u"a#b"_s;
    QTest::newRow("a question mark") << u"a?mode=ro&immutable=1"_s;
    QTest::newRow("percent") << u"100%"_s;
    QTest::newRow("percent escapes") << u"a%20b%2fc%00d"_s;
    QTest::newRow("the beginning of an address") << u"file:x?vfs=none"_s;
    QTest::newRow("memory") << u":memory:"_s;
    QTest::newRow("signs of patterns") << u"[a]*{b}"_s;
    QTest::newRow("quotes") << u"it's \"quoted\";"_s;
    QTest::newRow("a backslash") << u"a\\b"_s;
    QTest::newRow("a line break") << u"a\nb"_s;
}

void LedgerPlacesTest::worksUnderAnyName()
{
    QFETCH(QString, name);
    const QString folder = at(name);
    QVERIFY(writeInto(folder, 2));
    QVERIFY(isForOwner(folder));
    QCOMPARE(countIn(folder), 2);
    {
        LedgerDatabase unchanging(ledgerFile(folder), LedgerDatabase::Mode::Unchanging);
        QCOMPARE(unchanging.single(u"SELECT count(*) FROM attempts"_s).toInt(), 2);
        QVERIFY(unchanging.answer(Done()).hasValue());
    }
    const QString backup = at(u"backup of "_s + name);
    QVERIFY(openLedger(folder, LedgerAccess::ReadWrite)->ledger->backUpTo(backup).hasValue());
    QVERIFY(isForOwner(backup));
    QVERIFY(writeInto(folder));
    const auto kept = restoreLedger(folder, backup);
    QVERIFY2(kept.hasValue(), kept ? "" : qPrintable(kept.error().detail));
    QCOMPARE(QFileInfo(kept->value()).absolutePath(), QFileInfo(folder).absoluteFilePath());
    QCOMPARE(countIn(folder), 2);
    {
        const auto opening = openLedger(folder, LedgerAccess::ReadWrite);
        QVERIFY(opening->ledger->forget({someAttempt().email, {}, {}, {}}).hasValue());
    }
    QVERIFY(!contentOf(**kept).contains("jo.doe"));
    QStringList all{name, u"backup of "_s + name};
    all.sort();
    QStringList found = everything();
    found.sort();
    QCOMPARE(found, all);
}

void LedgerPlacesTest::followsALinkToAFolder()
{
    QVERIFY(QDir().mkdir(at(u"real"_s)));
    QVERIFY(QFile::link(at(u"real"_s), at(u"link"_s)));
    QVERIFY(writeInto(at(u"link"_s)));
    QCOMPARE(countIn(at(u"real"_s)), 1);
    QVERIFY(isOfLedger(at(u"link"_s), at(u"real/ledger.sqlite-wal"_s)));
    QVERIFY(QFileInfo(at(u"link"_s)).isSymLink());
}

void LedgerPlacesTest::saysWhereThereCanBeNone_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("a link that leads nowhere") << u"dangling"_s;
    QTest::newRow("a link to itself") << u"loop"_s;
    QTest::newRow("a file") << u"file"_s;
    QTest::newRow("below a file") << u"below"_s;
    QTest::newRow("a folder in the place of the file") << u"folder"_s;
    QTest::newRow("a link in the place of the file") << u"filelink"_s;
}

// Nothing is made there or elsewhere, and nothing reads as an empty history.
void LedgerPlacesTest::saysWhereThereCanBeNone()
{
    QFETCH(QString, kind);
    QString folder = at(u"place"_s);
    if (kind == "dangling"_L1) {
        QVERIFY(QFile::link(at(u"nowhere"_s), folder));
    } else if (kind == "loop"_L1) {
        QVERIFY(QFile::link(folder, folder));
    } else if (kind == "filelink"_L1) {
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(QFile::link(at(u"nowhere"_s), folder + u"/ledger.sqlite"_s));
    } else if (kind == "folder"_L1) {
        QVERIFY(QDir().mkpath(folder + u"/ledger.sqlite/kept"_s));
    } else {
        QVERIFY(put(folder, "mine"));
    }
    if (kind == "below"_L1)
        folder += u"/ledger"_s;
    for (const LedgerAccess access : {LedgerAccess::ReadOnly, LedgerAccess::ReadWrite}) {
        const auto opening = openLedger(folder, access);
        if (kind == "folder"_L1 && access == LedgerAccess::ReadWrite) {
            QVERIFY(opening.hasValue()); // put aside, as anything that is none
            QVERIFY(QFileInfo(*opening->keptAside + u"/kept"_s).isDir());
            continue;
        }
        QVERIFY(!opening.hasValue());
        const Reason reason = opening.error().reason;
        QVERIFY2(reason == Reason::NoFolder || reason == Reason::NotReadable
                || reason == Reason::NotALedger,
            qPrintable(QString::number(int(reason))));
        QVERIFY(LedgerWording::message(opening.error()).details.contains(folder));
    }
    QCOMPARE(everything(), {u"place"_s});
    if (kind == "file"_L1 || kind == "below"_L1)
        QCOMPARE(contentOf(at(u"place"_s)), QByteArray("mine"));
}

// Duplicates would not be found, and nobody would know.
void LedgerPlacesTest::doesNotTakeAClosedFolderForAnEmptyOne()
{
    const QString folder = at(u"theirs"_s);
    QVERIFY(writeInto(folder));
    QFile::setPermissions(m_dir->path(), ReadOnlyFolder::readable);
    const OrdinaryUser user;
    if (!user.worked() || getuid() != 0)
        QSKIP("Another user's folder can be made by root only.");
    for (const LedgerAccess access : {LedgerAccess::ReadOnly, LedgerAccess::ReadWrite}) {
        const auto opening = openLedger(folder, access);
        QVERIFY(!opening.hasValue());
        const Reason reason = opening.error().reason;
        QVERIFY2(reason == Reason::NotReadable || reason == Reason::NoFolder,
            qPrintable(QString::number(int(reason))));
    }
}

void LedgerPlacesTest::saysThatAFileIsNotItsOwn()
{
    const QString folder = at(u"shared"_s);
    QVERIFY(writeInto(folder));
    QFile::setPermissions(m_dir->path(), ReadOnlyFolder::readable);
    QFile::setPermissions(folder, ReadOnlyFolder::readable | others);
    const QByteArray before = contentOf(ledgerFile(folder));
    {
        const OrdinaryUser user;
        if (!user.worked() || getuid() != 0)
            QSKIP("Another user's file can be made by root only.");
        for (const LedgerAccess access : {LedgerAccess::ReadOnly, LedgerAccess::ReadWrite}) {
            const auto opening = openLedger(folder, access);
            QVERIFY(!opening.hasValue());
            QCOMPARE(opening.error().reason, Reason::NotReadable);
        }
    }
    QCOMPARE(contentOf(ledgerFile(folder)), before);
    QCOMPARE(countIn(folder), 1);
}

void LedgerPlacesTest::keepsItsFilesToItselfInAnOpenFolder()
{
    const QString folder = at(u"open"_s);
    QVERIFY(QDir().mkdir(folder));
    QFile::setPermissions(folder, ReadOnlyFolder::readable | others | QFileDevice::WriteOwner);
    const auto opening = openLedger(folder, LedgerAccess::ReadWrite);
    QVERIFY(opening.hasValue());
    QVERIFY(opening->ledger->write(AttemptBegun{someAttempt()}).hasValue());
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
        QVERIFY2(isForOwner(ledgerFile(folder) + end), qPrintable(end));
}

void LedgerPlacesTest::leavesNothingOnAFullDisk_data()
{
    QTest::addColumn<QString>("chore");
    QTest::addColumn<bool>("hasEarlier");
    QTest::newRow("a backup") << u"backup"_s << false;
    QTest::newRow("a backup in the place of another") << u"backup"_s << true;
    QTest::newRow("a table") << u"csv"_s << false;
    QTest::newRow("a table in the place of another") << u"csv"_s << true;
    QTest::newRow("JSON") << u"json"_s << false;
    QTest::newRow("a small export") << u"small"_s << true;
}

void LedgerPlacesTest::leavesNothingOnAFullDisk()
{
    QFETCH(QString, chore);
    QFETCH(bool, hasEarlier);
    const QString disk = at(u"disk"_s);
    QVERIFY(QDir().mkdir(disk));
    if (geteuid() != 0
        || QProcess::execute(
               u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=128k"_s, u"tmpfs"_s, disk})
            != 0)
        QSKIP("A small file system can be mounted by root only.");
    const auto unmount = qScopeGuard([&disk] { QProcess::execute(u"umount"_s, {disk}); });
    const bool isSmall = chore == "small"_L1;
    const QByteArray earlier("the one of yesterday");
    const QString file = disk + u"/file"_s;
    if (hasEarlier)
        QVERIFY(put(file, earlier));
    if (isSmall)
        QVERIFY(put(disk + u"/filler"_s, QByteArray(124 * 1024, 'x')));
    const QStringList before = QDir(disk).entryList(QDir::Files | QDir::Hidden | QDir::System);
    QVERIFY(writeInto(at(u"ledger"_s), isSmall ? 20 : 100, isSmall ? 10 : 2'000));
    LedgerChores chores(at(u"ledger"_s));
    QSignalSpy finished(&chores, &LedgerChores::finished);
    if (chore == "backup"_L1)
        chores.backUp(file);
    else
        chores.exportAttempts(
            file, chore == "json"_L1 ? LedgerFormat::Json : LedgerFormat::Csv, {});
    QVERIFY(finished.wait());
    const auto report = finished.constFirst().constFirst().value<LedgerChores::Report>();
    QVERIFY(report.error);
    QCOMPARE(report.error->reason, Reason::DiskFull);
    QVERIFY2(report.error->path.startsWith(file), qPrintable(report.error->path));
    const ErrorMessage message = LedgerWording::fileMessage(*report.error);
    QVERIFY(message.headline.contains(u"disk is full"_s));
    QVERIFY(message.details.contains(file));
    QCOMPARE(QDir(disk).entryList(QDir::Files | QDir::Hidden | QDir::System), before);
    QCOMPARE(contentOf(file), hasEarlier ? earlier : QByteArray());
    QCOMPARE(countIn(at(u"ledger"_s)), isSmall ? 20 : 100);
}

void LedgerPlacesTest::namesTheFileThatCannotBeMade_data()
{
    QTest::addColumn<bool>("isBackup");
    QTest::newRow("a backup") << true;
    QTest::newRow("an export") << false;
}

void LedgerPlacesTest::namesTheFileThatCannotBeMade()
{
    QFETCH(bool, isBackup);
    QVERIFY(writeInto(at(u"ledger"_s)));
    const QString file = at(u"no/such/folder/file"_s);
    LedgerChores chores(at(u"ledger"_s));
    QSignalSpy finished(&chores, &LedgerChores::finished);
    if (isBackup)
        chores.backUp(file);
    else
        chores.exportAttempts(file, LedgerFormat::Csv, {});
    QVERIFY(finished.wait());
    const auto report = finished.constFirst().constFirst().value<LedgerChores::Report>();
    QVERIFY(report.error);
    QVERIFY2(report.error->path.startsWith(file), qPrintable(report.error->path));
    QVERIFY(LedgerWording::fileMessage(*report.error).headline.contains(u"cannot be written"_s));
}

QTEST_GUILESS_MAIN(LedgerPlacesTest)
#include "tst_ledgerplaces.moc"
