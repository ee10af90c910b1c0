// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "persontraces.h"

#include "htmlentities.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView blot("[forgotten]");

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

// What the names of keys have in them whose value is of that kind.
QStringList keyParts(PersonTraces::Kind kind)
{
    switch (kind) {
    case PersonTraces::Kind::Organization:
        return {u"organi"_s, u"company"_s};
    case PersonTraces::Kind::OriginId:
        return {u"origin"_s};
    case PersonTraces::Kind::Other:
        return {};
    }
    Q_UNREACHABLE();
}

bool isKeyOf(PersonTraces::Kind kind, QStringView key)
{
    const QStringList parts = keyParts(kind);
    return std::any_of(parts.cbegin(), parts.cend(),
        [key](const QString &part) { return key.contains(part, Qt::CaseInsensitive); });
}

// The letters before that place, past quotes and their backslashes.
QStringView keyBefore(QStringView text, qsizetype end)
{
    const auto isOfKey = [](QChar character) {
        return character.isLetterOrNumber() || u"_-.[]"_s.contains(character);
    };
    qsizetype from = end;
    while (from > 0 && isOfKey(text.at(from - 1)))
        --from;
    return text.sliced(from, end - from);
}

// Where the key of "key": " ends, whose value begins there; -1 if it is none.
qsizetype endOfKey(QStringView text, qsizetype value)
{
    qsizetype at = value - 1; // the quote
    const auto skip = [&](auto isSkipped) {
        while (at > 0 && isSkipped(text.at(at - 1)))
            --at;
    };
    const auto isBackslash = [](QChar character) { return character == u'\\'; };
    const auto isBlank = [](QChar character) { return character.isSpace(); };
    skip(isBackslash);
    skip(isBlank);
    if (at == 0 || text.at(--at) != u':')
        return -1;
    skip(isBlank);
    if (at == 0 || text.at(--at) != u'"')
        return -1;
    skip(isBackslash);
    return at;
}

// key=text, as in addresses, or "key": "text".
bool isValueOfKey(PersonTraces::Kind kind, QStringView text, qsizetype from, qsizetype end)
{
    if (from == 0)
        return false;
    const QChar before = text.at(from - 1);
    if (before == u'=') {
        const bool isWhole = end == text.size()
            || (!text.at(end).isLetterOrNumber() && !u"-_.~%+@"_s.contains(text.at(end)));
        return isWhole && isKeyOf(kind, keyBefore(text, from - 1));
    }
    while (end < text.size() && text.at(end) == u'\\')
        ++end;
    if (before != u'"' || end == text.size() || text.at(end) != u'"')
        return false;
    const qsizetype key = endOfKey(text, from);
    return key > 0 && isKeyOf(kind, keyBefore(text, key));
}

// Short texts are everywhere, but not right after a quote or an equals sign.
QByteArrayList anchorsOfShort(const QString &folded)
{
    const bool isPlain = std::all_of(folded.cbegin(), folded.cend(),
        [](QChar character) { return character.unicode() < 0x80 && character.isLetterOrNumber(); });
    const QByteArray plain = folded.toLatin1();
    return isPlain ? QByteArrayList{'"' + plain, '=' + plain} : QByteArrayList();
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
        case '&':
            if (next == '#' || follows(at, "&szlig;"))
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

void PersonTraces::add(const QString &spelling, Kind kind)
{
    const QString whole = folded(spelling.trimmed());
    if (whole.isEmpty())
        return;
    if (whole.size() < shortestSpelling) {
        const bool isKnown = std::any_of(m_short.cbegin(), m_short.cend(),
            [&](const Short &known) { return known.text == whole && known.kind == kind; });
        if (kind != Kind::Other && !isKnown)
            m_short.append({whole, kind, anchorsOfShort(whole)});
        return;
    }
    if (m_spellings.contains(whole))
        return;
    m_spellings.append(whole);
    m_anchors.append(plainRuns(whole));
}

bool PersonTraces::isShortIn(const QString &folded) const
{
    return std::any_of(m_short.cbegin(), m_short.cend(), [&folded](const Short &sought) {
        for (qsizetype at = folded.indexOf(sought.text); at >= 0;
             at = folded.indexOf(sought.text, at + 1)) {
            if (isValueOfKey(sought.kind, folded, at, at + sought.text.size()))
                return true;
        }
        return false;
    });
}

bool PersonTraces::isIn(const QString &text) const
{
    const QString whole = folded(text);
    return isShortIn(whole)
        || std::any_of(m_spellings.cbegin(), m_spellings.cend(),
            [&whole](const QString &spelling) { return next(whole, spelling, 0) >= 0; });
}

bool PersonTraces::isValue(const QString &key, const QString &text) const
{
    if (m_short.isEmpty())
        return false;
    const QString whole = folded(text.trimmed());
    return std::any_of(m_short.cbegin(), m_short.cend(),
        [&](const Short &sought) { return sought.text == whole && isKeyOf(sought.kind, key); });
}

QString PersonTraces::blotted(const QString &text) const
{
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

QString PersonTraces::blottedField(const QString &text) const
{
    const QString whole = m_short.isEmpty() ? QString() : folded(text.trimmed());
    if (std::any_of(m_short.cbegin(), m_short.cend(),
            [&whole](const Short &sought) { return sought.text == whole; }))
        return blot;
    const QString left = blotted(text);
    const bool mayHaveDisguise = std::any_of(
        left.cbegin(), left.cend(), [](QChar character) { return u"%&\\+"_s.contains(character); });
    return mayHaveDisguise && isInAnyForm(left) ? blottedInDisguise(left) : left;
}

// Addresses have no blanks, so a part between two is as little as can go.
QString PersonTraces::blottedInDisguise(const QString &text) const
{
    QStringList parts = text.split(u' ');
    for (QString &part : parts) {
        if (isInAnyForm(part))
            part = blot;
    }
    const QString left = parts.join(u' ');
    return isInAnyForm(left) ? QString(blot) : left;
}

bool PersonTraces::isInAddress(const QString &text) const
{
    if (!text.contains(u'%') && !text.contains(u'+'))
        return false;
    const QString plain = QUrl::fromPercentEncoding(text.toUtf8());
    const QString spaced = QString(plain).replace(u'+', u' ');
    return isIn(plain) || isIn(spaced) || (spaced.contains(u'&') && isIn(withoutEntities(spaced)));
}

bool PersonTraces::isInAnyForm(QString text) const
{
    constexpr int mostLayers = 4;
    for (int layer = 0; layer < mostLayers; ++layer) {
        if (isIn(text) || isInAddress(text))
            return true;
        const QString before = text;
        if (text.contains(u'\\')) {
            text = unescaped(text);
            // A name may itself have what looks like an entity.
            if (text.contains(u'&') && isIn(text))
                return true;
        }
        text = withoutEntities(text);
        if (text == before)
            break;
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
    const auto mayBeShort = [&lower](const Short &sought) {
        return sought.anchors.isEmpty()
            || std::any_of(sought.anchors.cbegin(), sought.anchors.cend(),
                [&lower](const QByteArray &anchor) { return lower.contains(anchor); });
    };
    return std::any_of(m_anchors.cbegin(), m_anchors.cend(), mayBe)
        || std::any_of(m_short.cbegin(), m_short.cend(), mayBeShort) || hasDisguise(lower);
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
