// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/statepanel.h"

#include "session/connectsession.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QStackedWidget;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace desk {

class FlowDriver;
class FlowLoader;
class FlowSurface;

/*!
 * The right side of the window: shows the flow, says where it stands, and offers what can be done
 * about it. Holds the surface of the running session and, once warmUp() was called, a spare one for
 * the next.
 */
class FlowArea final : public QWidget {
    Q_OBJECT

public:
    //! The loader must outlive the area.
    explicit FlowArea(FlowLoader &loader, QWidget *parent = nullptr);
    ~FlowArea() override;

    //! Starts the browser engine ahead of time. Cheap if it is warm already or cannot start.
    void warmUp();
    //! The driver of a fresh surface, or null if there is no browser engine.
    FlowDriver *takeDriver();
    //! Follows that session until the next one; it must be deleted later than it ended.
    void follow(ConnectSession *session);

    //! What the flow shows now; null if it shows nothing.
    QPixmap grabFlow() const;
    bool isFlowShown() const;
    void focusFlow();

Q_SIGNALS:
    void openInBrowserRequested();
    void newLinkRequested();

private:
    void setUpHeader();
    void showState(ConnectSession::State state);
    void showEmpty();
    void showPanel(const StatePanel::Content &content);
    void showSurface();
    void showStopped();
    void showResolveStopped();
    void showOutcome();
    void showWaiting(std::chrono::milliseconds delay);
    void noteElapsed();
    void trigger();
    void triggerSecond();
    void dropSurface();

    FlowLoader &m_loader;
    ConnectSession *m_session = nullptr;
    std::unique_ptr<FlowSurface> m_surface; // of the session that is followed
    std::unique_ptr<FlowSurface> m_spare;
    QWidget *m_header;
    QLabel *m_status;
    QLabel *m_elapsed;
    QToolButton *m_reload;
    QToolButton *m_openInBrowser;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    QStackedWidget *m_stack;
    StatePanel *m_panel;
    QElapsedTimer m_stepTime;
    QTimer m_tick;
};

} // namespace desk
