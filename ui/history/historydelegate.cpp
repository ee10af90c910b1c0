// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historydelegate.h"

#include "ui/demo/masked.h"
#include "ui/history/outcomelook.h"
#include "ui/profile/profilebadge.h"
#include "ui/theme/metrics.h"

#include "history/historymodel.h"
#include "wording/ledgerwording.h"
#include "wording/timewording.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, Scheme scheme)
{
    const bool isChosen = option.state & QStyle::State_Selected;
    if (!isChosen && !(option.state & QStyle::State_MouseOver))
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorToken::Hover, scheme));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 6, 6);
    if (!isChosen)
        return;
    // The accent marks the row also where nobody can tell the grounds apart.
    const QRect bar(option.rect.left() + 1, option.rect.top() + option.rect.height() / 4, 3,
        option.rect.height() / 2);
    painter.setBrush(color(ColorToken::Accent, scheme));
    painter.drawRoundedRect(QStyle::visualRect(option.direction, option.rect, bar), 1.5, 1.5);
}

// Whoever walks by keyboard sees where the focus is, not only what is chosen.
void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, Scheme scheme)
{
    if (!(option.state & QStyle::State_HasFocus))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(ColorToken::Accent, scheme), 1.5));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5);
}

//! One of the two lines of a row; what is written takes its room from the left or from the right.
class Line {
public:
    Line(QPainter &painter, const QStyleOptionViewItem &option, const QRect &room)
        : m_painter(painter)
        , m_option(option)
        , m_room(room)
    {
    }

    void sign(IconName name, ColorToken ink)
    {
        const int side = QFontMetrics(Metrics::small()).height();
        const QRect rect(m_room.left(), m_room.top() + (m_room.height() - side) / 2, side, side);
        icon(name, ink).paint(&m_painter, visual(rect));
        m_room.setLeft(rect.right() + 1 + Metrics::space(1));
    }
    void badge(ProfileKind kind, Scheme scheme)
    {
        const QSize size = ProfileBadge::sizeFor(kind);
        const QRect rect(m_room.right() + 1 - size.width(),
            m_room.top() + (m_room.height() - size.height()) / 2, size.width(), size.height());
        ProfileBadge::paint(m_painter, visual(rect), kind, scheme);
        m_room.setRight(rect.left() - Metrics::space(2));
    }
    void left(const QString &text, const QFont &font, const QColor &ink)
    {
        const int width = std::min(widthOf(text, font), std::max(m_room.width(), 0));
        draw(QRect(m_room.left(), m_room.top(), width, m_room.height()), text, font, ink);
        m_room.setLeft(m_room.left() + width);
    }
    void right(const QString &text, const QFont &font, const QColor &ink, int widest)
    {
        const int width = std::min({widthOf(text, font), widest, std::max(m_room.width(), 0)});
        draw(QRect(m_room.right() + 1 - width, m_room.top(), width, m_room.height()), text, font,
            ink);
        m_room.setRight(m_room.right() - width - Metrics::space(2));
    }
    int width() const { return m_room.width(); }

private:
    static int widthOf(const QString &text, const QFont &font)
    {
        return QFontMetrics(font).horizontalAdvance(text) + 1;
    }
    QRect visual(const QRect &rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }
    void draw(const QRect &rect, const QString &text, const QFont &font, const QColor &ink)
    {
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(visual(rect), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_room;
};

// What stands in the first line where the organization has no name.
QString nameOf(const HistoryEntry &entry, bool isMasked)
{
    if (!entry.organization.isEmpty())
        return isMasked ? Masked::text(entry.organization) : entry.organization;
    const bool hasEmail = !entry.email.isEmpty();
    const QString &name = hasEmail ? entry.email : entry.integrationId;
    const Masked::Kind kind = hasEmail ? Masked::Kind::Email : Masked::Kind::OtherId;
    return isMasked ? Masked::value(kind, name) : name;
}

QFont strong()
{
    QFont font = QApplication::font();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

int HistoryDelegate::rowHeight()
{
    const int line = QFontMetrics(strong()).height();
    const int below =
        std::max(QFontMetrics(Metrics::small()).height(), ProfileBadge::sizeFor({}).height());
    return line + below + Metrics::space(3);
}

void HistoryDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto entry = index.data(HistoryModel::EntryRole).value<HistoryEntry>();
    const Scheme scheme = schemeOf(option.palette);
    const QColor muted = color(ColorToken::MutedText, scheme);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option, scheme);
    paintFocus(*painter, option, scheme);

    const QRect room =
        option.rect.adjusted(Metrics::space(3), Metrics::space(1), -Metrics::space(2), 0);
    const int above = QFontMetrics(strong()).height() + Metrics::space(1) / 2;
    Line first(*painter, option, QRect(room.left(), room.top(), room.width(), above));
    first.right(LedgerWording::when(entry.startedAt, QDateTime::currentDateTimeUtc()),
        Metrics::small(), muted, room.width() / 2);
    first.left(nameOf(entry, m_isMasked), strong(), color(ColorToken::Text, scheme));

    const int top = room.top() + above;
    Line second(*painter, option,
        QRect(room.left(), top, room.width(), option.rect.bottom() - top - Metrics::space(1)));
    if (entry.profile.kind == ProfileKind::Production)
        second.badge(entry.profile.kind, scheme);
    const OutcomeLook look = OutcomeLook::of(entry.outcome, entry.isUnderWay);
    second.sign(look.icon, look.ink);
    second.left(LedgerWording::outcome(entry.outcome, entry.purpose, entry.isUnderWay),
        Metrics::small(), color(look.ink, scheme));
    if (!entry.tool.isEmpty())
        second.left(u" · "_s + entry.tool, Metrics::small(), muted);
    if (entry.profile.kind != ProfileKind::Production)
        second.left(u" · "_s + entry.profile.name, Metrics::small(), muted);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {Metrics::space(40), rowHeight()};
}

bool HistoryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto entry = index.data(HistoryModel::EntryRole).value<HistoryEntry>();
    // A row is short; here is all of it, and the time to the second.
    const QStringList lines{nameOf(entry, m_isMasked),
        LedgerWording::outcome(entry.outcome, entry.purpose, entry.isUnderWay), entry.profile.name,
        TimeWording::exact(entry.startedAt)};
    QString text;
    for (const QString &line : lines) {
        if (!line.isEmpty())
            text += u"<div>%1</div>"_s.arg(line.toHtmlEscaped());
    }
    QToolTip::showText(event->globalPos(), text, view);
    return true;
}

} // namespace desk
