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
{
    setObjectName(u"demoBadge"_s);
    auto *text = new QLabel(tr("Demo mode"), this);
    text->setObjectName(u"demoBadgeText"_s);
    QFont bold = text->font();
    bold.setWeight(QFont::DemiBold);
    text->setFont(bold);
    auto *end = new QPushButton(tr("End demo"), this);
    end->setObjectName(u"endDemoButton"_s);
    end->setProperty("emphasis", u"quiet"_s);
    setToolTip(tr("E-mails, IDs and history are masked, and sample data stands in the form. What "
                  "stood there before comes back."));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Metrics::space(3), 0, Metrics::space(1), 0);
    layout->setSpacing(Metrics::space(1));
    layout->addWidget(text);
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
    painter.drawRoundedRect(QRectF(rect()), height() / 2.0, height() / 2.0);
}

} // namespace desk
