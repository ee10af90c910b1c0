// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "console.h"

#include "core/redactor.h"

#include <QIODevice>

#include <algorithm>

namespace desk {

namespace {

// Bidirectional overrides and isolates; other format characters belong to scripts and emoji.
bool turnsTextAround(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool steersTerminal(QChar character)
{
    return character.category() == QChar::Other_Control || character == QChar::LineSeparator
        || character == QChar::ParagraphSeparator;
}

} // namespace

QString terminalText(const QString &text)
{
    QString plain = text;
    std::replace_if(
        plain.begin(), plain.end(),
        [](QChar character) { return steersTerminal(character) || turnsTextAround(character); },
        QChar(QChar::ReplacementCharacter));
    return plain;
}

Console::Console(QIODevice &out, QIODevice &err, const Redactor &redactor, Form form, bool isQuiet)
    : m_out(out)
    , m_err(err)
    , m_redactor(redactor)
    , m_form(form)
    , m_isQuiet(isQuiet)
{
}

bool Console::print(const QByteArray &result)
{
    return m_out.write(result) == result.size();
}

void Console::tell(const QString &sentence)
{
    if (!m_isQuiet && !isJson())
        writeLine(sentence);
}

void Console::fail(const Failure &failure)
{
    writeLine(failure.sentence);
    if (!isJson())
        return;
    Failure redacted = failure;
    redacted.code = m_redactor.redacted(failure.code);
    redacted.title = m_redactor.redacted(failure.title);
    redacted.message = m_redactor.redacted(failure.message);
    redacted.logUrl = QUrl(m_redactor.redacted(failure.logUrl.toString(QUrl::FullyEncoded)));
    m_err.write(errorJson(redacted) + '\n');
}

void Console::writeLine(const QString &line)
{
    m_err.write((terminalText(m_redactor.redacted(line)) + u'\n').toUtf8());
}

} // namespace desk
