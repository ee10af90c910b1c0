// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QNetworkProxyFactory>

namespace desk {

/*!
 * The proxies of the system, for the world outside. One that is asked for this computer would send
 * its own localhost, so addresses on this machine are reached without any.
 */
class OutsideProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;
};

} // namespace desk
