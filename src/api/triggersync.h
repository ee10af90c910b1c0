// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/integrationdetails.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * POST /force-sync (kombo-api.md 5.10), the one call that names the integration in a header, as it
 * is and not percent-encoded. The id must be a sane token (core/tokencheck.h).
 */
struct TriggerSync {
    static ApiRequest request(const QString &integrationId, SyncType type);
    static Result<StartedSync, QString> parse(const QJsonObject &data);
};

} // namespace desk
