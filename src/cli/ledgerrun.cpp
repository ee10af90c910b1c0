// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerrun.h"

#include "afterreport.h"
#include "console.h"
#include "runmemory.h"

#include "ledger/openledger.h"
#include "wording/errorwording.h"
#include "wording/ledgerwording.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

LedgerRun::LedgerRun(CommandLine commandLine, Console &console, QObject *parent)
    : VerbRun(console, parent)
    , m_commandLine(std::move(commandLine))
{
}

void LedgerRun::start()
{
    const Result<QString, QString> folder = ledgerFolder(m_commandLine);
    if (!folder) {
        fail(plainFailure(ExitCode::Usage, u"usage"_s, folder.error()));
        return;
    }
    switch (m_commandLine.verb) {
    case Verb::Backup:
        backUp(*folder);
        return;
    case Verb::Restore:
        restore(*folder);
        return;
    default:
        forget(*folder);
    }
}

// Nothing of this lasts longer than one turn of the event loop.
void LedgerRun::interrupt() { }

void LedgerRun::backUp(const QString &folder)
{
    Result<LedgerOpening, LedgerError> opening = openLedger(folder, LedgerAccess::ReadOnly);
    if (!opening) {
        fail(failureFrom(opening.error()));
        return;
    }
    const QString file = QFileInfo(m_commandLine.words.file).absoluteFilePath();
    const Ledger::Answer<Done> saved = opening->ledger->backUpTo(file);
    if (!saved) {
        fail(failureFrom(saved.error()));
        return;
    }
    //: %1 is the name of a file
    done(tr("The history is saved in %1. It holds names and e-mail addresses.").arg(file),
        {{u"file"_s, file}});
}

void LedgerRun::restore(const QString &folder)
{
    const QString file = QFileInfo(m_commandLine.words.file).absoluteFilePath();
    const Result<std::optional<QString>, LedgerError> restored = restoreLedger(folder, file);
    if (!restored) {
        fail(plainFailure(ExitCode::Other, u"ledger"_s,
            ErrorWording::line(LedgerWording::restoreMessage(restored.error()))));
        return;
    }
    const std::optional<QString> &kept = *restored;
    //: %1 is the name of a file
    const QString sentence = kept
        ? tr("The history is what the copy holds. The one before is kept as %1.").arg(*kept)
        : tr("The history is what the copy holds.");
    done(sentence, {{u"kept_aside"_s, kept ? QJsonValue(*kept) : QJsonValue()}});
}

void LedgerRun::forget(const QString &folder)
{
    Result<LedgerOpening, LedgerError> opening = openLedger(folder, LedgerAccess::ReadWrite);
    if (!opening) {
        fail(failureFrom(opening.error()));
        return;
    }
    Ledger &ledger = *opening->ledger;
    const HistoryWish &wish = m_commandLine.history;
    PersonToForget person{wish.email, wish.originId, wish.organization, {}};
    if (wish.profile) {
        const Result<QString, Failure> profile = profileIdNamed(ledger, *wish.profile);
        if (!profile) {
            fail(profile.error());
            return;
        }
        person.profileId = *profile;
    }
    const Ledger::Answer<Forgotten> forgotten = ledger.forget(person);
    if (!forgotten) {
        fail(failureFrom(forgotten.error()));
        return;
    }
    //: %1 counts what is gone, such as "12 attempts, 1 integration"
    done(tr("Forgotten: %1.").arg(LedgerWording::counts(*forgotten)),
        {{u"attempts"_s, forgotten->attempts}, {u"integrations"_s, forgotten->integrations},
            {u"customers"_s, forgotten->customers}});
}

void LedgerRun::done(const QString &sentence, const QJsonObject &facts)
{
    conclude(
        console().isJson() ? AfterReport::json(facts) : terminalText(sentence).toUtf8() + '\n');
}

} // namespace desk
