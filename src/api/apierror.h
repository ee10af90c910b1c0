// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tlsproblem.h"

#include <QMetaType>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * Why a call did not give what it promised. Carries facts only; sentences are made in src/wording.
 * title, message and detail may hold text of the server: plain text, cut to a sane length, free of
 * control characters and of the key and the tokens, but foreign all the same.
 */
struct ApiError {
    Q_GADGET
public:
    enum class Kind {
        Transport, //!< no connection, or it broke before the answer was whole
        Tls, //!< the server could not prove who it is
        Timeout, //!< the deadline of the call ran out
        Redirect, //!< a 3xx; never followed, since the key would go with it
        Unauthorized, //!< 401 or PLATFORM.AUTHENTICATION_INVALID
        NetworkNotAllowed, //!< PLATFORM.IP_NOT_WHITELISTED
        RateLimited, //!< 429 to the end of all attempts
        NotFound, //!< 404 or PLATFORM.INTEGRATION_NOT_FOUND
        Rejected, //!< any other 4xx
        Server, //!< 5xx
        Protocol, //!< a 2xx whose body is not what the contract promises
        TooLarge, //!< a body beyond the bound; nothing of it was used
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Transport;
    bool neverLeft = false; //!< of Kind::Transport: no connection was made, so nothing arrived
    int httpStatus = 0; //!< 0: no status line arrived
    TlsProblem tlsProblem = TlsProblem::Other; //!< of Kind::Tls
    QString host; //!< whom we asked
    QString code; //!< Kombo's error.code; empty when null or absent
    QString title; //!< Kombo's error.title; empty when null or absent
    QString message; //!< Kombo's error.message, or a short extract of a body that is no envelope
    QUrl logUrl; //!< Kombo's error.log_url, only if https; else empty
    QString detail; //!< for people who debug: what was wrong with the body, or Qt's own words
    std::optional<std::chrono::milliseconds> retryAfter; //!< what the server asked for
};

} // namespace desk

Q_DECLARE_METATYPE(desk::ApiError)
