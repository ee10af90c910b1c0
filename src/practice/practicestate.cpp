// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicestate.h"

#include "core/randomword.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

PracticeState::PracticeState(PracticeClock clock)
    : m_clock(std::move(clock))
{
}

QString PracticeState::createLink(PracticeLink link, Lifetime lifetime)
{
    const qint64 seconds = link.details.linkType == LinkType::Embedded ? embeddedLifetimeSeconds
                                                                       : magicLifetimeSeconds;
    link.expiresAt = lifetime == Lifetime::Full ? now().addSecs(seconds) : now();
    QString token = randomWord(43);
    m_links.insert(token, link);
    return token;
}

PracticeLinkState PracticeState::linkState(const QString &linkToken) const
{
    const PracticeLink *const found = link(linkToken);
    if (!found)
        return PracticeLinkState::Unknown;
    if (found->kind != PracticeLinkKind::Connect && !m_integrations.find(found->integrationId))
        return PracticeLinkState::Unknown;
    return now() < found->expiresAt ? PracticeLinkState::Valid : PracticeLinkState::Expired;
}

const PracticeLink *PracticeState::link(const QString &linkToken) const
{
    return m_links.find(linkToken);
}

QString PracticeState::createIntegration(const PracticeIntegrationFacts &facts)
{
    QString id = u"%1:%2"_s.arg(facts.toolId, randomWord(24));
    m_integrations.insert(id, PracticeIntegration(id, facts, now()));
    return id;
}

PracticeIntegration *PracticeState::integration(const QString &id)
{
    return m_integrations.find(id);
}

bool PracticeState::deleteIntegration(const QString &id)
{
    return m_integrations.remove(id);
}

QString PracticeState::createActivationToken(const QString &integrationId)
{
    // Tokens are opaque; with these characters in it, a client that forgets to encode one finds
    // out.
    QString token = u"practice/act+"_s + randomWord(32);
    m_activations.insert(token, {integrationId, now().addSecs(activationLifetimeSeconds)});
    return token;
}

const PracticeIntegration *PracticeState::redeem(const QString &activationToken)
{
    const Activation *const found = m_activations.find(activationToken);
    if (!found)
        return nullptr;
    const Activation activation = *found;
    m_activations.remove(activationToken);
    if (now() >= activation.expiresAt)
        return nullptr;
    return m_integrations.find(activation.integrationId);
}

void PracticeState::reset()
{
    m_links.clear();
    m_integrations.clear();
    m_activations.clear();
}

} // namespace desk
