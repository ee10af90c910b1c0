// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/history.h"
#include "ledger/ledgerkeeper.h"

#include <QSemaphore>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace desk::test {

/*!
 * A ledger in a folder of its own with a history over it, wired as in the application. Reading can
 * be made to fail or to wait.
 */
class HistoryScene {
public:
    HistoryScene()
        : keeper(folder())
        , history(opener())
    {
        history.setAliveTest([this](const QString &instance) { return keeper.isAlive(instance); });
        QObject::connect(&history, &History::stepOrdered, &keeper,
            [this](const LedgerStep &step) { keeper.tell(step); });
        QObject::connect(&keeper, &LedgerKeeper::changed, &history, &History::update);
        QObject::connect(&keeper, &LedgerKeeper::replaced, &history, &History::reopen);
    }
    ~HistoryScene() { resume(); }

    static LedgerProfile practice()
    {
        return {QStringLiteral("practice"), QStringLiteral("Practice"), ProfileKind::Practice};
    }
    static LedgerProfile production()
    {
        return {QStringLiteral("eu"), QStringLiteral("Acme EU"), ProfileKind::Production};
    }

    static Attempt attemptOf(const QString &organization)
    {
        Attempt attempt;
        attempt.id = QUuid::createUuid();
        attempt.profile = practice();
        attempt.organization = organization;
        attempt.email = QStringLiteral("jo@northwind.example");
        attempt.category = QStringLiteral("HRIS");
        attempt.startedAt = QDateTime::currentDateTimeUtc();
        return attempt;
    }
    QUuid begin(const QString &organization) { return begin(attemptOf(organization)); }
    QUuid begin(const Attempt &attempt)
    {
        keeper.tell(AttemptBegun{attempt});
        return attempt.id;
    }
    void end(const QUuid &id, AttemptOutcome outcome, const AttemptRecord &record = {})
    {
        AttemptEnded ended;
        ended.attempt = id;
        ended.outcome = outcome;
        ended.endedAt = QDateTime::currentDateTimeUtc();
        ended.duration = std::chrono::milliseconds(62'000);
        ended.record = record;
        if (outcome == AttemptOutcome::Connected)
            ended.integrationId = QStringLiteral("hibob:Zk3vT8mQe5LwXc2RhYp7Nb4D");
        keeper.tell(ended);
    }

    //! The next opening fails so; nullopt: no more.
    void failWith(std::optional<LedgerError::Reason> reason)
    {
        m_failure = reason ? int(*reason) : noFailure;
        history.reader().close();
    }
    //! Nothing is read before resume().
    void pause()
    {
        m_pauses = true;
        history.reader().close();
    }
    void resume()
    {
        if (m_pauses.exchange(false))
            m_gate.release();
    }

    QString folder() const { return m_folder.path(); }

private:
    static constexpr int noFailure = -1;

    LedgerReader::Opener opener()
    {
        return [this,
                   open = LedgerReader::openerFor(
                       folder())]() -> Ledger::Answer<std::unique_ptr<Ledger>> {
            if (m_pauses)
                m_gate.acquire();
            if (m_failure != noFailure) {
                return Unexpected{LedgerError{LedgerError::Reason(m_failure.load()),
                    QStringLiteral("ledger.sqlite"), QStringLiteral("scripted")}};
            }
            return open();
        };
    }

    QTemporaryDir m_folder;
    QSemaphore m_gate;
    std::atomic<bool> m_pauses = false;
    std::atomic<int> m_failure = noFailure;

public:
    LedgerKeeper keeper;
    History history;
};

} // namespace desk::test
