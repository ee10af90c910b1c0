// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historymodel.h"

#include <QTableView>
#include <QUuid>

namespace desk {

class HistoryDelegate;

/*!
 * The rows of a HistoryModel, which reads on while one scrolls. What is chosen and what is in sight
 * stay as they are while others are written, however far down one has scrolled. A table of one
 * column, since Qt's lists lay out every row anew when one is added.
 */
class HistoryList final : public QTableView {
    Q_OBJECT

public:
    explicit HistoryList(HistoryModel &model, QWidget *parent = nullptr);

    //! Null: none.
    QUuid chosen() const { return m_chosen; }
    //! Marks the row, if it was read, without telling anybody.
    void choose(const QUuid &id);
    void setMasked(bool masked);

Q_SIGNALS:
    //! By mouse or keyboard.
    void attemptChosen(const QUuid &id);
    //! The Delete key.
    void deletionWanted(const QUuid &id);
    //! Up from the first row: to what stands above.
    void leftUpwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void measure();
    void noteVisible();
    void keepPlace(int first, int last);
    void markChosen();
    void tellChosen();
    QUuid currentId() const;

    HistoryModel &m_history;
    HistoryDelegate *m_delegate;
    QUuid m_chosen;
};

} // namespace desk
