// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QDateTime>

namespace desk {

//! When a link made at that time stops working: after an hour, a magic link after a year
//! (kombo-api.md 6, counted from creation as far as is known).
inline QDateTime linkExpiry(LinkType type, const QDateTime &created)
{
    return type == LinkType::Embedded ? created.addSecs(qint64{60} * 60) : created.addYears(1);
}

} // namespace desk
