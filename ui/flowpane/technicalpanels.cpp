// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowpane/technicalpanels.h"

#include "ui/inspector/inspectorpanel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timelinepanel.h"

#include <QDir>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace desk {

TechnicalPanels::TechnicalPanels(ExchangeLog &exchanges, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_timeline(new TimelinePanel(this))
    , m_inspector(new InspectorPanel(this))
{
    setObjectName(u"technicalPanels"_s);
    m_tabs->setObjectName(u"technicalTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_timeline, tr("Timeline"));
    m_tabs->addTab(m_inspector, tr("Requests"));
    m_inspector->setLog(&exchanges);

    auto *close = new QToolButton(m_tabs);
    close->setObjectName(u"closePanelsButton"_s);
    close->setIcon(icon(IconName::X));
    close->setAutoRaise(true);
    close->setProperty("emphasis", u"quiet"_s);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close panels"));
    close->setAccessibleName(close->toolTip());
    m_tabs->setCornerWidget(close);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    setMinimumHeight(Metrics::space(32));
    connect(close, &QToolButton::clicked, this, &TechnicalPanels::close);
    connect(m_inspector, &InspectorPanel::noted, this, &TechnicalPanels::noted);
    connect(m_timeline, &TimelinePanel::exported, this, [this](const QString &file) {
        //: %1 is the name of a file
        Q_EMIT noted(tr("Timeline saved as %1").arg(QDir::toNativeSeparators(file)));
    });
    hide();
}

void TechnicalPanels::setTimeline(SessionTimeline *timeline)
{
    m_timeline->setTimeline(timeline);
}

void TechnicalPanels::open(Panel panel)
{
    if (m_isBarred)
        return;
    m_tabs->setCurrentIndex(static_cast<int>(panel));
    m_isOpen = true;
    show();
    m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
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
