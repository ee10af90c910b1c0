// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"

#include <QString>

#include <optional>

namespace desk {

/*!
 * The name under which a key store keeps the key of a checked profile: one for each profile and
 * place, so that a key never follows a base URL that was edited after it was entered, and is found
 * again if the edit is undone. Nothing for the practice profile, whose server makes its own key,
 * and for a profile without a base URL.
 */
std::optional<QString> keyIdOf(const Profile &profile);

} // namespace desk
