// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "failure.h"

#include "core/integration.h"
#include "core/integrationdetails.h"
#include "ledger/ledgerstep.h"
#include "session/linkorder.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace desk {

class Console;
class Ledger;
class LedgerKeeper;

/*!
 * The ledger, as a verb uses it that works in one environment: it says before whether the client is
 * connected already, and remembers what is done. A ledger that cannot be written does not stop a
 * verb; that is said once. The console must outlive it.
 */
class RunMemory final {
public:
    RunMemory(CommandLine commandLine, Console &console);
    ~RunMemory();
    Q_DISABLE_COPY_MOVE(RunMemory)

    //! Called once, when the environment is known. isFresh: nothing in it is older than this run.
    void setPlace(const LedgerProfile &profile, bool isFresh);

    const LedgerProfile &profile() const { return m_profile; }
    //! Opened when it is wanted for the first time; null if there is none.
    LedgerKeeper *ledger();

    //! Why no new connection is made for that client, unless --allow-duplicate was given.
    std::optional<Failure> duplicateFailure(const ConnectDetails &details);

    void begin(const LinkOrder &order);
    void noteLink(const QDateTime &createdAt, const QDateTime &expiresAt);
    //! Nothing if no attempt was begun, or it has ended.
    void end(AttemptOutcome outcome, const std::optional<Failure> &failure = std::nullopt);

    void note(const ResolvedIntegration &integration);
    void note(const IntegrationDetails &details);
    void noteDeleted(const QString &integrationId);

private:
    void tell(const LedgerStep &step);
    void complain(const QString &why);

    CommandLine m_commandLine;
    Console &m_console;
    std::unique_ptr<LedgerKeeper> m_ledger;
    LedgerProfile m_profile;
    std::optional<Attempt> m_attempt;
    QElapsedTimer m_sinceStart;
    bool m_isFresh = false;
    bool m_wasOpened = false;
    bool m_hasComplained = false;
};

//! Why there is no ledger in the data folder of that command line; else its folder.
Result<QString, QString> ledgerFolder(const CommandLine &commandLine);

//! Which profile of the ledger bears that name; it may have gone from the profiles long ago.
Result<QString, Failure> profileIdNamed(Ledger &ledger, const QString &name);

} // namespace desk
