// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/careactions.h"

#include "ui/theme/metrics.h"

#include <QGridLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Action = IntegrationCare::Action;

QPushButton *actionButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

CareActions::CareActions(QWidget *parent)
    : QWidget(parent)
    , m_reconnect(actionButton(u"reconnectButton"_s, tr("Reconnect…"), this))
    , m_openSetup(actionButton(u"openSetupButton"_s, tr("Open setup flow…"), this))
    , m_pause(actionButton(u"pauseButton"_s, tr("Pause"), this))
    , m_sync(actionButton(u"syncButton"_s, tr("Sync now"), this))
    , m_copy(actionButton(u"copyForSupportButton"_s, tr("Copy for support"), this))
    , m_delete(actionButton(u"deleteButton"_s, tr("Delete…"), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Metrics::space(2));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int place = 0;
    for (QPushButton *button : {m_reconnect, m_openSetup, m_pause, m_sync, m_copy, m_delete}) {
        grid->addWidget(button, place / 2, place % 2);
        ++place;
    }
    makeSyncMenu();
    connect(m_reconnect, &QPushButton::clicked, this, &CareActions::reconnectRequested);
    connect(m_openSetup, &QPushButton::clicked, this, &CareActions::setupFlowRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_isPaused)
            Q_EMIT resumeRequested();
        else
            Q_EMIT pauseRequested();
    });
    connect(m_copy, &QPushButton::clicked, this, &CareActions::copyRequested);
    connect(m_delete, &QPushButton::clicked, this, &CareActions::deletionRequested);
}

void CareActions::makeSyncMenu()
{
    auto *menu = new QMenu(m_sync);
    menu->setObjectName(u"syncMenu"_s);
    //: A sync that reads everything anew
    const QAction *full = menu->addAction(tr("Full sync: everything"));
    //: A sync that reads only what has changed
    const QAction *delta = menu->addAction(tr("Delta sync: what has changed"));
    connect(full, &QAction::triggered, this, [this] { Q_EMIT syncRequested(SyncType::Full); });
    connect(delta, &QAction::triggered, this, [this] { Q_EMIT syncRequested(SyncType::Delta); });
    m_sync->setMenu(menu);
}

void CareActions::present(const IntegrationCare *care, bool isFlowOpen)
{
    const auto can = [care](Action action) { return care && care->canStart(action); };
    const bool isThere = can(Action::Sync) || (care && care->isBusy(Action::Sync));
    const QString why = isFlowOpen
        ? tr("A flow is open. Finish or cancel it before you start another one.")
        : QString();
    for (QPushButton *button : {m_reconnect, m_openSetup}) {
        button->setEnabled(isThere && !isFlowOpen);
        button->setToolTip(why);
        button->setAccessibleDescription(why);
    }
    const bool isSyncing = care && care->isBusy(Action::Sync);
    m_sync->setEnabled(can(Action::Sync));
    m_sync->setText(isSyncing ? tr("Starting sync…") : tr("Sync now"));
    const bool isDeleting = care && care->isBusy(Action::Delete);
    m_delete->setEnabled(can(Action::Delete));
    m_delete->setText(isDeleting ? tr("Deleting…") : tr("Delete…"));
    presentPause(care);
}

void CareActions::presentPause(const IntegrationCare *care)
{
    const bool isPausing = care && care->isBusy(Action::Pause);
    const bool isResuming = care && care->isBusy(Action::Resume);
    const bool isBusy = isPausing || isResuming;
    if (!isBusy)
        m_isPaused = care && care->details() && care->details()->status == "INACTIVE"_L1;
    // What the button would do depends on the status, so it has to be known.
    m_pause->setEnabled(care && care->details() && care->canStart(Action::Pause));
    if (isPausing)
        m_pause->setText(tr("Pausing…"));
    else if (isResuming)
        m_pause->setText(tr("Resuming…"));
    else
        m_pause->setText(m_isPaused ? tr("Resume") : tr("Pause"));
}

} // namespace desk
