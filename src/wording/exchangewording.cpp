// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangewording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk::ExchangeWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ExchangeWording)
};

// The names of HTTP (RFC 9110), for the statuses that the API and its gateway use.
QString reason(int status)
{
    switch (status) {
    case 200:
        return u"OK"_s;
    case 201:
        return u"Created"_s;
    case 204:
        return u"No Content"_s;
    case 400:
        return u"Bad Request"_s;
    case 401:
        return u"Unauthorized"_s;
    case 403:
        return u"Forbidden"_s;
    case 404:
        return u"Not Found"_s;
    case 405:
        return u"Method Not Allowed"_s;
    case 409:
        return u"Conflict"_s;
    case 422:
        return u"Unprocessable Content"_s;
    case 429:
        return u"Too Many Requests"_s;
    case 500:
        return u"Internal Server Error"_s;
    case 502:
        return u"Bad Gateway"_s;
    case 503:
        return u"Service Unavailable"_s;
    case 504:
        return u"Gateway Timeout"_s;
    default:
        return {};
    }
}

QString endingLine(const Exchange &exchange)
{
    switch (exchange.ending) {
    case Exchange::Ending::Answered: {
        const QString name = reason(exchange.status);
        return name.isEmpty() ? QString::number(exchange.status)
                              : u"%1 %2"_s.arg(QString::number(exchange.status), name);
    }
    case Exchange::Ending::NotConnected:
        return Words::tr("No connection was made; nothing was sent");
    case Exchange::Ending::Broken:
        return Words::tr("The connection ended before the answer did");
    case Exchange::Ending::Tls:
        return Words::tr("The server could not prove who it is; nothing was sent");
    case Exchange::Ending::Deadline:
        return Words::tr("No answer in time");
    case Exchange::Ending::TooLarge:
        return Words::tr("The answer was too large and was not read to its end");
    case Exchange::Ending::Cancelled:
        return Words::tr("Cancelled before the answer came");
    }
    Q_UNREACHABLE();
}

} // namespace

QString outcome(const Exchange &exchange)
{
    switch (exchange.ending) {
    case Exchange::Ending::Answered:
        return QString::number(exchange.status);
    case Exchange::Ending::NotConnected:
        return Words::tr("No connection");
    case Exchange::Ending::Broken:
        return Words::tr("Broken off");
    case Exchange::Ending::Tls:
        return Words::tr("Not secure");
    case Exchange::Ending::Deadline:
        return Words::tr("Timed out");
    case Exchange::Ending::TooLarge:
        return Words::tr("Too large");
    case Exchange::Ending::Cancelled:
        return Words::tr("Cancelled");
    }
    Q_UNREACHABLE();
}

QString outcomeLine(const Exchange &exchange)
{
    const QString line = endingLine(exchange);
    if (exchange.problem.isEmpty())
        return line;
    //: %1 is how a request ended, %2 what the network said about it
    return Words::tr("%1 (%2)").arg(line, exchange.problem);
}

QString duration(std::chrono::milliseconds duration)
{
    const qint64 count = duration.count();
    if (duration < 1s)
        //: %1 is a number of milliseconds
        return Words::tr("%1 ms").arg(count);
    if (duration < 1min)
        //: %1 is a number of seconds, such as 1.24
        return Words::tr("%1 s").arg(QLocale::c().toString(double(count) / 1000, 'f', 2));
    //: %1 is a number of minutes, %2 of seconds
    return Words::tr("%1 min %2 s").arg(count / 60'000).arg(count / 1000 % 60);
}

QString size(qsizetype bytes)
{
    constexpr double kilo = 1000;
    if (bytes < 1000)
        //: %1 is a number of bytes
        return Words::tr("%1 B").arg(bytes);
    if (bytes < 1'000'000)
        //: %1 is a number of kilobytes, such as 3.4
        return Words::tr("%1 KB").arg(QLocale::c().toString(double(bytes) / kilo, 'f', 1));
    //: %1 is a number of megabytes, such as 1.2
    return Words::tr("%1 MB").arg(QLocale::c().toString(double(bytes) / (kilo * kilo), 'f', 1));
}

QString clockTime(const QDateTime &time)
{
    return time.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}

} // namespace desk::ExchangeWording
