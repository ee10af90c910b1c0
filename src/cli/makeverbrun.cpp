// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "makeverbrun.h"

#include "batchrun.h"
#include "changerun.h"
#include "fieldsrun.h"
#include "historyrun.h"
#include "ledgerrun.h"
#include "linkrun.h"
#include "lookuprun.h"
#include "practicerun.h"
#include "resolverun.h"

namespace desk {

std::unique_ptr<VerbRun> makeVerbRun(const CommandLine &commandLine, Console &console,
    Redactor &redactor, const FlowHostFactory &makeHost)
{
    switch (commandLine.verb) {
    case Verb::Connect:
        return std::make_unique<ConnectRun>(commandLine, console, redactor, makeHost);
    case Verb::Batch:
        return std::make_unique<BatchVerbRun>(commandLine, console, redactor);
    case Verb::CreateLink:
    case Verb::Relink:
    case Verb::SetupLink:
        return std::make_unique<LinkRun>(commandLine, console, redactor);
    case Verb::Resolve:
        return std::make_unique<ResolveRun>(commandLine, console, redactor);
    case Verb::CheckKey:
    case Verb::Tools:
    case Verb::Integration:
        return std::make_unique<LookUpRun>(commandLine, console, redactor);
    case Verb::Enable:
    case Verb::Disable:
    case Verb::Sync:
    case Verb::Delete:
        return std::make_unique<ChangeRun>(commandLine, console, redactor);
    case Verb::Fields:
    case Verb::MapField:
    case Verb::Passthrough:
        return std::make_unique<FieldsRun>(commandLine, console, redactor);
    case Verb::History:
        return std::make_unique<HistoryRun>(commandLine, console);
    case Verb::Backup:
    case Verb::Restore:
    case Verb::Forget:
        return std::make_unique<LedgerRun>(commandLine, console);
    case Verb::Practice:
        return std::make_unique<PracticeRun>(commandLine, console, redactor);
    case Verb::Completions: // needs no event loop
    case Verb::Window:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace desk
