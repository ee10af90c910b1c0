// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secretstore.h"
#include "secrets/secrettask.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace desk::test {

//! A keychain in any state, and, once it is held, one that answers when it is let go.
class FakeSecretStore final : public SecretStore {
public:
    using SecretStore::SecretStore;

    void hold() { m_isHeld = true; }
    void letGo()
    {
        m_isHeld = false;
        for (const auto &step : std::exchange(m_held, {}))
            step();
    }

    QHash<QString, QString> kept;
    std::optional<SecretError> error;

protected:
    void startRead(SecretTask *task, const QString &id) override
    {
        answer(task, [this, id](SecretTask *asked) {
            if (asked)
                asked->succeed(
                    kept.contains(id) ? std::optional(Secret(kept.value(id))) : std::nullopt);
        });
    }
    void startWrite(SecretTask *task, const QString &id, const Secret &secret) override
    {
        answer(task, [this, id, secret](SecretTask *asked) {
            kept.insert(id, secret.reveal());
            if (asked)
                asked->succeed();
        });
    }
    void startRemoval(SecretTask *task, const QString &id) override
    {
        answer(task, [this, id](SecretTask *asked) {
            kept.remove(id);
            if (asked)
                asked->succeed();
        });
    }

private:
    void answer(SecretTask *task, const std::function<void(SecretTask *)> &action)
    {
        const auto step = [asked = QPointer(task), action, refusal = error] {
            if (!refusal)
                action(asked);
            else if (asked)
                asked->fail(*refusal);
        };
        if (m_isHeld)
            m_held.append(step);
        else
            step();
    }

    bool m_isHeld = false;
    QList<std::function<void()>> m_held;
};

} // namespace desk::test
