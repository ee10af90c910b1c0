// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidenceinput.h"
#include "evidencewriter.h"

#include "core/result.h"

#include <QStringList>

namespace desk {

/*!
 * Puts the files of a bundle together. Personal data is masked as the options say, and no secret of
 * the input is in any file: texts are swept before they are put into a document, so that it stays
 * whole, and every document is swept again.
 */
Result<QList<EvidenceFile>, EvidenceProblem> evidenceFiles(
    const EvidenceInput &input, const EvidenceOptions &options, const EvidenceWords &words);

//! Their names, without making them.
QStringList evidenceFileNames(const EvidenceInput &input, const EvidenceOptions &options);

} // namespace desk
