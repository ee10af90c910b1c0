// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apicall.h"
#include "requestrun.h"

#include <QPointer>

#include <utility>

namespace desk {

/*!
 * What every implementation of ApiCall shares: the one ending, told in an order in which slots may
 * delete the call, and a parser's word about data made into an error.
 */
template <typename Base> class EndingCall : public Base {
public:
    using Base::Base;

protected:
    using State = ApiCallBase::State;

    //! Tells who listens about the waits of a run.
    void relay(RequestRun &run)
    {
        QObject::connect(&run, &RequestRun::waitingToRetry, this, &ApiCallBase::waitingToRetry);
        QObject::connect(&run, &RequestRun::stillWaiting, this, &ApiCallBase::stillWaiting);
        QObject::connect(&run, &RequestRun::waitIsOver, this, &ApiCallBase::waitIsOver);
    }

    //! With m_value set, or not at all.
    void endWell()
    {
        const QPointer<ApiCallBase> alive(this); // slots may delete the call
        this->m_state = State::Succeeded;
        Q_EMIT this->succeeded();
        if (alive)
            Q_EMIT this->finished();
    }

    void endBadly(const ApiError &error)
    {
        const QPointer<ApiCallBase> alive(this);
        this->m_state = State::Failed;
        Q_EMIT this->failed(error);
        if (alive)
            Q_EMIT this->finished();
    }

    static ApiError protocolError(const QString &host, const QString &detail)
    {
        ApiError error;
        error.kind = ApiError::Kind::Protocol;
        error.httpStatus = 200;
        error.host = host;
        error.detail = detail;
        return error;
    }
};

//! One request with its repetitions, and a parser for what it brings.
template <typename T> class RunningCall final : public EndingCall<ApiCall<T>> {
public:
    //! The error says what was wrong with the data, without quoting from it.
    using Parser = Result<T, QString> (*)(const QJsonObject &data);

    RunningCall(
        ApiRequest request, Parser parser, RequestContext context, QString host, QObject *parent)
        : EndingCall<ApiCall<T>>(parent)
        , m_run(std::move(request), std::move(context), nullptr)
        , m_parser(parser)
        , m_host(std::move(host))
    {
        this->relay(m_run);
        QObject::connect(&m_run, &RequestRun::ended, this,
            [this](const RequestRun::Answer &answer) { end(answer); });
    }

    void cancel() override
    {
        if (this->isFinished())
            return;
        this->m_state = ApiCallBase::State::Cancelled;
        m_run.stop();
    }

private:
    void end(const RequestRun::Answer &answer)
    {
        if (!answer) {
            this->endBadly(answer.error());
            return;
        }
        Result<T, QString> value = m_parser(*answer);
        if (!value) {
            this->endBadly(this->protocolError(m_host, value.error()));
            return;
        }
        this->m_value = std::move(value).value();
        this->endWell();
    }

    RequestRun m_run;
    Parser m_parser;
    QString m_host;
};

} // namespace desk
