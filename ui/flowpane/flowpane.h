// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/guard/productionguard.h"

#include <QWidget>

#include <functional>

namespace desk {

class ConnectController;
class FlowArea;
class FlowLoader;
class FlowOwnerBar;
struct ProfileTag;

/*!
 * The right side of the window as a whole: the flow, whose it is, and what a person can order about
 * it, with the questions that are asked before. Loader and controller must outlive it.
 */
class FlowPane final : public QWidget {
    Q_OBJECT

public:
    FlowPane(FlowLoader &loader, ConnectController &controller, QWidget *parent = nullptr);

    FlowArea *area() const { return m_area; }

    //! Says so if the flow goes on with another profile than the one in use.
    void noteProfile(const ProfileTag &current);

    //! Cancels the flow; asks before a token is given up.
    void cancelFlow();
    void continueInBrowser();
    //! A new link for the same order, in place of this one.
    void startAgain();
    void enterToken();
    //! Calls leave once nothing is open any more, or not at all; asks if something is.
    void endBeforeClosing(const std::function<void()> &leave);

Q_SIGNALS:
    //! "Check again" was pressed: whoever can ask the API about this order should.
    void lookedAgain();

private:
    ConnectController &m_controller;
    ProductionGuard m_guard;
    FlowOwnerBar *m_owner;
    FlowArea *m_area;
};

} // namespace desk
