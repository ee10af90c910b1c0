// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timeline/timelinefile.h"
#include "timeline/timelinewords.h"
#include "wording/errorwording.h"

#include <QString>

//! The timeline of a connect session, in words.
namespace desk::TimelineWording {

//! One sentence without a full stop. Facts that came from outside stand in it as they are.
QString sentence(const TimelineEntry &entry);
QString groupName(TimelineEntry::Group group);
TimelineWords words();

//! Says how much was left out; empty if nothing was.
QString dropped(qint64 count);

ErrorMessage message(const TimelineFileProblem &problem);

} // namespace desk::TimelineWording
