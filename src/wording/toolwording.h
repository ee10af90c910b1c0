// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/tool.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

//! What is said of tools, their list, and what can be done with them.
namespace desk::ToolWording {

//! "80 tools, read 5 min ago"; the times in UTC.
QString listAge(qsizetype count, const QDateTime &fetchedAt, const QDateTime &now);

//! A coverage_status of the API (kombo-api.md 5.4) in words; one that is not known as it came.
QString coverage(const QString &status);
//! "12 of 24 fields"; empty without fields.
QString fieldCount(const Coverage &group);
//! Says what the word of a coverage_status means; empty if it is not known.
QString coverageMeaning(const QString &status);

//! Under the field: the text is no tool of the list.
QString notInList(const QString &text);
//! Under the field: there is no list to compare the text with.
QString noListToCompare();
//! Under the field, and a reason not to send: several tools are called so.
QString sharedLabel(const QString &label, qsizetype count);
//! Under the field: which of the tools that share a label it is.
QString identity(const QString &secondLine, const QString &toolId);

//! The tooltip of a link: where it leads.
QString opensInBrowser(const QUrl &url);

} // namespace desk::ToolWording
