// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceintegration.h"

#include "core/randomword.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

PracticeIntegration::PracticeIntegration(QString id, PracticeIntegrationFacts facts, QDateTime now)
    : m_id(std::move(id))
    , m_facts(std::move(facts))
    , m_createdAt(std::move(now))
    , m_setup(hasSetupStep() ? Setup::StepsOpen : Setup::Done)
{
}

PracticeStatus PracticeIntegration::status() const
{
    if (!m_enabled)
        return PracticeStatus::Inactive;
    return m_hasGoodCredentials ? PracticeStatus::Active : PracticeStatus::Invalid;
}

PracticeSetupStatus PracticeIntegration::setupStatus(const QDateTime &now) const
{
    if (m_setup == Setup::StepsOpen)
        return PracticeSetupStatus::Incomplete;
    const bool isOver = m_setup == Setup::Done || (m_finalSyncEndsAt && now >= *m_finalSyncEndsAt);
    return isOver ? PracticeSetupStatus::Completed : PracticeSetupStatus::FinalSyncPending;
}

std::optional<QDateTime> PracticeIntegration::dataExpiredAt(const QDateTime &now) const
{
    const bool isCurrent = !m_changedAt
        || std::any_of(m_syncs.cbegin(), m_syncs.cend(), [this, &now](const PracticeSync &sync) {
               return sync.startedAt >= *m_changedAt && sync.endsAt <= now;
           });
    return isCurrent ? std::nullopt : m_changedAt;
}

void PracticeIntegration::setEnabled(bool enabled, const QDateTime &now)
{
    settle(now);
    if (m_enabled == enabled)
        return;
    m_enabled = enabled;
    if (!enabled) {
        m_syncs.clear();
        m_finalSyncEndsAt.reset();
    } else if (m_setup == Setup::FinalSync) {
        finishSetup(now);
    }
}

void PracticeIntegration::setStatus(PracticeStatus status, const QDateTime &now)
{
    setEnabled(status != PracticeStatus::Inactive, now);
    if (status != PracticeStatus::Inactive)
        m_hasGoodCredentials = status == PracticeStatus::Active;
}

void PracticeIntegration::setSetupStatus(PracticeSetupStatus status, const QDateTime &now)
{
    m_finalSyncEndsAt.reset();
    switch (status) {
    case PracticeSetupStatus::Incomplete:
        m_setup = Setup::StepsOpen;
        return;
    case PracticeSetupStatus::FinalSyncPending:
        finishSetup(now);
        return;
    case PracticeSetupStatus::Completed:
        m_setup = Setup::Done;
        return;
    }
}

void PracticeIntegration::reconnect(
    const std::optional<QString> &scopeConfigId, const QDateTime &now)
{
    m_hasGoodCredentials = true;
    setEnabled(true, now);
    if (!scopeConfigId || scopeConfigId == m_facts.scopeConfigId)
        return;
    m_facts.scopeConfigId = scopeConfigId;
    m_changedAt = now;
}

void PracticeIntegration::finishSetup(const QDateTime &now)
{
    settle(now);
    m_setup = Setup::FinalSync;
    if (!m_enabled)
        return; // begins once it is switched on
    beginSync(PracticeSyncType::Full, now);
    m_finalSyncEndsAt = now.addSecs(syncSeconds);
}

auto PracticeIntegration::startSync(PracticeSyncType type, const QDateTime &now) -> SyncStart
{
    settle(now);
    const PracticeSync *const running = syncOf(type);
    if (running && now < running->endsAt)
        return {running->id, true};
    beginSync(type, now);
    return {syncOf(type)->id, false};
}

std::optional<bool> PracticeIntegration::passthrough(const QString &fieldId) const
{
    const auto found = m_passthrough.constFind(fieldId);
    return found == m_passthrough.cend() ? std::nullopt : std::optional(*found);
}

void PracticeIntegration::setPassthrough(
    const QString &fieldId, std::optional<bool> enabled, const QDateTime &now)
{
    settle(now);
    if (enabled)
        m_passthrough.insert(fieldId, *enabled);
    else
        m_passthrough.remove(fieldId);
    m_changedAt = now;
}

std::optional<QString> PracticeIntegration::mappedField(const QString &customFieldId) const
{
    const auto found = m_mappings.constFind(customFieldId);
    return found == m_mappings.cend() ? std::nullopt : std::optional(*found);
}

void PracticeIntegration::mapField(
    const QString &customFieldId, const std::optional<QString> &fieldId, const QDateTime &now)
{
    settle(now);
    if (fieldId)
        m_mappings.insert(customFieldId, *fieldId);
    else
        m_mappings.remove(customFieldId);
    m_changedAt = now;
}

void PracticeIntegration::setGroups(const QStringList &groups, const QDateTime &now)
{
    settle(now);
    m_groups = groups;
    m_changedAt = now;
}

// Writes down what has come about by itself, before a change could make it look different.
void PracticeIntegration::settle(const QDateTime &now)
{
    m_changedAt = dataExpiredAt(now);
    if (setupStatus(now) == PracticeSetupStatus::Completed) {
        m_setup = Setup::Done;
        m_finalSyncEndsAt.reset();
    }
}

void PracticeIntegration::beginSync(PracticeSyncType type, const QDateTime &now)
{
    m_syncs.removeIf([type](const PracticeSync &sync) { return sync.type == type; });
    m_syncs.append({randomWord(24), type, now, now.addSecs(syncSeconds)});
}

const PracticeSync *PracticeIntegration::syncOf(PracticeSyncType type) const
{
    const auto found = std::find_if(m_syncs.cbegin(), m_syncs.cend(),
        [type](const PracticeSync &sync) { return sync.type == type; });
    return found == m_syncs.cend() ? nullptr : &*found;
}

} // namespace desk
