// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowarea.h"

#include "ui/flowarea/flowheader.h"
#include "ui/flowarea/flowloader.h"
#include "ui/flowarea/flowplugin.h"
#include "ui/parts/notice.h"
#include "ui/theme/metrics.h"

#include "session/flowdriver.h"
#include "wording/sessionwording.h"

#include <QBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QTime>

using namespace Qt::StringLiterals;

namespace desk {

FlowArea::FlowArea(FlowLoader &loader, QWidget *parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_header(new FlowHeader(this))
    , m_hint(new Notice(this))
    , m_stack(new QStackedWidget(this))
    , m_statePanel(new StatePanel(this))
{
    m_hint->setObjectName(u"flowHint"_s);
    m_stack->addWidget(m_statePanel);

    auto *hints = new QVBoxLayout;
    hints->setContentsMargins(Metrics::space(3), 0, Metrics::space(3), 0);
    hints->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(hints);
    layout->addWidget(m_stack, 1);

    connect(m_header, &FlowHeader::reloadRequested, this, [this] { perform(FlowAction::Reload); });
    connect(m_header, &FlowHeader::browserRequested, this, &FlowArea::continueInBrowserRequested);
    connect(m_header, &FlowHeader::cancelRequested, this, &FlowArea::cancelRequested);
    connect(m_hint, &Notice::actionTriggered, this, [this] { perform(m_hintAction); });
    connect(m_statePanel, &StatePanel::actionTriggered, this, [this] { perform(m_panel.action); });
    connect(m_statePanel, &StatePanel::secondActionTriggered, this,
        [this] { perform(m_panel.secondAction); });
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    showPanel(emptyFlowPanel());
}

FlowArea::~FlowArea()
{
    dropSurface();
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
    m_hint->dismiss();
    m_header->follow(session);
    connect(session, &ConnectSession::stateChanged, this, &FlowArea::showState);
    connect(session, &ConnectSession::acknowledged, this,
        [this] { showPanel(flowPanelOf(*m_session, {})); });
    connect(session, &ConnectSession::browserSuggested, this, &FlowArea::showSuggestion);
    connect(&session->linkLife(), &LinkLife::stageChanged, this, &FlowArea::showLife);
    connect(session, &QObject::destroyed, this, [this, session] {
        if (m_session == session)
            m_session = nullptr;
    });
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

FlowInstruments *FlowArea::instruments() const
{
    return m_surface ? m_surface->instruments() : nullptr;
}

void FlowArea::showState(ConnectSession::State state)
{
    const bool isFollowed =
        m_session->isInBrowser() && m_hintAction == FlowAction::ContinueInBrowser;
    if (!m_session->isFlowUnfinished() || isFollowed)
        m_hint->dismiss();
    const bool hasPage =
        state == ConnectSession::State::Loading || state == ConnectSession::State::Open;
    if (hasPage && !m_session->isInBrowser())
        showSurface();
    else
        showPanel(flowPanelOf(*m_session, engineProblem()));
}

QString FlowArea::engineProblem() const
{
    if (!m_loader.wasLoaded() || m_loader.plugin())
        return {};
    return m_loader.plugin().error();
}

void FlowArea::showPanel(const FlowPanel &panel)
{
    m_panel = panel;
    m_statePanel->present(panel.content);
    m_stack->setCurrentWidget(m_statePanel);
}

void FlowArea::showSurface()
{
    if (!m_surface)
        return;
    m_stack->setCurrentWidget(m_surface->widget());
    m_surface->widget()->setFocus(Qt::OtherFocusReason);
}

void FlowArea::showSuggestion()
{
    m_hintAction = FlowAction::ContinueInBrowser;
    m_hint->present({Notice::Tone::Information, tr("This sign-in asks for a browser"),
        tr("The page says that it does not work in an embedded view. The flow can go on in the "
           "browser of this computer; the result still arrives here."),
        {}, tr("Continue in browser")});
}

void FlowArea::showLife(LinkLife::Stage stage)
{
    if (stage == LinkLife::Stage::EndsSoon) {
        m_hintAction = FlowAction::None;
        m_hint->present({Notice::Tone::Warning, tr("The link ends in about five minutes"),
            tr("The client should finish before that, or will have to begin with a new link."), {},
            {}});
    } else if (stage == LinkLife::Stage::Over) {
        m_hintAction = FlowAction::StartAgain;
        m_hint->present({Notice::Tone::Warning, tr("The time of the link is over"),
            tr("What is open may still finish. If it does not, begin again."), {},
            tr("Create again with the same details")});
    }
}

// Whatever comes of it replaces the panel; until then people should see that something was done.
void FlowArea::noteLook()
{
    //: %1 is the time of day
    m_panel.content.details =
        tr("Checked at %1. Nothing has come of the page so far.")
            .arg(QLocale().toString(QTime::currentTime(), QLocale::LongFormat));
    showPanel(FlowPanel(m_panel));
}

void FlowArea::perform(FlowAction action)
{
    if (!m_session)
        return;
    switch (action) {
    case FlowAction::None:
        return;
    case FlowAction::Reload:
        m_session->reloadFlow();
        return;
    case FlowAction::LookAgain:
        noteLook();
        m_session->lookAgain();
        Q_EMIT lookedAgain();
        return;
    case FlowAction::ResolveAgain:
        m_session->resolveAgain();
        return;
    case FlowAction::ContinueInBrowser:
        Q_EMIT continueInBrowserRequested();
        return;
    case FlowAction::EnterToken:
        Q_EMIT tokenWanted();
        return;
    case FlowAction::NewLink:
        Q_EMIT newLinkRequested();
        return;
    case FlowAction::StartAgain:
        Q_EMIT startAgainRequested();
        return;
    }
}

} // namespace desk
