// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "duplicatewatch.h"

#include "ledger/ledger.h"

#include <functional>

namespace desk {

//! What this folder needs of the one who keeps the ledger (ledger/ledgerkeeper.h).
struct LedgerLine {
    std::function<Ledger *()> ledger; //!< null while it cannot be opened
    std::function<void(const LedgerStep &step)> tell;
};

class LedgerKeeper;

//! The keeper must outlive whoever uses the line. What it says by changed() is for others to
//! connect.
LedgerLine lineTo(LedgerKeeper &keeper);
//! Nothing where the ledger cannot be read, for nobody is kept from work by that.
DuplicateWatch::Source duplicatesIn(const LedgerLine &line);

} // namespace desk
