// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchange.h"
#include "httpoutcome.h"
#include "wirerequest.h"

namespace desk {

class Redactor;

//! The longest beginning of an answer that is kept.
constexpr qsizetype longestRecordedBody = qsizetype{256} * 1024;

/*!
 * The record of one attempt, with everything secret taken out: the only way into an Exchange.
 * Bodies are redacted before they are cut, so that no half of a secret stays at the cut. What is
 * about the call rather than the attempt (number, endpoint, attempt, startedAt, queued) is left to
 * the caller.
 */
Exchange exchangeOf(
    const WireRequest &request, const HttpOutcome &outcome, const Redactor &redactor);

} // namespace desk
