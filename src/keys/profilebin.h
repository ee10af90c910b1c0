// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profiles/profilelist.h"
#include "secrets/secreterror.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace desk {

class ProfileStore;
class SecretKeeper;

/*!
 * Deletes profiles so that it can be undone. The profile leaves the store at once, its key only
 * when undoing is no longer possible: after a while, with the next deletion, or when the bin goes.
 * Store and keeper must outlive it.
 */
class ProfileBin final : public QObject {
    Q_OBJECT

public:
    //! How long a deletion can be undone.
    static constexpr std::chrono::milliseconds usualTime{12'000};

    ProfileBin(ProfileStore &store, SecretKeeper &keeper, QObject *parent = nullptr);
    ProfileBin(ProfileStore &store, SecretKeeper &keeper, std::chrono::milliseconds time,
        QObject *parent = nullptr);
    ~ProfileBin() override;

    //! What undo() would bring back.
    const std::optional<RemovedProfile> &content() const { return m_content; }

    //! What is in the bin already becomes final.
    Result<RemovedProfile, ProfileList::Errors> remove(const QString &profileId);
    //! Brings the profile back, under its old id and so with its key. Nothing stays in the bin,
    //! unless the store refuses. There must be content.
    Result<Profile, ProfileList::Errors> undo();
    //! Makes the deletion final and removes the key.
    void empty();

Q_SIGNALS:
    void contentChanged();
    //! The keychain may hold the key of a deleted profile still.
    void keyStayed(const QString &profileName, const desk::SecretError &error);

private:
    void removeKeys(const Profile &profile);

    ProfileStore &m_store;
    SecretKeeper &m_keeper;
    std::optional<RemovedProfile> m_content;
    QTimer m_timer;
};

} // namespace desk
