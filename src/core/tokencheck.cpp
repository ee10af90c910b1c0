// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "tokencheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

bool isSaneToken(const QString &token)
{
    if (token.isEmpty() || token.size() > maximumTokenLength)
        return false;
    // As a part of a path these two would lead elsewhere, and percent-encoding does not change
    // them.
    if (token == "."_L1 || token == ".."_L1)
        return false;
    return std::all_of(token.cbegin(), token.cend(),
        [](QChar character) { return character.unicode() > 0x20 && character.unicode() < 0x7F; });
}

} // namespace desk
