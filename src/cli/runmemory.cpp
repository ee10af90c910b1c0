// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "runmemory.h"

#include "console.h"

#include "ledger/ledgerkeeper.h"
#include "profiles/datafolder.h"
#include "recording/attemptfacts.h"
#include "wording/datafolderwording.h"
#include "wording/ledgerwording.h"

#include <QCoreApplication>
#include <QDir>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::RunMemory)
};

QDateTime now()
{
    return QDateTime::currentDateTimeUtc();
}

QString whyAlike(const Duplicate &duplicate)
{
    switch (duplicate.reason) {
    case Duplicate::Reason::OriginId:
        return Words::tr("it has the same origin ID");
    case Duplicate::Reason::Organization:
        return Words::tr("it is of the same organization");
    case Duplicate::Reason::EmailDomain:
        return Words::tr("its e-mail has the same domain");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QString, QString> ledgerFolder(const CommandLine &commandLine)
{
    const Result<DataFolder, DataFolderProblem> folder =
        openDataFolder(placesOfThisProgram(commandLine.dataDirectory));
    if (!folder)
        return Unexpected{DataFolderWording::sentence(folder.error())};
    return QDir(folder->path).filePath(u"ledger"_s);
}

RunMemory::RunMemory(CommandLine commandLine, Console &console)
    : m_commandLine(std::move(commandLine))
    , m_console(console)
{
}

RunMemory::~RunMemory() = default;

void RunMemory::setPlace(const LedgerProfile &profile, bool isFresh)
{
    m_profile = profile;
    m_isFresh = isFresh;
}

LedgerKeeper *RunMemory::ledger()
{
    if (std::exchange(m_wasOpened, true))
        return m_ledger.get();
    const Result<QString, QString> folder = ledgerFolder(m_commandLine);
    if (!folder) {
        complain(folder.error());
        return nullptr;
    }
    m_ledger = std::make_unique<LedgerKeeper>(*folder);
    if (m_ledger->keptAside())
        m_console.note(ErrorWording::line(LedgerWording::keptAside(*m_ledger->keptAside())));
    return m_ledger.get();
}

std::optional<Failure> RunMemory::duplicateFailure(const ConnectDetails &details)
{
    if (m_commandLine.allowDuplicate || m_isFresh || !ledger() || !m_ledger->ledger())
        return std::nullopt;
    const Ledger::Answer<QList<Duplicate>> known = m_ledger->ledger()->duplicatesOf(
        {m_profile.id, details.organization, details.email, details.originId.value_or(QString()),
            details.tool.value_or(QString()), wireName(details.category)});
    if (!known || known->isEmpty())
        return std::nullopt;
    const Duplicate &first = known->constFirst();
    const KnownIntegration &integration = first.integration;
    //: %1 is the name of an organization, %2 a tool, %3 the ID of an integration, %4 a reason such
    //: as "it has the same origin ID"
    const QString sentence =
        Words::tr("%1 seems to be connected to %2 already, as %3: %4. Renew that connection with "
                  "relink, or add --allow-duplicate to make another one.")
            .arg(integration.organization, integration.tool, integration.id, whyAlike(first));
    return plainFailure(ExitCode::Usage, u"duplicate"_s, sentence);
}

void RunMemory::begin(const LinkOrder &order)
{
    if (!ledger())
        return;
    m_attempt = AttemptFacts::attemptOf(order, m_profile, AttemptSource::CommandLine);
    m_attempt->instance = m_ledger->instance();
    m_attempt->startedAt = now();
    m_sinceStart.start();
    tell(AttemptBegun{*m_attempt});
}

void RunMemory::noteLink(const QDateTime &createdAt, const QDateTime &expiresAt)
{
    if (m_attempt)
        tell(AttemptLinked{m_attempt->id, createdAt, expiresAt});
}

void RunMemory::end(AttemptOutcome outcome, const std::optional<Failure> &failure)
{
    if (!m_attempt)
        return;
    AttemptEnded end;
    end.attempt = m_attempt->id;
    end.outcome = outcome;
    end.endedAt = now();
    end.duration = std::chrono::milliseconds(m_sinceStart.elapsed());
    if (failure) {
        end.errorTitle = failure->sentence;
        end.errorCode = failure->code;
    }
    m_attempt.reset();
    tell(end);
}

void RunMemory::note(const ResolvedIntegration &integration)
{
    tell(IntegrationRead{AttemptFacts::integrationOf(integration, m_profile.id, {}, now())});
}

void RunMemory::note(const IntegrationDetails &details)
{
    tell(IntegrationRead{knownIntegration(m_profile.id, details, now())});
}

void RunMemory::noteDeleted(const QString &integrationId)
{
    tell(IntegrationDeleted{m_profile.id, integrationId, now()});
}

void RunMemory::tell(const LedgerStep &step)
{
    if (!ledger() || m_ledger->tell(step))
        return;
    complain(m_ledger->problem() ? ErrorWording::line(LedgerWording::message(*m_ledger->problem()))
                                 : QString());
}

void RunMemory::complain(const QString &why)
{
    if (m_hasComplained)
        return;
    m_hasComplained = true;
    //: %1 is a sentence that says why
    m_console.note(Words::tr("The history does not know of this: %1").arg(why));
}

Result<QString, Failure> profileIdNamed(Ledger &ledger, const QString &name)
{
    const Ledger::Answer<LedgerChoices> choices = ledger.choices();
    if (!choices) {
        return Unexpected{failureFrom(choices.error())};
    }
    QStringList names;
    for (const LedgerProfile &profile : choices->profiles) {
        if (profile.name.compare(name, Qt::CaseInsensitive) == 0)
            return profile.id;
        names.append(profile.name);
    }
    //: %1 is the name of a profile, %2 a list of names
    const QString sentence = Words::tr("--profile: the history knows no profile “%1”, only: %2.")
                                 .arg(name, names.join(u", "_s));
    return Unexpected{plainFailure(ExitCode::Usage, u"usage"_s, sentence)};
}

} // namespace desk
