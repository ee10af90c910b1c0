// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pasttimeline.h"

#include <QAbstractTableModel>

#include <functional>

namespace desk {

/*!
 * A timeline that was kept, as a table with the columns and roles of timeline/timelinemodel.h, so
 * that the same delegate draws both.
 */
class PastTimelineModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using GroupName = QString (*)(TimelineEntry::Group group);
    using Filter = std::function<QString(const QString &text)>;

    //! The pointer must not be null.
    explicit PastTimelineModel(GroupName groupName, QObject *parent = nullptr);

    void setTimeline(const PastTimeline &timeline);
    //! What is done to sentences before they are shown; null: nothing.
    void setFilter(Filter filter);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString shown(const PastTimelineEntry &entry, int column) const;

    GroupName m_groupName;
    Filter m_filter;
    QList<PastTimelineEntry> m_entries;
};

} // namespace desk
