// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceflow.h"

#include "core/randomword.h"
#include "practicecatalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool fits(const PracticeCredentials &credentials, PracticeSignIn signIn)
{
    constexpr auto keyPrefix = "practice-"_L1;
    switch (signIn) {
    case PracticeSignIn::ApiKey:
        return credentials.apiKey.startsWith(keyPrefix)
            && credentials.apiKey.size() > keyPrefix.size();
    case PracticeSignIn::Password:
        return credentials.userName == "practice"_L1 && credentials.password == "practice"_L1;
    case PracticeSignIn::OAuth:
        return false; // signs in by allowOAuth
    }
    Q_UNREACHABLE();
}

bool isOffered(const ConnectDetails &details, const QString &toolId)
{
    if (details.tool)
        return *details.tool == toolId;
    const PracticeTool *const tool = findPracticeTool(toolId);
    return tool && tool->categories.contains(details.category);
}

PracticeIntegrationFacts factsOf(const ConnectDetails &details, const QString &toolId)
{
    return {toolId, details.category, details.organization, details.email, details.originId,
        details.scopeConfigId, details.filtering, details.fieldMapping};
}

//! Brings a new integration into the state that was wanted; those that cannot be are left alone.
void apply(PracticeBehaviour::Kind outcome, PracticeIntegration &integration, const QDateTime &now)
{
    using Kind = PracticeBehaviour::Kind;
    switch (outcome) {
    case Kind::SetupCompleted:
        return integration.setSetupStatus(PracticeSetupStatus::Completed, now);
    case Kind::SetupIncomplete:
        return integration.setSetupStatus(PracticeSetupStatus::Incomplete, now);
    case Kind::SetupFinalSync:
        return integration.setSetupStatus(PracticeSetupStatus::FinalSyncPending, now);
    case Kind::IntegrationInvalid:
        return integration.setStatus(PracticeStatus::Invalid, now);
    case Kind::IntegrationInactive:
        return integration.setStatus(PracticeStatus::Inactive, now);
    default:
        return;
    }
}

} // namespace

PracticeFlow::PracticeFlow(PracticeState &state, PracticeBehaviours &behaviours)
    : m_state(state)
    , m_behaviours(behaviours)
{
}

QString PracticeFlow::beginVisit(const QString &linkToken, SignIn signIn)
{
    QString id = randomWord(24);
    m_visits.insert(id, {linkToken, signIn});
    return id;
}

std::optional<PracticeStepError> PracticeFlow::consent(
    const QString &linkToken, const QString &visitId, const QString &toolId)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit.error();
    const PracticeLink *const link = m_state.link(linkToken);
    if ((*visit)->step == Step::Finished || link->kind == PracticeLinkKind::Setup)
        return PracticeStepError::OutOfOrder;
    if (!isOffered(link->details, toolId))
        return PracticeStepError::UnknownTool;
    // Going back and choosing another tool begins anew.
    (*visit)->step = Step::Agreed;
    (*visit)->toolId = toolId;
    return std::nullopt;
}

std::optional<PracticeStepError> PracticeFlow::signIn(
    const QString &linkToken, const QString &visitId, const PracticeCredentials &credentials)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit.error();
    if ((*visit)->step != Step::Agreed)
        return PracticeStepError::OutOfOrder;
    if (signsInByPopup(**visit) || m_behaviours.take(PracticeBehaviour::Moment::SigningIn)
        || !fits(credentials, findPracticeTool((*visit)->toolId)->signIn))
        return PracticeStepError::WrongCredentials;
    (*visit)->step = Step::SignedIn;
    return std::nullopt;
}

std::optional<PracticeStepError> PracticeFlow::allowOAuth(
    const QString &linkToken, const QString &visitId)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit.error();
    if ((*visit)->step != Step::Agreed)
        return PracticeStepError::OutOfOrder;
    if (!signsInByPopup(**visit))
        return PracticeStepError::WrongCredentials;
    (*visit)->step = Step::SignedIn;
    return std::nullopt;
}

std::optional<PracticeStepError> PracticeFlow::chooseGroups(
    const QString &linkToken, const QString &visitId, const QStringList &groups)
{
    const auto visit = setupVisitFor(linkToken, visitId, &ConnectDetails::filtering);
    if (!visit)
        return visit.error();
    const auto isKnown = [](const QString &id) {
        return std::any_of(practiceGroups().cbegin(), practiceGroups().cend(),
            [&id](const PracticeGroup &group) { return group.id == id; });
    };
    if (groups.isEmpty() || !std::all_of(groups.cbegin(), groups.cend(), isKnown))
        return PracticeStepError::UnknownChoice;
    (*visit)->groups = groups;
    return std::nullopt;
}

std::optional<PracticeStepError> PracticeFlow::mapFields(
    const QString &linkToken, const QString &visitId, const QHash<QString, QString> &mappings)
{
    const auto visit = setupVisitFor(linkToken, visitId, &ConnectDetails::fieldMapping);
    if (!visit)
        return visit.error();
    const PracticeIntegration &integration =
        *m_state.integration(m_state.link(linkToken)->integrationId);
    const auto customFields = practiceCustomFields(integration.facts().category);
    const auto fields = practiceFields(integration.id(), integration.facts().category);
    for (auto mapping = mappings.cbegin(); mapping != mappings.cend(); ++mapping) {
        if (!findById(customFields, mapping.key()) || !findById(fields, mapping.value()))
            return PracticeStepError::UnknownChoice;
    }
    (*visit)->mappings = mappings;
    return std::nullopt;
}

Result<QString, PracticeStepError> PracticeFlow::finish(
    const QString &linkToken, const QString &visitId)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return Unexpected{visit.error()};
    if ((*visit)->step == Step::Finished) // the answer may have been lost on its way
        return (*visit)->activationToken;
    const PracticeLink &link = *m_state.link(linkToken);
    if (!isReadyToFinish(link, **visit))
        return Unexpected{PracticeStepError::OutOfOrder};
    (*visit)->activationToken = m_state.createActivationToken(take(link, **visit));
    (*visit)->step = Step::Finished;
    return (*visit)->activationToken;
}

std::optional<QString> PracticeFlow::chosenTool(
    const QString &linkToken, const QString &visitId) const
{
    const Visit *const visit = m_visits.find(visitId);
    if (!visit || visit->linkToken != linkToken || visit->toolId.isEmpty())
        return std::nullopt;
    return visit->toolId;
}

bool PracticeFlow::refusesEmbedded(const QString &visitId) const
{
    const Visit *const visit = m_visits.find(visitId);
    return visit && visit->signIn == SignIn::InBrowserPopup;
}

auto PracticeFlow::visitFor(const QString &linkToken, const QString &visitId)
    -> Result<Visit *, PracticeStepError>
{
    if (m_state.linkState(linkToken) != PracticeLinkState::Valid)
        return Unexpected{PracticeStepError::LinkGone};
    Visit *const visit = m_visits.find(visitId);
    if (!visit || visit->linkToken != linkToken)
        return Unexpected{PracticeStepError::VisitGone};
    return visit;
}

auto PracticeFlow::setupVisitFor(const QString &linkToken, const QString &visitId,
    bool ConnectDetails::*step) -> Result<Visit *, PracticeStepError>
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit;
    const PracticeLink &link = *m_state.link(linkToken);
    const bool isOpen = link.kind == PracticeLinkKind::Setup && link.details.*step
        && (*visit)->step != Step::Finished;
    if (!isOpen)
        return Unexpected{PracticeStepError::OutOfOrder};
    return visit;
}

bool PracticeFlow::isReadyToFinish(const PracticeLink &link, const Visit &visit)
{
    if (link.kind != PracticeLinkKind::Setup)
        return visit.step == Step::SignedIn;
    return (visit.groups || !link.details.filtering)
        && (visit.mappings || !link.details.fieldMapping);
}

//! Does what the link is for and gives the id of the integration.
QString PracticeFlow::take(const PracticeLink &link, const Visit &visit)
{
    if (link.kind == PracticeLinkKind::Setup) {
        storeSetup(*m_state.integration(link.integrationId), visit);
        return link.integrationId;
    }
    const auto outcome = m_behaviours.take(PracticeBehaviour::Moment::Finishing);
    const QString id = connected(link, visit.toolId, outcome);
    if (outcome)
        apply(*outcome, *m_state.integration(id), m_state.now());
    return id;
}

QString PracticeFlow::connected(
    const PracticeLink &link, const QString &toolId, std::optional<PracticeBehaviour::Kind> outcome)
{
    const bool isOther = outcome == PracticeBehaviour::Kind::OtherClient;
    if (link.kind == PracticeLinkKind::Reconnect && !isOther) {
        m_state.integration(link.integrationId)
            ->reconnect(link.details.scopeConfigId, m_state.now());
        return link.integrationId;
    }
    PracticeIntegrationFacts facts = factsOf(link.details, toolId);
    if (isOther) {
        facts.organization = u"Somebody Else Inc"_s;
        facts.email = u"sam@somebody-else.example"_s;
        facts.originId = u"somebody-else"_s;
    }
    return m_state.createIntegration(facts);
}

bool PracticeFlow::signsInByPopup(const Visit &visit)
{
    return visit.signIn != SignIn::OfTheTool
        || findPracticeTool(visit.toolId)->signIn == PracticeSignIn::OAuth;
}

void PracticeFlow::storeSetup(PracticeIntegration &integration, const Visit &visit) const
{
    const QDateTime now = m_state.now();
    if (visit.groups)
        integration.setGroups(*visit.groups, now);
    if (visit.mappings) {
        for (const PracticeCustomField &field :
            practiceCustomFields(integration.facts().category)) {
            const auto mapped = visit.mappings->constFind(field.id);
            integration.mapField(field.id,
                mapped == visit.mappings->cend() ? std::nullopt : std::optional(*mapped), now);
        }
    }
    integration.finishSetup(now);
}

} // namespace desk
