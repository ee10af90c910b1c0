// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keychainstore.h"

#include "keychaininspection.h"
#include "secrettask.h"
#include "systemkeychain.h"

#include "core/tokencheck.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

using std::chrono::milliseconds;
using Kind = SecretError::Kind;

const QString KeychainStore::serviceName = u"Connect Desk"_s;

//! What QtKeychain said.
struct KeychainStore::Outcome {
    QKeychain::Error error;
    QString message;
};

namespace {

bool isWanted(const QPointer<SecretTask> &task)
{
    return task && !task->isSettled();
}

//! Ends a read with what came; anybody may write to the keychain, so it is looked at first.
void hand(SecretTask *task, const QString &text)
{
    if (isSaneToken(text))
        task->succeed(Secret(text));
    else
        task->fail({Kind::Failed, u"The keychain holds something that cannot be a key"_s});
}

//! QtKeychain could not do it; the finding tells why.
Kind kindOf(QKeychain::Error error, KeychainFinding finding)
{
    switch (finding) {
    case KeychainFinding::NoService:
    case KeychainFinding::NoCollection:
        return Kind::NoKeychain;
    case KeychainFinding::CollectionLocked:
    case KeychainFinding::EntryLocked:
        return Kind::Locked;
    case KeychainFinding::Unknown:
    case KeychainFinding::EntryPresent:
    case KeychainFinding::EntryAbsent:
        break;
    }
    return error == QKeychain::AccessDenied ? Kind::Denied : Kind::Failed;
}

} // namespace

KeychainStore::KeychainStore(Redactor &redactor, QObject *parent)
    : KeychainStore(redactor, std::make_unique<SystemKeychain>(), usualLimit, parent)
{
}

KeychainStore::KeychainStore(
    Redactor &redactor, std::unique_ptr<SystemKeychain> system, milliseconds limit, QObject *parent)
    : SecretStore(redactor, parent)
    , m_system(std::move(system))
    , m_limit(limit)
{
}

KeychainStore::~KeychainStore() = default;

void KeychainStore::startRead(SecretTask *task, const QString &id)
{
    enqueue({Operation::Read, task, id, {}});
}

void KeychainStore::startWrite(SecretTask *task, const QString &id, const Secret &secret)
{
    enqueue({Operation::Write, task, id, secret});
}

void KeychainStore::startRemoval(SecretTask *task, const QString &id)
{
    enqueue({Operation::Remove, task, id, {}});
}

void KeychainStore::enqueue(const Order &order)
{
    SecretTask *task = order.task;
    QTimer::singleShot(m_limit, task, [task, limit = m_limit] {
        task->fail({Kind::Failed,
            u"The keychain did not answer within %1 seconds; a prompt may be waiting somewhere"_s
                .arg(double(limit.count()) / 1000)});
    });
    m_waiting.append(order);
    if (!m_current)
        startNext();
}

// One at a time, as QtKeychain itself does it: so what has not begun can still be dropped.
void KeychainStore::startNext()
{
    m_waiting.removeIf([](const Order &order) { return !isWanted(order.task); });
    if (m_waiting.isEmpty())
        return;
    m_current = m_waiting.takeFirst();
    // Without a parent, since the callback of libsecret would find a deleted job all the same. It
    // deletes itself.
    QKeychain::Job *job = jobFor(*m_current);
    m_current->secret = {};
    job->setInsecureFallback(false);
    job->setKey(m_current->id);
    connect(job, &QKeychain::Job::finished, this, [this](QKeychain::Job *ended) { judge(*ended); });
    m_system->start(job);
}

QKeychain::Job *KeychainStore::jobFor(const Order &order)
{
    if (order.operation == Operation::Read)
        return new QKeychain::ReadPasswordJob(serviceName);
    if (order.operation == Operation::Remove)
        return new QKeychain::DeletePasswordJob(serviceName);
    auto *job = new QKeychain::WritePasswordJob(serviceName);
    job->setTextData(order.secret.reveal());
    return job;
}

void KeychainStore::judge(const QKeychain::Job &job)
{
    if (!isWanted(m_current->task)) {
        endCurrent();
        return;
    }
    const Outcome outcome{job.error(), job.errorString()};
    switch (outcome.error) {
    case QKeychain::NoError:
        if (m_current->operation == Operation::Remove) {
            inspect(outcome); // also said of a locked entry, which then stays
            return;
        }
        if (const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(&job))
            hand(m_current->task, read->textData());
        else
            m_current->task->succeed();
        break;
    case QKeychain::AccessDeniedByUser:
        m_current->task->fail({Kind::Denied, outcome.message});
        break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        m_current->task->fail({Kind::NoKeychain, outcome.message});
        break;
    case QKeychain::EntryNotFound:
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::AccessDenied:
    case QKeychain::OtherError:
        inspect(outcome);
        return;
    }
    endCurrent();
}

void KeychainStore::inspect(const Outcome &outcome)
{
    KeychainInspection *inspection = m_system->inspect(serviceName, m_current->id, this);
    connect(inspection, &KeychainInspection::found, this,
        [this, inspection, outcome](KeychainFinding finding) {
            inspection->deleteLater();
            if (isWanted(m_current->task))
                conclude(outcome, finding);
            endCurrent();
        });
}

void KeychainStore::conclude(const Outcome &outcome, KeychainFinding finding)
{
    SecretTask *task = m_current->task;
    const bool saysNothingIsThere = m_current->operation != Operation::Write
        && (outcome.error == QKeychain::NoError || outcome.error == QKeychain::EntryNotFound);
    if (!saysNothingIsThere)
        task->fail({kindOf(outcome.error, finding), outcome.message});
    else if (finding == KeychainFinding::EntryLocked)
        task->fail({Kind::Locked, u"The keychain holds a locked entry"_s});
    else if (finding == KeychainFinding::EntryPresent)
        task->fail({Kind::Failed, u"The keychain holds an entry that it does not give away"_s});
    else
        task->succeed();
}

void KeychainStore::endCurrent()
{
    m_current.reset();
    startNext();
}

} // namespace desk
