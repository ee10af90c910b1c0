// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timelinewording.h"

#include "sessionwording.h"

#include <QCoreApplication>
#include <QDir>
#include <QMetaEnum>

using namespace Qt::StringLiterals;

namespace desk::TimelineWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::TimelineWording)
};

// What is known of a fact may be nothing.
QString withFact(const QString &withText, const QString &without, const QString &text)
{
    return text.isEmpty() ? without : withText.arg(text);
}

QString waiting(const QString &text)
{
    bool isNumber = false;
    const qint64 milliseconds = text.toLongLong(&isNumber);
    if (!isNumber || milliseconds < 0)
        return Words::tr("Waiting before the next request");
    //: %1 is a duration such as "3 seconds"
    return Words::tr("Waiting %1 before the next request")
        .arg(ErrorWording::duration(std::chrono::milliseconds(milliseconds)));
}

QString ended(const QString &text)
{
    bool isKnown = false;
    const int value = QMetaEnum::fromType<ConnectSession::Outcome>().keyToValue(
        text.toLatin1().constData(), &isKnown);
    const QString outcome =
        isKnown ? SessionWording::outcome(static_cast<ConnectSession::Outcome>(value)) : text;
    //: %1 is how a session ended, such as "Connected"
    return withFact(Words::tr("Ended: %1"), Words::tr("Ended"), outcome);
}

// The reason's name and perhaps a host, as SessionEvent::Kind::FlowStopped has them.
QString stopped(const QString &text)
{
    FlowFailure failure;
    failure.host = text.section(u' ', 1);
    bool isKnown = false;
    const int value = QMetaEnum::fromType<FlowFailure::Reason>().keyToValue(
        text.section(u' ', 0, 0).toLatin1().constData(), &isKnown);
    failure.reason = static_cast<FlowFailure::Reason>(value);
    const QString why = isKnown ? ErrorWording::message(failure).headline : text;
    //: %1 is a sentence about why
    return withFact(Words::tr("The flow stopped: %1"), Words::tr("The flow stopped"), why);
}

QString resolveStarted(const QString &text)
{
    //: %1 counts how often it was tried
    return text == "1"_L1 ? Words::tr("Reading the integration of the token")
                          : withFact(Words::tr("Reading the integration of the token, try %1"),
                              Words::tr("Reading the integration of the token"), text);
}

QString sentenceOf(SessionEvent::Kind kind, const QString &text)
{
    using Kind = SessionEvent::Kind;
    switch (kind) {
    case Kind::LinkRequested:
        //: %1 is a name of the API, such as createConnectionLink
        return withFact(Words::tr("Link requested: %1"), Words::tr("Link requested"), text);
    case Kind::LinkCreated:
        //: %1 is a host
        return withFact(Words::tr("Link created for %1"), Words::tr("Link created"), text);
    case Kind::LinkRefused:
        //: %1 is a host
        return withFact(Words::tr("Link not opened: %1 is not a host that links may have"),
            Words::tr("Link not opened"), text);
    case Kind::LinkFailed:
        //: %1 are facts about an error: its kind, HTTP status, code
        return withFact(Words::tr("No link: %1"), Words::tr("No link"), text);
    case Kind::Waiting:
        return waiting(text);
    case Kind::FlowOpening:
        //: %1 is a place: frame, top level or browser
        return withFact(Words::tr("Opening the flow (%1)"), Words::tr("Opening the flow"), text);
    case Kind::FlowOpened:
        return Words::tr("The flow is open");
    case Kind::FlowReloaded:
        return Words::tr("The flow is loaded again");
    case Kind::FlowStopped:
        return stopped(text);
    case Kind::ClosedByEndUser:
        return Words::tr("The flow was closed from within before it reported a result");
    case Kind::TokenReceived:
        return Words::tr("Activation token received");
    case Kind::TokenPasted:
        return Words::tr("Activation token pasted by hand");
    case Kind::ResolveStarted:
        return resolveStarted(text);
    case Kind::ResolveFailed:
        //: %1 are facts about an error: its kind, HTTP status, code
        return withFact(Words::tr("The integration could not be read: %1"),
            Words::tr("The integration could not be read"), text);
    case Kind::ResolveCancelled:
        return Words::tr("Reading the integration was cancelled; the token is kept");
    case Kind::Resolved:
        //: %1 is the id of an integration
        return withFact(
            Words::tr("Integration read: %1"), Words::tr("The integration was read"), text);
    case Kind::LinkExpiresSoon:
        return Words::tr("The link expires soon");
    case Kind::LinkExpired:
        return Words::tr("The link has expired");
    case Kind::ViewChanged:
        //: %1 are conditions, such as "390×844, touch, dark"
        return withFact(Words::tr("View: %1"), Words::tr("The view was changed"), text);
    case Kind::Ended:
        return ended(text);
    case Kind::Acknowledged:
        return Words::tr("The integration was taken for the right one in spite of differences");
    }
    Q_UNREACHABLE();
}

QString sentenceOfNavigation(FlowNote::Kind kind, const QString &text)
{
    using Kind = FlowNote::Kind;
    switch (kind) {
    case Kind::FrameLoaded:
        return Words::tr("The flow's page showed a sign of life");
    case Kind::Navigation:
        //: %1 is a host and a path
        return withFact(Words::tr("To %1"), Words::tr("To another page"), text);
    case Kind::NavigationBlocked:
        //: %1 is a host and a path
        return withFact(Words::tr("Not opened: %1"), Words::tr("A page was not opened"), text);
    case Kind::TopNavigationBlocked:
        //: %1 is a host and a path
        return withFact(Words::tr("The flow may not replace the whole page: %1"),
            Words::tr("The flow may not replace the whole page"), text);
    case Kind::LoadFailed:
        //: %1 is a host and a path, and why
        return withFact(Words::tr("Did not load: %1"), Words::tr("Something did not load"), text);
    case Kind::PopupOpened:
        //: %1 is a host
        return withFact(Words::tr("Pop-up opened: %1"), Words::tr("Pop-up opened"), text);
    case Kind::PopupClosed:
        //: %1 is a host
        return withFact(Words::tr("Pop-up closed: %1"), Words::tr("Pop-up closed"), text);
    case Kind::LinkOpened:
        //: %1 is a host and a path
        return withFact(Words::tr("Opened in the system's browser: %1"),
            Words::tr("A page was opened in the system's browser"), text);
    case Kind::CertificateRefused:
        //: %1 is a host
        return withFact(Words::tr("The certificate was not accepted: %1"),
            Words::tr("A certificate was not accepted"), text);
    case Kind::BrowserPage:
        //: %1 is such as "opened"
        return withFact(Words::tr("The page in the system's browser: %1"),
            Words::tr("The page in the system's browser"), text);
    default:
        return {};
    }
}

QString sentenceOfPage(FlowNote::Kind kind, const QString &text)
{
    using Kind = FlowNote::Kind;
    switch (kind) {
    case Kind::EmbeddingRefused:
        //: %1 is a host
        return withFact(Words::tr("%1 refuses to be shown in an application"),
            Words::tr("A sign-in page refuses to be shown in an application"), text);
    case Kind::DownloadOffered:
        //: %1 is a file and a host
        return withFact(Words::tr("Download offered: %1"), Words::tr("Download offered"), text);
    case Kind::DownloadSaved:
        //: %1 is the name of a file
        return withFact(Words::tr("Download saved: %1"), Words::tr("Download saved"), text);
    case Kind::DownloadRefused:
        //: %1 is the name of a file, or why
        return withFact(Words::tr("Download refused: %1"), Words::tr("Download refused"), text);
    case Kind::FileChosen:
        //: %1 is a number of files
        return withFact(
            Words::tr("Files chosen for an upload: %1"), Words::tr("A file was chosen"), text);
    case Kind::Printed:
        return Words::tr("The page asked to be printed");
    case Kind::FullScreen:
        //: %1 is "on" or "off"
        return withFact(Words::tr("Full screen: %1"), Words::tr("Full screen"), text);
    case Kind::SignInRefused:
        //: %1 is a host
        return withFact(Words::tr("A sign-in box was not shown: %1"),
            Words::tr("A sign-in box was not shown"), text);
    case Kind::PermissionRefused:
        //: %1 is what a page asked for
        return withFact(
            Words::tr("Permission refused: %1"), Words::tr("A permission was refused"), text);
    case Kind::DialogRefused:
        //: %1 are words of a page
        return withFact(Words::tr("A dialog of the page was not shown: %1"),
            Words::tr("A dialog of the page was not shown"), text);
    case Kind::PageHung:
        return withFact(
            Words::tr("The page does not answer: %1"), Words::tr("The page does not answer"), text);
    case Kind::PageRecovered:
        return Words::tr("The page answers again");
    default:
        return {};
    }
}

QString sentenceOfMessage(FlowNote::Kind kind, const QString &text)
{
    using Kind = FlowNote::Kind;
    switch (kind) {
    case Kind::Message:
        //: %1 is the type of a message
        return withFact(Words::tr("Message accepted: %1"), Words::tr("Message accepted"), text);
    case Kind::MessageDropped:
        //: %1 is why
        return withFact(Words::tr("Message stopped: %1"), Words::tr("Message stopped"), text);
    case Kind::MessageIgnored:
        //: %1 is the type of a message
        return withFact(Words::tr("Message without meaning here: %1"),
            Words::tr("Message without meaning here"), text);
    case Kind::Console:
        return text.isEmpty() ? Words::tr("A line without text") : text;
    default:
        return {};
    }
}

QString sentenceOf(FlowNote::Kind kind, const QString &text)
{
    for (const auto part : {sentenceOfNavigation, sentenceOfPage, sentenceOfMessage}) {
        const QString sentence = part(kind, text);
        if (!sentence.isEmpty())
            return sentence;
    }
    return text; // a kind that nobody has put into words
}

} // namespace

QString sentence(const TimelineEntry &entry)
{
    return std::visit([&entry](auto kind) { return sentenceOf(kind, entry.text); }, entry.source);
}

QString groupName(TimelineEntry::Group group)
{
    using Group = TimelineEntry::Group;
    switch (group) {
    case Group::Request:
        return Words::tr("Request");
    case Group::Link:
        return Words::tr("Link");
    case Group::Flow:
        return Words::tr("Flow");
    case Group::View:
        //: How the page of a flow is shown
        return Words::tr("View");
    case Group::Navigation:
        return Words::tr("Navigation");
    case Group::PopUp:
        return Words::tr("Pop-up");
    case Group::Console:
        return Words::tr("Console");
    case Group::LoadFailure:
        return Words::tr("Load failure");
    case Group::Message:
        //: From a page to the application
        return Words::tr("Message");
    case Group::Page:
        //: What a page did or was refused
        return Words::tr("Page");
    case Group::Token:
        return Words::tr("Token");
    case Group::Resolve:
        //: Turning a token into an integration
        return Words::tr("Resolve");
    case Group::End:
        return Words::tr("End");
    }
    Q_UNREACHABLE();
}

TimelineWords words()
{
    return {sentence, groupName};
}

QString dropped(qint64 count)
{
    return count == 0 ? QString() : Words::tr("%n older entries were dropped", nullptr, int(count));
}

ErrorMessage message(const TimelineFileProblem &problem)
{
    QStringList facts{QDir::toNativeSeparators(problem.file)};
    if (!problem.systemText.isEmpty())
        facts.append(problem.systemText);
    return {Words::tr("The timeline cannot be written"),
        Words::tr("Nothing was exported. Choose another folder, or make some room."), {},
        facts.join(u'\n')};
}

} // namespace desk::TimelineWording
