// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowpanel.h"

#include "session/connectsession.h"
#include "wording/errorwording.h"
#include "wording/sessionwording.h"

#include <QCoreApplication>

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::FlowPanel)
};

QString label(FlowAction action)
{
    switch (action) {
    case FlowAction::None:
        return {};
    case FlowAction::Reload:
        return Words::tr("Reload flow");
    case FlowAction::ContinueInBrowser:
        return Words::tr("Continue in browser");
    case FlowAction::LookAgain:
        return Words::tr("Check again");
    case FlowAction::EnterToken:
        return Words::tr("Paste token…");
    case FlowAction::ResolveAgain:
        return Words::tr("Try again");
    case FlowAction::NewLink:
        return Words::tr("Create new link");
    case FlowAction::StartAgain:
        return Words::tr("Create again with the same details");
    }
    Q_UNREACHABLE();
}

FlowPanel panel(const StatePanel::Content &content, FlowAction action = FlowAction::None,
    FlowAction secondAction = FlowAction::None)
{
    FlowPanel result{content, action, secondAction};
    result.content.action = label(action);
    result.content.secondAction = label(secondAction);
    return result;
}

FlowPanel working(const ConnectSession &session)
{
    return panel({IconName::MousePointerClick, {}, SessionWording::step(session.state()),
        session.organization(), {}, {}, {}});
}

FlowPanel inBrowser(const ConnectSession &session)
{
    const bool isOpen = session.state() == ConnectSession::State::Open;
    const QString text = isOpen
        ? Words::tr("The client goes on there. Keep this window open: the result arrives here by "
                    "itself.")
        : Words::tr("A page opens in the browser of this computer and shows the flow there.");
    FlowPanel result = panel({IconName::ExternalLink, {},
                                 SessionWording::stepInBrowser(session.state()), text, {}, {}, {}},
        FlowAction::Reload, FlowAction::EnterToken);
    result.content.action = Words::tr("Open again in browser");
    return result;
}

std::pair<FlowAction, FlowAction> actionsFor(
    FlowFailure::Reason reason, const ConnectSession &session)
{
    using Reason = FlowFailure::Reason;
    // There is no other browser to go to from there.
    const FlowAction elsewhere =
        session.isInBrowser() ? FlowAction::EnterToken : FlowAction::ContinueInBrowser;
    switch (reason) {
    case Reason::PageCrashed:
        return {session.mayReload() ? FlowAction::Reload : FlowAction::StartAgain, elsewhere};
    case Reason::FrameRefused:
        return {elsewhere, FlowAction::Reload};
    case Reason::BrowserPageGone:
        return {FlowAction::LookAgain, FlowAction::EnterToken};
    case Reason::Unavailable:
        return session.isInBrowser() ? std::pair(FlowAction::Reload, FlowAction::EnterToken)
                                     : std::pair(FlowAction::ContinueInBrowser, FlowAction::None);
    case Reason::DidNotLoad:
    case Reason::NotResponding:
    case Reason::Certificate:
        return {FlowAction::Reload, elsewhere};
    }
    Q_UNREACHABLE();
}

FlowPanel stopped(const ConnectSession &session, const QString &engineProblem)
{
    const FlowFailure &failure = *session.flowFailure();
    ErrorMessage message = ErrorWording::message(failure);
    const bool isUnavailable = failure.reason == FlowFailure::Reason::Unavailable;
    if (isUnavailable && !session.isInBrowser() && !engineProblem.isEmpty())
        message.advice = engineProblem;
    const auto [first, second] = actionsFor(failure.reason, session);
    return panel({IconName::TriangleAlert, ColorToken::Warning, message.headline, message.advice,
                     message.details, {}, {}},
        first, second);
}

FlowPanel unresolved(const ConnectSession &session)
{
    const QString headline = SessionWording::step(ConnectSession::State::ResolveStopped);
    if (!session.error()) {
        return panel({IconName::TriangleAlert, ColorToken::Warning, headline,
                         Words::tr("Reading was cancelled. The activation token is kept while this "
                                   "flow is open."),
                         {}, {}, {}},
            FlowAction::ResolveAgain);
    }
    const ErrorMessage message = ErrorWording::message(*session.error());
    return panel({IconName::TriangleAlert, ColorToken::Warning, headline,
                     ErrorWording::line(message), message.details, {}, {}},
        FlowAction::ResolveAgain);
}

FlowPanel ended(const ConnectSession &session)
{
    using Outcome = ConnectSession::Outcome;
    const LinkOrder::Kind kind = session.order().kind();
    const QString headline = SessionWording::outcome(session.outcome(), kind);
    const QString advice = SessionWording::outcomeAdvice(session.outcome(), kind);
    switch (session.outcome()) {
    case Outcome::Connected:
        return panel({IconName::CircleCheck, ColorToken::Success, headline,
            session.integration()->organization, {}, {}, {}});
    case Outcome::NeedsReview:
        return panel({IconName::CircleAlert, ColorToken::Danger, headline, advice, {}, {}, {}});
    case Outcome::ClosedBeforeFinishing:
    case Outcome::Cancelled:
        return panel({IconName::CircleX, {}, headline, advice, {}, {}, {}},
            kind == LinkOrder::Kind::Connection ? FlowAction::NewLink : FlowAction::None);
    case Outcome::Expired:
        return panel({IconName::CircleX, {}, headline, advice, {}, {}, {}}, FlowAction::StartAgain);
    case Outcome::LinkCreated:
        return panel({IconName::CircleCheck, ColorToken::Success, headline, advice, {}, {}, {}});
    case Outcome::Unknown:
        return panel({IconName::CircleHelp, ColorToken::Warning, headline, advice, {}, {}, {}});
    case Outcome::Failed: // the form says what was wrong
    case Outcome::Pending:
        return emptyFlowPanel();
    }
    Q_UNREACHABLE();
}

} // namespace

FlowPanel emptyFlowPanel()
{
    return panel({IconName::MousePointerClick, {}, Words::tr("The flow opens here"),
        Words::tr("Fill in the details of the client and create a link. The client then picks the "
                  "tool and signs in, right in this window."),
        {}, {}, {}});
}

FlowPanel flowPanelOf(const ConnectSession &session, const QString &engineProblem)
{
    using State = ConnectSession::State;
    switch (session.state()) {
    case State::Idle:
        return emptyFlowPanel();
    case State::CreatingLink:
    case State::Resolving:
        return working(session);
    case State::Loading:
    case State::Open:
        return inBrowser(session);
    case State::FlowStopped:
        return stopped(session, engineProblem);
    case State::ResolveStopped:
        return unresolved(session);
    case State::Ended:
        return ended(session);
    }
    Q_UNREACHABLE();
}

} // namespace desk
