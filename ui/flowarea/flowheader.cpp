// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowheader.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "wording/errorwording.h"
#include "wording/sessionwording.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
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

FlowHeader::FlowHeader(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout)
    , m_status(new QLabel(this))
    , m_elapsed(new QLabel(this))
    , m_life(new QLabel(this))
    , m_reload(quietButton(this, IconName::RotateCw, tr("Reload flow")))
    , m_browser(quietButton(this, IconName::ExternalLink, tr("Continue in browser")))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_progress(new QProgressBar(this))
{
    m_status->setObjectName(u"flowStatus"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_elapsed->setObjectName(u"flowElapsed"_s);
    m_elapsed->setForegroundRole(QPalette::PlaceholderText);
    m_life->setObjectName(u"linkLife"_s);
    m_reload->setObjectName(u"reloadFlowButton"_s);
    m_browser->setObjectName(u"continueInBrowserButton"_s);
    m_cancel->setObjectName(u"cancelFlowButton"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Metrics::space(1) / 2 + 1);
    m_progress->setAccessibleName(tr("Progress"));
    // Keeps its place while hidden, so that nothing moves when it appears.
    QSizePolicy policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_progress->hide();

    m_row->setContentsMargins(
        Metrics::space(4), Metrics::space(2), Metrics::space(3), Metrics::space(2));
    m_row->setSpacing(Metrics::space(1));
    m_row->addWidget(m_status);
    m_row->addSpacing(Metrics::space(2));
    m_row->addWidget(m_elapsed);
    m_row->addWidget(m_life);
    m_row->addSpacing(Metrics::space(2));
    m_row->addStretch();
    m_row->addWidget(m_reload);
    m_row->addWidget(m_browser);
    m_row->addSpacing(Metrics::space(1));
    m_row->addWidget(m_cancel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_row);
    layout->addWidget(m_progress);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);

    connect(m_reload, &QToolButton::clicked, this, &FlowHeader::reloadRequested);
    connect(m_browser, &QToolButton::clicked, this, &FlowHeader::browserRequested);
    connect(m_cancel, &QPushButton::clicked, this, &FlowHeader::cancelRequested);
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &FlowHeader::noteElapsed);
    hide();
}

void FlowHeader::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->indexOf(m_reload), tool);
}

void FlowHeader::follow(ConnectSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    connect(session, &ConnectSession::stateChanged, this, &FlowHeader::showState);
    connect(session, &ConnectSession::waitingToRetry, this, &FlowHeader::showWaiting);
    connect(session, &ConnectSession::stillWaiting, this, &FlowHeader::showWaiting);
    connect(session, &ConnectSession::waitIsOver, this,
        [this] { m_status->setText(SessionWording::step(m_session->state())); });
    connect(&session->linkLife(), &LinkLife::remainingChanged, this, &FlowHeader::showLife);
    connect(session, &QObject::destroyed, this, [this, session] {
        if (m_session == session)
            m_session = nullptr;
    });
    showState(session->state());
}

void FlowHeader::showState(ConnectSession::State state)
{
    const bool isLive =
        state != ConnectSession::State::Idle && state != ConnectSession::State::Ended;
    setVisible(isLive);
    m_status->setText(m_session->isInBrowser() ? SessionWording::stepInBrowser(state)
                                               : SessionWording::step(state));
    m_elapsed->clear();
    m_progress->hide();
    showButtons(state);
    showLife();
    m_stepTime.start();
    if (isWaitingForAMachine(state))
        m_tick.start();
    else
        m_tick.stop();
}

void FlowHeader::showButtons(ConnectSession::State state)
{
    const bool hasPage =
        state == ConnectSession::State::Open || state == ConnectSession::State::Loading;
    const bool isGone = state == ConnectSession::State::FlowStopped && m_session->isInBrowser();
    const QString reload =
        m_session->isInBrowser() ? tr("Open again in browser") : tr("Reload flow");
    m_reload->setToolTip(reload);
    m_reload->setAccessibleName(reload);
    m_reload->setVisible(hasPage || isGone);
    m_browser->setVisible(m_session->isFlowUnfinished() && !m_session->isInBrowser());
    m_cancel->setText(
        state == ConnectSession::State::ResolveStopped ? tr("Give up") : tr("Cancel"));
}

void FlowHeader::showWaiting(std::chrono::milliseconds delay)
{
    //: %1 is a duration such as "3 seconds"
    m_status->setText(
        tr("Kombo asks us to wait. Trying again in %1.").arg(ErrorWording::duration(delay)));
}

void FlowHeader::showLife()
{
    const LinkLife &life = m_session->linkLife();
    const bool counts =
        m_session->isFlowUnfinished() && life.stage() != LinkLife::Stage::NotStarted;
    m_life->setVisible(counts);
    if (!counts)
        return;
    m_life->setText(SessionWording::linkLife(life.stage(), life.remaining()));
    m_life->setForegroundRole(
        life.stage() == LinkLife::Stage::Fresh ? QPalette::PlaceholderText : QPalette::WindowText);
}

void FlowHeader::noteElapsed()
{
    const std::chrono::milliseconds elapsed(m_stepTime.elapsed());
    m_progress->setVisible(elapsed >= progressAfter);
    if (elapsed >= elapsedAfter)
        m_elapsed->setText(ErrorWording::duration(elapsed));
}

} // namespace desk
