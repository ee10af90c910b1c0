// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "options.h"
#include "verb.h"

#include <QString>

namespace desk {

//! What --help prints: about the whole program for Verb::Window, else about one verb.
QString helpText(Verb verb);

//! One sentence about a verb, and about an option.
QString summaryOf(Verb verb);
QString descriptionOf(const Option &option);

} // namespace desk
