// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "attemptfacts.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <functional>

namespace desk {

class LedgerKeeper;

/*!
 * Tells the ledger of one connect session, step by step, as it goes; what has been told is there
 * after a crash. Make it before the session starts. A session that goes without an end leaves its
 * attempt unfinished. The ledger must outlive it; the session may go before.
 */
class AttemptRecorder final : public QObject {
    Q_OBJECT

public:
    //! Asked once, at the end of the session, for what is worth keeping of it.
    using RecordSource = std::function<AttemptRecord()>;

    AttemptRecorder(ConnectSession &session, const LedgerProfile &profile, AttemptSource source,
        LedgerKeeper &ledger, RecordSource record, QObject *parent = nullptr);

    const QUuid &attempt() const { return m_attempt.id; }

private:
    void take(const SessionEvent &event);
    void begin();
    void noteLink();
    void noteIntegration();
    void noteEnd();

    QPointer<const ConnectSession> m_session;
    LedgerKeeper &m_ledger;
    RecordSource m_record;
    Attempt m_attempt;
    QElapsedTimer m_sinceStart;
};

} // namespace desk
