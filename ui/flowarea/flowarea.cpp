// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowarea.h"

#include "ui/flowarea/flowloader.h"
#include "ui/flowarea/flowplugin.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "session/flowdriver.h"
#include "wording/errorwording.h"
#include "wording/sessionwording.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPixmap>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

// A wait is not spoken of before it is felt.
constexpr std::chrono::milliseconds progressAfter = 1s;
constexpr std::chrono::milliseconds elapsedAfter = 10s;

bool isWaitingForAMachine(ConnectSession::State state)
{
    return state == ConnectSession::State::CreatingLink || state == ConnectSession::State::Loading
        || state == ConnectSession::State::Resolving;
}

QToolButton *quietButton(QWidget *parent, IconName name, const QString &text)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(name));
    button->setAutoRaise(true);
    button->setProperty("emphasis", u"quiet"_s);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

} // namespace

FlowArea::FlowArea(FlowLoader &loader, QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_header(new QWidget(this))
    , m_status(new QLabel(m_header))
    , m_elapsed(new QLabel(m_header))
    , m_reload(quietButton(m_header, IconName::RotateCw, tr("Reload flow")))
    , m_openInBrowser(quietButton(m_header, IconName::ExternalLink, tr("Open in browser")))
    , m_cancel(new QPushButton(tr("Cancel"), m_header))
    , m_progress(new QProgressBar(this))
    , m_stack(new QStackedWidget(this))
    , m_panel(new StatePanel(this))
{
    setUpHeader();
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Metrics::space(1) / 2 + 1);
    m_progress->setAccessibleName(tr("Progress"));
    // Keeps its place while hidden, so that nothing moves when it appears.
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->hide();
    m_stack->addWidget(m_panel);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_progress);
    layout->addWidget(m_stack, 1);

    connect(m_panel, &StatePanel::actionTriggered, this, &FlowArea::trigger);
    connect(m_panel, &StatePanel::secondActionTriggered, this, &FlowArea::triggerSecond);
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &FlowArea::noteElapsed);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    showEmpty();
}

FlowArea::~FlowArea()
{
    dropSurface();
}

void FlowArea::setUpHeader()
{
    m_status->setObjectName(u"flowStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setFocusPolicy(Qt::NoFocus);
    m_elapsed->setObjectName(u"flowElapsed"_s);
    m_elapsed->setForegroundRole(QPalette::PlaceholderText);
    m_reload->setObjectName(u"reloadFlowButton"_s);
    m_openInBrowser->setObjectName(u"openInBrowserButton"_s);
    m_cancel->setObjectName(u"cancelFlowButton"_s);

    auto *layout = new QHBoxLayout(m_header);
    layout->setContentsMargins(
        Metrics::space(4), Metrics::space(2), Metrics::space(3), Metrics::space(2));
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(m_status);
    layout->addSpacing(Metrics::space(2));
    layout->addWidget(m_elapsed);
    layout->addStretch();
    layout->addWidget(m_reload);
    layout->addWidget(m_openInBrowser);
    layout->addSpacing(Metrics::space(1));
    layout->addWidget(m_cancel);
    m_header->setAutoFillBackground(true);
    m_header->setBackgroundRole(QPalette::Window);

    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_session)
            m_session->cancel();
    });
    connect(m_reload, &QToolButton::clicked, this, [this] {
        if (m_session)
            m_session->reloadFlow();
    });
    connect(m_openInBrowser, &QToolButton::clicked, this, &FlowArea::openInBrowserRequested);
}

void FlowArea::warmUp()
{
    if (m_spare || !m_loader.plugin())
        return;
    m_spare = m_loader.plugin().value()->createSurface();
}

FlowDriver *FlowArea::takeDriver()
{
    dropSurface();
    warmUp();
    m_surface = std::move(m_spare);
    if (!m_surface)
        return nullptr;
    m_stack->addWidget(m_surface->widget());
    return m_surface->driver();
}

void FlowArea::dropSurface()
{
    if (!m_surface)
        return;
    m_stack->removeWidget(m_surface->widget());
    m_surface.reset();
}

void FlowArea::follow(ConnectSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    connect(session, &ConnectSession::stateChanged, this, &FlowArea::showState);
    connect(session, &ConnectSession::waitingToRetry, this, &FlowArea::showWaiting);
    connect(session, &ConnectSession::stillWaiting, this, &FlowArea::showWaiting);
    connect(session, &ConnectSession::waitIsOver, this,
        [this] { m_status->setText(SessionWording::step(m_session->state())); });
    connect(session, &ConnectSession::acknowledged, this, &FlowArea::showOutcome);
    connect(session, &QObject::destroyed, this, [this, session] {
        if (m_session == session)
            m_session = nullptr;
    });
}

QPixmap FlowArea::grabFlow() const
{
    return isFlowShown() ? m_surface->widget()->grab() : QPixmap();
}

bool FlowArea::isFlowShown() const
{
    return m_surface && m_stack->currentWidget() == m_surface->widget();
}

void FlowArea::focusFlow()
{
    if (isFlowShown())
        m_surface->widget()->setFocus(Qt::OtherFocusReason);
    else
        setFocus(Qt::OtherFocusReason);
}

void FlowArea::showState(ConnectSession::State state)
{
    const bool isLive =
        state != ConnectSession::State::Idle && state != ConnectSession::State::Ended;
    m_header->setVisible(isLive);
    m_status->setText(SessionWording::step(state));
    m_elapsed->clear();
    m_progress->hide();
    m_reload->setVisible(
        state == ConnectSession::State::Open || state == ConnectSession::State::Loading);
    m_openInBrowser->setVisible(m_session->link().has_value() && isLive
        && state != ConnectSession::State::Resolving
        && state != ConnectSession::State::ResolveStopped);
    m_cancel->setText(
        state == ConnectSession::State::ResolveStopped ? tr("Give up") : tr("Cancel"));
    m_stepTime.start();
    if (isWaitingForAMachine(state))
        m_tick.start();
    else
        m_tick.stop();

    switch (state) {
    case ConnectSession::State::Idle:
        showEmpty();
        return;
    case ConnectSession::State::CreatingLink:
    case ConnectSession::State::Resolving:
        showPanel({IconName::MousePointerClick, {}, SessionWording::step(state),
            m_session->organization(), {}, {}, {}});
        return;
    case ConnectSession::State::Loading:
    case ConnectSession::State::Open:
        showSurface();
        return;
    case ConnectSession::State::FlowStopped:
        showStopped();
        return;
    case ConnectSession::State::ResolveStopped:
        showResolveStopped();
        return;
    case ConnectSession::State::Ended:
        showOutcome();
        return;
    }
}

void FlowArea::showEmpty()
{
    m_header->hide();
    showPanel({IconName::MousePointerClick, {}, tr("The flow opens here"),
        tr("Fill in the details of the client and create a link. The client then picks the tool "
           "and "
           "signs in, right in this window."),
        {}, {}, {}});
}

void FlowArea::showPanel(const StatePanel::Content &content)
{
    m_panel->present(content);
    m_stack->setCurrentWidget(m_panel);
}

void FlowArea::showSurface()
{
    if (!m_surface)
        return;
    m_stack->setCurrentWidget(m_surface->widget());
    m_surface->widget()->setFocus(Qt::OtherFocusReason);
}

void FlowArea::showStopped()
{
    const FlowFailure &failure = *m_session->flowFailure();
    ErrorMessage message = ErrorWording::message(failure);
    const bool isUnavailable = failure.reason == FlowFailure::Reason::Unavailable;
    if (isUnavailable && m_loader.wasLoaded() && !m_loader.plugin())
        message.advice = m_loader.plugin().error();
    const QString again =
        failure.reason == FlowFailure::Reason::PageCrashed ? tr("Reload flow") : tr("Retry");
    showPanel({IconName::TriangleAlert, ColorToken::Warning, message.headline, message.advice,
        message.details, isUnavailable ? QString() : again, tr("Open in browser")});
}

void FlowArea::showResolveStopped()
{
    const QString headline = SessionWording::step(ConnectSession::State::ResolveStopped);
    if (!m_session->error()) {
        showPanel({IconName::TriangleAlert, ColorToken::Warning, headline,
            tr("Reading was cancelled. The activation token is kept while this flow is open."), {},
            tr("Try again"), {}});
        return;
    }
    const ErrorMessage message = ErrorWording::message(*m_session->error());
    showPanel({IconName::TriangleAlert, ColorToken::Warning, headline, ErrorWording::line(message),
        message.details, tr("Try again"), {}});
}

void FlowArea::showOutcome()
{
    const ConnectSession::Outcome outcome = m_session->outcome();
    const LinkOrder::Kind kind = m_session->order().kind();
    const QString headline = SessionWording::outcome(outcome, kind);
    const QString advice = SessionWording::outcomeAdvice(outcome, kind);
    switch (outcome) {
    case ConnectSession::Outcome::Connected:
        showPanel({IconName::CircleCheck, ColorToken::Success, headline,
            m_session->integration()->organization, {}, {}, {}});
        break;
    case ConnectSession::Outcome::NeedsReview:
        showPanel({IconName::CircleAlert, ColorToken::Danger, headline, advice, {}, {}, {}});
        break;
    case ConnectSession::Outcome::ClosedBeforeFinishing:
    case ConnectSession::Outcome::Cancelled:
        showPanel({IconName::CircleX, {}, headline, advice, {},
            kind == LinkOrder::Kind::Connection ? tr("Create new link") : QString(), {}});
        break;
    case ConnectSession::Outcome::LinkCreated:
        showPanel({IconName::CircleCheck, ColorToken::Success, headline, advice, {}, {}, {}});
        break;
    case ConnectSession::Outcome::Unknown:
        showPanel({IconName::CircleHelp, ColorToken::Warning, headline, advice, {}, {}, {}});
        break;
    case ConnectSession::Outcome::Failed:
    case ConnectSession::Outcome::Pending:
        showEmpty(); // the form says what was wrong
        break;
    }
}

void FlowArea::showWaiting(std::chrono::milliseconds delay)
{
    //: %1 is a duration such as "3 seconds"
    m_status->setText(
        tr("Kombo asks us to wait. Trying again in %1.").arg(ErrorWording::duration(delay)));
}

void FlowArea::noteElapsed()
{
    const std::chrono::milliseconds elapsed(m_stepTime.elapsed());
    m_progress->setVisible(elapsed >= progressAfter);
    if (elapsed >= elapsedAfter)
        m_elapsed->setText(ErrorWording::duration(elapsed));
}

void FlowArea::trigger()
{
    if (!m_session)
        return;
    switch (m_session->state()) {
    case ConnectSession::State::FlowStopped:
        m_session->reloadFlow();
        return;
    case ConnectSession::State::ResolveStopped:
        m_session->resolveAgain();
        return;
    case ConnectSession::State::Ended:
        Q_EMIT newLinkRequested();
        return;
    default:
        return;
    }
}

void FlowArea::triggerSecond()
{
    Q_EMIT openInBrowserRequested();
}

} // namespace desk
