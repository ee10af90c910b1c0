// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"
#include "exchange.h"

#include "core/apiaccess.h"

#include <QByteArray>
#include <QUrl>

class QNetworkRequest;

namespace desk {

/*!
 * A request as it goes on the wire in one environment, the key included: what is sent and what is
 * recorded are both made of it. What Qt adds by itself (Host, Connection, Accept-Encoding,
 * Content-Length) is not in here.
 */
struct WireRequest {
    QByteArray method;
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
};

//! See KomboClient for what the access must be like.
WireRequest wireRequest(const ApiRequest &request, const ApiAccess &access);

//! With the rules that hold for every request: no redirects, no cookies, no HTTP/2.
QNetworkRequest networkRequest(const WireRequest &request);

//! Whether the key may travel there: https, or this machine.
bool isAddressForKey(const QUrl &url);

} // namespace desk
