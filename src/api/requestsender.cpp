// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "requestsender.h"

#include "onewaybody.h"
#include "outsideproxies.h"
#include "transmission.h"

#include "core/logging.h"
#include "core/tokencheck.h"

#include <QNetworkRequest>

#include <utility>

namespace desk {

namespace {

// deleteResource() cannot carry a body, and post() is the same as this.
QNetworkReply *sendOnce(
    QNetworkAccessManager &manager, const QNetworkRequest &network, const WireRequest &wire)
{
    auto *body = new OneWayBody(wire.body);
    QNetworkReply *reply = manager.sendCustomRequest(network, wire.method, body);
    body->setParent(reply);
    return reply;
}

} // namespace

RequestSender::RequestSender(ApiAccess access, QObject *parent)
    : QObject(parent)
    , m_access(std::move(access))
{
    Q_ASSERT(isAddressForKey(m_access.baseUrl));
    Q_ASSERT(isSaneToken(m_access.apiKey.reveal()));
}

RequestSender::~RequestSender() = default;

WireRequest RequestSender::wireRequest(const ApiRequest &request) const
{
    return desk::wireRequest(request, m_access);
}

Transmission *RequestSender::send(const ApiRequest &request, int lane, QObject *owner)
{
    const WireRequest wire = wireRequest(request);
    qCDebug(lcApi) << "sending" << request.name << "to" << m_access.baseUrl.host();
    QNetworkAccessManager &manager = managerFor(lane);
    const QNetworkRequest network = networkRequest(wire);
    QNetworkReply *reply = nullptr;
    switch (request.method) {
    case ApiRequest::Method::Get:
        reply = manager.get(network);
        break;
    case ApiRequest::Method::Post:
        reply = sendOnce(manager, network, wire);
        break;
    case ApiRequest::Method::Put:
        reply = manager.put(network, wire.body);
        break;
    case ApiRequest::Method::Patch:
        reply = manager.sendCustomRequest(network, wire.method, wire.body);
        break;
    case ApiRequest::Method::Delete:
        reply = sendOnce(manager, network, wire);
        break;
    }
    return new Transmission(reply, request, owner);
}

QNetworkAccessManager &RequestSender::managerFor(int lane)
{
    Q_ASSERT(lane >= 0 && lane < RequestQueue::lanes);
    std::unique_ptr<QNetworkAccessManager> &manager =
        m_managers.at(static_cast<std::size_t>(lane / connectionsPerManager));
    if (!manager) {
        manager = std::make_unique<QNetworkAccessManager>();
        manager->setProxyFactory(new OutsideProxies); // which it owns
    }
    return *manager;
}

} // namespace desk
