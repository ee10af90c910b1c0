// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "reminder.h"

using namespace Qt::StringLiterals;

namespace desk::Reminder {

namespace {

HandOverPurpose purposeOf(AttemptPurpose purpose)
{
    switch (purpose) {
    case AttemptPurpose::Connection:
        return HandOverPurpose::Connect;
    case AttemptPurpose::Reconnection:
        return HandOverPurpose::Reconnect;
    case AttemptPurpose::Setup:
        return HandOverPurpose::Setup;
    }
    Q_UNREACHABLE();
}

} // namespace

FlowLanguage languageOf(const Attempt &attempt)
{
    return flowLanguageFromWire(attempt.request.value("language"_L1).toString())
        .value_or(FlowLanguage::English);
}

std::optional<HandOverMessage> message(
    const FollowUpRow &row, FlowLanguage language, const QString &toolLabel)
{
    if (!row.attempt || !row.steps.contains(FollowUpStep::CopyReminder))
        return std::nullopt;
    HandOver handOver;
    handOver.purpose = purposeOf(row.attempt->purpose);
    handOver.organization = row.organization();
    handOver.email = row.email();
    handOver.language = language;
    handOver.toolLabel = toolLabel;
    handOver.expiresAt = row.attempt->linkExpiresAt;
    return HandOverMessages::composeReminder(handOver, language, row.since);
}

} // namespace desk::Reminder
