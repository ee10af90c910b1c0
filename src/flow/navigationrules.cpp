// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "navigationrules.h"

#include "core/connectlink.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestPlace = 200;

bool isEmptyDocument(const QUrl &url)
{
    return url.scheme() == "about"_L1 && (url.path() == "blank"_L1 || url.path() == "srcdoc"_L1);
}

} // namespace

bool NavigationRules::allows(const QUrl &target) const
{
    if (target.scheme() == "https"_L1)
        return true;
    if (target.scheme() == "http"_L1)
        return m_loopbackAllowed && isLoopbackHost(target.host());
    return isEmptyDocument(target);
}

QString placeOf(const QUrl &url)
{
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return url.scheme() + u':';
    return (url.host(QUrl::FullyEncoded) + url.path()).left(longestPlace);
}

} // namespace desk
