// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"

#include "core/secret.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>

namespace desk {

//! What repeating a call would do, which decides when it may be repeated by itself.
enum class CallKind {
    Change, //!< makes, sets or deletes something each time it arrives
    Read, //!< changes nothing
};

/*!
 * One request of an endpoint, before it is bound to an environment: neither the base URL nor the
 * key is part of it.
 */
struct ApiRequest {
    enum class Method { Get, Post, Put, Patch, Delete };

    QString name; //!< the endpoint's name, for the log; never the path, which may hold a token
    Method method = Method::Get;
    CallKind kind = CallKind::Read;
    QByteArray path; //!< percent-encoded, beginning with a slash
    QByteArray query; //!< percent-encoded, without the question mark; may be empty
    HttpHeaders headers; //!< besides those that every request has; values are sane tokens
    QByteArray body; //!< JSON; empty for Get
    QList<Secret> secrets; //!< what must not come back in the text of an error, besides the key
    std::chrono::milliseconds deadline{15'000}; //!< of one attempt, from sending to its last byte
    //! Until a connection stands and the request is written, name look-up and TLS included.
    std::chrono::milliseconds longestConnecting{10'000};
    //! How long an answer that has begun may be silent. Thinking before it begins is not counted.
    std::chrono::milliseconds longestSilence{10'000};
};

//! As it stands in the request line.
QByteArray wireName(ApiRequest::Method method);

//! The text as one segment of a path or one value of a query: ':' becomes %3A, '/' becomes %2F
//! (kombo-api.md 3).
QByteArray pathSegment(const QString &text);

/*!
 * Base URL, path and query as kombo-api.md 1 joins them: trailing slashes of the base are dropped,
 * its query stays in front of the request's own, its fragment goes. A user name and password in it
 * go too: the key is the only credential.
 */
QUrl endpointUrl(const QUrl &base, const QByteArray &path, const QByteArray &query = {});

} // namespace desk
