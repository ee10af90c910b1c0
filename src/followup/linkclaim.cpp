// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "linkclaim.h"

#include "integrationreading.h"

#include "api/komboclient.h"
#include "core/connectdetails.h"

#include <utility>

using namespace std::chrono_literals;

namespace desk {

namespace {

using Doubt = ClaimFinding::Doubt;

// The clocks of two computers may differ by that much.
constexpr std::chrono::minutes clockTolerance{10};

ConnectDetails askedFor(const Attempt &attempt)
{
    ConnectDetails details;
    details.email = attempt.email;
    details.organization = attempt.organization;
    if (!attempt.originId.isEmpty())
        details.originId = attempt.originId;
    return details;
}

bool isOlderThanLink(const Attempt &attempt, const IntegrationDetails &details)
{
    const QDateTime &linkTime =
        attempt.linkCreatedAt.isValid() ? attempt.linkCreatedAt : attempt.startedAt;
    return linkTime.isValid() && details.createdAt.isValid()
        && details.createdAt.addDuration(clockTolerance) < linkTime;
}

// What was not asked for, or is not told, differs from nothing.
bool isOther(const QString &asked, const QString &found)
{
    return !asked.isEmpty() && !found.isEmpty() && asked.compare(found, Qt::CaseInsensitive) != 0;
}

} // namespace

ClaimFinding compareClaim(const Attempt &attempt, const IntegrationDetails &details)
{
    ClaimFinding finding;
    finding.details = details;
    if (attempt.purpose != AttemptPurpose::Connection) {
        if (attempt.integrationId != details.id)
            finding.mismatches = {
                {ComparedValue::IntegrationId, attempt.integrationId, details.id}};
        return finding;
    }
    finding.mismatches = mismatchesBetween(askedFor(attempt), details);
    if (isOlderThanLink(attempt, details))
        finding.doubts.append(Doubt::OlderThanLink);
    if (isOther(attempt.tool, details.toolId))
        finding.doubts.append(Doubt::OtherTool);
    if (isOther(attempt.category, details.category))
        finding.doubts.append(Doubt::OtherCategory);
    return finding;
}

LinkClaim::LinkClaim(std::shared_ptr<KomboClient> client, Attempt attempt, QObject *parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_attempt(std::move(attempt))
{
}

LinkClaim::~LinkClaim()
{
    cancel();
}

bool LinkClaim::isBusy() const
{
    return m_call != nullptr;
}

void LinkClaim::check(const QString &integrationId)
{
    cancel();
    ApiCall<IntegrationDetails> *call = m_client->getIntegrationDetails(integrationId);
    m_call = call;
    connect(call, &ApiCallBase::succeeded, this,
        [this, integrationId, call] { take(integrationId, call->value()); });
    connect(call, &ApiCallBase::failed, this, [this](const ApiError &error) {
        m_call.clear();
        Q_EMIT failed(error);
    });
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { Q_EMIT waiting(delay); });
    connect(call, &ApiCallBase::stillWaiting, this, &LinkClaim::waiting);
    connect(call, &ApiCallBase::waitIsOver, this, [this] { Q_EMIT waiting(0ms); });
    connect(call, &ApiCallBase::finished, call, &QObject::deleteLater);
}

void LinkClaim::cancel()
{
    if (!m_call)
        return;
    m_call->disconnect(this);
    m_call->cancel();
    m_call->deleteLater();
    m_call.clear();
}

void LinkClaim::take(const QString &integrationId, const IntegrationDetails &details)
{
    m_call.clear();
    const QString host = m_client->access().baseUrl.host();
    if (const std::optional<ApiError> error = readingProblem(integrationId, details, host))
        Q_EMIT failed(*error);
    else
        Q_EMIT checked(compareClaim(m_attempt, details));
}

} // namespace desk
