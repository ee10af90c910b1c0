// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchrun.h"

#include "batchreport.h"
#include "console.h"
#include "keptprofile.h"

#include "core/harmlesstext.h"
#include "ledger/ledgerkeeper.h"
#include "profiles/datafolder.h"
#include "profiles/profile.h"
#include "wording/batchwording.h"
#include "wording/draftswording.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qint64 tellEvery = 2'000; // ms
constexpr qsizetype mostTold = 1'000; // sentences

QString shown(const QString &name)
{
    constexpr qsizetype longest = 60;
    return harmlessText(name, longest);
}

QString shown(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(shown(name));
    return all.join(u", "_s);
}

Failure refusal(const QString &kind, const QString &sentence)
{
    return plainFailure(ExitCode::Usage, kind, sentence);
}

QList<Duplicate> knownDuplicates(
    LedgerKeeper *keeper, const QString &profileId, const ConnectDetails &details)
{
    if (!keeper || !keeper->ledger())
        return {};
    const auto known = keeper->ledger()->duplicatesOf(
        {profileId, details.organization, details.email, details.originId.value_or(QString()),
            details.tool.value_or(QString()), wireName(details.category)});
    return known ? *known : QList<Duplicate>();
}

} // namespace

void BatchVerbRun::begin(KomboClient &client)
{
    if (!readTable() || !chooseColumns())
        return;
    makePlan();
    if (commandLine().batch.isDryRun)
        concludeDryRun();
    else if (!refusesPlan())
        run(client);
}

bool BatchVerbRun::readTable()
{
    const Result<QByteArray, CsvProblem> bytes = readCsvFile(words().file);
    if (!bytes) {
        fail(refusal(u"input"_s, BatchWording::sentence(bytes.error())));
        return false;
    }
    m_reading = readCsv(*bytes, commandLine().batch.table);
    return true;
}

bool BatchVerbRun::chooseColumns()
{
    recallColumns();
    const auto &wanted = commandLine().batch.columns;
    for (auto entry = wanted.cbegin(); entry != wanted.cend(); ++entry) {
        const std::optional<int> column = columnNamed(entry.value(), m_reading.header);
        if (!column) {
            //: %1 is a list of names
            fail(refusal(u"usage"_s,
                tr("--column: there is no such column, or more than one. The columns are: %1.")
                    .arg(shown(m_reading.header))));
            return false;
        }
        m_mapping.insert(entry.key(), *column);
    }
    return true;
}

void BatchVerbRun::recallColumns()
{
    m_mapping = guessColumns(m_reading.header);
    // Without a data folder there is nothing to recall; what depends on one says so itself.
    const auto folder = openDataFolder(placesOfThisProgram(commandLine().dataDirectory));
    if (!folder)
        return;
    m_mappings.emplace(BatchMappingStore::folderIn(folder->path));
    const std::optional<ColumnMapping> known = m_mappings->mapping(m_reading.header);
    if (!known || *known == m_mapping)
        return;
    m_mapping = *known;
    QStringList columns;
    for (auto entry = m_mapping.cbegin(); entry != m_mapping.cend(); ++entry)
        columns.append(
            columnFieldName(entry.key()) + u'=' + shown(m_reading.header.value(entry.value())));
    //: %1 is a list such as "email=Mail, organization=Firma": which column gives a field
    const QString sentence =
        tr("The columns are taken as they were last time: %1.").arg(columns.join(u", "_s));
    // With --json, too: what is sent depends on it, and on nothing that the command line shows.
    if (!commandLine().quiet)
        console().note(sentence);
}

// Of what was guessed and never corrected there is nothing to remember.
void BatchVerbRun::keepColumns()
{
    if (!m_mappings || commandLine().batch.columns.isEmpty())
        return;
    if (const auto problem = m_mappings->keep(m_reading.header, m_mapping))
        //: %1 is a sentence that says why
        console().tell(
            tr("The columns are not remembered. %1").arg(DraftsWording::sentence(*problem)));
}

void BatchVerbRun::makePlan()
{
    OriginIdPolicy originIds = OriginIdPolicy::Optional;
    if (commandLine().profile) {
        if (const Result<Profile, Failure> profile = keptProfile(commandLine()))
            originIds = profile->originIds;
    }
    m_plan = BatchPlan(m_reading, m_mapping, commandLine().prefill, originIds);
    for (const CsvProblem &problem : m_plan.fileProblems()) {
        if (!problem.isBlocking())
            console().tell(BatchWording::sentence(problem));
    }
    console().tell(BatchWording::readAs(m_plan.dialect()));
}

bool BatchVerbRun::refusesPlan()
{
    const QStringList problems = BatchReport::problems(m_plan);
    if (problems.isEmpty() && m_plan.isSendable())
        return false;
    for (const QString &problem : problems.first(std::min(mostTold, problems.size())))
        console().note(problem);
    fail(refusal(u"input"_s,
        //: %n problems of a table that were listed before
        tr("Nothing was sent: %n problem(s) in the table.", nullptr, int(problems.size()))));
    return true;
}

void BatchVerbRun::concludeDryRun()
{
    m_plan.checkDuplicates([this](const ConnectDetails &details) {
        return isPractice() ? QList<Duplicate>()
                            : knownDuplicates(memory().ledger(), memory().profile().id, details);
    });
    const QStringList problems = BatchReport::problems(m_plan);
    const QStringList duplicates = BatchReport::duplicates(m_plan);
    const QStringList all = problems + duplicates;
    if (!console().isJson()) {
        for (const QString &sentence : all.first(std::min(mostTold, all.size())))
            console().note(sentence);
    }
    const QByteArray plan = console().isJson()
        ? BatchReport::planJson(m_plan, m_mapping, m_reading.header)
        : BatchReport::planText(m_plan, m_mapping, m_reading.header);
    std::optional<Failure> failure;
    if (!problems.isEmpty())
        failure = refusal(u"input"_s, tr("This table cannot be sent as it is."));
    else if (!duplicates.isEmpty() && !commandLine().allowDuplicate)
        failure = refusal(u"duplicate"_s,
            tr("Some of these clients seem to be connected already, "
               "or to be in the table twice."));
    conclude(plan, failure);
}

// Another file makes it another run, which would begin with the first row again.
bool BatchVerbRun::refusesLinksElsewhere()
{
    const QString file = commandLine().allowDuplicate ? QString() : m_run->linksElsewhere();
    if (file.isEmpty())
        return false;
    fail(refusal(u"duplicate"_s,
        //: %1 is a file
        tr("Nothing was sent: a run of this table that did not end has put its links into %1. Give "
           "that file as --output to go on with it, or add --allow-duplicate to make all links "
           "anew.")
            .arg(file)));
    return true;
}

bool BatchVerbRun::refusesDuplicates()
{
    if (commandLine().allowDuplicate)
        return false;
    const Result<QList<int>, BatchRun::Refusal> toSend = m_run->rowsToSend();
    if (!toSend) {
        fail(refusal(u"output"_s, BatchWording::sentence(toSend.error())));
        return true;
    }
    const QSet<int> wanted(toSend->cbegin(), toSend->cend());
    QStringList sentences;
    for (PlannedRow row : m_plan.rows()) {
        if (!wanted.contains(row.number))
            continue;
        if (!isPractice())
            row.duplicates = knownDuplicates(memory().ledger(), memory().profile().id, row.details);
        if (row.isDuplicate())
            sentences.append(BatchWording::duplicate(row));
    }
    if (sentences.isEmpty())
        return false;
    for (const QString &sentence : sentences.first(std::min(mostTold, sentences.size())))
        console().note(sentence);
    fail(refusal(u"duplicate"_s,
        tr("Nothing was sent, because of clients that seem to be connected already or to be in the "
           "table twice. Add --allow-duplicate to make their links all the same.")));
    return true;
}

void BatchVerbRun::run(KomboClient &client)
{
    keepColumns();
    const BatchWish &wish = commandLine().batch;
    BatchRun::Options options;
    options.output = wish.output;
    options.mails = wish.mails;
    options.sourceName = QFileInfo(words().file).fileName();
    options.columns = mappingToJson(m_mapping, m_reading.header);
    options.common = commandLine().prefill;
    options.concurrency = wish.concurrency;
    options.retryFailed = wish.retryFailed;
    options.retryUnknown = wish.retryUnknown;
    const auto sentence = [](const BatchRowFailure &failure) {
        return BatchWording::sentence(failure);
    };
    m_run = std::make_unique<BatchRun>(
        client, m_plan, batchMemoryOf(memory().ledger(), memory().profile()), sentence, options);
    if (refusesLinksElsewhere() || refusesDuplicates())
        return;
    const Result<BatchRun::Beginning, BatchRun::Refusal> begun = m_run->prepare();
    if (!begun) {
        fail(refusal(u"output"_s, BatchWording::sentence(begun.error())));
        return;
    }
    if (*begun == BatchRun::Beginning::GoesOn)
        console().tell(tr("Going on with an earlier run of this table."));
    if (*begun == BatchRun::Beginning::AlreadyEnded)
        console().tell(tr("This table was done before; nothing is sent."));
    console().tell(BatchWording::linksWarning(m_run->outputFile()));
    if (m_plan.embeddedCount() > 0)
        console().tell(BatchWording::embeddedNote(m_plan.embeddedCount()));
    connect(m_run.get(), &BatchRun::stateChanged, this, &BatchVerbRun::showState);
    connect(m_run.get(), &BatchRun::progressChanged, this, &BatchVerbRun::showProgress);
    connect(m_run.get(), &BatchRun::ended, this, &BatchVerbRun::concludeEnded);
    m_sinceTold.start();
    m_run->start();
}

void BatchVerbRun::showState()
{
    if (isOver())
        return;
    if (m_run->state() == BatchRun::State::Waiting)
        console().tell(BatchWording::standing(*m_run));
    // Those at work are awaited, and then there is nobody here who could resume it.
    if (m_run->state() == BatchRun::State::Paused)
        QMetaObject::invokeMethod(this, &BatchVerbRun::concludePaused, Qt::QueuedConnection);
}

void BatchVerbRun::showProgress()
{
    if (isOver())
        return;
    if (m_run->state() == BatchRun::State::Paused) {
        concludePaused();
    } else if (m_sinceTold.elapsed() >= tellEvery) {
        m_sinceTold.restart();
        console().tell(BatchWording::standing(*m_run));
    }
}

void BatchVerbRun::concludePaused()
{
    if (!isOver() && m_run->state() == BatchRun::State::Paused)
        m_run->cancel(); // the pause's reason stays
}

void BatchVerbRun::interrupt()
{
    if (m_run && m_run->state() != BatchRun::State::Idle)
        m_run->cancel();
    else
        ClientRun::interrupt();
}

void BatchVerbRun::timeIsUp()
{
    m_isTimeUp = true;
    if (m_run)
        m_run->cancel();
    else
        ClientRun::timeIsUp();
}

QByteArray BatchVerbRun::report() const
{
    return console().isJson() ? BatchReport::runJson(*m_run) : BatchReport::runText(*m_run);
}

void BatchVerbRun::concludeEnded()
{
    using Reason = BatchRun::PauseReason;
    const ExitCode worst = BatchReport::exitCode(m_run->rows());
    const QString goOn =
        //: %1 is a file
        tr("The links so far are in %1; the same command goes on from there.")
            .arg(m_run->partialFile());
    if (!m_run->wasCancelled()) {
        if (m_run->mailProblem()) {
            conclude(report(),
                plainFailure(
                    ExitCode::Other, u"mails"_s, BatchWording::sentence(*m_run->mailProblem())));
        } else if (worst != ExitCode::Done) {
            conclude(report(), plainFailure(worst, u"batch"_s, BatchWording::standing(*m_run)));
        } else {
            conclude(report());
        }
        return;
    }
    const Reason reason = m_run->pauseReason();
    if (reason != Reason::None) {
        const std::optional<ApiError> &error = m_run->pauseError();
        conclude(report(),
            plainFailure(error ? exitCodeFor(error->kind) : ExitCode::Other, u"batch"_s,
                BatchWording::pauseReason(*m_run) + u' ' + goOn));
    } else if (m_isTimeUp) {
        conclude(report(),
            plainFailure(ExitCode::TimedOut, u"timeout"_s, tr("The time is up.") + u' ' + goOn));
    } else {
        conclude(report(), cancelledFailure(tr("Cancelled.") + u' ' + goOn));
    }
}

} // namespace desk
