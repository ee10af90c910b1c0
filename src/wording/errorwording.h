// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "api/apierror.h"
#include "core/connectlink.h"
#include "session/flowdriver.h"

#include <QString>

#include <chrono>

namespace desk {

/*!
 * An error as it is told to a person: what happened, what it means and what to do in plain words;
 * what Kombo said and the codes apart, for those who look closer. All of it is plain text.
 */
struct ErrorMessage {
    QString headline; //!< one sentence, no full stop: what happened
    QString advice; //!< one or two sentences: what it means and what to do
    QString serverSays; //!< Kombo's own words about this case; may be empty
    QString details; //!< status, code, host, and what was wrong with the answer; one fact a line
};

/*!
 * The one table from error to sentence. Keyed by Kombo's error.code first, since its message is
 * English and may change (kombo-api.md 4), then by the kind of error.
 */
namespace ErrorWording {

ErrorMessage message(const ApiError &error);
ErrorMessage message(const LinkError &error);
ErrorMessage message(const FlowFailure &failure);

//! The details, and where Kombo keeps the log of this case if it said so.
QString detailsWithLog(const ErrorMessage &message, const ApiError &error);

//! Headline and advice in one line, for the command line.
QString line(const ErrorMessage &message);

//! "3 seconds", rounded up and at least one; for pauses that the API asks for.
QString duration(std::chrono::milliseconds time);

} // namespace ErrorWording

} // namespace desk
