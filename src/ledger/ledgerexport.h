// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger.h"

#include <QIODevice>

#include <limits>

namespace desk {

enum class LedgerFormat { Csv, Json };

/*!
 * Writes the attempts that the query finds, the newest first, and so many at most, a page at a
 * time; tells how many. The device is open and stays so. CSV is as RFC 4180 has it, in UTF-8, with
 * a line of names that are part of the format; a cell that a spreadsheet would run as a formula
 * begins with an apostrophe. JSON is an array of objects with the same names, and the request.
 */
Result<qint64, LedgerError> exportAttempts(Ledger &ledger, const AttemptQuery &query,
    LedgerFormat format, QIODevice &to, qint64 most = std::numeric_limits<qint64>::max());
//! The integrations that are not deleted, in the same way.
Result<qint64, LedgerError> exportIntegrations(
    Ledger &ledger, const QString &profileId, LedgerFormat format, QIODevice &to);

} // namespace desk
