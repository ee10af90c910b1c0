// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/connectsession.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

/*!
 * The line above a flow: the step it is at, how long that has taken, how much longer the link
 * works, and the orders that are always at hand. Visible while a session is live.
 */
class FlowHeader final : public QWidget {
    Q_OBJECT

public:
    explicit FlowHeader(QWidget *parent = nullptr);

    //! The session must live until the next one is followed, or say that it goes.
    void follow(ConnectSession *session);
    //! Puts a widget between the words and the orders.
    void addTool(QWidget *tool);

Q_SIGNALS:
    void reloadRequested();
    void browserRequested();
    void cancelRequested();

private:
    void showState(ConnectSession::State state);
    void showButtons(ConnectSession::State state);
    void showWaiting(std::chrono::milliseconds delay);
    void showLife();
    void noteElapsed();

    ConnectSession *m_session = nullptr;
    QHBoxLayout *m_row;
    QLabel *m_status;
    QLabel *m_elapsed;
    QLabel *m_life;
    QToolButton *m_reload;
    QToolButton *m_browser;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QElapsedTimer m_stepTime;
    QTimer m_tick;
};

} // namespace desk
