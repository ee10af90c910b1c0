// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "secretkeeper.h"

#include "secretstore.h"
#include "secrettask.h"

#include "core/redactor.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace desk {

SecretKeeper::SecretKeeper(SecretStore &keychain, Redactor &redactor, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_redactor(redactor)
    , m_session(redactor)
{
}

std::optional<SecretPlace> SecretKeeper::placeOf(const QString &id) const
{
    if (m_session.holds(id))
        return SecretPlace::ThisSession;
    if (m_inKeychain.contains(id))
        return SecretPlace::Keychain;
    return std::nullopt;
}

SecretRead *SecretKeeper::read(const QString &id)
{
    auto *task = new SecretTask(m_redactor, this);
    if (auto secret = m_session.value(id)) {
        task->succeed(std::move(secret));
        return task;
    }
    SecretRead *read = m_keychain.read(id);
    read->setParent(task); // nobody else wants to know
    connect(read, &SecretCall::succeeded, task, [this, id, read, task] {
        task->succeed(read->value());
        noteFound(id, read->value().has_value());
    });
    connect(read, &SecretCall::failed, task, &SecretTask::fail);
    return task;
}

SecretCall *SecretKeeper::keepInKeychain(const QString &id, const Secret &secret)
{
    auto *task = new SecretTask(m_redactor, this);
    const quint64 order = ++m_lastOrder[id];
    follow(m_keychain.write(id, secret), task, [this, id, order] {
        change(id, [this, id, order] {
            m_inKeychain.insert(id);
            if (m_lastOrder.value(id) == order)
                m_session.forget(id);
        });
    });
    return task;
}

SecretCall *SecretKeeper::keepForThisSession(const QString &id, const Secret &secret)
{
    auto *task = new SecretTask(m_redactor, this);
    ++m_lastOrder[id];
    change(id, [this, id, secret, task] { follow(m_session.write(id, secret), task, [] {}); });
    return task;
}

SecretCall *SecretKeeper::moveToKeychain(const QString &id)
{
    if (const auto secret = m_session.value(id))
        return keepInKeychain(id, *secret);
    auto *task = new SecretTask(m_redactor, this);
    task->fail(
        {SecretError::Kind::Failed, u"There is no key that is kept until the program ends"_s});
    return task;
}

SecretCall *SecretKeeper::remove(const QString &id)
{
    auto *task = new SecretTask(m_redactor, this);
    ++m_lastOrder[id];
    const bool wasInSession = m_session.holds(id);
    SecretCall *call = m_keychain.remove(id);
    if (wasInSession) {
        // Connected before follow(), so that it comes first; what is settled stays as it is.
        connect(call, &SecretCall::failed, task, [task](const SecretError &error) {
            if (error.kind == SecretError::Kind::NoKeychain)
                task->succeed();
        });
    }
    follow(call, task, [this, id] { change(id, [this, id] { m_inKeychain.remove(id); }); });
    change(id, [this, id] { m_session.forget(id); });
    return task;
}

void SecretKeeper::announce(const Secret &secret)
{
    m_redactor.addSecret(secret);
}

void SecretKeeper::follow(SecretCall *call, SecretTask *task, const Action &done)
{
    const QPointer<SecretTask> told(task);
    connect(call, &SecretCall::succeeded, this, [told, done] {
        if (told)
            told->succeed();
        done();
    });
    connect(call, &SecretCall::failed, task, &SecretTask::fail);
    connect(call, &SecretCall::finished, call, &QObject::deleteLater);
}

void SecretKeeper::noteFound(const QString &id, bool isInKeychain)
{
    change(id, [this, id, isInKeychain] {
        if (isInKeychain)
            m_inKeychain.insert(id);
        else
            m_inKeychain.remove(id);
    });
}

void SecretKeeper::change(const QString &id, const Action &action)
{
    const auto before = placeOf(id);
    action();
    if (placeOf(id) != before)
        Q_EMIT placeChanged(id);
}

} // namespace desk
