// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/templates/templaterow.h"

#include "ui/templates/templatelistmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QFontMetrics>
#include <QLineEdit>
#include <QPainter>

namespace desk {

namespace {

constexpr double cornerRadius = 6;

QRect contentOf(const QRect &row)
{
    const int side = Metrics::space(2);
    return row.adjusted(side, Metrics::space(1), -side, -Metrics::space(1));
}

void drawLine(QPainter *painter, const QRect &rect, const QString &text)
{
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter->drawText(rect, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace

QSize TemplateRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int lines = option.fontMetrics.height() + QFontMetrics(Metrics::small()).height();
    return {Metrics::space(40), lines + Metrics::space(3)};
}

void TemplateRow::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = schemeOf(option.palette);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHot = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || isHot) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(isSelected ? ColorToken::Accent : ColorToken::Hover, scheme));
        painter->drawRoundedRect(QRectF(option.rect), cornerRadius, cornerRadius);
    }
    const QRect content = contentOf(option.rect);
    const int nameHeight = option.fontMetrics.height();
    painter->setFont(option.font);
    painter->setPen(color(isSelected ? ColorToken::AccentText : ColorToken::Text, scheme));
    drawLine(painter, QRect(content.topLeft(), QSize(content.width(), nameHeight)),
        index.data(Qt::DisplayRole).toString());
    painter->setFont(Metrics::small());
    painter->setPen(color(isSelected ? ColorToken::AccentText : ColorToken::MutedText, scheme));
    drawLine(painter, content.adjusted(0, nameHeight, 0, 0),
        index.data(TemplateListModel::SummaryRole).toString());
    painter->restore();
}

QWidget *TemplateRow::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(tr("Name"));
    return edit;
}

void TemplateRow::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace desk
