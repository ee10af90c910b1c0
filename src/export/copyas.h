// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/exchange.h"

#include <QString>

namespace desk {

//! The languages in which an exchange can be repeated elsewhere.
enum class CopyForm { CurlPosix, CurlPowerShell, Python, TypeScript };

//! The form's name for a menu.
QString copyFormName(CopyForm form);

/*!
 * A script that sends the exchange's request again: same method, path, query, headers and body. The
 * key is read from the environment variable CONNECT_DESK_API_KEY, a token of the URL from
 * CONNECT_DESK_TOKEN; neither ever becomes an argument of a process. Nothing of the exchange can
 * leave the literal it stands in, so the text is as safe to run as the request is to send.
 */
QString copyAs(const Exchange &exchange, CopyForm form);

} // namespace desk
