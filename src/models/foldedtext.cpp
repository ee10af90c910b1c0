// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "foldedtext.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Letters that Unicode does not take apart into a plain letter and a mark.
QStringView plainLetters(QChar letter)
{
    switch (letter.unicode()) {
    case u'ø':
        return u"o";
    case u'ł':
        return u"l";
    case u'đ':
    case u'ð':
        return u"d";
    case u'ı':
        return u"i";
    case u'æ':
        return u"ae";
    case u'œ':
        return u"oe";
    case u'ß':
        return u"ss";
    case u'þ':
        return u"th";
    default:
        return {};
    }
}

} // namespace

QString foldedText(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(apart.size());
    for (const QChar letter : apart) {
        if (letter.isMark())
            continue;
        const QStringView plain = plainLetters(letter);
        if (plain.isEmpty())
            folded += letter;
        else
            folded += plain;
    }
    return folded;
}

} // namespace desk
