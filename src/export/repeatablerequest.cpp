// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "repeatablerequest.h"

#include "exchangetext.h"

#include "core/redactor.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isWrittenByEveryClient(QByteArrayView name)
{
    static constexpr std::array names{
        "Host", "Content-Length", "Connection", "Keep-Alive", "Transfer-Encoding", "Expect"};
    return std::any_of(names.cbegin(), names.cend(),
        [name](const char *known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

// Such a header cannot have been sent, and written into a script it would be more than a header.
bool isSendable(const QPair<QByteArray, QByteArray> &header)
{
    static const QRegularExpression token(
        QRegularExpression::anchoredPattern(uR"([A-Za-z0-9!#$%&'*+.^_`|~-]+)"_s));
    const QByteArray &value = header.second;
    return token.match(QString::fromLatin1(header.first)).hasMatch() && !value.contains('\r')
        && !value.contains('\n') && !value.contains('\0');
}

// QUrl writes the brackets of the mask in percents when it is asked for an encoded URL.
QStringList cutAtTokens(const QString &url)
{
    static const QRegularExpression mask(QRegularExpression::escape(Redactor::mask) + u'|'
            + QRegularExpression::escape(
                QString(Redactor::mask).replace(u'[', "%5B"_L1).replace(u']', "%5D"_L1)),
        QRegularExpression::CaseInsensitiveOption);
    return url.split(mask);
}

} // namespace

RepeatableRequest RepeatableRequest::of(const Exchange &exchange)
{
    RepeatableRequest request;
    request.method = headerText(exchange.method);
    request.url = cutAtTokens(exchange.url);
    request.body = exchange.requestBody;
    const QByteArray mask = Redactor::mask.toUtf8();
    request.lacksSecret = request.body.contains(mask);
    for (const auto &header : exchange.requestHeaders) {
        if (header.first.compare("Authorization", Qt::CaseInsensitive) == 0) {
            request.hasKey = true;
        } else if (!isWrittenByEveryClient(header.first) && isSendable(header)) {
            request.headers.append({headerText(header.first), headerText(header.second)});
            request.lacksSecret |= header.second.contains(mask);
        }
    }
    return request;
}

bool RepeatableRequest::hasHeader(QLatin1StringView name) const
{
    return std::any_of(headers.cbegin(), headers.cend(), [name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool RepeatableRequest::hasBodyAlways() const
{
    return method == "POST"_L1 || method == "PUT"_L1 || method == "PATCH"_L1;
}

} // namespace desk
