// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace desk {

/*!
 * Writes the document as a whole or not at all, in place of a file that is there. Gives the
 * system's reason if it could not.
 */
std::optional<QString> writeExport(const QString &file, const QByteArray &document);

} // namespace desk
