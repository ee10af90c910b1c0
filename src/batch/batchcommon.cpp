// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batchcommon.h"

#include "columnmapping.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Field = DetailsField;

template <typename T> void put(QJsonObject &object, Field field, const std::optional<T> &value)
{
    if (!value)
        return;
    if constexpr (std::is_same_v<T, QString> || std::is_same_v<T, bool>)
        object.insert(columnFieldName(field), *value);
    else
        object.insert(columnFieldName(field), wireName(*value));
}

std::optional<QString> textOf(const QJsonObject &object, Field field, qsizetype longest)
{
    const QString text = object.value(columnFieldName(field)).toString();
    if (text.isEmpty() || text.size() > longest)
        return std::nullopt;
    return text;
}

std::optional<bool> switchOf(const QJsonObject &object, Field field)
{
    const QJsonValue value = object.value(columnFieldName(field));
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

} // namespace

QJsonObject commonToJson(const Prefill &common)
{
    QJsonObject object;
    put(object, Field::Category, common.category);
    put(object, Field::Tool, common.tool);
    put(object, Field::RemoteEnvironment, common.remoteEnvironment);
    put(object, Field::Language, common.language);
    put(object, Field::ScopeConfigId, common.scopeConfigId);
    put(object, Field::Filtering, common.filtering);
    put(object, Field::FieldMapping, common.fieldMapping);
    put(object, Field::LinkType, common.linkType);
    return object;
}

Prefill commonFromJson(const QJsonObject &object)
{
    const auto word = [&object](
                          Field field) { return object.value(columnFieldName(field)).toString(); };
    Prefill common;
    common.category = categoryFromWire(word(Field::Category));
    common.tool = textOf(object, Field::Tool, DetailsLimit::toolId);
    common.remoteEnvironment = textOf(object, Field::RemoteEnvironment, DetailsLimit::id);
    common.language = flowLanguageFromWire(word(Field::Language));
    common.scopeConfigId = textOf(object, Field::ScopeConfigId, DetailsLimit::id);
    common.filtering = switchOf(object, Field::Filtering);
    common.fieldMapping = switchOf(object, Field::FieldMapping);
    common.linkType = linkTypeFromWire(word(Field::LinkType));
    return common;
}

} // namespace desk
