// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

//! Any text as one literal of a language: what it evaluates to is the text, whatever that holds.
namespace desk::ScriptLiteral {

//! In single quotes, where a POSIX shell expands nothing. No shell can take a zero character.
QString posix(const QString &text);

/*!
 * A PowerShell expression in ASCII only: version 5 reads a script without byte order mark in the
 * encoding of the machine. PowerShell takes typographic quotation marks for plain ones, too.
 */
QString powerShell(const QString &text);

//! In double quotes, for Python and for JavaScript. What cannot be seen stands as an escape.
QString python(const QString &text);
QString typeScript(const QString &text);

//! The pieces as literals with the expression between each two, joined by plus signs.
QString joined(
    const QStringList &pieces, QString (*literal)(const QString &text), const QString &between);

//! A Python expression of the type bytes.
QString pythonBytes(const QByteArray &bytes);

//! In double quotes as curl reads them in a configuration file; a zero character ends a line there.
QString curlConfig(const QString &text);
//! The same without the quotes.
QString curlConfigInner(const QString &text);

} // namespace desk::ScriptLiteral
