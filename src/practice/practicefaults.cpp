// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicefaults.h"

#include "practiceanswers.h"
#include "practiceerrors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool makesLinks(const QString &endpoint)
{
    return endpoint == "createConnectionLink"_L1 || endpoint == "createReconnectionLink"_L1
        || endpoint == "createSetupLink"_L1;
}

//! "*" does not mean endpoints at which nothing would come of the fault.
bool concerns(const PracticeFault &fault, const QString &endpoint)
{
    if (fault.endpoint != "*"_L1)
        return fault.endpoint == endpoint;
    if (fault.expiredLink)
        return makesLinks(endpoint);
    return !fault.reusedToken || endpoint == "getIntegrationByToken"_L1;
}

bool saysWhatToAnswer(const PracticeFault &fault)
{
    return fault.body || fault.code || fault.message || !fault.retryAfter.isEmpty()
        || fault.retryAfterMs || fault.status.value_or(200) >= 300;
}

int statusUnder(const PracticeFault &fault)
{
    if (fault.status)
        return *fault.status;
    if (fault.code)
        return statusOfCode(*fault.code);
    if (fault.body)
        return 200;
    // Only a rate limit makes sense of a time to wait.
    return fault.retryAfter.isEmpty() && !fault.retryAfterMs ? 500 : 429;
}

PracticeResponse scripted(const PracticeFault &fault)
{
    const int status = statusUnder(fault);
    const QString code = fault.code.value_or(codeOfStatus(status));
    PracticeResponse response = errorAnswer(status, code, titleOfCode(code),
        fault.message.value_or(u"This error was scripted in the practice environment"_s));
    if (fault.body)
        response.body = *fault.body;
    if (!fault.retryAfter.isEmpty())
        response.headers.append({"Retry-After"_ba, fault.retryAfter.toLatin1()});
    if (fault.retryAfterMs)
        response.headers.append({"retry-after-ms"_ba, QByteArray::number(*fault.retryAfterMs)});
    return response;
}

} // namespace

void PracticeFaults::set(const QList<PracticeFault> &faults)
{
    m_faults = faults.first(std::min(faults.size(), maximumCount));
}

std::optional<PracticeFault> PracticeFaults::take(const QString &endpoint)
{
    const auto found = std::find_if(m_faults.cbegin(), m_faults.cend(),
        [&endpoint](const PracticeFault &fault) { return concerns(fault, endpoint); });
    if (found == m_faults.cend())
        return std::nullopt;
    PracticeFault fault = *found;
    const qsizetype index = std::distance(m_faults.cbegin(), found);
    if (fault.times && *fault.times <= 1)
        m_faults.removeAt(index);
    else if (fault.times)
        m_faults[index].times = *fault.times - 1;
    return fault;
}

PracticeResponse answerUnder(
    const PracticeFault &fault, const std::function<PracticeResponse()> &call)
{
    PracticeResponse response = saysWhatToAnswer(fault) ? scripted(fault) : call();
    if (fault.status)
        response.status = *fault.status;
    if (!fault.contentType.isEmpty())
        response.contentType = fault.contentType.toLatin1();
    response.delivery = fault.delivery;
    response.delayMs = fault.delayMs;
    return response;
}

} // namespace desk
