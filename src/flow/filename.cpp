// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "filename.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype longestSuffix = 16;
// Nothing beyond this is looked at: a page may propose megabytes.
constexpr qsizetype longestProposal = 4096;

QString withoutFolders(const QString &name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    return name.sliced(slash + 1);
}

bool isHidden(QChar character)
{
    return character.category() == QChar::Other_Control
        || character.category() == QChar::Other_Format
        || character.category() == QChar::Separator_Line
        || character.category() == QChar::Separator_Paragraph
        || character.category() == QChar::Other_NotAssigned;
}

QString shortened(const QString &name)
{
    if (name.size() <= longestName)
        return name;
    const qsizetype dot = name.lastIndexOf(u'.');
    const qsizetype suffix = dot > 0 ? name.size() - dot : 0;
    if (suffix == 0 || suffix > longestSuffix)
        return name.left(longestName);
    return name.left(longestName - suffix) + name.right(suffix);
}

QString withoutEdges(QString name)
{
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    // Nor half of a character, where the name was cut.
    const auto isLoose = [](QChar last) {
        return last == u'.' || last == u' ' || last.isHighSurrogate();
    };
    while (!name.isEmpty() && isLoose(name.back()))
        name.chop(1);
    return name;
}

} // namespace

QString plainFileName(const QString &proposed)
{
    static const QRegularExpression unusual(u"[<>:\"|?*%~]"_s);
    static const QRegularExpression device(u"^(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString name = withoutFolders(proposed.right(longestProposal));
    name.removeIf(isHidden);
    name.replace(unusual, u"_"_s);
    name = withoutEdges(shortened(withoutEdges(name)));
    if (device.match(name).hasMatch())
        name.prepend(u'_');
    return name.isEmpty() ? u"download"_s : name;
}

} // namespace desk
