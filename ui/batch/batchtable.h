// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/batch/batchfindings.h"

#include "core/detailscheck.h"

#include <QSplitter>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QListWidget;
class QTableView;
QT_END_NAMESPACE

namespace desk {

class BatchDesk;
class BatchRowsModel;
class BatchRun;

/*!
 * The rows, and below them what is to be said of them, each by row and column; choosing one goes
 * to its cell. The desk must outlive it.
 */
class BatchTable final : public QSplitter {
    Q_OBJECT

public:
    explicit BatchTable(BatchDesk &desk, QWidget *parent = nullptr);

    void reload();
    void refresh();
    //! Null: the plan shows again.
    void setRun(const BatchRun *run);
    //! The findings of the run, which are not worth a new list at each row.
    void showFindings();

Q_SIGNALS:
    //! The row of that number in the table is to be sent again.
    void retryRequested(int number);
    void columnChosen(int column, std::optional<desk::DetailsField> field);

private:
    void makeRetry();
    void noteRetry();
    QWidget *makeFindings();
    void jump(int finding);

    BatchDesk &m_desk;
    const BatchRun *m_run = nullptr;
    BatchRowsModel *m_model;
    QTableView *m_view;
    QAction *m_retry;
    QWidget *m_box = nullptr;
    QLabel *m_title = nullptr;
    QListWidget *m_list = nullptr;
    QList<BatchFinding> m_findings;
};

} // namespace desk
