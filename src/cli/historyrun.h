// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "verbrun.h"

#include "ledger/openledger.h"

namespace desk {

//! history: lists what the ledger knows, or saves it.
class HistoryRun final : public VerbRun {
    Q_OBJECT

public:
    HistoryRun(CommandLine commandLine, Console &console, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

protected:
    void timeIsUp() override { }
    void stop() override { }

private:
    Result<AttemptQuery, Failure> query(Ledger &ledger) const;
    void list(Ledger &ledger, const AttemptQuery &query);
    void save(Ledger &ledger, const AttemptQuery &query);

    CommandLine m_commandLine;
};

} // namespace desk
