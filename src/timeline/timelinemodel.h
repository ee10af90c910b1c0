// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "sessiontimeline.h"
#include "timelinewords.h"

#include <QAbstractTableModel>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QStringList>

namespace desk {

/*!
 * A timeline as a table, with those entries only that the filter lets through. It filters by itself
 * instead of behind a QSortFilterProxyModel, which takes rows out one run at a time and needs tens
 * of milliseconds for thousands. New entries are appended; changing the filter resets.
 */
class TimelineModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ClockColumn, SinceStartColumn, KindColumn, TextColumn };
    static constexpr int columnCountOfAll = 4;

    enum Role {
        EntryRole = Qt::UserRole, //!< a TimelineEntry
        RawRole, //!< QDateTime in UTC, milliseconds as qint64, wire name of the kind, bare text
        SeverityRole, //!< a TimelineEntry::Severity
    };

    //! No group or an empty text: no filter.
    struct Filter {
        QSet<TimelineEntry::Group> groups;
        QString text; //!< every word of it has to be in the sentence or in the name of the group

        bool isActive() const { return !groups.isEmpty() || !text.isEmpty(); }
        friend bool operator==(const Filter &, const Filter &) = default;
    };

    explicit TimelineModel(TimelineWords words, QObject *parent = nullptr);

    //! Null: empty. A timeline that dies leaves what it had been, empty, too.
    void setTimeline(SessionTimeline *timeline);
    SessionTimeline *timeline() const { return m_timeline; }

    void setFilter(const Filter &filter);
    const Filter &filter() const { return m_filter; }
    //! Without the filter.
    qsizetype entryCount() const { return m_lines.size(); }

    //! The row must exist.
    const TimelineEntry &entryAt(int row) const;
    //! -1 if the filter hides it or it has gone.
    int rowOf(quint64 number) const;
    //! Of those that are in the table now.
    QList<TimelineEntry> shownEntries() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    // Made once: putting thousands of entries into words takes longer than a frame.
    struct Line {
        TimelineEntry entry;
        QString searched; // folded
    };

    Line lineOf(const TimelineEntry &entry) const;
    bool letsThrough(const Line &line) const;
    void readAgain();
    void refilter();
    void takeAppended();
    void takeLastChanged();
    void takeRemoving(qsizetype place);
    void clear();
    QString shown(const TimelineEntry &entry, int column) const;
    QVariant raw(const TimelineEntry &entry, int column) const;

    TimelineWords m_words;
    QPointer<SessionTimeline> m_timeline;
    QList<Line> m_lines;
    // Numbers instead of places, which move when an entry goes; ascending, as the lines are.
    QList<quint64> m_shown;
    Filter m_filter;
    QStringList m_filterWords;
};

} // namespace desk
