// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/quietrowdelegate.h"

#include "ui/theme/tokens.h"

#include <QPainter>

namespace desk {

void QuietRowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    // At the row's beginning, whichever column that is.
    if (!(option.state & QStyle::State_Selected) || option.rect.left() > 0)
        return;
    const int quarter = option.rect.height() / 4;
    const QRect bar(0, option.rect.top() + quarter, 3, option.rect.height() - 2 * quarter);
    painter->fillRect(bar, color(ColorToken::Accent, schemeOf(option.palette)));
}

void QuietRowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Scheme scheme = schemeOf(option->palette);
    option->palette.setColor(QPalette::Highlight, color(ColorToken::Hover, scheme));
    const auto ink = index.data(Qt::ForegroundRole).value<QColor>();
    option->palette.setColor(
        QPalette::HighlightedText, ink.isValid() ? ink : color(ColorToken::Text, scheme));
}

} // namespace desk
