// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace desk {

//! Longest activation token that is believed to be one. The real length is not published.
constexpr qsizetype maximumTokenLength = 4096;

//! Printable ASCII without blanks, not empty, of sane length: what an activation token must be.
bool isSaneToken(const QString &token);

} // namespace desk
