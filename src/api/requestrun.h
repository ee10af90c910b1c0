// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apierror.h"
#include "apirequest.h"
#include "httpoutcome.h"
#include "requestqueue.h"
#include "retrypolicy.h"

#include "core/redactor.h"
#include "core/result.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace desk {

class ExchangeLog;
class RequestSender;
class Transmission;

//! What the runs of one environment share; all of it must outlive them, but for the log.
struct RequestContext {
    RequestSender &sender;
    RequestQueue &queue;
    Repetition repetition;
    QPointer<ExchangeLog> log; //!< may be null
};

/*!
 * One request with its repetitions, up to its one ending. The deadline of the request holds for
 * each attempt; the time in the queue, and waits between attempts, which the retry policy bounds,
 * are not counted. Starts when it is made; nothing is emitted before the event loop runs, and
 * nothing after stop(). Each attempt is recorded once, cancelled ones included.
 */
class RequestRun : public QObject {
    Q_OBJECT

public:
    using Answer = Result<QJsonObject, ApiError>;

    RequestRun(ApiRequest request, RequestContext context, QObject *parent);
    ~RequestRun() override;

    void stop();

Q_SIGNALS:
    void waitingToRetry(int attempt, std::chrono::milliseconds delay);
    void stillWaiting(std::chrono::milliseconds remaining);
    void waitIsOver();
    void ended(const desk::RequestRun::Answer &answer);

private:
    void queueUp(QueuePlace::Position position);
    void send();
    void judge(const HttpOutcome &outcome);
    void record(const HttpOutcome &outcome);
    void wait(std::chrono::milliseconds delay);
    void announceWait(std::chrono::milliseconds delay);
    void countDown();
    Answer answerFrom(const HttpOutcome &outcome) const;

    ApiRequest m_request;
    RequestContext m_context;
    Redactor m_redactor;
    QPointer<QueuePlace> m_place;
    QPointer<Transmission> m_transmission;
    QTimer m_wait;
    QTimer m_tick;
    QDeadlineTimer m_waitEnd;
    QElapsedTimer m_sinceQueued;
    QDateTime m_queuedAt;
    std::chrono::milliseconds m_timeInQueue{0};
    int m_attempt = 0;
};

} // namespace desk
