// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/tool.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace desk {

struct CachedTools {
    QList<Tool> tools; //!< in the order of the server
    QDateTime fetchedAt; //!< UTC, and never in the future
};

/*!
 * The file of one tool list: the answer's data as it came, with when it came, so that it is read by
 * the parser of the API and a later version of that finds in it what this one did not look for. May
 * be used in any thread.
 */
namespace ToolFile {

//! Twice what the API may answer with.
constexpr qsizetype largest = qsizetype{16} * 1024 * 1024;

//! Nothing if there is no such file, or one that this version cannot use.
std::optional<CachedTools> read(const QString &path, Category category);

//! Atomic. False if it could not be written; then there is the old file, or none.
bool write(
    const QString &path, Category category, const QJsonObject &data, const QDateTime &fetchedAt);

} // namespace ToolFile

} // namespace desk
