// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"

namespace desk {

//! What a refusal says about the key itself.
enum class KeyVerdict {
    Wrong, //!< revoked, mistyped, or of another environment or region
    NotFromHere, //!< right perhaps, but this network may not use it
    NotKnown, //!< nobody judged it: no connection, no proof of identity, no time, no sense
};

KeyVerdict verdictOf(const ApiError &error);

} // namespace desk
