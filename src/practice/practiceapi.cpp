// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceapi.h"

#include "practiceanswers.h"
#include "practicecalls.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

const QList<PracticeRoute> &routes()
{
    using enum PracticeRoute::Body;
    using namespace PracticeCalls;
    const auto path = [](const QString &text) { return (u"v1/"_s + text).split(u'/'); };
    const auto ofIntegration = [path](const QString &text) {
        return path(u"integrations/*"_s + text);
    };
    const QStringList paging{u"cursor"_s, u"page_size"_s};
    static const QList<PracticeRoute> table{
        {"GET"_ba, path(u"check-api-key"_s), u"checkApiKey"_s, checkApiKey},
        {"POST"_ba, path(u"connect/create-link"_s), u"createConnectionLink"_s, createConnectionLink,
            Required},
        {"GET"_ba, path(u"connect/integration-by-token/*"_s), u"getIntegrationByToken"_s,
            getIntegrationByToken},
        {"GET"_ba, path(u"tools/*"_s), u"getTools"_s, getTools},
        {"GET"_ba, ofIntegration({}), u"getIntegrationDetails"_s, getIntegrationDetails},
        {"DELETE"_ba, ofIntegration({}), u"deleteIntegration"_s, deleteIntegration, Optional},
        {"PUT"_ba, ofIntegration(u"/enabled"_s), u"setIntegrationEnabled"_s, setIntegrationEnabled,
            Required},
        {"POST"_ba, ofIntegration(u"/relink"_s), u"createReconnectionLink"_s,
            createReconnectionLink, Required},
        {"POST"_ba, ofIntegration(u"/setup-link"_s), u"createSetupLink"_s, createSetupLink,
            Required},
        {"POST"_ba, path(u"force-sync"_s), u"triggerSync"_s, triggerSync, Required},
        {"GET"_ba, ofIntegration(u"/integration-fields"_s), u"getIntegrationFields"_s,
            getIntegrationFields, None, paging},
        {"PATCH"_ba, ofIntegration(u"/integration-fields/*"_s), u"updateIntegrationField"_s,
            updateIntegrationField, Required},
        {"GET"_ba, ofIntegration(u"/custom-fields"_s), u"getCustomFields"_s, getCustomFields, None,
            paging},
        {"PUT"_ba, ofIntegration(u"/custom-fields/*"_s), u"updateCustomFieldMapping"_s,
            updateCustomFieldMapping, Required},
    };
    return table;
}

} // namespace

PracticeApi::PracticeApi(PracticeEnvironment &environment, Secret apiKey)
    : m_environment(environment)
    , m_apiKey(std::move(apiKey))
{
}

PracticeResponse PracticeApi::answer(const PracticeRequest &request)
{
    const auto found = findRoute(routes(), request);
    if (!found)
        return found.error();
    const PracticeRoute &route = **found;
    const auto fault = m_environment.faults.take(route.name);
    const auto ordinary = [&] {
        return isAuthorized(request, m_apiKey) ? call(route, request, m_environment, fault)
                                               : keyNotValid();
    };
    return fault ? answerUnder(*fault, ordinary) : ordinary();
}

} // namespace desk
