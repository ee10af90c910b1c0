// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptnames.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array outcomes{
    std::pair{AttemptOutcome::Unfinished, "unfinished"_L1},
    std::pair{AttemptOutcome::Connected, "connected"_L1},
    std::pair{AttemptOutcome::NeedsReview, "needs_review"_L1},
    std::pair{AttemptOutcome::ClosedBeforeFinishing, "closed_before_finishing"_L1},
    std::pair{AttemptOutcome::Cancelled, "cancelled"_L1},
    std::pair{AttemptOutcome::Expired, "expired"_L1},
    std::pair{AttemptOutcome::Failed, "failed"_L1},
    std::pair{AttemptOutcome::LinkCreated, "link_created"_L1},
    std::pair{AttemptOutcome::Unknown, "unknown"_L1},
};

} // namespace

QString nameOf(AttemptOutcome outcome)
{
    for (const auto &[value, name] : outcomes) {
        if (value == outcome)
            return name;
    }
    Q_UNREACHABLE();
}

QString nameOf(AttemptStep step)
{
    switch (step) {
    case AttemptStep::Requested:
        return u"requested"_s;
    case AttemptStep::LinkCreated:
        return u"link_created"_s;
    case AttemptStep::FlowOpened:
        return u"flow_opened"_s;
    case AttemptStep::TokenReceived:
        return u"token_received"_s;
    case AttemptStep::Ended:
        return u"ended"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(AttemptPurpose purpose)
{
    switch (purpose) {
    case AttemptPurpose::Connection:
        return u"connection"_s;
    case AttemptPurpose::Reconnection:
        return u"reconnection"_s;
    case AttemptPurpose::Setup:
        return u"setup"_s;
    }
    Q_UNREACHABLE();
}

QString nameOf(AttemptSource source)
{
    switch (source) {
    case AttemptSource::Window:
        return u"window"_s;
    case AttemptSource::CommandLine:
        return u"command_line"_s;
    case AttemptSource::Batch:
        return u"batch"_s;
    }
    Q_UNREACHABLE();
}

std::optional<AttemptOutcome> attemptOutcomeFromName(QStringView name)
{
    for (const auto &[value, known] : outcomes) {
        if (name == known)
            return value;
    }
    return std::nullopt;
}

QStringList attemptOutcomeNames()
{
    QStringList names;
    for (const auto &[value, name] : outcomes)
        names.append(name);
    return names;
}

} // namespace desk
