// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectcontroller.h"

#include "api/komboclient.h"

#include <utility>

namespace desk {

ConnectController::ConnectController(DriverSource driver, QObject *parent)
    : QObject(parent)
    , m_driver(std::move(driver))
{
}

ConnectController::~ConnectController() = default;

void ConnectController::start(const std::shared_ptr<KomboClient> &client, const ProfileTag &profile,
    const LinkOrder &order, ConnectSession::Options options)
{
    if (hasLiveSession()) {
        Q_EMIT refusedWhileLive();
        return;
    }
    retireSession();
    m_client = client;
    m_profile = profile;
    // A magic link is not opened here, so the browser engine may stay asleep.
    FlowDriver *driver = order.linkType() == LinkType::Embedded ? m_driver() : nullptr;
    m_session = std::make_unique<ConnectSession>(*m_client, driver, order, options);
    connect(
        m_session.get(), &ConnectSession::secretLearned, this, &ConnectController::secretLearned);
    Q_EMIT sessionStarted(m_session.get());
    m_session->start();
}

// An ended session may still be in the middle of telling that it ended, and needs its client for
// as long as it is there.
void ConnectController::retireSession()
{
    if (!m_session)
        return;
    ConnectSession *session = m_session.release();
    connect(session, &QObject::destroyed, session, [kept = m_client] {});
    session->deleteLater();
}

} // namespace desk
