// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicescenario.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::PracticeScenario)
};

using Group = PracticeScenario::Group;
using Kind = PracticeBehaviour::Kind;

// Longer than anybody waits without a word, shorter than our own deadlines.
constexpr qint64 longDelayMs = 12'000;

constexpr auto createLink = "createConnectionLink"_L1;
constexpr auto resolve = "getIntegrationByToken"_L1;

PracticeFault refusal(QLatin1StringView endpoint, int status, const QString &code)
{
    PracticeFault fault{endpoint};
    fault.status = status;
    fault.code = code;
    return fault;
}

PracticeFault waiting(QLatin1StringView endpoint, int status, const QString &seconds)
{
    PracticeFault fault{endpoint};
    fault.status = status;
    fault.retryAfter = seconds;
    return fault;
}

PracticeFault delivered(QLatin1StringView endpoint, PracticeDelivery delivery)
{
    PracticeFault fault{endpoint};
    fault.delivery = delivery;
    return fault;
}

PracticeFault html(QLatin1StringView endpoint, int status)
{
    PracticeFault fault{endpoint};
    fault.status = status;
    fault.body = "<html><h1>Bad Gateway</h1></html>"_ba;
    fault.contentType = u"text/html"_s;
    return fault;
}

PracticeFault with(QLatin1StringView endpoint, void (*change)(PracticeFault &fault))
{
    PracticeFault fault{endpoint};
    change(fault);
    return fault;
}

QList<PracticeScenario> linkScenarios()
{
    return {
        {u"key_refused"_s, Group::Link, Words::tr("Key refused"),
            Words::tr("create-link is answered with 401 and PLATFORM.AUTHENTICATION_INVALID."),
            Words::tr("The form says that Kombo did not accept the API key; nothing typed is lost "
                      "and nothing is sent again by itself."),
            refusal(createLink, 401, u"PLATFORM.AUTHENTICATION_INVALID"_s)},
        {u"address_refused"_s, Group::Link, Words::tr("Network not allowed"),
            Words::tr("create-link is answered with 403 and PLATFORM.IP_NOT_WHITELISTED."),
            Words::tr("The form says that this network may not use the key."),
            refusal(createLink, 403, u"PLATFORM.IP_NOT_WHITELISTED"_s)},
        {u"input_refused"_s, Group::Link, Words::tr("Value refused"),
            Words::tr(
                "create-link is answered with 400 and PLATFORM.INPUT_INVALID, naming the email."),
            Words::tr("The form shows what Kombo said and marks the field Email."),
            with(createLink,
                [](PracticeFault &fault) {
                    fault.code = u"PLATFORM.INPUT_INVALID"_s;
                    fault.message = u"end_user_email is not valid"_s;
                })},
        {u"unknown_error"_s, Group::Link, Words::tr("Error at Kombo"),
            Words::tr("create-link is answered with 500 and PLATFORM.UNKNOWN_ERROR."),
            Words::tr("The form says that something failed at Kombo; a link is made only when you "
                      "try again."),
            refusal(createLink, 500, u"PLATFORM.UNKNOWN_ERROR"_s)},
        {u"error_without_code"_s, Group::Link, Words::tr("Error without a code"),
            Words::tr("create-link is answered with 500 and an error whose code is null."),
            Words::tr("The form shows the message of the answer and says that something failed at "
                      "Kombo."),
            refusal(createLink, 500, {})},
        {u"task_timed_out"_s, Group::Link, Words::tr("Kombo took too long"),
            Words::tr("create-link is answered with 504 and PLATFORM.TASK_TIMED_OUT."),
            Words::tr("The form says that Kombo took too long."),
            refusal(createLink, 504, u"PLATFORM.TASK_TIMED_OUT"_s)},
        {u"rate_limit"_s, Group::Link, Words::tr("Rate limit"),
            Words::tr("create-link is answered with 429 and Retry-After: 2."),
            Words::tr(
                "The wait is shown and the request goes out again by itself after two seconds."),
            waiting(createLink, 429, u"2"_s)},
        {u"concurrency_limit"_s, Group::Link, Words::tr("Too many at a time"),
            Words::tr("create-link is answered with 429 and PLATFORM.CONCURRENCY_LIMIT_EXCEEDED."),
            Words::tr("The request goes out again by itself after about a second."),
            refusal(createLink, 429, u"PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"_s)},
        {u"maintenance"_s, Group::Link, Words::tr("Not available"),
            Words::tr("create-link is answered with 503 and Retry-After: 3."),
            Words::tr(
                "The wait is shown and the request goes out again by itself after three seconds."),
            waiting(createLink, 503, u"3"_s)},
        {u"html_error"_s, Group::Link, Words::tr("Error page instead of JSON"),
            Words::tr("create-link is answered with 502 and HTML."),
            Words::tr("The form shows a sentence about the server; no markup of the page appears."),
            html(createLink, 502)},
        {u"no_json"_s, Group::Link, Words::tr("Success that is not JSON"),
            Words::tr("create-link is answered with 200 and HTML."),
            Words::tr(
                "The form says that the answer makes no sense and suggests checking the base URL."),
            html(createLink, 200)},
        {u"slow_answer"_s, Group::Link, Words::tr("Slow answer"),
            Words::tr("create-link is carried out, but answered after twelve seconds."),
            Words::tr("After a second the step is named, after ten the elapsed time and Cancel "
                      "appear; then the flow opens."),
            with(createLink, [](PracticeFault &fault) { fault.delayMs = longDelayMs; })},
        {u"no_answer"_s, Group::Link, Words::tr("No answer"),
            Words::tr("create-link is carried out, but never answered."),
            Words::tr("After the deadline of 30 seconds the form says that there was no answer in "
                      "time; the link is not made a second time by itself."),
            delivered(createLink, PracticeDelivery::Stall)},
        {u"dropped"_s, Group::Link, Words::tr("Connection dropped"),
            Words::tr("create-link is carried out, but the connection is closed without a byte."),
            Words::tr("Once may go unnoticed, because Qt's network layer sends it again on a "
                      "connection it had kept; three times, and the form says that the "
                      "connection broke."),
            delivered(createLink, PracticeDelivery::Drop)},
        {u"cut"_s, Group::Link, Words::tr("Answer cut off"),
            Words::tr(
                "create-link is answered, but the connection is closed in the middle of the body."),
            Words::tr("The form says that the connection broke; no half link is opened."),
            delivered(createLink, PracticeDelivery::Cut)},
        {u"expired_link"_s, Group::Link, Words::tr("Expired link"),
            Words::tr("The link that is made has run out already."),
            Words::tr("The flow shows that the link has expired; Create again makes a new one with "
                      "the same details."),
            with(createLink, [](PracticeFault &fault) { fault.expiredLink = true; })},
    };
}

QList<PracticeScenario> pageScenarios()
{
    return {
        {u"slow_page"_s, Group::Page, Words::tr("Slow page"),
            Words::tr("The page of the flow comes after five seconds."),
            Words::tr("The flow area says that the flow is loading; then it works as usual."), {},
            Kind::SlowPage},
        {u"stalled_page"_s, Group::Page, Words::tr("Page that never comes"),
            Words::tr("The request for the page is never answered."),
            Words::tr("After a while the flow area says that the flow did not load, with Retry; "
                      "the link is kept."),
            {}, Kind::StalledPage},
        {u"dropped_page"_s, Group::Page, Words::tr("Connection to the page dropped"),
            Words::tr("The connection is closed instead of sending the page."),
            Words::tr(
                "The flow area says that the flow did not load, with Retry; the link is kept."),
            {}, Kind::DroppedPage},
        {u"failing_page"_s, Group::Page, Words::tr("Error page"),
            Words::tr("The page is answered with 502 and HTML."),
            Words::tr(
                "The flow area says that the flow did not load, with Retry; the link is kept."),
            {}, Kind::FailingPage},
        {u"refuses_frame"_s, Group::Page, Words::tr("Page refuses framing"),
            Words::tr("The page comes with X-Frame-Options: DENY."),
            Words::tr("The flow area says that the host refuses to be shown in a frame and offers "
                      "the browser; there, or without a frame, the flow can be finished."),
            {}, Kind::RefusesFrame},
        {u"hanging_page"_s, Group::Page, Words::tr("Page hangs"),
            Words::tr("The page runs into an endless loop once it stands."),
            Words::tr("The window stays alive, says that the page does not respond, and offers to "
                      "reload."),
            {}, Kind::HangingPage},
        {u"crashing_page"_s, Group::Page, Words::tr("Page crashes"),
            Words::tr("The page exhausts the stack of its process, which dies."),
            Words::tr("Within two seconds the flow area says that the page crashed and offers to "
                      "reload; form and timeline stay."),
            {}, Kind::CrashingPage},
        {u"closed_flow"_s, Group::Page, Words::tr("Closed by the end user"),
            Words::tr("The page sends “close”, as if the end user had pressed Close."),
            Words::tr("The session ends as closed before finishing; the form is unchanged."), {},
            Kind::ClosedFlow},
        {u"wrong_credentials"_s, Group::SignIn, Words::tr("Wrong credentials"),
            Words::tr("The sign-in is refused, whatever is typed."),
            Words::tr("The flow says so beside the fields and lets the end user try again; the "
                      "session goes on."),
            {}, Kind::WrongCredentials},
        {u"popup_sign_in"_s, Group::SignIn, Words::tr("Sign-in in a pop-up"),
            Words::tr("Whichever tool is chosen signs in by a pop-up."),
            Words::tr("A window of its own opens with the host shown; closing it by hand does not "
                      "end the flow."),
            {}, Kind::PopupSignIn},
        {u"no_embedded_sign_in"_s, Group::SignIn, Words::tr("Sign-in refuses embedded browsers"),
            Words::tr("The pop-up says that it does not open inside other applications."),
            Words::tr("The pop-up shows the refusal, and Continue in browser is suggested; there "
                      "the sign-in works."),
            {}, Kind::NoEmbeddedSignIn},
        {u"foreign_messages"_s, Group::Messages, Words::tr("Messages from a foreign frame"),
            Words::tr(
                "A frame of another origin sends a success with a forged token, and a close."),
            Words::tr(
                "Nothing of it counts: the timeline notes each as stopped, and the flow goes on."),
            {}, Kind::ForeignMessages},
        {u"malformed_tokens"_s, Group::Messages, Words::tr("Malformed messages"),
            Words::tr("The page sends messages that only look like a success: no token, an empty "
                      "one, an endless one."),
            Words::tr("Nothing of it counts: the timeline notes each as stopped, and the flow can "
                      "be finished."),
            {}, Kind::MalformedTokens},
        {u"message_flood"_s, Group::Messages, Words::tr("Flood of messages"),
            Words::tr("The page sends 20,000 messages of an unknown type at once."),
            Words::tr("The window stays alive, the timeline sums them up in a line, and the flow "
                      "can be finished."),
            {}, Kind::MessageFlood},
    };
}

QList<PracticeScenario> tokenScenarios()
{
    return {
        {u"token_reused"_s, Group::Token, Words::tr("Token used before"),
            Words::tr("The activation token is said to have been used already."),
            Words::tr("The result says that the integration was not read, why, and offers to look "
                      "again."),
            with(resolve, [](PracticeFault &fault) { fault.reusedToken = true; })},
        {u"token_rate_limit"_s, Group::Token, Words::tr("Rate limit at the end"),
            Words::tr("integration-by-token is answered with 429 and Retry-After: 5."),
            Words::tr(
                "The wait is shown; the token is kept and resolved by itself after five seconds."),
            waiting(resolve, 429, u"5"_s)},
        {u"token_unavailable"_s, Group::Token, Words::tr("Not available at the end"),
            Words::tr("integration-by-token is answered with 503 and Retry-After: 3."),
            Words::tr(
                "The wait is shown; the token is kept and resolved by itself after three seconds."),
            waiting(resolve, 503, u"3"_s)},
        {u"token_failed"_s, Group::Token, Words::tr("Error at the end"),
            Words::tr("integration-by-token is answered with 500."),
            Words::tr("The result says Finished, but not read; the token is kept, Try again "
                      "resolves it."),
            refusal(resolve, 500, u"PLATFORM.UNKNOWN_ERROR"_s)},
        {u"token_cut"_s, Group::Token, Words::tr("Answer cut off at the end"),
            Words::tr("integration-by-token is carried out, but its answer breaks off."),
            Words::tr(
                "The application asks again by itself; since a token works once, it then says "
                "that Kombo does not know it any more."),
            delivered(resolve, PracticeDelivery::Cut)},
        {u"token_key_refused"_s, Group::Token, Words::tr("Key refused at the end"),
            Words::tr("integration-by-token is answered with 401."),
            Words::tr(
                "The result says that the key was not accepted; the token is kept for Try again."),
            refusal(resolve, 401, u"PLATFORM.AUTHENTICATION_INVALID"_s)},
    };
}

QList<PracticeScenario> outcomeScenarios()
{
    return {
        {u"setup_completed"_s, Group::Outcome, Words::tr("Setup complete"),
            Words::tr("The new integration has no open step, whatever was switched on."),
            Words::tr("The result says Connected, setup complete."), {}, Kind::SetupCompleted},
        {u"setup_incomplete"_s, Group::Outcome, Words::tr("Setup with open steps"),
            Words::tr("The new integration waits for setup steps."),
            Words::tr("The result says connected, but not ready, and offers the setup flow where a "
                      "step was switched on in the form."),
            {}, Kind::SetupIncomplete},
        {u"setup_final_sync"_s, Group::Outcome, Words::tr("Waiting for the last sync"),
            Words::tr("The new integration waits for its last sync, for five seconds."),
            Words::tr("The result says that it waits for the last sync; after Refresh, or by "
                      "itself, it is complete."),
            {}, Kind::SetupFinalSync},
        {u"integration_invalid"_s, Group::Outcome, Words::tr("Credentials already invalid"),
            Words::tr("The new integration has the status INVALID."),
            Words::tr("The integration says that it has to be reconnected and offers that."), {},
            Kind::IntegrationInvalid},
        {u"integration_inactive"_s, Group::Outcome, Words::tr("Paused integration"),
            Words::tr("The new integration has the status INACTIVE."),
            Words::tr("The integration says that it is paused and offers Resume."), {},
            Kind::IntegrationInactive},
        {u"other_client"_s, Group::Outcome, Words::tr("Another client’s integration"),
            Words::tr("The token leads to an integration of another organization."),
            Words::tr("The result does not say Connected: it lists what differs from the form."),
            {}, Kind::OtherClient},
    };
}

QList<PracticeScenario> afterCareScenarios()
{
    return {
        {u"tools_failed"_s, Group::AfterCare, Words::tr("List of tools fails"),
            Words::tr("The list of tools is answered with 500."),
            Words::tr(
                "The picker shows the list it knows with its age, or lets a tool ID be typed."),
            refusal("getTools"_L1, 500, u"PLATFORM.UNKNOWN_ERROR"_s)},
        {u"details_gone"_s, Group::AfterCare, Words::tr("Integration gone"),
            Words::tr("Reading an integration is answered with 404."),
            Words::tr("The page of the integration says that Kombo does not know it; what was read "
                      "before stays."),
            refusal("getIntegrationDetails"_L1, 404, u"PLATFORM.INTEGRATION_NOT_FOUND"_s)},
        {u"deletion_unclear"_s, Group::AfterCare, Words::tr("Unclear deletion"),
            Words::tr("The deletion is carried out, but its answer breaks off."),
            Words::tr("The integration is read again; the page says that it is deleted."),
            delivered("deleteIntegration"_L1, PracticeDelivery::Cut)},
        {u"pause_failed"_s, Group::AfterCare, Words::tr("Pausing fails"),
            Words::tr("Pausing or resuming is answered with 500."),
            Words::tr(
                "The page says that it did not work; the status shown is the one that holds."),
            refusal("setIntegrationEnabled"_L1, 500, u"PLATFORM.UNKNOWN_ERROR"_s)},
        {u"sync_refused"_s, Group::AfterCare, Words::tr("Sync refused"),
            Words::tr("Sync now is answered with 429 and Retry-After: 2."),
            Words::tr("The request goes out again by itself after two seconds."),
            waiting("triggerSync"_L1, 429, u"2"_s)},
        {u"reconnect_expired"_s, Group::AfterCare, Words::tr("Expired link for reconnecting"),
            Words::tr("The link for reconnecting has run out already."),
            Words::tr("The flow shows that the link has expired."),
            with("createReconnectionLink"_L1,
                [](PracticeFault &fault) { fault.expiredLink = true; })},
        {u"setup_refused"_s, Group::AfterCare, Words::tr("No setup flow"),
            Words::tr("A link for the setup flow is refused with PLATFORM.INPUT_INVALID."),
            Words::tr("The page says why Kombo made no link."),
            refusal("createSetupLink"_L1, 400, u"PLATFORM.INPUT_INVALID"_s)},
    };
}

} // namespace

QList<PracticeScenario> practiceScenarios()
{
    return linkScenarios() + pageScenarios() + tokenScenarios() + outcomeScenarios()
        + afterCareScenarios();
}

QString titleOf(PracticeScenario::Group group)
{
    switch (group) {
    case Group::Link:
        return Words::tr("Creating the link");
    case Group::Page:
        return Words::tr("The page of the flow");
    case Group::SignIn:
        return Words::tr("Signing in");
    case Group::Messages:
        return Words::tr("Hostile messages");
    case Group::Token:
        return Words::tr("Resolving the token");
    case Group::Outcome:
        return Words::tr("What comes of it");
    case Group::AfterCare:
        return Words::tr("Looking after an integration");
    }
    Q_UNREACHABLE();
}

} // namespace desk
