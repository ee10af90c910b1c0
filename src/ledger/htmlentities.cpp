// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "htmlentities.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype longestReference = 10; // &#x10ffff;

// html.spec.whatwg.org "Named character references": from U+00A0 on, one after the other.
constexpr char16_t firstNamed = 0xa0;
constexpr std::array names{"nbsp"_L1, "iexcl"_L1, "cent"_L1, "pound"_L1, "curren"_L1, "yen"_L1,
    "brvbar"_L1, "sect"_L1, "uml"_L1, "copy"_L1, "ordf"_L1, "laquo"_L1, "not"_L1, "shy"_L1,
    "reg"_L1, "macr"_L1, "deg"_L1, "plusmn"_L1, "sup2"_L1, "sup3"_L1, "acute"_L1, "micro"_L1,
    "para"_L1, "middot"_L1, "cedil"_L1, "sup1"_L1, "ordm"_L1, "raquo"_L1, "frac14"_L1, "frac12"_L1,
    "frac34"_L1, "iquest"_L1, "Agrave"_L1, "Aacute"_L1, "Acirc"_L1, "Atilde"_L1, "Auml"_L1,
    "Aring"_L1, "AElig"_L1, "Ccedil"_L1, "Egrave"_L1, "Eacute"_L1, "Ecirc"_L1, "Euml"_L1,
    "Igrave"_L1, "Iacute"_L1, "Icirc"_L1, "Iuml"_L1, "ETH"_L1, "Ntilde"_L1, "Ograve"_L1,
    "Oacute"_L1, "Ocirc"_L1, "Otilde"_L1, "Ouml"_L1, "times"_L1, "Oslash"_L1, "Ugrave"_L1,
    "Uacute"_L1, "Ucirc"_L1, "Uuml"_L1, "Yacute"_L1, "THORN"_L1, "szlig"_L1, "agrave"_L1,
    "aacute"_L1, "acirc"_L1, "atilde"_L1, "auml"_L1, "aring"_L1, "aelig"_L1, "ccedil"_L1,
    "egrave"_L1, "eacute"_L1, "ecirc"_L1, "euml"_L1, "igrave"_L1, "iacute"_L1, "icirc"_L1,
    "iuml"_L1, "eth"_L1, "ntilde"_L1, "ograve"_L1, "oacute"_L1, "ocirc"_L1, "otilde"_L1, "ouml"_L1,
    "divide"_L1, "oslash"_L1, "ugrave"_L1, "uacute"_L1, "ucirc"_L1, "uuml"_L1, "yacute"_L1,
    "thorn"_L1, "yuml"_L1};
static_assert(names.size() == 0x100 - firstNamed);

std::optional<char32_t> marked(QStringView name)
{
    struct Mark {
        QLatin1StringView name;
        char32_t character;
    };
    constexpr std::array<Mark, 6> marks{{{"amp"_L1, U'&'}, {"apos"_L1, U'\''}, {"quot"_L1, U'"'},
        {"lt"_L1, U'<'}, {"gt"_L1, U'>'}, {"commat"_L1, U'@'}}};
    const auto mark = std::find_if(marks.cbegin(), marks.cend(),
        [name](const Mark &known) { return name.compare(known.name, Qt::CaseInsensitive) == 0; });
    return mark == marks.cend() ? std::nullopt : std::optional(mark->character);
}

std::optional<char32_t> numbered(QStringView digits)
{
    const bool isHex = digits.startsWith(u'x', Qt::CaseInsensitive);
    bool isNumber = false;
    const uint code = isHex ? digits.sliced(1).toUInt(&isNumber, 16) : digits.toUInt(&isNumber, 10);
    const bool isCharacter =
        isNumber && code != 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    return isCharacter ? std::optional(char32_t(code)) : std::nullopt;
}

// What stands between & and ;.
std::optional<char32_t> characterOf(QStringView reference)
{
    if (reference.startsWith(u'#'))
        return numbered(reference.sliced(1));
    if (const auto mark = marked(reference))
        return mark;
    const auto name = std::find(names.cbegin(), names.cend(), reference);
    return name == names.cend() ? std::nullopt
                                : std::optional(char32_t(firstNamed + (name - names.cbegin())));
}

} // namespace

QString withoutEntities(const QString &text)
{
    qsizetype at = text.indexOf(u'&');
    if (at < 0)
        return text;
    QString plain;
    plain.reserve(text.size());
    qsizetype from = 0;
    for (; at >= 0; at = text.indexOf(u'&', at + 1)) {
        const QStringView rest = QStringView(text).sliced(at + 1).left(longestReference);
        const qsizetype end = rest.indexOf(u';');
        const auto character = end > 0 ? characterOf(rest.first(end)) : std::nullopt;
        if (!character)
            continue;
        plain += QStringView(text).sliced(from, at - from);
        plain += QChar::fromUcs4(*character);
        from = at + 1 + end + 1;
        at = from - 1;
    }
    plain += QStringView(text).sliced(from);
    return plain;
}

} // namespace desk
