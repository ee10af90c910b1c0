// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"
#include "pagewalk.h"

#include "core/integrationfield.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace desk {

// Ids are sane tokens (core/tokencheck.h); a cursor is whatever the page before said.

//! GET /integrations/{integration_id}/integration-fields (kombo-api.md 5.11), one page.
struct GetIntegrationFields {
    static constexpr int pageSize = 2000; //!< the most the API gives
    static ApiRequest request(const QString &integrationId, const QString &cursor);
    static Result<Page<IntegrationField>, QString> parse(const QJsonObject &data);
};

//! PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}
struct UpdateIntegrationField {
    //! Null is for the server to interpret; what it does is not published.
    static ApiRequest request(const QString &integrationId, const QString &fieldId,
        std::optional<bool> enablePassthrough);
    static Result<IntegrationField, QString> parse(const QJsonObject &data);
};

} // namespace desk
