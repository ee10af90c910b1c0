// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "errorwording.h"

#include "core/apikey.h"
#include "core/integrationdetails.h"
#include "keys/keystate.h"
#include "profiles/profile.h"

#include <QString>

#include <optional>

//! What is said about the API key of a profile: where it is, and what the API thinks of it.
namespace desk::KeyWording {

//! What was to be done with a key when the keychain failed.
enum class Action { Keep, Read, Remove };

QString accepted(const EnvironmentInfo &environment);
//! Why a key was not accepted; tells a wrong one from one that nobody could judge.
ErrorMessage refused(const ApiError &error, const Profile &profile);
QString checking(const Profile &profile);
QString waiting(std::chrono::milliseconds delay);

//! One sentence for under the field.
QString sentence(ApiKeyProblem problem);
ErrorMessage message(const SecretError &error, Action action);

//! Where the key is; the environment is that of the last check, if there was one.
QString state(const KeyState &state, const std::optional<QString> &environment = {});
//! The same in two or three words, for a list.
QString brief(const KeyState &state);
//! There is a key, but for another address than the one that is chosen now.
QString forAnotherAddress(const Profile &kept, const Profile &chosen);

} // namespace desk::KeyWording
