// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secreterror.h"

namespace desk {

//! What is known about the key of one profile.
struct KeyState {
    enum class Kind {
        NotNeeded, //!< practice, whose server makes its own
        Unknown, //!< nobody has looked yet, or somebody is looking
        None,
        Keychain,
        ThisSession,
        Unreadable, //!< problem tells why
    };

    Kind kind = Kind::Unknown;
    SecretError::Kind problem = SecretError::Kind::Failed;

    bool isKept() const { return kind == Kind::Keychain || kind == Kind::ThisSession; }
    friend bool operator==(const KeyState &, const KeyState &) = default;
};

} // namespace desk
