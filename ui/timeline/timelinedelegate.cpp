// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/timeline/timelinedelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include "timeline/timelinemodel.h"

namespace desk {

namespace {

using Severity = TimelineEntry::Severity;

struct Look {
    std::optional<IconName> icon;
    ColorToken ink = ColorToken::Text;
};

Look lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Detail:
        return {std::nullopt, ColorToken::MutedText};
    case Severity::Information:
        return {};
    case Severity::Success:
        return {IconName::CircleCheck, ColorToken::Success};
    case Severity::Warning:
        return {IconName::TriangleAlert, ColorToken::Warning};
    case Severity::Error:
        return {IconName::CircleAlert, ColorToken::Danger};
    }
    Q_UNREACHABLE();
}

// Signs in the middle of the type's height look right beside it.
QSize signSize()
{
    const int side = Metrics::iconSize() - Metrics::space(1) / 2;
    return {side, side};
}

} // namespace

void TimelineDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isText = index.column() == TimelineModel::TextColumn;
    const Look look = isText ? lookOf(index.data(TimelineModel::SeverityRole).value<Severity>())
                             : Look{std::nullopt, ColorToken::MutedText};
    option->palette.setColor(QPalette::Text, color(look.ink, schemeOf(option->palette)));
    // Numbers at the right edge would touch what stands beside them.
    if (index.column() == TimelineModel::SinceStartColumn)
        option->text += QChar(0x2002);
    if (!isText)
        return;
    // Room for the sign even where there is none, so that the texts begin below each other.
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = signSize();
    option->decorationAlignment = Qt::AlignCenter;
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    if (look.icon)
        option->icon = icon(*look.icon, isSelected ? ColorToken::AccentText : look.ink);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(Metrics::space(6));
    return size;
}

} // namespace desk
