// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "tokencheck.h"

#include <algorithm>

namespace desk {

bool isSaneToken(const QString &token)
{
    if (token.isEmpty() || token.size() > maximumTokenLength)
        return false;
    return std::all_of(token.cbegin(), token.cend(),
        [](QChar character) { return character.unicode() > 0x20 && character.unicode() < 0x7F; });
}

} // namespace desk
