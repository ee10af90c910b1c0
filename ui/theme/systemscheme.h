// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme/tokens.h"

namespace desk {

/*!
 * Whether the desktop is set to light or dark. Qt 6.4 has no call for it, so this asks the newer Qt
 * where there is one and otherwise judges the palette that the platform gives applications.
 */
Scheme systemScheme();

} // namespace desk
