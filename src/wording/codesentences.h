// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"

#include <QString>

#include <optional>

namespace desk {

//! What happened, without a full stop, and what to do about it: the one action that helps.
struct ErrorSentences {
    QString headline;
    QString advice;
};

/*!
 * The sentences for Kombo's error.code (kombo-api.md 4.2 and 4.3); nothing for a code that is not
 * known, which is then told by what kind of error it is.
 */
std::optional<ErrorSentences> sentencesForCode(const ApiError &error);

// The same sentences are told where no code came, only a status.
ErrorSentences sentencesForKey();
ErrorSentences sentencesForNetwork();
ErrorSentences sentencesForNotFound();
ErrorSentences sentencesForRateLimit(const ApiError &error);
ErrorSentences sentencesForRejected();
ErrorSentences sentencesForServer();

} // namespace desk
