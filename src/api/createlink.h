// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"
#include "createdlink.h"

#include "core/connectdetails.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * POST /connect/create-link (kombo-api.md 5.2). Category, language, both switches and the link type
 * are always sent, as Kombo's own SDK does; what is not there is left out rather than sent as null,
 * whose effect is not known everywhere. An empty text is never sent.
 */
struct CreateLink {
    //! The details have passed checkDetails().
    static ApiRequest request(const ConnectDetails &details);
    static QJsonObject body(const ConnectDetails &details);
    static Result<CreatedLink, QString> parse(const QJsonObject &data);
};

} // namespace desk
