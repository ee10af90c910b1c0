// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "mismatch.h"

namespace desk {

namespace {

template <typename Integration>
QList<Mismatch> clientMismatches(const ConnectDetails &details, const Integration &integration)
{
    QList<Mismatch> mismatches;
    if (details.organization != integration.organization) {
        mismatches.append(
            {ComparedValue::Organization, details.organization, integration.organization});
    }
    if (integration.email && details.email.compare(*integration.email, Qt::CaseInsensitive) != 0) {
        mismatches.append({ComparedValue::Email, details.email, *integration.email});
    }
    const QString askedOrigin = details.originId.value_or(QString());
    const QString foundOrigin = integration.originId.value_or(QString());
    if (askedOrigin != foundOrigin)
        mismatches.append({ComparedValue::OriginId, askedOrigin, foundOrigin});
    return mismatches;
}

} // namespace

QList<Mismatch> mismatchesBetween(
    const ConnectDetails &details, const ResolvedIntegration &integration)
{
    return clientMismatches(details, integration);
}

QList<Mismatch> mismatchesBetween(
    const ConnectDetails &details, const IntegrationDetails &integration)
{
    return clientMismatches(details, integration);
}

QList<Mismatch> mismatchesBetween(
    const QString &integrationId, const ResolvedIntegration &integration)
{
    if (integrationId == integration.id)
        return {};
    return {{ComparedValue::IntegrationId, integrationId, integration.id}};
}

} // namespace desk
