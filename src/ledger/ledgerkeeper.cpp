// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerkeeper.h"

#include "instancelocks.h"
#include "ledgerfiles.h"

#include <QUuid>

#include <utility>

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

BatchLedger *LedgerKeeper::batches()
{
    if (m_opening.ledger && m_opening.ledger->isReplaced())
        tryAgain();
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
    if (m_opening.isReadOnly) {
        setProblem(LedgerError{LedgerError::Reason::ReadOnly, ledgerFile(m_folder), {}});
        return true;
    }
    // The folder may be another one, too.
    m_instanceLock =
        InstanceLocks::hold(instancesFolder(m_folder), m_instance, std::move(m_instanceLock));
    setProblem(std::nullopt);
    noteFile();
    return true;
}

void LedgerKeeper::noteFile()
{
    const QByteArray before = std::exchange(m_file, ledgerfiles::identityOf(ledgerFile(m_folder)));
    if (before.isEmpty() || before == m_file)
        return;
    const QList<LedgerStep> known = m_underWay.all();
    m_waiting.insert(m_waiting.begin(), known.cbegin(), known.cend());
    m_wasReplaced = true;
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
    const bool hadSome = !m_waiting.empty();
    const qint64 before = m_written;
    std::optional<LedgerError> refusal = writeWaiting();
    if (refusal && refusal->reason == LedgerError::Reason::Replaced)
        refusal = writeWaiting(); // into the one that has taken its place
    if (refusal)
        noteFailure(*refusal);
    else if (hadSome && !m_opening.isReadOnly)
        setProblem(std::nullopt);
    // Only now, since whoever hears of it reads.
    if (std::exchange(m_wasReplaced, false))
        Q_EMIT replaced();
    if (m_written > before)
        Q_EMIT changed();
    return m_opening.ledger && m_waiting.empty();
}

bool LedgerKeeper::isReady()
{
    if (m_opening.ledger && m_opening.ledger->isReplaced())
        m_opening = {};
    // What may only be read now may be writable later.
    return (m_opening.ledger && !m_opening.isReadOnly) || open(LedgerCheck::Quick);
}

std::optional<LedgerError> LedgerKeeper::writeWaiting()
{
    if (!isReady())
        return m_problem;
    while (!m_waiting.empty()) {
        const auto written = m_opening.ledger->write(m_waiting.front());
        if (!written)
            return written.error();
        m_underWay.note(m_waiting.front());
        m_waiting.pop_front();
        ++m_written;
    }
    return std::nullopt;
}

void LedgerKeeper::noteFailure(const LedgerError &error)
{
    setProblem(error);
    const bool isSpoilt = error.reason == LedgerError::Reason::Damaged
        || error.reason == LedgerError::Reason::NotALedger;
    if (!isSpoilt || !m_opening.ledger)
        return;
    // Seen only now, because the start looks at a part of it: the next attempt looks at all.
    m_opening = {};
    if (open(LedgerCheck::Whole))
        Q_EMIT changed();
}

void LedgerKeeper::look()
{
    if (!m_waiting.empty() || !m_opening.ledger || m_opening.ledger->isReplaced()) {
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
