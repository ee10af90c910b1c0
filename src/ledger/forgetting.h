// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerdatabase.h"
#include "ledgerquery.h"

#include <QString>

namespace desk {

//! See Ledger::forget(). The folder is where copies of the ledger lie, too.
Forgotten forgetPerson(
    LedgerDatabase &database, const QString &folder, const PersonToForget &person);

} // namespace desk
