// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

namespace desk {

/*!
 * One HTTP request, free of any server's types. encodedPath is as it came, so that a %2F inside a
 * segment still differs from a slash between two.
 */
struct HttpRequest {
    QByteArray method;
    QString encodedPath;
    QUrlQuery query;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    //! The first header of that name, whatever its case; null if there is none.
    QByteArray header(const QByteArray &name) const;
    //! The path cut at its slashes, each part decoded by itself; empty if it is no path.
    QStringList pathSegments() const;
};

/*!
 * How an answer reaches the client: as it should, not at all, not even begun when the connection is
 * closed, or closed in the middle of the body.
 */
enum class HttpDelivery { Whole, Stall, Drop, Cut };

//! One HTTP answer; Content-Type and Content-Length are written from contentType and body.
struct HttpResponse {
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType;
    QByteArray body;
    // Scripted faults, see PracticeFaults.
    HttpDelivery delivery = HttpDelivery::Whole;
    qint64 delayMs = 0; //!< to wait before the delivery
};

} // namespace desk
