// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicemarks.h"

#include "practicecatalogue.h"

#include <array>
#include <numeric>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// The tints of page.css, by the same rule as in page.js.
constexpr std::array tints{"#3f4bc4"_L1, "#0e6f72"_L1, "#8a3d8f"_L1, "#9a4a12"_L1, "#2a6a3a"_L1,
    "#a32f57"_L1, "#3a5a84"_L1};

constexpr std::array shapes{R"(<rect width="64" height="64" rx="16" fill="%1"/>)"_L1,
    R"(<circle cx="32" cy="32" r="32" fill="%1"/>)"_L1,
    R"(<path d="M32 0L60 16V48L32 64L4 48V16Z" fill="%1"/>)"_L1};

constexpr auto letters =
    R"(<text x="%1" y="41" font-family="sans-serif" font-size="26" font-weight="700" fill="%2"%3>%4</text>)"_L1;

std::size_t sumOf(const QString &id)
{
    return std::accumulate(id.cbegin(), id.cend(), std::size_t{0},
        [](std::size_t sum, QChar letter) { return sum + letter.unicode(); });
}

QString drawing(int width, const PracticeTool &tool, const QString &content)
{
    return uR"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1 64" role="img"><title>%2</title>%3</svg>)"_s
        .arg(QString::number(width), tool.label.toHtmlEscaped(), content);
}

QString icon(const PracticeTool &tool, QLatin1StringView colour)
{
    const QString shape = shapes.at(sumOf(tool.id) / tints.size() % shapes.size());
    return shape.arg(colour)
        + QString(letters).arg(u"32"_s, u"#ffffff"_s, uR"( text-anchor="middle")"_s,
            tool.label.left(2).toHtmlEscaped());
}

} // namespace

QByteArray practiceMark(const QString &name)
{
    const QString variant = name.section(u'-', 1);
    const PracticeTool *const tool = findPracticeTool(name.section(u'-', 0, 0));
    if (!tool)
        return {};
    const QLatin1StringView colour = tints.at(sumOf(tool->id) % tints.size());
    if (variant.isEmpty() && !name.endsWith(u'-'))
        return drawing(64, *tool, icon(*tool, colour)).toUtf8();
    if (variant == "black"_L1)
        return drawing(64, *tool, icon(*tool, "#000000"_L1)).toUtf8();
    if (variant != "logo"_L1)
        return {};
    const int width = 96 + 17 * static_cast<int>(tool->label.size());
    const QString label =
        QString(letters).arg(u"80"_s, colour, QString(), tool->label.toHtmlEscaped());
    return drawing(width, *tool, icon(*tool, colour) + label).toUtf8();
}

} // namespace desk
