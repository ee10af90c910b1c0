// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "toolindex.h"

#include "core/foldedname.h"
#include "core/inputtext.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// No real name comes near it, and a hostile one costs no time on any key press.
constexpr qsizetype longestName = 200;
constexpr qsizetype mostWords = 8;

constexpr int noMatch = -1;
// A query of several words that is not the name as a whole ranks behind all that is.
constexpr int severalWords = 10;

QString oneLine(const QString &text)
{
    return text.left(longestName).simplified();
}

bool isAtWordBeginning(QStringView text, qsizetype position)
{
    return position == 0 || !text.at(position - 1).isLetterOrNumber();
}

bool hasWordThatBegins(QStringView text, QStringView word)
{
    qsizetype found = text.indexOf(word);
    while (found >= 0 && !isAtWordBeginning(text, found))
        found = text.indexOf(word, found + 1);
    return found >= 0;
}

} // namespace

ToolIndex::ToolIndex(const QList<Tool> &tools)
{
    m_entries.reserve(tools.size());
    QSet<QString> ids;
    for (const Tool &tool : tools) {
        if (ids.contains(tool.id))
            continue;
        ids.insert(tool.id);
        m_entries.append(entryOf(tool));
    }
    const auto place = [](const Entry &entry) {
        return std::tie(entry.label, entry.internalLabel, entry.id);
    };
    std::stable_sort(m_entries.begin(), m_entries.end(),
        [place](const Entry &left, const Entry &right) { return place(left) < place(right); });
    tellApart();
}

ToolIndex::Entry ToolIndex::entryOf(const Tool &tool)
{
    Entry entry;
    entry.tool = tool;
    const QString id = oneLine(tool.id);
    entry.title = oneLine(tool.label);
    if (entry.title.isEmpty())
        entry.title = id;
    entry.second = oneLine(tool.internalLabel.value_or(QString()));
    entry.label = foldedName(entry.title);
    entry.id = foldedName(id);
    entry.internalLabel = foldedName(entry.second);
    return entry;
}

void ToolIndex::tellApart()
{
    QHash<QString, int> counts;
    for (const Entry &entry : std::as_const(m_entries))
        ++counts[entry.label];
    for (Entry &entry : m_entries) {
        entry.sharesLabel = counts.value(entry.label) > 1;
        if (entry.second == entry.title)
            entry.second.clear();
        if (entry.second.isEmpty() && entry.sharesLabel)
            entry.second = oneLine(entry.tool.id);
    }
}

std::optional<qsizetype> ToolIndex::positionOf(const QString &id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
        [&id](const Entry &entry) { return entry.tool.id == id; });
    if (found == m_entries.cend())
        return std::nullopt;
    return found - m_entries.cbegin();
}

QList<qsizetype> ToolIndex::matches(const QString &query) const
{
    const QString folded = foldedName(oneLine(query));
    const QStringList words = folded.split(u' ', Qt::SkipEmptyParts).mid(0, mostWords);
    QList<qsizetype> positions(m_entries.size());
    std::iota(positions.begin(), positions.end(), 0);
    if (words.isEmpty())
        return positions;

    QList<int> ranks;
    ranks.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        ranks.append(rankOf(entry, folded, words));
    positions.removeIf([&ranks](qsizetype position) { return ranks.at(position) == noMatch; });
    std::stable_sort(positions.begin(), positions.end(),
        [&ranks](qsizetype left, qsizetype right) { return ranks.at(left) < ranks.at(right); });
    return positions;
}

int ToolIndex::rankOf(const Entry &entry, const QString &query, const QStringList &words)
{
    const auto rankOfPart = [&entry](const QString &part) {
        if (entry.label == part || entry.id == part || entry.internalLabel == part)
            return 0;
        if (entry.label.startsWith(part))
            return 1;
        if (entry.id.startsWith(part))
            return 2;
        if (hasWordThatBegins(entry.label, part))
            return 3;
        if (hasWordThatBegins(entry.internalLabel, part))
            return 4;
        if (entry.label.contains(part))
            return 5;
        if (entry.id.contains(part))
            return 6;
        return entry.internalLabel.contains(part) ? 7 : noMatch;
    };
    const int whole = rankOfPart(query);
    if (words.size() == 1 || whole != noMatch)
        return whole;
    int worst = 0;
    for (const QString &word : words) {
        const int rank = rankOfPart(word);
        if (rank == noMatch)
            return noMatch;
        worst = std::max(worst, rank);
    }
    return severalWords + worst;
}

ToolIndex::Meaning ToolIndex::meaningOf(const QString &text) const
{
    using Kind = Meaning::Kind;
    const QString cleaned = cleanedInput(text);
    if (cleaned.isEmpty())
        return {};
    if (const auto position = positionOf(cleaned))
        return {Kind::OneTool, *position, 1};

    const QString folded = foldedName(cleaned.simplified());
    Meaning byLabel{Kind::NoTool, -1, 0};
    Meaning byId{Kind::NoTool, -1, 0};
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).label == folded)
            byLabel = {Kind::OneTool, i, byLabel.count + 1};
        if (m_entries.at(i).id == folded)
            byId = {Kind::OneTool, i, byId.count + 1};
    }
    if (byLabel.count > 1)
        return {Kind::SeveralTools, -1, byLabel.count};
    if (byLabel.count == 1)
        return byLabel;
    return byId.count == 1 ? byId : Meaning{Kind::NoTool, -1, 0};
}

} // namespace desk
