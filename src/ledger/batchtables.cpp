// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchtables.h"

#include "attemptrows.h"
#include "ledgerguard.h"
#include "ledgerwriting.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

QString selectBatches()
{
    return u"SELECT id, profile_id, source_name, fingerprint, created_at, finished_at, concurrency,"
           " columns, common_values, key FROM batches"_s;
}

Batch batchFrom(const QSqlQuery &query)
{
    Batch batch;
    batch.id = idFromColumn(query.value(0));
    batch.profileId = query.value(1).toString();
    batch.sourceName = query.value(2).toString();
    batch.fingerprint = query.value(3).toByteArray();
    batch.createdAt = timeFromColumn(query.value(4));
    batch.finishedAt = timeFromColumn(query.value(5));
    batch.concurrency = query.value(6).toInt();
    batch.columns = QJsonDocument::fromJson(query.value(7).toByteArray()).object();
    batch.commonValues = QJsonDocument::fromJson(query.value(8).toByteArray()).object();
    return batch;
}

BatchRow rowFrom(const QSqlQuery &query)
{
    const int status = query.value(1).toInt();
    const bool isKnown = status >= 0 && status <= int(BatchRowStatus::Skipped);
    return {query.value(0).toInt(), isKnown ? BatchRowStatus(status) : BatchRowStatus::NotKnown,
        idFromColumn(query.value(2)), query.value(3).toString()};
}

// One statement for some rows: ten thousand single ones would hold up whoever waits, and so would
// few large ones, for Qt looks up each placeholder among all of its statement.
void insertRows(LedgerDatabase &database, const QVariant &key, const QList<BatchRow> &rows)
{
    constexpr qsizetype atOnce = 20;
    for (qsizetype from = 0; from < rows.size(); from += atOnce) {
        QStringList places;
        QVariantList values;
        for (const BatchRow &row : rows.mid(from, atOnce)) {
            places.append(u"(?, ?, ?, ?, ?)"_s);
            values << key << row.number << int(row.status) << toColumn(row.attempt)
                   << text(ledgerguard::sentence(row.error));
        }
        database.run(u"INSERT INTO batch_rows (batch, number, status, attempt, error) VALUES "_s
                + places.join(", "_L1),
            values);
    }
}

} // namespace

BatchTables::BatchTables(LedgerDatabase &database)
    : m_database(database)
{
}

bool BatchTables::mayWrite()
{
    if (m_database.isReadOnly())
        m_database.fail(LedgerError::Reason::ReadOnly, {});
    return !m_database.isReadOnly();
}

BatchLedger::Answer<Done> BatchTables::begin(const Batch &batch)
{
    if (!mayWrite())
        return m_database.answer(Done());
    m_database.begin();
    m_database.run(u"INSERT INTO batches (id, profile_id, source_name, fingerprint, created_at,"
                   " finished_at, concurrency, columns, common_values)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {toColumn(batch.id), text(batch.profileId), text(ledgerguard::name(batch.sourceName)),
            batch.fingerprint.isNull() ? QByteArray("") : batch.fingerprint,
            toColumn(batch.createdAt.isValid() ? batch.createdAt : QDateTime::currentDateTimeUtc()),
            toColumn(batch.finishedAt), batch.concurrency, ledgerguard::document(batch.columns),
            ledgerguard::document(batch.commonValues)});
    const QVariant key = m_database.single(u"SELECT last_insert_rowid()"_s);
    insertRows(m_database, key, batch.rows);
    m_database.commit();
    return m_database.answer(Done());
}

void BatchTables::update(const QVariant &batch, const BatchRow &row)
{
    m_database.run(u"UPDATE batch_rows SET status = ?, attempt = ?, error = ?"
                   " WHERE batch = ? AND number = ?"_s,
        {int(row.status), toColumn(row.attempt), text(ledgerguard::sentence(row.error)), batch,
            row.number});
    if (m_database.changedRows() == 0)
        m_database.fail(LedgerError::Reason::Failed, u"There is no such row of a batch."_s);
}

BatchLedger::Answer<Done> BatchTables::record(
    const QUuid &batch, const QList<BatchRow> &rows, const QList<LedgerStep> &steps)
{
    if (!mayWrite())
        return m_database.answer(Done());
    m_database.begin();
    const QVariant key =
        m_database.single(u"SELECT key FROM batches WHERE id = ?"_s, {toColumn(batch)});
    for (const BatchRow &row : rows)
        update(key, row);
    for (const LedgerStep &step : steps)
        writeStep(m_database, step);
    m_database.commit();
    ++m_changes;
    return m_database.answer(Done());
}

BatchLedger::Answer<Done> BatchTables::finish(const QUuid &batch, const QDateTime &at)
{
    if (!mayWrite())
        return m_database.answer(Done());
    m_database.begin();
    m_database.run(u"UPDATE batches SET finished_at = ? WHERE id = ?"_s,
        {toColumn(at.isValid() ? at : QDateTime::currentDateTimeUtc()), toColumn(batch)});
    m_database.commit();
    return m_database.answer(Done());
}

std::optional<Batch> BatchTables::whole(QSqlQuery query)
{
    if (!m_database.next(query))
        return std::nullopt;
    Batch batch = batchFrom(query);
    QSqlQuery rows = m_database.run(u"SELECT number, status, attempt, error FROM batch_rows"
                                    " WHERE batch = ? ORDER BY number"_s,
        {query.value(9)});
    while (m_database.next(rows))
        batch.rows.append(rowFrom(rows));
    return batch;
}

BatchLedger::Answer<std::optional<Batch>> BatchTables::batch(const QUuid &id)
{
    return m_database.answer(
        whole(m_database.run(selectBatches() + u" WHERE id = ?"_s, {toColumn(id)})));
}

BatchLedger::Answer<std::optional<Batch>> BatchTables::unfinished(
    const QString &profileId, const QByteArray &fingerprint)
{
    return m_database.answer(whole(m_database.run(selectBatches()
            + u" WHERE profile_id = ? AND fingerprint = ? AND finished_at IS NULL"
              " ORDER BY key DESC LIMIT 1"_s,
        {text(profileId), fingerprint.isNull() ? QByteArray("") : fingerprint})));
}

BatchLedger::Answer<QList<Batch>> BatchTables::batches(const QString &profileId)
{
    constexpr QLatin1StringView newest(" ORDER BY key DESC LIMIT 1000");
    QSqlQuery query = profileId.isEmpty()
        ? m_database.run(selectBatches() + newest)
        : m_database.run(selectBatches() + u" WHERE profile_id = ?"_s + newest, {profileId});
    QList<Batch> batches;
    while (m_database.next(query))
        batches.append(batchFrom(query));
    return m_database.answer(batches);
}

} // namespace desk
