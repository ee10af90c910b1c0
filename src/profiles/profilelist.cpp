// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilelist.h"

#include "profilecheck.h"
#include "profilename.h"

#include <algorithm>

namespace desk {

namespace {

using Field = ProfileError::Field;
using Problem = ProfileError::Problem;
using Errors = ProfileList::Errors;

Unexpected<Errors> refused(const ProfileError &error)
{
    return Unexpected{Errors{error}};
}

constexpr ProfileError full{Field::Whole, Problem::TooMany};
constexpr ProfileError notFound{Field::Whole, Problem::NotFound};
constexpr ProfileError fixed{Field::Whole, Problem::Fixed};

} // namespace

ProfileList::ProfileList()
    : m_profiles{practiceProfile()}
{
}

ProfileList ProfileList::of(const QList<Profile> &profiles)
{
    ProfileList list;
    for (const Profile &given : profiles) {
        Profile profile = cleanedProfile(given);
        if (isPractice(profile)) {
            if (checkProfile(profile, {}).isEmpty())
                list.m_profiles.first() = profile;
            continue;
        }
        if (list.isFull() || !isProfileId(profile.id) || list.byId(profile.id)
            || !checkProfile(profile, {}).isEmpty())
            continue;
        profile.name = freeName(profile.name, list.m_profiles);
        list.m_profiles.append(profile);
    }
    return list;
}

std::optional<Profile> ProfileList::byId(const QString &id) const
{
    const qsizetype position = positionOf(id);
    return position < 0 ? std::nullopt : std::optional(m_profiles.at(position));
}

Result<Profile, Errors> ProfileList::create(const Profile &draft)
{
    if (isFull())
        return refused(full);
    Profile profile = cleanedProfile(draft);
    profile.id = newProfileId();
    Profile typed = draft;
    typed.id = profile.id;
    if (const Errors errors = checkProfile(typed, m_profiles); !errors.isEmpty())
        return Unexpected{errors};
    m_profiles.append(profile);
    return profile;
}

Result<Profile, Errors> ProfileList::edit(const Profile &draft)
{
    const qsizetype position = positionOf(draft.id);
    if (position < 0)
        return refused(notFound);
    if (const Errors errors = checkProfile(draft, m_profiles); !errors.isEmpty())
        return Unexpected{errors};
    m_profiles[position] = cleanedProfile(draft);
    return m_profiles.at(position);
}

Result<Profile, Errors> ProfileList::duplicate(const QString &id, const QString &word)
{
    if (const auto refusal = refusalToTouch(id))
        return refused(*refusal);
    if (isFull())
        return refused(full);
    const qsizetype position = positionOf(id);
    Profile copy = m_profiles.at(position);
    copy.id = newProfileId();
    copy.name = nameOfCopy(copy.name, word, m_profiles);
    m_profiles.insert(position + 1, copy);
    return copy;
}

Result<RemovedProfile, Errors> ProfileList::remove(const QString &id)
{
    if (const auto refusal = refusalToTouch(id))
        return refused(*refusal);
    const qsizetype position = positionOf(id);
    return RemovedProfile{m_profiles.takeAt(position), position};
}

Result<Profile, Errors> ProfileList::restore(const RemovedProfile &removed)
{
    if (byId(removed.profile.id))
        return refused({Field::Whole, Problem::AlreadyThere});
    if (isFull())
        return refused(full);
    if (!isProfileId(removed.profile.id))
        return refused({Field::Id, Problem::UnknownValue});
    if (const Errors errors = checkProfile(removed.profile, {}); !errors.isEmpty())
        return Unexpected{errors};
    Profile profile = cleanedProfile(removed.profile);
    profile.name = freeName(profile.name, m_profiles);
    m_profiles.insert(std::clamp(removed.position, qsizetype{1}, m_profiles.size()), profile);
    return profile;
}

std::optional<ProfileError> ProfileList::move(const QString &id, qsizetype position)
{
    if (const auto refusal = refusalToTouch(id))
        return refusal;
    m_profiles.move(positionOf(id), std::clamp(position, qsizetype{1}, m_profiles.size() - 1));
    return std::nullopt;
}

qsizetype ProfileList::positionOf(const QString &id) const
{
    const auto found = std::find_if(m_profiles.cbegin(), m_profiles.cend(),
        [&id](const Profile &profile) { return profile.id == id; });
    return found == m_profiles.cend() ? -1 : found - m_profiles.cbegin();
}

std::optional<ProfileError> ProfileList::refusalToTouch(const QString &id) const
{
    const qsizetype position = positionOf(id);
    if (position < 0)
        return notFound;
    return position == 0 ? std::optional(fixed) : std::nullopt;
}

} // namespace desk
