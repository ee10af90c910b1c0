// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followuprefresh.h"

#include "integrationreading.h"

#include "api/komboclient.h"
#include "core/tokencheck.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// Whatever integration is asked for, the answer would be the same.
bool concernsAll(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Transport:
    case ApiError::Kind::Tls:
    case ApiError::Kind::Redirect:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::NetworkNotAllowed:
    case ApiError::Kind::RateLimited:
        return true;
    default:
        return false;
    }
}

} // namespace

FollowUpRefresh::FollowUpRefresh(QObject *parent)
    : QObject(parent)
{
}

FollowUpRefresh::~FollowUpRefresh()
{
    for (const QPointer<ApiCallBase> &call : std::as_const(m_running)) {
        if (!call)
            continue;
        call->disconnect(this);
        call->cancel();
        call->deleteLater();
    }
}

void FollowUpRefresh::start(std::shared_ptr<KomboClient> client, const QStringList &integrationIds)
{
    if (isRunning())
        return;
    m_client = std::move(client);
    m_waiting.clear();
    for (const QString &id : integrationIds) {
        if (isSaneToken(id))
            m_waiting.append(id);
    }
    m_waiting.removeDuplicates();
    m_done = 0;
    m_total = static_cast<int>(m_waiting.size());
    const QPointer<FollowUpRefresh> alive(this);
    Q_EMIT progressed(m_done, m_total);
    if (alive)
        startNext();
}

void FollowUpRefresh::cancel()
{
    if (isRunning())
        finish(End::Cancelled);
}

void FollowUpRefresh::startNext()
{
    while (isRunning() && m_running.size() < atOnce && !m_waiting.isEmpty())
        read(m_waiting.takeFirst());
    if (isRunning() && m_running.isEmpty())
        finish(End::Done);
}

void FollowUpRefresh::read(const QString &integrationId)
{
    ApiCall<IntegrationDetails> *call = m_client->getIntegrationDetails(integrationId);
    m_running.insert(integrationId, call);
    connect(call, &ApiCallBase::succeeded, this,
        [this, integrationId, call] { take(integrationId, call->value()); });
    connect(call, &ApiCallBase::failed, this,
        [this, integrationId](const ApiError &error) { fail(integrationId, error); });
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { Q_EMIT waiting(delay); });
    connect(call, &ApiCallBase::stillWaiting, this, &FollowUpRefresh::waiting);
    connect(call, &ApiCallBase::waitIsOver, this, [this] { Q_EMIT waiting(0ms); });
    // The client would keep it for as long as it lives.
    connect(call, &ApiCallBase::finished, call, &QObject::deleteLater);
}

void FollowUpRefresh::take(const QString &integrationId, const IntegrationDetails &details)
{
    if (const std::optional<ApiError> error =
            readingProblem(integrationId, details, m_client->access().baseUrl.host())) {
        fail(integrationId, *error);
        return;
    }
    const QPointer<FollowUpRefresh> alive(this);
    Q_EMIT integrationRead(details);
    if (alive)
        settle(integrationId);
}

void FollowUpRefresh::fail(const QString &integrationId, const ApiError &error)
{
    const QPointer<FollowUpRefresh> alive(this);
    if (saysNotKnownHere(error))
        Q_EMIT integrationMissing(integrationId);
    else
        Q_EMIT readingFailed(integrationId, error);
    if (!alive)
        return;
    if (concernsAll(error) && isRunning())
        finish(End::Refused, error);
    else
        settle(integrationId);
}

void FollowUpRefresh::settle(const QString &integrationId)
{
    if (m_running.remove(integrationId) == 0)
        return; // cancelled by a slot
    ++m_done;
    const QPointer<FollowUpRefresh> alive(this);
    Q_EMIT progressed(m_done, m_total);
    if (alive)
        startNext();
}

void FollowUpRefresh::finish(End end, const std::optional<ApiError> &error)
{
    const auto running = std::exchange(m_running, {});
    for (const QPointer<ApiCallBase> &call : running) {
        if (!call)
            continue;
        call->disconnect(this);
        call->cancel();
        call->deleteLater();
    }
    m_waiting.clear();
    m_client.reset();
    Q_EMIT finished(end, error);
}

} // namespace desk
