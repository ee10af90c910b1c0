// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "persontraces.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool isOfAWord(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at).isMark());
}

// "…": with the quotes, and the backslashes before them if it is JSON within JSON.
bool isKey(const QString &text, qsizetype from, qsizetype end)
{
    if (from == 0 || text.at(from - 1) != u'"')
        return false;
    while (end < text.size() && text.at(end) == u'\\')
        ++end;
    if (end >= text.size() || text.at(end) != u'"')
        return false;
    for (++end; end < text.size() && text.at(end).isSpace(); ++end) { }
    return end < text.size() && text.at(end) == u':';
}

// The place of the next one, or -1.
qsizetype next(const QString &folded, const QString &spelling, qsizetype from)
{
    for (qsizetype at = folded.indexOf(spelling, from); at >= 0;
         at = folded.indexOf(spelling, at + 1)) {
        const qsizetype end = at + spelling.size();
        const bool isWord = !isOfAWord(folded, at - 1) && !isOfAWord(folded, end);
        if (isWord && !isKey(folded, at, end))
            return at;
    }
    return -1;
}

// What folding would change the length of, so that places stay the same.
QString composed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C)
        .replace(u'ß', "ss"_L1)
        .replace(QChar(0x1e9e), "SS"_L1);
}

QString folded(const QString &text)
{
    return composed(text).toCaseFolded();
}

// One layer of JSON's escapes less; what is none stays.
QString unescaped(const QString &text)
{
    constexpr qsizetype digits = 4;
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text.at(at) != u'\\' || at + 1 == text.size()) {
            plain += text.at(at);
            continue;
        }
        const QChar kind = text.at(++at);
        if (kind == u'u' && at + digits < text.size()) {
            bool isCode = false;
            const ushort code = QStringView(text).sliced(at + 1, digits).toUShort(&isCode, 16);
            plain += isCode ? QChar(code) : u' ';
            at += isCode ? digits : 0;
        } else {
            const bool isBlank = u"bfnrt"_s.contains(kind);
            plain += isBlank ? QChar(u' ') : kind;
        }
    }
    return plain;
}

QByteArrayList plainRuns(const QString &spelling)
{
    constexpr qsizetype shortest = 3;
    QByteArrayList runs;
    QByteArray run;
    const QString whole = spelling + u' ';
    for (const QChar character : whole) {
        if (character.unicode() < 0x80 && character.isLetterOrNumber()) {
            run += character.toLatin1();
            continue;
        }
        if (run.size() >= shortest)
            runs.append(run);
        run.clear();
    }
    return runs;
}

// Whether plain letters may be written in another way: escaped, or as what folding makes plain
// letters of (ß, ſ, the Kelvin sign, ligatures). The document is in small letters.
bool hasDisguise(const QByteArray &document)
{
    const auto follows = [&document](qsizetype at, QByteArrayView what) {
        return QByteArrayView(document).sliced(at).startsWith(what);
    };
    for (qsizetype at = 0; at + 1 < document.size(); ++at) {
        const char next = document.at(at + 1);
        switch (document.at(at)) {
        case '%':
            if (next >= '3' && next <= '7')
                return true;
            break;
        case '\\':
            if (next == 'u' && follows(at, "\\u00"))
                return true;
            break;
        case 'b':
            if (next == 'a' && follows(at, "base64"))
                return true;
            break;
        case '\xc3':
            if (next == '\x9f')
                return true;
            break;
        case '\xc5':
            if (next == '\xbf')
                return true;
            break;
        case '\xe1':
        case '\xe2':
            if (follows(at, "\xe1\xba\x9e") || follows(at, "\xe2\x84\xaa"))
                return true;
            break;
        case '\xef':
            if (next == '\xac')
                return true;
            break;
        default:
            break;
        }
    }
    return false;
}

bool isBase64(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
        || (code >= u'0' && code <= u'9') || code == u'+' || code == u'/' || code == u'-'
        || code == u'_';
}

// What may be base64: ids and names are read as such, too, which makes nonsense and does no harm.
QString decodedRuns(const QString &text)
{
    constexpr qsizetype shortestRun = 8;
    QString decoded;
    qsizetype from = 0;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        if (at < text.size() && isBase64(text.at(at)))
            continue;
        if (at - from >= shortestRun) {
            QByteArray run = QStringView(text).sliced(from, at - from).toLatin1();
            std::replace(run.begin(), run.end(), '-', '+');
            std::replace(run.begin(), run.end(), '_', '/');
            decoded += u' ' + QString::fromUtf8(QByteArray::fromBase64(run));
        }
        from = at + 1;
    }
    return decoded;
}

} // namespace

void PersonTraces::add(const QString &spelling)
{
    const QString whole = folded(spelling.trimmed());
    if (whole.size() < shortestSpelling || m_spellings.contains(whole))
        return;
    m_spellings.append(whole);
    m_anchors.append(plainRuns(whole));
}

bool PersonTraces::isIn(const QString &text) const
{
    const QString whole = folded(text);
    return std::any_of(m_spellings.cbegin(), m_spellings.cend(),
        [&whole](const QString &spelling) { return next(whole, spelling, 0) >= 0; });
}

QString PersonTraces::blotted(const QString &text) const
{
    constexpr QLatin1StringView blot("[forgotten]");
    QString left = text;
    for (const QString &spelling : m_spellings) {
        QString whole = folded(left);
        qsizetype at = next(whole, spelling, 0);
        if (at < 0)
            continue;
        left = composed(left);
        if (whole.size() != left.size())
            left = whole;
        for (; at >= 0; at = next(whole, spelling, at + blot.size())) {
            left.replace(at, spelling.size(), blot);
            whole.replace(at, spelling.size(), blot);
        }
    }
    return left;
}

bool PersonTraces::isInAnyForm(QString text) const
{
    constexpr int mostLayers = 4;
    for (int layer = 0; layer < mostLayers; ++layer) {
        if (isIn(text))
            return true;
        if (text.contains(u'%') || text.contains(u'+')) {
            const QString plain = QUrl::fromPercentEncoding(text.toUtf8());
            if (isIn(plain) || isIn(QString(plain).replace(u'+', u' ')))
                return true;
        }
        if (!text.contains(u'\\'))
            break;
        text = unescaped(text);
    }
    return false;
}

// A first look that costs little; most documents name nobody.
bool PersonTraces::mayBeIn(const QByteArray &document) const
{
    const QByteArray lower = document.toLower();
    const auto mayBe = [&lower](const QByteArrayList &runs) {
        return std::all_of(runs.cbegin(), runs.cend(),
            [&lower](const QByteArray &run) { return lower.contains(run); });
    };
    return std::any_of(m_anchors.cbegin(), m_anchors.cend(), mayBe) || hasDisguise(lower);
}

bool PersonTraces::isInDocument(const QByteArray &document) const
{
    if (!mayBeIn(document))
        return false;
    const QString text = QString::fromUtf8(document);
    return isInAnyForm(text)
        || (document.contains("base64") && isInAnyForm(decodedRuns(unescaped(text))));
}

} // namespace desk
