// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "servertext.h"

#include "core/redactor.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isUnseen(QChar character)
{
    switch (character.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // zero-width characters and changes of the writing direction
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}

QString withoutUnseen(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (character.isSpace()) {
            result += u' ';
        } else if (character.isHighSurrogate() && i + 1 < text.size()
            && text.at(i + 1).isLowSurrogate()) {
            result += character;
            result += text.at(++i);
        } else if (!character.isSurrogate() && !isUnseen(character)) {
            result += character;
        }
    }
    return result.simplified();
}

QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = longest - 1;
    if (text.at(end - 1).isHighSurrogate())
        --end;
    return text.first(end) + u'\u2026';
}

// Where the reader goes on after the tag that begins at start; -1 if the tag never ends.
qsizetype endOfTag(const QString &document, qsizetype start)
{
    const auto after = [&document, start](QLatin1StringView mark) {
        const qsizetype found = document.indexOf(mark, start, Qt::CaseInsensitive);
        return found < 0 ? found : found + mark.size();
    };
    const QStringView tag = QStringView(document).sliced(start);
    if (tag.startsWith("<!--"_L1))
        return after("-->"_L1);
    if (tag.startsWith("<script"_L1, Qt::CaseInsensitive))
        return after("</script>"_L1);
    if (tag.startsWith("<style"_L1, Qt::CaseInsensitive))
        return after("</style>"_L1);
    return after(">"_L1);
}

} // namespace

QString plainServerText(const QString &text, const Redactor &redactor, qsizetype longest)
{
    return cut(redactor.redacted(withoutUnseen(text)), longest);
}

QString withoutTags(const QString &document)
{
    const QStringView all(document);
    QString result;
    qsizetype position = 0;
    while (position >= 0) {
        const qsizetype start = document.indexOf(u'<', position);
        if (start < 0) {
            result += all.sliced(position);
            break;
        }
        result += all.sliced(position, start - position);
        result += u' ';
        position = endOfTag(document, start);
    }
    return result;
}

} // namespace desk
