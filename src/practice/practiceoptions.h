// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practicebehaviour.h"
#include "practicefault.h"

#include <QList>

namespace desk {

//! What a practice server begins with.
struct PracticeOptions {
    QList<PracticeFault> faults{};
    QList<PracticeBehaviour> behaviours{};
};

} // namespace desk
