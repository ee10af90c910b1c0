// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "resolverun.h"

#include "clientfor.h"
#include "console.h"
#include "report.h"

#include "core/redactor.h"

using namespace Qt::StringLiterals;

namespace desk {

ResolveRun::ResolveRun(
    const CommandLine &commandLine, Console &console, Redactor &redactor, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(commandLine)
    , m_redactor(redactor)
    , m_environment(commandLine.adHoc, redactor)
{
}

ResolveRun::~ResolveRun() = default;

void ResolveRun::start()
{
    m_redactor.addSecret(m_commandLine.token);
    Result<ApiAccess, Failure> access = m_environment.open();
    if (!access) {
        fail(access.error());
        return;
    }
    m_client = clientFor(*access, m_commandLine.timeout);
    limitTime(m_commandLine.timeout);
    m_sinceStart.start();
    ApiCall<ResolvedIntegration> *call = m_client->getIntegrationByToken(m_commandLine.token);
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { sayThatItWaits(delay); });
    connect(call, &ApiCallBase::failed, this,
        [this](const ApiError &error) { fail(failureFrom(error)); });
    connect(call, &ApiCallBase::succeeded, this, [this, call] { takeIntegration(call->value()); });
}

void ResolveRun::interrupt()
{
    fail(cancelledFailure(tr("Cancelled before the integration was read.")));
}

void ResolveRun::timeIsUp()
{
    fail(noAnswerFailure(m_client->access().baseUrl.host()));
}

void ResolveRun::stop()
{
    // Its calls go with it, but this may have come from one of them.
    if (m_client)
        m_client.release()->deleteLater();
}

void ResolveRun::takeIntegration(const ResolvedIntegration &integration)
{
    if (!console().isJson()) {
        conclude(Report::integrationText(integration));
        return;
    }
    const qint64 elapsed = m_sinceStart.elapsed();
    conclude(
        Report::integrationJson(integration, {}, {{u"resolve"_s, elapsed}, {u"total"_s, elapsed}}));
}

} // namespace desk
