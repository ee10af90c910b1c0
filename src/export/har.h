// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace desk {

/*!
 * The exchanges as one HAR 1.2 document (JSON, UTF-8), in their order. What HAR asks for and we
 * cannot know is -1 or empty, as HAR says; what HAR has no place for stands in fields that begin
 * with an underscore: _number, _endpoint, _attempt, _ending on the entry, _error on a response that
 * did not come or not wholly. Whatever is not UTF-8 text stands as base64. The times of an entry
 * add up to its `time`; connecting counts as sending, because it is not measured apart.
 */
QByteArray harDocument(const QList<Exchange> &exchanges, const QString &creatorVersion);

} // namespace desk
