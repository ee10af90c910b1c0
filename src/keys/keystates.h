// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keystate.h"

#include "profiles/profile.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QString>

#include <optional>

namespace desk {

class SecretKeeper;
class SecretRead;

/*!
 * Which profiles have a key, for lists and panels; never the keys. The keeper is asked for one at a
 * time, and not again after a failure: a locked keychain may ask the person for a password, and
 * shall do so once, not for every profile. The keeper must outlive it.
 */
class KeyStates final : public QObject {
    Q_OBJECT

public:
    explicit KeyStates(SecretKeeper &keeper, QObject *parent = nullptr);

    KeyState of(const Profile &profile) const;
    //! Finds out what is not known yet.
    void look(const QList<Profile> &profiles);
    //! The same, and forgets that the keychain failed before.
    void lookAgain(const QList<Profile> &profiles);

Q_SIGNALS:
    void changed();

private:
    void want(const QString &keyId);
    void readNext();
    void note(SecretRead *read, const QString &keyId);
    void notePlace(const QString &keyId);

    SecretKeeper &m_keeper;
    QList<QString> m_wanted;
    QSet<QString> m_absent;
    QSet<QString> m_seen;
    QPointer<SecretRead> m_read;
    std::optional<SecretError::Kind> m_problem;
};

} // namespace desk
