// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchmemory.h"

#include "ledger/ledgerkeeper.h"
#include "ledger/openledger.h"

#include <memory>
#include <utility>

namespace desk {

namespace {

BatchLedger::Answer<BatchLedger *> booksIn(LedgerOpening &opening, const QString &folder)
{
    if (opening.ledger && opening.ledger->isReplaced())
        opening = {};
    if (!opening.ledger || opening.isReadOnly) { // by now it may be writable
        auto opened = openLedger(folder, LedgerAccess::ReadWrite);
        if (!opened)
            return Unexpected{opened.error()};
        opening = std::move(opened).value();
    }
    return &opening.ledger->batches();
}

BatchMemory::OwnBooks ownBooksIn(const QString &folder)
{
    // Shared, because a function must be copyable; there is one at a time.
    return
        [folder, opening = std::make_shared<LedgerOpening>()] { return booksIn(*opening, folder); };
}

} // namespace

BatchMemory batchMemoryOf(LedgerKeeper *keeper, const LedgerProfile &profile)
{
    if (!keeper)
        return {[] { return nullptr; }, {}, [](const LedgerStep &) {}, {}, profile};
    return {[keeper] { return keeper->batches(); },
        [folder = keeper->folder()] { return ownBooksIn(folder); },
        [keeper](const LedgerStep &step) { keeper->tell(step); }, keeper->instance(), profile};
}

} // namespace desk
