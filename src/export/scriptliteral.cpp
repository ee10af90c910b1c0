// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "scriptliteral.h"

#include "exchangetext.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::ScriptLiteral {

namespace {

QString hex(char32_t code, int digits)
{
    return QString::number(static_cast<uint>(code), 16).rightJustified(digits, u'0');
}

bool isPlainAscii(QChar character)
{
    return character.unicode() >= 0x20 && character.unicode() < 0x7F;
}

// Besides control characters: those that reorder or hide what stands around them, blanks that look
// like none, line separators, and halves of characters.
bool isVisible(char32_t code)
{
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return code == U' ';
    default:
        return true;
    }
}

using Escape = QString (*)(char32_t code);

QString pythonEscape(char32_t code)
{
    return code > 0xFFFF ? u"\\U"_s + hex(code, 8) : u"\\u"_s + hex(code, 4);
}

QString typeScriptEscape(char32_t code)
{
    return code > 0xFFFF ? u"\\u{"_s + hex(code, 1) + u'}' : u"\\u"_s + hex(code, 4);
}

QString inDoubleQuotes(const QString &text, Escape escape)
{
    QString result(u'"');
    const QList<uint> codes = text.toUcs4();
    for (const uint code : codes) {
        if (code == U'"' || code == U'\\')
            result += u'\\' + QChar(code);
        else if (code == U'\n')
            result += R"(\n)"_L1;
        else if (isVisible(code))
            result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
        else
            result += escape(code);
    }
    return result + u'"';
}

} // namespace

QString posix(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', R"('\'')"_L1) + u'\'';
}

QString powerShell(const QString &text)
{
    if (std::all_of(text.cbegin(), text.cend(), isPlainAscii))
        return u'\'' + QString(text).replace(u'\'', "''"_L1) + u'\'';
    QString escaped;
    for (const QChar character : text) {
        if (character == u'\\')
            escaped += R"(\\)"_L1;
        else if (character == u'\'')
            escaped += "''"_L1;
        else if (isPlainAscii(character))
            escaped += character;
        else
            escaped += u"\\u"_s + hex(character.unicode(), 4);
    }
    return u"[regex]::Unescape('"_s + escaped + u"')"_s;
}

QString python(const QString &text)
{
    return inDoubleQuotes(text, pythonEscape);
}

QString typeScript(const QString &text)
{
    return inDoubleQuotes(text, typeScriptEscape);
}

QString joined(
    const QStringList &pieces, QString (*literal)(const QString &text), const QString &between)
{
    QStringList operands;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            operands.append(between);
        // Without a text at its beginning, a language may read the sum as one of something else.
        if (i == 0 || !pieces.at(i).isEmpty())
            operands.append(literal(pieces.at(i)));
    }
    return operands.join(" + "_L1);
}

QString pythonBytes(const QByteArray &bytes)
{
    if (const std::optional<QString> text = exactText(bytes)) {
        const bool isAscii = std::all_of(text->cbegin(), text->cend(), isPlainAscii);
        return isAscii ? u'b' + python(*text) : python(*text) + u".encode(\"utf-8\")"_s;
    }
    return u"bytes.fromhex(\""_s + QString::fromLatin1(bytes.toHex()) + u"\")"_s;
}

QString curlConfigInner(const QString &text)
{
    return QString(text)
        .replace(u'\\', R"(\\)"_L1)
        .replace(u'"', R"(\")"_L1)
        .replace(u'\n', R"(\n)"_L1)
        .replace(u'\r', R"(\r)"_L1)
        .replace(u'\t', R"(\t)"_L1);
}

QString curlConfig(const QString &text)
{
    return u'"' + curlConfigInner(text) + u'"';
}

} // namespace desk::ScriptLiteral
