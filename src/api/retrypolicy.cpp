// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "retrypolicy.h"

#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using std::chrono::milliseconds;
using Transport = HttpOutcome::Transport;

constexpr qint64 oneDay = 24LL * 60 * 60 * 1000;

milliseconds bounded(qint64 count)
{
    return milliseconds(std::clamp<qint64>(count, 0, oneDay));
}

// Digits only, since toLongLong would also let signs and blanks pass. More digits than a day has
// milliseconds are a day: the server means "not soon".
std::optional<qint64> wholeNumber(const QByteArray &text)
{
    const QByteArray digits = text.trimmed();
    if (digits.isEmpty() || !std::all_of(digits.cbegin(), digits.cend(), [](char c) {
            return c >= '0' && c <= '9';
        })) {
        return std::nullopt;
    }
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    return fits ? std::min(number, oneDay) : oneDay;
}

// The one form of HTTP date that may still be sent: Sun, 06 Nov 1994 08:49:37 GMT. Qt's RFC 2822
// parser does not know GMT.
QDateTime httpDate(const QByteArray &text)
{
    const QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(text).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    return date.isValid() ? QDateTime(date.date(), date.time(), Qt::UTC) : date;
}

bool isWorthRepeating(CallKind kind, const HttpOutcome &outcome)
{
    if (outcome.status == 429 || outcome.status == 503)
        return true;
    if (outcome.status >= 300)
        return false;
    switch (outcome.transport) {
    case Transport::NotConnected:
        return true;
    case Transport::Broken:
        return kind == CallKind::Read;
    case Transport::Complete:
    case Transport::Tls:
    case Transport::Deadline:
    case Transport::TooLarge:
    case Transport::Cancelled:
        break;
    }
    return false;
}

milliseconds scaled(milliseconds delay, double factor)
{
    return milliseconds(std::llround(static_cast<double>(delay.count()) * factor));
}

} // namespace

std::optional<milliseconds> RetryPolicy::askedDelay(
    const HttpOutcome &outcome, const QDateTime &now)
{
    if (const auto count = wholeNumber(outcome.retryAfterMs))
        return bounded(*count);
    if (const auto seconds = wholeNumber(outcome.retryAfter))
        return bounded(*seconds * 1000);
    const QDateTime date = httpDate(outcome.retryAfter);
    if (date.isValid())
        return bounded(now.msecsTo(date));
    return std::nullopt;
}

std::optional<milliseconds> RetryPolicy::delayAfter(int attempt, CallKind kind,
    const HttpOutcome &outcome, const QDateTime &now, double random) const
{
    if (attempt >= attempts || !isWorthRepeating(kind, outcome))
        return std::nullopt;
    if (outcome.status == 429 || outcome.status == 503) {
        if (const auto asked = askedDelay(outcome, now)) {
            if (*asked > longestAsked)
                return std::nullopt;
            return *asked + scaled(firstDelay, random);
        }
    }
    const milliseconds full =
        std::min(scaled(firstDelay, std::exp2(std::min(attempt - 1, 20))), longestDelay);
    return scaled(full, 0.5 + random / 2);
}

std::optional<milliseconds> RetryPolicy::holdAfter(
    const HttpOutcome &outcome, const QDateTime &now) const
{
    if (outcome.status != 429)
        return std::nullopt;
    return std::min(askedDelay(outcome, now).value_or(milliseconds(0)), longestAsked);
}

Repetition::Repetition()
    : now([] { return QDateTime::currentDateTimeUtc(); })
    , random([] { return QRandomGenerator::global()->generateDouble(); })
{
}

} // namespace desk
