// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "detailsrules.h"

namespace desk {

std::optional<DetailsProblem> lockOf(DetailsField field, const ConnectDetails &details)
{
    if (field == DetailsField::RemoteEnvironment && !details.tool)
        return DetailsProblem::NeedsTool;
    if (field == DetailsField::Filtering && details.category != Category::Hris)
        return DetailsProblem::HrisOnly;
    return std::nullopt;
}

ConnectDetails withoutLocked(const ConnectDetails &details)
{
    ConnectDetails allowed = details;
    if (lockOf(DetailsField::RemoteEnvironment, details))
        allowed.remoteEnvironment.reset();
    if (lockOf(DetailsField::Filtering, details))
        allowed.filtering = false;
    return allowed;
}

CategoryChange inCategory(
    const ConnectDetails &details, Category category, const std::optional<QStringList> &tools)
{
    CategoryChange change{details, {}};
    change.details.category = category;
    if (details.tool && tools && !tools->contains(*details.tool)) {
        change.details.tool.reset();
        change.dropped.append(DetailsField::Tool);
    }
    if (details.filtering && lockOf(DetailsField::Filtering, change.details)) {
        change.details.filtering = false;
        change.dropped.append(DetailsField::Filtering);
    }
    return change;
}

int advancedCount(const ConnectDetails &details)
{
    return int(details.remoteEnvironment.has_value()) + int(details.scopeConfigId.has_value())
        + int(details.filtering) + int(details.fieldMapping);
}

} // namespace desk
