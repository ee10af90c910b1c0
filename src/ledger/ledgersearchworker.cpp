// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgersearchworker.h"

#include "ledgerfiles.h"
#include "openledger.h"

#include <utility>

namespace desk {

LedgerSearchWorker::LedgerSearchWorker(
    QString folder, std::shared_ptr<const std::atomic<int>> newest)
    : m_folder(std::move(folder))
    , m_newest(std::move(newest))
{
}

bool LedgerSearchWorker::open(int serial)
{
    // A ledger may be put in the place of another one, by restoring for instance.
    const QByteArray identity = ledgerfiles::identityOf(ledgerFile(m_folder));
    if (m_ledger && identity == m_identity)
        return true;
    m_ledger.reset();
    auto opening = openLedger(m_folder, LedgerAccess::ReadOnly);
    if (!opening) {
        Q_EMIT failed(opening.error(), serial);
        return false;
    }
    m_ledger = std::move(std::move(opening).value().ledger);
    m_identity = identity;
    return true;
}

void LedgerSearchWorker::read(
    const AttemptQuery &query, const PageMark &mark, bool counts, int serial)
{
    if (isStale(serial) || !open(serial))
        return;
    const auto page = m_ledger->attempts(query, mark);
    if (isStale(serial))
        return;
    if (!page) {
        m_ledger.reset();
        Q_EMIT failed(page.error(), serial);
        return;
    }
    Q_EMIT pageRead(*page, serial);
    // In its turn, so that a newer question comes first.
    if (counts)
        QMetaObject::invokeMethod(
            this, [this, query, serial] { count(query, serial); }, Qt::QueuedConnection);
}

void LedgerSearchWorker::count(const AttemptQuery &query, int serial)
{
    if (isStale(serial) || !m_ledger)
        return;
    const auto attempts = m_ledger->count(query);
    if (attempts)
        Q_EMIT counted(*attempts, serial);
    else
        Q_EMIT failed(attempts.error(), serial);
}

} // namespace desk
