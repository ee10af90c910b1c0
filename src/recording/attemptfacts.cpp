// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptfacts.h"

#include "api/createlink.h"
#include "api/integrationlinks.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

AttemptPurpose purposeOf(LinkOrder::Kind kind)
{
    switch (kind) {
    case LinkOrder::Kind::Connection:
        return AttemptPurpose::Connection;
    case LinkOrder::Kind::Reconnection:
        return AttemptPurpose::Reconnection;
    case LinkOrder::Kind::Setup:
        return AttemptPurpose::Setup;
    }
    Q_UNREACHABLE();
}

LedgerProfile adHocProfile(const QUrl &baseUrl)
{
    const QString place =
        baseUrl.port() < 0 ? baseUrl.host() : u"%1:%2"_s.arg(baseUrl.host()).arg(baseUrl.port());
    return {"adhoc:"_L1 + place, place, ProfileKind::AdHoc};
}

QJsonObject bodyOf(const ApiRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

QJsonObject requestOf(const LinkOrder &order)
{
    if (const ConnectDetails *details = order.connection())
        return CreateLink::body(*details);
    if (const Reconnection *reconnection = order.reconnection()) {
        return bodyOf(
            CreateReconnectionLink::request(reconnection->integrationId, reconnection->options));
    }
    const SetupVisit *visit = order.setupVisit();
    return bodyOf(CreateSetupLink::request(visit->integrationId, visit->options));
}

} // namespace

LedgerProfile AttemptFacts::profileOf(const Profile &profile)
{
    if (profile.kind == ProfileKind::AdHoc)
        return adHocProfile(QUrl(profile.customBaseUrl));
    return {profile.id, profile.name, profile.kind};
}

LedgerProfile AttemptFacts::profileOf(const ApiAccess &adHoc)
{
    return adHocProfile(adHoc.baseUrl);
}

Attempt AttemptFacts::attemptOf(
    const LinkOrder &order, const LedgerProfile &profile, AttemptSource source)
{
    Attempt attempt;
    attempt.id = QUuid::createUuid();
    attempt.profile = profile;
    attempt.source = source;
    attempt.purpose = purposeOf(order.kind());
    attempt.organization = order.organization();
    attempt.integrationId = order.integrationId();
    attempt.linkType = order.linkType();
    attempt.request = requestOf(order);
    if (const ConnectDetails *details = order.connection()) {
        attempt.email = details->email;
        attempt.originId = details->originId.value_or(QString());
        attempt.category = wireName(details->category);
        attempt.tool = details->tool.value_or(QString());
    }
    return attempt;
}

AttemptOutcome AttemptFacts::outcomeOf(ConnectSession::Outcome outcome)
{
    switch (outcome) {
    case ConnectSession::Outcome::Pending:
        return AttemptOutcome::Unfinished;
    case ConnectSession::Outcome::Connected:
        return AttemptOutcome::Connected;
    case ConnectSession::Outcome::NeedsReview:
        return AttemptOutcome::NeedsReview;
    case ConnectSession::Outcome::ClosedBeforeFinishing:
        return AttemptOutcome::ClosedBeforeFinishing;
    case ConnectSession::Outcome::Cancelled:
        return AttemptOutcome::Cancelled;
    case ConnectSession::Outcome::Expired:
        return AttemptOutcome::Expired;
    case ConnectSession::Outcome::Failed:
        return AttemptOutcome::Failed;
    case ConnectSession::Outcome::LinkCreated:
        return AttemptOutcome::LinkCreated;
    case ConnectSession::Outcome::Unknown:
        return AttemptOutcome::Unknown;
    }
    Q_UNREACHABLE();
}

KnownIntegration AttemptFacts::integrationOf(const ResolvedIntegration &integration,
    const QString &profileId, const QString &category, const QDateTime &readAt)
{
    KnownIntegration known;
    known.profileId = profileId;
    known.id = integration.id;
    known.tool = integration.tool;
    known.category = category;
    known.organization = integration.organization;
    known.email = integration.email.value_or(QString());
    known.originId = integration.originId.value_or(QString());
    known.setupStatus = integration.setupStatus;
    known.firstSeenAt = readAt;
    known.lastReadAt = readAt;
    return known;
}

} // namespace desk
