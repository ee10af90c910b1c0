// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchfindings.h"

#include "batch/batchdesk.h"
#include "batch/batchrun.h"
#include "core/harmlesstext.h"
#include "wording/batchwording.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk::BatchFindings {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::BatchFindings)
};

using Weight = BatchFinding::Weight;

constexpr qsizetype longestName = 60;

// The plan's rows stand in the order of their numbers.
int indexOf(const BatchPlan &plan, int number)
{
    const auto place = std::lower_bound(plan.rows().cbegin(), plan.rows().cend(), number,
        [](const PlannedRow &row, int wanted) { return row.number < wanted; });
    return place != plan.rows().cend() && place->number == number
        ? int(place - plan.rows().cbegin())
        : -1;
}

void addProblems(QList<BatchFinding> &findings, const BatchPlan &plan)
{
    for (const CsvProblem &problem : plan.fileProblems()) {
        if (problem.isBlocking())
            findings.append({Weight::Problem, BatchWording::sentence(problem),
                indexOf(plan, problem.row), problem.column - 1});
    }
    for (const DetailsField field : plan.missingFields())
        findings.append({Weight::Problem, BatchWording::missingColumn(field), -1, -1});
    int index = 0;
    for (const PlannedRow &row : plan.rows()) {
        for (const BatchProblem &problem : row.problems) {
            if (findings.size() < most)
                findings.append(
                    {Weight::Problem, BatchWording::sentence(problem), index, problem.column - 1});
        }
        ++index;
    }
}

void addRows(QList<BatchFinding> &findings, const BatchDesk &desk, const BatchRun &run,
    BatchRowStatus status, Weight weight)
{
    const QList<PlannedRow> &planned = desk.plan().rows();
    const qsizetype count = std::min(planned.size(), run.rows().size());
    for (qsizetype i = 0; i < count && findings.size() < most; ++i) {
        const BatchRunRow &row = run.rows().at(i);
        if (row.status != status)
            continue;
        //: %1 is the number of a row, %2 an organization, %3 the status of the row such as
        //: "Failed", %4 a sentence
        const QString text = Words::tr("Row %1, %2: %3. %4")
                                 .arg(QString::number(row.number),
                                     harmlessText(planned.at(i).details.organization, longestName),
                                     BatchWording::name(status), row.error);
        findings.append({weight, text, int(i), -1});
    }
}

} // namespace

QList<BatchFinding> ofPlan(const BatchDesk &desk)
{
    QList<BatchFinding> findings;
    addProblems(findings, desk.plan());
    int index = 0;
    for (const PlannedRow &row : desk.plan().rows()) {
        if (findings.size() >= most)
            break;
        if (row.isDuplicate())
            findings.append({Weight::Duplicate, BatchWording::duplicate(row), index, -1});
        ++index;
    }
    return findings;
}

QList<BatchFinding> ofRun(const BatchDesk &desk, const BatchRun &run)
{
    QList<BatchFinding> findings;
    addRows(findings, desk, run, BatchRowStatus::NotKnown, Weight::NotKnown);
    addRows(findings, desk, run, BatchRowStatus::Failed, Weight::Failed);
    return findings;
}

} // namespace desk::BatchFindings
