// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "makeverbrun.h"

#include "createlinkrun.h"
#include "practicerun.h"
#include "resolverun.h"

namespace desk {

std::unique_ptr<VerbRun> makeVerbRun(const CommandLine &commandLine, Console &console,
    Redactor &redactor, const FlowHostFactory &makeHost)
{
    switch (commandLine.verb) {
    case Verb::Connect:
        return std::make_unique<ConnectRun>(commandLine, console, redactor, makeHost);
    case Verb::CreateLink:
        return std::make_unique<CreateLinkRun>(commandLine, console, redactor);
    case Verb::Resolve:
        return std::make_unique<ResolveRun>(commandLine, console, redactor);
    case Verb::Practice:
        return std::make_unique<PracticeRun>(commandLine, console, redactor);
    case Verb::Window:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace desk
