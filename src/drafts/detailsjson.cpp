// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "detailsjson.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView emailKey("email");
constexpr QLatin1StringView organizationKey("organization");
constexpr QLatin1StringView originIdKey("origin_id");
constexpr QLatin1StringView categoryKey("category");
constexpr QLatin1StringView toolKey("tool");
constexpr QLatin1StringView remoteEnvironmentKey("remote_environment");
constexpr QLatin1StringView languageKey("language");
constexpr QLatin1StringView scopeConfigIdKey("scope_config_id");
constexpr QLatin1StringView filteringKey("filtering");
constexpr QLatin1StringView fieldMappingKey("field_mapping");
constexpr QLatin1StringView linkTypeKey("link_type");

// Cut before a surrogate pair, never within.
QString bounded(const QString &text)
{
    if (text.size() <= longestKeptText)
        return text;
    const bool splitsAPair = text.at(longestKeptText - 1).isHighSurrogate();
    return text.first(longestKeptText - (splitsAPair ? 1 : 0));
}

void insertText(QJsonObject &object, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, bounded(text));
}

void insertText(QJsonObject &object, QLatin1StringView key, const std::optional<QString> &text)
{
    insertText(object, key, text.value_or(QString()));
}

QString textIn(const QJsonObject &object, QLatin1StringView key)
{
    return bounded(object.value(key).toString());
}

std::optional<QString> optionalIn(const QJsonObject &object, QLatin1StringView key)
{
    const QString text = textIn(object, key);
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

QJsonObject detailsToJson(const ConnectDetails &details)
{
    QJsonObject object{
        {categoryKey, wireName(details.category)},
        {languageKey, wireName(details.language)},
        {linkTypeKey, wireName(details.linkType)},
        {filteringKey, details.filtering},
        {fieldMappingKey, details.fieldMapping},
    };
    insertText(object, emailKey, details.email);
    insertText(object, organizationKey, details.organization);
    insertText(object, originIdKey, details.originId);
    insertText(object, toolKey, details.tool);
    insertText(object, remoteEnvironmentKey, details.remoteEnvironment);
    insertText(object, scopeConfigIdKey, details.scopeConfigId);
    return object;
}

ConnectDetails detailsFromJson(const QJsonObject &object)
{
    const ConnectDetails empty;
    ConnectDetails details;
    details.email = textIn(object, emailKey);
    details.organization = textIn(object, organizationKey);
    details.originId = optionalIn(object, originIdKey);
    details.category = categoryFromWire(textIn(object, categoryKey)).value_or(empty.category);
    details.tool = optionalIn(object, toolKey);
    details.remoteEnvironment = optionalIn(object, remoteEnvironmentKey);
    details.language = flowLanguageFromWire(textIn(object, languageKey)).value_or(empty.language);
    details.scopeConfigId = optionalIn(object, scopeConfigIdKey);
    details.filtering = object.value(filteringKey).toBool(empty.filtering);
    details.fieldMapping = object.value(fieldMappingKey).toBool(empty.fieldMapping);
    details.linkType = linkTypeFromWire(textIn(object, linkTypeKey)).value_or(empty.linkType);
    return details;
}

} // namespace desk
