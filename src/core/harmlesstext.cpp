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

} // namespace

QString harmlessText(QStringView text, qsizetype longest)
{
    QString result;
    bool inBlank = true; // so that none stands at the beginning
    qsizetype i = 0;
    while (i < text.size()) {
        const char32_t code = characterAt(text, i);
        i += QChar::requiresSurrogates(code) ? 2 : 1;
        QString piece;
        if (!isBlank(code))
            piece = steers(code) ? codeOf(code) : QString::fromUcs4(&code, 1);
        else if (!inBlank)
            piece = u" "_s;
        inBlank = isBlank(code);
        if (result.size() + piece.size() > longest) {
            result.chop(result.size() == longest ? 1 : 0);
            if (!result.isEmpty() && result.back().isHighSurrogate())
                result.chop(1);
            return result + u'…';
        }
        result += piece;
    }
    if (result.endsWith(u' '))
        result.chop(1);
    return result;
}

} // namespace desk
