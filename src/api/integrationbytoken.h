// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/integration.h"
#include "core/result.h"
#include "core/secret.h"

#include <QJsonObject>
#include <QString>

namespace desk {

//! GET /connect/integration-by-token/{token} (kombo-api.md 5.3).
struct IntegrationByToken {
    //! The token must not be empty: the bare path would be asked for another thing.
    static ApiRequest request(const Secret &token);
    /*!
     * Texts come as the server sent them; setup_status may be a word that is not known here. json
     * is empty if it would be longer than 64 KiB, and what looks like a secret in it is masked.
     */
    static Result<ResolvedIntegration, QString> parse(const QJsonObject &data);
};

} // namespace desk
