// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secret.h"

#include <QStringList>
#include <QUrl>

namespace desk {

/*!
 * What a profile is for; shown as word and colour wherever something may touch a client. Nothing in
 * an answer of the API tells development from production (kombo-api.md 1), so a person says it.
 */
enum class ProfileKind {
    Practice,
    AdHoc, //!< a base URL given on the command line; never kept
    Development,
    Production,
};

/*!
 * One Kombo environment and the right to use it. linkHosts are hosts besides kombo.dev and the
 * base URL's own from which links may come (design: "A link is opened only if").
 */
struct ApiAccess {
    ProfileKind kind = ProfileKind::Practice;
    QUrl baseUrl;
    Secret apiKey;
    QStringList linkHosts;
};

} // namespace desk
