// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceanswers.h"
#include "practicecalls.h"
#include "practicecontract.h"
#include "practicejson.h"

using namespace Qt::StringLiterals;

namespace desk::PracticeCalls {

namespace {

PracticeResponse linkAnswer(const PracticeCall &call, const PracticeLink &link)
{
    const bool isOver = call.fault && call.fault->expiredLink;
    const QString token = call.environment.state.createLink(
        link, isOver ? PracticeState::Lifetime::Over : PracticeState::Lifetime::Full);
    return successAnswer(
        {{u"link"_s, u"%1/connect/v1?token=%2"_s.arg(call.environment.origin, token)}});
}

ConnectDetails detailsOf(const PracticeIntegration &integration)
{
    const PracticeIntegrationFacts &facts = integration.facts();
    ConnectDetails details;
    details.email = facts.email.value_or(QString());
    details.organization = facts.organization;
    details.originId = facts.originId;
    details.category = facts.category;
    details.tool = facts.toolId;
    details.filtering = facts.filtering;
    details.fieldMapping = facts.fieldMapping;
    return details;
}

PracticeResponse tokenGone()
{
    return integrationNotFound(u"This token is unknown, used or expired"_s);
}

} // namespace

PracticeResponse createConnectionLink(const PracticeCall &call)
{
    const auto details = readCreateLinkRequest(call.request.body);
    if (!details)
        return inputInvalid(details.error());
    return linkAnswer(call, {PracticeLinkKind::Connect, *details});
}

PracticeResponse createReconnectionLink(const PracticeCall &call)
{
    const auto asked = readRelinkRequest(call.request.body);
    if (!asked)
        return inputInvalid(asked.error());
    const PracticeIntegration *const integration =
        call.environment.state.integration(call.arguments.constFirst());
    if (!integration)
        return noSuchIntegration();
    ConnectDetails details = detailsOf(*integration);
    details.language = asked->language;
    details.scopeConfigId = asked->scopeConfigId;
    details.linkType = asked->linkType;
    return linkAnswer(call, {PracticeLinkKind::Reconnect, details, integration->id()});
}

PracticeResponse createSetupLink(const PracticeCall &call)
{
    const auto asked = readSetupLinkRequest(call.request.body);
    if (!asked)
        return inputInvalid(asked.error());
    const PracticeIntegration *const integration =
        call.environment.state.integration(call.arguments.constFirst());
    if (!integration)
        return noSuchIntegration();
    if (!integration->hasSetupStep())
        return inputInvalid(u"No setup step is switched on for this integration"_s);
    ConnectDetails details = detailsOf(*integration);
    details.language = asked->language;
    details.linkType = asked->linkType;
    return linkAnswer(call, {PracticeLinkKind::Setup, details, integration->id()});
}

PracticeResponse getIntegrationByToken(const PracticeCall &call)
{
    if (call.fault && call.fault->reusedToken)
        return tokenGone();
    PracticeState &state = call.environment.state;
    const PracticeIntegration *const integration = state.redeem(call.arguments.constFirst());
    return integration ? successAnswer(resolvedJson(*integration, state.now())) : tokenGone();
}

} // namespace desk::PracticeCalls
