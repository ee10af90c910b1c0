// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "verbwords.h"

#include <QString>

namespace desk {

//! A script by which a shell completes verbs, options and the values of options; made of the same
//! tables that the command line is read by.
QString completionScript(Shell shell);

} // namespace desk
