// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/outcomelook.h"

namespace desk {

OutcomeLook OutcomeLook::of(AttemptOutcome outcome, bool isUnderWay)
{
    switch (outcome) {
    case AttemptOutcome::Connected:
        return {IconName::CircleCheck, ColorToken::Success};
    case AttemptOutcome::NeedsReview:
        return {IconName::TriangleAlert, ColorToken::Warning};
    case AttemptOutcome::ClosedBeforeFinishing:
    case AttemptOutcome::Cancelled:
        return {IconName::CircleX, ColorToken::MutedText};
    case AttemptOutcome::Expired:
        return {IconName::Clock, ColorToken::MutedText};
    case AttemptOutcome::Failed:
        return {IconName::CircleAlert, ColorToken::Danger};
    case AttemptOutcome::LinkCreated:
        return {IconName::Mail, ColorToken::Accent};
    case AttemptOutcome::Unknown:
        return {IconName::CircleHelp, ColorToken::Warning};
    case AttemptOutcome::Unfinished:
        if (isUnderWay)
            return {IconName::RotateCw, ColorToken::Accent};
        return {IconName::CircleHelp, ColorToken::Warning};
    }
    Q_UNREACHABLE();
}

} // namespace desk
