// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timelineentry.h"

#include <QString>

namespace desk {

/*!
 * How entries are put into words. The words live further up (wording/timelinewording.h), so that
 * whoever shows or exports a timeline is handed them; neither pointer may be null.
 */
struct TimelineWords {
    //! One sentence of plain text; count and time are not in it.
    QString (*sentence)(const TimelineEntry &entry) = nullptr;
    QString (*groupName)(TimelineEntry::Group group) = nullptr;
};

} // namespace desk
