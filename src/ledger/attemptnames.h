// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"

#include <QStringList>

namespace desk {

//! Words that scripts and files may rely on, such as "closed_before_finishing"; never translated.
QString nameOf(AttemptOutcome outcome);
QString nameOf(AttemptStep step);
QString nameOf(AttemptPurpose purpose);
QString nameOf(AttemptSource source);

std::optional<AttemptOutcome> attemptOutcomeFromName(QStringView name);
QStringList attemptOutcomeNames();

} // namespace desk
