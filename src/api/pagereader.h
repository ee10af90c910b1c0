// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "jsonreader.h"
#include "pagewalk.h"

#include "core/result.h"

#include <QJsonObject>
#include <QString>

namespace desk {

//! The data of an answer that is one item, read by the function for items of its kind.
template <typename T>
Result<T, QString> readItem(const QJsonObject &data, T (*itemFrom)(JsonReader reader))
{
    const JsonReader reader(data, QStringLiteral("data"));
    T item = itemFrom(reader);
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return item;
}

//! The data of an answer that is one page of a list.
template <typename T>
Result<Page<T>, QString> readPage(const QJsonObject &data, T (*itemFrom)(JsonReader reader))
{
    JsonReader reader(data, QStringLiteral("data"));
    Page<T> page;
    for (const JsonReader &item : reader.list(QLatin1StringView("results")))
        page.items.append(itemFrom(item));
    page.next = reader.optionalText(QLatin1StringView("next")).value_or(QString());
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return page;
}

} // namespace desk
