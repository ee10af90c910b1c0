// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerdatabase.h"
#include "ledgerquery.h"

#include <QDateTime>

namespace desk {

// See Ledger; an error stays with the database.

qint64 cleanUp(LedgerDatabase &database, const Retention &retention, const QDateTime &now);
void backUp(LedgerDatabase &database, const QString &path);

} // namespace desk
