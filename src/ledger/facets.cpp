// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "facets.h"

#include <QCryptographicHash>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The index takes characters of private use for letters; words() never lets one through.
constexpr QChar mark(0xe000);
constexpr qsizetype mostWords = 12;
constexpr qsizetype longestWord = 40;
constexpr qsizetype longestIndexedBeginning = 5; // as the schema has it

QString facet(QChar kind, const QString &value)
{
    constexpr qsizetype bytes = 6;
    const QByteArray hash = QCryptographicHash::hash(value.toUtf8(), QCryptographicHash::Sha1);
    return QString(mark) + kind + QString::fromLatin1(hash.first(bytes).toHex());
}

QString outcomeFacet(AttemptOutcome outcome)
{
    return QString(mark) + u"o"_s + QString::number(int(outcome));
}

QString hiddenFacet()
{
    return QString(mark) + u"h"_s;
}

// Without positions the index cannot look for two of its words side by side, and refuses what it
// would split. So whatever it might not take for a letter ends a word: marks that do not melt into
// a letter, newer characters, other planes.
bool isOfAWord(QChar character)
{
    // Marks once, and letters since a version of Unicode that the index does not know.
    const char16_t code = character.unicode();
    if ((code >= 0x19b0 && code <= 0x19c9) || code == 0x1cf2 || code == 0x1cf3)
        return false;
    return character.isLetterOrNumber() && !character.isSurrogate()
        && character.unicodeVersion() <= QChar::Unicode_6_0;
}

QStringList words(const QString &text)
{
    QStringList found;
    QString word;
    const QString whole =
        text.left(AttemptQuery::longestText).normalized(QString::NormalizationForm_C) + u' ';
    for (const QChar character : whole) {
        if (isOfAWord(character)) {
            word += character;
            continue;
        }
        if (!word.isEmpty() && found.size() < mostWords)
            found.append(word.left(longestWord));
        word.clear();
    }
    return found;
}

QString quoted(const QString &word)
{
    return u'"' + word + u'"';
}

// As the index spells it; nullopt where that is not for sure.
std::optional<QString> asIndexed(const QString &word)
{
    QString plain;
    const QString apart = word.normalized(QString::NormalizationForm_D).toLower();
    for (const QChar character : apart) {
        if (character.isMark())
            continue;
        if (character.unicode() >= 0x80)
            return std::nullopt;
        plain += character;
    }
    return plain;
}

// For a beginning that has no index of its own all rows of all its words are put together before
// the first is told. If it is the beginning of few words, it is faster to ask for them.
QString beginningWith(const QString &word, const KnownWords &knownWords)
{
    const std::optional<QString> plain = asIndexed(word);
    QStringList known;
    if (plain && plain->size() > longestIndexedBeginning)
        known = knownWords(*plain);
    if (known.isEmpty())
        return quoted(word) + u" *"_s;
    for (QString &each : known)
        each = quoted(each);
    return u'(' + known.join(" OR "_L1) + u')';
}

QString anyOf(const QList<AttemptOutcome> &outcomes)
{
    QStringList each;
    for (const AttemptOutcome outcome : outcomes)
        each.append(quoted(outcomeFacet(outcome)));
    return u'(' + each.join(" OR "_L1) + u')';
}

} // namespace

QString facetsOf(const Facets &facets)
{
    QStringList all{facet(u'p', facets.profileId), outcomeFacet(facets.outcome)};
    if (!facets.tool.isEmpty())
        all.append(facet(u't', facets.tool));
    if (!facets.category.isEmpty())
        all.append(facet(u'c', facets.category));
    if (facets.isHidden)
        all.append(hiddenFacet());
    return all.join(u' ');
}

std::optional<QString> searchExpression(const AttemptQuery &query, const KnownWords &knownWords)
{
    QStringList parts;
    const QStringList typed = words(query.text);
    if (typed.isEmpty() && !query.text.trimmed().isEmpty())
        return std::nullopt;
    for (const QString &word : typed)
        parts.append(beginningWith(word, knownWords));
    if (!query.profileId.isEmpty())
        parts.append(quoted(facet(u'p', query.profileId)));
    if (!query.tool.isEmpty())
        parts.append(quoted(facet(u't', query.tool)));
    if (!query.category.isEmpty())
        parts.append(quoted(facet(u'c', query.category)));
    if (!query.outcomes.isEmpty())
        parts.append(anyOf(query.outcomes));
    if (parts.isEmpty())
        return QString();
    return u'(' + parts.join(" AND "_L1) + u") NOT "_s + quoted(hiddenFacet());
}

} // namespace desk
