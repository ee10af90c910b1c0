// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"
#include "httpoutcome.h"

#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace desk {

/*!
 * Decides whether an attempt is repeated by itself, and after how long. Holds no state, knows no
 * clock and no dice: the same questions get the same answers.
 *
 * Anything is repeated after 429, 503 and a refused connection, since then nothing has happened at
 * the server. What only reads is repeated after a broken connection too; what creates is not, since
 * nobody knows whether it arrived. (Qt itself sends a request once more, POST included, if the
 * server closes the connection without a byte of an answer; that cannot be switched off, so
 * "exactly once" is never promised.) Our own deadline, TLS trouble and redirects are final: they
 * would be the same again.
 */
class RetryPolicy {
public:
    std::chrono::milliseconds firstDelay{500}; //!< doubles with each attempt
    std::chrono::milliseconds longestDelay{8'000}; //!< where doubling ends
    std::chrono::milliseconds longestAsked{60'000}; //!< who asks for more gets no repetition
    int attempts = 4; //!< in all, the first one included

    /*!
     * How long to wait after this attempt, counted from 1; nullopt: give up. random lies in [0, 1)
     * and keeps clients that were turned away together from coming back together.
     */
    std::optional<std::chrono::milliseconds> delayAfter(int attempt, CallKind kind,
        const HttpOutcome &outcome, const QDateTime &now, double random) const;

    /*!
     * How long nothing else should be sent to the environment either: after a rate limit, as long
     * as was asked for, at most longestAsked; nullopt: go on.
     */
    std::optional<std::chrono::milliseconds> holdAfter(
        const HttpOutcome &outcome, const QDateTime &now) const;

    /*!
     * What the server asked for by retry-after-ms or Retry-After (seconds or an HTTP date); at
     * least 0, at most a day. nullopt if it asked for nothing that can be read.
     */
    static std::optional<std::chrono::milliseconds> askedDelay(
        const HttpOutcome &outcome, const QDateTime &now);
};

//! The policy with its clock and dice, so that tests can bring their own.
struct Repetition {
    Repetition();

    RetryPolicy policy;
    std::function<QDateTime()> now;
    std::function<double()> random; //!< in [0, 1)
};

} // namespace desk
