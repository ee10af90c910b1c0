// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectcontroller.h"

#include "api/komboclient.h"

#include <utility>

namespace desk {

ConnectController::ConnectController(DriverSource driver, BrowserSource browser, QObject *parent)
    : QObject(parent)
    , m_driver(std::move(driver))
    , m_browser(std::move(browser))
{
}

ConnectController::~ConnectController() = default;

void ConnectController::start(const std::shared_ptr<KomboClient> &client, const ProfileTag &profile,
    const LinkOrder &order, const ConnectSession::Options &options)
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

void ConnectController::startAgain()
{
    if (!m_session || m_session->holdsToken())
        return;
    // Copies, since the session goes.
    const LinkOrder order = m_session->order();
    const ConnectSession::Options options = m_session->options();
    const std::shared_ptr<KomboClient> client = m_client;
    const ProfileTag profile = m_profile;
    m_session->cancel();
    start(client, profile, order, options);
}

void ConnectController::continueInBrowser()
{
    if (!m_session || !m_session->isFlowUnfinished())
        return;
    std::unique_ptr<FlowDriver> before = std::exchange(m_browserFlow, m_browser());
    m_session->continueInBrowser(m_browserFlow.get());
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
    if (m_browserFlow)
        m_browserFlow.release()->deleteLater();
}

} // namespace desk
