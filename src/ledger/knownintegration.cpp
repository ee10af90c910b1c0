// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "knownintegration.h"

namespace desk {

KnownIntegration knownIntegration(
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

} // namespace desk
