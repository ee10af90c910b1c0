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

//! GET /integrations/{integration_id}/custom-fields (kombo-api.md 5.11), one page.
struct GetCustomFields {
    static constexpr int pageSize = 250; //!< the most the API gives
    static ApiRequest request(const QString &integrationId, const QString &cursor);
    static Result<Page<CustomField>, QString> parse(const QJsonObject &data);
};

//! PUT /integrations/{integration_id}/custom-fields/{custom_field_id}
struct UpdateCustomFieldMapping {
    //! Absent removes the mapping.
    static ApiRequest request(const QString &integrationId, const QString &customFieldId,
        const std::optional<QString> &integrationFieldId);
    static Result<CustomField, QString> parse(const QJsonObject &data);
};

} // namespace desk
