// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sampledetails.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr std::array sampleDomains{
    "example"_L1, "example.com"_L1, "example.net"_L1, "example.org"_L1};

} // namespace

ConnectDetails sampleDetails()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    return details;
}

bool isSampleAddress(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 1)
        return false;
    const QString domain = u'.' + address.sliced(at + 1).trimmed();
    return std::any_of(sampleDomains.begin(), sampleDomains.end(), [&domain](auto sample) {
        return domain.endsWith(u'.' + QString(sample), Qt::CaseInsensitive);
    });
}

} // namespace desk
