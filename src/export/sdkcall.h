// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "repeatablerequest.h"

#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace desk {

/*!
 * A request in the terms of the official SDK for TypeScript, version 1.1.3. Its methods carry the
 * names of our endpoints and its properties those of the wire.
 */
struct SdkCall {
    /*!
     * Absent if the SDK cannot send this request: unknown endpoint, another method or path than the
     * endpoint has, a query that belongs to the base URL (the SDK drops it), no JSON object where
     * it wants one.
     */
    static std::optional<SdkCall> of(const RepeatableRequest &request, const QString &endpoint);

    //! One part of a path; no value: the token.
    using Parameter = QPair<QString, std::optional<QString>>;

    QString method; //!< "connect.createConnectionLink"
    QString serverUrl; //!< "https://api.kombo.dev/v1"
    QString integrationId; //!< of the header X-Integration-Id, which the SDK sets from its options
    QList<Parameter> parameters;
    QJsonObject query; //!< cursor and page_size
    std::optional<QJsonObject> body;
    bool isBodyProperty =
        false; //!< the body is the property "body" of the argument, not the argument
};

} // namespace desk
