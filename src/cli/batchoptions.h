// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchwish.h"
#include "givenoptions.h"

namespace desk {

//! Reads what batch is given. The refusal names the option.
Refusal readBatchWish(const GivenOptions &given, BatchWish &wish);

} // namespace desk
