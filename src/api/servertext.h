// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

class Redactor;

//! The longest text of a server that is passed on.
constexpr qsizetype longestServerText = 500;

/*!
 * Foreign text made fit to be shown on one line: no control or invisible characters, blanks
 * collapsed, secrets taken out, and only then cut, so that no half of a secret stays at the cut.
 */
QString plainServerText(
    const QString &text, const Redactor &redactor, qsizetype longest = longestServerText);

/*!
 * What a person would read of an HTML or XML document: no tags, comments, scripts and styles. Not a
 * cleaner for HTML that is shown as such; the result is plain text. Takes time linear in its input.
 */
QString withoutTags(const QString &document);

} // namespace desk
