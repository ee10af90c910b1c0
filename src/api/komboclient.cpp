// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "komboclient.h"

#include "changeintegration.h"
#include "checkapikey.h"
#include "createlink.h"
#include "customfields.h"
#include "deletioncall.h"
#include "exchangelog.h"
#include "getintegrationdetails.h"
#include "gettools.h"
#include "integrationbytoken.h"
#include "integrationfields.h"
#include "integrationlinks.h"
#include "pagewalk.h"
#include "requestsender.h"
#include "runningcall.h"
#include "triggersync.h"

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
    , m_queue(std::make_unique<RequestQueue>())
    , m_deadlines(deadlines)
    , m_repetition(std::move(repetition))
{
}

KomboClient::~KomboClient()
{
    // Before the sender and the queue, which the calls use; as children they would go after them.
    qDeleteAll(findChildren<ApiCallBase *>(Qt::FindDirectChildrenOnly));
}

const ApiAccess &KomboClient::access() const
{
    return m_sender->access();
}

void KomboClient::recordIn(ExchangeLog *log)
{
    m_log = log;
}

void KomboClient::cancelAll()
{
    const auto calls = findChildren<ApiCallBase *>(Qt::FindDirectChildrenOnly);
    for (ApiCallBase *call : calls)
        call->cancel();
}

RequestContext KomboClient::context() const
{
    return {*m_sender, *m_queue, m_repetition, m_log};
}

template <typename T, typename Parser>
ApiCall<T> *KomboClient::run(std::chrono::milliseconds deadline, ApiRequest request, Parser parser)
{
    request.deadline = deadline;
    return new RunningCall<T>(std::move(request), parser, context(), access().baseUrl.host(), this);
}

template <typename T, typename Endpoint>
PagedCall<T> *KomboClient::walk(const QString &integrationId)
{
    const auto request = [integrationId, deadline = m_deadlines.rest](const QString &cursor) {
        ApiRequest page = Endpoint::request(integrationId, cursor);
        page.deadline = deadline;
        return page;
    };
    return new PageWalk<T>(request, &Endpoint::parse, context(), access().baseUrl.host(), this);
}

ApiCall<EnvironmentInfo> *KomboClient::checkApiKey()
{
    return run<EnvironmentInfo>(m_deadlines.rest, CheckApiKey::request(), &CheckApiKey::parse);
}

ApiCall<CreatedLink> *KomboClient::createConnectionLink(const ConnectDetails &details)
{
    return run<CreatedLink>(m_deadlines.link, CreateLink::request(details), &CreateLink::parse);
}

ApiCall<ResolvedIntegration> *KomboClient::getIntegrationByToken(const Secret &token)
{
    return run<ResolvedIntegration>(
        m_deadlines.rest, IntegrationByToken::request(token), &IntegrationByToken::parse);
}

ApiCall<ToolList> *KomboClient::getTools(Category category)
{
    return run<ToolList>(m_deadlines.rest, GetTools::request(category), &GetTools::parse);
}

ApiCall<IntegrationDetails> *KomboClient::getIntegrationDetails(const QString &integrationId)
{
    return run<IntegrationDetails>(m_deadlines.rest, GetIntegrationDetails::request(integrationId),
        &GetIntegrationDetails::parse);
}

ApiCall<Done> *KomboClient::deleteIntegration(const QString &integrationId)
{
    ApiRequest deletion = DeleteIntegration::request(integrationId);
    deletion.deadline = m_deadlines.rest;
    ApiRequest reading = GetIntegrationDetails::request(integrationId);
    reading.deadline = m_deadlines.rest;
    return new DeletionCall(std::move(deletion), std::move(reading), context(), this);
}

ApiCall<Done> *KomboClient::setIntegrationEnabled(const QString &integrationId, bool enabled)
{
    return run<Done>(m_deadlines.rest, SetIntegrationEnabled::request(integrationId, enabled),
        &SetIntegrationEnabled::parse);
}

ApiCall<CreatedLink> *KomboClient::createReconnectionLink(
    const QString &integrationId, const ReconnectionOptions &options)
{
    return run<CreatedLink>(m_deadlines.link,
        CreateReconnectionLink::request(integrationId, options), &CreateLink::parse);
}

ApiCall<CreatedLink> *KomboClient::createSetupLink(
    const QString &integrationId, const SetupOptions &options)
{
    return run<CreatedLink>(
        m_deadlines.link, CreateSetupLink::request(integrationId, options), &CreateLink::parse);
}

ApiCall<StartedSync> *KomboClient::triggerSync(const QString &integrationId, SyncType type)
{
    return run<StartedSync>(
        m_deadlines.link, TriggerSync::request(integrationId, type), &TriggerSync::parse);
}

PagedCall<IntegrationField> *KomboClient::getIntegrationFields(const QString &integrationId)
{
    return walk<IntegrationField, GetIntegrationFields>(integrationId);
}

ApiCall<IntegrationField> *KomboClient::updateIntegrationField(
    const QString &integrationId, const QString &fieldId, std::optional<bool> enablePassthrough)
{
    return run<IntegrationField>(m_deadlines.rest,
        UpdateIntegrationField::request(integrationId, fieldId, enablePassthrough),
        &UpdateIntegrationField::parse);
}

PagedCall<CustomField> *KomboClient::getCustomFields(const QString &integrationId)
{
    return walk<CustomField, GetCustomFields>(integrationId);
}

ApiCall<CustomField> *KomboClient::updateCustomFieldMapping(const QString &integrationId,
    const QString &customFieldId, const std::optional<QString> &integrationFieldId)
{
    return run<CustomField>(m_deadlines.rest,
        UpdateCustomFieldMapping::request(integrationId, customFieldId, integrationFieldId),
        &UpdateCustomFieldMapping::parse);
}

} // namespace desk
