// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

//! What --version prints: the program, Qt, and Chromium, for which the flow plugin is loaded but
//! the engine is not started. Needs an application object.
QString versionText();

} // namespace desk
