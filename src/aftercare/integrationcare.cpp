// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationcare.h"

#include "api/komboclient.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Action = IntegrationCare::Action;

// By the code: a 404 alone may come from anything in front of the API.
bool saysThatItIsGone(const ApiError &error)
{
    return error.code == "PLATFORM.INTEGRATION_NOT_FOUND"_L1;
}

bool setsAState(Action action)
{
    return action == Action::Pause || action == Action::Resume;
}

// A change that ended like this may have been made (kombo-api.md 4.2).
bool isUnclear(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Transport:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Server:
    case ApiError::Kind::Protocol:
    case ApiError::Kind::TooLarge:
        return true;
    default:
        return false;
    }
}

ApiError anotherIntegration(const QString &host)
{
    ApiError error;
    error.kind = ApiError::Kind::Protocol;
    error.httpStatus = 200;
    error.host = host;
    error.detail = u"data.id is not the id that was asked for"_s;
    return error;
}

} // namespace

IntegrationCare::IntegrationCare(
    std::shared_ptr<KomboClient> client, QString integrationId, QObject *parent)
    : QObject(parent)
    , m_client(std::move(client))
    , m_integrationId(std::move(integrationId))
{
}

IntegrationCare::~IntegrationCare()
{
    for (const QPointer<ApiCallBase> &call : std::as_const(m_running)) {
        if (!call)
            continue;
        call->disconnect(this);
        call->cancel();
        call->deleteLater();
    }
}

std::optional<ApiError> IntegrationCare::error(Action action) const
{
    const auto found = m_errors.constFind(action);
    return found == m_errors.cend() ? std::nullopt : std::optional(*found);
}

bool IntegrationCare::isBusy(Action action) const
{
    return m_running.contains(action);
}

bool IntegrationCare::canStart(Action action) const
{
    if (m_presence == Presence::Deleted || isBusy(action) || isBusy(Action::Delete))
        return false;
    switch (action) {
    case Action::Read:
        return true;
    case Action::Sync:
        return m_presence != Presence::Missing;
    case Action::Pause:
    case Action::Resume:
    case Action::Delete:
        return m_presence != Presence::Missing && !isBusy(Action::Pause) && !isBusy(Action::Resume);
    }
    Q_UNREACHABLE();
}

void IntegrationCare::refresh()
{
    if (!canStart(Action::Read))
        return;
    m_isReadOutdated = false;
    ApiCall<IntegrationDetails> *call = m_client->getIntegrationDetails(m_integrationId);
    connect(call, &ApiCallBase::succeeded, this, [this, call] { takeDetails(call->value()); });
    follow(Action::Read, call);
}

void IntegrationCare::pause()
{
    setEnabled(Action::Pause, false);
}

void IntegrationCare::resume()
{
    setEnabled(Action::Resume, true);
}

void IntegrationCare::setEnabled(Action action, bool enabled)
{
    if (!canStart(action))
        return;
    ApiCall<Done> *call = m_client->setIntegrationEnabled(m_integrationId, enabled);
    connect(call, &ApiCallBase::succeeded, this, [this, action] { succeed(action); });
    follow(action, call);
}

void IntegrationCare::syncNow(SyncType type)
{
    if (!canStart(Action::Sync))
        return;
    m_syncType = type;
    ApiCall<StartedSync> *call = m_client->triggerSync(m_integrationId, type);
    connect(call, &ApiCallBase::succeeded, this, [this, call] {
        m_lastSync = call->value();
        succeed(Action::Sync);
    });
    follow(Action::Sync, call);
}

void IntegrationCare::remove()
{
    if (!canStart(Action::Delete))
        return;
    ApiCall<Done> *call = m_client->deleteIntegration(m_integrationId);
    connect(call, &ApiCallBase::succeeded, this, [this] {
        m_presence = Presence::Deleted;
        // What else is on its way has nothing left to say.
        const auto running = std::exchange(m_running, {});
        for (const QPointer<ApiCallBase> &other : running) {
            if (!other)
                continue;
            other->disconnect(this);
            other->cancel(); // does nothing to the deletion itself, which has ended
            other->deleteLater();
        }
        const QPointer<IntegrationCare> alive(this);
        succeed(Action::Delete);
        if (alive)
            Q_EMIT deleted();
    });
    follow(Action::Delete, call);
}

void IntegrationCare::repeat(Action action)
{
    switch (action) {
    case Action::Read:
        refresh();
        return;
    case Action::Pause:
        pause();
        return;
    case Action::Resume:
        resume();
        return;
    case Action::Sync:
        syncNow(m_syncType);
        return;
    case Action::Delete:
        remove();
        return;
    }
}

void IntegrationCare::follow(Action action, ApiCallBase *call)
{
    m_running.insert(action, call);
    m_errors.remove(action);
    connect(call, &ApiCallBase::failed, this,
        [this, action](const ApiError &error) { fail(action, error); });
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this, action](int, std::chrono::milliseconds delay) { Q_EMIT waiting(action, delay); });
    connect(call, &ApiCallBase::stillWaiting, this,
        [this, action](std::chrono::milliseconds remaining) { Q_EMIT waiting(action, remaining); });
    connect(call, &ApiCallBase::waitIsOver, this, [this, action] { Q_EMIT waitIsOver(action); });
    // The client would keep it for as long as it lives.
    connect(call, &ApiCallBase::finished, call, &QObject::deleteLater);
    Q_EMIT changed();
}

void IntegrationCare::takeDetails(const IntegrationDetails &details)
{
    if (details.id != m_integrationId) {
        fail(Action::Read, anotherIntegration(m_client->access().baseUrl.host()));
        return;
    }
    m_details = details;
    m_readAt = QDateTime::currentDateTimeUtc();
    m_presence = Presence::Present;
    succeed(Action::Read);
}

// Whatever a reading that is under way brings may be older than the change.
void IntegrationCare::readAgain()
{
    if (isBusy(Action::Read))
        m_isReadOutdated = true;
    else
        refresh();
}

void IntegrationCare::succeed(Action action)
{
    const QPointer<IntegrationCare> alive(this);
    m_running.remove(action);
    if (setsAState(action) || (action == Action::Read && m_isReadOutdated))
        readAgain();
    if (alive)
        Q_EMIT actionSucceeded(action);
    if (alive)
        Q_EMIT changed();
}

void IntegrationCare::fail(Action action, const ApiError &error)
{
    const QPointer<IntegrationCare> alive(this);
    m_running.remove(action);
    m_errors.insert(action, error);
    m_lastError = error;
    if (saysThatItIsGone(error))
        m_presence = Presence::Missing;
    if ((action == Action::Read && m_isReadOutdated) || (setsAState(action) && isUnclear(error)))
        readAgain();
    if (alive)
        Q_EMIT actionFailed(action, error);
    if (alive)
        Q_EMIT changed();
}

} // namespace desk
