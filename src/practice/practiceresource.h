// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QString>

namespace desk {

//! A file of resources/practice, by its path there. One that is missing is a mistake in the build.
QByteArray practiceResource(const QString &path);

//! The same, read as JSON; bad JSON is a mistake as well.
QJsonDocument practiceJsonResource(const QString &path);

} // namespace desk
