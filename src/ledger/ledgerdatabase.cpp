// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerdatabase.h"

#include "ledgerfiles.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Reason = LedgerError::Reason;

// sqlite.org/rescode.html; the low byte of an extended code is its primary one.
namespace Code {
constexpr int busy = 5;
constexpr int locked = 6;
constexpr int readOnly = 8;
constexpr int inputOutput = 10;
constexpr int corrupt = 11;
constexpr int full = 13;
constexpr int cannotOpen = 14;
constexpr int notADatabase = 26;
constexpr int primary = 0xff;
} // namespace Code

QString logOf(const QString &path)
{
    return path + u"-wal"_s;
}

Reason reasonOf(int code, const QString &path)
{
    switch (code & Code::primary) {
    case Code::busy:
    case Code::locked:
        return Reason::Locked;
    case Code::readOnly:
        return Reason::ReadOnly;
    case Code::corrupt:
        return Reason::Damaged;
    case Code::notADatabase:
        return Reason::NotALedger;
    case Code::full:
        return Reason::DiskFull;
    case Code::inputOutput:
        return ledgerfiles::isDiskFull(path) ? Reason::DiskFull : Reason::Failed;
    case Code::cannotOpen:
        return ledgerfiles::isDiskFull(path) ? Reason::DiskFull : Reason::NotReadable;
    default:
        return Reason::Failed;
    }
}

QString address(const QString &path, LedgerDatabase::Mode mode)
{
    switch (mode) {
    case LedgerDatabase::Mode::InMemory:
        return u":memory:"_s;
    case LedgerDatabase::Mode::Unchanging:
        return u"file:"_s
            + QString::fromLatin1(QUrl::toPercentEncoding(path, QByteArrayLiteral("/")))
            + u"?mode=ro&immutable=1"_s;
    default:
        return path;
    }
}

QString options(LedgerDatabase::Mode mode)
{
    const QString patience =
        u"QSQLITE_BUSY_TIMEOUT="_s + QString::number(LedgerDatabase::patienceMilliseconds);
    switch (mode) {
    case LedgerDatabase::Mode::ReadOnly:
        return patience + u";QSQLITE_OPEN_READONLY"_s;
    case LedgerDatabase::Mode::Unchanging:
        return patience + u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
    default:
        return patience;
    }
}

} // namespace

LedgerDatabase::LedgerDatabase(const QString &path, Mode mode)
    : m_path(path)
    , m_mode(mode)
    , m_name(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    // Before it is opened: another that comes between the two is taken for a change, not missed.
    m_identity = ledgerfiles::identityOf(path);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(address(path, mode));
    database.setConnectOptions(options(mode));
    if (!database.open()) {
        remember(database.lastError());
        return;
    }
    run(u"PRAGMA foreign_keys = ON"_s);
    run(u"PRAGMA synchronous = FULL"_s);
    run(u"PRAGMA secure_delete = ON"_s);
    run(u"PRAGMA temp_store = MEMORY"_s);
    run(u"PRAGMA cache_size = -16384"_s);
    if (m_identity.isEmpty() && m_mode != Mode::InMemory)
        m_identity = ledgerfiles::identityOf(path);
}

LedgerDatabase::~LedgerDatabase()
{
    {
        QSqlDatabase database = connection();
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase LedgerDatabase::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

QSqlQuery LedgerDatabase::run(const QString &sql, const QVariantList &values)
{
    m_changedRows = 0;
    QSqlQuery query(connection());
    if (m_error)
        return query;
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        remember(query.lastError());
        return QSqlQuery(connection());
    }
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec()) {
        remember(query.lastError());
        return QSqlQuery(connection());
    }
    if (!query.isSelect())
        m_changedRows = query.numRowsAffected();
    return query;
}

bool LedgerDatabase::next(QSqlQuery &query)
{
    if (m_error || !query.isActive())
        return false;
    if (query.next())
        return true;
    if (query.lastError().isValid())
        remember(query.lastError());
    return false;
}

QVariant LedgerDatabase::single(const QString &sql, const QVariantList &values)
{
    QSqlQuery query = run(sql, values);
    return next(query) ? query.value(0) : QVariant();
}

void LedgerDatabase::fail(LedgerError::Reason reason, const QString &detail)
{
    fail(LedgerError{reason, m_path, detail});
}

void LedgerDatabase::fail(const LedgerError &error)
{
    if (!m_error)
        m_error = error;
}

void LedgerDatabase::remember(const QSqlError &error)
{
    // Trouble that Qt sees before the database does comes without the database's words.
    const QString said = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    fail(reasonOf(error.nativeErrorCode().toInt(), m_path), said);
}

bool LedgerDatabase::isReplaced() const
{
    return ledgerfiles::identityOf(m_path) != m_identity
        || (!m_logIdentity.isEmpty() && ledgerfiles::identityOf(logOf(m_path)) != m_logIdentity);
}

// SQLite makes the log with the first thing that is read or written, and it stays until all go.
void LedgerDatabase::noteLog()
{
    if (m_mode == Mode::ReadWrite && m_logIdentity.isEmpty())
        m_logIdentity = ledgerfiles::identityOf(logOf(m_path));
}

void LedgerDatabase::begin()
{
    if (!isReadOnly() && isReplaced())
        fail(LedgerError::Reason::Replaced, {});
    // At once: a reader that becomes a writer halfway is refused without waiting for its turn.
    run(isReadOnly() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
    m_isInTransaction = !hasFailed();
    if (m_isInTransaction)
        noteLog();
}

void LedgerDatabase::commit()
{
    run(u"COMMIT"_s);
    if (hasFailed() && m_isInTransaction) {
        // SQLite has taken back some of these by itself, and then only says that there is nothing.
        QSqlQuery query(connection());
        query.exec(u"ROLLBACK"_s);
    }
    m_isInTransaction = false;
    // Only now it is sure: whatever took its place before has not got what was written.
    if (!hasFailed() && !isReadOnly() && isReplaced())
        fail(LedgerError::Reason::Replaced, {});
}

} // namespace desk
