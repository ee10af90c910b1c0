// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "aftercare/integrationcare.h"
#include "ledger/ledgerstep.h"

#include <QDateTime>
#include <QObject>
#include <QString>

namespace desk {

class LedgerKeeper;

/*!
 * Tells the ledger what the API says about one integration: each reading, and that it was deleted.
 * That the API does not know an id proves nothing, since another environment may. Care and ledger
 * must outlive it.
 */
class IntegrationRecorder final : public QObject {
    Q_OBJECT

public:
    IntegrationRecorder(
        IntegrationCare &care, QString profileId, LedgerKeeper &ledger, QObject *parent = nullptr);

private:
    void takeReading();

    IntegrationCare &m_care;
    QString m_profileId;
    LedgerKeeper &m_ledger;
    QDateTime m_toldAt;
};

} // namespace desk
