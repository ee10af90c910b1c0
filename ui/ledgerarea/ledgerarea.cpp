// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/ledgerarea/ledgerarea.h"

#include "ui/followup/followupboard.h"
#include "ui/history/historysidebar.h"
#include "ui/parts/closabletabs.h"
#include "ui/parts/quiettabbar.h"
#include "ui/theme/metrics.h"

#include "memory/memory.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

LedgerArea::LedgerArea(Memory &memory, QWidget *parent)
    : QWidget(parent)
    , m_memory(memory)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"ledgerArea"_s);
    auto *head = new ClosableTabs({tr("History"), tr("Follow-up")}, tr("Close history"), this);
    head->nameButton(u"closeLedgerAreaButton"_s);
    m_tabs = head->tabs();
    m_tabs->setObjectName(u"ledgerTabs"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_pages, 1);
    setMinimumWidth(Metrics::space(70));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(head, &ClosableTabs::closeRequested, this, &LedgerArea::close);
    connect(&memory.followUps(), &FollowUpDesk::changed, this, &LedgerArea::showCount);
    hide();
}

void LedgerArea::showTab(Tab tab)
{
    m_isOpen = true;
    if (m_isBarred)
        return;
    fill();
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    show();
}

void LedgerArea::reopen()
{
    showTab(Tab::History);
}

void LedgerArea::open(Tab tab)
{
    showTab(tab);
    if (m_isBarred)
        return;
    if (tab == Tab::FollowUp)
        m_followUps->focusList();
    else
        m_history->focusSearch();
}

void LedgerArea::toggle(Tab tab)
{
    if (isVisible() && m_tabs->currentIndex() == static_cast<int>(tab))
        close();
    else
        open(tab);
}

void LedgerArea::close()
{
    m_isOpen = false;
    hide();
}

void LedgerArea::setBarred(bool barred)
{
    m_isBarred = barred;
    if (m_isOpen && !barred)
        fill();
    setVisible(m_isOpen && !barred);
}

void LedgerArea::focusSearch()
{
    open(Tab::History);
}

void LedgerArea::choose(const QUuid &attempt)
{
    if (m_history)
        m_history->choose(attempt);
}

void LedgerArea::fill()
{
    if (m_history)
        return;
    makeHistory();
    makeFollowUps();
    m_history->start();
}

void LedgerArea::makeHistory()
{
    m_history = new HistorySidebar(m_memory.history(), this);
    m_pages->addWidget(m_history);
    connect(m_history, &HistorySidebar::attemptChosen, this, &LedgerArea::attemptChosen);
    connect(m_history, &HistorySidebar::newConnectionRequested, this,
        &LedgerArea::newConnectionRequested);
}

void LedgerArea::makeFollowUps()
{
    m_followUps = new FollowUpBoard(m_memory.followUps(), this);
    m_pages->addWidget(m_followUps);
    connect(m_followUps, &FollowUpBoard::newLinkRequested, this, &LedgerArea::newLinkRequested);
    connect(m_followUps, &FollowUpBoard::reconnectRequested, this, &LedgerArea::reconnectRequested);
    connect(m_followUps, &FollowUpBoard::setupRequested, this, &LedgerArea::setupRequested);
    connect(
        m_followUps, &FollowUpBoard::integrationRequested, this, &LedgerArea::integrationRequested);
    connect(m_followUps, &FollowUpBoard::copied, this, &LedgerArea::copied);
}

void LedgerArea::showCount()
{
    const qsizetype count = m_memory.followUps().rows().size();
    //: A tab; %1 is how many wait
    const QString text = count == 0
        ? tr("Follow-up")
        : tr("Follow-up (%1)").arg(QLocale().toString(qlonglong{count}));
    m_tabs->setTabText(static_cast<int>(Tab::FollowUp), text);
}

} // namespace desk
