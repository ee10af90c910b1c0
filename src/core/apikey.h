// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"
#include "secret.h"

#include <QString>

namespace desk {

enum class ApiKeyProblem {
    Missing,
    TooLong,
    NotAKey, //!< holds a blank, a line break or a character that no key has
};

/*!
 * An API key as a person pasted it: blanks and line breaks around it and one "Bearer " in front of
 * it are dropped (kombo-api.md 2). What is left must be visible ASCII, since it travels in a
 * header.
 */
Result<Secret, ApiKeyProblem> cleanedApiKey(const QString &text);

} // namespace desk
