// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "requestsender.h"

#include "transmission.h"

#include "core/connectlink.h"
#include "core/logging.h"
#include "core/tokencheck.h"

#include <QNetworkRequest>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isAddressForKey(const QUrl &url)
{
    return !url.host().isEmpty()
        && (url.scheme() == "https"_L1
            || (url.scheme() == "http"_L1 && isLoopbackHost(url.host())));
}

QNetworkRequest networkRequest(const ApiAccess &access, const ApiRequest &request)
{
    QNetworkRequest network(endpointUrl(access.baseUrl, request.path));
    network.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    network.setHeader(QNetworkRequest::UserAgentHeader, u"ConnectDesk/" DESK_VERSION ""_s);
    network.setRawHeader("Accept", "application/json");
    if (!request.body.isEmpty())
        network.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    // Qt writes header values as they are: a line break in the key would begin a header of its own.
    // A release build rather sends no key than one that breaks the contract.
    if (isSaneToken(access.apiKey.reveal()) && isAddressForKey(access.baseUrl))
        network.setRawHeader("Authorization", "Bearer " + access.apiKey.reveal().toLatin1());
    return network;
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

Transmission *RequestSender::send(const ApiRequest &request, QObject *owner)
{
    const QNetworkRequest network = networkRequest(m_access, request);
    qCDebug(lcApi) << "sending" << request.name << "to" << m_access.baseUrl.host();
    QNetworkReply *reply = request.method == ApiRequest::Method::Post
        ? m_manager.post(network, request.body)
        : m_manager.get(network);
    return new Transmission(reply, request, owner);
}

} // namespace desk
