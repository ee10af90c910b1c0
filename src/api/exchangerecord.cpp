// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exchangerecord.h"

#include "servertext.h"

#include "core/redactor.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Transport = HttpOutcome::Transport;

Exchange::Ending endingOf(Transport transport)
{
    switch (transport) {
    case Transport::Complete:
        return Exchange::Ending::Answered;
    case Transport::NotConnected:
        return Exchange::Ending::NotConnected;
    case Transport::Broken:
        return Exchange::Ending::Broken;
    case Transport::Tls:
        return Exchange::Ending::Tls;
    case Transport::Deadline:
        return Exchange::Ending::Deadline;
    case Transport::TooLarge:
        return Exchange::Ending::TooLarge;
    case Transport::Cancelled:
        return Exchange::Ending::Cancelled;
    }
    Q_UNREACHABLE();
}

// Headers that are credentials whatever they hold.
bool isCredential(const QByteArray &name)
{
    static constexpr std::array<const char *, 5> names{
        "authorization", "proxy-authorization", "cookie", "set-cookie", "proxy-authenticate"};
    return std::any_of(names.begin(), names.end(),
        [&name](const char *each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

HttpHeaders redactedHeaders(const HttpHeaders &headers, const Redactor &redactor)
{
    const QByteArray mask = Redactor::mask.toLatin1();
    HttpHeaders result;
    for (const auto &[name, value] : headers) {
        if (!isCredential(name)) {
            result.emplaceBack(name, redactor.redacted(QString::fromLatin1(value)).toLatin1());
            continue;
        }
        const bool isBearer = value.startsWith("Bearer ");
        result.emplaceBack(name, isBearer ? "Bearer " + mask : mask);
    }
    return result;
}

// Bytes that are no text cannot be searched for secrets as text; as Latin-1 they can, and come back
// as they were.
QByteArray redactedBody(const QByteArray &body, const Redactor &redactor)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(body);
    if (!decode.hasError())
        return redactor.redacted(text).toUtf8();
    return redactor.redacted(QString::fromLatin1(body)).toLatin1();
}

} // namespace

Exchange exchangeOf(
    const WireRequest &request, const HttpOutcome &outcome, const Redactor &redactor)
{
    Exchange exchange;
    exchange.method = request.method;
    exchange.url = redactor.redacted(QString::fromLatin1(request.url.toEncoded()));
    exchange.requestHeaders = redactedHeaders(request.headers, redactor);
    exchange.requestBody = redactedBody(request.body, redactor);
    exchange.ending = endingOf(outcome.transport);
    exchange.status = outcome.status;
    exchange.responseHeaders = redactedHeaders(outcome.headers, redactor);
    exchange.responseBody = redactedBody(outcome.body, redactor);
    exchange.responseSize = outcome.body.size();
    if (exchange.responseBody.size() > longestRecordedBody) {
        exchange.responseBody.truncate(longestRecordedBody);
        exchange.isResponseCut = true;
    }
    exchange.problem = plainServerText(outcome.reason, redactor);
    exchange.timings = outcome.timings;
    return exchange;
}

} // namespace desk
