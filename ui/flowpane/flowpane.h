// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/guard/productionguard.h"

#include <QWidget>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace desk {

class ConnectController;
class ConnectSession;
class ExchangeLog;
class FlowArea;
class FlowLoader;
class FlowOwnerBar;
class TechnicalPanels;
class ViewControl;
class SessionRecord;
struct EvidenceInput;
struct ProfileTag;

/*!
 * The right side of the window as a whole: the flow, whose it is, and what a person can order about
 * it, with the questions that are asked before; below it what those see who look closer. Everything
 * of Parts must outlive it.
 */
class FlowPane final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        FlowLoader &loader;
        ConnectController &controller;
        ExchangeLog &exchanges;
    };

    explicit FlowPane(const Parts &parts, QWidget *parent = nullptr);
    ~FlowPane() override;

    FlowArea *area() const { return m_area; }
    //! The version of Chromium; empty without a browser engine.
    QString engineVersion() const;
    TechnicalPanels *panels() const { return m_panels; }
    //! Where the line between the flow and the panels stands.
    QByteArray splitterState() const;
    void restoreSplitter(const QByteArray &state);

    //! Says so if the flow goes on with another profile than the one in use.
    void noteProfile(const ProfileTag &current);

    //! In a demo the panels stay closed, and what is said beside the page is masked.
    void setDemo(bool on);

    //! Cancels the flow; asks before a token is given up.
    void cancelFlow();
    void continueInBrowser();
    //! A new link for the same order, in place of this one.
    void startAgain();
    void enterToken();
    //! A picture of the flow, to a file.
    void saveScreenshot();
    //! Asks first in a production environment.
    void openDeveloperTools();
    //! Asks what goes into a file about the session that runs or ran last; nothing without one.
    void saveEvidence();
    //! Of the session that runs or ran last; empty without one.
    EvidenceInput evidence() const;
    //! Calls leave once nothing is open any more, or not at all; asks if something is.
    void endBeforeClosing(const std::function<void()> &leave);

Q_SIGNALS:
    //! "Check again" was pressed: whoever can ask the API about this order should.
    void lookedAgain();
    //! For the status line of the window.
    void noted(const QString &text);

private:
    void record(ConnectSession *session);
    QString masked(const QString &text) const;
    void makeView();
    void openEvidence();
    void notePage();

    FlowLoader &m_loader;
    ConnectController &m_controller;
    ProductionGuard m_guard;
    FlowOwnerBar *m_owner;
    FlowArea *m_area;
    TechnicalPanels *m_panels;
    ViewControl *m_view = nullptr;
    QSplitter *m_splitter;
    ExchangeLog &m_exchanges;
    std::unique_ptr<SessionRecord> m_record; // of the session that runs or ran last
};

} // namespace desk
