// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"
#include "tlsproblem.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * How one attempt ended, before anybody has judged it. Nothing in here is cleaned or redacted: it
 * must go through AnswerReader before it is shown or logged, and through exchangeOf() before it is
 * recorded.
 */
struct HttpOutcome {
    enum class Transport {
        Complete, //!< an answer came, and all of it
        NotConnected, //!< no connection was made, so the request cannot have arrived
        Broken, //!< no answer, or not all of it; the request may have arrived
        Tls,
        Deadline, //!< our own time was up, or the answer went silent half-way
        TooLarge, //!< we stopped reading; body is empty
        Cancelled, //!< we stopped wanting it
    };

    Transport transport = Transport::Complete;
    int status = 0; //!< 0: no status line arrived
    QByteArray contentType;
    QByteArray body;
    QByteArray location;
    QByteArray retryAfter;
    QByteArray retryAfterMs;
    QString reason; //!< Qt's own words about the transport; they may hold the whole address
    TlsProblem tlsProblem = TlsProblem::Other; //!< of Transport::Tls
    HttpHeaders headers{}; //!< all of the answer's, in its order
    //! Counted from the moment it was sent; queued is not known here.
    Exchange::Timings timings{};
};

} // namespace desk
