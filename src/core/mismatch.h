// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectdetails.h"
#include "integration.h"
#include "integrationdetails.h"

#include <QList>
#include <QString>

namespace desk {

//! What is compared when a flow has ended.
enum class ComparedValue {
    Organization,
    Email,
    OriginId,
    IntegrationId, //!< of links for an integration that was there before
};

//! A value of the resolved integration that is not the one the link was made for.
struct Mismatch {
    ComparedValue value = ComparedValue::Organization;
    QString asked; //!< empty if nothing was asked for
    QString found; //!< empty if the integration has none

    friend bool operator==(const Mismatch &, const Mismatch &) = default;
};

/*!
 * Whether this is the client the link was made for: organization, email and origin ID, compared as
 * they stand (email without regard to case). A value that the API leaves out is a mismatch too if
 * one was asked for, except for the email, which it may not know (kombo-api.md 5.3).
 */
QList<Mismatch> mismatchesBetween(
    const ConnectDetails &details, const ResolvedIntegration &integration);
//! The same about an integration that was read by its id (kombo-api.md 5.5).
QList<Mismatch> mismatchesBetween(
    const ConnectDetails &details, const IntegrationDetails &integration);

/*!
 * Whether this is the integration that a link was made for. A reconnection is presumed to keep the
 * id (kombo-api.md 5.8), so another one means that somebody should look.
 */
QList<Mismatch> mismatchesBetween(
    const QString &integrationId, const ResolvedIntegration &integration);

} // namespace desk

Q_DECLARE_METATYPE(desk::Mismatch)
