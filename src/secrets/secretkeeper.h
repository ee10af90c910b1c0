// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secretcall.h"
#include "sessionstore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace desk {

class Redactor;
class SecretStore;
class SecretTask;

//! Where a secret is kept.
enum class SecretPlace { Keychain, ThisSession };

/*!
 * Keeps each profile's key in the keychain, or, only when told to, in memory until the program
 * ends. It never falls back by itself: a call that fails has kept nothing, and the person is to be
 * asked.
 *
 * A key in memory goes before one in the keychain, which may be an older one that could not
 * be replaced, and which is back at the next start. Calls are those of SecretStore, except that
 * deleting one never stops a write or a removal. Keychain and redactor must outlive the keeper.
 */
class SecretKeeper final : public QObject {
    Q_OBJECT

public:
    SecretKeeper(SecretStore &keychain, Redactor &redactor, QObject *parent = nullptr);

    /*!
     * Where the secret is, as far as calls that have succeeded tell; absent: nowhere, or not known
     * yet. In slots of a call's signals, the call is taken into account.
     */
    std::optional<SecretPlace> placeOf(const QString &id) const;

    SecretRead *read(const QString &id);
    //! Once in the keychain, it replaces the one in memory, unless that one is newer.
    SecretCall *keepInKeychain(const QString &id, const Secret &secret);
    //! Takes effect at once. What the keychain holds stays there.
    SecretCall *keepForThisSession(const QString &id, const Secret &secret);
    //! From the session to the keychain; it stays in the session if that fails. Fails if there is
    //! none.
    SecretCall *moveToKeychain(const QString &id);
    /*!
     * From both places; from the session at once. Without a keychain it is enough to have removed
     * it from the session; any other failure leaves an entry in the keychain.
     */
    SecretCall *remove(const QString &id);
    //! Tells the redactor of a secret that is used before anybody keeps it.
    void announce(const Secret &secret);

Q_SIGNALS:
    void placeChanged(const QString &id);

private:
    using Action = std::function<void()>;

    /*!
     * Hands the ending of a keychain call on to the task. What is to be done after a success is
     * done even if the task is deleted meanwhile.
     */
    void follow(SecretCall *call, SecretTask *task, const Action &done);
    void noteFound(const QString &id, bool isInKeychain);
    //! Does the change, and tells if the place is another one then.
    void change(const QString &id, const Action &action);

    SecretStore &m_keychain;
    Redactor &m_redactor;
    SessionStore m_session;
    QSet<QString> m_inKeychain;
    QHash<QString, quint64>
        m_lastOrder; // of each id: which of its writes and removals is the newest
};

} // namespace desk
