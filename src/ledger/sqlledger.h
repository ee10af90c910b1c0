// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchtables.h"
#include "ledger.h"
#include "ledgerdatabase.h"
#include "readingcopy.h"

#include <memory>

namespace desk {

//! The ledger in an SQLite file whose schema is the newest; openLedger() makes it.
class SqlLedger final : public Ledger {
public:
    /*!
     * instancesFolder tells which applications run. copy is where the file lies if it is a copy of
     * what must not be changed; it goes with the ledger.
     */
    SqlLedger(std::unique_ptr<LedgerDatabase> database, QString folder,
        std::unique_ptr<ReadingCopy> copy = nullptr);

    bool isReadOnly() const override;
    bool isReplaced() const override { return m_database->isReplaced(); }
    qint64 version() override;
    Answer<Done> write(const LedgerStep &step) override;
    BatchLedger &batches() override { return m_batches; }
    Answer<AttemptPage> attempts(const AttemptQuery &query, const PageMark &mark) override;
    Answer<qint64> count(const AttemptQuery &query) override;
    Answer<std::optional<Attempt>> attempt(const QUuid &id) override;
    Answer<AttemptRecord> record(const QUuid &id) override;
    Answer<LedgerChoices> choices() override;
    Answer<QList<Duplicate>> duplicatesOf(const DuplicateQuestion &question) override;
    Answer<std::optional<KnownIntegration>> integration(
        const QString &profileId, const QString &id) override;
    Answer<QList<KnownIntegration>> integrations(const QString &profileId) override;
    Answer<FollowUps> followUps(const QString &profileId) override;
    Answer<qint64> clean(const Retention &retention, const QDateTime &now) override;
    Answer<Forgotten> forget(const PersonToForget &person) override;
    Answer<Done> backUpTo(const QString &path) override;

private:
    bool mayWrite();

    std::unique_ptr<ReadingCopy> m_copy; // outlives the database in it
    std::unique_ptr<LedgerDatabase> m_database;
    QString m_folder;
    BatchTables m_batches;
};

} // namespace desk
