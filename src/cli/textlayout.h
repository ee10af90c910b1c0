// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

//! Text for a terminal, in UTF-8; each line ends with a line break.
namespace desk::TextLayout {

//! Labels at the left, values beneath each other.
QByteArray aligned(const QList<std::pair<QString, QString>> &rows);
//! Columns as wide as they need to be; columns in which nothing stands are left out.
QByteArray table(const QList<QStringList> &rows);

} // namespace desk::TextLayout
