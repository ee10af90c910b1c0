// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/jsondelegate.h"

#include "models/jsontreemodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// More than any window is wide; a long text is copied, not read here.
constexpr qsizetype longestDrawn = 1000;

using Kind = JsonOutline::Kind;

ColorToken ink(Kind kind)
{
    switch (kind) {
    case Kind::String:
        return ColorToken::Success;
    case Kind::Number:
        return ColorToken::Custom;
    case Kind::True:
    case Kind::False:
        return ColorToken::Development;
    case Kind::Null:
    case Kind::Object:
    case Kind::Array:
        return ColorToken::MutedText;
    }
    Q_UNREACHABLE();
}

QString valueOf(const QModelIndex &index, Kind kind)
{
    const int children = index.data(JsonTreeModel::ChildCountRole).toInt();
    if (kind == Kind::Object)
        return children == 0 ? u"{}"_s : JsonDelegate::tr("{ %n member(s) }", nullptr, children);
    if (kind == Kind::Array)
        return children == 0 ? u"[]"_s : JsonDelegate::tr("[ %n item(s) ]", nullptr, children);
    return index.data(JsonTreeModel::ValueRole).toString().left(longestDrawn);
}

class Pen {
public:
    Pen(QPainter &painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_metrics(option.font)
        , m_room(option.rect.adjusted(Metrics::space(1), 0, -Metrics::space(1), 0))
    {
    }
    void write(const QString &text, const QColor &ink)
    {
        if (m_room.width() <= 0)
            return;
        const QString drawn = m_metrics.elidedText(text, Qt::ElideRight, m_room.width());
        m_painter.setPen(ink);
        m_painter.drawText(m_room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, drawn);
        m_room.setLeft(m_room.left() + m_metrics.horizontalAdvance(drawn));
    }

private:
    QPainter &m_painter;
    QFontMetrics m_metrics;
    QRect m_room;
};

} // namespace

void JsonDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Scheme scheme = schemeOf(option.palette);
    const auto kind = Kind(index.data(JsonTreeModel::KindRole).toInt());
    painter->save();
    painter->setFont(option.font);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, color(ColorToken::Hover, scheme));
    Pen pen(*painter, option);
    const QString name = index.data(JsonTreeModel::NameRole).toString();
    if (!name.isEmpty())
        pen.write(name.left(longestDrawn) + u": "_s, color(ColorToken::Text, scheme));
    pen.write(valueOf(index, kind), color(ink(kind), scheme));
    if (index.data(JsonTreeModel::RepeatedRole).toBool()) {
        //: Behind a member of a JSON object
        pen.write(
            u"  "_s + tr("name stands here a second time"), color(ColorToken::Warning, scheme));
    }
    painter->restore();
}

QSize JsonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {Metrics::space(40), qRound(QFontMetrics(option.font).height() * 1.35)};
}

} // namespace desk
