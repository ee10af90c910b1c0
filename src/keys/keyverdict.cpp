// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keyverdict.h"

namespace desk {

KeyVerdict verdictOf(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Unauthorized:
        return KeyVerdict::Wrong;
    case ApiError::Kind::NetworkNotAllowed:
        return KeyVerdict::NotFromHere;
    default:
        return KeyVerdict::NotKnown;
    }
}

} // namespace desk
