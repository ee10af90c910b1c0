// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace desk {

//! The environment variables that hold what a record does not.
inline constexpr QLatin1StringView apiKeyVariable{"CONNECT_DESK_API_KEY"};
inline constexpr QLatin1StringView tokenVariable{"CONNECT_DESK_TOKEN"};

/*!
 * What a script has to send to repeat an exchange, in the terms all languages share: without the
 * key, and without what each HTTP client writes by itself (Host, Content-Length and the like).
 */
struct RepeatableRequest {
    static RepeatableRequest of(const Exchange &exchange);

    QString method;
    //! The URL, cut wherever a token stood: one piece if there was none.
    QStringList url;
    QList<QPair<QString, QString>> headers; //!< in their order, all fit to be sent
    bool hasKey = false; //!< an Authorization header was sent; what it held is not looked at
    QByteArray body;
    //! A secret was taken out where no variable can stand for it: of the body or of a header.
    bool lacksSecret = false;

    bool hasToken() const { return url.size() > 1; }
    bool hasHeader(QLatin1StringView name) const;
    //! POST, PUT and PATCH say how long their body is even if there is none.
    bool hasBodyAlways() const;
};

} // namespace desk
