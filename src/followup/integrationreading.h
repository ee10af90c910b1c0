// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/integrationdetails.h"

#include <optional>

// What is made of an answer to GET /integrations/{integration_id} (kombo-api.md 5.5).

namespace desk {

//! An answer about another integration than the one that was asked for is none.
std::optional<ApiError> readingProblem(
    const QString &integrationId, const IntegrationDetails &details, const QString &host);

//! By the code: a 404 alone may come from anything in front of the API.
bool saysNotKnownHere(const ApiError &error);

} // namespace desk
