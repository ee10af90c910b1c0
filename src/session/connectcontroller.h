// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectsession.h"

#include "core/apiaccess.h"
#include "core/result.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace desk {

class KomboClient;

/*!
 * Runs connect sessions, one at a time, for one profile. Stands between the window and the layers
 * that send and show: the window asks it, and binds to the session it hands out.
 */
class ConnectController : public QObject {
    Q_OBJECT

public:
    //! Tells where and with which key to call; asked for when the first link is wanted.
    using AccessSource = std::function<Result<ApiAccess, QString>()>;
    //! Gives a driver that has shown nothing yet, or null if there is no browser engine. The
    //! driver must live until the next one is asked for; the controller does not own it.
    using DriverSource = std::function<FlowDriver *()>;

    ConnectController(AccessSource access, DriverSource driver, QObject *parent = nullptr);
    ~ConnectController() override;

    //! The session that runs or ran last; null before the first.
    ConnectSession *session() const { return m_session.get(); }
    bool hasLiveSession() const { return m_session && m_session->isLive(); }

    /*!
     * Starts a session, unless one is live (then refusedWhileLive()) or there is nobody to call
     * (then accessFailed() with the reason).
     */
    void start(const LinkOrder &order, ConnectSession::Options options = {});

Q_SIGNALS:
    void sessionStarted(desk::ConnectSession *session);
    void refusedWhileLive();
    void accessFailed(const QString &reason);
    void secretLearned(const desk::Secret &secret);

private:
    bool makeClient();

    AccessSource m_access;
    DriverSource m_driver;
    std::unique_ptr<KomboClient> m_client;
    std::unique_ptr<ConnectSession> m_session; // goes before the client it uses
};

} // namespace desk
