// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attempt.h"

#include <QJsonValue>

namespace desk::ledgerguard {

/*!
 * The last look at what is about to be written. Callers hand over nothing secret; should one slip,
 * a link with its token say, it is masked here. Texts are also bounded, and
 * what not every database, table or JSON can hold stands as U+FFFD: NUL, halves of surrogate
 * pairs, U+FFFE and U+FFFF. A byte order mark in front goes. Anything else is given back as it
 * came.
 */

constexpr qsizetype longestText = qsizetype{16} * 1024;
constexpr qsizetype largestRecord = qsizetype{4} * 1024 * 1024;

//! Names and ids: only what has the marks of an address or a header is looked at closely, because a
//! name may look like a token by itself.
QString name(const QString &text);
//! What people and servers say.
QString sentence(const QString &text);
QJsonValue json(const QJsonValue &value);
//! Compact JSON text of the object.
QString document(const QJsonObject &object);
//! A JSON document without what looks secret, compressed; a note in its place if it is too large.
QByteArray packed(const QByteArray &json);
QByteArray unpacked(const QByteArray &bytes);

} // namespace desk::ledgerguard
