// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "historyperiod.h"

namespace desk {

namespace {

int daysOf(HistoryPeriod period)
{
    switch (period) {
    case HistoryPeriod::AnyTime:
        return 0;
    case HistoryPeriod::Today:
        return 1;
    case HistoryPeriod::Last7Days:
        return 7;
    case HistoryPeriod::Last30Days:
        return 30;
    case HistoryPeriod::Last365Days:
        return 365;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<HistoryPeriod> allHistoryPeriods()
{
    return {HistoryPeriod::AnyTime, HistoryPeriod::Today, HistoryPeriod::Last7Days,
        HistoryPeriod::Last30Days, HistoryPeriod::Last365Days};
}

QDateTime beginningOf(HistoryPeriod period, const QDateTime &now)
{
    const int days = daysOf(period);
    if (days == 0)
        return {};
    // A day of which the clock skips the beginning begins later.
    return now.toLocalTime().date().addDays(1 - days).startOfDay().toUTC();
}

} // namespace desk
