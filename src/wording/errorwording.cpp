// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "errorwording.h"

#include "codesentences.h"

#include "core/redactor.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::ErrorWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ErrorWording)
};

using Sentences = ErrorSentences;

Sentences forTls(const ApiError &error)
{
    const QString &host = error.host;
    switch (error.tlsProblem) {
    case TlsProblem::Expired:
        //: %1 is a host name
        return {Words::tr("The certificate of %1 has expired").arg(host),
            Words::tr("Nothing was sent. Check the date of this computer; if it is right, whoever "
                      "runs the server has to renew the certificate.")};
    case TlsProblem::NotYetValid:
        //: %1 is a host name
        return {Words::tr("The certificate of %1 is not valid yet").arg(host),
            Words::tr("Nothing was sent. Check the date of this computer.")};
    case TlsProblem::WrongHost:
        //: %1 is a host name
        return {Words::tr("The certificate is not one for %1").arg(host),
            Words::tr("Nothing was sent. Another server answered in its place: check the base URL, "
                      "and whether this network asks for a login first.")};
    case TlsProblem::UnknownIssuer:
        //: %1 is a host name
        return {Words::tr("Nobody known here vouches for %1").arg(host),
            Words::tr("Nothing was sent. Perhaps a proxy of this network reads along: ask whoever "
                      "runs it for the certificate that has to be trusted.")};
    case TlsProblem::Revoked:
        //: %1 is a host name
        return {Words::tr("The certificate of %1 has been revoked").arg(host),
            Words::tr("Nothing was sent. Tell whoever runs the server.")};
    case TlsProblem::Other:
        break;
    }
    //: %1 is a host name
    return {Words::tr("%1 could not prove who it is").arg(host),
        Words::tr("The secure connection failed and nothing was sent. Check the date of this "
                  "computer and whether a proxy stands in between.")};
}

Sentences forKind(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Transport:
        //: %1 is a host name
        return {Words::tr("No connection to %1").arg(error.host),
            Words::tr(
                "The server did not answer, or the connection broke. Check the network and try "
                "again.")};
    case ApiError::Kind::Tls:
        return forTls(error);
    case ApiError::Kind::Timeout:
        return {Words::tr("%1 did not answer in time").arg(error.host),
            Words::tr("The network or the server is slow. Try again.")};
    case ApiError::Kind::Redirect:
        return {Words::tr("%1 points to another address").arg(error.host),
            Words::tr("The key is never sent along to another address. Check the base URL.")};
    case ApiError::Kind::Unauthorized:
        return sentencesForKey();
    case ApiError::Kind::NetworkNotAllowed:
        return sentencesForNetwork();
    case ApiError::Kind::RateLimited:
        return sentencesForRateLimit(error);
    case ApiError::Kind::NotFound:
        return sentencesForNotFound();
    case ApiError::Kind::Rejected:
        return sentencesForRejected();
    case ApiError::Kind::Server:
        return sentencesForServer();
    case ApiError::Kind::Protocol:
        return {Words::tr("%1 sent an answer that makes no sense").arg(error.host),
            Words::tr("This may not be the Kombo API. Check the base URL, and try again.")};
    case ApiError::Kind::TooLarge:
        return {Words::tr("%1 sent far more than expected").arg(error.host),
            Words::tr("The answer was not used. Check the base URL, and try again.")};
    }
    Q_UNREACHABLE();
}

Sentences sentencesFor(const ApiError &error)
{
    return sentencesForCode(error).value_or(forKind(error));
}

QString serverWords(const ApiError &error)
{
    if (error.title.isEmpty())
        return error.message;
    if (error.message.isEmpty())
        return error.title;
    //: What the server said: %1 its headline, %2 its explanation
    return Words::tr("%1: %2").arg(error.title, error.message);
}

QString factsOf(const ApiError &error)
{
    QStringList facts;
    if (error.httpStatus != 0)
        facts.append(Words::tr("HTTP status: %1").arg(error.httpStatus));
    if (!error.code.isEmpty())
        facts.append(Words::tr("Code: %1").arg(error.code));
    if (!error.host.isEmpty())
        facts.append(Words::tr("Server: %1").arg(error.host));
    if (!error.detail.isEmpty())
        facts.append(error.detail);
    return facts.join(u'\n');
}

Sentences sentencesFor(const LinkError &error)
{
    const QString unopened =
        Words::tr("Nothing was opened. Tell whoever manages this environment.");
    switch (error.problem) {
    case LinkError::Problem::Empty:
        return {Words::tr("Kombo sent an empty link"), Words::tr("Try again.")};
    case LinkError::Problem::TooLong:
        return {Words::tr("Kombo sent a link that is far too long"), unopened};
    case LinkError::Problem::NotAnAddress:
        return {Words::tr("Kombo sent something that is not a link"), unopened};
    case LinkError::Problem::Scheme:
        //: %1 is the first part of an address, such as "file"
        return {
            Words::tr("The link begins with %1: instead of https:").arg(error.scheme), unopened};
    case LinkError::Problem::PlainHttp:
        //: %1 is a host name
        return {Words::tr("The link to %1 is not encrypted").arg(error.host), unopened};
    case LinkError::Problem::UserInfo:
        return {Words::tr("The link hides that it leads to %1").arg(error.host), unopened};
    case LinkError::Problem::ForeignHost:
        return {Words::tr("The link leads to %1, which is not a host of Kombo").arg(error.host),
            unopened};
    }
    Q_UNREACHABLE();
}

Sentences sentencesFor(const FlowFailure &failure)
{
    switch (failure.reason) {
    case FlowFailure::Reason::DidNotLoad:
        //: %1 is a host name
        return {Words::tr("The flow did not load"),
            Words::tr("No page came from %1. Check the network and retry, or open the link in the "
                      "browser.")
                .arg(failure.host)};
    case FlowFailure::Reason::PageCrashed:
        return {Words::tr("The page of the flow crashed"),
            Words::tr(
                "What was typed into the flow is lost; the form is not. Reload the flow to begin "
                "it again.")};
    case FlowFailure::Reason::FrameRefused:
        //: %1 is a host name
        return {Words::tr("%1 refuses to be shown in a frame").arg(failure.host),
            Words::tr("Continue in the browser; the form and the link stay as they are.")};
    case FlowFailure::Reason::NotResponding:
        return {Words::tr("The page of the flow does not respond"),
            Words::tr("It may recover by itself. Reloading stops it and begins the flow again; the "
                      "form is unchanged.")};
    case FlowFailure::Reason::BrowserPageGone:
        return {Words::tr("The page in the browser was closed"),
            Words::tr("Whether the client had finished is not known. If the page is still open "
                      "somewhere, or showed a token, the flow can be brought to its end here.")};
    case FlowFailure::Reason::Certificate:
        return {Words::tr("%1 could not prove who it is").arg(failure.host),
            Words::tr("The page was not shown. Check the date of this computer and whether a proxy "
                      "stands in between.")};
    case FlowFailure::Reason::Unavailable:
        return {Words::tr("The flow cannot be shown here"),
            Words::tr(
                "The browser engine is missing or cannot start. The link can still be opened in "
                "the browser.")};
    }
    Q_UNREACHABLE();
}

// Server text has been cleaned where it was read; this is the last line before a person.
ErrorMessage checked(const Sentences &sentences, const QString &serverSays, const QString &details)
{
    return {sentences.headline, sentences.advice, Redactor::withoutPatterns(serverSays),
        Redactor::withoutPatterns(details)};
}

} // namespace

ErrorMessage message(const ApiError &error)
{
    return checked(sentencesFor(error), serverWords(error), factsOf(error));
}

ErrorMessage message(const LinkError &error)
{
    return checked(sentencesFor(error), {}, {});
}

ErrorMessage message(const FlowFailure &failure)
{
    return checked(sentencesFor(failure), {}, failure.detail);
}

QString detailsWithLog(const ErrorMessage &message, const ApiError &error)
{
    if (error.logUrl.isEmpty())
        return message.details;
    //: %1 is the address of a page of Kombo's dashboard
    const QString log = Words::tr("Log: %1").arg(error.logUrl.toString(QUrl::FullyEncoded));
    return message.details.isEmpty() ? log : message.details + u'\n' + log;
}

QString line(const ErrorMessage &message)
{
    if (message.serverSays.isEmpty())
        //: %1 what happened, %2 what to do about it
        return Words::tr("%1. %2").arg(message.headline, message.advice);
    //: %1 what happened, %2 what the server said about it, %3 what to do about it
    return Words::tr("%1 (%2). %3").arg(message.headline, message.serverSays, message.advice);
}

QString duration(std::chrono::milliseconds time)
{
    using std::chrono::seconds;
    const seconds rounded = std::max(seconds(1), std::chrono::ceil<seconds>(time));
    return Words::tr("%n second(s)", nullptr, static_cast<int>(rounded.count()));
}

} // namespace desk::ErrorWording
