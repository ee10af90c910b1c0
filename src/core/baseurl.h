// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QString>
#include <QUrl>

namespace desk {

//! Why an address is not taken as the base URL of an API.
enum class BaseUrlProblem {
    Missing,
    TooLong,
    UserInfo, //!< a user name or password stands in it
    QueryOrFragment,
    NotAnAddress,
    NotWhole, //!< without scheme or host
    PlainHttp, //!< http to a host other than this machine: the key would travel unencrypted
    OtherScheme, //!< neither https nor http
};

constexpr qsizetype longestBaseUrl = 2000;

/*!
 * The base URL a person typed: https, or http on this machine; without user, query, fragment,
 * blanks around it and trailing slashes (kombo-api.md 1 says how paths are joined to it).
 */
Result<QUrl, BaseUrlProblem> checkBaseUrl(const QString &text);

} // namespace desk
