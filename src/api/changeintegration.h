// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/integrationdetails.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace desk {

// Calls that change an integration and answer with no more than that they did.

//! DELETE /integrations/{integration_id} (kombo-api.md 5.6); final.
struct DeleteIntegration {
    static ApiRequest request(const QString &integrationId);
};

//! PUT /integrations/{integration_id}/enabled (kombo-api.md 5.7).
struct SetIntegrationEnabled {
    static ApiRequest request(const QString &integrationId, bool enabled);
    static Result<Done, QString> parse(const QJsonObject &data);
};

} // namespace desk
