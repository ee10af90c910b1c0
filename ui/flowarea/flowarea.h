// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/flowarea/flowpanel.h"

#include "session/connectsession.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace desk {

class FlowDriver;
class FlowHeader;
class FlowInstruments;
class FlowLoader;
class FlowSurface;
class Notice;

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

    bool isFlowShown() const;
    void focusFlow();
    //! Of the flow of the session that is followed; null without a browser engine.
    FlowInstruments *instruments() const;

    //! What is written beside the window's own controls, for instance to choose a viewport.
    FlowHeader *header() const { return m_header; }

Q_SIGNALS:
    void continueInBrowserRequested();
    void newLinkRequested();
    void startAgainRequested();
    void tokenWanted();
    void cancelRequested();
    //! A flow that had stopped was asked whether anything came of it.
    void lookedAgain();

private:
    void showState(ConnectSession::State state);
    void showPanel(const FlowPanel &panel);
    void showSurface();
    void showSuggestion();
    void showLife(LinkLife::Stage stage);
    void noteLook();
    void perform(FlowAction action);
    QString engineProblem() const;
    void dropSurface();

    FlowLoader &m_loader;
    ConnectSession *m_session = nullptr;
    std::unique_ptr<FlowSurface> m_surface; // of the session that is followed
    std::unique_ptr<FlowSurface> m_spare;
    FlowHeader *m_header;
    Notice *m_hint;
    FlowAction m_hintAction = FlowAction::None;
    QStackedWidget *m_stack;
    StatePanel *m_statePanel;
    FlowPanel m_panel;
};

} // namespace desk
