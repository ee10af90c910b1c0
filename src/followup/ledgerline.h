// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledger.h"

#include <functional>

namespace desk {

//! What this folder needs of the one who keeps the ledger (ledger/ledgerkeeper.h).
struct LedgerLine {
    std::function<Ledger *()> ledger; //!< null while it cannot be opened
    std::function<void(const LedgerStep &step)> tell;
};

} // namespace desk
