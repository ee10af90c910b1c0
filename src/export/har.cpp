// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "har.h"

#include "exchangetext.h"

#include "core/redactor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using std::chrono::milliseconds;

// The client asks for nothing newer (RequestSender).
constexpr auto httpVersion = "HTTP/1.1"_L1;

// How many milliseconds each phase took; what HAR lets be absent is -1 then.
struct Phases {
    qint64 blocked = -1;
    qint64 send = 0;
    qint64 wait = 0;
    qint64 receive = 0;

    qint64 total() const { return std::max<qint64>(blocked, 0) + send + wait + receive; }
};

// The time after the last moment that was reached belongs to the phase that began with it. A moment
// out of order is moved to its neighbour: HAR knows no negative time.
Phases phasesOf(const Exchange &exchange)
{
    const Exchange::Timings &timings = exchange.timings;
    const qint64 done = std::max<qint64>(timings.done.count(), 0);
    qint64 reached = 0;
    const auto until = [&reached, done](milliseconds moment) {
        const qint64 before = reached;
        reached = std::clamp<qint64>(moment.count(), before, done);
        return reached - before;
    };
    Phases phases;
    if (timings.queued)
        phases.blocked = until(*timings.queued);
    if (timings.sent)
        phases.send = until(*timings.sent);
    if (timings.firstByte)
        phases.wait = until(*timings.firstByte);
    const qint64 rest = done - reached;
    if (timings.firstByte)
        phases.receive += rest;
    else if (timings.sent || exchange.status != 0)
        phases.wait += rest;
    else if (timings.queued)
        phases.send += rest;
    else
        phases.blocked = rest;
    return phases;
}

QJsonObject timingsObject(const Phases &phases)
{
    return {
        {u"blocked"_s, phases.blocked},
        {u"dns"_s, -1},
        {u"connect"_s, -1},
        {u"ssl"_s, -1},
        {u"send"_s, phases.send},
        {u"wait"_s, phases.wait},
        {u"receive"_s, phases.receive},
        {u"comment"_s, u"blocked: in the queue; send: with name lookup, connecting and TLS"_s},
    };
}

QJsonArray headersArray(const HttpHeaders &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers) {
        array.append(QJsonObject{{u"name"_s, headerText(name)}, {u"value"_s, headerText(value)}});
    }
    return array;
}

QJsonArray queryArray(const QString &url)
{
    QJsonArray array;
    const auto pairs = queryPairs(url);
    for (const auto &[name, value] : pairs)
        array.append(QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
    return array;
}

QString mimeType(const HttpHeaders &headers)
{
    const QByteArray type = headerValue(headers, "Content-Type");
    return type.isEmpty() ? u"x-unknown"_s : headerText(type);
}

// Whether the bytes are text that a reader can show; a zero byte says that they are something else.
std::optional<QString> readableText(const QByteArray &bytes)
{
    return bytes.contains('\0') ? std::nullopt : exactText(bytes);
}

// A cut goes through the middle of a character as readily as between two.
QByteArray withoutHalfCharacter(const QByteArray &bytes)
{
    constexpr qsizetype longestCharacter = 4;
    const qsizetype earliest = std::max<qsizetype>(bytes.size() - longestCharacter, 0);
    for (qsizetype i = bytes.size() - 1; i >= earliest; --i) {
        const auto byte = static_cast<uchar>(bytes.at(i));
        if ((byte & 0xC0U) == 0x80U)
            continue; // not its first byte
        return exactText(bytes.sliced(i)) ? bytes : bytes.first(i);
    }
    return bytes;
}

void insertBody(QJsonObject &object, const QByteArray &bytes, const QString &encodingField)
{
    if (const std::optional<QString> text = readableText(bytes)) {
        object.insert(u"text"_s, *text);
        return;
    }
    object.insert(u"text"_s, QString::fromLatin1(bytes.toBase64()));
    object.insert(encodingField, u"base64"_s);
}

QJsonObject postData(const Exchange &exchange)
{
    QJsonObject object{{u"mimeType"_s, mimeType(exchange.requestHeaders)}};
    // HAR has a field for the encoding of an answer only.
    insertBody(object, exchange.requestBody, u"_encoding"_s);
    return object;
}

QJsonObject requestObject(const Exchange &exchange)
{
    QJsonObject object{
        {u"method"_s, headerText(exchange.method)},
        {u"url"_s, exchange.url},
        {u"httpVersion"_s, httpVersion},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, headersArray(exchange.requestHeaders)},
        {u"queryString"_s, queryArray(exchange.url)},
        {u"headersSize"_s, -1},
        {u"bodySize"_s, exchange.requestBody.size()},
    };
    if (!exchange.requestBody.isEmpty())
        object.insert(u"postData"_s, postData(exchange));
    return object;
}

QJsonObject contentObject(const Exchange &exchange)
{
    QJsonObject object{
        {u"size"_s, exchange.responseSize},
        {u"mimeType"_s, mimeType(exchange.responseHeaders)},
    };
    QByteArray body = exchange.responseBody;
    if (exchange.isResponseCut) {
        const QByteArray whole = withoutHalfCharacter(body);
        if (readableText(whole))
            body = whole;
        object.insert(u"comment"_s,
            u"The first %1 of %2 bytes"_s.arg(body.size()).arg(exchange.responseSize));
        object.insert(u"_cut"_s, true);
    }
    if (!body.isEmpty())
        insertBody(object, body, u"encoding"_s);
    return object;
}

QString endingName(Exchange::Ending ending)
{
    return QString::fromLatin1(
        QMetaEnum::fromType<Exchange::Ending>().valueToKey(static_cast<int>(ending)));
}

QString errorOf(const Exchange &exchange)
{
    if (exchange.ending == Exchange::Ending::Answered && exchange.status != 0)
        return {};
    return exchange.problem.isEmpty() ? endingName(exchange.ending) : exchange.problem;
}

// The size on the wire; what came compressed was counted after it had been unpacked.
qsizetype transferredSize(const Exchange &exchange)
{
    const bool isPacked = !headerValue(exchange.responseHeaders, "Content-Encoding").isEmpty();
    return exchange.status == 0 || isPacked ? -1 : exchange.responseSize;
}

QJsonObject responseObject(const Exchange &exchange)
{
    QJsonObject object{
        {u"status"_s, exchange.status},
        {u"statusText"_s, QString()},
        {u"httpVersion"_s, exchange.status == 0 ? QString() : QString(httpVersion)},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, headersArray(exchange.responseHeaders)},
        {u"content"_s, contentObject(exchange)},
        {u"redirectURL"_s, headerText(headerValue(exchange.responseHeaders, "Location"))},
        {u"headersSize"_s, -1},
        {u"bodySize"_s, transferredSize(exchange)},
    };
    const QString error = errorOf(exchange);
    if (!error.isEmpty())
        object.insert(u"_error"_s, error);
    return object;
}

QJsonObject entryObject(const Exchange &exchange)
{
    const Phases phases = phasesOf(exchange);
    return {
        {u"startedDateTime"_s, exchange.startedAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"time"_s, phases.total()},
        {u"request"_s, requestObject(exchange)},
        {u"response"_s, responseObject(exchange)},
        {u"cache"_s, QJsonObject()},
        {u"timings"_s, timingsObject(phases)},
        {u"comment"_s, exchange.endpoint + u", attempt "_s + QString::number(exchange.attempt)},
        {u"_number"_s, static_cast<qint64>(exchange.number)},
        {u"_endpoint"_s, exchange.endpoint},
        {u"_attempt"_s, exchange.attempt},
        {u"_ending"_s, endingName(exchange.ending)},
    };
}

} // namespace

QByteArray harDocument(const QList<Exchange> &exchanges, const QString &creatorVersion)
{
    QJsonArray entries;
    for (const Exchange &exchange : exchanges)
        entries.append(entryObject(exchange));
    const QJsonObject log{
        {u"version"_s, u"1.2"_s},
        {u"creator"_s, QJsonObject{{u"name"_s, u"Connect Desk"_s}, {u"version"_s, creatorVersion}}},
        {u"entries"_s, entries},
        {u"comment"_s, u"%1 stands where a key, a link or a token stood"_s.arg(Redactor::mask)},
    };
    return QJsonDocument(QJsonObject{{u"log"_s, log}}).toJson(QJsonDocument::Indented);
}

} // namespace desk
