// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPointer>
#include <QUuid>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class FollowUpBoard;
class HistorySidebar;
class Memory;
class QuietTabBar;

/*!
 * The left area of the window: what was done, and what waits for somebody. Closed until it is
 * opened. Everything that leaves it is asked for by signal. The memory must outlive it.
 */
class LedgerArea final : public QWidget {
    Q_OBJECT

public:
    enum class Tab { History, FollowUp };

    explicit LedgerArea(Memory &memory, QWidget *parent = nullptr);

    void open(Tab tab);
    //! As it was left, without the cursor.
    void reopen();
    //! Opens that tab, or closes the area if it is the one that shows.
    void toggle(Tab tab);
    void close();
    //! The area is open, or would be if it were not barred.
    bool isOpen() const { return m_isOpen; }
    //! While it is barred it does not show and cannot be opened; afterwards it is as before.
    void setBarred(bool barred);
    void focusSearch();
    //! The attempt whose page is open; null: none.
    void choose(const QUuid &attempt);
    //! Null before the area was opened for the first time.
    HistorySidebar *history() const { return m_history; }

Q_SIGNALS:
    void attemptChosen(const QUuid &attempt);
    void newConnectionRequested();
    void newLinkRequested(const QUuid &attempt);
    // Of the profile in use.
    void reconnectRequested(const QString &integrationId);
    void setupRequested(const QString &integrationId);
    void integrationRequested(const QString &integrationId);
    void copied(const QString &label);

private:
    void showTab(Tab tab);
    void fill();
    void makeHistory();
    void makeFollowUps();
    void showCount();

    Memory &m_memory;
    bool m_isOpen = false;
    bool m_isBarred = false;
    QuietTabBar *m_tabs = nullptr;
    QStackedWidget *m_pages;
    // Made when they are first wanted: the window should be there before them.
    HistorySidebar *m_history = nullptr;
    FollowUpBoard *m_followUps = nullptr;
};

} // namespace desk
