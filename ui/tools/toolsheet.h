// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tool.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace desk {

/*!
 * What can be read from a tool and written to it, beside the form: models, actions and features
 * with their status in words, fields below them, and a filter. Stays open while the form is used;
 * Esc closes it.
 */
class ToolSheet final : public QDialog {
    Q_OBJECT

public:
    explicit ToolSheet(QWidget *parent = nullptr);

    //! Another tool keeps the filter; the same tool keeps what is unfolded.
    void present(const Tool &tool, const QString &title, const QString &secondLine);
    //! Shows it at the right edge of its parent's window, and puts the cursor into the filter.
    void openBeside();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addSection(const QString &name, const QList<Coverage> &groups);
    QTreeWidgetItem *addRow(QTreeWidgetItem *parent, const Coverage &coverage);
    void filter();

    Tool m_tool;
    QLabel *m_title;
    QLabel *m_second;
    QLineEdit *m_filter;
    QTreeWidget *m_tree;
    QLabel *m_empty;
};

} // namespace desk
