// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicerun.h"

#include "console.h"
#include "report.h"

#include "core/redactor.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

PracticeRun::PracticeRun(
    CommandLine commandLine, Console &console, Redactor &redactor, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(std::move(commandLine))
    , m_redactor(redactor)
{
}

void PracticeRun::start()
{
    const Result<ApiAccess, QString> access =
        m_server.start(m_commandLine.port, {m_commandLine.faults, m_commandLine.behaviours});
    if (!access) {
        fail(plainFailure(ExitCode::Other, u"practice"_s, access.error()));
        return;
    }
    m_redactor.addSecret(access->apiKey);
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
