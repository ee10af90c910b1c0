// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/connectlink.h"
#include "session/flowdriver.h"

namespace desk {

//! How a verb ended, for scripts. The numbers are part of the interface (design section 5).
enum class ExitCode {
    Done = 0,
    Other = 1,
    Usage = 2, //!< wrong usage, or input refused before anything was sent
    NotAccepted = 3, //!< the key, or the network it was used from
    Refused = 4, //!< by the API, whatever else the reason
    NoGoodAnswer = 5, //!< none, a bad one, server trouble, or a flow that cannot be shown
    RateLimited = 6,
    Closed = 7, //!< before finishing, by the end user or by Ctrl+C
    TimedOut = 8, //!< while the flow was open, or its link has expired
    WrongClient = 9, //!< resolved, but not the client that was asked for
};

ExitCode exitCodeFor(ApiError::Kind kind);
ExitCode exitCodeFor(const LinkError &error);
ExitCode exitCodeFor(const FlowFailure &failure);

} // namespace desk
