// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followuplist.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk::FollowUpList {

namespace {

using Kind = FollowUpKind;
using Step = FollowUpStep;

QDateTime sentAt(const Attempt &attempt)
{
    return attempt.linkCreatedAt.isValid() ? attempt.linkCreatedAt : attempt.startedAt;
}

// Nobody tells when a link of unknown validity stops to work, so it is not said to have.
Kind kindOfLink(const Attempt &attempt, const QDateTime &now)
{
    if (!attempt.linkExpiresAt.isValid())
        return Kind::LinkSent;
    if (attempt.linkExpiresAt <= now)
        return Kind::LinkExpired;
    return attempt.linkExpiresAt <= now.addDuration(soon) ? Kind::LinkExpiring : Kind::LinkSent;
}

Kind kindOfIntegration(const KnownIntegration &integration)
{
    if (integration.status == "INVALID"_L1)
        return Kind::IntegrationInvalid;
    if (integration.status == "INACTIVE"_L1)
        return Kind::IntegrationInactive;
    if (!integration.status.isEmpty() && integration.status != "ACTIVE"_L1)
        return Kind::IntegrationUnclear;
    if (integration.setupStatus == "INCOMPLETE"_L1)
        return Kind::SetupOpen;
    if (integration.setupStatus == "FINAL_SYNC_PENDING"_L1)
        return Kind::SyncPending;
    return Kind::IntegrationUnclear;
}

Step againStep(AttemptPurpose purpose)
{
    switch (purpose) {
    case AttemptPurpose::Connection:
        return Step::NewLink;
    case AttemptPurpose::Reconnection:
        return Step::Reconnect;
    case AttemptPurpose::Setup:
        return Step::OpenSetup;
    }
    Q_UNREACHABLE();
}

Step nextStep(const FollowUpRow &row)
{
    switch (row.kind) {
    case Kind::IntegrationInvalid:
        return Step::Reconnect;
    case Kind::FlowUnresolved:
        return Step::EnterIntegration; // a new link would make a second integration
    case Kind::LinkExpired:
    case Kind::FlowUnfinished:
        return againStep(row.attempt->purpose);
    case Kind::LinkExpiring:
    case Kind::LinkSent:
        return Step::CopyReminder;
    case Kind::SetupOpen:
        return Step::OpenSetup;
    case Kind::IntegrationInactive:
    case Kind::IntegrationUnclear:
    case Kind::SyncPending:
        return Step::OpenIntegration;
    }
    Q_UNREACHABLE();
}

bool isLiveLink(Kind kind)
{
    return kind == Kind::LinkSent || kind == Kind::LinkExpiring;
}

// The link was for this integration, and it was found to work since.
bool seemsDone(const FollowUpRow &row)
{
    return row.attempt && row.integration && row.integration->status == "ACTIVE"_L1
        && row.integration->setupStatus == "COMPLETED"_L1
        && row.integration->lastReadAt > row.since;
}

QList<Step> stepsOf(const FollowUpRow &row)
{
    QList<Step> steps{row.isMissing || seemsDone(row) ? Step::Done : nextStep(row)};
    const auto add = [&steps](Step step) {
        if (!steps.contains(step))
            steps.append(step);
    };
    if (row.attempt) {
        if (isLiveLink(row.kind)) {
            add(Step::CopyReminder);
            if (row.isLinkKept)
                add(Step::CopyLink);
        }
        add(Step::EnterIntegration);
        add(againStep(row.attempt->purpose));
    }
    if (!row.integrationId().isEmpty() && !row.isMissing) {
        add(Step::OpenIntegration);
        add(Step::Reconnect);
        if (row.kind == Kind::SetupOpen)
            add(Step::OpenSetup);
    }
    add(Step::Done);
    return steps;
}

// What needs a person first has the smallest number.
int rankOf(const FollowUpRow &row, const QDateTime &now)
{
    switch (row.kind) {
    case Kind::IntegrationInvalid:
        return 0;
    case Kind::FlowUnresolved:
        return 1;
    case Kind::LinkExpired:
        return 2;
    case Kind::LinkExpiring:
        return 3;
    case Kind::SetupOpen:
        return 4;
    case Kind::LinkSent:
        return row.since.addDuration(patience) <= now ? 5 : 9;
    case Kind::FlowUnfinished:
        return 6;
    case Kind::IntegrationInactive:
        return 7;
    case Kind::IntegrationUnclear:
        return 8;
    case Kind::SyncPending:
        return 10;
    }
    Q_UNREACHABLE();
}

bool isOfPracticeBefore(const Source &source, const QString &profileId, const QDateTime &time)
{
    return source.practiceSince.isValid() && profileId == source.practiceProfileId
        && time < source.practiceSince;
}

FollowUpRow rowOf(const Source &source, const Attempt &attempt, Kind kind)
{
    FollowUpRow row;
    row.kind = kind;
    row.profileId = attempt.profile.id;
    row.attempt = attempt;
    row.since = sentAt(attempt);
    row.isLinkKept = source.keptLinks.contains(attempt.id);
    const auto known = source.known.constFind(attempt.integrationId);
    if (!attempt.integrationId.isEmpty() && known != source.known.cend())
        row.integration = *known;
    row.isMissing = source.missing.contains(attempt.integrationId);
    row.steps = stepsOf(row);
    return row;
}

FollowUpRow rowOf(const Source &source, const KnownIntegration &integration)
{
    FollowUpRow row;
    row.kind = kindOfIntegration(integration);
    row.profileId = integration.profileId;
    row.integration = integration;
    row.since = integration.lastReadAt;
    row.isMissing = source.missing.contains(integration.id);
    row.steps = stepsOf(row);
    return row;
}

// The one whose turn it was longest ago comes first; of expiring links the one with the least time.
QDateTime turnOf(const FollowUpRow &row)
{
    return row.kind == Kind::LinkExpiring ? row.attempt->linkExpiresAt : row.since;
}

void sort(QList<FollowUpRow> &rows, const QDateTime &now)
{
    std::sort(rows.begin(), rows.end(), [&now](const FollowUpRow &one, const FollowUpRow &other) {
        const int oneRank = rankOf(one, now);
        const int otherRank = rankOf(other, now);
        if (oneRank != otherRank)
            return oneRank < otherRank;
        const QDateTime oneTurn = turnOf(one);
        const QDateTime otherTurn = turnOf(other);
        if (oneTurn == otherTurn)
            return one.key() < other.key();
        // Of flows that just stopped, the newest is the one that somebody still remembers.
        return one.kind == Kind::FlowUnfinished ? oneTurn > otherTurn : oneTurn < otherTurn;
    });
}

} // namespace

QList<FollowUpRow> rows(const Source &source)
{
    QList<FollowUpRow> rows;
    QSet<QString> onTheirWay;
    const auto note = [&](const Attempt &attempt, Kind kind) {
        if (isOfPracticeBefore(source, attempt.profile.id, attempt.startedAt))
            return;
        rows.append(rowOf(source, attempt, kind));
        if (isLiveLink(kind) && !attempt.integrationId.isEmpty())
            onTheirWay.insert(attempt.integrationId);
    };
    for (const Attempt &attempt : source.followUps.sentLinks)
        note(attempt, kindOfLink(attempt, source.now));
    for (const Attempt &attempt : source.followUps.unfinished) {
        const bool isFinished = attempt.step == AttemptStep::TokenReceived;
        note(attempt, isFinished ? Kind::FlowUnresolved : Kind::FlowUnfinished);
    }
    for (const KnownIntegration &integration : source.followUps.integrations) {
        if (!isOfPracticeBefore(source, integration.profileId, integration.lastReadAt)
            && !onTheirWay.contains(integration.id))
            rows.append(rowOf(source, integration));
    }
    sort(rows, source.now);
    return rows;
}

} // namespace desk::FollowUpList
