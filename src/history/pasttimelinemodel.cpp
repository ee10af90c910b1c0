// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "pasttimelinemodel.h"

#include "timeline/timelineexport.h"
#include "timeline/timelinemodel.h"

using namespace Qt::StringLiterals;

namespace desk {

PastTimelineModel::PastTimelineModel(GroupName groupName, QObject *parent)
    : QAbstractTableModel(parent)
    , m_groupName(groupName)
{
}

void PastTimelineModel::setTimeline(const PastTimeline &timeline)
{
    beginResetModel();
    m_entries = timeline.entries;
    endResetModel();
}

void PastTimelineModel::setFilter(Filter filter)
{
    beginResetModel();
    m_filter = std::move(filter);
    endResetModel();
}

int PastTimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int PastTimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : TimelineModel::columnCountOfAll;
}

QString PastTimelineModel::shown(const PastTimelineEntry &entry, int column) const
{
    switch (column) {
    case TimelineModel::ClockColumn:
        return clockText(entry.at);
    case TimelineModel::SinceStartColumn:
        return sinceStartText(entry.sinceStart);
    case TimelineModel::KindColumn:
        return m_groupName(entry.group);
    default:
        break;
    }
    const QString sentence = m_filter ? m_filter(entry.sentence) : entry.sentence;
    return entry.count > 1 ? u"%1 ×%2"_s.arg(sentence).arg(entry.count) : sentence;
}

QVariant PastTimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PastTimelineEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(entry, index.column());
    case Qt::ToolTipRole:
        return u"<span>%1</span>"_s.arg(shown(entry, index.column()).toHtmlEscaped());
    case Qt::TextAlignmentRole:
        return int(index.column() == TimelineModel::SinceStartColumn
                ? Qt::AlignRight | Qt::AlignVCenter
                : Qt::AlignLeft | Qt::AlignVCenter);
    case TimelineModel::SeverityRole:
        return QVariant::fromValue(entry.severity);
    default:
        return {};
    }
}

QVariant PastTimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimelineModel::ClockColumn:
        //: Heading of a column: the time of day
        return tr("Clock");
    case TimelineModel::SinceStartColumn:
        //: Heading of a column: the time since a session began
        return tr("Elapsed");
    case TimelineModel::KindColumn:
        //: Heading of a column: what sort of thing happened
        return tr("Kind");
    case TimelineModel::TextColumn:
        //: Heading of a column
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace desk
