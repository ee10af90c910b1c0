// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apiaccess.h"

#include <QString>

namespace desk {

//! What a profile is called and what it is for: enough to name it beside what was done with it.
struct ProfileTag {
    QString name;
    ProfileKind kind = ProfileKind::Practice;
    QString id{}; //!< under which things of the profile are remembered

    friend bool operator==(const ProfileTag &, const ProfileTag &) = default;
};

} // namespace desk
