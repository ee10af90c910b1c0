// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sqlledger.h"

#include "forgetting.h"
#include "ledgermaintenance.h"
#include "ledgerreading.h"
#include "ledgerwriting.h"
#include "openledger.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

SqlLedger::SqlLedger(
    std::unique_ptr<LedgerDatabase> database, QString folder, std::unique_ptr<ReadingCopy> copy)
    : m_copy(std::move(copy))
    , m_database(std::move(database))
    , m_folder(std::move(folder))
    , m_batches(*m_database)
{
}

bool SqlLedger::isReadOnly() const
{
    return m_database->isReadOnly();
}

bool SqlLedger::mayWrite()
{
    if (isReadOnly())
        m_database->fail(LedgerError::Reason::ReadOnly, {});
    return !isReadOnly();
}

qint64 SqlLedger::version()
{
    const qint64 version = m_database->single(u"PRAGMA data_version"_s).toLongLong();
    return m_database->answer(version).hasValue() ? version + m_batches.changes() : 0;
}

Ledger::Answer<Done> SqlLedger::write(const LedgerStep &step)
{
    if (mayWrite()) {
        m_database->begin();
        writeStep(*m_database, step);
        m_database->commit();
    }
    return m_database->answer(Done());
}

Ledger::Answer<AttemptPage> SqlLedger::attempts(const AttemptQuery &query, const PageMark &mark)
{
    return m_database->answer(readPage(*m_database, query, mark));
}

Ledger::Answer<qint64> SqlLedger::count(const AttemptQuery &query)
{
    return m_database->answer(readCount(*m_database, query));
}

Ledger::Answer<std::optional<Attempt>> SqlLedger::attempt(const QUuid &id)
{
    return m_database->answer(readAttempt(*m_database, id));
}

Ledger::Answer<AttemptRecord> SqlLedger::record(const QUuid &id)
{
    return m_database->answer(readRecord(*m_database, id));
}

Ledger::Answer<LedgerChoices> SqlLedger::choices()
{
    return m_database->answer(readChoices(*m_database));
}

Ledger::Answer<QList<Duplicate>> SqlLedger::duplicatesOf(const DuplicateQuestion &question)
{
    return m_database->answer(readDuplicates(*m_database, question));
}

Ledger::Answer<std::optional<KnownIntegration>> SqlLedger::integration(
    const QString &profileId, const QString &id)
{
    return m_database->answer(readIntegration(*m_database, profileId, id));
}

Ledger::Answer<QList<KnownIntegration>> SqlLedger::integrations(const QString &profileId)
{
    return m_database->answer(readIntegrations(*m_database, profileId));
}

Ledger::Answer<FollowUps> SqlLedger::followUps(const QString &profileId)
{
    return m_database->answer(readFollowUps(*m_database, profileId, instancesFolder(m_folder)));
}

Ledger::Answer<qint64> SqlLedger::clean(const Retention &retention, const QDateTime &now)
{
    return m_database->answer(mayWrite() ? cleanUp(*m_database, retention, now) : 0);
}

Ledger::Answer<Forgotten> SqlLedger::forget(const PersonToForget &person)
{
    return m_database->answer(
        mayWrite() ? forgetPerson(*m_database, m_folder, person) : Forgotten());
}

Ledger::Answer<Done> SqlLedger::backUpTo(const QString &path)
{
    backUp(*m_database, path);
    return m_database->answer(Done());
}

} // namespace desk
