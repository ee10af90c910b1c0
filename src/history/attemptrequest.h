// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "ledger/attempt.h"

namespace desk {

/*!
 * What was asked for, as the form would ask for it again (kombo-api.md 5.2). What the request does
 * not say, as that of a reconnection does not say who the client is, comes from the attempt itself;
 * what nobody says is as in an empty form.
 */
ConnectDetails detailsOf(const Attempt &attempt);

} // namespace desk
