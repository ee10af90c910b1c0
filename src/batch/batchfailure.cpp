// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchfailure.h"

namespace desk {

namespace {

// Between us and the API: they do not know what became of the request.
bool isGatewayTrouble(int status)
{
    return status == 502 || status == 504;
}

bool isUnknownAfter(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::Transport:
        return !error.neverLeft;
    case ApiError::Kind::Timeout:
    case ApiError::Kind::Protocol:
    case ApiError::Kind::TooLarge:
        return true;
    case ApiError::Kind::Server:
        return isGatewayTrouble(error.httpStatus);
    case ApiError::Kind::Tls:
    case ApiError::Kind::Redirect:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::NetworkNotAllowed:
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::NotFound:
    case ApiError::Kind::Rejected:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isUnknown(const BatchRowFailure &failure)
{
    if (const auto *error = std::get_if<ApiError>(&failure))
        return isUnknownAfter(*error);
    return std::holds_alternative<BatchUnknown>(failure);
}

bool mayGoBack(const ApiError &error)
{
    switch (error.kind) {
    case ApiError::Kind::RateLimited:
    case ApiError::Kind::Unauthorized:
    case ApiError::Kind::NetworkNotAllowed:
    case ApiError::Kind::Tls:
        return true;
    case ApiError::Kind::Transport:
        return error.neverLeft;
    default:
        return false;
    }
}

} // namespace desk
