// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secretstore.h"

#include <QList>
#include <QPointer>

#include <chrono>
#include <memory>
#include <optional>

namespace QKeychain {
class Job;
}

namespace desk {

class SystemKeychain;
enum class KeychainFinding;

/*!
 * Keeps secrets in the keychain of the system, through QtKeychain, under the service serviceName.
 * Never in a file of its own: QtKeychain's plain-text store stays off.
 *
 * The system may show a prompt, and waits for the person; whatever a call waits for, it fails once
 * the limit has passed. QtKeychain can neither cancel a job nor survive the deletion of one that
 * runs, so a job goes on after that, may still take effect, and holds back the next ones; what has
 * not begun is dropped.
 *
 * QtKeychain alone takes a locked entry for an absent one, and a missing service for any other
 * failure (qt-webengine-notes.md 11); so what it says is checked against what the service shows.
 */
class KeychainStore final : public SecretStore {
    Q_OBJECT

public:
    static const QString serviceName;
    //! Time to find and type a password, should the system ask for one.
    static constexpr std::chrono::milliseconds usualLimit{60'000};

    explicit KeychainStore(Redactor &redactor, QObject *parent = nullptr);
    KeychainStore(Redactor &redactor, std::unique_ptr<SystemKeychain> system,
        std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~KeychainStore() override;

protected:
    void startRead(SecretTask *task, const QString &id) override;
    void startWrite(SecretTask *task, const QString &id, const Secret &secret) override;
    void startRemoval(SecretTask *task, const QString &id) override;

private:
    enum class Operation { Read, Write, Remove };

    struct Order {
        Operation operation;
        QPointer<SecretTask> task;
        QString id;
        Secret secret;
    };
    struct Outcome;

    void enqueue(const Order &order);
    void startNext();
    QKeychain::Job *jobFor(const Order &order);
    void judge(const QKeychain::Job &job);
    void inspect(const Outcome &outcome);
    void conclude(const Outcome &outcome, KeychainFinding finding);
    void endCurrent();

    std::unique_ptr<SystemKeychain> m_system;
    std::chrono::milliseconds m_limit;
    QList<Order> m_waiting;
    std::optional<Order> m_current;
};

} // namespace desk
