// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keystates.h"

#include "profiles/keyid.h"
#include "secrets/secretkeeper.h"

namespace desk {

using Kind = KeyState::Kind;

KeyStates::KeyStates(SecretKeeper &keeper, QObject *parent)
    : QObject(parent)
    , m_keeper(keeper)
{
    connect(&keeper, &SecretKeeper::placeChanged, this, &KeyStates::notePlace);
}

KeyState KeyStates::of(const Profile &profile) const
{
    if (profile.kind == ProfileKind::Practice)
        return {Kind::NotNeeded};
    const auto keyId = keyIdOf(profile);
    if (!keyId)
        return {Kind::None}; // without an address nothing was ever entered for it
    if (const auto place = m_keeper.placeOf(*keyId))
        return {*place == SecretPlace::Keychain ? Kind::Keychain : Kind::ThisSession};
    if (m_absent.contains(*keyId))
        return {Kind::None};
    return m_problem ? KeyState{Kind::Unreadable, *m_problem} : KeyState{Kind::Unknown};
}

void KeyStates::look(const QList<Profile> &profiles)
{
    for (const Profile &profile : profiles) {
        if (const auto keyId = keyIdOf(profile))
            want(*keyId);
    }
    readNext();
}

void KeyStates::lookAgain(const QList<Profile> &profiles)
{
    m_problem.reset();
    look(profiles);
    Q_EMIT changed();
}

void KeyStates::want(const QString &keyId)
{
    m_seen.insert(keyId);
    if (!m_absent.contains(keyId) && !m_keeper.placeOf(keyId) && !m_wanted.contains(keyId))
        m_wanted.append(keyId);
}

void KeyStates::readNext()
{
    if (m_read || m_problem || m_wanted.isEmpty())
        return;
    const QString keyId = m_wanted.takeFirst();
    SecretRead *read = m_keeper.read(keyId);
    m_read = read;
    connect(read, &SecretCall::succeeded, this, [this, read, keyId] { note(read, keyId); });
    connect(read, &SecretCall::failed, this, [this](const SecretError &error) {
        m_problem = error.kind;
        m_wanted.clear();
    });
    connect(read, &SecretCall::finished, this, [this, read] {
        m_read = nullptr;
        read->deleteLater();
        readNext();
        Q_EMIT changed();
    });
}

void KeyStates::note(SecretRead *read, const QString &keyId)
{
    if (!read->value())
        m_absent.insert(keyId);
}

void KeyStates::notePlace(const QString &keyId)
{
    m_absent.remove(keyId);
    if (m_seen.contains(keyId) && !m_keeper.placeOf(keyId)) {
        // Gone from where it was; what else there may be is asked behind the removal.
        want(keyId);
        readNext();
    }
    Q_EMIT changed();
}

} // namespace desk
