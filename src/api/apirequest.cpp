// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "apirequest.h"

namespace desk {

QByteArray wireName(ApiRequest::Method method)
{
    switch (method) {
    case ApiRequest::Method::Get:
        return "GET";
    case ApiRequest::Method::Post:
        return "POST";
    case ApiRequest::Method::Put:
        return "PUT";
    case ApiRequest::Method::Patch:
        return "PATCH";
    case ApiRequest::Method::Delete:
        return "DELETE";
    }
    Q_UNREACHABLE();
}

QByteArray pathSegment(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QUrl endpointUrl(const QUrl &base, const QByteArray &path, const QByteArray &query)
{
    QByteArray whole =
        base.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (whole.endsWith('/'))
        whole.chop(1);
    whole += path;
    QByteArray wholeQuery = base.query(QUrl::FullyEncoded).toLatin1();
    if (!wholeQuery.isEmpty() && !query.isEmpty())
        wholeQuery += '&';
    wholeQuery += query;
    if (!wholeQuery.isEmpty() || base.hasQuery())
        whole += '?' + wholeQuery;
    // Built as bytes and parsed strictly: QUrl::setPath would read %2F in a token once more.
    return QUrl::fromEncoded(whole, QUrl::StrictMode);
}

} // namespace desk
