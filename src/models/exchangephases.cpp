// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangephases.h"

#include <algorithm>
#include <array>
#include <utility>

namespace desk {

QList<ExchangePhase> phasesOf(const Exchange &exchange)
{
    using Kind = ExchangePhase::Kind;
    const Exchange::Timings &timings = exchange.timings;
    const std::array moments{std::pair{Kind::Queued, timings.queued},
        std::pair{Kind::Sending, timings.sent}, std::pair{Kind::Waiting, timings.firstByte}};
    QList<ExchangePhase> phases;
    std::chrono::milliseconds at{0};
    for (const auto &[kind, moment] : moments) {
        if (!moment)
            continue;
        const auto until = std::clamp(*moment, at, std::max(at, timings.done));
        phases.append({kind, at, until});
        at = until;
    }
    if (timings.firstByte)
        phases.append({Kind::Reading, at, std::max(at, timings.done)});
    else if (timings.done > at)
        phases.append({Kind::Unknown, at, timings.done});
    return phases;
}

} // namespace desk
