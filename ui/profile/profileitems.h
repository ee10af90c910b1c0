// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profile.h"

#include <QStandardItem>
#include <QString>

namespace desk {

//! What rows of profiles know besides their name; for ProfileDelegate and whoever acts on a row.
namespace ProfileRole {
enum Role {
    Id = Qt::UserRole + 1, //!< empty for a row that is not a profile
    Kind,
    Place, //!< where it sends to
    Note, //!< at the right edge; may be empty
    IsCurrent,
    Action, //!< of a row that does something: a number of the list's own
};
} // namespace ProfileRole

//! A row for a profile; the caller owns it.
QStandardItem *makeProfileItem(const Profile &profile, const QString &note = {});

} // namespace desk
