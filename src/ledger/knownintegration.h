// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"

#include "core/integrationdetails.h"

namespace desk {

/*!
 * An integration as it was when the API last told about it (kombo-api.md 5.3, 5.5). status and
 * setupStatus are the API's own words; empty means that it has not told. Times are UTC.
 */
struct KnownIntegration {
    QString profileId;
    QString id;
    QString tool;
    QString category; //!< wire name; empty: not told, so it may be any
    QString organization;
    QString email;
    QString originId;
    QString status;
    QString setupStatus;
    QDateTime firstSeenAt;
    QDateTime lastReadAt;
    QDateTime deletedAt; //!< valid once the API has said that it is gone
    QDateTime followedUpAt; //!< a person has said that nothing more is to be done in this status
};

//! As the API has told it just now (kombo-api.md 5.5).
KnownIntegration knownIntegration(
    const QString &profileId, const IntegrationDetails &details, const QDateTime &readAt);

//! Whom a new link is for.
struct DuplicateQuestion {
    QString profileId;
    QString organization;
    QString email;
    QString originId; //!< empty: none given
    QString tool; //!< empty: chosen in the flow, so the category decides
    QString category;
};

//! An integration that looks as if it were the same client's.
struct Duplicate {
    enum class Reason { OriginId, Organization, EmailDomain };

    KnownIntegration integration;
    Reason reason = Reason::OriginId; //!< the strongest that holds
};

} // namespace desk

Q_DECLARE_METATYPE(desk::KnownIntegration)
Q_DECLARE_METATYPE(desk::Duplicate)
