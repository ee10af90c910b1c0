// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerdatabase.h"
#include "ledgerstep.h"

namespace desk {

//! Within a transaction of the caller. A step for an attempt that is not there, forgotten perhaps,
//! changes nothing.
void writeStep(LedgerDatabase &database, const LedgerStep &step);

} // namespace desk
