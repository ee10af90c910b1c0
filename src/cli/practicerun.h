// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline.h"
#include "verbrun.h"

#include "practice/practiceserver.h"

namespace desk {

class Redactor;

//! practice: runs the practice server until it is stopped. The redactor must outlive the run.
class PracticeRun final : public VerbRun {
    Q_OBJECT

public:
    PracticeRun(
        CommandLine commandLine, Console &console, Redactor &redactor, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

protected:
    void timeIsUp() override;
    void stop() override { }

private:
    CommandLine m_commandLine;
    Redactor &m_redactor;
    PracticeServer m_server;
};

} // namespace desk
