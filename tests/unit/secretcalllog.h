// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "secrets/secretcall.h"

#include <QMetaEnum>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace desk::test {

inline QString nameOf(SecretError::Kind kind)
{
    return QString::fromLatin1(QMetaEnum::fromType<SecretError::Kind>().valueToKey(int(kind)));
}

//! Writes down what a call says, in the order in which it says it.
class SecretCallLog : public QObject {
public:
    explicit SecretCallLog(SecretCall *call)
    {
        connect(call, &SecretCall::succeeded, this, [this, call] { noteSuccess(call); });
        connect(call, &SecretCall::failed, this, [this](const SecretError &error) {
            m_error = error;
            note(QStringLiteral("failed ") + nameOf(error.kind));
        });
        connect(call, &SecretCall::finished, this, [this] { note(QStringLiteral("finished")); });
    }

    //! Done from within the slot of this signal.
    void when(const QString &event, const std::function<void()> &action)
    {
        m_event = event;
        m_action = action;
    }

    const QStringList &events() const { return m_events; }
    //! What it said first: "value TEXT" if a read brought one, "nothing" otherwise, "failed KIND".
    QString outcome() const { return m_events.value(0); }
    const SecretError &error() const { return m_error; }

private:
    void noteSuccess(const SecretCall *call)
    {
        const auto *read = qobject_cast<const SecretRead *>(call);
        note(read && read->value() ? QStringLiteral("value ") + read->value()->reveal()
                                   : QStringLiteral("nothing"));
    }

    void note(const QString &event)
    {
        m_events.append(event);
        if (event == m_event)
            m_action();
    }

    QStringList m_events;
    SecretError m_error;
    QString m_event;
    std::function<void()> m_action;
};

} // namespace desk::test
