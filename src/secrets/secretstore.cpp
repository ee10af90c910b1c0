// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "secretstore.h"

#include "secrettask.h"

#include "core/redactor.h"
#include "core/tokencheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isIdCharacter(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
        || (code >= u'0' && code <= u'9') || code == u'-' || code == u'_' || code == u'.';
}

} // namespace

bool isSecretId(QStringView id)
{
    return !id.isEmpty() && id.size() <= maximumSecretIdLength
        && std::all_of(id.cbegin(), id.cend(), isIdCharacter);
}

SecretStore::SecretStore(Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_redactor(redactor)
{
}

SecretRead *SecretStore::read(const QString &id)
{
    SecretTask *task = taskFor(id);
    if (!task->isSettled())
        startRead(task, id);
    return task;
}

SecretCall *SecretStore::write(const QString &id, const Secret &secret)
{
    m_redactor.addSecret(secret);
    SecretTask *task = taskFor(id);
    if (!isSaneToken(secret.reveal())) {
        // Also because the Secret Service would cut a text at its first null character.
        task->fail({SecretError::Kind::Failed,
            u"The key has to be 1 to %1 printable ASCII characters without blanks"_s.arg(
                maximumTokenLength)});
    }
    if (!task->isSettled())
        startWrite(task, id, secret);
    return task;
}

SecretCall *SecretStore::remove(const QString &id)
{
    SecretTask *task = taskFor(id);
    if (!task->isSettled())
        startRemoval(task, id);
    return task;
}

SecretTask *SecretStore::taskFor(const QString &id)
{
    auto *task = new SecretTask(m_redactor, this);
    if (!isSecretId(id)) {
        task->fail({SecretError::Kind::Failed,
            u"The profile id has to be 1 to %1 ASCII letters, digits, '-', '_' or '.'"_s.arg(
                maximumSecretIdLength)});
    }
    return task;
}

} // namespace desk
