// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "embeddingrefusal.h"

#include "core/connectlink.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestConsoleLine = 4096;

// Every spelling of an error of Google's that begins with these words.
bool isDisallowedAgent(const QUrl &url)
{
    const QString error = QUrlQuery(url).queryItemValue(u"authError"_s, QUrl::FullyDecoded);
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QByteArray::fromBase64(error.toLatin1(), options).contains("disallowed_useragent");
}

} // namespace

bool refusesEmbedding(const QUrl &url)
{
    if (isLoopbackHost(url.host()))
        return url.path() == "/connect/signin/rejected"_L1;
    if (url.scheme() != "https"_L1 || url.host() != "accounts.google.com"_L1)
        return false;
    static constexpr std::array rejected{
        "/signin/rejected"_L1, "/v3/signin/rejected"_L1, "/signin/v2/rejected"_L1};
    const QString path = url.path();
    const auto isPath = [&path](QLatin1StringView known) { return path == known; };
    return std::any_of(rejected.cbegin(), rejected.cend(), isPath) || isDisallowedAgent(url);
}

QString hostThatRefusesFrames(const QString &consoleMessage)
{
    if (consoleMessage.size() > longestConsoleLine || !consoleMessage.startsWith("Refused to "_L1))
        return {};
    static const QRegularExpression line(
        u"^Refused to (?:display|frame) '([^']+)' (?:in a frame because it set 'X-Frame-Options'"
        "|because an ancestor violates .*frame-ancestors)"_s);
    const auto match = line.match(consoleMessage);
    return match.hasMatch() ? QUrl(match.captured(1)).host(QUrl::FullyEncoded) : QString();
}

} // namespace desk
