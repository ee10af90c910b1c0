// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timelinemodel.h"

#include "timelineexport.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString counted(const QString &sentence, int count)
{
    return count > 1 ? sentence + u" ×"_s + QString::number(count) : sentence;
}

// Tool tips take what looks like markup for markup; a page must not put its own there.
QString plainToolTip(const QString &text)
{
    return u"<p>%1</p>"_s.arg(text.toHtmlEscaped());
}

} // namespace

TimelineModel::TimelineModel(TimelineWords words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{
}

void TimelineModel::setTimeline(SessionTimeline *timeline)
{
    if (m_timeline)
        m_timeline->disconnect(this);
    m_timeline = timeline;
    if (timeline) {
        connect(timeline, &SessionTimeline::appended, this, &TimelineModel::takeAppended);
        connect(timeline, &SessionTimeline::lastChanged, this, &TimelineModel::takeLastChanged);
        connect(timeline, &SessionTimeline::removing, this, &TimelineModel::takeRemoving);
        connect(timeline, &SessionTimeline::rewritten, this, &TimelineModel::readAgain);
        connect(timeline, &QObject::destroyed, this, &TimelineModel::clear);
    }
    readAgain();
}

void TimelineModel::readAgain()
{
    beginResetModel();
    m_lines.clear();
    if (m_timeline) {
        for (const TimelineEntry &entry : m_timeline->entries())
            m_lines.append(lineOf(entry));
    }
    refilter();
    endResetModel();
}

void TimelineModel::clear()
{
    beginResetModel();
    m_lines.clear();
    refilter();
    endResetModel();
}

void TimelineModel::setFilter(const Filter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_filterWords = filter.text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
    refilter();
    endResetModel();
}

const TimelineEntry &TimelineModel::entryAt(int row) const
{
    const quint64 number = m_shown.at(row);
    const auto line = std::lower_bound(m_lines.cbegin(), m_lines.cend(), number,
        [](const Line &each, quint64 wanted) { return each.entry.number < wanted; });
    return line->entry;
}

int TimelineModel::rowOf(quint64 number) const
{
    const auto found = std::lower_bound(m_shown.cbegin(), m_shown.cend(), number);
    return found == m_shown.cend() || *found != number ? -1 : int(found - m_shown.cbegin());
}

QList<TimelineEntry> TimelineModel::shownEntries() const
{
    QList<TimelineEntry> entries;
    entries.reserve(m_shown.size());
    for (int row = 0; row < m_shown.size(); ++row)
        entries.append(entryAt(row));
    return entries;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOfAll;
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineEntry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown(entry, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(shown(entry, index.column()));
    case Qt::TextAlignmentRole:
        return int(index.column() == SinceStartColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                      : Qt::AlignLeft | Qt::AlignVCenter);
    case EntryRole:
        return QVariant::fromValue(entry);
    case RawRole:
        return raw(entry, index.column());
    case SeverityRole:
        return QVariant::fromValue(entry.severity);
    default:
        return {};
    }
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(section == SinceStartColumn ? Qt::AlignRight : Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ClockColumn:
        //: Heading of a column: the time of day
        return tr("Clock");
    case SinceStartColumn:
        //: Heading of a column: the time since a session began
        return tr("Elapsed");
    case KindColumn:
        //: Heading of a column: what sort of thing happened
        return tr("Kind");
    case TextColumn:
        //: Heading of a column
        return tr("What happened");
    default:
        return {};
    }
}

QString TimelineModel::shown(const TimelineEntry &entry, int column) const
{
    switch (column) {
    case ClockColumn:
        return clockText(entry.at);
    case SinceStartColumn:
        return sinceStartText(entry.sinceStart);
    case KindColumn:
        return m_words.groupName(entry.group);
    default:
        return counted(m_words.sentence(entry), entry.count);
    }
}

QVariant TimelineModel::raw(const TimelineEntry &entry, int column) const
{
    switch (column) {
    case ClockColumn:
        return entry.at;
    case SinceStartColumn:
        return qint64{entry.sinceStart.count()};
    case KindColumn:
        return wireName(entry.source);
    default:
        return entry.text;
    }
}

TimelineModel::Line TimelineModel::lineOf(const TimelineEntry &entry) const
{
    const QString all = m_words.sentence(entry) + u'\n' + m_words.groupName(entry.group);
    return {entry, all.toCaseFolded()};
}

bool TimelineModel::letsThrough(const Line &line) const
{
    if (!m_filter.groups.isEmpty() && !m_filter.groups.contains(line.entry.group))
        return false;
    return std::all_of(m_filterWords.cbegin(), m_filterWords.cend(),
        [&line](const QString &word) { return line.searched.contains(word); });
}

void TimelineModel::refilter()
{
    m_shown.clear();
    for (const Line &line : std::as_const(m_lines)) {
        if (letsThrough(line))
            m_shown.append(line.entry.number);
    }
}

void TimelineModel::takeAppended()
{
    const Line line = lineOf(m_timeline->entries().constLast());
    if (!letsThrough(line)) {
        m_lines.append(line);
        return;
    }
    const int row = int(m_shown.size());
    beginInsertRows({}, row, row);
    m_lines.append(line);
    m_shown.append(line.entry.number);
    endInsertRows();
}

void TimelineModel::takeLastChanged()
{
    TimelineEntry &last = m_lines.last().entry;
    last = m_timeline->entries().constLast();
    const int row = rowOf(last.number);
    if (row >= 0)
        Q_EMIT dataChanged(index(row, TextColumn), index(row, TextColumn));
}

void TimelineModel::takeRemoving(qsizetype place)
{
    const int row = rowOf(m_lines.at(place).entry.number);
    if (row < 0) {
        m_lines.removeAt(place);
        return;
    }
    beginRemoveRows({}, row, row);
    m_lines.removeAt(place);
    m_shown.removeAt(row);
    endRemoveRows();
}

} // namespace desk
