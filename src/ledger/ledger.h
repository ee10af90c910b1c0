// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"
#include "batchledger.h"
#include "knownintegration.h"
#include "ledgererror.h"
#include "ledgerquery.h"
#include "ledgerstep.h"

#include "core/integrationdetails.h"
#include "core/result.h"

#include <QList>

#include <optional>

namespace desk {

/*!
 * The memory of links, attempts and integrations: no call of the API lists them. Belongs to the
 * thread that opened it; each call is done when it returns, and was done wholly or not at all.
 * Several ledgers, in several threads and processes, may stand on one file.
 */
class Ledger {
public:
    template <typename T> using Answer = Result<T, LedgerError>;

    virtual ~Ledger() = default;

    virtual bool isReadOnly() const = 0;
    //! Another file stands under its name since it was opened, or none: somebody has restored a
    //! backup or put it aside. What is written fails with Replaced; it is to be opened anew.
    virtual bool isReplaced() const { return false; }
    //! Changes whenever another connection has written, or a batch on this one.
    virtual qint64 version() = 0;

    virtual Answer<Done> write(const LedgerStep &step) = 0;
    //! Lives as long as the ledger.
    virtual BatchLedger &batches() = 0;

    //! The newest first.
    virtual Answer<AttemptPage> attempts(const AttemptQuery &query, const PageMark &mark) = 0;
    virtual Answer<qint64> count(const AttemptQuery &query) = 0;
    virtual Answer<std::optional<Attempt>> attempt(const QUuid &id) = 0;
    virtual Answer<AttemptRecord> record(const QUuid &id) = 0;
    //! What appears in the filters: profiles and tools that attempts were made with.
    virtual Answer<LedgerChoices> choices() = 0;

    virtual Answer<QList<Duplicate>> duplicatesOf(const DuplicateQuestion &question) = 0;
    virtual Answer<std::optional<KnownIntegration>> integration(
        const QString &profileId, const QString &id) = 0;
    //! All that are not deleted, of one profile or of all if it is empty; for export.
    virtual Answer<QList<KnownIntegration>> integrations(const QString &profileId) = 0;
    //! What waits for somebody: sent magic links, unfinished attempts, integrations not at work.
    virtual Answer<FollowUps> followUps(const QString &profileId) = 0;

    //! Attempts that ended longer ago go, but those that a living integration came of keep their
    //! integration. Tells how many went.
    virtual Answer<qint64> clean(const Retention &retention, const QDateTime &now) = 0;
    //! Everything that names this person or client: in all tables, in the file's free space, and in
    //! the copies that were put aside; damaged ones are deleted, for nobody can tell what is in
    //! them. After Locked, somebody else still reads and a rest may lie in the log: to be asked
    //! again.
    virtual Answer<Forgotten> forget(const PersonToForget &person) = 0;
    //! A whole, consistent copy, readable for its owner alone; the path must not exist.
    virtual Answer<Done> backUpTo(const QString &path) = 0;
};

} // namespace desk
