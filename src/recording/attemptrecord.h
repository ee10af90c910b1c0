// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidence/evidenceinput.h"
#include "ledger/attempt.h"

namespace desk {

//! What the ledger keeps of a session for a closer look; free of secrets, as its sources are.
AttemptRecord attemptRecordOf(const EvidenceInput &evidence);

} // namespace desk
