// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apierror.h"
#include "apirequest.h"
#include "httpoutcome.h"
#include "retrypolicy.h"

#include "core/redactor.h"
#include "core/result.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace desk {

class RequestSender;
class Transmission;

/*!
 * One request with its repetitions, up to its one ending. The deadline of the request holds for
 * each attempt; waits between them are bounded by the retry policy and not counted. Starts when it
 * is made; nothing is emitted before the event loop runs, and nothing after stop().
 */
class RequestRun : public QObject {
    Q_OBJECT

public:
    using Answer = Result<QJsonObject, ApiError>;

    //! The sender must outlive the run.
    RequestRun(ApiRequest request, Repetition repetition, RequestSender &sender, QObject *parent);
    ~RequestRun() override;

    void stop();

Q_SIGNALS:
    void waitingToRetry(int attempt, std::chrono::milliseconds delay);
    void ended(const desk::RequestRun::Answer &answer);

private:
    void start();
    void judge(const HttpOutcome &outcome);
    void wait(std::chrono::milliseconds delay);
    Answer answerFrom(const HttpOutcome &outcome) const;

    ApiRequest m_request;
    Repetition m_repetition;
    RequestSender &m_sender;
    Redactor m_redactor;
    QPointer<Transmission> m_transmission;
    QTimer m_wait;
    int m_attempt = 0;
};

} // namespace desk
