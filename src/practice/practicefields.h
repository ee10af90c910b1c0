// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <optional>

namespace desk {

//! A field found in the connected tool (kombo-api.md 5.11).
struct PracticeField {
    QString id;
    QString key;
    QString model;
    bool isCustom = false;
    QString label;
};

//! A field of the environment's own that can be mapped to one of the tool (kombo-api.md 5.11).
struct PracticeCustomField {
    QString id;
    QString key;
    QString model;
    std::optional<QString> label;
    std::optional<QString> description;
};

//! A group of employees that the filter step offers.
struct PracticeGroup {
    QString id;
    QString label;
};

//! How many fields every integration has, so that paging is seen.
constexpr qsizetype practiceFieldCount = 130;

/*!
 * The fields of an integration: those of the category's models, filled up with custom ones. Made
 * from its id, so that nothing has to be kept; the same in every call.
 */
QList<PracticeField> practiceFields(const QString &integrationId, Category category);

//! The environment's own fields for one category.
QList<PracticeCustomField> practiceCustomFields(Category category);

const QList<PracticeGroup> &practiceGroups();

//! The one with that id, or null; points into the list.
template <typename Item> const Item *findById(const QList<Item> &items, const QString &id)
{
    const auto found = std::find_if(
        items.cbegin(), items.cend(), [&id](const Item &item) { return item.id == id; });
    return found == items.cend() ? nullptr : &*found;
}

} // namespace desk
