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

// Sentences are made for those only that are listed.
template <typename Make> void add(Listed &listed, Make make)
{
    if (listed.findings.size() < most)
        listed.findings.append(make());
    else
        listed.isCut = true;
}

void addProblems(Listed &listed, const BatchPlan &plan)
{
    for (const CsvProblem &problem : plan.fileProblems()) {
        if (problem.isBlocking())
            add(listed, [&plan, &problem] {
                return BatchFinding{Weight::Problem, BatchWording::sentence(problem),
                    indexOf(plan, problem.row), problem.column - 1};
            });
    }
    for (const DetailsField field : plan.missingFields())
        add(listed, [field] {
            return BatchFinding{Weight::Problem, BatchWording::missingColumn(field), -1, -1};
        });
    int index = 0;
    for (const PlannedRow &row : plan.rows()) {
        for (const BatchProblem &problem : row.problems)
            add(listed, [&problem, index] {
                return BatchFinding{
                    Weight::Problem, BatchWording::sentence(problem), index, problem.column - 1};
            });
        ++index;
    }
}

void addRows(Listed &listed, const BatchDesk &desk, const BatchRun &run, BatchRowStatus status,
    Weight weight)
{
    const QList<PlannedRow> &planned = desk.plan().rows();
    const qsizetype count = std::min(planned.size(), run.rows().size());
    for (qsizetype i = 0; i < count && !listed.isCut; ++i) {
        const BatchRunRow &row = run.rows().at(i);
        if (row.status != status)
            continue;
        add(listed, [&planned, &row, weight, i] {
            //: %1 is the number of a row, %2 an organization, %3 the status of the row such as
            //: "Failed", %4 a sentence
            const QString text =
                Words::tr("Row %1, %2: %3. %4")
                    .arg(QString::number(row.number),
                        harmlessText(planned.at(i).details.organization, longestName),
                        BatchWording::name(row.status), row.error);
            return BatchFinding{weight, text, int(i), -1};
        });
    }
}

} // namespace

Listed ofPlan(const BatchDesk &desk)
{
    Listed listed;
    addProblems(listed, desk.plan());
    int index = 0;
    for (const PlannedRow &row : desk.plan().rows()) {
        if (listed.isCut)
            break;
        if (row.isDuplicate())
            add(listed, [&row, index] {
                return BatchFinding{Weight::Duplicate, BatchWording::duplicate(row), index, -1};
            });
        ++index;
    }
    return listed;
}

Listed ofRun(const BatchDesk &desk, const BatchRun &run)
{
    Listed listed;
    addRows(listed, desk, run, BatchRowStatus::NotKnown, Weight::NotKnown);
    addRows(listed, desk, run, BatchRowStatus::Failed, Weight::Failed);
    return listed;
}

} // namespace desk::BatchFindings
