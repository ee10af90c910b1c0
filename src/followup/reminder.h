// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "followuprow.h"

#include "core/connectdetails.h"
#include "handover/handover.h"
#include "handover/handovermessage.h"

#include <optional>

namespace desk::Reminder {

//! The language that the link was made in; English if that is not known.
FlowLanguage languageOf(const Attempt &attempt);

/*!
 * The reminder for a row, with the mark in place of its link. toolLabel is for clients, and may be
 * empty. Nothing for a row without a link that works: nobody is reminded of a dead one.
 */
std::optional<HandOverMessage> message(
    const FollowUpRow &row, FlowLanguage language, const QString &toolLabel = {});

} // namespace desk::Reminder
