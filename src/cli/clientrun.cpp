// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "clientrun.h"

#include "clientfor.h"
#include "console.h"

#include "core/redactor.h"

namespace desk {

ClientRun::ClientRun(
    const CommandLine &commandLine, Console &console, Redactor &redactor, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(commandLine)
    , m_redactor(redactor)
    , m_environment(commandLine, redactor)
    , m_exchanges(commandLine, console)
    , m_memory(commandLine, console)
{
    connect(&m_environment, &Environment::opened, this, &ClientRun::takeAccess);
    connect(&m_environment, &Environment::failed, this,
        [this](const Failure &failure) { fail(failure); });
}

ClientRun::~ClientRun() = default;

void ClientRun::start()
{
    m_redactor.addSecret(words().token);
    m_environment.open();
}

void ClientRun::takeAccess(const ApiAccess &access)
{
    if (isOver())
        return;
    m_memory.setPlace(m_environment.ledgerProfile(), isPractice());
    m_client = clientFor(access, m_commandLine.timeout);
    m_client->recordIn(m_exchanges.log());
    limitTime(m_commandLine.timeout);
    begin(*m_client);
}

void ClientRun::interrupt()
{
    fail(cancelledFailure(tr("Cancelled before there was an answer.")));
}

void ClientRun::addSecret(const Secret &secret)
{
    m_redactor.addSecret(secret);
}

void ClientRun::followEnd(ApiCallBase *call)
{
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { sayThatItWaits(delay); });
    connect(call, &ApiCallBase::failed, this,
        [this](const ApiError &error) { fail(failureFrom(error)); });
}

void ClientRun::timeIsUp()
{
    fail(noAnswerFailure(access().baseUrl.host()));
}

void ClientRun::stop()
{
    // The client itself stays until the run goes: this may have come from one of its calls.
    if (m_client)
        m_client->cancelAll();
}

void ClientRun::amend(Ending &ending)
{
    if (const std::optional<QByteArray> scripts = m_exchanges.scripts())
        ending.result = *scripts;
    const std::optional<Failure> trouble = m_exchanges.save();
    if (!ending.failure)
        ending.failure = trouble;
}

} // namespace desk
