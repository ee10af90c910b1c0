// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"
#include "profileerror.h"

#include "core/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

//! What restore() needs to undo a deletion; good for as long as somebody keeps it.
struct RemovedProfile {
    Profile profile;
    qsizetype position = 0;
};

/*!
 * The profiles in their order; a value. The practice profile is always there and always first;
 * every other one has passed checkProfile(). Each operation does all of what it says or nothing.
 */
class ProfileList {
public:
    using Errors = QList<ProfileError>;

    //! Practice alone.
    ProfileList();
    /*!
     * A list out of profiles from outside: practice comes first whatever its place; a profile that
     * does not pass the check, has an id that is there already, or no room, is dropped; a name
     * that is taken gets a number.
     */
    static ProfileList of(const QList<Profile> &profiles);

    const QList<Profile> &profiles() const { return m_profiles; }
    std::optional<Profile> byId(const QString &id) const;

    //! Adds a profile at the end, under a new id whatever the draft's own.
    Result<Profile, Errors> create(const Profile &draft);
    //! Replaces the profile of the same id.
    Result<Profile, Errors> edit(const Profile &draft);
    //! Adds a copy under a new id right behind the original; word is the translated "copy".
    //! A key is not part of it.
    Result<Profile, Errors> duplicate(const QString &id, const QString &word);
    Result<RemovedProfile, Errors> remove(const QString &id);
    //! Under its old id, so that a key that was kept belongs to it again. Should its name be taken
    //! by now, it gets a number.
    Result<Profile, Errors> restore(const RemovedProfile &removed);
    //! Moves a profile to a position of the list, at the nearest possible one; practice stays.
    std::optional<ProfileError> move(const QString &id, qsizetype position);

    friend bool operator==(const ProfileList &, const ProfileList &) = default;

private:
    qsizetype positionOf(const QString &id) const;
    bool isFull() const { return m_profiles.size() >= ProfileLimit::profiles; }
    std::optional<ProfileError> refusalToTouch(const QString &id) const;

    QList<Profile> m_profiles;
};

} // namespace desk
