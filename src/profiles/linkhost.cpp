// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "linkhost.h"

#include "core/inputtext.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Problem = ProfileError::Problem;

constexpr qsizetype longestHost = 253; // RFC 1035
constexpr qsizetype longestLabel = 63;

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isLabel(const QString &label)
{
    if (label.isEmpty() || label.size() > longestLabel || label.startsWith(u'-')
        || label.endsWith(u'-'))
        return false;
    return std::all_of(label.cbegin(), label.cend(), [](QChar character) {
        return (character >= u'a' && character <= u'z') || isDigit(character) || character == u'-';
    });
}

// A browser reads a host whose last label is a number, 0x and hexadecimal digits included, as an
// IPv4 address (WHATWG URL standard, "ends in a number").
bool isNumber(const QString &label)
{
    if (!label.isEmpty() && std::all_of(label.cbegin(), label.cend(), isDigit))
        return true;
    if (!label.startsWith("0x"_L1))
        return false;
    return std::all_of(label.cbegin() + 2, label.cend(), [](QChar character) {
        return isDigit(character) || (character >= u'a' && character <= u'f');
    });
}

bool isIpv6(const QString &host)
{
    return host.startsWith(u'[') || host.count(u':') > 1;
}

bool isInternational(const QString &host)
{
    return host.startsWith("xn--"_L1) || host.contains(".xn--"_L1)
        || std::any_of(
            host.cbegin(), host.cend(), [](QChar character) { return character.unicode() > 0x7F; });
}

} // namespace

Result<QString, ProfileError::Problem> checkLinkHost(const QString &text)
{
    const QString host = cleanedInput(text).toLower();
    if (host.isEmpty())
        return Unexpected{Problem::Missing};
    if (host.size() > longestHost)
        return Unexpected{Problem::TooLong};
    if (host.contains(u'*'))
        return Unexpected{Problem::Wildcard};
    if (host.contains(u'/') || host.contains(u'@') || host.contains(u'\\'))
        return Unexpected{Problem::WholeAddress};
    if (isIpv6(host))
        return Unexpected{Problem::IpAddress};
    if (host.contains(u':'))
        return Unexpected{Problem::WholeAddress};
    if (isInternational(host))
        return Unexpected{Problem::International};
    const QStringList labels = host.split(u'.');
    if (!std::all_of(labels.cbegin(), labels.cend(), isLabel))
        return Unexpected{Problem::NotAHost};
    if (isNumber(labels.last()))
        return Unexpected{Problem::IpAddress};
    if (labels.size() < 2)
        return Unexpected{Problem::WithoutDot};
    return host;
}

} // namespace desk
