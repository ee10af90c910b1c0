// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/detailscheck.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>

#include <optional>

namespace desk {

class BatchDesk;
class BatchRun;
enum class BatchRowStatus;
struct PlannedRow;

/*!
 * The rows of a table as they would be sent: first what becomes of each, with a check mark for the
 * ones that are sent, then the cells as they stand in the file. Texts are made when they are asked
 * for, so that ten thousand rows cost no more than those that show. The desk must outlive it.
 */
class BatchRowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int statusColumn = 0;
    static constexpr int firstCell = 1;

    explicit BatchRowsModel(BatchDesk &desk, QObject *parent = nullptr);

    //! The desk has another plan.
    void reload();
    //! More is known of duplicates and of what is left out.
    void refresh();
    //! What becomes of the rows is told by that run from now on; null: by the plan.
    void setRun(const BatchRun *run);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

Q_SIGNALS:
    //! On a cell of that column of the table.
    void fieldDropped(int column, desk::DetailsField field);

private:
    bool isRowRunning(int row) const;
    //! What became of it in a run that goes on from there; nothing: it is still to be sent.
    std::optional<BatchRowStatus> before(int row) const;
    QString status(int row) const;
    QString cell(int row, int column) const;
    QString finding(int row, int column) const;
    bool hasProblem(int row, int column) const;
    QVariant statusIcon(int row) const;

    BatchDesk &m_desk;
    QPointer<const BatchRun> m_run;
    QHash<int, qsizetype> m_cellsAt; // where a number stands among the rows of the reading
};

} // namespace desk
