// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "linkparameters.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonObject parametersOf(const ConnectDetails &details)
{
    return {
        {u"end_user_email"_s, details.email},
        {u"end_user_organization_name"_s, details.organization},
        {u"end_user_origin_id"_s, orNull(details.originId)},
        {u"integration_category"_s, wireName(details.category)},
        {u"integration_tool"_s, orNull(details.tool)},
        {u"remote_environment"_s, orNull(details.remoteEnvironment)},
        {u"language"_s, wireName(details.language)},
        {u"scope_config_id"_s, orNull(details.scopeConfigId)},
        {u"enable_filtering"_s, details.filtering},
        {u"enable_field_mapping"_s, details.fieldMapping},
        {u"link_type"_s, wireName(details.linkType)},
    };
}

QJsonObject parametersOf(const Reconnection &reconnection)
{
    return {
        {u"integration_id"_s, reconnection.integrationId},
        {u"end_user_organization_name"_s, reconnection.organization},
        {u"language"_s, wireName(reconnection.options.language)},
        {u"scope_config_id"_s, orNull(reconnection.options.scopeConfigId)},
        {u"link_type"_s, wireName(reconnection.options.linkType)},
    };
}

QJsonObject parametersOf(const SetupVisit &visit)
{
    return {
        {u"integration_id"_s, visit.integrationId},
        {u"end_user_organization_name"_s, visit.organization},
        {u"language"_s, wireName(visit.options.language)},
        {u"link_type"_s, wireName(visit.options.linkType)},
    };
}

} // namespace

QJsonObject linkParameters(const LinkOrder &order)
{
    if (const ConnectDetails *details = order.connection())
        return parametersOf(*details);
    if (const Reconnection *reconnection = order.reconnection())
        return parametersOf(*reconnection);
    return parametersOf(*order.setupVisit());
}

QString wireName(LinkOrder::Kind kind)
{
    switch (kind) {
    case LinkOrder::Kind::Connection:
        return u"connection"_s;
    case LinkOrder::Kind::Reconnection:
        return u"reconnection"_s;
    case LinkOrder::Kind::Setup:
        return u"setup"_s;
    }
    Q_UNREACHABLE();
}

} // namespace desk
