// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "exitcode.h"

namespace desk {

ExitCode exitCodeFor(ApiError::Kind kind)
{
    switch (kind) {
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::NetworkNotAllowed:
        return ExitCode::NotAccepted;
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
        return ExitCode::Refused;
    case ApiError::Kind::RateLimited:
        return ExitCode::RateLimited;
    case ApiError::Kind::Transport:
    case ApiError::Kind::Tls:
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Redirect:
    case ApiError::Kind::Server:
    case ApiError::Kind::Protocol:
    case ApiError::Kind::TooLarge:
        return ExitCode::NoGoodAnswer;
    }
    Q_UNREACHABLE();
}

ExitCode exitCodeFor(const LinkError &)
{
    return ExitCode::NoGoodAnswer;
}

ExitCode exitCodeFor(const FlowFailure &)
{
    return ExitCode::NoGoodAnswer;
}

} // namespace desk
