// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "foldedname.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Letters that people type without their stroke, but that Unicode does not take apart; empty for
// all others.
QLatin1StringView plainLetters(QChar character)
{
    static constexpr std::array<std::pair<char16_t, QLatin1StringView>, 8> letters{{
        {u'ø', "o"_L1},
        {u'ł', "l"_L1},
        {u'đ', "d"_L1},
        {u'æ', "ae"_L1},
        {u'œ', "oe"_L1},
        {u'ß', "ss"_L1},
        {u'ı', "i"_L1},
        {u'þ', "th"_L1},
    }};
    for (const auto &[letter, plain] : letters) {
        if (character == letter)
            return plain;
    }
    return {};
}

bool isMark(QChar character)
{
    return character.isMark() || character.category() == QChar::Other_Format;
}

} // namespace

QString foldedName(const QString &name)
{
    const QString apart =
        name.simplified().normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(apart.size());
    for (const QChar character : apart) {
        if (const QLatin1StringView plain = plainLetters(character); !plain.isEmpty())
            folded += plain;
        else if (!isMark(character))
            folded += character;
    }
    return folded.simplified();
}

NameMatch matchOf(const QString &foldedName, const QString &foldedTyping)
{
    if (foldedName == foldedTyping)
        return NameMatch::Whole;
    if (foldedName.startsWith(foldedTyping))
        return NameMatch::Beginning;
    qsizetype at = foldedName.indexOf(foldedTyping);
    if (at < 0)
        return NameMatch::None;
    for (; at >= 0; at = foldedName.indexOf(foldedTyping, at + 1)) {
        if (!foldedName.at(at - 1).isLetterOrNumber())
            return NameMatch::WordBeginning;
    }
    return NameMatch::Within;
}

} // namespace desk
