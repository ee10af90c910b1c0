// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "inputtext.h"

#include <algorithm>

namespace desk {

namespace {

bool isInvisibleAtTheEdge(QChar character)
{
    if (character.isSpace())
        return true;
    switch (character.unicode()) {
    case 0x00AD: // soft hyphen
    case 0x180E: // Mongolian vowel separator
    case 0x200B: // zero width space
    case 0x200C: // zero width non-joiner
    case 0x200D: // zero width joiner
    case 0x200E: // left-to-right mark
    case 0x200F: // right-to-left mark
    case 0x2060: // word joiner
    case 0xFEFF: // byte order mark
        return true;
    default:
        return character.unicode() < 0x20 || character.unicode() == 0x7F;
    }
}

bool isLineBreakOrTab(QChar character)
{
    return character == u'\n' || character == u'\r' || character == u'\t' || character == u'\v'
        || character == u'\f' || character == QChar::LineSeparator
        || character == QChar::ParagraphSeparator;
}

bool turnsDirection(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

QStringView withoutEdges(QStringView text)
{
    while (!text.isEmpty() && isInvisibleAtTheEdge(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isInvisibleAtTheEdge(text.back()))
        text.chop(1);
    return text;
}

} // namespace

QString cleanedInput(const QString &text)
{
    QString cleaned;
    bool inBreak = false;
    for (const QChar character : withoutEdges(text)) {
        const bool isBreak = isLineBreakOrTab(character);
        if (isBreak && !inBreak)
            cleaned += u' ';
        if (!isBreak)
            cleaned += character;
        inBreak = isBreak;
    }
    return cleaned;
}

bool hasControlCharacters(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar character) {
        return character.category() == QChar::Other_Control || isLineBreakOrTab(character);
    });
}

bool hasDeceptiveCharacters(QStringView text)
{
    return hasControlCharacters(text) || std::any_of(text.begin(), text.end(), turnsDirection);
}

} // namespace desk
