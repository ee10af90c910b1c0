// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "failure.h"

#include "wording/errorwording.h"
#include "wording/ledgerwording.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString kindOf(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Transport:
        return u"transport"_s;
    case ApiError::Kind::Tls:
        return u"tls"_s;
    case ApiError::Kind::Timeout:
        return u"timeout"_s;
    case ApiError::Kind::Redirect:
        return u"redirect"_s;
    case ApiError::Kind::Unauthorized:
        return u"unauthorized"_s;
    case ApiError::Kind::NetworkNotAllowed:
        return u"network_not_allowed"_s;
    case ApiError::Kind::RateLimited:
        return u"rate_limited"_s;
    case ApiError::Kind::NotFound:
        return u"not_found"_s;
    case ApiError::Kind::Rejected:
        return u"rejected"_s;
    case ApiError::Kind::Server:
        return u"server"_s;
    case ApiError::Kind::Protocol:
        return u"protocol"_s;
    case ApiError::Kind::TooLarge:
        return u"too_large"_s;
    }
    Q_UNREACHABLE();
}

QString kindOf(FlowFailure::Reason reason)
{
    switch (reason) {
    case FlowFailure::Reason::DidNotLoad:
        return u"flow_did_not_load"_s;
    case FlowFailure::Reason::PageCrashed:
        return u"flow_crashed"_s;
    case FlowFailure::Reason::FrameRefused:
        return u"flow_frame_refused"_s;
    case FlowFailure::Reason::NotResponding:
        return u"flow_not_responding"_s;
    case FlowFailure::Reason::BrowserPageGone:
        return u"flow_browser_page_gone"_s;
    case FlowFailure::Reason::Certificate:
        return u"flow_certificate"_s;
    case FlowFailure::Reason::Unavailable:
        return u"flow_unavailable"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

Failure plainFailure(ExitCode exitCode, const QString &kind, const QString &sentence)
{
    return {exitCode, kind, sentence, 0, {}, {}, sentence, {}};
}

Failure failureFrom(const ApiError &error)
{
    const ErrorMessage words = ErrorWording::message(error);
    Failure failure;
    failure.exitCode = exitCodeFor(error.kind);
    failure.kind = kindOf(error.kind);
    failure.sentence = ErrorWording::line(words);
    failure.httpStatus = error.httpStatus;
    failure.code = error.code;
    failure.title = error.title;
    failure.message = error.message.isEmpty() ? words.headline : error.message;
    failure.logUrl = error.logUrl;
    return failure;
}

Failure failureFrom(const LinkError &error)
{
    const ErrorMessage words = ErrorWording::message(error);
    return {exitCodeFor(error), u"link_refused"_s, ErrorWording::line(words), 0, {}, {},
        words.headline, {}};
}

Failure failureFrom(const FlowFailure &failure)
{
    const ErrorMessage words = ErrorWording::message(failure);
    return {exitCodeFor(failure), kindOf(failure.reason), ErrorWording::line(words), 0, {}, {},
        words.headline, {}};
}

Failure failureFrom(const LedgerError &error)
{
    return plainFailure(
        ExitCode::Other, u"ledger"_s, ErrorWording::line(LedgerWording::message(error)));
}

QByteArray errorJson(const Failure &failure)
{
    const QJsonObject error{
        {u"kind"_s, failure.kind},
        {u"http_status"_s, failure.httpStatus == 0 ? QJsonValue() : failure.httpStatus},
        {u"code"_s, orNull(failure.code)},
        {u"title"_s, orNull(failure.title)},
        {u"message"_s, orNull(failure.message)},
        {u"log_url"_s, orNull(failure.logUrl.toString(QUrl::FullyEncoded))},
    };
    return QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

} // namespace desk
