// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answerreader.h"

#include "jsonreader.h"
#include "servertext.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = ApiError::Kind;
using Transport = HttpOutcome::Transport;

constexpr qsizetype longestCode = 100;
constexpr qsizetype longestLogUrl = 2048;

// "application/json; charset=utf-8" gives "application/json".
QByteArray mediaType(const QByteArray &contentType)
{
    const qsizetype end = contentType.indexOf(';');
    return contentType.first(end < 0 ? contentType.size() : end).trimmed();
}

bool isJson(const QByteArray &mediaType)
{
    const QByteArray type = mediaType.toLower();
    return type == "application/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

Kind kindOfTransport(Transport transport)
{
    switch (transport) {
    case Transport::Tls:
        return Kind::Tls;
    case Transport::Deadline:
        return Kind::Timeout;
    case Transport::TooLarge:
        return Kind::TooLarge;
    case Transport::Complete: // a complete answer without a status is none
    case Transport::NotConnected:
    case Transport::Broken:
    case Transport::Cancelled: // nobody asks about those
        break;
    }
    return Kind::Transport;
}

// The code says more than the status where both are known; which statuses go with which codes is
// only partly published (kombo-api.md 4.2).
Kind kindOfRefusal(int status, const QString &code)
{
    if (code == "PLATFORM.IP_NOT_WHITELISTED"_L1)
        return Kind::NetworkNotAllowed;
    if (status == 401 || code == "PLATFORM.AUTHENTICATION_INVALID"_L1)
        return Kind::Unauthorized;
    if (status == 429 || code == "PLATFORM.RATE_LIMIT_EXCEEDED"_L1)
        return Kind::RateLimited;
    if (status == 404 || code == "PLATFORM.INTEGRATION_NOT_FOUND"_L1)
        return Kind::NotFound;
    return status < 500 ? Kind::Rejected : Kind::Server;
}

} // namespace

AnswerReader::AnswerReader(QString host, const Redactor &redactor)
    : m_host(std::move(host))
    , m_redactor(redactor)
{
}

Result<QJsonObject, ApiError> AnswerReader::read(const HttpOutcome &outcome) const
{
    if (outcome.status >= 400)
        return Unexpected{statusError(outcome)};
    if (outcome.status >= 300)
        return Unexpected{redirectError(outcome)};
    if (outcome.status == 0 || outcome.transport != Transport::Complete)
        return Unexpected{transportError(outcome)};
    return readBody(outcome);
}

Result<QJsonObject, ApiError> AnswerReader::readBody(const HttpOutcome &outcome) const
{
    if (outcome.status != 200)
        return Unexpected{protocolError(outcome, u"status: expected 200"_s)};
    const QByteArray type = mediaType(outcome.contentType);
    if (!isJson(type)) {
        return Unexpected{protocolError(outcome,
            u"content type: expected JSON, found %1"_s.arg(
                type.isEmpty() ? u"none"_s : QString::fromLatin1(type)))};
    }
    const Result<QJsonObject, QString> document = parseJsonObject(outcome.body);
    if (!document)
        return Unexpected{protocolError(outcome, document.error())};
    JsonReader reader(*document, {});
    const bool isSuccess = reader.text("status"_L1) == "success"_L1;
    if (!reader.problem() && !isSuccess) {
        ApiError error = protocolError(outcome, u"status: expected \"success\""_s);
        takeEnvelope(outcome.body, error);
        return Unexpected{error};
    }
    const QJsonObject data = reader.object("data"_L1);
    if (reader.problem())
        return Unexpected{protocolError(outcome, *reader.problem())};
    return data;
}

ApiError AnswerReader::errorOf(Kind kind, const HttpOutcome &outcome) const
{
    ApiError error;
    error.kind = kind;
    error.httpStatus = outcome.status;
    error.host = m_host;
    return error;
}

ApiError AnswerReader::protocolError(const HttpOutcome &outcome, const QString &detail) const
{
    ApiError error = errorOf(Kind::Protocol, outcome);
    error.detail = plain(detail);
    return error;
}

ApiError AnswerReader::transportError(const HttpOutcome &outcome) const
{
    ApiError error = errorOf(kindOfTransport(outcome.transport), outcome);
    error.detail = plain(outcome.reason);
    error.tlsProblem = outcome.tlsProblem;
    error.neverLeft = outcome.transport == Transport::NotConnected;
    return error;
}

ApiError AnswerReader::redirectError(const HttpOutcome &outcome) const
{
    ApiError error = errorOf(Kind::Redirect, outcome);
    // No more than the host: the rest may repeat a token of our path.
    const QString host = QUrl::fromEncoded(outcome.location).host();
    error.detail =
        host.isEmpty() ? u"to another page of the same host, or to none"_s : plain(u"to "_s + host);
    return error;
}

ApiError AnswerReader::statusError(const HttpOutcome &outcome) const
{
    ApiError error = errorOf(Kind::Server, outcome);
    if (!takeEnvelope(outcome.body, error))
        error.message = extractOf(outcome);
    if (outcome.transport != Transport::Complete)
        error.detail = u"the answer broke off"_s;
    // A proxy that wants a password of its own: Kombo has not seen the request.
    error.kind =
        outcome.status == 407 ? Kind::Transport : kindOfRefusal(outcome.status, error.code);
    return error;
}

bool AnswerReader::takeEnvelope(const QByteArray &body, ApiError &error) const
{
    const Result<QJsonObject, QString> document = parseJsonObject(body);
    if (!document)
        return false;
    // Old servers sent a message only, and where it stood is not recorded (kombo-api.md 4.1).
    const QJsonValue inner = document->value("error"_L1);
    const QJsonObject object = inner.isObject() ? inner.toObject() : *document;
    // toString() turns null, absent and every wrong type into an empty text.
    error.code = plainServerText(object.value("code"_L1).toString(), m_redactor, longestCode);
    error.title = plain(object.value("title"_L1).toString());
    error.message = plain(object.value("message"_L1).toString());
    const QString address = object.value("log_url"_L1).toString();
    const QUrl logUrl(address, QUrl::StrictMode);
    if (address.size() <= longestLogUrl && logUrl.scheme() == "https"_L1 && !logUrl.host().isEmpty()
        && logUrl.userInfo().isEmpty() && m_redactor.redacted(address) == address) {
        error.logUrl = logUrl;
    }
    return !error.code.isEmpty() || !error.title.isEmpty() || !error.message.isEmpty();
}

QString AnswerReader::extractOf(const HttpOutcome &outcome) const
{
    const QString text = QString::fromUtf8(outcome.body);
    const QByteArray type = mediaType(outcome.contentType).toLower();
    const bool hasTags = type.contains("html") || type.contains("xml")
        || QStringView(text).trimmed().startsWith(u'<');
    return plain(hasTags ? withoutTags(text) : text);
}

QString AnswerReader::plain(const QString &text) const
{
    return plainServerText(text, m_redactor);
}

} // namespace desk
