// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secreterror.h"

#include "core/secret.h"

#include <QObject>

#include <optional>

namespace desk {

/*!
 * Something asked of a store. Ends exactly once, with succeeded() or failed(), each followed by
 * finished(), or silently when the call is deleted. Nothing is emitted before the event loop runs.
 * Owned by what was asked, and stays, also once it has ended, until somebody deletes it. Anyone may
 * delete it (or its store) at any moment, in slots of its own signals included; a write or a
 * removal that has begun then goes on untold.
 */
class SecretCall : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool isFinished() const { return m_isFinished; }

Q_SIGNALS:
    void succeeded();
    void failed(const desk::SecretError &error);
    void finished();

protected:
    bool m_isFinished = false;
};

/*!
 * A call that asks for a secret. Once it has succeeded, value() is the secret, or absent if there
 * is none of this id; before that, and after a failure, it is absent and means nothing.
 */
class SecretRead : public SecretCall {
    Q_OBJECT

public:
    using SecretCall::SecretCall;

    const std::optional<Secret> &value() const { return m_value; }

protected:
    std::optional<Secret> m_value;
};

} // namespace desk
