// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/integrationdetails.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace desk {

//! GET /check-api-key (kombo-api.md 5.1).
struct CheckApiKey {
    static ApiRequest request();
    static Result<EnvironmentInfo, QString> parse(const QJsonObject &data);
};

} // namespace desk
