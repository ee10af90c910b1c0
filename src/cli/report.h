// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "core/connectdetails.h"
#include "core/connectlink.h"
#include "core/integration.h"
#include "core/mismatch.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

//! What verbs print when they are done; each ends with a line break. JSON is one document in one
//! line (design section 5).
namespace desk::Report {

QByteArray integrationJson(const ResolvedIntegration &integration,
    const QList<Mismatch> &mismatches, const QJsonObject &timing);
QByteArray integrationText(const ResolvedIntegration &integration);

QByteArray linkJson(const ConnectLink &link, LinkType type, const QDateTime &expiry);
QByteArray linkText(const ConnectLink &link);

QByteArray practiceJson(const ApiAccess &access);
QByteArray practiceText(const ApiAccess &access);

} // namespace desk::Report
