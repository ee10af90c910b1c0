// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilebin.h"

#include "profiles/keyid.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"

#include <utility>

namespace desk {

namespace {

// Keys stay where they were entered for, so an edit of the region leaves one behind.
QStringList keyIdsOf(const Profile &profile)
{
    QStringList ids;
    for (const Region region : {profile.region, Region::Eu, Region::Us}) {
        Profile there = profile;
        there.region = region;
        const auto id = keyIdOf(there);
        if (id && !ids.contains(*id))
            ids.append(*id);
    }
    return ids;
}

} // namespace

ProfileBin::ProfileBin(ProfileStore &store, SecretKeeper &keeper, QObject *parent)
    : ProfileBin(store, keeper, usualTime, parent)
{
}

ProfileBin::ProfileBin(
    ProfileStore &store, SecretKeeper &keeper, std::chrono::milliseconds time, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(time);
    connect(&m_timer, &QTimer::timeout, this, &ProfileBin::empty);
}

ProfileBin::~ProfileBin()
{
    if (m_content)
        removeKeys(m_content->profile);
}

Result<RemovedProfile, ProfileList::Errors> ProfileBin::remove(const QString &profileId)
{
    auto removed = m_store.remove(profileId);
    if (!removed)
        return removed;
    empty();
    m_content = *removed;
    m_timer.start();
    Q_EMIT contentChanged();
    return removed;
}

Result<Profile, ProfileList::Errors> ProfileBin::undo()
{
    Q_ASSERT(m_content);
    auto restored = m_store.restore(*m_content);
    if (!restored)
        return restored;
    m_timer.stop();
    m_content.reset();
    Q_EMIT contentChanged();
    return restored;
}

void ProfileBin::empty()
{
    m_timer.stop();
    const auto content = std::exchange(m_content, std::nullopt);
    if (!content)
        return;
    removeKeys(content->profile);
    Q_EMIT contentChanged();
}

void ProfileBin::removeKeys(const Profile &profile)
{
    // Another instance may have brought it back meanwhile.
    if (m_store.profiles().byId(profile.id))
        return;
    const auto current = keyIdOf(profile);
    const QStringList ids = keyIdsOf(profile);
    for (const QString &id : ids) {
        SecretCall *call = m_keeper.remove(id);
        connect(call, &SecretCall::finished, call, &QObject::deleteLater);
        if (id != current)
            continue;
        connect(
            call, &SecretCall::failed, this, [this, name = profile.name](const SecretError &error) {
                if (error.kind != SecretError::Kind::NoKeychain) // holds nothing
                    Q_EMIT keyStayed(name, error);
            });
    }
}

} // namespace desk
