// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/integrationdetails.h"
#include "core/integrationfield.h"
#include "core/tool.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

//! What the verbs around a connection print when they are done; each ends with a line break.
namespace desk::AfterReport {

//! The API's data in one line, with what looks like a secret masked: extra properties are unknown
//! ones, so nobody knows that none of them is a token.
QByteArray json(const QJsonObject &data);
QByteArray json(
    const QList<IntegrationField> &integrationFields, const QList<CustomField> &customFields);

QByteArray text(const EnvironmentInfo &info);
QByteArray text(const ToolList &list);
QByteArray text(const IntegrationDetails &details);
QByteArray text(const StartedSync &sync);
QByteArray text(
    const QList<IntegrationField> &integrationFields, const QList<CustomField> &customFields);

} // namespace desk::AfterReport
