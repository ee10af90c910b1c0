// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profiledelegate.h"

#include "ui/profile/profilebadge.h"
#include "ui/profile/profileitems.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace desk {

namespace {

// One column of badges, as wide as the widest, so that the names stand below each other.
int badgeColumn()
{
    int width = 0;
    for (const ProfileKind kind :
        {ProfileKind::Practice, ProfileKind::Development, ProfileKind::Production})
        width = std::max(width, ProfileBadge::sizeFor(kind).width());
    return width;
}

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, Scheme scheme)
{
    const bool isChosen = option.state & QStyle::State_Selected;
    const bool isHot = option.state & QStyle::State_MouseOver;
    if (!isChosen && !isHot)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::Hover, scheme));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
    if (!isChosen)
        return;
    // The accent marks the row also where nobody can tell the grounds apart.
    painter.setBrush(color(ColorToken::Accent, scheme));
    const QRectF bar(option.rect.left() + 1, option.rect.top() + option.rect.height() / 4.0, 3,
        option.rect.height() / 2.0);
    painter.drawRoundedRect(
        QStyle::visualRect(option.direction, option.rect, bar.toRect()), 1.5, 1.5);
}

// A hairline between what can be chosen and what can be done.
void paintRule(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, Scheme scheme)
{
    const auto isAction = [](const QModelIndex &row) {
        return row.data(ProfileRole::Action).isValid();
    };
    if (!isAction(index) || isAction(index.siblingAtRow(index.row() - 1)))
        return;
    painter.setPen(color(ColorToken::Border, scheme));
    painter.drawLine(option.rect.topLeft(), option.rect.topRight());
}

//! Draws a text at the left of the room that is left, and takes its place away from there.
class Line {
public:
    Line(QPainter &painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_direction(option.direction)
        , m_whole(option.rect)
        , m_room(option.rect.adjusted(Metrics::space(3), 0, -Metrics::space(3), 0))
    {
    }

    void skip(int width) { m_room.setLeft(m_room.left() + width); }
    QRect takeLeft(QSize size)
    {
        const QRect rect(m_room.left(), m_room.center().y() - size.height() / 2 + 1, size.width(),
            size.height());
        skip(size.width() + Metrics::space(2));
        return QStyle::visualRect(m_direction, m_whole, rect);
    }
    QRect takeRight(QSize size)
    {
        const QRect rect(m_room.right() - size.width(), m_room.center().y() - size.height() / 2 + 1,
            size.width(), size.height());
        m_room.setRight(rect.left() - Metrics::space(2));
        return QStyle::visualRect(m_direction, m_whole, rect);
    }
    void text(const QString &text, const QFont &font, const QColor &ink)
    {
        const QFontMetrics metrics(font);
        const int width = std::min(metrics.horizontalAdvance(text) + 1, m_room.width());
        draw(takeLeft({std::max(width, 0), m_whole.height()}), text, font, ink);
    }
    void textAtRight(const QString &text, const QFont &font, const QColor &ink)
    {
        const QFontMetrics metrics(font);
        const int width = std::min(metrics.horizontalAdvance(text) + 1, m_room.width() / 2);
        draw(takeRight({std::max(width, 0), m_whole.height()}), text, font, ink);
    }

private:
    void draw(const QRect &rect, const QString &text, const QFont &font, const QColor &ink)
    {
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    }

    QPainter &m_painter;
    Qt::LayoutDirection m_direction;
    QRect m_whole;
    QRect m_room;
};

void paintProfile(QPainter &painter, Line &line, const QModelIndex &index, Scheme scheme)
{
    const auto kind = ProfileKind(index.data(ProfileRole::Kind).toInt());
    const QSize badge = ProfileBadge::sizeFor(kind);
    ProfileBadge::paint(painter, line.takeLeft(badge), kind, scheme);
    line.skip(badgeColumn() - badge.width());
    if (index.data(ProfileRole::IsCurrent).toBool()) {
        const int side = Metrics::iconSize();
        icon(IconName::Check).paint(&painter, line.takeRight({side, side}));
    }
    const QColor muted = color(ColorToken::MutedText, scheme);
    const QString note = index.data(ProfileRole::Note).toString();
    if (!note.isEmpty())
        line.textAtRight(note, Metrics::small(), muted);
    line.text(index.data(Qt::DisplayRole).toString(), QApplication::font(),
        color(ColorToken::Text, scheme));
    line.text(index.data(ProfileRole::Place).toString(), Metrics::small(), muted);
}

} // namespace

void ProfileDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = schemeOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    Line line(*painter, option);
    if (index.flags() & Qt::ItemIsEnabled)
        paintGround(*painter, option, scheme);
    if (!index.data(ProfileRole::Id).toString().isEmpty()) {
        paintProfile(*painter, line, index, scheme);
    } else {
        const bool isAction = index.data(ProfileRole::Action).isValid();
        paintRule(*painter, option, index, scheme);
        line.text(index.data(Qt::DisplayRole).toString(), QApplication::font(),
            color(isAction ? ColorToken::Text : ColorToken::MutedText, scheme));
    }
    painter->restore();
}

QSize ProfileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {Metrics::space(60), qRound(option.fontMetrics.height() * 2.0)};
}

} // namespace desk
