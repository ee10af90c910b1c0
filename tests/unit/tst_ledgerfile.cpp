// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerstage.h"
#include "ordinaryuser.h"

#include "ledger/ledgerdatabase.h"
#include "ledger/ledgerexport.h"
#include "ledger/ledgerguard.h"
#include "ledger/ledgerschema.h"
#include "ledger/sqlledger.h"

#include "support/stricttest.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSet>

#include <memory>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;
using Reason = LedgerError::Reason;

class LedgerFileTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsOldOnesUpToDate_data();
    void bringsOldOnesUpToDate();
    void readsOldOnesThatCannotBeWritten();
    void leavesTheOldOneIfBringingItUpToDateFails();
    void doesNotTouchANewerOne();
    void putsAsideWhatIsDamaged_data();
    void putsAsideWhatIsDamaged();
    void findsDamageInTheMiddle();
    void mendsTheSearchIndex();
    void beginsAnewInAnEmptyFile();
    void saysThatItIsLocked();
    void rollsBackOnAFullDisk();
    void rollsBackOnAFullFileSystem();
    void readsWhatCannotBeWritten();
    void readsOnAReadOnlyMount_data();
    void readsOnAReadOnlyMount();
    void leavesNoCopyBehind_data();
    void leavesNoCopyBehind();
    void readsNothingWhereThereIsNothing();
    void saysThatThereIsNoFolder();
    void cleansUp();
    void forgetsEveryTrace();
    void forgetsWhatWasKeptOfOthers_data();
    void forgetsWhatWasKeptOfOthers();
    void leavesWhatOnlyLooksAlike();
    void forgetsShortNames();
    void backsUpAndRestores();
    void restoresNothingButALedger_data();
    void restoresNothingButALedger();
    void restoresOverADamagedOne();
    void exportsRows();
    void twoProcessesWriteAtOnce();
    void keepsItsLocksWhenItOpensTwice();
    void survivesBeingKilled();
    void survivesBeingKilledWhileItIsBroughtUpToDate();

private:
    QString folder() const { return m_dir->filePath(u"ledger"_s); }
    QString path() const { return ledgerFile(folder()); }
    std::unique_ptr<Ledger> opened();
    void fill(int attempts = 10);
    static QByteArray content(const QString &path);
    void put(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

constexpr int readsUntilKilled = -2;

int runChild()
{
    const QString folder = QString::fromLocal8Bit(qgetenv("DESK_TEST_CHILD_FOLDER"));
    const int most = qEnvironmentVariableIntValue("DESK_TEST_CHILD_ATTEMPTS");
    if (most == readsUntilKilled) {
        const auto reading = openLedger(folder, LedgerAccess::ReadOnly);
        const bool isTold = reading.hasValue() && write(STDOUT_FILENO, "\n", 1) == 1;
        return isTold ? pause() : 2;
    }
    auto opening = openLedger(folder, LedgerAccess::ReadWrite);
    if (!opening)
        return 2;
    const std::unique_ptr<Ledger> ledger = std::move(opening).value().ledger;
    if (most < 0)
        return 0;
    for (int i = 0; most == 0 || i < most; ++i) {
        Attempt attempt = someAttempt(u"Child "_s + QString::number(i));
        attempt.startedAt = QDateTime::currentDateTimeUtc();
        if (!ledger->write(AttemptBegun{attempt}))
            return 3;
        // Told only once it is written; the line goes out whole.
        const QByteArray line = attempt.id.toByteArray(QUuid::WithoutBraces) + '\n';
        if (write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            return 4;
    }
    return 0;
}

//! So many attempts; 0: until it is killed; -1: it only opens the ledger; or readsUntilKilled.
std::unique_ptr<QProcess> child(const QString &folder, int attempts)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DESK_TEST_CHILD_FOLDER"_s, folder);
    environment.insert(u"DESK_TEST_CHILD_ATTEMPTS"_s, QString::number(attempts));
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), {});
    return process;
}

//! Leaves steps in the log that nobody has taken over into the file.
bool leaveALog(const QString &folder)
{
    const auto process = child(folder, 0);
    const bool wrote = process->waitForStarted() && process->waitForReadyRead();
    process->kill();
    return process->waitForFinished() && wrote
        && QFileInfo(ledgerFile(folder) + u"-wal"_s).size() > 0;
}

//! A file of the first version, as it was filled by that.
bool makeOldLedger(const QString &path, int attempts)
{
    LedgerDatabase database(path, LedgerDatabase::Mode::ReadWrite);
    ledgerschema::migrate(database, 1);
    database.begin();
    database.run(u"INSERT INTO profiles (key, id, name, kind) VALUES (1, 'p1', 'Profile', 2)"_s);
    database.run(
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO attempts (row, id, profile, purpose, source, organization, email,"
        " origin_id, category, tool, request, link_type, started_at, ended_at, step,"
        " outcome, duration, integration_id, notes, instance)"
        " SELECT i, randomblob(16), 1, 0, 0, 'Client ' || i, 'jo@client' || i || '.example',"
        " 'cust-' || i, 'HRIS', 'personio', '{}', 0, i, i + 5, 4, 1, 5,"
        " 'personio:' || i, 'Note ' || i, 'gone' FROM n"_s,
        {attempts});
    database.commit();
    return database.answer(Done()).hasValue();
}

bool isWhole(const QString &path)
{
    LedgerDatabase database(path, LedgerDatabase::Mode::ReadWrite);
    const bool isOk = database.single(u"PRAGMA integrity_check"_s).toString() == "ok"_L1;
    database.run(u"INSERT INTO attempts_search (attempts_search, rank)"
                 " VALUES ('integrity-check', 1)"_s);
    return isOk && database.answer(Done()).hasValue();
}

} // namespace

void LedgerFileTest::init()
{
    StrictTest::init();
    m_dir = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Ledger> LedgerFileTest::opened()
{
    auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    if (!opening) {
        QTest::qFail(qPrintable(QString::number(int(opening.error().reason)) + u' '
                         + opening.error().detail),
            __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(std::move(opening).value().ledger);
}

void LedgerFileTest::fill(int attempts)
{
    const auto ledger = opened();
    QVERIFY(ledger);
    for (int i = 0; i < attempts; ++i) {
        Attempt attempt = someAttempt(u"Filled "_s + QString::number(i));
        attempt.startedAt = someTime(i);
        QVERIFY(ledger->write(AttemptBegun{attempt}).hasValue());
    }
}

QByteArray LedgerFileTest::content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void LedgerFileTest::put(const QByteArray &bytes) const
{
    QVERIFY(QDir().mkpath(folder()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

void LedgerFileTest::bringsOldOnesUpToDate_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < ledgerschema::newest(); ++version)
        QTest::addRow("version %d", version) << version;
}

void LedgerFileTest::bringsOldOnesUpToDate()
{
    QFETCH(int, version);
    put(content(QStringLiteral(DESK_TEST_DATA "/ledgers/version%1.sqlite").arg(version)));
    {
        const auto ledger = opened();
        QVERIFY(ledger);
        const auto page = ledger->attempts({}, {});
        QCOMPARE(page->attempts.size(), 50);
        QCOMPARE(page->attempts.constFirst().notes, u"Note 49"_s);
        QCOMPARE(page->attempts.constLast().notes, u"Note 0"_s);
        AttemptQuery query;
        query.text = u"zurich 17"_s;
        query.profileId = u"p1"_s;
        query.tool = u"personio"_s;
        query.outcomes = {AttemptOutcome(17 % 9)};
        QCOMPARE(*ledger->count(query), 1);
        const auto connected =
            ledger->attempts({{}, {}, {}, {}, {AttemptOutcome::Connected}, {}, {}}, {});
        QVERIFY(!connected->attempts.isEmpty());
        QCOMPARE(ledger->record(connected->attempts.constFirst().id)->timeline, "[\"timeline\"]");
        QCOMPARE(ledger->followUps({})->integrations.size(), 1);
        QCOMPARE(ledger->duplicatesOf({u"p1"_s, u"Northwind"_s, {}, {}, {}, u"HRIS"_s})->size(), 1);
        if (version >= 3)
            QCOMPARE(ledger->batches().unfinished(u"p1"_s, "print")->value().rows.size(), 1);
        QVERIFY(ledger->write(AttemptHidden{page->attempts.constFirst().id, true}).hasValue());
        QCOMPARE(*ledger->count({}), 49);
    }
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::readsOldOnesThatCannotBeWritten()
{
    const QByteArray old = content(QStringLiteral(DESK_TEST_DATA "/ledgers/version1.sqlite"));
    put(old);
    auto opening = openLedger(folder(), LedgerAccess::ReadOnly);
    QVERIFY(opening.hasValue());
    QVERIFY(opening->isReadOnly);
    AttemptQuery query;
    query.text = u"zurich"_s;
    QCOMPARE(*opening->ledger->count(query), 50);
    QVERIFY(!opening->ledger->write(AttemptBegun{someAttempt()}).hasValue());
    QCOMPARE(content(path()), old);
}

void LedgerFileTest::leavesNoCopyBehind_data()
{
    QTest::addColumn<LedgerAccess>("access");
    QTest::newRow("before one that reads") << LedgerAccess::ReadOnly;
    QTest::newRow("before one that writes") << LedgerAccess::ReadWrite;
}

void LedgerFileTest::leavesNoCopyBehind()
{
    QFETCH(LedgerAccess, access);
    const QString temporary = m_dir->filePath(u"tmp"_s);
    QVERIFY(QDir().mkdir(temporary));
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", QFile::encodeName(temporary));
    const auto restore = qScopeGuard(
        [&before] { before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before); });
    const auto copies = [&temporary] {
        return QDir(temporary).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    put(content(QStringLiteral(DESK_TEST_DATA "/ledgers/version1.sqlite")));
    const auto process = child(folder(), readsUntilKilled);
    QVERIFY(process->waitForStarted() && process->waitForReadyRead());
    const QStringList theirs = copies();
    QCOMPARE(theirs.size(), 1);
    const QFileInfo place(temporary + u'/' + theirs.constFirst());
    QCOMPARE(place.permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
    QVERIFY(QDir(temporary).mkdir(u"connect-desk-reading-begun"_s)); // has no lock yet
    {
        const auto opening = openLedger(folder(), LedgerAccess::ReadOnly);
        QVERIFY(opening.hasValue());
        QCOMPARE(copies().size(), 3); // that of the living stays
    }
    QCOMPARE(copies().size(), 2);
    process->kill();
    QVERIFY(process->waitForFinished());
    QVERIFY(place.isDir());
    (void)openLedger(folder(), access);
    QCOMPARE(copies(), {u"connect-desk-reading-begun"_s});
}

void LedgerFileTest::leavesTheOldOneIfBringingItUpToDateFails()
{
    put(content(QStringLiteral(DESK_TEST_DATA "/ledgers/version1.sqlite")));
    {
        LedgerDatabase database(path(), LedgerDatabase::Mode::ReadWrite);
        const int pages = database.single(u"PRAGMA page_count"_s).toInt();
        database.run(u"PRAGMA max_page_count = "_s + QString::number(pages + 2));
        ledgerschema::migrate(database, ledgerschema::newest());
        QCOMPARE(database.answer(Done()).error().reason, Reason::DiskFull);
        QCOMPARE(ledgerschema::versionOf(database), 1);
        QCOMPARE(database.single(u"SELECT count(*) FROM attempts"_s).toInt(), 50);
    }
    QVERIFY(opened());
}

void LedgerFileTest::doesNotTouchANewerOne()
{
    fill();
    {
        LedgerDatabase database(path(), LedgerDatabase::Mode::ReadWrite);
        database.run(u"PRAGMA user_version = 99"_s);
        QVERIFY(database.answer(Done()).hasValue());
    }
    const QByteArray before = content(path());
    const QStringList files = QDir(folder()).entryList(QDir::Files);
    for (const LedgerAccess access : {LedgerAccess::ReadWrite, LedgerAccess::ReadOnly}) {
        const auto opening = openLedger(folder(), access);
        QVERIFY(!opening.hasValue());
        QCOMPARE(opening.error().reason, Reason::Newer);
        QCOMPARE(content(path()), before);
    }
    QCOMPARE(QDir(folder()).entryList(QDir::Files), files);
}

void LedgerFileTest::putsAsideWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a text") << QByteArray("This is no database.\n").repeated(100);
    QTest::newRow("a few bytes") << QByteArray("SQLite");
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("a head without a body")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, '\x7f');
    QTest::newRow("half a ledger")
        << content(QStringLiteral(DESK_TEST_DATA "/ledgers/version1.sqlite")).first(20'000);
    QTest::newRow("a folder") << QByteArray();
}

void LedgerFileTest::putsAsideWhatIsDamaged()
{
    QFETCH(QByteArray, bytes);
    if (bytes.isEmpty())
        QVERIFY(QDir().mkpath(path() + u"/inside"_s));
    else
        put(bytes);
    auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY2(opening.hasValue(), opening ? "" : qPrintable(opening.error().detail));
    QVERIFY(opening->keptAside);
    QVERIFY(opening->keptAside->contains("ledger-damaged-"_L1));
    if (bytes.isEmpty())
        QVERIFY(QFileInfo::exists(*opening->keptAside + u"/inside"_s));
    else
        QCOMPARE(content(*opening->keptAside).size(), bytes.size());
    QVERIFY(opening->ledger->write(AttemptBegun{someAttempt()}).hasValue());
    QCOMPARE(*opening->ledger->count({}), 1);
}

void LedgerFileTest::findsDamageInTheMiddle()
{
    fill(200);
    QByteArray bytes = content(path());
    QVERIFY(bytes.size() > 80'000);
    for (qsizetype at = 20'000; at < 60'000; ++at)
        bytes[at] = char(at * 7);
    put(bytes);
    const auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY(opening.hasValue());
    QVERIFY(opening->keptAside);
    QCOMPARE(*opening->ledger->count({}), 0);
}

void LedgerFileTest::mendsTheSearchIndex()
{
    fill(5);
    {
        LedgerDatabase database(path(), LedgerDatabase::Mode::ReadWrite);
        database.run(u"UPDATE attempts_search_data SET block = zeroblob(40) WHERE id > 10"_s);
        QVERIFY(database.answer(Done()).hasValue());
    }
    QVERIFY(!isWhole(path()));
    {
        const auto opening = openLedger(folder(), LedgerAccess::ReadWrite, LedgerCheck::Whole);
        QVERIFY(opening.hasValue());
        QVERIFY(!opening->keptAside);
        AttemptQuery query;
        query.text = u"filled"_s;
        QCOMPARE(*opening->ledger->count(query), 5);
    }
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::beginsAnewInAnEmptyFile()
{
    QVERIFY(QDir().mkpath(folder()));
    put({});
    fill(1);
    QCOMPARE(*opened()->count({}), 1);
}

void LedgerFileTest::saysThatItIsLocked()
{
    fill(1);
    const auto ledger = opened();
    LedgerDatabase other(path(), LedgerDatabase::Mode::ReadWrite);
    other.begin();
    QElapsedTimer timer;
    timer.start();
    const auto refused = ledger->write(AttemptBegun{someAttempt()});
    QVERIFY(!refused.hasValue());
    QCOMPARE(refused.error().reason, Reason::Locked);
    QVERIFY(timer.elapsed() >= LedgerDatabase::patienceMilliseconds - 500);
    QCOMPARE(*ledger->count({}), 1); // reading goes on
    other.commit();
    QVERIFY(ledger->write(AttemptBegun{someAttempt()}).hasValue());
}

void LedgerFileTest::rollsBackOnAFullDisk()
{
    fill(1);
    auto database = std::make_unique<LedgerDatabase>(path(), LedgerDatabase::Mode::ReadWrite);
    const int pages = database->single(u"PRAGMA page_count"_s).toInt();
    database->run(u"PRAGMA max_page_count = "_s + QString::number(pages + 1));
    SqlLedger ledger(std::move(database), folder());
    Attempt large = someAttempt(QString(12'000, u'x'));
    large.email = QString(12'000, u'y');
    const auto refused = ledger.write(AttemptBegun{large});
    QVERIFY(!refused.hasValue());
    QCOMPARE(refused.error().reason, Reason::DiskFull);
    QCOMPARE(*ledger.count({}), 1);
    QVERIFY(!ledger.attempt(large.id)->has_value());
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::rollsBackOnAFullFileSystem()
{
    const QString place = m_dir->filePath(u"small"_s);
    QVERIFY(QDir().mkdir(place));
    if (geteuid() != 0
        || QProcess::execute(
               u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=1m"_s, u"tmpfs"_s, place})
            != 0)
        QSKIP("A small file system can be mounted by root only.");
    const auto unmount = qScopeGuard([&place] { QProcess::execute(u"umount"_s, {place}); });
    const QString small = place + u"/ledger"_s;
    int acknowledged = 0;
    {
        auto opening = openLedger(small, LedgerAccess::ReadWrite);
        QVERIFY(opening.hasValue());
        while (acknowledged < 2'000) {
            Attempt attempt = someAttempt(QString(2'000, u'x'));
            const auto written = opening->ledger->write(AttemptBegun{attempt});
            if (!written) {
                QCOMPARE(written.error().reason, Reason::DiskFull);
                break;
            }
            ++acknowledged;
        }
        QVERIFY(acknowledged > 0 && acknowledged < 2'000);
        QCOMPARE(*opening->ledger->count({}), acknowledged);
    }
    auto again = openLedger(small, LedgerAccess::ReadOnly);
    QVERIFY2(again.hasValue(), again ? "" : qPrintable(again.error().detail));
    QCOMPARE(*again->ledger->count({}), acknowledged);
}

void LedgerFileTest::readsWhatCannotBeWritten()
{
    fill(3);
    for (const QString &each : {m_dir->path(), path()})
        QFile::setPermissions(each, ReadOnlyFolder::readable);
    const ReadOnlyFolder folderIsReadOnly(folder());
    const OrdinaryUser user;
    QVERIFY(user.worked());
    auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY2(opening.hasValue(), opening ? "" : qPrintable(opening.error().detail));
    QVERIFY(opening->isReadOnly);
    QVERIFY(opening->ledger->isReadOnly());
    QCOMPARE(*opening->ledger->count({}), 3);
    const auto refused = opening->ledger->write(AttemptBegun{someAttempt()});
    QVERIFY(!refused.hasValue());
    QCOMPARE(refused.error().reason, Reason::ReadOnly);
    QVERIFY(!opening->ledger->clean({}, someTime()).hasValue());
    QVERIFY(!opening->ledger->batches().begin({}).hasValue());
}

void LedgerFileTest::readsOnAReadOnlyMount_data()
{
    QTest::addColumn<bool>("hasLog");
    QTest::addColumn<bool>("hasIndex");
    QTest::newRow("closed well") << false << false;
    QTest::newRow("killed") << true << true;
    QTest::newRow("killed, and copied without the index of its log") << true << false;
}

void LedgerFileTest::readsOnAReadOnlyMount()
{
    QFETCH(bool, hasLog);
    QFETCH(bool, hasIndex);
    const QString place = m_dir->filePath(u"mounted"_s);
    QVERIFY(QDir().mkdir(place));
    if (geteuid() != 0
        || QProcess::execute(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"tmpfs"_s, place}) != 0)
        QSKIP("A file system can be mounted by root only.");
    const auto unmount = qScopeGuard([&place] { QProcess::execute(u"umount"_s, {place}); });
    const QString mounted = place + u"/ledger"_s;
    qint64 attempts = 3;
    {
        auto opening = openLedger(mounted, LedgerAccess::ReadWrite);
        QVERIFY(opening.hasValue());
        for (int i = 0; i < attempts; ++i)
            QVERIFY(opening->ledger->write(AttemptBegun{someAttempt()}).hasValue());
    }
    if (hasLog) {
        QVERIFY(leaveALog(mounted));
        LedgerDatabase database(ledgerFile(mounted), LedgerDatabase::Mode::ReadOnly);
        attempts = database.single(u"SELECT count(*) FROM attempts"_s).toLongLong();
        QVERIFY(attempts > 3);
    }
    if (hasLog && !hasIndex)
        QVERIFY(QFile::remove(ledgerFile(mounted) + u"-shm"_s));
    QCOMPARE(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,ro"_s, place}), 0);
    const QStringList before = QDir(mounted).entryList(QDir::AllEntries | QDir::Hidden);
    for (const LedgerAccess access : {LedgerAccess::ReadWrite, LedgerAccess::ReadOnly}) {
        auto opening = openLedger(mounted, access);
        QVERIFY2(opening.hasValue(), opening ? "" : qPrintable(opening.error().detail));
        QVERIFY(opening->isReadOnly);
        QCOMPARE(*opening->ledger->count({}), attempts);
        const auto refused = opening->ledger->write(AttemptBegun{someAttempt()});
        QVERIFY(!refused.hasValue());
        QCOMPARE(refused.error().reason, Reason::ReadOnly);
        QVERIFY(
            opening->ledger->backUpTo(m_dir->filePath(u"backup%1"_s.arg(int(access)))).hasValue());
    }
    QCOMPARE(QDir(mounted).entryList(QDir::AllEntries | QDir::Hidden), before);
    // And writes when it may.
    QCOMPARE(QProcess::execute(u"mount"_s, {u"-o"_s, u"remount,rw"_s, place}), 0);
    auto again = openLedger(mounted, LedgerAccess::ReadWrite);
    QVERIFY(again.hasValue() && !again->isReadOnly);
    QCOMPARE(*again->ledger->count({}), attempts);
}

void LedgerFileTest::readsNothingWhereThereIsNothing()
{
    auto opening = openLedger(folder(), LedgerAccess::ReadOnly);
    QVERIFY(opening.hasValue());
    QVERIFY(opening->isReadOnly);
    QCOMPARE(*opening->ledger->count({}), 0);
    QVERIFY(!QFileInfo::exists(folder()));
}

void LedgerFileTest::saysThatThereIsNoFolder()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY(!opening.hasValue());
    QCOMPARE(opening.error().reason, Reason::NoFolder);
}

void LedgerFileTest::cleansUp()
{
    const auto ledger = opened();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto add = [&](int daysAgo, AttemptOutcome outcome, const QDateTime &expiry = {}) {
        Attempt attempt = someAttempt();
        attempt.startedAt = now.addDays(-daysAgo);
        AttemptEnded end;
        end.attempt = attempt.id;
        end.outcome = outcome;
        end.endedAt = attempt.startedAt;
        end.record.timeline = "[]";
        const bool isWritten = ledger->write(AttemptBegun{attempt}).hasValue()
            && ledger->write(AttemptLinked{attempt.id, attempt.startedAt, expiry}).hasValue()
            && ledger->write(end).hasValue();
        return isWritten ? attempt.id : QUuid();
    };
    const QUuid young = add(89, AttemptOutcome::Failed);
    add(91, AttemptOutcome::Connected);
    const QUuid valid = add(200, AttemptOutcome::LinkCreated, now.addDays(165));
    add(400, AttemptOutcome::LinkCreated, now.addDays(-35));
    const QUuid hidden = add(1, AttemptOutcome::Failed);
    QVERIFY(ledger->write(AttemptHidden{hidden, true}).hasValue());
    QVERIFY(ledger->write(IntegrationRead{someIntegration()}).hasValue());

    QCOMPARE(*ledger->clean({std::nullopt, std::nullopt}, now), 0);
    QVERIFY(ledger->attempt(hidden)->has_value()); // it can still be brought back
    QCOMPARE(*ledger->clean({}, now), 2);
    QVERIFY(ledger->attempt(young)->has_value());
    QVERIFY(ledger->attempt(valid)->has_value());
    QCOMPARE(*ledger->clean({}, now.addDays(2)), 2); // the hidden one, and the young one is old now
    QCOMPARE(ledger->integrations({})->size(), 1);
    QVERIFY(ledger->clean({90, 365}, now.addYears(3)).hasValue());
    QVERIFY(ledger->integrations({})->isEmpty());
    QVERIFY(ledger->choices()->profiles.isEmpty());
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::forgetsEveryTrace()
{
    const QByteArrayList traces{"findme", "FindMe", "Findme", "cust-findme"};
    put("findme, damaged");
    auto ledger = opened();
    Attempt theirs = someAttempt(u"Findme Bau GmbH"_s);
    theirs.email = u"anna@findme.example"_s;
    theirs.originId = u"cust-findme"_s;
    theirs.request = {{u"email"_s, theirs.email}};
    Attempt other = someAttempt(u"Northwind"_s);
    QVERIFY(ledger->write(AttemptBegun{theirs}).hasValue());
    QVERIFY(ledger->write(AttemptBegun{other}).hasValue());
    QVERIFY(ledger->write(AttemptNoted{other.id, u"Like anna@findme.example"_s}).hasValue());
    KnownIntegration integration = someIntegration(u"personio:9"_s);
    integration.organization = u"FINDME BAU"_s;
    integration.email = u"boss@northwind.example"_s;
    integration.originId = u"cust-8"_s;
    QVERIFY(ledger->write(IntegrationRead{integration}).hasValue());
    Attempt reconnection = someAttempt(QString());
    reconnection.email.clear();
    reconnection.originId.clear();
    reconnection.integrationId = u"personio:9"_s;
    QVERIFY(ledger->write(AttemptBegun{reconnection}).hasValue());
    Batch batch;
    batch.id = QUuid::createUuid();
    batch.sourceName = u"Findme Bau GmbH.csv"_s;
    batch.commonValues = {{u"email"_s, theirs.email}};
    batch.rows = {{2, BatchRowStatus::Failed, theirs.id, u"findme refused"_s}};
    QVERIFY(ledger->batches().begin(batch).hasValue());
    const QString backup = m_dir->filePath(u"backup.sqlite"_s);
    QVERIFY(ledger->backUpTo(backup).hasValue());
    ledger.reset();
    QVERIFY(restoreLedger(folder(), backup).value().has_value()); // leaves a copy beside it
    ledger = opened();

    const auto forgotten =
        ledger->forget({u"Anna@findme.example"_s, u"cust-findme"_s, u"findme bau"_s, {}});
    QVERIFY2(forgotten.hasValue(), forgotten ? "" : qPrintable(forgotten.error().detail));
    QCOMPARE(forgotten->attempts, 2);
    QCOMPARE(forgotten->integrations, 1);
    QCOMPARE(forgotten->customers, 2);
    QCOMPARE(*ledger->count({}), 1);
    const auto noTrace = [&] {
        QDir dir(folder());
        const QStringList names = dir.entryList(QDir::Files | QDir::Hidden);
        for (const QString &name : names) {
            const QByteArray bytes = content(dir.filePath(name)).toLower();
            if (bytes.contains("findme"))
                return false;
        }
        return names.contains("ledger.sqlite"_L1);
    };
    QVERIFY(noTrace()); // while it is open
    ledger.reset();
    QVERIFY(noTrace());
    QVERIFY(content(path()).contains("Northwind"));
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::forgetsWhatWasKeptOfOthers_data()
{
    QTest::addColumn<QByteArray>("kept");
    const auto har = [](const QString &text) {
        return QJsonDocument(QJsonObject{{u"text"_s, text}}).toJson(QJsonDocument::Compact);
    };
    QTest::newRow("an e-mail") << har(u"to anna@findme.example, at once"_s);
    QTest::newRow("in other case") << har(u"Anna@FindMe.Example"_s);
    QTest::newRow("the organization") << har(u"\nFindme Bau"_s);
    QTest::newRow("as a row spells the organization") << har(u"«FINDME Bau, Inc»"_s);
    QTest::newRow("the origin ID") << har(u"GET /x/cust-findme/y"_s);
    QTest::newRow("the integration") << har(u"/integrations/personio:9f1nd/enabled"_s);
    QTest::newRow("in an address") << har(u"/x?email=anna%40findme.example&y"_s);
    QTest::newRow("with plus in an address") << har(u"/x?organization=findme+bau&y"_s);
    QTest::newRow("a body within") << har(QString::fromUtf8(har(u"anna@findme.example"_s)));
    QTest::newRow("with escapes in a body within")
        << har(u"{\"email\":\"\\u0061nna\\u0040findme.example\"}"_s);
    QTest::newRow("two bodies deep")
        << har(QString::fromUtf8(har(u"{\"o\":\"\\nFindme\\u0020Bau\"}"_s)));
    QTest::newRow("in base64") << har(
        u"base64: "_s + QString::fromLatin1(QByteArray("xy anna@findme.example").toBase64()));
    QTest::newRow("as HTML") << har(u"<p>anna&#64;findme.example &amp; others</p>"_s);
    QTest::newRow("unreadable") << QByteArray("?");
}

// Nobody can tell what else it says of them, so it goes as a whole.
void LedgerFileTest::forgetsWhatWasKeptOfOthers()
{
    QFETCH(QByteArray, kept);
    const QByteArray harmless(R"({"text":"Findmebau, hanna@findme.example.org, cust-findme2"})");
    const auto ledger = opened();
    Attempt theirs = someAttempt(u"Findme Bau, Inc."_s);
    theirs.email = u"anna@findme.example"_s;
    theirs.originId = u"cust-findme"_s;
    QVERIFY(ledger->write(AttemptBegun{theirs}).hasValue());
    KnownIntegration integration = someIntegration(u"personio:9f1nd"_s);
    integration.originId = theirs.originId;
    QVERIFY(ledger->write(IntegrationRead{integration}).hasValue());
    QList<QUuid> others;
    for (const AttemptRecord &record :
        {AttemptRecord{kept, harmless}, AttemptRecord{harmless, kept}, AttemptRecord{kept, kept}}) {
        const Attempt other = someAttempt(u"Northwind"_s);
        AttemptEnded end;
        end.attempt = other.id;
        end.record = record;
        QVERIFY(ledger->write(AttemptBegun{other}).hasValue());
        QVERIFY(ledger->write(end).hasValue());
        others.append(other.id);
    }
    if (kept == "?") {
        LedgerDatabase database(path(), LedgerDatabase::Mode::ReadWrite);
        for (const QString &column : {u"timeline"_s, u"exchanges"_s}) {
            database.run(
                u"UPDATE attempt_records SET %1 = x'0102030405060708' WHERE %1 = ?"_s.arg(column),
                {ledgerguard::packed(kept)});
        }
        QVERIFY(database.answer(Done()).hasValue());
    }
    const auto forgotten =
        ledger->forget({u"anna@findme.example"_s, u"cust-findme"_s, u"Findme Bau"_s, {}});
    QVERIFY2(forgotten.hasValue(), forgotten ? "" : qPrintable(forgotten.error().detail));
    QCOMPARE(forgotten->attempts, 1);
    QCOMPARE(forgotten->records, 3);
    QCOMPARE(*ledger->count({}), 3);
    QCOMPARE(ledger->record(others.at(0))->timeline, QByteArray());
    QCOMPARE(ledger->record(others.at(0))->exchanges, harmless);
    QCOMPARE(ledger->record(others.at(1))->timeline, harmless);
    QCOMPARE(ledger->record(others.at(1))->exchanges, QByteArray());
    QCOMPARE(ledger->record(others.at(2))->timeline, QByteArray());
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::leavesWhatOnlyLooksAlike()
{
    const auto ledger = opened();
    Attempt theirs = someAttempt(u"Data"_s);
    theirs.email = u"anna@data.example"_s;
    theirs.originId.clear();
    QVERIFY(ledger->write(AttemptBegun{theirs}).hasValue());
    Attempt other = someAttempt(u"Data Holding"_s);
    other.request = {{u"data"_s, u"Datahaus"_s}};
    AttemptEnded end;
    end.attempt = other.id;
    end.record = {R"({"data":{"text":"{ \"data\" : [\"database\"] }"}})", "[]"};
    QVERIFY(ledger->write(AttemptBegun{other}).hasValue());
    QVERIFY(ledger->write(end).hasValue());
    QVERIFY(ledger->write(AttemptNoted{other.id, u"Datahaus, and not DATA, Inc."_s}).hasValue());
    const auto forgotten = ledger->forget({{}, {}, u"Data"_s, {}});
    QVERIFY(forgotten.hasValue());
    QCOMPARE(forgotten->attempts, 1);
    QCOMPARE(forgotten->records, 0);
    const Attempt kept = ledger->attempt(other.id)->value();
    QCOMPARE(kept.organization, other.organization);
    QCOMPARE(kept.request, other.request);
    QCOMPARE(kept.notes, u"Datahaus, and not [forgotten], Inc."_s);
    QCOMPARE(ledger->record(other.id)->timeline, end.record.timeline);
}

void LedgerFileTest::forgetsShortNames()
{
    const auto ledger = opened();
    Attempt theirs = someAttempt(u"DE"_s);
    theirs.originId = u"42"_s;
    QVERIFY(ledger->write(AttemptBegun{theirs}).hasValue());
    const auto add = [&](const QByteArray &exchanges, const QString &notes) {
        Attempt other = someAttempt(u"Northwind"_s);
        other.request = {{u"language"_s, u"de"_s}, {u"end_user_origin_id"_s, u"42 b"_s},
            {u"partner"_s, QJsonObject{{u"organization_name"_s, u"De"_s}}}};
        AttemptEnded end;
        end.attempt = other.id;
        end.record.exchanges = exchanges;
        const bool isWritten = ledger->write(AttemptBegun{other}).hasValue()
            && ledger->write(AttemptNoted{other.id, notes}).hasValue()
            && ledger->write(end).hasValue();
        return isWritten ? other.id : QUuid();
    };
    const QByteArray harmless(R"({"language":"de","page":"42","url":"/x?page=42"})");
    const QUuid names = add(R"({"text":"{\"origin_id\":\"42\"}"})", u"DE"_s);
    const QUuid looksAlike = add(harmless, u"42 of them, de facto"_s);
    const auto forgotten = ledger->forget({{}, u"42"_s, u"DE"_s, {}});
    QVERIFY(forgotten.hasValue());
    QCOMPARE(forgotten->attempts, 1);
    QCOMPARE(forgotten->records, 1);
    QCOMPARE(ledger->record(names)->exchanges, QByteArray());
    QCOMPARE(ledger->attempt(names)->value().notes, u"[forgotten]"_s);
    const QJsonObject request = ledger->attempt(names)->value().request;
    QCOMPARE(request.value("language"_L1).toString(), u"de"_s);
    QCOMPARE(request.value("end_user_origin_id"_L1).toString(), u"42 b"_s);
    QCOMPARE(request.value("partner"_L1)["organization_name"_L1].toString(), u"[forgotten]"_s);
    QCOMPARE(ledger->record(looksAlike)->exchanges, harmless);
    QCOMPARE(ledger->attempt(looksAlike)->value().notes, u"42 of them, de facto"_s);
}

void LedgerFileTest::backsUpAndRestores()
{
    fill(5);
    const QString backup = m_dir->filePath(u"backup.sqlite"_s);
    {
        const auto ledger = opened();
        QVERIFY(ledger->backUpTo(backup).hasValue());
        QVERIFY(!ledger->backUpTo(backup).hasValue()); // there already
        QCOMPARE(QFile::permissions(backup) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
        QVERIFY(ledger->write(AttemptBegun{someAttempt(u"Later"_s)}).hasValue());
        const auto refused = restoreLedger(folder(), backup);
        QVERIFY(!refused.hasValue());
        QCOMPARE(refused.error().reason, Reason::Locked); // by us
        QCOMPARE(*ledger->count({}), 6);
    }
    const auto kept = restoreLedger(folder(), backup);
    QVERIFY2(kept.hasValue(), kept ? "" : qPrintable(kept.error().detail));
    QVERIFY(kept->has_value());
    QCOMPARE(*opened()->count({}), 5);
    // And the one that was replaced can be had back.
    QVERIFY(restoreLedger(folder(), **kept).hasValue());
    QCOMPARE(*opened()->count({}), 6);
}

void LedgerFileTest::restoresNothingButALedger_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("a text") << QByteArray("no database") << Reason::NotALedger;
    QTest::newRow("nothing in it") << QByteArray() << Reason::NotALedger;
    QByteArray newer = content(QStringLiteral(DESK_TEST_DATA "/ledgers/version1.sqlite"));
    newer[63] = 99;
    QTest::newRow("a newer one") << newer << Reason::Newer;
    QByteArray foreign = newer;
    foreign[68] = 0;
    foreign[69] = 1;
    QTest::newRow("somebody else's") << foreign << Reason::NotALedger;
}

void LedgerFileTest::restoresNothingButALedger()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Reason, reason);
    fill(2);
    const QString from = m_dir->filePath(u"from.sqlite"_s);
    QFile file(from);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto refused = restoreLedger(folder(), from);
    QVERIFY(!refused.hasValue());
    QCOMPARE(refused.error().reason, reason);
    QCOMPARE(*opened()->count({}), 2);
}

// Its log would be taken for that of the file that takes its place.
void LedgerFileTest::restoresOverADamagedOne()
{
    fill(3);
    const QString backup = m_dir->filePath(u"backup.sqlite"_s);
    QVERIFY(opened()->backUpTo(backup).hasValue());
    QVERIFY(leaveALog(folder()));
    QByteArray bytes = content(path());
    bytes.replace(0, 100, QByteArray(100, '\x5a'));
    put(bytes);
    const auto kept = restoreLedger(folder(), backup);
    QVERIFY2(kept.hasValue(), kept ? "" : qPrintable(kept.error().detail));
    QVERIFY(kept->has_value());
    QCOMPARE(content(**kept), bytes);
    QVERIFY(QFileInfo(**kept + u"-wal"_s).size() > 0);
    QCOMPARE(*opened()->count({}), 3);
    QVERIFY(isWhole(path()));
}

void LedgerFileTest::exportsRows()
{
    const auto ledger = opened();
    Attempt attempt = someAttempt(u"=SUM(A1) \"quoted\", two\nlines"_s);
    attempt.email = u"-jo@x.example"_s;
    QVERIFY(ledger->write(AttemptBegun{attempt}).hasValue());
    for (int i = 0; i < 1'200; ++i) {
        Attempt plain = someAttempt();
        plain.startedAt = someTime(-i);
        QVERIFY(ledger->write(AttemptBegun{plain}).hasValue());
    }
    QBuffer csv;
    QVERIFY(csv.open(QIODevice::ReadWrite));
    QCOMPARE(*exportAttempts(*ledger, {}, LedgerFormat::Csv, csv), 1'201);
    QVERIFY(csv.data().startsWith("id,profile_id,profile,purpose,"));
    QVERIFY(csv.data().contains(",\"'=SUM(A1) \"\"quoted\"\", two\nlines\",'-jo@x.example,"));
    QCOMPARE(csv.data().count("\r\n"), 1'202);
    QBuffer json;
    QVERIFY(json.open(QIODevice::ReadWrite));
    QCOMPARE(*exportAttempts(*ledger, {}, LedgerFormat::Json, json), 1'201);
    const QJsonArray rows = QJsonDocument::fromJson(json.data()).array();
    QCOMPARE(rows.size(), 1'201);
    QSet<QString> ids;
    for (const QJsonValue &row : rows)
        ids.insert(row.toObject().value("id"_L1).toString());
    QCOMPARE(ids.size(), 1'201);
    QVERIFY(json.data().contains("=SUM(A1) \\\"quoted\\\", two\\nlines"));
    QVERIFY(ledger->write(IntegrationRead{someIntegration()}).hasValue());
    QBuffer integrations;
    QVERIFY(integrations.open(QIODevice::ReadWrite));
    QCOMPARE(*exportIntegrations(*ledger, {}, LedgerFormat::Csv, integrations), 1);
    QVERIFY(integrations.data().contains("p1,personio:1,personio,HRIS,Northwind GmbH,"));
}

void LedgerFileTest::twoProcessesWriteAtOnce()
{
    constexpr int each = 60;
    const auto one = child(folder(), each);
    const auto two = child(folder(), each);
    QVERIFY(one->waitForFinished());
    QVERIFY(two->waitForFinished());
    QCOMPARE(one->exitCode(), 0);
    QCOMPARE(two->exitCode(), 0);
    QCOMPARE(*opened()->count({}), 2 * each);
    QVERIFY(isWhole(path()));
}

// Whoever closes a file gives up all locks that the process has on it, SQLite's among them; without
// those, the next who goes takes the log away from under us.
void LedgerFileTest::keepsItsLocksWhenItOpensTwice()
{
    fill(1);
    const auto ledger = opened();
    QVERIFY(openLedger(folder(), LedgerAccess::ReadOnly).hasValue());
    QVERIFY(openLedger(folder(), LedgerAccess::ReadWrite).hasValue());
    const auto other = child(folder(), 1);
    QVERIFY(other->waitForFinished());
    QCOMPARE(other->exitCode(), 0);
    QVERIFY(QFileInfo::exists(path() + u"-wal"_s));
    const Attempt attempt = someAttempt();
    QVERIFY(ledger->write(AttemptBegun{attempt}).hasValue());
    const auto another = child(folder(), 1);
    QVERIFY(another->waitForFinished());
    QCOMPARE(*ledger->count({}), 4);
    QCOMPARE(*opened()->count({}), 4);
}

void LedgerFileTest::survivesBeingKilled()
{
    constexpr int kills = 300;
    QRandomGenerator random(QRandomGenerator::securelySeeded());
    QByteArrayList acknowledged;
    for (int i = 0; i < kills; ++i) {
        const auto process = child(folder(), 0);
        QVERIFY(process->waitForStarted());
        // From before the file is opened to some steps later; each third surely after a step.
        if (i % 3 == 0)
            QVERIFY(process->waitForReadyRead());
        (void)process->waitForFinished(random.bounded(1, i % 3 == 0 ? 20 : 80));
        process->kill();
        QVERIFY(process->waitForFinished());
        QCOMPARE(process->exitStatus(), QProcess::CrashExit);
        QByteArray said = process->readAllStandardOutput();
        said.truncate(said.lastIndexOf('\n') + 1);
        acknowledged += said.split('\n');
        acknowledged.removeAll(QByteArray());
    }
    QVERIFY2(acknowledged.size() > kills / 4, QByteArray::number(acknowledged.size()).constData());
    const auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY(opening.hasValue());
    QVERIFY(!opening->keptAside);
    for (const QByteArray &id : std::as_const(acknowledged)) {
        QVERIFY2(
            opening->ledger->attempt(QUuid(QString::fromLatin1(id)))->has_value(), id.constData());
    }
    QVERIFY(isWhole(path()));
    QVERIFY(QDir(folder()).entryList({u"*damaged*"_s}).isEmpty());
}

// Each step is whole or has not been; DESK_TEST_KILLS says how often, if two dozen are too few.
void LedgerFileTest::survivesBeingKilledWhileItIsBroughtUpToDate()
{
    constexpr int attempts = 20'000;
    constexpr int usualKills = 24;
    const int wanted = qEnvironmentVariableIntValue("DESK_TEST_KILLS");
    const int kills = wanted > 0 ? wanted : usualKills;
    const QString old = m_dir->filePath(u"old.sqlite"_s);
    QVERIFY(makeOldLedger(old, attempts));
    QVERIFY(QDir().mkpath(folder()));
    QRandomGenerator random(QRandomGenerator::securelySeeded());
    const auto bringUpToDate = [&](int milliseconds) {
        const auto process = child(folder(), -1);
        (void)process->waitForFinished(milliseconds);
        process->kill();
        return process->state() == QProcess::NotRunning || process->waitForFinished();
    };
    QVERIFY(QFile::copy(old, path()));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(bringUpToDate(60'000));
    const int usual = int(timer.elapsed());
    QHash<int, int> versions;
    for (int i = 0; i < kills; ++i) {
        QDir(folder()).removeRecursively();
        QVERIFY(QDir().mkpath(folder()));
        QVERIFY(QFile::copy(old, path()));
        QVERIFY(bringUpToDate(random.bounded(1, usual + usual / 4)));
        {
            LedgerDatabase database(path(), LedgerDatabase::Mode::ReadWrite);
            QCOMPARE(database.single(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
            QCOMPARE(database.single(u"SELECT count(*) FROM attempts"_s).toInt(), attempts);
            ++versions[ledgerschema::versionOf(database)];
            QVERIFY(database.answer(Done()).hasValue());
        }
        const auto ledger = opened();
        QVERIFY(ledger);
        AttemptQuery query;
        query.text = u"client note"_s;
        QCOMPARE(*ledger->count(query), attempts);
        QVERIFY(QDir(folder()).entryList({u"*damaged*"_s}).isEmpty());
    }
    QVERIFY(isWhole(path()));
    // Old and new ones both, or it was never killed on the way.
    QVERIFY2(versions.value(1) > 0, QByteArray::number(usual).constData());
    QString found;
    for (auto version = versions.cbegin(); version != versions.cend(); ++version)
        found += u" version %1: %2"_s.arg(version.key()).arg(version.value());
    qInfo().noquote() << "killed within" << usual << "ms," << found;
}

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (qEnvironmentVariableIsSet("DESK_TEST_CHILD_FOLDER"))
        return runChild();
    LedgerFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_ledgerfile.moc"
