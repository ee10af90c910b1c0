// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectcontroller.h"

#include "api/komboclient.h"

#include <utility>

namespace desk {

ConnectController::ConnectController(AccessSource access, DriverSource driver, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
    , m_driver(std::move(driver))
{
}

ConnectController::~ConnectController() = default;

void ConnectController::start(const LinkOrder &order, ConnectSession::Options options)
{
    if (hasLiveSession()) {
        Q_EMIT refusedWhileLive();
        return;
    }
    if (!makeClient())
        return;
    // An ended session may still be in the middle of telling that it ended.
    if (m_session)
        m_session.release()->deleteLater();
    // A magic link is not opened here, so the browser engine may stay asleep.
    FlowDriver *driver = order.linkType() == LinkType::Embedded ? m_driver() : nullptr;
    m_session = std::make_unique<ConnectSession>(*m_client, driver, order, options);
    connect(
        m_session.get(), &ConnectSession::secretLearned, this, &ConnectController::secretLearned);
    Q_EMIT sessionStarted(m_session.get());
    m_session->start();
}

bool ConnectController::makeClient()
{
    if (m_client)
        return true;
    Result<ApiAccess, QString> access = m_access();
    if (!access) {
        Q_EMIT accessFailed(access.error());
        return false;
    }
    Q_EMIT secretLearned(access->apiKey);
    m_client = std::make_unique<KomboClient>(*access);
    return true;
}

} // namespace desk
