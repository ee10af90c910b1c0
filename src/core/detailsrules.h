// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "connectdetails.h"
#include "detailscheck.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace desk {

//! Why this field cannot be set now; nothing if it can. Says the same as checkDetails(),
//! beforehand.
std::optional<DetailsProblem> lockOf(DetailsField field, const ConnectDetails &details);

//! The details without what stands in locked fields, which is how they may be sent.
ConnectDetails withoutLocked(const ConnectDetails &details);

//! Details after another category was chosen, and the fields that lost their value by it.
struct CategoryChange {
    ConnectDetails details;
    QList<DetailsField> dropped; //!< in the order of the form
};

/*!
 * Chooses another category. tools are the ids that it offers; absent: not known, and then a tool
 * stays, since nobody can tell that it does not fit.
 */
CategoryChange inCategory(
    const ConnectDetails &details, Category category, const std::optional<QStringList> &tools);

//! How many fields hold something that the usual link does without: what "Advanced" hides.
int advancedCount(const ConnectDetails &details);

} // namespace desk
