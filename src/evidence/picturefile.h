// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QImage>
#include <QString>

#include <optional>

namespace desk {

/*!
 * Writes the picture as PNG, whatever the file's name ends with: wholly, or not at all with what
 * was there left alone. Answers with a sentence if that failed.
 */
std::optional<QString> savePicture(const QImage &picture, const QString &path);

} // namespace desk
