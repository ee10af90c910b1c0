// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "requestrun.h"

#include "answerreader.h"
#include "exchangelog.h"
#include "exchangerecord.h"
#include "requestsender.h"
#include "transmission.h"

#include "core/logging.h"

#include <algorithm>
#include <utility>

namespace desk {

using std::chrono::milliseconds;
using namespace std::chrono_literals;

RequestRun::RequestRun(ApiRequest request, RequestContext context, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_context(std::move(context))
{
    m_redactor.addSecret(m_context.sender.access().apiKey);
    for (const Secret &secret : std::as_const(m_request.secrets))
        m_redactor.addSecret(secret);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { queueUp(QueuePlace::Position::First); });
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &RequestRun::countDown);
    queueUp(QueuePlace::Position::Last);
}

RequestRun::~RequestRun()
{
    stop();
}

void RequestRun::stop()
{
    m_wait.stop();
    m_tick.stop();
    if (m_transmission)
        record(m_transmission->outcomeSoFar());
    delete m_transmission;
    delete m_place;
}

void RequestRun::queueUp(QueuePlace::Position position)
{
    m_queuedAt = QDateTime::currentDateTimeUtc();
    m_sinceQueued.start();
    m_place = new QueuePlace(m_context.queue, position, this);
    if (m_place->lane() >= 0) {
        send();
        return;
    }
    connect(m_place, &QueuePlace::admitted, this, &RequestRun::send);
    connect(m_place, &QueuePlace::heldBack, this, &RequestRun::announceWait);
}

void RequestRun::send()
{
    const bool hasWaited = m_tick.isActive();
    m_tick.stop();
    ++m_attempt;
    m_timeInQueue = milliseconds(m_sinceQueued.elapsed());
    m_transmission = m_context.sender.send(m_request, m_place->lane(), this);
    connect(m_transmission, &Transmission::finished, this, &RequestRun::judge);
    if (hasWaited)
        Q_EMIT waitIsOver();
}

void RequestRun::judge(const HttpOutcome &outcome)
{
    // From here on stop() has nothing to delete: the transmission is still emitting.
    m_transmission->deleteLater();
    m_transmission.clear();
    delete m_place;
    qCDebug(lcApi) << m_request.name << "attempt" << m_attempt << "status" << outcome.status
                   << "transport" << static_cast<int>(outcome.transport);
    const QPointer<RequestRun> alive(this); // whoever reads the log may delete anything
    record(outcome);
    if (!alive)
        return;
    const Repetition &repetition = m_context.repetition;
    const auto delay = repetition.policy.delayAfter(
        m_attempt, m_request.kind, outcome, repetition.now(), repetition.random());
    if (const auto hold = repetition.policy.holdAfter(outcome, repetition.now()))
        m_context.queue.holdBack(std::max(*hold, delay.value_or(0ms)));
    if (delay)
        wait(*delay);
    else
        Q_EMIT ended(answerFrom(outcome));
}

void RequestRun::record(const HttpOutcome &outcome)
{
    if (!m_context.log)
        return;
    Exchange exchange = exchangeOf(m_context.sender.wireRequest(m_request), outcome, m_redactor);
    exchange.endpoint = m_request.name;
    exchange.attempt = m_attempt;
    exchange.startedAt = m_queuedAt;
    const auto sinceQueued = [this](std::optional<milliseconds> &moment) {
        if (moment)
            *moment += m_timeInQueue;
    };
    sinceQueued(exchange.timings.sent);
    sinceQueued(exchange.timings.firstByte);
    exchange.timings.queued = m_timeInQueue;
    exchange.timings.done += m_timeInQueue;
    m_context.log->append(std::move(exchange));
}

void RequestRun::wait(milliseconds delay)
{
    m_wait.start(delay);
    announceWait(delay);
}

void RequestRun::announceWait(milliseconds delay)
{
    m_waitEnd = QDeadlineTimer(delay);
    m_tick.start();
    Q_EMIT waitingToRetry(m_attempt, delay);
}

void RequestRun::countDown()
{
    const milliseconds remaining(m_waitEnd.remainingTime());
    if (remaining > 0ms)
        Q_EMIT stillWaiting(remaining);
}

RequestRun::Answer RequestRun::answerFrom(const HttpOutcome &outcome) const
{
    const AnswerReader reader(m_context.sender.access().baseUrl.host(), m_redactor);
    Answer answer = reader.read(outcome);
    if (answer)
        return answer;
    ApiError error = answer.error();
    error.retryAfter = RetryPolicy::askedDelay(outcome, m_context.repetition.now());
    return Unexpected{error};
}

} // namespace desk
