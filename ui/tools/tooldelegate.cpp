// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/tools/tooldelegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/tools/toolpicture.h"

#include "catalogue/picturestore.h"
#include "models/toollistmodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace desk {

namespace {

constexpr double cornerRadius = 4;

QString elided(const QFontMetrics &metrics, const QString &text, int width)
{
    return metrics.elidedText(text, Qt::ElideRight, width);
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(option.palette.color(QPalette::Highlight));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);
}

} // namespace

void ToolDelegate::setPictures(PictureStore *pictures)
{
    m_pictures = pictures;
}

int ToolDelegate::rowHeight()
{
    const int texts =
        QFontMetrics(QApplication::font()).height() + QFontMetrics(Metrics::small()).height();
    return std::max(texts, ToolPicture::side()) + Metrics::space(1);
}

QSize ToolDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Metrics::space(40), rowHeight()};
}

void ToolDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);

    const int side = ToolPicture::side();
    const QRect room = option.rect.adjusted(Metrics::space(2), 0, -Metrics::space(2), 0);
    const QRect box(room.left(), room.center().y() - side / 2, side, side);
    const QRect shown = ToolPicture::inner(box, option.palette);
    const QImage picture = m_pictures
        ? m_pictures->picture(index.data(ToolListModel::IconUrlRole).toString(), shown.size(),
            painter->device()->devicePixelRatio())
        : QImage();
    ToolPicture::paint(
        *painter, box, picture, index.data(Qt::DisplayRole).toString(), option.palette);

    const bool isSelected = option.state & QStyle::State_Selected;
    const QPalette &palette = option.palette;
    paintTexts(*painter, room.adjusted(side + Metrics::space(2), 0, 0, 0), index,
        palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text),
        palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->restore();
}

void ToolDelegate::paintTexts(QPainter &painter, const QRect &room, const QModelIndex &index,
    const QColor &ink, const QColor &mutedInk) const
{
    const QFont body = QApplication::font();
    const QFont small = Metrics::small();
    const QFontMetrics bodyMetrics(body);
    const QFontMetrics smallMetrics(small);
    const QString second = index.data(ToolListModel::SecondLineRole).toString();
    const QString id = index.data(ToolListModel::IdRole).toString().left(200);

    // The id gets no more than two fifths: the label says more to a person.
    const QString shownId =
        id == second ? QString() : elided(smallMetrics, id, room.width() * 2 / 5);
    const int idWidth = shownId.isEmpty() ? 0 : smallMetrics.horizontalAdvance(shownId);
    const QRect texts = room.adjusted(0, 0, idWidth > 0 ? -idWidth - Metrics::space(2) : 0, 0);
    painter.setPen(mutedInk);
    painter.setFont(small);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shownId);

    const int lines = bodyMetrics.height() + (second.isEmpty() ? 0 : smallMetrics.height());
    QRect line(texts.left(), texts.top() + (texts.height() - lines) / 2, texts.width(),
        bodyMetrics.height());
    if (!second.isEmpty()) {
        painter.drawText(QRect(line.left(), line.bottom() + 1, line.width(), smallMetrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            elided(smallMetrics, second, line.width()));
    }
    painter.setPen(ink);
    painter.setFont(body);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        elided(bodyMetrics, index.data(Qt::DisplayRole).toString(), line.width()));
}

} // namespace desk
