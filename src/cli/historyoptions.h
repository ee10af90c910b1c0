// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "givenoptions.h"
#include "historywish.h"

namespace desk {

//! Reads what history, restore and forget are given. The refusal names the option.
Refusal readHistoryWish(const GivenOptions &given, HistoryWish &wish);

} // namespace desk
