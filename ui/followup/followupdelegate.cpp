// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/followup/followupdelegate.h"

#include "ui/followup/followupmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace desk {

namespace {

struct Sign {
    IconName icon;
    ColorToken ink;
};

Sign signOf(FollowUpModel::Tone tone)
{
    switch (tone) {
    case FollowUpModel::Tone::Trouble:
        return {IconName::CircleAlert, ColorToken::Danger};
    case FollowUpModel::Tone::Warning:
        return {IconName::TriangleAlert, ColorToken::Warning};
    case FollowUpModel::Tone::Waiting:
        return {IconName::Clock, ColorToken::MutedText};
    case FollowUpModel::Tone::Quiet:
        return {IconName::CircleHelp, ColorToken::MutedText};
    }
    Q_UNREACHABLE();
}

QFont strong()
{
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    return font;
}

int heightOf(const QFont &font)
{
    return QFontMetrics(font).height();
}

// As the rows of the history are drawn, which stands in the same place.
void paintGround(QPainter &painter, const QStyleOptionViewItem &option, Scheme scheme)
{
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::Hover, scheme));
    if (isChosen || option.state.testFlag(QStyle::State_MouseOver))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
    if (isChosen) {
        const QRect bar(option.rect.left() + 1, option.rect.top() + option.rect.height() / 4, 3,
            option.rect.height() / 2);
        painter.setBrush(color(ColorToken::Accent, scheme));
        painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, bar), 1.5, 1.5);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(color(ColorToken::Accent, scheme), 1.5));
        painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5);
    }
}

class Line {
public:
    Line(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room)
        : m_painter(painter)
        , m_option(option)
        , m_room(room)
    {
    }

    void sign(const Sign &sign)
    {
        const int side = heightOf(Metrics::small());
        const QRect rect(m_room.left(), m_room.top() + (m_room.height() - side) / 2, side, side);
        icon(sign.icon, sign.ink)
            .paint(&m_painter, QStyle::visualRect(m_option.direction, m_option.rect, rect));
        m_room.setLeft(rect.right() + 1 + Metrics::space(1));
    }
    void right(const QString &text, const QFont &font, const QColor &ink, int widest)
    {
        const int width =
            std::min(QFontMetrics(font).horizontalAdvance(text) + 1, std::max(widest, 0));
        draw(QRect(m_room.right() + 1 - width, m_room.top(), width, m_room.height()), text, font,
            ink);
        m_room.setRight(m_room.right() - width - Metrics::space(2));
    }
    void rest(const QString &text, const QFont &font, const QColor &ink)
    {
        draw(m_room, text, font, ink);
    }

private:
    void draw(const QRect &rect, const QString &text, const QFont &font, const QColor &ink)
    {
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(QStyle::visualRect(m_option.direction, m_option.rect, rect),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_room;
};

} // namespace

QSize FollowUpDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {
        Metrics::space(40), heightOf(strong()) + heightOf(Metrics::small()) + Metrics::space(3)};
}

void FollowUpDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = schemeOf(option.palette);
    const QColor muted = color(ColorToken::MutedText, scheme);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, scheme);

    const QRect room = option.rect.adjusted(
        Metrics::space(3), Metrics::space(1), -Metrics::space(2), -Metrics::space(1));
    const int above = heightOf(strong()) + Metrics::space(1) / 2;
    Line first(*painter, option, QRect(room.left(), room.top(), room.width(), above));
    const QString tool = index.data(FollowUpModel::ToolRole).toString();
    if (!tool.isEmpty())
        first.right(tool, Metrics::small(), muted, room.width() * 2 / 5);
    first.rest(index.data(Qt::DisplayRole).toString(), strong(), color(ColorToken::Text, scheme));

    const Sign sign = signOf(index.data(FollowUpModel::ToneRole).value<FollowUpModel::Tone>());
    Line second(*painter, option,
        QRect(room.left(), room.top() + above, room.width(), room.height() - above));
    second.sign(sign);
    second.rest(index.data(FollowUpModel::ReasonRole).toString(), Metrics::small(),
        color(sign.ink, scheme));
    painter->restore();
}

} // namespace desk
