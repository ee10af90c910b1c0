// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "verbrun.h"

namespace desk {

//! backup, restore and forget: what is done to the ledger as a whole.
class LedgerRun final : public VerbRun {
    Q_OBJECT

public:
    LedgerRun(CommandLine commandLine, Console &console, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

protected:
    void timeIsUp() override { }
    void stop() override { }

private:
    void backUp(const QString &folder);
    void restore(const QString &folder);
    void forget(const QString &folder);
    void done(const QString &sentence, const QJsonObject &facts);

    CommandLine m_commandLine;
};

} // namespace desk
