// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "openledger.h"

#include "ledgerfiles.h"
#include "ledgermaintenance.h"
#include "ledgerschema.h"
#include "readingcopy.h"
#include "sqlledger.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Reason = LedgerError::Reason;
using Mode = LedgerDatabase::Mode;
using ledgerfiles::Header;
using OpenDatabase = Result<std::unique_ptr<LedgerDatabase>, LedgerError>;

constexpr QLatin1StringView damaged("damaged");
constexpr QLatin1StringView replaced("replaced");

constexpr int openingPatience = 2 * LedgerDatabase::patienceMilliseconds;
// Who is killed while making the lock leaves one that names nobody. A living holder keeps it all
// the same: the system's own lock on the file is asked before it is taken away.
constexpr int soonStale = 1'000;

QString openingLock(const QString &folder)
{
    return QDir(folder).filePath(u"opening.lock"_s);
}

bool isTableless(LedgerDatabase &database)
{
    return database.single(u"SELECT count(*) FROM sqlite_master"_s).toInt() == 0;
}

// A few megabytes are read through in no time; more would hold up the start.
void lookForDamage(LedgerDatabase &database, LedgerCheck check)
{
    constexpr qint64 small = qint64{4} * 1024 * 1024;
    if (check == LedgerCheck::Quick && QFileInfo(database.path()).size() > small)
        return;
    const QString said = database.single(u"PRAGMA quick_check(1)"_s).toString();
    if (!database.hasFailed() && said != "ok"_L1)
        database.fail(Reason::Damaged, u"The database's own check found damage."_s);
}

// The database's own check passes over the search index, which can be made anew from the rows.
void mendSearch(LedgerDatabase &database)
{
    if (database.hasFailed())
        return;
    database.run(u"INSERT INTO attempts_search (attempts_search, rank)"
                 " VALUES ('integrity-check', 1)"_s);
    const auto checked = database.answer(Done());
    if (checked)
        return;
    if (checked.error().reason == Reason::Damaged)
        database.run(u"INSERT INTO attempts_search (attempts_search) VALUES ('rebuild')"_s);
    else
        database.fail(checked.error().reason, checked.error().detail);
}

// Before anything is changed.
void checkIdentity(LedgerDatabase &database)
{
    const int application = database.single(u"PRAGMA application_id"_s).toInt();
    const bool isOurs =
        application == ledgerschema::applicationId || (application == 0 && isTableless(database));
    if (!isOurs)
        database.fail(Reason::NotALedger, {});
    if (ledgerschema::versionOf(database) > ledgerschema::newest())
        database.fail(Reason::Newer, {});
}

std::optional<LedgerError> refusalByHeader(const QString &path)
{
    const Header header = ledgerfiles::headerOf(path);
    switch (header.kind) {
    case Header::Kind::Missing:
    case Header::Kind::Empty:
        return std::nullopt;
    case Header::Kind::SomethingElse:
        return LedgerError{Reason::NotALedger, path, {}};
    case Header::Kind::Unreadable:
        return LedgerError{Reason::NotReadable, path, {}};
    case Header::Kind::Database:
        break;
    }
    if (header.applicationId != 0 && header.applicationId != ledgerschema::applicationId)
        return LedgerError{Reason::NotALedger, path, {}};
    if (header.version > ledgerschema::newest())
        return LedgerError{Reason::Newer, path, {}};
    return std::nullopt;
}

OpenDatabase openForWriting(const QString &path, LedgerCheck check)
{
    if (const auto refusal = refusalByHeader(path))
        return Unexpected{*refusal};
    if (!QFileInfo::exists(path) && !ledgerfiles::createNew(path) && !QFileInfo::exists(path))
        return Unexpected{LedgerError{Reason::NoFolder, path, {}}};
    auto database = std::make_unique<LedgerDatabase>(path, Mode::ReadWrite);
    checkIdentity(*database);
    lookForDamage(*database, check);
    database->run(u"PRAGMA journal_mode = WAL"_s);
    ledgerschema::migrate(*database, ledgerschema::newest());
    if (check == LedgerCheck::Whole)
        mendSearch(*database);
    const auto opened = database->answer(Done());
    if (!opened)
        return Unexpected{opened.error()};
    return database;
}

OpenDatabase openUnchanged(const QString &path, Mode mode)
{
    auto database = std::make_unique<LedgerDatabase>(path, mode);
    checkIdentity(*database);
    const auto opened = database->answer(Done());
    if (!opened)
        return Unexpected{opened.error()};
    return database;
}

// Reading a database takes a lock and an index of its log beside it; where neither can be made, it
// is read as if nobody could write it, either.
OpenDatabase openForReading(const QString &path)
{
    if (const auto refusal = refusalByHeader(path))
        return Unexpected{*refusal};
    OpenDatabase usual = openUnchanged(path, Mode::ReadOnly);
    if (usual)
        return usual;
    const Reason reason = usual.error().reason;
    const bool hasNoLocks =
        reason == Reason::Locked && !ledgerfiles::canLock(QFileInfo(path).absolutePath());
    if (!hasNoLocks && reason != Reason::NotReadable && reason != Reason::ReadOnly
        && reason != Reason::Failed && reason != Reason::DiskFull)
        return usual;
    return openUnchanged(path, Mode::Unchanging);
}

LedgerOpening reading(std::unique_ptr<LedgerDatabase> database, const QString &folder,
    std::unique_ptr<ReadingCopy> copy = {})
{
    return {std::make_unique<SqlLedger>(std::move(database), folder, std::move(copy)), {}, true};
}

Result<LedgerOpening, LedgerError> emptyLedger(const QString &folder)
{
    auto database = std::make_unique<LedgerDatabase>(ledgerFile(folder), Mode::InMemory);
    ledgerschema::migrate(*database, ledgerschema::newest());
    const auto made = database->answer(Done());
    if (!made)
        return Unexpected{made.error()};
    return reading(std::move(database), folder);
}

// In a copy whose log is taken over and whose schema is the newest.
Result<LedgerOpening, LedgerError> readCopy(
    std::unique_ptr<ReadingCopy> copy, const QString &folder)
{
    {
        OpenDatabase migrated = openForWriting(copy->path(), LedgerCheck::Quick);
        if (!migrated)
            return Unexpected{migrated.error()};
    }
    OpenDatabase database = openForReading(copy->path());
    if (!database)
        return Unexpected{database.error()};
    return reading(std::move(database).value(), folder, std::move(copy));
}

LedgerError noPlaceForCopy(const QString &path)
{
    return {Reason::NotReadable, path, u"No copy of it can be made for reading."_s};
}

// Whoever was killed has left steps in the log alone, and where nothing may be made beside it the
// log is not read.
Result<LedgerOpening, LedgerError> copyWithLog(const QString &path, const QString &folder)
{
    auto copy = ReadingCopy::make();
    if (!copy)
        return Unexpected{noPlaceForCopy(path)};
    constexpr QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    for (const QString &end : {QString(), u"-wal"_s}) {
        if (!QFile::copy(path + end, copy->path() + end)
            || !QFile::setPermissions(copy->path() + end, owner))
            return Unexpected{noPlaceForCopy(path + end)};
    }
    return readCopy(std::move(copy), folder);
}

// The old file stays as it is; a copy of it is brought up to date for as long as somebody reads.
Result<LedgerOpening, LedgerError> copyBroughtUpToDate(LedgerDatabase &old, const QString &folder)
{
    auto copy = ReadingCopy::make();
    if (!copy)
        return Unexpected{noPlaceForCopy(old.path())};
    backUp(old, copy->path());
    const auto copied = old.answer(Done());
    if (!copied)
        return Unexpected{copied.error()};
    return readCopy(std::move(copy), folder);
}

Result<LedgerOpening, LedgerError> readLedger(const QString &folder)
{
    const QString path = ledgerFile(folder);
    const Header header = ledgerfiles::headerOf(path);
    if (header.kind == Header::Kind::Missing || header.kind == Header::Kind::Empty)
        return emptyLedger(folder);
    OpenDatabase database = openForReading(path);
    if (!database)
        return Unexpected{database.error()};
    std::unique_ptr<LedgerDatabase> open = std::move(database).value();
    if (open->mode() == Mode::Unchanging && QFileInfo(path + u"-wal"_s).size() > 0)
        return copyWithLog(path, folder);
    const int version = ledgerschema::versionOf(*open);
    if (version == 0)
        return emptyLedger(folder);
    if (version < ledgerschema::newest())
        return copyBroughtUpToDate(*open, folder);
    return reading(std::move(open), folder);
}

bool isReplaceable(Reason reason)
{
    return reason == Reason::Damaged || reason == Reason::NotALedger;
}

Result<LedgerOpening, LedgerError> writeLedger(const QString &folder, LedgerCheck check)
{
    const QString path = ledgerFile(folder);
    // SQLite would wait for its patience, again and again, and take it for another's lock.
    if (!ledgerfiles::canLock(folder))
        return Unexpected{LedgerError{Reason::NoLocks, folder, {}}};
    // Two that find damage at once must not put each other's new ledger aside.
    QLockFile turn(openingLock(folder));
    turn.setStaleLockTime(soonStale);
    if (!turn.tryLock(openingPatience)) {
        const bool mayNot = turn.error() == QLockFile::PermissionError;
        return Unexpected{LedgerError{mayNot ? Reason::ReadOnly : Reason::Locked, path, {}}};
    }
    std::optional<QString> keptAside;
    OpenDatabase database = openForWriting(path, check);
    if (!database && isReplaceable(database.error().reason)) {
        keptAside = ledgerfiles::putAside(path, damaged);
        if (keptAside)
            database = openForWriting(path, check);
    }
    if (!database)
        return Unexpected{database.error()};
    return LedgerOpening{
        std::make_unique<SqlLedger>(std::move(database).value(), folder), keptAside, false};
}

// True: nobody else has the file open, and all of it stands in the one file, since its log is done
// away with. False: it is spoilt, and a log may lie beside it.
Result<bool, LedgerError> takeAlone(const QString &path)
{
    if (ledgerfiles::headerOf(path).kind != Header::Kind::Database)
        return false;
    LedgerDatabase database(path, Mode::ReadWrite);
    database.run(u"PRAGMA journal_mode = DELETE"_s);
    const auto taken = database.answer(Done());
    if (taken)
        return true;
    if (isReplaceable(taken.error().reason))
        return false;
    return Unexpected{taken.error()};
}

// The present one, if there is one, under another name; a log would otherwise be taken for that of
// whatever comes in its place.
Result<std::optional<QString>, LedgerError> keepPresent(const QString &path)
{
    const auto isAlone = takeAlone(path);
    if (!isAlone)
        return Unexpected{isAlone.error()};
    if (!QFileInfo::exists(path))
        return std::optional<QString>();
    const std::optional<QString> kept = *isAlone ? ledgerfiles::keepUnderName(path, replaced)
                                                 : ledgerfiles::putAside(path, damaged);
    if (!kept)
        return Unexpected{LedgerError{Reason::NoFolder, path, {}}};
    return kept;
}

Result<Done, LedgerError> copyOfLedger(const QString &fromPath, const QString &toPath)
{
    OpenDatabase from = openForReading(fromPath);
    if (!from)
        return Unexpected{from.error()};
    const std::unique_ptr<LedgerDatabase> open = std::move(from).value();
    if (ledgerschema::versionOf(*open) == 0)
        open->fail(Reason::NotALedger, {});
    lookForDamage(*open, LedgerCheck::Whole);
    if (!open->hasFailed())
        backUp(*open, toPath);
    return open->answer(Done());
}

} // namespace

QString ledgerFile(const QString &folder)
{
    return QDir(folder).filePath(u"ledger.sqlite"_s);
}

bool isOfLedger(const QString &folder, const QString &path)
{
    const QFileInfo ledger(ledgerFile(folder));
    const QByteArray identity = ledgerfiles::identityOf(path);
    if (!identity.isEmpty() && identity == ledgerfiles::identityOf(ledger.filePath()))
        return true;
    const QFileInfo info(path);
    const QString place = QFileInfo(info.absolutePath()).canonicalFilePath();
    return place == QFileInfo(ledger.absolutePath()).canonicalFilePath()
        && (info.fileName().startsWith(ledger.fileName(), Qt::CaseInsensitive)
            || info.suffix() == "lock"_L1);
}

QString instancesFolder(const QString &folder)
{
    return QDir(folder).filePath(u"instances"_s);
}

Result<LedgerOpening, LedgerError> openLedger(
    const QString &folder, LedgerAccess access, LedgerCheck check)
{
    ReadingCopy::sweep();
    if (access == LedgerAccess::ReadOnly)
        return readLedger(folder);
    const QString path = ledgerFile(folder);
    const bool hasFolder = ledgerfiles::makeFolder(folder);
    const QFileInfo file(path);
    if (hasFolder && (!file.exists() || file.isWritable())) {
        auto written = writeLedger(folder, check);
        if (written || written.error().reason != Reason::ReadOnly)
            return written;
    }
    if (!file.exists())
        return Unexpected{LedgerError{Reason::NoFolder, folder, {}}};
    return readLedger(folder);
}

Result<std::optional<QString>, LedgerError> restoreLedger(
    const QString &folder, const QString &fromPath)
{
    const QString path = ledgerFile(folder);
    const QString incoming = ledgerfiles::incomingFile(folder);
    if (!QFileInfo(fromPath).isFile())
        return Unexpected{LedgerError{Reason::NotReadable, fromPath, {}}};
    if (!ledgerfiles::makeFolder(folder))
        return Unexpected{LedgerError{Reason::NoFolder, folder, {}}};
    if (!ledgerfiles::canLock(folder))
        return Unexpected{LedgerError{Reason::NoLocks, folder, {}}};
    QLockFile turn(openingLock(folder));
    turn.setStaleLockTime(soonStale);
    if (!turn.tryLock(openingPatience))
        return Unexpected{LedgerError{Reason::Locked, path, {}}};
    QFile::remove(incoming); // of a restoring that was killed
    const auto copied = copyOfLedger(fromPath, incoming);
    if (!copied)
        return Unexpected{copied.error()};
    auto kept = keepPresent(path);
    if (kept && !ledgerfiles::replace(path, incoming))
        kept = Unexpected{LedgerError{Reason::NoFolder, folder, {}}};
    if (!kept)
        QFile::remove(incoming);
    return kept;
}

} // namespace desk
