// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followuprow.h"

using namespace Qt::StringLiterals;

namespace desk {

QString FollowUpRow::key() const
{
    if (attempt)
        return "attempt:"_L1 + attempt->id.toString(QUuid::WithoutBraces);
    return "integration:"_L1 + profileId + u':' + integrationId();
}

QString FollowUpRow::organization() const
{
    const bool isTold = attempt && !attempt->organization.isEmpty();
    return isTold ? attempt->organization : integration ? integration->organization : QString();
}

QString FollowUpRow::email() const
{
    const bool isTold = attempt && !attempt->email.isEmpty();
    return isTold ? attempt->email : integration ? integration->email : QString();
}

QString FollowUpRow::originId() const
{
    const bool isTold = attempt && !attempt->originId.isEmpty();
    return isTold ? attempt->originId : integration ? integration->originId : QString();
}

QString FollowUpRow::tool() const
{
    const bool isTold = attempt && !attempt->tool.isEmpty();
    return isTold ? attempt->tool : integration ? integration->tool : QString();
}

QString FollowUpRow::category() const
{
    const bool isTold = attempt && !attempt->category.isEmpty();
    return isTold ? attempt->category : integration ? integration->category : QString();
}

QString FollowUpRow::integrationId() const
{
    const bool isTold = attempt && !attempt->integrationId.isEmpty();
    return isTold ? attempt->integrationId : integration ? integration->id : QString();
}

} // namespace desk
