// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

/*!
 * The candidate that was most likely meant by a word that is none of them; nothing if none comes
 * close. Upper and lower case are alike. Long words are never looked at.
 */
std::optional<QString> nearest(const QString &word, const QStringList &candidates);

} // namespace desk
