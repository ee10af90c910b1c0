// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace desk {

/*!
 * How one attempt ended, before anybody has judged it. Nothing in here is cleaned or redacted: it
 * must go through AnswerReader before it is shown or logged.
 */
struct HttpOutcome {
    enum class Transport {
        Complete, //!< an answer came, and all of it
        Refused, //!< no connection was made, so the request cannot have arrived
        Broken, //!< no answer, or not all of it; the request may have arrived
        Tls,
        Deadline, //!< our own time was up, or the answer went silent half-way
        TooLarge, //!< we stopped reading; body is empty
    };

    Transport transport = Transport::Complete;
    int status = 0; //!< 0: no status line arrived
    QByteArray contentType;
    QByteArray body;
    QByteArray location;
    QByteArray retryAfter;
    QByteArray retryAfterMs;
    QString reason; //!< Qt's own words about the transport; they may hold the whole address
};

} // namespace desk
