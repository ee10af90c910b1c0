// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/history.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

class HistoryFilterChips;
class HistoryFilterMenu;
class HistoryList;
class Notice;
class StatePanel;

/*!
 * The attempts that the ledger remembers, to be searched, narrowed down and opened; for the left
 * area of the window. Shows what the history reads and asks for nothing by itself before start().
 */
class HistorySidebar final : public QWidget {
    Q_OBJECT

public:
    //! The history must outlive it.
    explicit HistorySidebar(History &history, QWidget *parent = nullptr);

    //! Begins to read; for when the window is there.
    void start();
    //! Ctrl+F.
    void focusSearch();
    //! Marks the row of the attempt that the page shows; null: none.
    void choose(const QUuid &id);
    void setMasked(bool masked);
    //! What is searched for and narrowed down to; for an export of what is shown.
    AttemptQuery query() const;

Q_SIGNALS:
    void attemptChosen(const QUuid &id);
    //! From the empty state: there is nothing to look back on yet.
    void newConnectionRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeSearchRow();
    void connectHistory();
    void search();
    void clearAll();
    void showState();
    void showStatePanel();
    void showCount();
    void showFilterButton();
    void showBin();
    void describeRows();
    void takeAction();
    void deleteAttempt(const QUuid &id);
    void showMenu(const QPoint &position);
    bool isNarrowed() const;

    History &m_history;
    HistoryFilterMenu *m_filterMenu;
    HistoryFilterChips *m_chips;
    HistoryList *m_list;
    StatePanel *m_state;
    QStackedWidget *m_stack;
    Notice *m_bin;
    QLabel *m_count;
    QLineEdit *m_search = nullptr;
    QToolButton *m_filterButton = nullptr;
    QTimer m_slow; // a search that takes longer says so
    QTimer m_typing;
    bool m_isSlow = false;
    bool m_isMasked = false;
};

} // namespace desk
