// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "givenoptions.h"

#include "core/connectdetails.h"

namespace desk {

/*!
 * Reads the fields of create-link, and checks them as a form does if the verb is about to send
 * them. The refusal names the option.
 */
Refusal readDetailsOptions(const GivenOptions &given, ConnectDetails &details);

//! At least one of those fields was given.
bool hasDetailsOptions(const GivenOptions &given);

} // namespace desk
