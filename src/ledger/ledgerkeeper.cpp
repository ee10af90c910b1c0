// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerkeeper.h"

#include "instancelocks.h"

#include <QUuid>

namespace desk {

LedgerKeeper::LedgerKeeper(
    const QString &folder, QObject *parent, std::chrono::milliseconds pace, Opening opening)
    : QObject(parent)
    , m_folder(folder)
    , m_instance(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    connect(&m_pace, &QTimer::timeout, this, &LedgerKeeper::look);
    m_pace.start(pace);
    if (opening == Opening::AtOnce)
        open(LedgerCheck::Quick);
}

LedgerKeeper::~LedgerKeeper()
{
    if (!m_waiting.empty())
        tryAgain();
}

BatchLedger *LedgerKeeper::batches() const
{
    return m_opening.ledger ? &m_opening.ledger->batches() : nullptr;
}

bool LedgerKeeper::isAlive(const QString &instance) const
{
    return instance == m_instance || InstanceLocks(instancesFolder(m_folder)).isAlive(instance);
}

bool LedgerKeeper::open(LedgerCheck check)
{
    auto opening = openLedger(m_folder, LedgerAccess::ReadWrite, check);
    if (!opening) {
        setProblem(opening.error());
        return false;
    }
    m_opening = std::move(opening).value();
    if (m_opening.keptAside)
        m_keptAside = m_opening.keptAside;
    m_version = m_opening.ledger->version();
    if (!m_instanceLock && !m_opening.isReadOnly)
        m_instanceLock = InstanceLocks::hold(instancesFolder(m_folder), m_instance);
    if (m_opening.isReadOnly)
        setProblem(LedgerError{LedgerError::Reason::ReadOnly, ledgerFile(m_folder), {}});
    else
        setProblem(std::nullopt);
    return true;
}

bool LedgerKeeper::tell(const LedgerStep &step)
{
    if (qsizetype(m_waiting.size()) >= mostWaiting && !tryAgain()) {
        ++m_dropped;
        Q_EMIT problemChanged();
        return false;
    }
    m_waiting.push_back(step);
    return tryAgain();
}

bool LedgerKeeper::tryAgain()
{
    // What may only be read now may be writable later.
    if ((!m_opening.ledger || m_opening.isReadOnly) && !open(LedgerCheck::Quick))
        return false;
    const bool hadSome = !m_waiting.empty();
    bool wrote = false;
    while (!m_waiting.empty()) {
        const auto written = m_opening.ledger->write(m_waiting.front());
        if (!written) {
            noteFailure(written.error());
            break;
        }
        m_waiting.pop_front();
        wrote = true;
    }
    if (hadSome && m_waiting.empty())
        setProblem(std::nullopt);
    if (wrote)
        Q_EMIT changed();
    return m_waiting.empty();
}

void LedgerKeeper::noteFailure(const LedgerError &error)
{
    setProblem(error);
    if (error.reason != LedgerError::Reason::Damaged)
        return;
    // Seen only now, because the start looks at a part of it: the next attempt looks at all.
    m_opening = {};
    if (open(LedgerCheck::Whole))
        Q_EMIT changed();
}

void LedgerKeeper::look()
{
    if (!m_waiting.empty() || !m_opening.ledger) {
        tryAgain();
        return;
    }
    const qint64 version = m_opening.ledger->version();
    if (version == m_version)
        return;
    m_version = version;
    Q_EMIT changed();
}

void LedgerKeeper::close()
{
    m_opening = {};
}

void LedgerKeeper::setProblem(const std::optional<LedgerError> &problem)
{
    const bool isSame = problem.has_value() == m_problem.has_value()
        && (!problem || problem->reason == m_problem->reason);
    m_problem = problem;
    if (!isSame)
        Q_EMIT problemChanged();
}

} // namespace desk
