// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

/*!
 * The text with the characters that HTML's character references stand for: numeric ones, those of
 * its marks, and the names of the Latin-1 letters. What is none, or has no semicolon, stays.
 */
QString withoutEntities(const QString &text);

} // namespace desk
