// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/quiettabbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

namespace desk {

QuietTabBar::QuietTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
}

void QuietTabBar::paintEvent(QPaintEvent *)
{
    const Scheme scheme = schemeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int tab = 0; tab < count(); ++tab) {
        const QRectF box = tabRect(tab);
        const bool isChosen = tab == currentIndex();
        painter.setPen(color(isChosen ? ColorToken::Text : ColorToken::MutedText, scheme));
        painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, tabText(tab));
        if (!isChosen)
            continue;
        const QRectF line(
            box.left() + Metrics::space(2), box.bottom() - 2, box.width() - Metrics::space(4), 2);
        painter.fillRect(line, color(ColorToken::Accent, scheme));
        if (hasFocus()) {
            painter.setPen(QPen(color(ColorToken::Accent, scheme), 2));
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -4), 4, 4);
        }
    }
}

QSize QuietTabBar::tabSizeHint(int index) const
{
    return {fontMetrics().horizontalAdvance(tabText(index)) + Metrics::space(4),
        qRound(fontMetrics().height() * 1.9)};
}

QSize QuietTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

} // namespace desk
