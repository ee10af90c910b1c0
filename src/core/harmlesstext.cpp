// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "harmlesstext.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isBlank(char32_t code)
{
    return code == U' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0x2028
        || code == 0x2029;
}

bool steers(char32_t code)
{
    switch (code) {
    case 0x061C: // Arabic letter mark
    case 0x200E: // left-to-right mark
    case 0x200F: // right-to-left mark
    case 0xFEFF: // byte order mark
        return true;
    default:
        break;
    }
    const bool turnsDirection =
        (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    const bool isTag = code >= 0xE0000 && code <= 0xE007F;
    return turnsDirection || isTag || QChar::category(code) == QChar::Other_Control
        || QChar::isSurrogate(code) || QChar::isNonCharacter(code);
}

QString codeOf(char32_t code)
{
    constexpr int digits = 4;
    constexpr int base = 16;
    return u"⟨U+%1⟩"_s.arg(qulonglong{code}, digits, base, QChar(u'0')).toUpper();
}

// One character, which takes two places if it is outside of the first plane.
char32_t characterAt(QStringView text, qsizetype i)
{
    const QChar first = text.at(i);
    if (first.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(first, text.at(i + 1));
    return first.unicode();
}

// The end of a text that got too long.
QString cut(QString text, qsizetype longest)
{
    text.truncate(longest - 1);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text + u'…';
}

QString shownAs(char32_t code)
{
    return steers(code) ? codeOf(code) : QString::fromUcs4(&code, 1);
}

} // namespace

QString harmlessText(QStringView text, qsizetype longest)
{
    QString result;
    bool inBlank = true; // so that none stands at the beginning
    for (qsizetype i = 0; i < text.size() && result.size() <= longest;) {
        const char32_t code = characterAt(text, i);
        i += QChar::requiresSurrogates(code) ? 2 : 1;
        if (!isBlank(code))
            result += shownAs(code);
        else if (!inBlank)
            result += u' ';
        inBlank = isBlank(code);
    }
    if (result.endsWith(u' '))
        result.chop(1);
    return result.size() > longest ? cut(result, longest) : result;
}

QString harmlessLines(QStringView text, qsizetype longest)
{
    QString result;
    for (qsizetype i = 0; i < text.size() && result.size() <= longest;) {
        const char32_t code = characterAt(text, i);
        i += QChar::requiresSurrogates(code) ? 2 : 1;
        if (code == U'\n' || code == U'\t')
            result += QChar(static_cast<char16_t>(code));
        else if (code != U'\r')
            result += shownAs(code);
    }
    return result.size() > longest ? cut(result, longest) : result;
}

} // namespace desk
