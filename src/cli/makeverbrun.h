// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectrun.h"
#include "verbrun.h"

#include <memory>

namespace desk {

/*!
 * The run of the verb that the command line names, which must not be the window. Console and
 * redactor must outlive it; makeHost is asked for by connect only.
 */
std::unique_ptr<VerbRun> makeVerbRun(const CommandLine &commandLine, Console &console,
    Redactor &redactor, const FlowHostFactory &makeHost);

} // namespace desk
