// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchdesk.h"

#include "batchmails.h"
#include "batchpast.h"
#include "runvalues.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr qint64 lookFor = 8; // ms, so that a frame is not missed
constexpr qsizetype mostBatches = 5; // of one file, the newest first

} // namespace

BatchDesk::BatchDesk(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_mappings(m_parts.mappings)
{
    m_looking.setInterval(0ms);
    connect(&m_looking, &QTimer::timeout, this, &BatchDesk::look);
}

void BatchDesk::setProfile(
    const LedgerProfile &profile, OriginIdPolicy originIds, bool looksForDuplicates)
{
    m_parts.memory.profile = profile;
    m_originIds = originIds;
    m_looksForDuplicates = looksForDuplicates;
    if (!isOpen())
        return;
    takeUpUnfinished();
    makePlan();
}

bool BatchDesk::open(const QString &file)
{
    Result<QByteArray, CsvProblem> bytes = readCsvFile(file);
    if (!bytes) {
        m_openProblem = bytes.error();
        return false;
    }
    m_openProblem.reset();
    m_file = QFileInfo(file).absoluteFilePath();
    m_bytes = std::move(bytes).value();
    m_choice = {};
    m_common = {};
    m_output = outputBesideTable();
    read();
    return true;
}

void BatchDesk::setEncoding(std::optional<CsvEncoding> encoding)
{
    m_choice.encoding = encoding;
    read();
}

void BatchDesk::setSeparator(std::optional<CsvSeparator> separator)
{
    m_choice.separator = separator;
    read();
}

void BatchDesk::setColumn(int column, std::optional<DetailsField> field)
{
    m_mapping.removeIf([column](const auto &entry) { return entry.value() == column; });
    if (field)
        m_mapping.insert(*field, column);
    makePlan();
}

void BatchDesk::setCommon(const Prefill &common)
{
    if (common == m_common)
        return;
    m_common = common;
    makePlan();
}

void BatchDesk::read()
{
    m_reading = readCsv(m_bytes, m_choice);
    m_wanted.clear();
    m_unwanted.clear();
    m_mapping = m_mappings.mapping(m_reading.header).value_or(guessColumns(m_reading.header));
    takeUpUnfinished();
    makePlan();
}

BatchPlan BatchDesk::planWith(const ColumnMapping &mapping, const Prefill &common) const
{
    return {m_reading, mapping, common, m_originIds};
}

void BatchDesk::makePlan()
{
    m_plan = planWith(m_mapping, m_common);
    m_unfinishedOutput.clear();
    askForUnfinished();
    m_looked = 0;
    if (m_looksForDuplicates && m_parts.duplicates && !m_plan.rows().isEmpty())
        m_looking.start();
    else
        m_looking.stop();
    Q_EMIT planChanged();
}

void BatchDesk::look()
{
    const auto ask = [this](const ConnectDetails &details) {
        return m_parts.duplicates({m_parts.memory.profile.id, details.organization, details.email,
            details.originId.value_or(QString()), details.tool.value_or(QString()),
            wireName(details.category)});
    };
    QElapsedTimer timer;
    timer.start();
    while (m_looked < m_plan.rows().size() && timer.elapsed() < lookFor) {
        m_plan.checkDuplicates(ask, m_looked, m_looked + 1);
        ++m_looked;
    }
    if (m_looked < m_plan.rows().size())
        return;
    m_looking.stop();
    Q_EMIT duplicatesChanged();
}

void BatchDesk::askForUnfinished()
{
    m_unfinished.reset();
    BatchLedger *const books = m_parts.memory.books ? m_parts.memory.books() : nullptr;
    if (!books || !m_plan.isSendable() || m_output.isEmpty())
        return;
    const auto found =
        books->unfinished(m_parts.memory.profile.id, BatchPast::fingerprintOf(m_plan, m_output));
    if (found)
        m_unfinished = *found;
    if (m_unfinished)
        m_unfinishedOutput = m_output;
}

QString BatchDesk::unfinishedElsewhere() const
{
    return m_unfinishedOutput == m_output ? QString() : m_unfinishedOutput;
}

// What the run before was made with cannot be guessed from the table alone.
void BatchDesk::takeUpUnfinished()
{
    BatchLedger *const books = m_parts.memory.books ? m_parts.memory.books() : nullptr;
    if (!books)
        return;
    const auto batches = books->batches(m_parts.memory.profile.id);
    if (!batches)
        return;
    const QString name = QFileInfo(m_file).fileName();
    qsizetype looked = 0;
    for (const Batch &batch : *batches) {
        if (batch.finishedAt.isValid() || batch.sourceName != name)
            continue;
        if (takeUp(batch) || ++looked == mostBatches)
            return;
    }
}

bool BatchDesk::takeUp(const Batch &batch)
{
    const ColumnMapping mapping = mappingFromJson(batch.columns, m_reading.header);
    const RunValues values = runValuesFrom(batch.commonValues);
    const QString output = values.output.isEmpty() ? outputBesideTable() : values.output;
    if (BatchPast::fingerprintOf(planWith(mapping, values.common), output) != batch.fingerprint)
        return false;
    m_mapping = mapping;
    m_common = values.common;
    m_output = output;
    return true;
}

bool BatchDesk::isLeftOut(const PlannedRow &row) const
{
    return row.isDuplicate() ? !m_wanted.contains(row.number) : m_unwanted.contains(row.number);
}

void BatchDesk::setLeftOut(int number, bool leftOut)
{
    const auto set = [number](QSet<int> &numbers, bool isIn) {
        if (isIn)
            numbers.insert(number);
        else
            numbers.remove(number);
    };
    set(m_unwanted, leftOut);
    set(m_wanted, !leftOut);
    Q_EMIT duplicatesChanged();
}

QList<int> BatchDesk::leftOut() const
{
    QList<int> numbers;
    for (const PlannedRow &row : m_plan.rows()) {
        if (isLeftOut(row))
            numbers.append(row.number);
    }
    return numbers;
}

qsizetype BatchDesk::leftOutCount() const
{
    return std::count_if(m_plan.rows().cbegin(), m_plan.rows().cend(),
        [this](const PlannedRow &row) { return isLeftOut(row); });
}

QString BatchDesk::outputBesideTable() const
{
    const QFileInfo source(m_file);
    return source.dir().filePath(source.completeBaseName() + u"-links.csv"_s);
}

void BatchDesk::setOutput(const QString &file)
{
    if (file == m_output)
        return;
    m_output = file;
    askForUnfinished();
    Q_EMIT outputChanged();
}

std::unique_ptr<BatchRun> BatchDesk::makeRun(KomboClient &client, int concurrency) const
{
    // What is not remembered is guessed the next time.
    static_cast<void>(m_mappings.keep(m_reading.header, m_mapping));
    BatchRun::Options options;
    options.output = m_output;
    options.sourceName = QFileInfo(m_file).fileName();
    options.columns = mappingToJson(m_mapping, m_reading.header);
    options.common = m_common;
    options.concurrency = concurrency;
    return std::make_unique<BatchRun>(
        client, m_plan, m_parts.memory, m_parts.sentence, std::move(options));
}

std::optional<BatchOutputProblem> BatchDesk::saveMails(
    const QString &folder, const BatchRun &run) const
{
    QList<BatchOutputRow> rows;
    const QList<PlannedRow> &planned = m_plan.rows();
    for (qsizetype i = 0; i < std::min(planned.size(), run.rows().size()); ++i) {
        const BatchRunRow &row = run.rows().at(i);
        rows.append({row.number, planned.at(i).details, row.status, row.error});
    }
    return writeBatchMails(folder, run.outputFile(), m_plan.dialect().separator, rows);
}

} // namespace desk
