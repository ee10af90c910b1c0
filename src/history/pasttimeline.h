// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "timeline/timelineentry.h"

#include <QByteArray>

namespace desk {

//! A line of a timeline that was kept: what it said then, in the words of then.
struct PastTimelineEntry {
    QDateTime at; //!< UTC
    std::chrono::milliseconds sinceStart{0};
    TimelineEntry::Group group = TimelineEntry::Group::Page;
    TimelineEntry::Severity severity = TimelineEntry::Severity::Information;
    QString sentence;
    int count = 1;
};

struct PastTimeline {
    QList<PastTimelineEntry> entries;
    qint64 dropped = 0; //!< that were too many even then
};

/*!
 * Reads what timeline/timelineexport has written, or tells field and reason of what is wrong.
 * Groups and severities of later versions count as Page and Information. Bounded as a running
 * timeline is.
 */
Result<PastTimeline, QString> pastTimelineFromJson(const QByteArray &json);

} // namespace desk
