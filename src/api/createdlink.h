// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"

namespace desk {

//! What create-link answers: the link as it came, not yet checked (ConnectLink::check does that).
struct CreatedLink {
    Secret link;
};

} // namespace desk
