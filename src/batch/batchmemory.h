// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"
#include "ledger/batchledger.h"
#include "ledger/ledgerstep.h"

#include <QString>

#include <functional>

namespace desk {

class LedgerKeeper;

/*!
 * Where a run remembers. books is asked in the thread of the run, and may give null while the
 * ledger cannot be had; a run does not begin then. ownBooks is called in the thread that writes
 * while the run goes on; what it gives is called and destroyed there, and opens the ledger for
 * that thread. What could not be written until the end of the run is handed to tell().
 */
struct BatchMemory {
    using OwnBooks = std::function<BatchLedger::Answer<BatchLedger *>()>;

    std::function<BatchLedger *()> books;
    std::function<OwnBooks()> ownBooks;
    std::function<void(const LedgerStep &step)> tell;
    QString instance;
    LedgerProfile profile;
};

//! The ledger of that keeper, which must outlive the memory; null: there is none.
BatchMemory batchMemoryOf(LedgerKeeper *keeper, const LedgerProfile &profile);

} // namespace desk
