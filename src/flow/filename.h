// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

/*!
 * A name that a page proposes for a file, made into a plain one: no folders, no characters that
 * hide what the name really is (control characters, changes of writing direction), no leading dot,
 * no name that is a device on some system, at most 120 characters with the suffix kept. Never
 * empty.
 */
QString plainFileName(const QString &proposed);

} // namespace desk
