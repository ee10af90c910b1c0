// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

namespace desk {

/*!
 * Foreign text as one line that cannot pretend to be something else: line breaks and tabs become
 * one blank, characters that steer (controls, marks that turn the direction of writing, lone halves
 * of surrogate pairs) stand as their code, such as ⟨U+202E⟩, and what is longer than the bound ends
 * with an ellipsis. Emoji and scripts that join their letters stay as they are.
 */
QString harmlessText(QStringView text, qsizetype longest);

//! The same for texts of several lines: line breaks, tabs and blanks stay.
QString harmlessLines(QStringView text, qsizetype longest);

} // namespace desk
