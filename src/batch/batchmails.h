// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "batchoutput.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

/*!
 * Writes a mail text for each row that has a link in the file, in the language of the row, as
 * NUMBER-organization.txt, for the owner's eyes only: the texts hold the links. A folder that is
 * not there is made; a text of the same name is written anew. The problem is the first one met.
 */
std::optional<BatchOutputProblem> writeBatchMails(const QString &folder, const QString &file,
    CsvSeparator separator, const QList<BatchOutputRow> &rows);

} // namespace desk
