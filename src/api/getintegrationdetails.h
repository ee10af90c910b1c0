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
 * GET /integrations/{integration_id} (kombo-api.md 5.5). id, tool, status, setup_status and
 * end_user have to be there; what else a newer server leaves out is empty.
 */
struct GetIntegrationDetails {
    static ApiRequest request(const QString &integrationId);
    static Result<IntegrationDetails, QString> parse(const QJsonObject &data);
};

} // namespace desk
