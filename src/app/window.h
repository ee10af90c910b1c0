// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/failure.h"
#include "core/result.h"

namespace desk {

struct CommandLine;
class Redactor;

/*!
 * Shows the window, filled from the fields of the command line, until it is closed; needs an
 * application object. Every secret the window's sessions learn is made known to the redactor. The
 * result is the status of the process, or why there was no window.
 */
Result<int, Failure> runWindow(const CommandLine &commandLine, Redactor &redactor);

} // namespace desk
