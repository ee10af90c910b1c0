// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerstep.h"

#include <QList>

#include <deque>

namespace desk {

/*!
 * What was told of attempts that have not ended yet, so that it can be told again to a ledger that
 * has taken the place of the one that knew it: steps of an attempt that was never begun are lost on
 * it. Bounded; the attempts that began first go first.
 */
class StepsUnderWay final {
public:
    static constexpr qsizetype mostAttempts = 1'000;
    static constexpr qsizetype mostSteps = 20; //!< of one attempt, besides its beginning

    //! In the order in which they were written.
    void note(const LedgerStep &step);
    //! In the same order, one attempt after the other.
    QList<LedgerStep> all() const;

private:
    struct Told {
        QUuid attempt;
        QList<LedgerStep> steps;
    };

    std::deque<Told> m_told;
};

} // namespace desk
