// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace desk {

namespace {

constexpr qsizetype longestWord = 40;
constexpr qsizetype shortestPart = 3;

// How many letters have to be added, dropped or exchanged (Levenshtein), row by row.
qsizetype distance(const QString &from, const QString &to)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < from.size(); ++i) {
        qsizetype diagonal = row.front();
        row.front() = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const bool isSame = from.at(i) == to.at(static_cast<qsizetype>(j) - 1);
            const qsizetype exchanged = diagonal + (isSame ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::optional<QString> nearest(const QString &word, const QStringList &candidates)
{
    if (word.isEmpty() || word.size() > longestWord)
        return std::nullopt;
    const QString wanted = word.toLower();
    std::optional<QString> best;
    // Two letters that changed places count as two exchanged ones.
    qsizetype bestDistance = std::clamp<qsizetype>(wanted.size() / 2, 1, 3) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype candidateDistance = distance(wanted, candidate.toLower());
        if (candidateDistance < bestDistance) {
            best = candidate;
            bestDistance = candidateDistance;
        }
    }
    if (best || wanted.size() < shortestPart)
        return best;
    // "org" for "organization", "url" for "base-url"
    const auto holdsIt = [&wanted](const QString &candidate) {
        return candidate.contains(wanted, Qt::CaseInsensitive);
    };
    const auto found = std::find_if(candidates.cbegin(), candidates.cend(), holdsIt);
    return found == candidates.cend() ? std::nullopt : std::optional(*found);
}

} // namespace desk
