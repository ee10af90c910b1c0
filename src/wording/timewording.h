// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

//! Points in time and pauses, short enough for a line beside something else.
namespace desk::TimeWording {

//! "10 s ago", "3 days ago"; "just now" for what is younger than a second or not past at all.
QString ago(const QDateTime &then, const QDateTime &now);

//! The exact time in the zone of this computer, with the zone's offset.
QString exact(const QDateTime &time);

//! A pause of full seconds or minutes: "30 s", "2 min".
QString interval(std::chrono::milliseconds interval);

} // namespace desk::TimeWording
