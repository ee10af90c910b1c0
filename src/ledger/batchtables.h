// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchledger.h"
#include "ledgerdatabase.h"

namespace desk {

//! The batches in an SQLite file; the database must outlive it.
class BatchTables final : public BatchLedger {
public:
    explicit BatchTables(LedgerDatabase &database);

    Answer<Done> begin(const Batch &batch) override;
    Answer<Done> record(
        const QUuid &batch, const QList<BatchRow> &rows, const QList<LedgerStep> &steps) override;
    Answer<Done> finish(const QUuid &batch, const QDateTime &at) override;
    Answer<std::optional<Batch>> batch(const QUuid &id) override;
    Answer<std::optional<Batch>> unfinished(
        const QString &profileId, const QByteArray &fingerprint) override;
    Answer<QList<Batch>> batches(const QString &profileId) override;

    //! Grows with each change that others who watch the ledger want to know of.
    qint64 changes() const { return m_changes; }

private:
    std::optional<Batch> whole(QSqlQuery query);
    void update(const QVariant &batch, const BatchRow &row);
    bool mayWrite();

    LedgerDatabase &m_database;
    qint64 m_changes = 0;
};

} // namespace desk
