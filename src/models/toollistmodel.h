// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "toolindex.h"

#include <QAbstractListModel>

namespace desk {

/*!
 * The tools that a query finds, best first. DisplayRole is the tool's title; AccessibleTextRole
 * says everything that a row shows.
 */
class ToolListModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole,
        SecondLineRole, //!< see ToolIndex::secondLine()
        IconUrlRole,
        IconBlackUrlRole,
    };

    using QAbstractListModel::QAbstractListModel;

    //! Keeps the query.
    void setTools(const ToolIndex &tools);
    const ToolIndex &tools() const { return m_tools; }
    void setQuery(const QString &query);
    const QString &query() const { return m_query; }

    //! The row must exist.
    const Tool &toolAt(int row) const;
    //! -1 if the query does not find it.
    int rowOf(const QString &toolId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString spoken(qsizetype position) const;

    ToolIndex m_tools;
    QString m_query;
    QList<qsizetype> m_rows;
};

} // namespace desk
