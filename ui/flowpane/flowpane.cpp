// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowpane/flowpane.h"

#include "ui/demo/masked.h"
#include "ui/evidence/evidencedialog.h"
#include "ui/flowarea/entertokendialog.h"
#include "ui/flowarea/flowarea.h"
#include "ui/flowarea/flowheader.h"
#include "ui/flowarea/flowloader.h"
#include "ui/flowarea/flowownerbar.h"
#include "ui/flowpane/leavequestion.h"
#include "ui/flowpane/technicalpanels.h"
#include "ui/flowpane/viewcontrol.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/metrics.h"

#include "api/komboclient.h"
#include "evidence/sessionrecord.h"
#include "session/connectcontroller.h"

#include <QDir>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

GuardedAction guardedActionFor(LinkOrder::Kind kind)
{
    switch (kind) {
    case LinkOrder::Kind::Connection:
        return GuardedAction::CreateLink;
    case LinkOrder::Kind::Reconnection:
        return GuardedAction::Reconnect;
    case LinkOrder::Kind::Setup:
        return GuardedAction::OpenSetup;
    }
    Q_UNREACHABLE();
}

// A token that is being resolved is given up with the second call.
void end(ConnectSession *session)
{
    for (int i = 0; i < 2 && session->isLive(); ++i)
        session->cancel();
}

} // namespace

FlowPane::FlowPane(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_loader(parts.loader)
    , m_controller(parts.controller)
    , m_guard(makeProductionGuard(this, [this] { return m_controller.profile(); }))
    , m_owner(new FlowOwnerBar(this))
    , m_area(new FlowArea(parts.loader, this))
    , m_panels(new TechnicalPanels(parts.exchanges, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_exchanges(parts.exchanges)
{
    m_splitter->addWidget(m_area);
    m_splitter->addWidget(m_panels);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_owner);
    layout->addWidget(m_splitter, 1);

    connect(&m_controller, &ConnectController::sessionStarted, m_area, &FlowArea::follow);
    connect(&m_controller, &ConnectController::sessionStarted, this, &FlowPane::record);
    connect(m_panels, &TechnicalPanels::noted, this, &FlowPane::noted);
    connect(m_area, &FlowArea::cancelRequested, this, &FlowPane::cancelFlow);
    connect(m_area, &FlowArea::continueInBrowserRequested, this, &FlowPane::continueInBrowser);
    connect(m_area, &FlowArea::startAgainRequested, this, &FlowPane::startAgain);
    connect(m_area, &FlowArea::tokenWanted, this, &FlowPane::enterToken);
    connect(m_area, &FlowArea::lookedAgain, this, &FlowPane::lookedAgain);
}

FlowPane::~FlowPane() = default;

QString FlowPane::engineVersion() const
{
    return m_loader.engineVersion();
}

QByteArray FlowPane::splitterState() const
{
    return m_splitter->saveState();
}

void FlowPane::restoreSplitter(const QByteArray &state)
{
    if (!m_splitter->restoreState(state))
        m_splitter->setSizes({Metrics::space(100), Metrics::space(60)});
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
}

void FlowPane::record(ConnectSession *session)
{
    m_panels->setTimeline(nullptr);
    m_record = std::make_unique<SessionRecord>(
        *session, m_controller.profile(), m_controller.client()->access(), m_exchanges);
    m_record->setFact(u"Chromium"_s, engineVersion());
    m_panels->setTimeline(&m_record->timeline());
    makeView();
    m_view->follow(m_area->instruments());
    connect(session, &ConnectSession::stateChanged, this, &FlowPane::notePage);
}

// Not before there is something to look at: the window is there sooner without.
void FlowPane::makeView()
{
    if (m_view)
        return;
    auto *toolbar = new ViewToolbar(this);
    m_area->header()->addTool(toolbar);
    m_view = new ViewControl(*toolbar, this);
    connect(m_view, &ViewControl::noted, this, &FlowPane::noted);
    connect(m_view, &ViewControl::developerToolsRequested, this, &FlowPane::openDeveloperTools);
    connect(m_view, &ViewControl::pictureTaken, this, [this](const QImage &picture, bool isFull) {
        if (m_record)
            m_record->addPicture({isFull ? u"full-page"_s : u"view"_s, picture});
    });
    connect(
        m_view, &ViewControl::conditionsChanged, this, [this](const ViewingConditions &conditions) {
            if (m_record)
                m_record->setConditions(conditions);
        });
}

void FlowPane::notePage()
{
    const ConnectSession *session = m_controller.session();
    m_view->setHasPage(session->isFlowUnfinished() && !session->isInBrowser());
    m_view->setShown(!session->isInBrowser());
}

EvidenceInput FlowPane::evidence() const
{
    return m_record ? m_record->evidence() : EvidenceInput();
}

void FlowPane::saveScreenshot()
{
    if (m_view)
        m_view->saveView();
}

void FlowPane::openDeveloperTools()
{
    const ConnectSession *session = m_controller.session();
    if (!session || !session->isFlowUnfinished())
        return;
    m_guard(GuardedAction::OpenDeveloperTools, session->organization(),
        [this] { m_view->openDeveloperTools(); });
}

void FlowPane::saveEvidence()
{
    if (m_record)
        m_view->recordView([this] { openEvidence(); });
}

void FlowPane::openEvidence()
{
    auto *dialog =
        new EvidenceDialog([this] { return m_record->evidence(); }, QDir::homePath(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What it tells of goes with the next session.
    connect(&m_controller, &ConnectController::sessionStarted, dialog, &QDialog::reject);
    dialog->open();
}

void FlowPane::noteProfile(const ProfileTag &current)
{
    const bool isForeign = m_controller.hasLiveSession() && m_controller.profile() != current;
    if (isForeign)
        m_owner->present(m_controller.profile());
    m_owner->setVisible(isForeign);
}

void FlowPane::setDemo(bool on)
{
    m_panels->setBarred(on);
    const QList<StatePanel *> states = m_area->findChildren<StatePanel *>();
    for (StatePanel *state : states) {
        state->setFilter(on
                ? StatePanel::Filter([this](const QString &text) { return masked(text); })
                : nullptr);
    }
}

QString FlowPane::masked(const QString &text) const
{
    const ConnectSession *session = m_controller.session();
    if (!session)
        return Masked::text(text);
    QStringList ids{session->order().integrationId()};
    if (const ConnectDetails *details = session->order().connection()) {
        const QString originId = details->originId.value_or(QString());
        if (!Masked::isHarmless(Masked::Kind::OriginId, originId))
            ids.append(originId);
        ids.append(details->scopeConfigId.value_or(QString()));
    }
    return Masked::text(text, ids);
}

void FlowPane::cancelFlow()
{
    ConnectSession *session = m_controller.session();
    if (!session)
        return;
    if (session->state() != ConnectSession::State::ResolveStopped) {
        session->cancel();
        return;
    }
    askBeforeLeaving(window(), Leaving::GiveUpToken, *session, [this] {
        if (m_controller.session()->state() == ConnectSession::State::ResolveStopped)
            m_controller.session()->cancel();
    });
}

void FlowPane::continueInBrowser()
{
    m_controller.continueInBrowser();
}

void FlowPane::startAgain()
{
    const ConnectSession *session = m_controller.session();
    if (!session || session->holdsToken())
        return;
    m_guard(guardedActionFor(session->order().kind()), session->organization(),
        [this] { m_controller.startAgain(); });
}

void FlowPane::enterToken()
{
    auto *dialog = new EnterTokenDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EnterTokenDialog::tokenEntered, this, [this](const Secret &token) {
        if (ConnectSession *session = m_controller.session())
            session->takeToken(token);
    });
    // The flow may come to its end by itself meanwhile.
    connect(m_controller.session(), &ConnectSession::stateChanged, dialog, [this, dialog] {
        if (!m_controller.session()->isFlowUnfinished())
            dialog->reject();
    });
    dialog->open();
}

void FlowPane::endBeforeClosing(const std::function<void()> &leave)
{
    if (!m_controller.hasLiveSession()) {
        leave();
        return;
    }
    askBeforeLeaving(window(), Leaving::CloseWindow, *m_controller.session(), [this, leave] {
        end(m_controller.session());
        leave();
    });
}

} // namespace desk
