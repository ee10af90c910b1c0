// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scriptedserver.h"

#include "api/apicall.h"
#include "api/retrypolicy.h"
#include "core/apiaccess.h"

#include <QMetaEnum>
#include <QPointer>
#include <QStringList>
#include <QTestEventLoop>

#include <functional>

namespace desk::test {

inline QString testKey()
{
    return QStringLiteral("key-T0p/S3cret+9");
}

inline ApiAccess accessTo(const ScriptedServer &server)
{
    return {ProfileKind::AdHoc, server.url(QStringLiteral("/v1")), Secret(testKey()), {}};
}

//! Waits of two to four milliseconds, and dice that always show the same.
inline Repetition quickly()
{
    Repetition repetition;
    repetition.policy.firstDelay = std::chrono::milliseconds(4);
    repetition.policy.longestDelay = std::chrono::milliseconds(4);
    repetition.random = [] { return 0.0; };
    return repetition;
}

inline QString nameOf(ApiError::Kind kind)
{
    return QString::fromLatin1(QMetaEnum::fromType<ApiError::Kind>().valueToKey(int(kind)));
}

//! Writes down what a call says, in the order in which it says it.
class CallLog : public QObject {
public:
    explicit CallLog(ApiCallBase *call)
        : m_call(call)
    {
        connect(call, &ApiCallBase::waitingToRetry, this,
            [this](int attempt, std::chrono::milliseconds delay) {
                m_delays.append(int(delay.count()));
                note(QStringLiteral("waiting %1").arg(attempt));
            });
        connect(call, &ApiCallBase::stillWaiting, this, [this] { ++m_ticks; });
        connect(call, &ApiCallBase::waitIsOver, this, [this] { ++m_resumptions; });
        connect(call, &ApiCallBase::pageArrived, this,
            [this](qsizetype items) { note(QStringLiteral("%1 items").arg(items)); });
        connect(call, &ApiCallBase::succeeded, this, [this] { note(QStringLiteral("succeeded")); });
        connect(call, &ApiCallBase::failed, this, [this](const ApiError &error) {
            m_error = error;
            note(QStringLiteral("failed ") + nameOf(error.kind));
        });
        connect(call, &ApiCallBase::finished, this, [this] { note(QStringLiteral("finished")); });
    }

    //! Done with the call from within the slot of this signal.
    void when(const QString &event, const std::function<void()> &action)
    {
        m_event = event;
        m_action = action;
    }

    //! As QTRY_VERIFY, but without its pauses, which add up over so many rows.
    bool ends()
    {
        if (!hasEnded())
            m_loop.enterLoopMSecs(5000);
        return hasEnded();
    }
    const QStringList &events() const { return m_events; }
    const ApiError &error() const { return m_error; }
    const QList<int> &delays() const { return m_delays; }
    int ticks() const { return m_ticks; }
    int resumptions() const { return m_resumptions; }
    ApiCallBase *call() const { return m_call; }

private:
    bool hasEnded() const { return m_events.endsWith(QStringLiteral("finished")); }

    void note(const QString &event)
    {
        m_events.append(event);
        if (event == QStringLiteral("finished"))
            m_loop.exitLoop();
        if (event == m_event)
            m_action();
    }

    QPointer<ApiCallBase> m_call;
    QTestEventLoop m_loop;
    QStringList m_events;
    QList<int> m_delays;
    int m_ticks = 0;
    int m_resumptions = 0;
    ApiError m_error;
    QString m_event;
    std::function<void()> m_action;
};

} // namespace desk::test
