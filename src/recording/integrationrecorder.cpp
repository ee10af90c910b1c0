// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationrecorder.h"

#include "ledger/ledgerkeeper.h"

#include <utility>

namespace desk {

IntegrationRecorder::IntegrationRecorder(
    IntegrationCare &care, QString profileId, LedgerKeeper &ledger, QObject *parent)
    : QObject(parent)
    , m_care(care)
    , m_profileId(std::move(profileId))
    , m_ledger(ledger)
{
    connect(&care, &IntegrationCare::changed, this, &IntegrationRecorder::takeReading);
    connect(&care, &IntegrationCare::deleted, this, [this] {
        m_ledger.tell(IntegrationDeleted{
            m_profileId, m_care.integrationId(), QDateTime::currentDateTimeUtc()});
    });
    takeReading();
}

void IntegrationRecorder::takeReading()
{
    if (!m_care.details() || m_care.readAt() == m_toldAt)
        return;
    m_toldAt = m_care.readAt();
    m_ledger.tell(IntegrationRead{knownIntegration(m_profileId, *m_care.details(), m_toldAt)});
}

} // namespace desk
