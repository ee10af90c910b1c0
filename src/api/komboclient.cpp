// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "komboclient.h"

#include "createlink.h"
#include "integrationbytoken.h"
#include "requestsender.h"
#include "runningcall.h"

#include <utility>

namespace desk {

KomboClient::KomboClient(ApiAccess access, QObject *parent)
    : KomboClient(std::move(access), Deadlines(), parent)
{
}

KomboClient::KomboClient(ApiAccess access, Deadlines deadlines, QObject *parent)
    : KomboClient(std::move(access), deadlines, Repetition(), parent)
{
}

KomboClient::KomboClient(
    ApiAccess access, Deadlines deadlines, Repetition repetition, QObject *parent)
    : QObject(parent)
    , m_sender(std::make_unique<RequestSender>(std::move(access)))
    , m_deadlines(deadlines)
    , m_repetition(std::move(repetition))
{
}

KomboClient::~KomboClient()
{
    // Before the sender, which the calls use; as children they would go after it.
    qDeleteAll(findChildren<ApiCallBase *>(Qt::FindDirectChildrenOnly));
}

const ApiAccess &KomboClient::access() const
{
    return m_sender->access();
}

ApiCall<CreatedLink> *KomboClient::createConnectionLink(const ConnectDetails &details)
{
    ApiRequest request = CreateLink::request(details);
    request.deadline = m_deadlines.link;
    return new RunningCall<CreatedLink>(std::move(request), &CreateLink::parse, m_repetition,
        *m_sender, access().baseUrl.host(), this);
}

ApiCall<ResolvedIntegration> *KomboClient::getIntegrationByToken(const Secret &token)
{
    ApiRequest request = IntegrationByToken::request(token);
    request.deadline = m_deadlines.rest;
    return new RunningCall<ResolvedIntegration>(std::move(request), &IntegrationByToken::parse,
        m_repetition, *m_sender, access().baseUrl.host(), this);
}

} // namespace desk
