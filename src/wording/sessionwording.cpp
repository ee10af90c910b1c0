// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sessionwording.h"

#include "detailswording.h"
#include "timewording.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk::SessionWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::SessionWording)
};

QString connected(LinkOrder::Kind kind)
{
    switch (kind) {
    case LinkOrder::Kind::Connection:
        return Words::tr("Connected");
    case LinkOrder::Kind::Reconnection:
        //: An integration has new credentials
        return Words::tr("Reconnected");
    case LinkOrder::Kind::Setup:
        return Words::tr("Setup flow finished");
    }
    Q_UNREACHABLE();
}

// The flows of integrations that were there before: how they end is not published, so nothing
// follows from an end without a result.
QString adviceForIntegration(ConnectSession::Outcome outcome)
{
    switch (outcome) {
    case ConnectSession::Outcome::ClosedBeforeFinishing:
        return Words::tr("The flow was closed from within before it reported a result. That proves "
                         "nothing: what counts is how the integration stands when it is read "
                         "again.");
    case ConnectSession::Outcome::Cancelled:
        return Words::tr("The flow was closed here before it reported a result. What counts is how "
                         "the integration stands when it is read again.");
    case ConnectSession::Outcome::Expired:
        return Words::tr("The time of the link was over before the flow reported a result. What "
                         "counts is how the integration stands when it is read again.");
    case ConnectSession::Outcome::Unknown:
        return Words::tr("The flow was left before its result was read. What counts is how the "
                         "integration stands when it is read again.");
    case ConnectSession::Outcome::NeedsReview:
        return Words::tr("Look at both integrations before you count it as done.");
    default:
        return {};
    }
}

QString label(ComparedValue value)
{
    switch (value) {
    case ComparedValue::Organization:
        return DetailsWording::label(DetailsField::Organization);
    case ComparedValue::Email:
        return DetailsWording::label(DetailsField::Email);
    case ComparedValue::OriginId:
        return DetailsWording::label(DetailsField::OriginId);
    case ComparedValue::IntegrationId:
        //: Kombo's id of a connected client
        return Words::tr("Integration ID");
    }
    Q_UNREACHABLE();
}

} // namespace

QString step(ConnectSession::State state)
{
    switch (state) {
    case ConnectSession::State::Idle:
        return Words::tr("Ready");
    case ConnectSession::State::CreatingLink:
        return Words::tr("Creating link…");
    case ConnectSession::State::Loading:
        return Words::tr("Loading the flow…");
    case ConnectSession::State::Open:
        return Words::tr("The flow is open");
    case ConnectSession::State::FlowStopped:
        return Words::tr("The flow has stopped");
    case ConnectSession::State::Resolving:
        return Words::tr("Finished. Reading the integration…");
    case ConnectSession::State::ResolveStopped:
        return Words::tr("Finished, but the integration was not read");
    case ConnectSession::State::Ended:
        return Words::tr("Done");
    }
    Q_UNREACHABLE();
}

QString stepInBrowser(ConnectSession::State state)
{
    if (state == ConnectSession::State::Loading)
        return Words::tr("Opening the browser…");
    if (state == ConnectSession::State::Open)
        return Words::tr("The flow is open in the browser");
    return step(state);
}

QString linkLife(LinkLife::Stage stage, std::chrono::milliseconds remaining)
{
    switch (stage) {
    case LinkLife::Stage::NotStarted:
        return {};
    case LinkLife::Stage::Fresh:
        //: %1 is a duration such as "54 min"
        return Words::tr("Link valid for about %1").arg(TimeWording::interval(remaining));
    case LinkLife::Stage::EndsSoon:
        //: %1 is a duration such as "4 min" or "30 s"
        return Words::tr("Link ends in about %1").arg(TimeWording::interval(remaining));
    case LinkLife::Stage::Over:
        return Words::tr("The time of the link is over");
    }
    Q_UNREACHABLE();
}

QString outcome(ConnectSession::Outcome outcome, LinkOrder::Kind kind)
{
    switch (outcome) {
    case ConnectSession::Outcome::Pending:
        return Words::tr("Not finished");
    case ConnectSession::Outcome::Connected:
        return connected(kind);
    case ConnectSession::Outcome::NeedsReview:
        return kind == LinkOrder::Kind::Connection
            ? Words::tr("Not the client the link was made for")
            : Words::tr("Not the integration the link was made for");
    case ConnectSession::Outcome::ClosedBeforeFinishing:
        return Words::tr("Closed before finishing");
    case ConnectSession::Outcome::Cancelled:
        return Words::tr("Cancelled");
    case ConnectSession::Outcome::Expired:
        return Words::tr("Link expired");
    case ConnectSession::Outcome::Failed:
        return Words::tr("No link was made");
    case ConnectSession::Outcome::LinkCreated:
        return Words::tr("Link created");
    case ConnectSession::Outcome::Unknown:
        return Words::tr("Not known");
    }
    Q_UNREACHABLE();
}

QString outcomeAdvice(ConnectSession::Outcome outcome, LinkOrder::Kind kind)
{
    if (outcome == ConnectSession::Outcome::LinkCreated)
        return Words::tr("The magic link is ready for sending. What the client does with it is not "
                         "told here.");
    if (kind != LinkOrder::Kind::Connection)
        return adviceForIntegration(outcome);
    switch (outcome) {
    case ConnectSession::Outcome::Pending:
    case ConnectSession::Outcome::Connected:
    case ConnectSession::Outcome::Failed:
    case ConnectSession::Outcome::LinkCreated:
        return {};
    case ConnectSession::Outcome::NeedsReview:
        return Words::tr("Compare the values below before you count it as connected.");
    case ConnectSession::Outcome::ClosedBeforeFinishing:
        return Words::tr("The flow was closed from within before it reported a result. The form is "
                         "unchanged; create a new link to try again.");
    case ConnectSession::Outcome::Cancelled:
        return Words::tr("The flow was closed here before it reported a result. The form is "
                         "unchanged.");
    case ConnectSession::Outcome::Expired:
        return Words::tr("The time of the link was over before the flow reported a result. The "
                         "form is unchanged; create a new link with the same details.");
    case ConnectSession::Outcome::Unknown:
        return Words::tr(
            "The flow was left before its result was read. Look into the Kombo dashboard "
            "before you create another link, or the client may be connected twice.");
    }
    Q_UNREACHABLE();
}

QString setup(const QString &setupStatus)
{
    if (setupStatus == "COMPLETED"_L1)
        return Words::tr("Complete");
    if (setupStatus == "INCOMPLETE"_L1)
        return Words::tr("Steps are open");
    if (setupStatus == "FINAL_SYNC_PENDING"_L1)
        return Words::tr("Waiting for the last sync");
    return setupStatus;
}

QString sentence(const Mismatch &mismatch)
{
    const QString name = label(mismatch.value);
    if (mismatch.asked.isEmpty())
        //: %1 is the label of a field, %2 the value that came though none was asked for
        return Words::tr("%1 is “%2”, but the link was made without one.")
            .arg(name, mismatch.found);
    if (mismatch.found.isEmpty())
        //: %1 is the label of a field, %2 the value that was asked for
        return Words::tr("%1 is missing, but the link was made for “%2”.")
            .arg(name, mismatch.asked);
    //: %1 is the label of a field, %2 the value that came, %3 the value that was asked for
    return Words::tr("%1 is “%2”, but the link was made for “%3”.")
        .arg(name, mismatch.found, mismatch.asked);
}

} // namespace desk::SessionWording
