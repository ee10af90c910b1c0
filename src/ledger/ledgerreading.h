// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerdatabase.h"
#include "ledgerquery.h"

namespace desk {

// The questions of Ledger, see there; an error stays with the database.

AttemptPage readPage(LedgerDatabase &database, const AttemptQuery &query, const PageMark &mark);
qint64 readCount(LedgerDatabase &database, const AttemptQuery &query);
std::optional<Attempt> readAttempt(LedgerDatabase &database, const QUuid &id);
AttemptRecord readRecord(LedgerDatabase &database, const QUuid &id);
LedgerChoices readChoices(LedgerDatabase &database);

QList<Duplicate> readDuplicates(LedgerDatabase &database, const DuplicateQuestion &question);
std::optional<KnownIntegration> readIntegration(
    LedgerDatabase &database, const QString &profileId, const QString &id);
QList<KnownIntegration> readIntegrations(LedgerDatabase &database, const QString &profileId);
//! instancesFolder tells whose application still runs.
FollowUps readFollowUps(
    LedgerDatabase &database, const QString &profileId, const QString &instancesFolder);

} // namespace desk
