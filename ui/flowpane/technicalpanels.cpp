// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowpane/technicalpanels.h"

#include "ui/inspector/inspectorpanel.h"
#include "ui/parts/closabletabs.h"
#include "ui/parts/hairline.h"
#include "ui/parts/quiettabbar.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timelinepanel.h"

#include <QDir>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

TechnicalPanels::TechnicalPanels(ExchangeLog &exchanges, QWidget *parent)
    : QWidget(parent)
    , m_exchanges(exchanges)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"technicalPanels"_s);
    auto *head = new ClosableTabs({tr("Timeline"), tr("Requests")}, tr("Close panels"), this);
    head->nameButton(u"closePanelsButton"_s);
    m_tabs = head->tabs();
    m_tabs->setObjectName(u"technicalTabs"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(hairline(this));
    layout->addWidget(head);
    layout->addWidget(m_pages, 1);
    setMinimumHeight(Metrics::space(32));
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(head, &ClosableTabs::closeRequested, this, &TechnicalPanels::close);
    hide();
}

void TechnicalPanels::fill()
{
    if (m_timeline)
        return;
    m_timeline = new TimelinePanel(this);
    m_inspector = new InspectorPanel(this);
    m_pages->addWidget(m_timeline);
    m_pages->addWidget(m_inspector);
    m_inspector->setLog(&m_exchanges);
    m_timeline->setTimeline(m_followed);
    connect(m_inspector, &InspectorPanel::noted, this, &TechnicalPanels::noted);
    connect(m_timeline, &TimelinePanel::exported, this, [this](const QString &file) {
        //: %1 is the name of a file
        Q_EMIT noted(tr("Timeline saved as %1").arg(QDir::toNativeSeparators(file)));
    });
}

void TechnicalPanels::setTimeline(SessionTimeline *timeline)
{
    m_followed = timeline;
    if (m_timeline)
        m_timeline->setTimeline(timeline);
}

void TechnicalPanels::open(Panel panel)
{
    if (m_isBarred)
        return;
    fill();
    m_tabs->setCurrentIndex(static_cast<int>(panel));
    m_isOpen = true;
    show();
    m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void TechnicalPanels::toggle(Panel panel)
{
    if (isVisible() && m_tabs->currentIndex() == static_cast<int>(panel))
        close();
    else
        open(panel);
}

void TechnicalPanels::close()
{
    m_isOpen = false;
    hide();
}

void TechnicalPanels::setBarred(bool barred)
{
    m_isBarred = barred;
    setVisible(m_isOpen && !barred);
}

} // namespace desk
