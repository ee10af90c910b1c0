// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgermaintenance.h"

#include "attemptrows.h"
#include "ledgerfiles.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Nothing points at them any more.
void dropOrphans(LedgerDatabase &database)
{
    database.run(u"DELETE FROM customers WHERE NOT EXISTS"
                 " (SELECT 1 FROM attempts WHERE customer = customers.key) AND NOT EXISTS"
                 " (SELECT 1 FROM integrations WHERE customer = customers.key)"_s);
    database.run(u"DELETE FROM profiles WHERE NOT EXISTS"
                 " (SELECT 1 FROM attempts WHERE profile = profiles.key)"_s);
}

using Reason = LedgerError::Reason;

// SQLite does not say in which of the two files something went wrong.
LedgerError ofCopy(const LedgerError &error, const QString &path, bool isFull)
{
    switch (error.reason) {
    case Reason::DiskFull:
        return {Reason::DiskFull, path, error.detail};
    case Reason::Failed:
    case Reason::NotReadable:
    case Reason::ReadOnly:
        return {isFull ? Reason::DiskFull : error.reason, path, error.detail};
    default:
        return error;
    }
}

} // namespace

qint64 cleanUp(LedgerDatabase &database, const Retention &retention, const QDateTime &now)
{
    const qint64 time = now.toMSecsSinceEpoch();
    const auto daysAgo = [&now](int days) { return now.addDays(-days).toMSecsSinceEpoch(); };
    database.begin();
    // What was deleted while the clock was ahead would otherwise wait until then.
    database.run(
        u"DELETE FROM attempts WHERE hidden_at < ? OR hidden_at > ?"_s, {daysAgo(1), daysAgo(-1)});
    qint64 gone = database.changedRows();
    if (retention.attemptDays) {
        const qint64 limit = daysAgo(*retention.attemptDays);
        // Both times, since the clock may have been set back between them.
        // A link that may still be opened is not over, however long ago it was sent.
        database.run(u"DELETE FROM attempts WHERE max(coalesce(ended_at, started_at), started_at) "
                     u"< ? AND NOT"
                     " (outcome = ? AND followed_up_at IS NULL AND link_expires_at > ?)"_s,
            {limit, int(AttemptOutcome::LinkCreated), time});
        gone += database.changedRows();
        database.run(
            u"DELETE FROM batches WHERE max(coalesce(finished_at, created_at), created_at) < ?"_s,
            {limit});
    }
    if (retention.integrationDays) {
        database.run(u"DELETE FROM integrations WHERE coalesce(deleted_at, last_read_at) < ?"_s,
            {daysAgo(*retention.integrationDays)});
    }
    dropOrphans(database);
    database.commit();
    return database.hasFailed() ? 0 : gone;
}

void backUp(LedgerDatabase &database, const QString &path)
{
    if (!ledgerfiles::createNew(path)) {
        const bool isFull = ledgerfiles::isDiskFull(path);
        database.fail(LedgerError{
            isFull ? Reason::DiskFull : Reason::NotReadable, path, u"The file cannot be made."_s});
        return;
    }
    database.run(u"VACUUM INTO ?"_s, {path});
    const auto copied = database.answer(Done());
    const bool isFull = ledgerfiles::isDiskFull(path);
    if (copied && ledgerfiles::toDisk(path))
        return;
    // What it made besides goes as well.
    for (const QString &end : {u""_s, u"-journal"_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + end);
    database.fail(copied ? LedgerError{isFull ? Reason::DiskFull : Reason::Failed, path, {}}
                         : ofCopy(copied.error(), path, isFull));
}

} // namespace desk
