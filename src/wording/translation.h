// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

class QCoreApplication;

namespace desk {

//! Gives sentences with a number their plural forms, in English too. Once for each application
//! object.
void installTranslation(QCoreApplication &application);

} // namespace desk
