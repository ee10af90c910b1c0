// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectsession.h"

#include "core/profiletag.h"

#include <QObject>

#include <functional>
#include <memory>

namespace desk {

class KomboClient;

/*!
 * Runs connect sessions, one at a time. Stands between the window and the layers that send and
 * show: the window asks it, and binds to the session it hands out. A session stays with the client
 * and the profile it was started with, whichever profile is chosen meanwhile.
 */
class ConnectController : public QObject {
    Q_OBJECT

public:
    //! Gives a driver that has shown nothing yet, or null if there is no browser engine. The
    //! driver must live until the next one is asked for; the controller does not own it.
    using DriverSource = std::function<FlowDriver *()>;

    //! Gives a driver that shows a flow in the browser of the system.
    using BrowserSource = std::function<std::unique_ptr<FlowDriver>()>;

    ConnectController(DriverSource driver, BrowserSource browser, QObject *parent = nullptr);
    ~ConnectController() override;

    //! The session that runs or ran last; null before the first.
    ConnectSession *session() const { return m_session.get(); }
    bool hasLiveSession() const { return m_session && m_session->isLive(); }
    //! Of that session.
    const ProfileTag &profile() const { return m_profile; }
    //! Of that session; null before the first.
    const std::shared_ptr<KomboClient> &client() const { return m_client; }

    //! Starts a session, unless one is live (then refusedWhileLive()). The client must not be null.
    void start(const std::shared_ptr<KomboClient> &client, const ProfileTag &profile,
        const LinkOrder &order, const ConnectSession::Options &options = {});
    //! Ends the session and starts one for the same order, with the same client; unless a token
    //! would be lost, or there was no session.
    void startAgain();
    //! The flow of the session goes on in the browser of the system, with the same link.
    void continueInBrowser();

Q_SIGNALS:
    void sessionStarted(desk::ConnectSession *session);
    void refusedWhileLive();
    void secretLearned(const desk::Secret &secret);

private:
    void retireSession();

    DriverSource m_driver;
    BrowserSource m_browser;
    ProfileTag m_profile;
    std::shared_ptr<KomboClient> m_client;
    std::unique_ptr<FlowDriver> m_browserFlow;
    std::unique_ptr<ConnectSession> m_session; // goes before the client and the driver it uses
};

} // namespace desk
