// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jsonoutline.h"

#include <QAbstractItemModel>
#include <QList>

namespace desk {

/*!
 * A JSON text for a tree view: one column, the document's members at the top. DisplayRole is the
 * line as a person reads it, "name: value".
 */
class JsonTreeModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole, //!< of a member; an item of an array has its number
        ValueRole, //!< see JsonOutline::value()
        KindRole, //!< JsonOutline::Kind as int
        ChildCountRole,
        RepeatedRole, //!< bool: an earlier member has that name
        PlainValueRole,
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setText(const QString &text);
    const JsonOutline &outline() const { return m_outline; }

    /*!
     * Every node whose name or value holds the text, in whatever case, in the order of the
     * document; none for an empty text.
     */
    QModelIndexList foundIn(const QString &text) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    bool isScalarDocument() const;
    QModelIndex indexOf(int node) const;
    int nodeOf(const QModelIndex &index) const;
    QString nameOf(int node) const;
    QString lineOf(int node) const;

    JsonOutline m_outline;
};

} // namespace desk
