// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationrequest.h"

#include "core/tokencheck.h"

#include <QJsonDocument>

namespace desk {

ApiRequest integrationRequest(const QString &name, ApiRequest::Method method,
    const QString &integrationId, const QByteArray &path)
{
    Q_ASSERT(isSaneToken(integrationId));
    ApiRequest request;
    request.name = name;
    request.method = method;
    request.kind = method == ApiRequest::Method::Get ? CallKind::Read : CallKind::Change;
    request.path = "/integrations/" + pathSegment(integrationId) + path;
    return request;
}

QByteArray requestBody(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray pageQuery(const QString &cursor, int pageSize)
{
    const QByteArray size = "page_size=" + QByteArray::number(pageSize);
    return cursor.isEmpty() ? size : "cursor=" + pathSegment(cursor) + '&' + size;
}

} // namespace desk
