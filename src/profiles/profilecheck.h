// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"
#include "profileerror.h"

#include <QList>

#include <optional>

namespace desk {

/*!
 * The profile with its values as they are kept: without blanks around them, hosts in lower case and
 * each once, the base URL as checkBaseUrl() gives it, or empty where a region is chosen. Values
 * that are refused stay as they are typed.
 */
Profile cleanedProfile(const Profile &draft);

/*!
 * Every reason why this must not be kept, in the order of Field; empty if there is none. others is
 * the list it is to stand in; the profile of the same id does not count there. Of the practice
 * profile only category, language and origin ID policy may differ from practiceProfile().
 */
QList<ProfileError> checkProfile(const Profile &draft, const QList<Profile> &others);

//! The first reason in one field, for the sentence under it.
std::optional<ProfileError> errorOf(ProfileError::Field field, const QList<ProfileError> &errors);

} // namespace desk
