// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "core/result.h"
#include "core/secret.h"

#include <QString>
#include <QUrl>

namespace desk {

// Both errors are one sentence that names what was wrong and never holds any of the text.

/*!
 * The base URL of an ad-hoc profile: https, or http on this machine; without user, query, fragment
 * and trailing slashes.
 */
Result<QUrl, QString> checkedBaseUrl(const QString &text);

//! The API key as a person pasted it into a variable of that name; see core/apikey.h.
Result<Secret, QString> checkedApiKey(const QString &text, const QString &variable);

} // namespace desk
