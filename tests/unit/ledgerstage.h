// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/openledger.h"

#include <QTemporaryDir>

#include <memory>

namespace desk::test {

//! A moment that tests count from.
inline QDateTime someTime(int secondsLater = 0)
{
    return QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7), Qt::UTC).addSecs(secondsLater);
}

inline Attempt someAttempt(const QString &organization = QStringLiteral("Northwind GmbH"))
{
    Attempt attempt;
    attempt.id = QUuid::createUuid();
    attempt.profile = {QStringLiteral("p1"), QStringLiteral("Production"), ProfileKind::Production};
    attempt.organization = organization;
    attempt.email = QStringLiteral("jo.doe@northwind.example");
    attempt.originId = QStringLiteral("cust-0042");
    attempt.category = QStringLiteral("HRIS");
    attempt.tool = QStringLiteral("personio");
    attempt.request = {{QStringLiteral("end_user_email"), attempt.email}};
    attempt.startedAt = someTime();
    attempt.instance = QStringLiteral("gone");
    return attempt;
}

inline KnownIntegration someIntegration(const QString &id = QStringLiteral("personio:1"))
{
    KnownIntegration integration;
    integration.profileId = QStringLiteral("p1");
    integration.id = id;
    integration.tool = QStringLiteral("personio");
    integration.category = QStringLiteral("HRIS");
    integration.organization = QStringLiteral("Northwind GmbH");
    integration.email = QStringLiteral("jo.doe@northwind.example");
    integration.originId = QStringLiteral("cust-0042");
    integration.status = QStringLiteral("ACTIVE");
    integration.setupStatus = QStringLiteral("COMPLETED");
    integration.firstSeenAt = someTime();
    integration.lastReadAt = someTime();
    return integration;
}

} // namespace desk::test
