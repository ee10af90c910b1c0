// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "historyfilter.h"

#include <algorithm>

namespace desk {

AttemptQuery queryOf(const HistoryFilter &filter, const QString &text, const QDateTime &now)
{
    AttemptQuery query;
    const QString trimmed = text.trimmed();
    query.text = trimmed.first(std::min(trimmed.size(), AttemptQuery::longestText));
    query.profileId = filter.profileId;
    query.outcomes = filter.outcomes;
    query.tool = filter.tool;
    query.category = filter.category;
    query.from = beginningOf(filter.period, now);
    return query;
}

} // namespace desk
