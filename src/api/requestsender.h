// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"
#include "requestqueue.h"
#include "wirerequest.h"

#include "core/apiaccess.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <array>
#include <memory>

namespace desk {

class Transmission;

/*!
 * Sends every request of one environment; the only class that touches a network manager, and the
 * only one that puts the key on the wire. Never follows a redirect (the key would go with it),
 * keeps no cookies, waves no TLS error through, uses the proxy that the process is set up for. What
 * it started must be gone before it goes, or is silently dropped. Made for one thread.
 */
class RequestSender : public QObject {
    Q_OBJECT

public:
    //! See KomboClient for what the access must be like.
    explicit RequestSender(ApiAccess access, QObject *parent = nullptr);
    ~RequestSender() override;

    const ApiAccess &access() const { return m_access; }
    //! What send() puts on the wire for it.
    WireRequest wireRequest(const ApiRequest &request) const;

    /*!
     * Sends the request once. Requests of different lanes do not wait for each other. The
     * transmission belongs to owner.
     */
    Transmission *send(const ApiRequest &request, int lane, QObject *owner);

private:
    // A manager opens six connections to a host at most, and Qt 6.4 has no call to change that.
    static constexpr int connectionsPerManager = 6;

    QNetworkAccessManager &managerFor(int lane);

    ApiAccess m_access;
    std::array<std::unique_ptr<QNetworkAccessManager>, RequestQueue::lanes / connectionsPerManager>
        m_managers; // made when they are needed; each has a thread of its own
};

} // namespace desk
