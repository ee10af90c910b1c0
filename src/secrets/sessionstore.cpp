// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sessionstore.h"

#include "secrettask.h"

namespace desk {

std::optional<Secret> SessionStore::value(const QString &id) const
{
    const auto found = m_secrets.find(id);
    if (found == m_secrets.end())
        return std::nullopt;
    return Secret(found->second.text());
}

void SessionStore::startRead(SecretTask *task, const QString &id)
{
    task->succeed(value(id));
}

void SessionStore::startWrite(SecretTask *task, const QString &id, const Secret &secret)
{
    m_secrets.insert_or_assign(id, WipedText(secret.reveal()));
    task->succeed();
}

void SessionStore::startRemoval(SecretTask *task, const QString &id)
{
    forget(id);
    task->succeed();
}

} // namespace desk
