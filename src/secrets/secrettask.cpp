// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "secrettask.h"

#include "core/redactor.h"

#include <QPointer>

#include <utility>

namespace desk {

SecretTask::SecretTask(Redactor &redactor, QObject *parent)
    : SecretRead(parent)
    , m_redactor(redactor)
{
}

void SecretTask::succeed(std::optional<Secret> value)
{
    if (m_isSettled)
        return;
    if (value)
        m_redactor.addSecret(*value);
    m_value = std::move(value);
    settle();
}

void SecretTask::fail(const SecretError &error)
{
    if (m_isSettled)
        return;
    // Redacted before it is cut, or a cut secret would no longer be recognised.
    m_error = {error.kind, m_redactor.redacted(error.detail).simplified().left(longestDetail)};
    settle();
}

void SecretTask::settle()
{
    m_isSettled = true;
    QMetaObject::invokeMethod(this, &SecretTask::announce, Qt::QueuedConnection);
}

void SecretTask::announce()
{
    const QPointer<SecretTask> alive(this); // slots may delete it
    m_isFinished = true;
    if (m_error)
        Q_EMIT failed(*m_error);
    else
        Q_EMIT succeeded();
    if (alive)
        Q_EMIT finished();
}

} // namespace desk
