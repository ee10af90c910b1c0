// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "svgrules.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk::SvgRules {

namespace {

constexpr std::array elements{"circle"_L1, "defs"_L1, "ellipse"_L1, "g"_L1, "line"_L1,
    "linearGradient"_L1, "path"_L1, "polygon"_L1, "polyline"_L1, "radialGradient"_L1, "rect"_L1,
    "stop"_L1, "style"_L1, "svg"_L1, "text"_L1, "tspan"_L1, "use"_L1};

constexpr std::array attributes{"class"_L1, "color"_L1, "cx"_L1, "cy"_L1, "d"_L1, "display"_L1,
    "dx"_L1, "dy"_L1, "fill"_L1, "fill-opacity"_L1, "fill-rule"_L1, "font-family"_L1,
    "font-size"_L1, "font-style"_L1, "font-weight"_L1, "fx"_L1, "fy"_L1, "gradientTransform"_L1,
    "gradientUnits"_L1, "height"_L1, "id"_L1, "offset"_L1, "opacity"_L1, "points"_L1,
    "preserveAspectRatio"_L1, "r"_L1, "rx"_L1, "ry"_L1, "spreadMethod"_L1, "stop-color"_L1,
    "stop-opacity"_L1, "stroke"_L1, "stroke-linecap"_L1, "stroke-linejoin"_L1,
    "stroke-miterlimit"_L1, "stroke-opacity"_L1, "stroke-width"_L1, "style"_L1, "text-anchor"_L1,
    "transform"_L1, "viewBox"_L1, "visibility"_L1, "width"_L1, "x"_L1, "x1"_L1, "x2"_L1, "y"_L1,
    "y1"_L1, "y2"_L1};

constexpr qsizetype longestSheet = qsizetype{16} * 1024;
constexpr qsizetype mostRules = 200;
constexpr int deepestParentheses = 4;

template <std::size_t count>
bool contains(const std::array<QLatin1StringView, count> &names, QStringView name)
{
    return std::find(names.cbegin(), names.cend(), name) != names.cend();
}

// The parser of style sheets calls itself for each parenthesis.
bool isNestedLittle(QStringView text)
{
    int depth = 0;
    for (const QChar character : text) {
        if (character == u'(' && ++depth > deepestParentheses)
            return false;
        if (character == u')')
            --depth;
    }
    return true;
}

bool refersOnlyInside(QStringView text)
{
    qsizetype found = text.indexOf("url("_L1, 0, Qt::CaseInsensitive);
    while (found >= 0) {
        const QStringView target = text.sliced(found + 4).trimmed();
        if (!target.startsWith(u'#') && !target.startsWith("'#"_L1)
            && !target.startsWith(R"("#)"_L1)) {
            return false;
        }
        found = text.indexOf("url("_L1, found + 4, Qt::CaseInsensitive);
    }
    return true;
}

} // namespace

bool isKnownElement(QStringView name)
{
    return contains(elements, name);
}

bool isKnownAttribute(QStringView name)
{
    return contains(attributes, name);
}

bool isHarmlessValue(QStringView value)
{
    return isNestedLittle(value) && refersOnlyInside(value);
}

QString knownDeclarations(QStringView style)
{
    QString known;
    for (const QStringView declaration : style.tokenize(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        // An escape could spell anything.
        if (colon < 0 || declaration.contains(u'\\') || !isHarmlessValue(declaration))
            continue;
        if (isKnownAttribute(declaration.first(colon).trimmed()))
            known.append(declaration.trimmed()).append(u';');
    }
    return known;
}

std::optional<QString> harmlessSheet(const QString &sheet)
{
    const bool isSane = sheet.size() <= longestSheet && sheet.count(u'{') <= mostRules
        && !sheet.contains(u'@') && !sheet.contains(u'\\') && isHarmlessValue(sheet);
    if (!isSane)
        return std::nullopt;
    QString without = sheet;
    return without.replace("dasharray"_L1, "none"_L1, Qt::CaseInsensitive);
}

std::optional<QString> localTarget(QStringView reference)
{
    const QStringView trimmed = reference.trimmed();
    if (trimmed.size() < 2 || !trimmed.startsWith(u'#'))
        return std::nullopt;
    return trimmed.sliced(1).toString();
}

} // namespace desk::SvgRules
