// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "errorwording.h"

#include "history/historyentry.h"
#include "history/historyperiod.h"
#include "ledger/attempt.h"
#include "ledger/ledgererror.h"
#include "ledger/ledgerquery.h"

#include <QString>

#include <optional>

//! What the ledger remembers, and what can be wrong with it, in words.
namespace desk::LedgerWording {

//! Every outcome, in the order in which a person should be offered them.
QList<AttemptOutcome> allOutcomes();

//! How an attempt ended, in the words of the session; one without an end is under way or not.
QString outcome(AttemptOutcome outcome, AttemptPurpose purpose, bool isUnderWay);
//! The same where nobody knows what the attempt was for: in a filter.
QString outcomeName(AttemptOutcome outcome);
//! What the outcome means and what can be done; empty if nothing more is to be said.
QString outcomeAdvice(const Attempt &attempt, bool isUnderWay);

QString name(AttemptPurpose purpose);
QString name(AttemptSource source);
QString name(AttemptStep step);
//! The word for a category's wire name; one that is not known as it came.
QString categoryName(const QString &wireName);
QString name(HistoryPeriod period);
//! How long something is kept: "30 days", "For ever".
QString keepingTime(std::optional<int> days);

//! "14:32", "Yesterday, 14:32", "Tue, 14:32", "12 Mar", "12 Mar 2025" by the clock and calendar of
//! this computer; the shortest that is clear.
QString when(const QDateTime &then, const QDateTime &now);
//! "850 ms", "12 s", "3 min 5 s".
QString duration(std::chrono::milliseconds duration);

//! "1,204 attempts"
QString count(qint64 attempts);
//! A row of the history in one line, for screen readers.
QString description(const HistoryEntry &entry, const QDateTime &now);
//! Some lines about an attempt for a mail or a ticket: one fact a line, times in UTC, no secrets.
QString summary(const Attempt &attempt, bool isUnderWay);

ErrorMessage message(const LedgerError &error);
//! The same where a file of the person's choice could not be written; the ledger is as it was.
ErrorMessage fileMessage(const LedgerError &error);
//! The same where a backup was not restored; the ledger is as it was.
ErrorMessage restoreMessage(const LedgerError &error);
//! A damaged ledger was put there and a new one has begun.
ErrorMessage keptAside(const QString &path);
//! Steps are kept in memory, since the ledger cannot be written.
QString waiting(qsizetype steps, qsizetype dropped);

//! "12 attempts, 1 integration"; "nothing".
QString counts(const Forgotten &forgotten);

} // namespace desk::LedgerWording
