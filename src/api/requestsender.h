// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/apiaccess.h"

#include <QNetworkAccessManager>
#include <QObject>

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

    //! Sends the request once. The transmission belongs to owner.
    Transmission *send(const ApiRequest &request, QObject *owner);

private:
    ApiAccess m_access;
    QNetworkAccessManager m_manager;
};

} // namespace desk
