// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apierror.h"

#include "core/detailscheck.h"

#include <optional>

namespace desk {

/*!
 * The field that a refusal of create-link is about, if that can be told: the error says that the
 * input is invalid, and its message holds the name of exactly one property of the request
 * (kombo-api.md 5.2). Good for pointing to a field, and for nothing that has to be certain: the
 * message is English prose that may change (kombo-api.md 4.1).
 */
std::optional<DetailsField> refusedField(const ApiError &error);

} // namespace desk
