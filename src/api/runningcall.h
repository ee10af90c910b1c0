// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apicall.h"
#include "requestrun.h"

#include <QPointer>

#include <utility>

namespace desk {

//! The one implementation of ApiCall: a run of requests, and a parser for what they bring.
template <typename T> class RunningCall final : public ApiCall<T> {
public:
    //! The error says what was wrong with the data, without quoting from it.
    using Parser = Result<T, QString> (*)(const QJsonObject &data);

    RunningCall(ApiRequest request, Parser parser, Repetition repetition, RequestSender &sender,
        QString host, QObject *parent)
        : ApiCall<T>(parent)
        , m_run(std::move(request), std::move(repetition), sender, nullptr)
        , m_parser(parser)
        , m_host(std::move(host))
    {
        QObject::connect(&m_run, &RequestRun::waitingToRetry, this, &ApiCallBase::waitingToRetry);
        QObject::connect(&m_run, &RequestRun::ended, this,
            [this](const RequestRun::Answer &answer) { end(parsed(answer)); });
    }

    void cancel() override
    {
        if (this->isFinished())
            return;
        this->m_state = State::Cancelled;
        m_run.stop();
    }

private:
    using State = ApiCallBase::State;

    Result<T, ApiError> parsed(const RequestRun::Answer &answer) const
    {
        if (!answer)
            return Unexpected{answer.error()};
        Result<T, QString> value = m_parser(*answer);
        if (value)
            return std::move(value).value();
        ApiError error;
        error.kind = ApiError::Kind::Protocol;
        error.httpStatus = 200;
        error.host = m_host;
        error.detail = value.error();
        return Unexpected{error};
    }

    void end(Result<T, ApiError> result)
    {
        const QPointer<ApiCallBase> alive(this); // slots may delete the call
        if (result) {
            this->m_value = std::move(result).value();
            this->m_state = State::Succeeded;
            Q_EMIT this->succeeded();
        } else {
            this->m_state = State::Failed;
            Q_EMIT this->failed(result.error());
        }
        if (alive)
            Q_EMIT this->finished();
    }

    RequestRun m_run;
    Parser m_parser;
    QString m_host;
};

} // namespace desk
