// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "framesources.h"

#include "core/connectlink.h"

using namespace Qt::StringLiterals;

namespace desk {

QString frameSources(const ConnectLink &link)
{
    if (!link.isLoopback())
        return u"https:"_s;
    // The syntax of the policy knows no IPv6 addresses.
    if (link.host().contains(u':'))
        return u"https: http:"_s;
    return u"https: http://127.0.0.1:* http://localhost:*"_s;
}

} // namespace desk
