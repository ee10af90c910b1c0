// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationreading.h"

using namespace Qt::StringLiterals;

namespace desk {

KnownIntegration knownFrom(
    const QString &profileId, const IntegrationDetails &details, const QDateTime &readAt)
{
    KnownIntegration known;
    known.profileId = profileId;
    known.id = details.id;
    known.tool = details.toolId;
    known.category = details.category;
    known.organization = details.organization;
    known.email = details.email.value_or(QString());
    known.originId = details.originId.value_or(QString());
    known.status = details.status;
    known.setupStatus = details.setupStatus;
    known.firstSeenAt = readAt;
    known.lastReadAt = readAt;
    return known;
}

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
