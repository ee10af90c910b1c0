// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "stepsunderway.h"

#include <algorithm>

namespace desk {

namespace {

//! The attempt that a step is about; null for those about an integration.
struct AttemptOf {
    QUuid operator()(const AttemptBegun &step) const { return step.attempt.id; }
    QUuid operator()(const IntegrationRead &) const { return {}; }
    QUuid operator()(const IntegrationDeleted &) const { return {}; }
    QUuid operator()(const IntegrationFollowedUp &) const { return {}; }
    template <typename Step> QUuid operator()(const Step &step) const { return step.attempt; }
};

} // namespace

void StepsUnderWay::note(const LedgerStep &step)
{
    const QUuid attempt = std::visit(AttemptOf(), step);
    if (attempt.isNull())
        return;
    // The newest is the likeliest.
    const auto known = std::find_if(m_told.rbegin(), m_told.rend(),
        [&attempt](const Told &told) { return told.attempt == attempt; });
    if (std::holds_alternative<AttemptEnded>(step)) {
        if (known != m_told.rend())
            m_told.erase(std::next(known).base());
    } else if (known != m_told.rend()) {
        if (known->steps.size() <= mostSteps)
            known->steps.append(step);
    } else if (std::holds_alternative<AttemptBegun>(step)) {
        m_told.push_back({attempt, {step}});
        if (qsizetype(m_told.size()) > mostAttempts)
            m_told.pop_front();
    }
}

QList<LedgerStep> StepsUnderWay::all() const
{
    QList<LedgerStep> steps;
    for (const Told &told : m_told)
        steps.append(told.steps);
    return steps;
}

} // namespace desk
