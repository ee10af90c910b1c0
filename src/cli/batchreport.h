// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exitcode.h"

#include "batch/batchplan.h"
#include "batch/batchrun.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

//! What batch prints. Never a link: those are in its file only.
namespace desk::BatchReport {

//! Each a sentence; at most so many, and then how many more there are.
QStringList problems(const BatchPlan &plan);
QStringList duplicates(const BatchPlan &plan);

QByteArray planJson(const BatchPlan &plan, const ColumnMapping &mapping, const QStringList &header);
QByteArray planText(const BatchPlan &plan, const ColumnMapping &mapping, const QStringList &header);

//! {"rows":[{"row","status","expires_at","error"}],"counts":{...},"output":FILE}
QByteArray runJson(const BatchRun &run);
QByteArray runText(const BatchRun &run);

//! Of the row that went worst; Done if all rows are done or were left out.
ExitCode exitCode(const QList<BatchRunRow> &rows);

} // namespace desk::BatchReport
