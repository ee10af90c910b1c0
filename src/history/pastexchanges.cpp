// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pastexchanges.h"

#include "api/exchangelog.h"
#include "api/jsonreader.h"
#include "core/harmlesstext.h"

#include <QJsonArray>
#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using std::chrono::milliseconds;

// Twice what a log holds: base64 and escapes take room.
constexpr qsizetype mostBytes = 2 * ExchangeLog::maximumBytes;
constexpr qsizetype longestProblem = 300;

HttpHeaders headersFrom(QList<JsonReader> readers)
{
    HttpHeaders headers;
    for (JsonReader &reader : readers)
        headers.append({reader.text("name"_L1).toUtf8(), reader.text("value"_L1).toUtf8()});
    return headers;
}

// Bodies may be longer than the texts that the reader lets through.
QByteArray bodyFrom(const QJsonObject &object, QLatin1StringView encodingField)
{
    const QByteArray text = object.value("text"_L1).toString().toUtf8();
    const bool isBase64 = object.value(encodingField).toString() == "base64"_L1;
    return isBase64 ? QByteArray::fromBase64(text) : text;
}

Exchange::Ending endingFrom(const QString &name, int status)
{
    bool isKnown = false;
    const int value =
        QMetaEnum::fromType<Exchange::Ending>().keyToValue(name.toLatin1().constData(), &isKnown);
    if (isKnown)
        return Exchange::Ending(value);
    return status == 0 ? Exchange::Ending::Broken : Exchange::Ending::Answered;
}

void readRequest(JsonReader request, Exchange &exchange)
{
    exchange.method = request.text("method"_L1).toUtf8();
    exchange.url = request.text("url"_L1);
    exchange.requestHeaders = headersFrom(request.list("headers"_L1));
    exchange.requestBody =
        bodyFrom(request.whole().value("postData"_L1).toObject(), "_encoding"_L1);
}

void readResponse(JsonReader response, Exchange &exchange)
{
    exchange.status = response.whole().value("status"_L1).toInt();
    exchange.responseHeaders = headersFrom(response.list("headers"_L1));
    const QJsonObject content = response.object("content"_L1);
    exchange.responseBody = bodyFrom(content, "encoding"_L1);
    exchange.responseSize =
        std::max<qint64>(content.value("size"_L1).toInteger(), exchange.responseBody.size());
    exchange.isResponseCut = content.value("_cut"_L1).toBool();
    exchange.problem = harmlessText(response.textOrNothing("_error"_L1), longestProblem);
}

// The other way round than it was written: lengths become moments.
Exchange::Timings timingsFrom(const QJsonObject &timings, qint64 whole, bool hasAnswer)
{
    const auto length = [&timings](
                            QLatin1StringView name) { return timings.value(name).toInteger(-1); };
    Exchange::Timings moments;
    moments.done = milliseconds(std::max<qint64>(whole, 0));
    if (length("blocked"_L1) < 0 && !hasAnswer)
        return moments;
    const milliseconds queued(std::max<qint64>(length("blocked"_L1), 0));
    moments.queued = queued;
    if (!hasAnswer)
        return moments;
    moments.sent = queued + milliseconds(std::max<qint64>(length("send"_L1), 0));
    moments.firstByte = *moments.sent + milliseconds(std::max<qint64>(length("wait"_L1), 0));
    return moments;
}

Exchange exchangeFrom(JsonReader &entry)
{
    Exchange exchange;
    const QJsonObject &object = entry.whole();
    exchange.number = static_cast<quint64>(object.value("_number"_L1).toInteger());
    exchange.endpoint = entry.textOrNothing("_endpoint"_L1);
    exchange.attempt = object.value("_attempt"_L1).toInt(1);
    exchange.startedAt =
        QDateTime::fromString(entry.text("startedDateTime"_L1), Qt::ISODateWithMs).toUTC();
    readRequest(entry.inner("request"_L1), exchange);
    readResponse(entry.inner("response"_L1), exchange);
    exchange.ending = endingFrom(entry.textOrNothing("_ending"_L1), exchange.status);
    // It was written for every reader of HAR; ours has the ending.
    if (exchange.ending == Exchange::Ending::Answered)
        exchange.problem.clear();
    exchange.timings = timingsFrom(
        entry.object("timings"_L1), object.value("time"_L1).toInteger(), exchange.status != 0);
    return exchange;
}

} // namespace

Result<QList<Exchange>, QString> exchangesFromHar(const QByteArray &har)
{
    if (har.size() > mostBytes)
        return Unexpected{u"more than %1 bytes"_s.arg(mostBytes)};
    auto root = parseJsonObject(har);
    if (!root)
        return Unexpected{root.error()};
    JsonReader reader(std::move(root).value(), {});
    JsonReader log = reader.inner("log"_L1);
    QList<JsonReader> entries = log.list("entries"_L1);
    if (entries.size() > ExchangeLog::maximumCount)
        return Unexpected{u"log.entries: more than %1"_s.arg(ExchangeLog::maximumCount)};
    QList<Exchange> exchanges;
    for (JsonReader &entry : entries)
        exchanges.append(exchangeFrom(entry));
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return exchanges;
}

} // namespace desk
