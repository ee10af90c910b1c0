// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

/*!
 * A name without what a hurried typist leaves out: capitals, accents and doubled blanks. Two names
 * that fold alike would answer to the same typing, so that counts as taken.
 */
QString foldedName(const QString &name);

//! How well a name answers to what was typed, the best first.
enum class NameMatch { Whole, Beginning, WordBeginning, Within, None };

//! Both texts are folded; nothing typed is the beginning of every name.
NameMatch matchOf(const QString &foldedName, const QString &foldedTyping);

} // namespace desk
