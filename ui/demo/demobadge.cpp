// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/demobadge.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace desk {

DemoBadge::DemoBadge(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(tr("Demo mode"), this))
{
    setObjectName(u"demoBadge"_s);
    m_text->setObjectName(u"demoBadgeText"_s);
    QFont bold = m_text->font();
    bold.setWeight(QFont::DemiBold);
    m_text->setFont(bold);
    // The pill is drawn around it.
    m_text->setContentsMargins(
        Metrics::space(3), Metrics::space(1), Metrics::space(3), Metrics::space(1));
    auto *end = new QPushButton(tr("End demo"), this);
    end->setObjectName(u"endDemoButton"_s);
    setToolTip(tr("E-mails, IDs and history are masked, and sample data stands in the form. What "
                  "stood there before comes back."));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Metrics::space(2));
    layout->addWidget(m_text, 0, Qt::AlignVCenter);
    layout->addWidget(end);
    connect(end, &QPushButton::clicked, this, &DemoBadge::endRequested);
    hide();
}

void DemoBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::WarningSurface, schemeOf(palette())));
    const QRectF pill(m_text->geometry());
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
}

} // namespace desk
