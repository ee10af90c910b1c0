// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/attempt.h"
#include "ledger/batchledger.h"
#include "ledger/ledgerstep.h"

#include <QString>

#include <functional>

namespace desk {

/*!
 * Where a run remembers. LedgerKeeper has all of it: batches(), tell(), instance(). books may give
 * null while the ledger cannot be had; a run does not go on then. What could not be written until
 * its end is handed to tell().
 */
struct BatchMemory {
    std::function<BatchLedger *()> books;
    std::function<void(const LedgerStep &step)> tell;
    QString instance;
    LedgerProfile profile;
};

} // namespace desk
