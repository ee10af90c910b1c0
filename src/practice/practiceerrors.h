// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

//! The status that goes with a PLATFORM code (x-error-status-map of the contract); 500 for others.
int statusOfCode(const QString &code);

//! The code that goes with a status; empty if there is none.
QString codeOfStatus(int status);

//! A short label for a code; empty for one that is not in the contract.
QString titleOfCode(const QString &code);

} // namespace desk
