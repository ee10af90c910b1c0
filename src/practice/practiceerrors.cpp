// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceerrors.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Error {
    QLatin1StringView code;
    int status;
    QLatin1StringView title;
};

// Of two codes with one status, the more usual one comes first.
constexpr std::array errors{
    Error{"PLATFORM.INPUT_INVALID"_L1, 400, "Input not valid"_L1},
    Error{"PLATFORM.AUTHENTICATION_INVALID"_L1, 401, "Key not valid"_L1},
    Error{"PLATFORM.IP_NOT_WHITELISTED"_L1, 403, "Address not allowed"_L1},
    Error{"PLATFORM.INTEGRATION_NOT_FOUND"_L1, 404, "Not found"_L1},
    Error{"PLATFORM.RATE_LIMIT_EXCEEDED"_L1, 429, "Too many requests"_L1},
    Error{"PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"_L1, 429, "Too many actions at a time"_L1},
    Error{"PLATFORM.UNKNOWN_ERROR"_L1, 500, "Unknown error"_L1},
    Error{"PLATFORM.TASK_TIMED_OUT"_L1, 504, "Task timed out"_L1},
};

const Error *findCode(const QString &code)
{
    const auto *const found = std::find_if(
        errors.begin(), errors.end(), [&code](const Error &error) { return error.code == code; });
    return found == errors.end() ? nullptr : found;
}

} // namespace

int statusOfCode(const QString &code)
{
    const Error *const error = findCode(code);
    return error ? error->status : 500;
}

QString codeOfStatus(int status)
{
    const auto *const found = std::find_if(errors.begin(), errors.end(),
        [status](const Error &error) { return error.status == status; });
    return found == errors.end() ? QString() : QString(found->code);
}

QString titleOfCode(const QString &code)
{
    const Error *const error = findCode(code);
    return error ? QString(error->title) : QString();
}

} // namespace desk
