// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"

#include <QJsonObject>
#include <QString>

namespace desk {

/*!
 * A request below /integrations/{integration_id}. The id must be a sane token (core/tokencheck.h):
 * an empty one, or "..", would ask for something else. path comes behind the id, with its slash.
 */
ApiRequest integrationRequest(const QString &name, ApiRequest::Method method,
    const QString &integrationId, const QByteArray &path = {});

//! As it goes on the wire; an empty object gives "{}".
QByteArray requestBody(const QJsonObject &object);

//! The query of one page of a list; an empty cursor asks for the first.
QByteArray pageQuery(const QString &cursor, int pageSize);

} // namespace desk
