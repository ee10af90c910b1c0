// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "requestrun.h"

#include "answerreader.h"
#include "requestsender.h"
#include "transmission.h"

#include "core/logging.h"

#include <utility>

namespace desk {

RequestRun::RequestRun(
    ApiRequest request, Repetition repetition, RequestSender &sender, QObject *parent)
    : QObject(parent)
    , m_request(std::move(request))
    , m_repetition(std::move(repetition))
    , m_sender(sender)
{
    m_redactor.addSecret(sender.access().apiKey);
    for (const Secret &secret : std::as_const(m_request.secrets))
        m_redactor.addSecret(secret);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &RequestRun::start);
    start();
}

RequestRun::~RequestRun() = default;

void RequestRun::stop()
{
    m_wait.stop();
    delete m_transmission;
}

void RequestRun::start()
{
    ++m_attempt;
    m_transmission = m_sender.send(m_request, this);
    connect(m_transmission, &Transmission::finished, this, &RequestRun::judge);
}

void RequestRun::judge(const HttpOutcome &outcome)
{
    // From here on stop() has nothing to delete: the transmission is still emitting.
    m_transmission->deleteLater();
    m_transmission.clear();
    qCDebug(lcApi) << m_request.name << "attempt" << m_attempt << "status" << outcome.status
                   << "transport" << static_cast<int>(outcome.transport);
    const auto delay = m_repetition.policy.delayAfter(
        m_attempt, m_request.kind, outcome, m_repetition.now(), m_repetition.random());
    if (delay)
        wait(*delay);
    else
        Q_EMIT ended(answerFrom(outcome));
}

void RequestRun::wait(std::chrono::milliseconds delay)
{
    m_wait.start(delay);
    Q_EMIT waitingToRetry(m_attempt, delay);
}

RequestRun::Answer RequestRun::answerFrom(const HttpOutcome &outcome) const
{
    const AnswerReader reader(m_sender.access().baseUrl.host(), m_redactor);
    Answer answer = reader.read(outcome);
    if (answer)
        return answer;
    ApiError error = answer.error();
    error.retryAfter = RetryPolicy::askedDelay(outcome, m_repetition.now());
    return Unexpected{error};
}

} // namespace desk
