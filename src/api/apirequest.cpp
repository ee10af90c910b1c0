// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "apirequest.h"

namespace desk {

QByteArray pathSegment(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QUrl endpointUrl(const QUrl &base, const QByteArray &path)
{
    QByteArray whole =
        base.toEncoded(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (whole.endsWith('/'))
        whole.chop(1);
    whole += path;
    if (base.hasQuery())
        whole += '?' + base.query(QUrl::FullyEncoded).toLatin1();
    // Built as bytes and parsed strictly: QUrl::setPath would read %2F in a token once more.
    return QUrl::fromEncoded(whole, QUrl::StrictMode);
}

} // namespace desk
