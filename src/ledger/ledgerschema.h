// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerdatabase.h"

namespace desk::ledgerschema {

//! Tells a ledger from any other SQLite file; "CDLg".
constexpr int applicationId = 0x43444c67;

//! The version that this application writes.
int newest();
//! Of the file; 0 if nothing is in it yet.
int versionOf(LedgerDatabase &database);
/*!
 * Takes the file to that version, one transaction for each step, so that a kill leaves a whole file
 * of one version or the next. Another process may do the same meanwhile.
 */
void migrate(LedgerDatabase &database, int version);

} // namespace desk::ledgerschema
