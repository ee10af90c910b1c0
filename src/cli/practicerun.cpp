// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicerun.h"

#include "console.h"
#include "report.h"

#include <utility>

namespace desk {

PracticeRun::PracticeRun(
    CommandLine commandLine, Console &console, Redactor &redactor, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(std::move(commandLine))
    , m_environment(std::nullopt, redactor)
{
}

void PracticeRun::start()
{
    Result<ApiAccess, Failure> access =
        m_environment.open(m_commandLine.port, {m_commandLine.faults});
    if (!access) {
        fail(access.error());
        return;
    }
    limitTime(m_commandLine.timeout);
    const QByteArray text =
        console().isJson() ? Report::practiceJson(*access) : Report::practiceText(*access);
    if (!console().print(text)) {
        fail(outputFailure());
        return;
    }
    console().tell(tr("The practice server runs until you press Ctrl+C."));
}

void PracticeRun::interrupt()
{
    conclude({});
}

void PracticeRun::timeIsUp()
{
    conclude({});
}

} // namespace desk
