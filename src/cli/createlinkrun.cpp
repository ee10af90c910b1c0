// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "createlinkrun.h"

#include "clientfor.h"
#include "console.h"
#include "report.h"

#include "core/connectlink.h"
#include "core/redactor.h"
#include "session/linkvalidity.h"

using namespace Qt::StringLiterals;

namespace desk {

CreateLinkRun::CreateLinkRun(
    const CommandLine &commandLine, Console &console, Redactor &redactor, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(commandLine)
    , m_redactor(redactor)
    , m_environment(commandLine.adHoc, redactor)
{
}

CreateLinkRun::~CreateLinkRun() = default;

void CreateLinkRun::start()
{
    Result<ApiAccess, Failure> access = m_environment.open();
    if (!access) {
        fail(access.error());
        return;
    }
    m_client = clientFor(*access, m_commandLine.timeout);
    limitTime(m_commandLine.timeout);
    m_asked = QDateTime::currentDateTimeUtc();
    ApiCall<CreatedLink> *call = m_client->createConnectionLink(m_commandLine.details);
    connect(call, &ApiCallBase::waitingToRetry, this,
        [this](int, std::chrono::milliseconds delay) { sayThatItWaits(delay); });
    connect(call, &ApiCallBase::failed, this,
        [this](const ApiError &error) { fail(failureFrom(error)); });
    connect(call, &ApiCallBase::succeeded, this, [this, call] { takeLink(call->value().link); });
}

void CreateLinkRun::interrupt()
{
    fail(cancelledFailure(tr("Cancelled before a link came.")));
}

void CreateLinkRun::timeIsUp()
{
    fail(noAnswerFailure(m_client->access().baseUrl.host()));
}

void CreateLinkRun::stop()
{
    // Its calls go with it, but this may have come from one of them.
    if (m_client)
        m_client.release()->deleteLater();
}

void CreateLinkRun::takeLink(const Secret &link)
{
    m_redactor.addSecret(link);
    Result<ConnectLink, LinkError> checked = ConnectLink::check(link.reveal(), m_client->access());
    if (!checked) {
        fail(failureFrom(checked.error()));
        return;
    }
    const LinkType type = m_commandLine.details.linkType;
    const QDateTime expiry = linkExpiry(type, m_asked);
    tellValidity(expiry);
    conclude(
        console().isJson() ? Report::linkJson(*checked, type, expiry) : Report::linkText(*checked));
}

void CreateLinkRun::tellValidity(const QDateTime &expiry)
{
    if (m_environment.isPractice()) {
        console().tell(tr("The practice server ends with this command, and the link with it. Start "
                          "“connect-desk practice” and give its base URL for one that lasts."));
        return;
    }
    //: %1 is a date and time
    console().tell(
        tr("The link is valid until %1.").arg(expiry.toString(u"yyyy-MM-dd HH:mm 'UTC'"_s)));
}

} // namespace desk
