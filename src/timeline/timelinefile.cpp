// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timelinefile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace desk {

std::optional<TimelineFileProblem> writeTimeline(
    const QString &file, const TimelineDocument &document, const TimelineWords &words)
{
    const bool isMarkdown = file.endsWith(".md"_L1, Qt::CaseInsensitive);
    const QByteArray bytes =
        isMarkdown ? timelineMarkdown(document, words) : timelineJson(document, words);
    QSaveFile output(file);
    if (output.open(QIODevice::WriteOnly) && output.write(bytes) == bytes.size() && output.commit())
        return std::nullopt;
    return TimelineFileProblem{file, output.errorString()};
}

} // namespace desk
