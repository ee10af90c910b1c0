// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followupwording.h"

#include "detailswording.h"
#include "integrationwording.h"
#include "sessionwording.h"
#include "timewording.h"

#include "handover/handovermessage.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace desk::FollowUpWording {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::FollowUpWording)
};

using Kind = FollowUpKind;

QString date(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(),
        Words::tr("d MMMM yyyy", "a date such as 14 March 2027, in the letters of Qt"));
}

// By the calendar on the wall, as the date beside it.
int daysUntil(const QDateTime &time, const QDateTime &now)
{
    return static_cast<int>(now.toLocalTime().daysTo(time.toLocalTime()));
}

QString expiring(const QDateTime &expiry, const QDateTime &now)
{
    const int days = daysUntil(expiry, now);
    return days < 1 ? Words::tr("Magic link expires today")
                    : Words::tr("Magic link expires in %n day(s)", nullptr, days);
}

QString unfinished(const FollowUpRow &row)
{
    switch (row.attempt->step) {
    case AttemptStep::Requested:
        return Words::tr("Stopped while its link was made");
    case AttemptStep::LinkCreated:
        return Words::tr("Stopped before its flow was opened");
    case AttemptStep::FlowOpened:
    case AttemptStep::TokenReceived:
    case AttemptStep::Ended:
        return Words::tr("Stopped while its flow was open");
    }
    Q_UNREACHABLE();
}

QString unclear(const FollowUpRow &row)
{
    if (row.integration->status.isEmpty() && row.integration->setupStatus.isEmpty())
        return Words::tr("Status not known yet");
    return IntegrationWording::standing(row.integration->status, row.integration->setupStatus)
        .headline;
}

QString whatTheLinkDoes(const FollowUpRow &row)
{
    return row.isLinkKept ? Words::tr("The link is in the keychain of this computer.")
                          : Words::tr("The link was not kept; it is where it was sent from.");
}

QStringList linkFacts(const FollowUpRow &row)
{
    QStringList facts;
    if (row.attempt->linkExpiresAt.isValid() && row.kind != Kind::LinkExpired) {
        //: %1 is a date
        facts.append(Words::tr("It works until about %1.").arg(date(row.attempt->linkExpiresAt)));
        facts.append(whatTheLinkDoes(row));
    }
    facts.append(
        Words::tr("Not known: whether the client opened it. Kombo lists no links; once the client "
                  "tells the integration ID, enter it here."));
    return facts;
}

QStringList unfinishedFacts(const FollowUpRow &row)
{
    if (row.attempt->step == AttemptStep::Requested)
        return {Words::tr("Not known: whether Kombo made the link. A second one does no harm.")};
    return {
        Words::tr("Not known: whether the client finished the flow. Look in the Kombo dashboard "
                  "before you make another link, or there may be two integrations.")};
}

QString integrationState(const FollowUpRow &row, const QDateTime &now)
{
    //: How an integration stood when it was last read: %1 its status, %2 such as "3 days ago"
    return Words::tr("%1, as read %2.")
        .arg(IntegrationWording::standing(row.integration->status, row.integration->setupStatus)
                 .headline,
            TimeWording::ago(row.integration->lastReadAt, now));
}

QString doubt(ClaimFinding::Doubt doubt, const ClaimFinding &finding, const Attempt &attempt)
{
    switch (doubt) {
    case ClaimFinding::Doubt::OlderThanLink:
        //: %1 is a date
        return Words::tr("The integration is older than the link: it was made on %1.")
            .arg(date(finding.details.createdAt));
    case ClaimFinding::Doubt::OtherTool:
        //: %1 and %2 are tools, such as "hibob"
        return Words::tr("The link was for the tool %1, the integration uses %2.")
            .arg(attempt.tool, finding.details.toolId);
    case ClaimFinding::Doubt::OtherCategory:
        //: %1 and %2 are categories, such as "HRIS"
        return Words::tr("The link was for the category %1, the integration is %2.")
            .arg(attempt.category, finding.details.category);
    }
    Q_UNREACHABLE();
}

QString keychainAdvice(const SecretError &error)
{
    switch (error.kind) {
    case SecretError::Kind::NoKeychain:
        return Words::tr("This computer has no keychain that answers.");
    case SecretError::Kind::Locked:
        return Words::tr("The keychain is locked. Unlock it and try again.");
    case SecretError::Kind::Denied:
        return Words::tr("The keychain does not let this program in.");
    case SecretError::Kind::Failed:
        return Words::tr("The keychain did not do it.");
    }
    Q_UNREACHABLE();
}

} // namespace

QString reason(const FollowUpRow &row, const QDateTime &now)
{
    if (row.isMissing)
        return Words::tr("Not known to this environment any more");
    switch (row.kind) {
    case Kind::IntegrationInvalid:
    case Kind::IntegrationInactive:
    case Kind::SetupOpen:
    case Kind::SyncPending:
        return IntegrationWording::standing(row.integration->status, row.integration->setupStatus)
            .headline;
    case Kind::IntegrationUnclear:
        return unclear(row);
    case Kind::FlowUnresolved:
        return Words::tr("Finished by the client, but not looked up");
    case Kind::LinkExpired:
        //: %1 is such as "3 days ago"
        return Words::tr("Magic link expired %1")
            .arg(TimeWording::ago(row.attempt->linkExpiresAt, now));
    case Kind::LinkExpiring:
        return expiring(row.attempt->linkExpiresAt, now);
    case Kind::LinkSent:
        //: %1 is such as "3 days ago"
        return Words::tr("Magic link sent %1, no news").arg(TimeWording::ago(row.since, now));
    case Kind::FlowUnfinished:
        return unfinished(row);
    }
    Q_UNREACHABLE();
}

QStringList facts(const FollowUpRow &row, const QDateTime &now)
{
    if (row.isMissing)
        return {IntegrationWording::missing().advice};
    QStringList facts;
    if (row.attempt && row.integration)
        facts.append(integrationState(row, now));
    switch (row.kind) {
    case Kind::IntegrationInvalid:
    case Kind::IntegrationInactive:
    case Kind::SetupOpen:
    case Kind::SyncPending:
    case Kind::IntegrationUnclear:
        facts.append(
            IntegrationWording::standing(row.integration->status, row.integration->setupStatus)
                .advice);
        //: %1 is such as "3 days ago"
        facts.append(Words::tr("Read %1; what has changed since is not known.")
                         .arg(TimeWording::ago(row.integration->lastReadAt, now)));
        break;
    case Kind::FlowUnresolved:
        facts.append(
            Words::tr("The client came to the end, but the application went away before Kombo told "
                      "which integration it is. Its ID stands in the Kombo dashboard: enter it "
                      "here. A new link would make a second integration."));
        break;
    case Kind::LinkExpired:
    case Kind::LinkExpiring:
    case Kind::LinkSent:
        facts += linkFacts(row);
        break;
    case Kind::FlowUnfinished:
        facts += unfinishedFacts(row);
        break;
    }
    facts.removeAll(QString());
    return facts;
}

QString step(FollowUpStep step)
{
    switch (step) {
    case FollowUpStep::CopyReminder:
        return Words::tr("Copy reminder");
    case FollowUpStep::CopyLink:
        return Words::tr("Copy link");
    case FollowUpStep::NewLink:
        return Words::tr("New link…");
    case FollowUpStep::Reconnect:
        return Words::tr("Reconnect…");
    case FollowUpStep::OpenSetup:
        return Words::tr("Open setup…");
    case FollowUpStep::OpenIntegration:
        return Words::tr("Open integration");
    case FollowUpStep::EnterIntegration:
        return Words::tr("Enter integration ID…");
    case FollowUpStep::Done:
        return Words::tr("Done");
    }
    Q_UNREACHABLE();
}

QString done(const QString &organization)
{
    //: %1 is the name of an organization
    return Words::tr("%1 is done").arg(organization);
}

QString reminderCopied(const QString &organization, FlowLanguage language, bool hasLink)
{
    //: %1 is an organization, %2 a language in itself, such as "Deutsch"
    const QString what = Words::tr("The reminder for %1 is on the clipboard, in %2.")
                             .arg(organization, DetailsWording::name(language));
    return what + u' '
        + (hasLink ? Words::tr("It holds the link.")
                   //: %1 is a mark in a text, "{link}"
                   : Words::tr("The link was not kept here: put it in the place of %1.")
                         .arg(HandOverMessages::linkMark()));
}

QStringList differences(const ClaimFinding &finding, const Attempt &attempt)
{
    QStringList sentences;
    for (const Mismatch &mismatch : finding.mismatches)
        sentences.append(SessionWording::sentence(mismatch));
    for (const ClaimFinding::Doubt found : finding.doubts)
        sentences.append(doubt(found, finding, attempt));
    return sentences;
}

QString keeping()
{
    return Words::tr(
        "Kept in the keychain of this computer until the follow-up is done, so that it "
        "can be copied again. Whoever unlocks the keychain can use it.");
}

ErrorMessage notKept(const SecretError &error)
{
    return {Words::tr("The link is not kept"), keychainAdvice(error), {}, error.detail};
}

ErrorMessage notForgotten(const SecretError &error)
{
    return {
        Words::tr("The link is still in the keychain"), keychainAdvice(error), {}, error.detail};
}

ErrorMessage notRead(const SecretError &error)
{
    return {Words::tr("The link cannot be read"), keychainAdvice(error), {}, error.detail};
}

ErrorMessage linkGone()
{
    return {Words::tr("The link is not in the keychain any more"),
        Words::tr("It was removed there. Make a new one if the client needs it."), {}, {}};
}

QString progress(int done, int total)
{
    //: How many integrations were read again: %1 of %2
    return Words::tr("Reading integrations: %1 of %2").arg(done).arg(total);
}

QString refreshed(int read, int missing, int failed)
{
    QStringList sentences{Words::tr("%n integration(s) read", nullptr, read)};
    if (missing > 0)
        sentences.append(Words::tr("%n not known here", nullptr, missing));
    if (failed > 0)
        sentences.append(Words::tr("%n could not be read", nullptr, failed));
    return sentences.join(u" · "_s);
}

} // namespace desk::FollowUpWording
