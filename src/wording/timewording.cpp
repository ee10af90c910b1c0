// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timewording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk::TimeWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::TimeWording)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 month = 30 * day;
constexpr qint64 year = 365 * day;

} // namespace

QString ago(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < 1)
        return Words::tr("just now");
    if (seconds < minute)
        //: %1 is a number of seconds
        return Words::tr("%1 s ago").arg(seconds);
    if (seconds < hour)
        //: %1 is a number of minutes
        return Words::tr("%1 min ago").arg(seconds / minute);
    if (seconds < day)
        //: %1 is a number of hours
        return Words::tr("%1 h ago").arg(seconds / hour);
    if (seconds < 2 * month)
        return Words::tr("%n day(s) ago", nullptr, static_cast<int>(seconds / day));
    if (seconds < 2 * year)
        return Words::tr("%n month(s) ago", nullptr, static_cast<int>(seconds / month));
    return Words::tr("%n year(s) ago", nullptr, static_cast<int>(seconds / year));
}

QString exact(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const QDateTime withOffset = local.toOffsetFromUtc(local.offsetFromUtc());
    return withOffset.toString(Qt::ISODate).replace(u'T', u' ');
}

QString interval(std::chrono::milliseconds interval)
{
    if (interval < 1min)
        //: %1 is a number of seconds
        return Words::tr("%1 s").arg(std::chrono::ceil<std::chrono::seconds>(interval).count());
    //: %1 is a number of minutes
    return Words::tr("%1 min").arg(std::chrono::ceil<std::chrono::minutes>(interval).count());
}

} // namespace desk::TimeWording
