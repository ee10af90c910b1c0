// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QList>

namespace desk {

//! Stretches of time up to now that people look back over; days are those of this computer.
enum class HistoryPeriod { AnyTime, Today, Last7Days, Last30Days, Last365Days };

//! In the order in which a person should be offered them.
QList<HistoryPeriod> allHistoryPeriods();

//! UTC; invalid for any time. Today counts as the first of the days.
QDateTime beginningOf(HistoryPeriod period, const QDateTime &now);

} // namespace desk
