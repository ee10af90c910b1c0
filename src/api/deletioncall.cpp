// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "deletioncall.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = ApiError::Kind;

bool mayHaveBeenDone(const ApiError &error)
{
    switch (error.kind) {
    case Kind::Transport:
    case Kind::Timeout:
    case Kind::Server:
    case Kind::Protocol:
    case Kind::TooLarge:
        return true;
    case Kind::Tls:
    case Kind::Redirect:
    case Kind::Unauthorized:
    case Kind::NetworkNotAllowed:
    case Kind::RateLimited:
    case Kind::NotFound:
    case Kind::Rejected:
        break;
    }
    return false;
}

} // namespace

DeletionCall::DeletionCall(
    ApiRequest deletion, ApiRequest reading, RequestContext context, QObject *parent)
    : EndingCall<ApiCall<Done>>(parent)
    , m_reading(std::move(reading))
    , m_context(std::move(context))
{
    start(std::move(deletion), &DeletionCall::judge);
}

void DeletionCall::cancel()
{
    if (isFinished())
        return;
    m_state = State::Cancelled;
    m_run->stop();
}

void DeletionCall::start(ApiRequest request, void (DeletionCall::*then)(const RequestRun::Answer &))
{
    if (m_run)
        m_run.release()->deleteLater(); // it is still emitting
    m_run = std::make_unique<RequestRun>(std::move(request), m_context, nullptr);
    relay(*m_run);
    connect(m_run.get(), &RequestRun::ended, this, then);
}

void DeletionCall::judge(const RequestRun::Answer &answer)
{
    if (answer) {
        m_value = Done();
        endWell();
    } else if (mayHaveBeenDone(answer.error())) {
        readAgain(answer.error());
    } else {
        endBadly(answer.error());
    }
}

void DeletionCall::readAgain(const ApiError &error)
{
    m_error = error;
    start(m_reading, &DeletionCall::judgeReading);
}

void DeletionCall::judgeReading(const RequestRun::Answer &answer)
{
    // By the code: a 404 alone may come from anything in front of the API.
    if (answer || answer.error().code != "PLATFORM.INTEGRATION_NOT_FOUND"_L1) {
        endBadly(m_error);
        return;
    }
    m_value = Done();
    endWell();
}

} // namespace desk
