// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"

#include <QIcon>

namespace desk {

//! The colour of a kind as a small icon beside its word; follows a change of scheme.
QIcon kindSwatch(ProfileKind kind);

} // namespace desk
