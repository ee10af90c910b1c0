// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "givenoptions.h"

#include "core/connectdetails.h"
#include "core/prefill.h"

namespace desk {

/*!
 * Reads the fields of create-link, and checks them as a form does if the verb is about to send
 * them. The refusal names the option.
 */
Refusal readDetailsOptions(const GivenOptions &given, ConnectDetails &details);

//! Of details that were read, only those that the command line names; for the window, whose other
//! fields are up to the profile.
Prefill givenDetails(const GivenOptions &given, const ConnectDetails &details);

} // namespace desk
