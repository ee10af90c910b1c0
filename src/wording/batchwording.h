// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batch/batchfailure.h"
#include "batch/batchoutput.h"
#include "batch/batchplan.h"
#include "batch/batchrun.h"
#include "batch/csvreader.h"

#include <QString>

//! What is said about a batch: its table, its plan, its run and the file that comes of it.
namespace desk::BatchWording {

//! Each of these is one sentence that names row and column, as far as there are any.
QString sentence(const CsvProblem &problem);
QString sentence(const BatchProblem &problem);
//! A field that no column gives.
QString missingColumn(DetailsField field);
//! Of a row that isDuplicate(): which integration or row it seems to be the same as.
QString duplicate(const PlannedRow &row);

QString name(CsvEncoding encoding);
QString name(CsvSeparator separator);
QString name(BatchRowStatus status);
//! How the table was read; a guess that a person may correct.
QString readAs(const CsvDialect &dialect);

QString sentence(const BatchOutputProblem &problem);
QString sentence(const LedgerError &error);
QString sentence(const BatchRun::Refusal &refusal);
QString sentence(const BatchRowFailure &failure);

//! What the file with the links is, said before it is made.
QString linksWarning(const QString &file);
//! The same once it is there.
QString linksNote(const QString &file);
//! That these links are good for an hour only.
QString embeddedNote(qsizetype count);
//! Where a run stands, in one line: counts, rate, time left, or what it waits for.
QString standing(const BatchRun &run);
//! Why it is paused, and what goes on from there.
QString pauseReason(const BatchRun &run);

} // namespace desk::BatchWording
