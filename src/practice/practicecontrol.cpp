// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecontrol.h"

#include "bodyreader.h"
#include "core/detailscheck.h"
#include "practiceanswers.h"
#include "practicecalls.h"
#include "practicecatalogue.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

namespace Property {
constexpr auto tool = "tool"_L1;
constexpr auto category = "category"_L1;
constexpr auto organization = "organization_name"_L1;
constexpr auto email = "email"_L1;
constexpr auto originId = "origin_id"_L1;
constexpr auto setupStatus = "setup_status"_L1;
constexpr auto status = "status"_L1;
constexpr auto filtering = "filtering"_L1;
constexpr auto fieldMapping = "field_mapping"_L1;
constexpr auto integrationId = "integration_id"_L1;
} // namespace Property

PracticeResponse faultsAnswer(const PracticeFaults &faults)
{
    QJsonArray list;
    for (const PracticeFault &fault : faults.list())
        list.append(toJson(fault));
    return successAnswer({{u"faults"_s, list}});
}

PracticeResponse readFaults(const PracticeCall &call)
{
    return faultsAnswer(call.environment.faults);
}

PracticeResponse replaceFaults(const PracticeCall &call)
{
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (!document.isArray())
        return inputInvalid(u"The body must be a JSON array of faults"_s);
    const auto faults = practiceFaultsFromJson(document.array());
    if (!faults)
        return inputInvalid(faults.error());
    call.environment.faults.set(*faults);
    return faultsAnswer(call.environment.faults);
}

PracticeResponse removeFaults(const PracticeCall &call)
{
    call.environment.faults.set({});
    return successAnswer({});
}

PracticeResponse behavioursAnswer(const PracticeBehaviours &behaviours)
{
    QJsonArray list;
    for (const PracticeBehaviour &behaviour : behaviours.list())
        list.append(toJson(behaviour));
    return successAnswer({{u"behaviours"_s, list}});
}

PracticeResponse readBehaviours(const PracticeCall &call)
{
    return behavioursAnswer(call.environment.behaviours);
}

PracticeResponse replaceBehaviours(const PracticeCall &call)
{
    const QJsonDocument document = QJsonDocument::fromJson(call.request.body);
    if (!document.isArray())
        return inputInvalid(u"The body must be a JSON array of behaviours"_s);
    const auto behaviours = practiceBehavioursFromJson(document.array());
    if (!behaviours)
        return inputInvalid(behaviours.error());
    call.environment.behaviours.set(*behaviours);
    return behavioursAnswer(call.environment.behaviours);
}

PracticeResponse removeBehaviours(const PracticeCall &call)
{
    call.environment.behaviours.set({});
    return successAnswer({});
}

PracticeStatus readStatus(BodyReader &reader)
{
    using enum PracticeStatus;
    return reader.choice<PracticeStatus>(
        Property::status, Active, false, practiceStatusFromWire, {Active, Invalid, Inactive});
}

//! A tool of the category where none is named, and the other way round.
void settleToolAndCategory(PracticeIntegrationFacts &facts, bool hasCategory, BodyReader &reader)
{
    if (facts.toolId.isEmpty()) {
        facts.toolId = u"sandbox"_s;
        return;
    }
    const PracticeTool *const tool = findPracticeTool(facts.toolId);
    if (!tool)
        reader.complain(u"%1 names a tool that is not switched on here"_s.arg(Property::tool));
    else if (!hasCategory)
        facts.category = tool->categories.constFirst();
    else if (!tool->categories.contains(facts.category))
        reader.complain(u"%1 names a tool that does not exist for %2"_s.arg(
            Property::tool, wireName(facts.category)));
}

PracticeIntegrationFacts readFacts(BodyReader &reader)
{
    PracticeIntegrationFacts facts;
    facts.toolId = reader.nullableText(Property::tool, DetailsLimit::toolId).value_or(QString());
    facts.category = reader.choice<Category>(
        Property::category, Category::Hris, false, categoryFromWire, allCategories());
    facts.organization = reader.nullableText(Property::organization, DetailsLimit::organization)
                             .value_or(u"Northwind Ltd"_s);
    facts.email = reader.nullableText(Property::email, DetailsLimit::email);
    facts.originId = reader.nullableText(Property::originId, DetailsLimit::id);
    facts.filtering = reader.flag(Property::filtering);
    facts.fieldMapping = reader.flag(Property::fieldMapping);
    settleToolAndCategory(facts, reader.has(Property::category), reader);
    return facts;
}

PracticeResponse createIntegration(const PracticeCall &call)
{
    const auto object = call.request.body.isEmpty() ? Result<QJsonObject, QString>(QJsonObject())
                                                    : readJsonObject(call.request.body);
    if (!object)
        return inputInvalid(object.error());
    using namespace Property;
    using enum PracticeSetupStatus;
    BodyReader reader(*object,
        {tool, category, organization, email, originId, setupStatus, status, filtering,
            fieldMapping});
    const PracticeIntegrationFacts facts = readFacts(reader);
    const auto setup = reader.choice<PracticeSetupStatus>(setupStatus, Completed, false,
        practiceSetupStatusFromWire, {Incomplete, FinalSyncPending, Completed});
    const PracticeStatus wanted = readStatus(reader);
    if (!reader.complaint().isEmpty())
        return inputInvalid(reader.complaint());

    PracticeState &state = call.environment.state;
    const QString id = state.createIntegration(facts);
    PracticeIntegration &integration = *state.integration(id);
    if (reader.has(setupStatus))
        integration.setSetupStatus(setup, state.now());
    integration.setStatus(wanted, state.now());
    return successAnswer({{u"id"_s, id}});
}

PracticeResponse setStatus(const PracticeCall &call)
{
    const auto object = readJsonObject(call.request.body);
    if (!object)
        return inputInvalid(object.error());
    BodyReader reader(*object, {Property::status});
    reader.require(Property::status);
    const PracticeStatus status = readStatus(reader);
    if (!reader.complaint().isEmpty())
        return inputInvalid(reader.complaint());
    PracticeState &state = call.environment.state;
    PracticeIntegration *const integration = state.integration(call.arguments.constFirst());
    if (!integration)
        return PracticeCalls::noSuchIntegration();
    integration->setStatus(status, state.now());
    return successAnswer({});
}

PracticeResponse createActivationToken(const PracticeCall &call)
{
    const auto object = readJsonObject(call.request.body);
    if (!object)
        return inputInvalid(object.error());
    BodyReader reader(*object, {Property::integrationId});
    const QString id = reader.requiredText(Property::integrationId, DetailsLimit::id);
    if (!reader.complaint().isEmpty())
        return inputInvalid(reader.complaint());
    PracticeState &state = call.environment.state;
    if (!state.integration(id))
        return PracticeCalls::noSuchIntegration();
    return successAnswer({{u"activation_token"_s, state.createActivationToken(id)}});
}

PracticeResponse reset(const PracticeCall &call)
{
    call.environment.state.reset();
    call.environment.faults.set({});
    call.environment.behaviours.set({});
    return successAnswer({});
}

const QList<PracticeRoute> &routes()
{
    using enum PracticeRoute::Body;
    const auto path = [](const QString &text) { return (u"practice/"_s + text).split(u'/'); };
    const QStringList faults = path(u"faults"_s);
    const QStringList flow = path(u"flow"_s);
    static const QList<PracticeRoute> table{
        {"GET"_ba, faults, {}, readFaults},
        {"PUT"_ba, faults, {}, replaceFaults, Required},
        {"DELETE"_ba, faults, {}, removeFaults},
        {"GET"_ba, flow, {}, readBehaviours},
        {"PUT"_ba, flow, {}, replaceBehaviours, Required},
        {"DELETE"_ba, flow, {}, removeBehaviours},
        {"POST"_ba, path(u"integrations"_s), {}, createIntegration, Optional},
        {"PUT"_ba, path(u"integrations/*/status"_s), {}, setStatus, Required},
        {"POST"_ba, path(u"activation-tokens"_s), {}, createActivationToken, Required},
        {"POST"_ba, path(u"reset"_s), {}, reset},
    };
    return table;
}

} // namespace

PracticeControl::PracticeControl(PracticeEnvironment &environment, Secret apiKey)
    : m_environment(environment)
    , m_apiKey(std::move(apiKey))
{
}

PracticeResponse PracticeControl::answer(const PracticeRequest &request)
{
    const auto route = findRoute(routes(), request);
    if (!route)
        return route.error();
    return isAuthorized(request, m_apiKey) ? call(**route, request, m_environment) : keyNotValid();
}

} // namespace desk
