// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicejson.h"

#include "practicecoverage.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString markUrl(const QString &origin, const QString &toolId, const QString &variant)
{
    return u"%1/connect/marks/%2%3.svg"_s.arg(origin, toolId, variant);
}

QString wireDate(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QString fieldType(const PracticeField &field)
{
    return field.isCustom ? u"CUSTOM"_s : u"DEFAULT"_s;
}

QJsonObject scopeConfigJson(
    const PracticeIntegrationFacts &facts, const PracticeEnvironment &environment)
{
    if (facts.scopeConfigId && facts.scopeConfigId != environment.scopeConfigId)
        return {{u"id"_s, *facts.scopeConfigId}, {u"name"_s, QJsonValue::Null}};
    return {{u"id"_s, environment.scopeConfigId}, {u"name"_s, u"Default"_s}};
}

QJsonObject integrationToolJson(const PracticeTool &tool, const QString &origin)
{
    return {{u"id"_s, tool.id}, {u"label"_s, tool.label},
        {u"internal_label"_s, nullable(tool.internalLabel)},
        {u"logo_url"_s, markUrl(origin, tool.id, u"-logo"_s)},
        {u"icon_url"_s, markUrl(origin, tool.id, {})}};
}

QJsonValue mappedFieldJson(const PracticeCustomField &field, const PracticeIntegration &integration)
{
    const auto mapped = integration.mappedField(field.id);
    if (!mapped)
        return QJsonValue::Null;
    const auto fields = practiceFields(integration.id(), integration.facts().category);
    const PracticeField *const target = findById(fields, *mapped);
    if (!target)
        return QJsonValue::Null;
    return QJsonObject{{u"id"_s, target->id}, {u"key"_s, target->key},
        {u"type"_s, fieldType(*target)}, {u"label"_s, target->label}};
}

} // namespace

QJsonValue nullable(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

QJsonObject toolJson(const PracticeTool &tool, Category category, const QString &origin)
{
    const QJsonValue guide = tool.hasGuide
        ? QJsonValue(u"%1/connect/guides/%2"_s.arg(origin, tool.id))
        : QJsonValue(QJsonValue::Null);
    return {{u"id"_s, tool.id}, {u"label"_s, tool.label},
        {u"internal_label"_s, nullable(tool.internalLabel)},
        {u"assets"_s,
            QJsonObject{{u"logo_url"_s, markUrl(origin, tool.id, u"-logo"_s)},
                {u"icon_url"_s, markUrl(origin, tool.id, {})},
                {u"icon_black_url"_s, markUrl(origin, tool.id, u"-black"_s)}}},
        {u"paid_api_details_markdown"_s, nullable(tool.paidApi)},
        {u"fast_track_details_markdown"_s, nullable(tool.fastTrack)},
        {u"partner_only_details_markdown"_s, nullable(tool.partnerOnly)},
        {u"connection_guide_url"_s, guide}, {u"coverage"_s, toolCoverage(tool, category)}};
}

QJsonObject integrationJson(
    const PracticeIntegration &integration, const PracticeEnvironment &environment)
{
    const PracticeIntegrationFacts &facts = integration.facts();
    const PracticeTool &tool = *findPracticeTool(facts.toolId);
    const QDateTime now = environment.state.now();
    const auto expired = integration.dataExpiredAt(now);
    return {{u"id"_s, integration.id()}, {u"tool"_s, integrationToolJson(tool, environment.origin)},
        {u"category"_s, wireName(facts.category)}, {u"status"_s, wireName(integration.status())},
        {u"setup_status"_s, wireName(integration.setupStatus(now))},
        {u"end_user"_s,
            QJsonObject{{u"organization_name"_s, facts.organization},
                {u"creator_email"_s, nullable(facts.email)},
                {u"origin_id"_s, nullable(facts.originId)}}},
        {u"scope_config"_s, scopeConfigJson(facts, environment)},
        {u"data_expired_at"_s,
            expired ? QJsonValue(wireDate(*expired)) : QJsonValue(QJsonValue::Null)},
        {u"created_at"_s, wireDate(integration.createdAt())}, {u"beta"_s, tool.isBeta},
        {u"read_models"_s, integrationReadModels(tool, facts.category)},
        {u"write_actions"_s, integrationWriteActions(tool, facts.category)}};
}

QJsonObject resolvedJson(const PracticeIntegration &integration, const QDateTime &now)
{
    const PracticeIntegrationFacts &facts = integration.facts();
    return {{u"tool"_s, facts.toolId}, {u"id"_s, integration.id()},
        {u"end_user_origin_id"_s, nullable(facts.originId)},
        {u"end_user_organization_name"_s, facts.organization},
        {u"end_user_email"_s, nullable(facts.email)},
        {u"setup_status"_s, wireName(integration.setupStatus(now))}};
}

QJsonObject fieldJson(const PracticeField &field, const PracticeIntegration &integration)
{
    return {{u"id"_s, field.id}, {u"key"_s, field.key}, {u"model"_s, field.model},
        {u"type"_s, fieldType(field)}, {u"label"_s, field.label},
        {u"is_passthrough_enabled"_s, integration.passthrough(field.id).value_or(false)},
        {u"is_writable"_s, false}};
}

QJsonObject customFieldJson(
    const PracticeCustomField &field, const PracticeIntegration &integration)
{
    return {{u"id"_s, field.id}, {u"key"_s, field.key},
        {u"integration_field"_s, mappedFieldJson(field, integration)}, {u"model"_s, field.model},
        {u"label"_s, nullable(field.label)}, {u"description"_s, nullable(field.description)}};
}

} // namespace desk
