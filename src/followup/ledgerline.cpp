// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerline.h"

#include "ledger/ledgerkeeper.h"

namespace desk {

LedgerLine lineTo(LedgerKeeper &keeper)
{
    return {[&keeper] { return keeper.ledger(); },
        [&keeper](const LedgerStep &step) { keeper.tell(step); }};
}

DuplicateWatch::Source duplicatesIn(const LedgerLine &line)
{
    return [line](const DuplicateQuestion &question) -> QList<Duplicate> {
        Ledger *ledger = line.ledger();
        if (!ledger)
            return {};
        const Ledger::Answer<QList<Duplicate>> answer = ledger->duplicatesOf(question);
        return answer ? *answer : QList<Duplicate>();
    };
}

} // namespace desk
