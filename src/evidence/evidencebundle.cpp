// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "evidencebundle.h"

using namespace Qt::StringLiterals;

namespace desk {

EvidenceBundle::EvidenceBundle(
    const EvidenceInput &input, const EvidenceOptions &options, const EvidenceWords &words)
{
    Result<QList<EvidenceFile>, EvidenceProblem> made = evidenceFiles(input, options, words);
    if (made)
        m_files = *made;
    else
        m_problem = made.error();
}

std::optional<EvidenceProblem> EvidenceBundle::writeTo(const QString &target) const
{
    return m_problem ? m_problem : EvidenceWriter::write(target, m_files);
}

std::optional<EvidenceProblem> EvidenceBundle::checkTarget(const QString &target)
{
    return EvidenceWriter::check(target);
}

QStringList EvidenceBundle::fileNames(const EvidenceInput &input, const EvidenceOptions &options)
{
    return evidenceFileNames(input, options);
}

QString EvidenceBundle::proposedName(const QDateTime &madeAt)
{
    return u"evidence-%1.zip"_s.arg(madeAt.toLocalTime().toString(u"yyyy-MM-dd-HHmmss"_s));
}

} // namespace desk
