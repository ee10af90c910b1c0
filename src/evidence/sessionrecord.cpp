// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sessionrecord.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

SessionRecord::SessionRecord(ConnectSession &session, ProfileTag profile, const ApiAccess &access,
    const ExchangeLog &exchanges, QObject *parent)
    : QObject(parent)
    , m_session(&session)
    , m_profile(std::move(profile))
    , m_apiHost(access.baseUrl.host())
    , m_exchanges(&exchanges)
    , m_timeline(session)
{
    m_timeline.addSecret(access.apiKey);
}

void SessionRecord::setFact(const QString &name, const QString &value)
{
    const auto known = std::find_if(m_facts.begin(), m_facts.end(),
        [&name](const EvidenceFact &fact) { return fact.name == name; });
    if (known == m_facts.end())
        m_facts.append({name, value});
    else
        known->value = value;
}

void SessionRecord::setConditions(const ViewingConditions &conditions)
{
    if (conditions == m_conditions)
        return;
    m_conditions = conditions;
    QStringList facts;
    const auto named = conditions.facts();
    for (const auto &[name, value] : named)
        facts.append(name + u": "_s + value);
    m_timeline.append({SessionEvent::Kind::ViewChanged, facts.join(u", "_s)});
}

void SessionRecord::addPicture(const EvidencePicture &picture)
{
    if (m_pictures.size() >= mostPictures)
        m_pictures.removeFirst();
    m_pictures.append(picture);
}

EvidenceInput SessionRecord::evidence() const
{
    if (!m_session)
        return {};
    EvidenceInput input = EvidenceInput::of(*m_session, m_timeline);
    input.profile = m_profile;
    input.apiHost = m_apiHost;
    input.facts = programFacts() + m_facts;
    const auto view = m_conditions.facts();
    for (const auto &[name, value] : view)
        input.facts.append({name, value});
    input.pictures = m_pictures;
    if (!m_exchanges)
        return input;
    for (const Exchange &exchange : m_exchanges->exchanges()) {
        if (exchange.startedAt >= m_timeline.startedAt())
            input.exchanges.append(exchange);
    }
    return input;
}

} // namespace desk
