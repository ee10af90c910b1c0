// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

namespace desk {

/*!
 * The text without the blanks, line breaks and zero-width characters around it, as copying from
 * mails and tables leaves them. Inside, line breaks and tabs become one blank; zero-width
 * characters stay, since emoji and some scripts are written with them.
 */
QString cleanedInput(const QString &text);

//! A character that cannot be seen and has no place in a one-line value (controls, line breaks).
bool hasControlCharacters(QStringView text);

//! The same, or a mark that turns the direction of writing, by which a name can pose as another.
bool hasDeceptiveCharacters(QStringView text);

} // namespace desk
