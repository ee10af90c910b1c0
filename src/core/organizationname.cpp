// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "organizationname.h"

#include "foldedname.h"

#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Words as they are after folding, the longer forms first; what stands in a row is cut as one.
constexpr std::array legalForms{
    // German
    "gmbh and co kgaa"_L1,
    "gmbh and co kg"_L1,
    "gmbh and co ohg"_L1,
    "ag and co kgaa"_L1,
    "ag and co kg"_L1,
    "se and co kgaa"_L1,
    "se and co kg"_L1,
    "ug and co kg"_L1,
    "gmbh co kgaa"_L1,
    "gmbh co kg"_L1,
    "gmbh co ohg"_L1,
    "ag co kgaa"_L1,
    "ag co kg"_L1,
    "se co kgaa"_L1,
    "se co kg"_L1,
    "ug co kg"_L1,
    "ug haftungsbeschrankt and co kg"_L1,
    "ug haftungsbeschrankt co kg"_L1,
    "ug haftungsbeschrankt"_L1,
    "gesellschaft mbh"_L1,
    "ges m b h"_L1,
    "gesmbh"_L1,
    "mbh"_L1,
    "ggmbh"_L1,
    "gmbh"_L1,
    "kgaa"_L1,
    "ag"_L1,
    "se"_L1,
    "kg"_L1,
    "ohg"_L1,
    "gbr"_L1,
    "ug"_L1,
    "eg"_L1,
    "e g"_L1,
    "ev"_L1,
    "e v"_L1,
    "e k"_L1,
    "ek"_L1,
    "partg mbb"_L1,
    "partg"_L1,
    "sce"_L1,
    "g m b h"_L1,
    "a g"_L1,
    "k g"_L1,
    // English
    "public limited company"_L1,
    "limited liability company"_L1,
    "pty ltd"_L1,
    "pty limited"_L1,
    "pvt ltd"_L1,
    "private limited"_L1,
    "pte ltd"_L1,
    "proprietary limited"_L1,
    "co ltd"_L1,
    "company limited"_L1,
    "and co"_L1,
    "incorporated"_L1,
    "inc"_L1,
    "corporation"_L1,
    "corp"_L1,
    "company"_L1,
    "co"_L1,
    "llc"_L1,
    "l l c"_L1,
    "llp"_L1,
    "l l p"_L1,
    "lp"_L1,
    "limited"_L1,
    "ltd"_L1,
    "plc"_L1,
    "p l c"_L1,
    "pty"_L1,
    // Romance languages
    "s a r l"_L1,
    "sarl"_L1,
    "s a s u"_L1,
    "sasu"_L1,
    "s a s"_L1,
    "sas"_L1,
    "s a"_L1,
    "sa"_L1,
    "eurl"_L1,
    "s r l s"_L1,
    "srls"_L1,
    "s r l"_L1,
    "srl"_L1,
    "s p a"_L1,
    "spa"_L1,
    "s n c"_L1,
    "snc"_L1,
    "s l u"_L1,
    "slu"_L1,
    "s l"_L1,
    "sl"_L1,
    "s a u"_L1,
    "sau"_L1,
    "lda"_L1,
    "ltda"_L1,
    "s c"_L1,
    // Dutch, Belgian, Nordic
    "b v"_L1,
    "bv"_L1,
    "n v"_L1,
    "nv"_L1,
    "bvba"_L1,
    "c v"_L1,
    "oyj"_L1,
    "oy"_L1,
    "ab"_L1,
    "a s"_L1,
    "as"_L1,
    "asa"_L1,
    "aps"_L1,
    "a p s"_L1,
    "i s"_L1,
    // Central Europe
    "spolka z ograniczona odpowiedzialnoscia"_L1,
    "sp z o o"_L1,
    "sp zoo"_L1,
    "spzoo"_L1,
    "sp k"_L1,
    "spolka akcyjna"_L1,
    "s r o"_L1,
    "sro"_L1,
    "spol s r o"_L1,
    "kft"_L1,
    "zrt"_L1,
    "d o o"_L1,
    "doo"_L1,
    "ood"_L1,
    "ad"_L1,
    // Asia
    "k k"_L1,
    "kk"_L1,
    "sdn bhd"_L1,
    "bhd"_L1,
};

// Letters, digits and single blanks; "&" and "+" are the word that they stand for.
QString plainWords(const QString &name)
{
    QString plain;
    bool isApart = false;
    const auto addSeparated = [&](QStringView text) {
        if (isApart && !plain.isEmpty())
            plain += u' ';
        isApart = false;
        plain += text;
    };
    const QList<uint> characters = name.toUcs4();
    for (const uint character : characters) {
        if (QChar::isLetterOrNumber(char32_t(character))) {
            addSeparated(QChar::fromUcs4(character));
        } else if (character == u'&' || character == u'+') {
            isApart = true;
            addSeparated(u"and");
            isApart = true;
        } else if (character != u'\'' && character != u'’' && character != u'`') {
            isApart = true;
        }
    }
    return plain.replace(" und co"_L1, " and co"_L1).replace(" et cie"_L1, " and co"_L1);
}

// Before folding, which makes a letter of one of them.
QString withoutMarks(const QString &name)
{
    QString plain;
    const QString apart = name.normalized(QString::NormalizationForm_KD);
    for (const QChar character : apart) {
        if (!character.isMark())
            plain += character;
    }
    return plain.trimmed().isEmpty() ? name : plain;
}

// True if there was one that left something over.
bool cutLegalForm(QString &name)
{
    constexpr QLatin1StringView dangling(" and");
    if (name.endsWith(dangling)) {
        name.chop(dangling.size());
        return true;
    }
    for (const QLatin1StringView form : legalForms) {
        const qsizetype blank = name.size() - form.size() - 1;
        if (blank >= 0 && name.at(blank) == u' ' && name.endsWith(form)) {
            name.truncate(blank);
            return true;
        }
    }
    return false;
}

QString folded(const QString &name)
{
    // What is folded may still be taken apart: some signs stand for several letters.
    QString before = withoutMarks(name);
    for (int round = 0; round < 4; ++round) {
        const QString after = foldedName(before);
        if (after == before)
            break;
        before = after;
    }
    QString plain = plainWords(before);
    if (plain.isEmpty() || plain == "and"_L1)
        return before;
    while (cutLegalForm(plain)) { }
    return plain;
}

} // namespace

QString foldedOrganization(const QString &name)
{
    if (name.trimmed().isEmpty())
        return {};
    QString before = folded(name);
    // A cut may show what can be folded again.
    for (int round = 0; round < 8; ++round) {
        const QString after = folded(before);
        if (after == before)
            break;
        before = after;
    }
    return before.isEmpty() ? name.simplified() : before;
}

QString emailDomain(const QString &email)
{
    static constexpr std::array anybodys{"gmail.com"_L1, "googlemail.com"_L1, "outlook.com"_L1,
        "outlook.de"_L1, "outlook.fr"_L1, "hotmail.com"_L1, "hotmail.de"_L1, "hotmail.fr"_L1,
        "hotmail.it"_L1, "hotmail.es"_L1, "hotmail.co.uk"_L1, "live.com"_L1, "live.de"_L1,
        "live.fr"_L1, "msn.com"_L1, "yahoo.com"_L1, "yahoo.de"_L1, "yahoo.fr"_L1, "yahoo.it"_L1,
        "yahoo.es"_L1, "yahoo.co.uk"_L1, "ymail.com"_L1, "icloud.com"_L1, "me.com"_L1, "mac.com"_L1,
        "aol.com"_L1, "gmx.de"_L1, "gmx.net"_L1, "gmx.at"_L1, "gmx.ch"_L1, "gmx.com"_L1,
        "web.de"_L1, "t-online.de"_L1, "freenet.de"_L1, "mail.de"_L1, "posteo.de"_L1,
        "mailbox.org"_L1, "proton.me"_L1, "protonmail.com"_L1, "pm.me"_L1, "tutanota.com"_L1,
        "fastmail.com"_L1, "mail.com"_L1, "zoho.com"_L1, "yandex.com"_L1, "orange.fr"_L1,
        "wanadoo.fr"_L1, "free.fr"_L1, "laposte.net"_L1, "libero.it"_L1, "virgilio.it"_L1,
        "tiscali.it"_L1, "qq.com"_L1, "163.com"_L1, "bluewin.ch"_L1};
    const qsizetype at = email.lastIndexOf(u'@');
    if (at < 0)
        return {};
    QString domain = email.mid(at + 1).trimmed().toLower();
    while (domain.endsWith(u'.'))
        domain.chop(1);
    const bool isAnybodys = std::any_of(anybodys.cbegin(), anybodys.cend(),
        [&domain](QLatin1StringView host) { return domain == host; });
    return isAnybodys ? QString() : domain;
}

} // namespace desk
