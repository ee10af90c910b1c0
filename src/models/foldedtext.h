// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

/*!
 * The text as a search sees it: case and accents are alike, and so are the letters that people
 * without such a key type in their place (ø and o, ß and ss).
 */
QString foldedText(const QString &text);

} // namespace desk
