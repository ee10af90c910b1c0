// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"
#include "secrets/secreterror.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QUuid>

namespace desk {

class SecretRead;
class SecretStore;

/*!
 * Magic links that a person asked to keep, in the keychain and nowhere else. A keychain does not
 * tell what it holds, so a folder has one empty file for each link, named by its attempt; that a
 * link is kept is no secret. The file comes before the entry and goes after it: no link lies in the
 * keychain that nobody knows of. Several instances may share folder and keychain.
 *
 * Each order ends with exactly one signal, never before the event loop runs. The store must outlive
 * it, and both live in the main thread.
 */
class KeptLinks final : public QObject {
    Q_OBJECT

public:
    //! The folder is the kept links' own; it is made when it is needed.
    KeptLinks(SecretStore &keychain, QString folder, QObject *parent = nullptr);

    //! Whether a keychain would take it: it has to be 1 to 4096 ASCII characters without blanks.
    static bool isKeepable(const Secret &link);

    bool isKept(const QUuid &attempt) const;
    QSet<QUuid> attempts() const;

    //! Replaces the one that was kept.
    void keep(const QUuid &attempt, const Secret &link);
    //! The entry; absent if there is none any more. See SecretStore::read().
    SecretRead *read(const QUuid &attempt);
    //! Succeeds also if none was kept.
    void forget(const QUuid &attempt);

Q_SIGNALS:
    void kept(const QUuid &attempt);
    void notKept(const QUuid &attempt, const desk::SecretError &error);
    void forgotten(const QUuid &attempt);
    //! It is still there.
    void notForgotten(const QUuid &attempt, const desk::SecretError &error);
    //! Another set of attempts.
    void changed();

private:
    QString markOf(const QUuid &attempt) const;
    bool setMark(const QUuid &attempt);
    void dropMark(const QUuid &attempt);

    SecretStore &m_keychain;
    QString m_folder;
};

} // namespace desk
