// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/icons.h"

#include "ledger/attempt.h"

namespace desk {

//! The sign and colour of an outcome, which always stand beside its word.
struct OutcomeLook {
    static OutcomeLook of(AttemptOutcome outcome, bool isUnderWay);

    IconName icon = IconName::CircleHelp;
    ColorToken ink = ColorToken::MutedText;
};

} // namespace desk
