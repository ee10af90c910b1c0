// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicestate.h"

#include "practicecatalogue.h"
#include "randomword.h"

#include <utility>

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

} // namespace

PracticeState::PracticeState(PracticeClock clock)
    : m_clock(std::move(clock))
{
}

QString PracticeState::createLink(const ConnectDetails &details)
{
    const qint64 lifetime =
        details.linkType == LinkType::Embedded ? embeddedLifetimeSeconds : magicLifetimeSeconds;
    QString token = randomWord(43);
    m_links.insert(token, {details, m_clock().addSecs(lifetime)});
    return token;
}

PracticeLinkState PracticeState::linkState(const QString &linkToken) const
{
    const Link *const link = m_links.find(linkToken);
    if (!link)
        return PracticeLinkState::Unknown;
    return m_clock() < link->expiresAt ? PracticeLinkState::Valid : PracticeLinkState::Expired;
}

std::optional<ConnectDetails> PracticeState::linkDetails(const QString &linkToken) const
{
    const Link *const link = m_links.find(linkToken);
    return link ? std::optional(link->details) : std::nullopt;
}

QString PracticeState::beginVisit(const QString &linkToken)
{
    QString id = randomWord(24);
    Visit visit;
    visit.linkToken = linkToken;
    m_visits.insert(id, visit);
    return id;
}

std::optional<PracticeStepError> PracticeState::consent(
    const QString &linkToken, const QString &visitId, const QString &toolId)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit.error();
    if ((*visit)->step == Step::Finished)
        return PracticeStepError::OutOfOrder;
    if (!isOffered(m_links.find(linkToken)->details, toolId))
        return PracticeStepError::UnknownTool;
    // Going back and choosing another tool begins anew.
    (*visit)->step = Step::Agreed;
    (*visit)->toolId = toolId;
    return std::nullopt;
}

std::optional<PracticeStepError> PracticeState::signIn(
    const QString &linkToken, const QString &visitId, const PracticeCredentials &credentials)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit.error();
    if ((*visit)->step != Step::Agreed)
        return PracticeStepError::OutOfOrder;
    if (!fits(credentials, findPracticeTool((*visit)->toolId)->signIn))
        return PracticeStepError::WrongCredentials;
    (*visit)->step = Step::SignedIn;
    return std::nullopt;
}

std::optional<PracticeStepError> PracticeState::allowOAuth(
    const QString &linkToken, const QString &visitId)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return visit.error();
    if ((*visit)->step != Step::Agreed)
        return PracticeStepError::OutOfOrder;
    if (findPracticeTool((*visit)->toolId)->signIn != PracticeSignIn::OAuth)
        return PracticeStepError::WrongCredentials;
    (*visit)->step = Step::SignedIn;
    return std::nullopt;
}

Result<QString, PracticeStepError> PracticeState::finish(
    const QString &linkToken, const QString &visitId)
{
    const auto visit = visitFor(linkToken, visitId);
    if (!visit)
        return Unexpected{visit.error()};
    if ((*visit)->step == Step::Finished) // the answer may have been lost on its way
        return (*visit)->activationToken;
    if ((*visit)->step != Step::SignedIn)
        return Unexpected{PracticeStepError::OutOfOrder};

    const ConnectDetails &details = m_links.find(linkToken)->details;
    const QString &tool = (*visit)->toolId;
    const bool stepsAreLeft = details.filtering || details.fieldMapping;
    const ResolvedIntegration integration{u"%1:%2"_s.arg(tool, randomWord(24)), tool,
        details.originId, details.organization, details.email,
        stepsAreLeft ? u"INCOMPLETE"_s : u"COMPLETED"_s};
    // Tokens are opaque; with these characters in it, a client that forgets to encode one finds
    // out.
    QString token = u"practice/act+"_s + randomWord(32);
    m_activations.insert(token, {integration, m_clock().addSecs(activationLifetimeSeconds)});
    (*visit)->step = Step::Finished;
    (*visit)->activationToken = token;
    return token;
}

std::optional<QString> PracticeState::chosenTool(
    const QString &linkToken, const QString &visitId) const
{
    const Visit *const visit = m_visits.find(visitId);
    if (!visit || visit->linkToken != linkToken || visit->toolId.isEmpty())
        return std::nullopt;
    return visit->toolId;
}

std::optional<ResolvedIntegration> PracticeState::redeem(const QString &activationToken)
{
    const Activation *const found = m_activations.find(activationToken);
    if (!found)
        return std::nullopt;
    const Activation activation = *found;
    m_activations.remove(activationToken);
    if (m_clock() >= activation.expiresAt)
        return std::nullopt;
    return activation.integration;
}

auto PracticeState::visitFor(const QString &linkToken, const QString &visitId)
    -> Result<Visit *, PracticeStepError>
{
    if (linkState(linkToken) != PracticeLinkState::Valid)
        return Unexpected{PracticeStepError::LinkGone};
    Visit *const visit = m_visits.find(visitId);
    if (!visit || visit->linkToken != linkToken)
        return Unexpected{PracticeStepError::VisitGone};
    return visit;
}

} // namespace desk
