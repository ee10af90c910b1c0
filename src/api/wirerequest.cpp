// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wirerequest.h"

#include "core/connectlink.h"
#include "core/tokencheck.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace desk {

bool isAddressForKey(const QUrl &url)
{
    return !url.host().isEmpty()
        && (url.scheme() == "https"_L1
            || (url.scheme() == "http"_L1 && isLoopbackHost(url.host())));
}

WireRequest wireRequest(const ApiRequest &request, const ApiAccess &access)
{
    WireRequest wire{wireName(request.method),
        endpointUrl(access.baseUrl, request.path, request.query),
        {{"Accept", "application/json"}, {"User-Agent", "ConnectDesk/" DESK_VERSION}},
        request.body};
    // Qt writes header values as they are: a line break in one would begin a header of its own. A
    // release build rather sends no key than one that breaks the contract.
    if (isSaneToken(access.apiKey.reveal()) && isAddressForKey(access.baseUrl))
        wire.headers.emplaceBack("Authorization", "Bearer " + access.apiKey.reveal().toLatin1());
    if (!request.body.isEmpty())
        wire.headers.emplaceBack("Content-Type", "application/json");
    for (const auto &[name, value] : request.headers) {
        if (isSaneToken(QString::fromLatin1(value)))
            wire.headers.append({name, value});
    }
    return wire;
}

QNetworkRequest networkRequest(const WireRequest &request)
{
    QNetworkRequest network(request.url);
    network.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    network.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    network.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    network.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const auto &[name, value] : request.headers)
        network.setRawHeader(name, value);
    return network;
}

} // namespace desk
