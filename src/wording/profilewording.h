// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "profiles/profile.h"
#include "profiles/profileerror.h"

#include <QString>

//! What the fields of a profile, their values and their problems are called.
namespace desk::ProfileWording {

//! The label of a field; for the link hosts that of the whole list.
QString label(ProfileError::Field field);
//! One sentence that names field and reason, for under the field.
QString sentence(const ProfileError &error);
QString sentences(const QList<ProfileError> &errors);

QString name(Region region);
QString name(ProfileKind kind);
//! What a kind changes, in one sentence.
QString effect(ProfileKind kind);
//! Where requests go, for people: a host, or what stands in its place.
QString place(const Profile &profile);
//! A name for a new profile that nobody has named yet, such as "EU development".
QString proposedName(Region region, ProfileKind kind);
//! The word behind the name of a copy.
QString wordForCopy();

} // namespace desk::ProfileWording
