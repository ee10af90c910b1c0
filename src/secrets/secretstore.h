// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secretcall.h"

#include "core/secret.h"

#include <QObject>
#include <QString>
#include <QStringView>

namespace desk {

class Redactor;
class SecretTask;

//! Longest id of a profile under which a secret is kept.
constexpr qsizetype maximumSecretIdLength = 96;

//! ASCII letters, digits, '-', '_' and '.', of sane length, not empty.
bool isSecretId(QStringView id);

/*!
 * A place for secrets, each under the id of its profile. Calls take effect in the order in which
 * they were made. An id that is none (isSecretId()), and a secret that is no sane token
 * (core/tokencheck.h), are refused before anything is done. Lives in the main thread. The redactor
 * is told of every secret that passes, and must outlive the store.
 */
class SecretStore : public QObject {
    Q_OBJECT

public:
    explicit SecretStore(Redactor &redactor, QObject *parent = nullptr);

    SecretRead *read(const QString &id);
    //! Replaces what was there.
    SecretCall *write(const QString &id, const Secret &secret);
    //! Succeeds also if there was nothing.
    SecretCall *remove(const QString &id);

protected:
    // The task may be deleted at any moment after these have returned.
    virtual void startRead(SecretTask *task, const QString &id) = 0;
    virtual void startWrite(SecretTask *task, const QString &id, const Secret &secret) = 0;
    virtual void startRemoval(SecretTask *task, const QString &id) = 0;

private:
    //! A new task, which has failed already if the id is none.
    SecretTask *taskFor(const QString &id);

    Redactor &m_redactor;
};

} // namespace desk
