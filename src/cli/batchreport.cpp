// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchreport.h"

#include "textlayout.h"

#include "wording/batchwording.h"
#include "wording/detailswording.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk::BatchReport {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::BatchReport)
};

QByteArray oneLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue numberOrNull(int number)
{
    return number == 0 ? QJsonValue() : QJsonValue(number);
}

QJsonObject problemJson(int row, int column, const QString &field, const QString &message)
{
    return {{u"row"_s, numberOrNull(row)}, {u"column"_s, numberOrNull(column)},
        {u"field"_s, orNull(field)}, {u"message"_s, message}};
}

QJsonArray problemArray(const BatchPlan &plan)
{
    QJsonArray array;
    for (const CsvProblem &problem : plan.fileProblems()) {
        if (problem.isBlocking())
            array.append(
                problemJson(problem.row, problem.column, {}, BatchWording::sentence(problem)));
    }
    for (const DetailsField field : plan.missingFields())
        array.append(problemJson(0, 0, columnFieldName(field), BatchWording::missingColumn(field)));
    for (const PlannedRow &row : plan.rows()) {
        for (const BatchProblem &problem : row.problems)
            array.append(problemJson(problem.row, problem.column, columnFieldName(problem.field),
                BatchWording::sentence(problem)));
    }
    return array;
}

QJsonArray duplicateArray(const BatchPlan &plan)
{
    QJsonArray array;
    for (const PlannedRow &row : plan.rows()) {
        if (!row.isDuplicate())
            continue;
        QJsonArray ids;
        for (const Duplicate &duplicate : row.duplicates)
            ids.append(duplicate.integration.id);
        array.append(QJsonObject{{u"row"_s, row.number}, {u"integrations"_s, ids},
            {u"same_as_row"_s, numberOrNull(row.sameAs)},
            {u"message"_s, BatchWording::duplicate(row)}});
    }
    return array;
}

// The worst first; the numbers themselves say nothing about that.
int badness(ExitCode code)
{
    constexpr std::array order{ExitCode::NotAccepted, ExitCode::NoGoodAnswer, ExitCode::RateLimited,
        ExitCode::Refused, ExitCode::Other};
    const auto place = std::find(order.begin(), order.end(), code);
    return static_cast<int>(order.end() - place);
}

ExitCode codeOf(const BatchRunRow &row)
{
    if (row.status == BatchRowStatus::Done || row.status == BatchRowStatus::Skipped)
        return ExitCode::Done;
    if (row.status == BatchRowStatus::NotKnown)
        return ExitCode::NoGoodAnswer;
    if (!row.failure)
        return ExitCode::Refused; // what an earlier run was told
    if (const auto *error = std::get_if<ApiError>(&*row.failure))
        return exitCodeFor(error->kind);
    return ExitCode::NoGoodAnswer;
}

} // namespace

QStringList problems(const BatchPlan &plan)
{
    QStringList sentences;
    const QJsonArray array = problemArray(plan);
    for (const QJsonValue problem : array)
        sentences.append(problem["message"_L1].toString());
    if (sentences.isEmpty() && plan.rows().isEmpty())
        sentences.append(Words::tr("The table has no rows."));
    return sentences;
}

QStringList duplicates(const BatchPlan &plan)
{
    QStringList sentences;
    for (const PlannedRow &row : plan.rows()) {
        if (row.isDuplicate())
            sentences.append(BatchWording::duplicate(row));
    }
    return sentences;
}

QByteArray planJson(const BatchPlan &plan, const ColumnMapping &mapping, const QStringList &header)
{
    return oneLine({
        {u"links"_s, plan.rows().size()},
        {u"encoding"_s, BatchWording::name(plan.dialect().encoding)},
        {u"separator"_s, QString(QLatin1Char(static_cast<char>(plan.dialect().separator)))},
        {u"columns"_s, mappingToJson(mapping, header)},
        {u"problems"_s, problemArray(plan)},
        {u"duplicates"_s, duplicateArray(plan)},
    });
}

QByteArray planText(const BatchPlan &plan, const ColumnMapping &mapping, const QStringList &header)
{
    QList<std::pair<QString, QString>> lines{
        {Words::tr("Links"), QString::number(plan.rows().size())},
        //: How a table was read
        {Words::tr("Table"), BatchWording::readAs(plan.dialect())},
    };
    for (auto entry = mapping.cbegin(); entry != mapping.cend(); ++entry)
        lines.append({DetailsWording::label(entry.key()), header.value(entry.value())});
    lines.append({Words::tr("Problems"), QString::number(problemArray(plan).size())});
    lines.append({Words::tr("Duplicates"), QString::number(plan.duplicateCount())});
    return TextLayout::aligned(lines);
}

QByteArray runJson(const BatchRun &run)
{
    QJsonArray rows;
    for (const BatchRunRow &row : run.rows()) {
        rows.append(QJsonObject{{u"row"_s, row.number}, {u"status"_s, batchStatusName(row.status)},
            {u"expires_at"_s, orNull(row.expiresAt.toUTC().toString(Qt::ISODate))},
            {u"error"_s, orNull(row.error)}});
    }
    const BatchRun::Progress progress = run.progress();
    const QJsonObject counts{
        {u"done"_s, progress.done},
        {u"failed"_s, progress.failed},
        {u"not_known"_s, progress.notKnown},
        {u"skipped"_s, progress.skipped},
        {u"left"_s, progress.left()},
    };
    return oneLine({{u"rows"_s, rows}, {u"counts"_s, counts}, {u"output"_s, run.outputFile()}});
}

QByteArray runText(const BatchRun &run)
{
    const BatchRun::Progress progress = run.progress();
    QList<std::pair<QString, QString>> lines{{Words::tr("Done"), QString::number(progress.done)}};
    const auto add = [&lines](const QString &label, qsizetype count) {
        if (count > 0)
            lines.append({label, QString::number(count)});
    };
    add(Words::tr("Failed"), progress.failed);
    add(Words::tr("Not known"), progress.notKnown);
    add(Words::tr("Left out"), progress.skipped);
    add(Words::tr("Not sent yet"), progress.left());
    //: A file with links
    lines.append({Words::tr("Links"), QDir::toNativeSeparators(run.outputFile())});
    return TextLayout::aligned(lines);
}

ExitCode exitCode(const QList<BatchRunRow> &rows)
{
    ExitCode worst = ExitCode::Done;
    for (const BatchRunRow &row : rows) {
        if (badness(codeOf(row)) > badness(worst))
            worst = codeOf(row);
    }
    return worst;
}

} // namespace desk::BatchReport
