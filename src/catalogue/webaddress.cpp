// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "webaddress.h"

#include "core/connectlink.h"

#include <QString>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestAddress = 4096;

} // namespace

bool isWebAddress(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopbackHost(url.host()));
}

QUrl webAddress(const QString &text)
{
    if (text.size() > longestAddress)
        return {};
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return isWebAddress(url) ? url : QUrl();
}

} // namespace desk
