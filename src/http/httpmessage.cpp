// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "httpmessage.h"

#include <QUrl>

namespace desk {

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const auto &[known, value] : headers) {
        if (known.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QStringList HttpRequest::pathSegments() const
{
    QStringList segments;
    for (const QString &part : encodedPath.split(u'/').sliced(1))
        segments.append(QUrl::fromPercentEncoding(part.toUtf8()));
    return segments;
}

} // namespace desk
