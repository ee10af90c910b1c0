// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace desk {

/*!
 * The cursor of the page that begins at this place of a list. It belongs to the list it was made
 * for and to one run of the server, and cannot be made up.
 */
QString makeCursor(const QString &key, const QString &list, qsizetype place);

//! The place a cursor stands for; nothing if it is not one of this list.
std::optional<qsizetype> readCursor(const QString &key, const QString &list, const QString &cursor);

} // namespace desk
