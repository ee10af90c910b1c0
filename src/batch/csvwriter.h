// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "csvdialect.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace desk {

//! One row with its line break, each cell quoted, in the bytes of that dialect; characters that
//! Latin-1 has not become question marks. No byte order mark.
QByteArray csvLine(const QStringList &cells, const CsvDialect &dialect);

//! What a file of that dialect begins with; may be empty.
QByteArray csvMark(CsvEncoding encoding);

/*!
 * The text with an apostrophe before it where a spreadsheet would take it for a formula: it begins
 * with =, +, -, @, a tab or a line break, blanks before that not counted.
 */
QString defusedCell(const QString &text);

} // namespace desk
