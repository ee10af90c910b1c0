// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledger.h"

#include <atomic>

namespace desk {

/*!
 * What Ledger::forget() would take of this person: attempts and integrations that are in sight.
 * What is hidden already, and traces within others' notes, are not counted. Stops when cancelled.
 */
Ledger::Answer<Forgotten> countPerson(
    Ledger &ledger, const PersonToForget &person, const std::atomic<bool> &isCancelled);

} // namespace desk
