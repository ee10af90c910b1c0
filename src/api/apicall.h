// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apierror.h"

#include <QList>
#include <QObject>

#include <chrono>
#include <optional>

namespace desk {

/*!
 * A running call. Ends exactly once: with succeeded() or failed(), each followed by finished(), or
 * silently after cancel() or when the call object is deleted (then nothing is emitted, and a late
 * answer is dropped). Signals never fire before the event loop was entered once, so connecting
 * right after the call was made is early enough. Lives in the thread of its client and is owned by
 * its client: it stays, also once it has ended, until somebody deletes it or the client goes.
 * Anyone may delete it (or its client) at any moment, in slots of its own signals included.
 */
class ApiCallBase : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool isFinished() const { return m_state != State::Running; }
    bool wasCancelled() const { return m_state == State::Cancelled; }

    //! Drops the request, or the wait before the next one. A call that has ended stays as it ended.
    virtual void cancel() = 0;

Q_SIGNALS:
    void succeeded();
    void failed(const desk::ApiError &error);
    void finished();
    /*!
     * The call waits before it is sent, or sent again; attempt counts from 1, the one that just
     * failed, and is 0 for a call that a rate limit of others holds back.
     */
    void waitingToRetry(int attempt, std::chrono::milliseconds delay);
    //! Each second of such a wait, for a countdown.
    void stillWaiting(std::chrono::milliseconds remaining);
    //! Such a wait is over, and the request on its way.
    void waitIsOver();
    //! A call that reads page by page has come that far.
    void pageArrived(qsizetype items);

protected:
    enum class State { Running, Succeeded, Failed, Cancelled };

    State m_state = State::Running;
};

//! A call with a typed answer. value() is there once succeeded() was emitted, not before.
template <typename T> class ApiCall : public ApiCallBase {
public:
    using ApiCallBase::ApiCallBase;

    const T &value() const
    {
        Q_ASSERT(m_value.has_value());
        return *m_value;
    }

protected:
    std::optional<T> m_value;
};

//! A call that reads a list page by page.
template <typename T> class PagedCall : public ApiCall<QList<T>> {
public:
    using ApiCall<QList<T>>::ApiCall;

    //! What has come so far; it stays if the call fails or is cancelled half-way.
    const QList<T> &items() const { return m_items; }

protected:
    QList<T> m_items;
};

} // namespace desk
