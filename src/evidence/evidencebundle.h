// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "evidencefiles.h"
#include "evidenceinput.h"
#include "evidencewriter.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

/*!
 * What a bug report needs about one connect session: report.html to read, timeline.json,
 * timeline.md, exchanges.har, parameters.json, environment.json, and screenshots. Made once, from
 * values; writing it twice writes the same. No file holds a secret of the session, in any spelling
 * that texts give one.
 */
class EvidenceBundle {
public:
    EvidenceBundle(
        const EvidenceInput &input, const EvidenceOptions &options, const EvidenceWords &words);

    //! In the order of a folder; empty if a picture could not be made a file.
    const QList<EvidenceFile> &files() const { return m_files; }

    /*!
     * Writes a zip file if the name ends with .zip, a folder otherwise; whole or not at all, and
     * never over something that is there.
     */
    std::optional<EvidenceProblem> writeTo(const QString &target) const;

    //! The same check before there is anything to write.
    static std::optional<EvidenceProblem> checkTarget(const QString &target);
    //! The files that a bundle would have, without making it.
    static QStringList fileNames(const EvidenceInput &input, const EvidenceOptions &options);
    //! A name for a new bundle without its folder, such as "evidence-2026-11-22-194500.zip".
    static QString proposedName(const QDateTime &madeAt);

private:
    QList<EvidenceFile> m_files;
    std::optional<EvidenceProblem> m_problem;
};

} // namespace desk
