// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timelineexport.h"

#include <QString>

#include <optional>

namespace desk {

//! Why a timeline could not be written.
struct TimelineFileProblem {
    QString file;
    QString systemText; //!< the system's own words for people who debug; may be empty
};

/*!
 * Writes the document whole or not at all: Markdown if the name ends with .md, JSON otherwise. A
 * file of that name is replaced; whoever asked for the name has asked about that.
 */
std::optional<TimelineFileProblem> writeTimeline(
    const QString &file, const TimelineDocument &document, const TimelineWords &words);

} // namespace desk
