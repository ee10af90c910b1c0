// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include "core/linkoptions.h"

#include <QString>

namespace desk {

// Both answer like create-link, so CreateLink::parse() reads them.

//! POST /integrations/{integration_id}/relink (kombo-api.md 5.8).
struct CreateReconnectionLink {
    static ApiRequest request(const QString &integrationId, const ReconnectionOptions &options);
};

//! POST /integrations/{integration_id}/setup-link (kombo-api.md 5.9).
struct CreateSetupLink {
    static ApiRequest request(const QString &integrationId, const SetupOptions &options);
};

} // namespace desk
