// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectdetails.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

template <typename Value> using Names = std::pair<Value, QLatin1StringView>;

constexpr std::array<Names<Category>, 4> categoryNames{{
    {Category::Hris, "HRIS"_L1},
    {Category::Ats, "ATS"_L1},
    {Category::Assessment, "ASSESSMENT"_L1},
    {Category::Lms, "LMS"_L1},
}};

constexpr std::array<Names<FlowLanguage>, 5> languageNames{{
    {FlowLanguage::English, "en"_L1},
    {FlowLanguage::German, "de"_L1},
    {FlowLanguage::French, "fr"_L1},
    {FlowLanguage::Italian, "it"_L1},
    {FlowLanguage::Spanish, "es"_L1},
}};

constexpr std::array<Names<LinkType>, 2> linkTypeNames{{
    {LinkType::Embedded, "EMBEDDED"_L1},
    {LinkType::MagicLink, "MAGIC_LINK"_L1},
}};

template <typename Table, typename Value> QString nameIn(const Table &table, Value value)
{
    for (const auto &[known, name] : table) {
        if (known == value)
            return name;
    }
    Q_UNREACHABLE();
}

template <typename Table>
auto valueIn(const Table &table, QStringView name)
    -> std::optional<typename Table::value_type::first_type>
{
    for (const auto &[value, known] : table) {
        if (name == known)
            return value;
    }
    return std::nullopt;
}

template <typename Table>
auto valuesOf(const Table &table) -> QList<typename Table::value_type::first_type>
{
    QList<typename Table::value_type::first_type> values;
    for (const auto &[value, name] : table)
        values.append(value);
    return values;
}

} // namespace

QString wireName(Category category)
{
    return nameIn(categoryNames, category);
}
QString wireName(FlowLanguage language)
{
    return nameIn(languageNames, language);
}
QString wireName(LinkType type)
{
    return nameIn(linkTypeNames, type);
}

std::optional<Category> categoryFromWire(QStringView name)
{
    return valueIn(categoryNames, name);
}
std::optional<FlowLanguage> flowLanguageFromWire(QStringView name)
{
    return valueIn(languageNames, name);
}
std::optional<LinkType> linkTypeFromWire(QStringView name)
{
    return valueIn(linkTypeNames, name);
}

QList<Category> allCategories()
{
    return valuesOf(categoryNames);
}
QList<FlowLanguage> allFlowLanguages()
{
    return valuesOf(languageNames);
}
QList<LinkType> allLinkTypes()
{
    return valuesOf(linkTypeNames);
}

} // namespace desk
