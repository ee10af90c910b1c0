// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectsession.h"

#include "api/komboclient.h"
#include "core/logging.h"
#include "core/tokencheck.h"

#include <QMetaEnum>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using Event = SessionEvent::Kind;

namespace {

template <typename Enum> QString wordFor(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

QString factsOf(const ApiError &error)
{
    QStringList facts{wordFor(error.kind)};
    if (error.httpStatus != 0)
        facts.append(QString::number(error.httpStatus));
    if (!error.code.isEmpty())
        facts.append(error.code);
    return facts.join(u' ');
}

QString factsOf(const FlowFailure &failure)
{
    const QString reason = wordFor(failure.reason);
    return failure.host.isEmpty() ? reason : reason + u' ' + failure.host;
}

QString endpointOf(LinkOrder::Kind kind)
{
    switch (kind) {
    case LinkOrder::Kind::Connection:
        return u"createConnectionLink"_s;
    case LinkOrder::Kind::Reconnection:
        return u"createReconnectionLink"_s;
    case LinkOrder::Kind::Setup:
        return u"createSetupLink"_s;
    }
    Q_UNREACHABLE();
}

QString wordFor(FlowPlacement placement)
{
    return placement == FlowPlacement::Frame ? u"frame"_s : u"top level"_s;
}

// These may turn out to have been too early.
bool mayComeBack(FlowFailure::Reason reason)
{
    return reason == FlowFailure::Reason::DidNotLoad || reason == FlowFailure::Reason::NotResponding
        || reason == FlowFailure::Reason::BrowserPageGone;
}

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
    , m_options(std::move(options))
    , m_life(m_options.elapsed)
{
    connect(&m_life, &LinkLife::stageChanged, this, &ConnectSession::noteLife);
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
        tell(Event::LinkFailed, factsOf(error));
        end(Outcome::Failed);
    });
    tell(Event::LinkRequested, endpointOf(m_order.kind()));
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
    case State::FlowStopped:
        if (m_call)
            m_call->cancel();
        end(outcomeOfLeaving());
        return;
    case State::Resolving:
        if (m_call)
            m_call->cancel();
        m_error.reset();
        tell(Event::ResolveCancelled);
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
    tell(Event::FlowReloaded);
    m_driver->reload();
    enter(State::Loading);
}

void ConnectSession::continueInBrowser(FlowDriver *driver)
{
    if (!isFlowUnfinished())
        return;
    if (m_driver) {
        m_driver->disconnect(this);
        m_driver->stop();
    }
    m_driver = driver;
    m_isInBrowser = true;
    m_flowFailure.reset();
    connectDriver();
    openFlow();
}

void ConnectSession::lookAgain()
{
    if (m_state == State::FlowStopped && m_driver)
        m_driver->lookAgain();
}

bool ConnectSession::takeToken(const Secret &token)
{
    if (!isFlowUnfinished() || !isSaneToken(token.reveal()))
        return false;
    receive(token, Event::TokenPasted);
    return true;
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
    tell(Event::Acknowledged);
    Q_EMIT acknowledged();
}

bool ConnectSession::holdsToken() const
{
    return m_state == State::Resolving || m_state == State::ResolveStopped;
}

bool ConnectSession::isFlowUnfinished() const
{
    return m_state == State::Loading || m_state == State::Open || m_state == State::FlowStopped;
}

void ConnectSession::tell(SessionEvent::Kind kind, const QString &text)
{
    Q_EMIT happened({kind, text});
}

// A page out of sight may have come further than was seen, and one in the browser may go on.
ConnectSession::Outcome ConnectSession::outcomeOfLeaving() const
{
    const bool isOutOfSight = m_state == State::FlowStopped || m_isInBrowser;
    if (isOutOfSight && m_timing.load)
        return Outcome::Unknown;
    return m_life.stage() == LinkLife::Stage::Over ? Outcome::Expired : Outcome::Cancelled;
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
    m_life.stop();
    m_outcome = outcome;
    m_timing.total = elapsed(m_total);
    qCDebug(lcSession) << outcome;
    tell(Event::Ended, wordFor(outcome));
    enter(State::Ended);
    Q_EMIT ended(outcome);
}

void ConnectSession::follow(ApiCallBase *call)
{
    m_call = call;
    connect(call, &ApiCallBase::waitingToRetry, this, [this](int, std::chrono::milliseconds delay) {
        tell(Event::Waiting, QString::number(delay.count()));
        Q_EMIT waitingToRetry(delay);
    });
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
        tell(Event::LinkRefused, m_linkError->host);
        end(Outcome::Failed);
        return;
    }
    const QList<Secret> secrets = checked->secrets();
    for (const Secret &secret : secrets) {
        if (secret != link)
            Q_EMIT secretLearned(secret);
    }
    tell(Event::LinkCreated, checked->host());
    if (m_order.linkType() == LinkType::MagicLink) {
        m_link = *checked;
        end(Outcome::LinkCreated);
        return;
    }
    m_link = m_options.autopilot ? checked->onAutopilot(m_options.pace) : *checked;
    m_life.start(LinkLife::embeddedValidity);
    openFlow();
}

void ConnectSession::openFlow()
{
    m_step.start();
    if (!m_driver) {
        stopFlow({FlowFailure::Reason::Unavailable, m_link->host(), {}});
        return;
    }
    tell(Event::FlowOpening, m_isInBrowser ? u"browser"_s : wordFor(m_options.placement));
    m_driver->open(*m_link, m_options.placement);
    enter(State::Loading);
}

void ConnectSession::connectDriver()
{
    if (!m_driver)
        return;
    connect(m_driver, &FlowDriver::noted, this, &ConnectSession::takeNote);
    connect(m_driver, &FlowDriver::loaded, this, &ConnectSession::takeLoaded);
    connect(m_driver, &FlowDriver::tokenReceived, this, [this](const Secret &token) {
        // A token counts however the page looked to us, even after the watchdog had given it up.
        if (isFlowUnfinished())
            receive(token, Event::TokenReceived);
    });
    connect(m_driver, &FlowDriver::closedByEndUser, this, [this] {
        if (!isFlowUnfinished())
            return;
        tell(Event::ClosedByEndUser);
        end(Outcome::ClosedBeforeFinishing);
    });
    connect(m_driver, &FlowDriver::failed, this, &ConnectSession::takeFailure);
    connect(m_driver, &QObject::destroyed, this, [this] {
        if (m_state == State::Loading || m_state == State::Open)
            stopFlow({FlowFailure::Reason::Unavailable, m_link->host(), {}});
    });
}

void ConnectSession::takeNote(const FlowNote &note)
{
    Q_EMIT noted(note);
    if (note.kind == FlowNote::Kind::EmbeddingRefused && !m_isInBrowser && isFlowUnfinished())
        Q_EMIT browserSuggested();
}

void ConnectSession::takeLoaded()
{
    // A page may come after it was given up, and is there all the same.
    const bool isLate = m_state == State::FlowStopped && mayComeBack(m_flowFailure->reason);
    if (m_state != State::Loading && !isLate)
        return;
    m_flowFailure.reset();
    m_timing.load = elapsed(m_step);
    m_step.start();
    tell(Event::FlowOpened);
    enter(State::Open);
}

void ConnectSession::takeFailure(const FlowFailure &failure)
{
    // A page that hung may crash after all; that is the news then.
    const bool isNews = m_state == State::FlowStopped && m_flowFailure->reason != failure.reason;
    if (m_state == State::Loading || m_state == State::Open || isNews)
        stopFlow(failure);
}

void ConnectSession::stopFlow(const FlowFailure &failure)
{
    m_flowFailure = failure;
    if (failure.reason == FlowFailure::Reason::PageCrashed)
        ++m_crashes;
    tell(Event::FlowStopped, factsOf(failure));
    qCDebug(lcSession) << failure.reason << failure.host << failure.detail;
    enter(State::FlowStopped);
}

void ConnectSession::noteLife(LinkLife::Stage stage)
{
    if (stage == LinkLife::Stage::EndsSoon)
        tell(Event::LinkExpiresSoon);
    else if (stage == LinkLife::Stage::Over)
        tell(Event::LinkExpired);
}

void ConnectSession::receive(const Secret &token, SessionEvent::Kind kind)
{
    m_timing.flow = elapsed(m_step);
    m_token = token;
    m_life.stop();
    Q_EMIT secretLearned(token);
    tell(kind);
    resolve();
}

void ConnectSession::resolve()
{
    tell(Event::ResolveStarted, QString::number(++m_resolveTries));
    m_error.reset();
    m_flowFailure.reset();
    m_step.start();
    ApiCall<ResolvedIntegration> *call = m_client.getIntegrationByToken(m_token);
    follow(call);
    connect(call, &ApiCallBase::succeeded, this, [this, call] { takeIntegration(call->value()); });
    connect(call, &ApiCallBase::failed, this, [this](const ApiError &error) {
        m_error = error;
        tell(Event::ResolveFailed, factsOf(error));
        enter(State::ResolveStopped);
    });
    enter(State::Resolving);
}

void ConnectSession::takeIntegration(const ResolvedIntegration &integration)
{
    m_timing.resolve = elapsed(m_step);
    m_integration = integration;
    tell(Event::Resolved, integration.id);
    m_mismatches = m_order.mismatchesWith(integration);
    end(m_mismatches.isEmpty() ? Outcome::Connected : Outcome::NeedsReview);
}

} // namespace desk
