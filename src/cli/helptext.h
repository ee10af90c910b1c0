// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "verb.h"

#include <QString>

namespace desk {

//! The help for one verb, or for the program as a whole if that is the window. Ends with a line
//! break.
QString helpText(Verb verb);

} // namespace desk
