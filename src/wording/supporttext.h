// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/integration.h"
#include "core/integrationdetails.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace desk {

//! What is known of an integration when somebody asks for help with it.
struct SupportFacts {
    QString integrationId;
    std::optional<ResolvedIntegration> resolved;
    std::optional<IntegrationDetails> details; //!< count more than resolved
    QDateTime readAt; //!< of the details, UTC
    QString profile; //!< the profile's name
    QString environment; //!< the word for its kind
    QString versions; //!< one line
    std::optional<ApiError> lastError;
};

/*!
 * Plain text for a ticket, one fact a line, times in UTC. The API's own words stand as they came,
 * since whoever reads it searches for them. Holds neither the client's email nor anything that
 * looks like a secret.
 */
QString supportText(const SupportFacts &facts);

} // namespace desk
