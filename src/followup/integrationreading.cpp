// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationreading.h"

using namespace Qt::StringLiterals;

namespace desk {

std::optional<ApiError> readingProblem(
    const QString &integrationId, const IntegrationDetails &details, const QString &host)
{
    if (details.id == integrationId)
        return std::nullopt;
    ApiError error;
    error.kind = ApiError::Kind::Protocol;
    error.httpStatus = 200;
    error.host = host;
    error.detail = u"data.id is not the id that was asked for"_s;
    return error;
}

bool saysNotKnownHere(const ApiError &error)
{
    return error.code == "PLATFORM.INTEGRATION_NOT_FOUND"_L1;
}

} // namespace desk
