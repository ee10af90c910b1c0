// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectsession.h"

#include "api/komboclient.h"
#include "core/logging.h"

#include <QUrlQuery>

#include <utility>

namespace desk {

namespace {

std::chrono::milliseconds elapsed(const QElapsedTimer &timer)
{
    return std::chrono::milliseconds(timer.elapsed());
}

} // namespace

ConnectSession::ConnectSession(
    KomboClient &client, FlowDriver *driver, LinkOrder order, Options options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_driver(driver)
    , m_order(std::move(order))
    , m_options(options)
{
}

ConnectSession::~ConnectSession()
{
    if (m_call)
        m_call->cancel();
    if (m_driver)
        m_driver->disconnect(this);
}

void ConnectSession::start()
{
    if (m_state != State::Idle)
        return;
    m_total.start();
    m_step.start();
    connectDriver();
    ApiCall<CreatedLink> *call = makeLink();
    follow(call);
    connect(call, &ApiCallBase::succeeded, this, [this, call] { takeLink(call->value().link); });
    connect(call, &ApiCallBase::failed, this, [this](const ApiError &error) {
        m_error = error;
        end(Outcome::Failed);
    });
    enter(State::CreatingLink);
}

void ConnectSession::cancel()
{
    switch (m_state) {
    case State::Idle:
    case State::Ended:
        return;
    case State::CreatingLink:
    case State::Loading:
    case State::Open:
        if (m_call)
            m_call->cancel();
        end(Outcome::Cancelled);
        return;
    case State::FlowStopped:
        // The page may have come further than we could see before it stopped.
        end(m_timing.load ? Outcome::Unknown : Outcome::Cancelled);
        return;
    case State::Resolving:
        if (m_call)
            m_call->cancel();
        m_error.reset();
        enter(State::ResolveStopped);
        return;
    case State::ResolveStopped:
        end(Outcome::Unknown);
        return;
    }
}

void ConnectSession::reloadFlow()
{
    if (m_state != State::FlowStopped && m_state != State::Open && m_state != State::Loading)
        return;
    if (!m_driver) {
        openFlow();
        return;
    }
    m_flowFailure.reset();
    m_step.start();
    m_driver->reload();
    enter(State::Loading);
}

void ConnectSession::resolveAgain()
{
    if (m_state == State::ResolveStopped)
        resolve();
}

void ConnectSession::acknowledgeMismatches()
{
    if (m_outcome != Outcome::NeedsReview)
        return;
    m_outcome = Outcome::Connected;
    Q_EMIT acknowledged();
}

void ConnectSession::enter(State state)
{
    m_state = state;
    qCDebug(lcSession) << state;
    Q_EMIT stateChanged(state);
}

void ConnectSession::end(Outcome outcome)
{
    if (m_driver)
        m_driver->stop();
    m_token = Secret();
    m_outcome = outcome;
    m_timing.total = elapsed(m_total);
    qCDebug(lcSession) << outcome;
    enter(State::Ended);
    Q_EMIT ended(outcome);
}

void ConnectSession::follow(ApiCallBase *call)
{
    m_call = call;
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { Q_EMIT waitingToRetry(delay); });
    connect(call, &ApiCallBase::stillWaiting, this, &ConnectSession::stillWaiting);
    connect(call, &ApiCallBase::waitIsOver, this, &ConnectSession::waitIsOver);
}

ApiCall<CreatedLink> *ConnectSession::makeLink()
{
    if (const Reconnection *order = m_order.reconnection())
        return m_client.createReconnectionLink(order->integrationId, order->options);
    if (const SetupVisit *order = m_order.setupVisit())
        return m_client.createSetupLink(order->integrationId, order->options);
    return m_client.createConnectionLink(*m_order.connection());
}

void ConnectSession::takeLink(const Secret &link)
{
    m_timing.createLink = elapsed(m_step);
    Q_EMIT secretLearned(link);
    Result<ConnectLink, LinkError> checked = ConnectLink::check(link.reveal(), m_client.access());
    if (!checked) {
        m_linkError = checked.error();
        end(Outcome::Failed);
        return;
    }
    teachTokens(*checked);
    if (m_order.linkType() == LinkType::MagicLink) {
        m_link = *checked;
        end(Outcome::LinkCreated);
        return;
    }
    m_link = m_options.autopilot ? checked->onAutopilot(m_options.pace) : *checked;
    openFlow();
}

// The token of a link may turn up without the address around it.
void ConnectSession::teachTokens(const ConnectLink &link)
{
    constexpr qsizetype shortestToken =
        16; // shorter values, such as a language, are ordinary words
    const auto parameters = QUrlQuery(link.url()).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : parameters) {
        if (value.size() >= shortestToken)
            Q_EMIT secretLearned(Secret(value));
    }
}

void ConnectSession::openFlow()
{
    m_step.start();
    if (!m_driver) {
        stopFlow({FlowFailure::Reason::Unavailable, m_link->host(), {}});
        return;
    }
    m_driver->open(*m_link, m_options.placement);
    enter(State::Loading);
}

void ConnectSession::connectDriver()
{
    if (!m_driver)
        return;
    connect(m_driver, &FlowDriver::noted, this, &ConnectSession::noted);
    connect(m_driver, &FlowDriver::loaded, this, [this] {
        // A page may come after the watchdog has given it up, and is there all the same.
        const bool isLate = m_state == State::FlowStopped
            && m_flowFailure->reason == FlowFailure::Reason::DidNotLoad;
        if (m_state != State::Loading && !isLate)
            return;
        m_flowFailure.reset();
        m_timing.load = elapsed(m_step);
        m_step.start();
        enter(State::Open);
    });
    connect(m_driver, &FlowDriver::tokenReceived, this, [this](const Secret &token) {
        // A token counts however the page looked to us, even after the watchdog had given it up.
        if (m_state != State::Loading && m_state != State::Open && m_state != State::FlowStopped)
            return;
        m_timing.flow = elapsed(m_step);
        m_token = token;
        Q_EMIT secretLearned(token);
        resolve();
    });
    connect(m_driver, &FlowDriver::closedByEndUser, this, [this] {
        if (m_state == State::Loading || m_state == State::Open || m_state == State::FlowStopped)
            end(Outcome::ClosedBeforeFinishing);
    });
    connect(m_driver, &FlowDriver::failed, this, [this](const FlowFailure &failure) {
        if (m_state == State::Loading || m_state == State::Open)
            stopFlow(failure);
    });
    connect(m_driver, &QObject::destroyed, this, [this] {
        if (m_state == State::Loading || m_state == State::Open)
            stopFlow({FlowFailure::Reason::Unavailable, m_link->host(), {}});
    });
}

void ConnectSession::stopFlow(const FlowFailure &failure)
{
    m_flowFailure = failure;
    qCDebug(lcSession) << failure.reason << failure.host << failure.detail;
    enter(State::FlowStopped);
}

void ConnectSession::resolve()
{
    m_error.reset();
    m_flowFailure.reset();
    m_step.start();
    ApiCall<ResolvedIntegration> *call = m_client.getIntegrationByToken(m_token);
    follow(call);
    connect(call, &ApiCallBase::succeeded, this, [this, call] { takeIntegration(call->value()); });
    connect(call, &ApiCallBase::failed, this, [this](const ApiError &error) {
        m_error = error;
        enter(State::ResolveStopped);
    });
    enter(State::Resolving);
}

void ConnectSession::takeIntegration(const ResolvedIntegration &integration)
{
    m_timing.resolve = elapsed(m_step);
    m_integration = integration;
    m_mismatches = m_order.mismatchesWith(integration);
    end(m_mismatches.isEmpty() ? Outcome::Connected : Outcome::NeedsReview);
}

} // namespace desk
