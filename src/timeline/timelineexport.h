// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timelinewords.h"

#include <QByteArray>
#include <QList>

namespace desk {

class SessionTimeline;

//! Entries on their way into a document.
struct TimelineDocument {
    static TimelineDocument of(const SessionTimeline &timeline);

    QDateTime startedAt; //!< UTC
    qint64 dropped = 0; //!< entries that are not there any more
    QList<TimelineEntry> entries;
};

/*!
 * {"format":"connect-desk-timeline","version":1,…}, indented, UTF-8: times in UTC and as
 * milliseconds since the start, kinds and groups by their stable names, beside them the facts and
 * the sentence.
 */
QByteArray timelineJson(const TimelineDocument &document, const TimelineWords &words);

//! A table for a ticket, UTF-8. No text of a page can leave its cell or become a link or a picture.
QByteArray timelineMarkdown(const TimelineDocument &document, const TimelineWords &words);

//! For the clipboard: one line an entry, separated by tabs.
QString timelineText(const QList<TimelineEntry> &entries, const TimelineWords &words);

//! Texts of an entry's times, for tables: "14:03:22.123" by the clock of this computer,
//! "+1:02.345".
QString clockText(const QDateTime &at);
QString sinceStartText(std::chrono::milliseconds sinceStart);

} // namespace desk
