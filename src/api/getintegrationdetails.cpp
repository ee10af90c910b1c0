// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "getintegrationdetails.h"

#include "integrationrequest.h"
#include "jsonreader.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

bool flag(JsonReader &reader, QLatin1StringView name)
{
    return reader.has(name) && reader.boolean(name);
}

IntegrationScope scopeFrom(JsonReader reader)
{
    IntegrationScope scope;
    scope.id = reader.text("id"_L1);
    scope.label = reader.textOrNothing("label"_L1);
    scope.isAvailable = flag(reader, "is_available"_L1);
    scope.coverage = reader.textOrNothing("coverage_status"_L1);
    scope.setting = reader.textOrNothing("scope_config_setting"_L1);
    scope.isOptedOut = flag(reader, "opted_out_by_customer"_L1);
    if (reader.has("fields"_L1)) {
        for (const JsonReader &field : reader.list("fields"_L1))
            scope.fields.append(scopeFrom(field));
    }
    return scope;
}

QList<IntegrationScope> scopesFrom(JsonReader &reader, QLatin1StringView name)
{
    QList<IntegrationScope> scopes;
    if (!reader.has(name))
        return scopes;
    for (const JsonReader &scope : reader.list(name))
        scopes.append(scopeFrom(scope));
    return scopes;
}

QDateTime timeFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

void takeTool(JsonReader reader, IntegrationDetails &details)
{
    details.toolId = reader.textThatIsNotEmpty("id"_L1);
    details.toolLabel = reader.textOrNothing("label"_L1);
    details.toolInternalLabel = reader.optionalText("internal_label"_L1);
}

void takeEndUser(JsonReader reader, IntegrationDetails &details)
{
    details.organization = reader.text("organization_name"_L1);
    details.email = reader.optionalText("creator_email"_L1);
    details.originId = reader.optionalText("origin_id"_L1);
}

void takeScopeConfig(std::optional<JsonReader> reader, IntegrationDetails &details)
{
    if (!reader)
        return;
    details.scopeConfigId = reader->textOrNothing("id"_L1);
    details.scopeConfigName = reader->optionalText("name"_L1);
}

} // namespace

ApiRequest GetIntegrationDetails::request(const QString &integrationId)
{
    return integrationRequest(u"getIntegrationDetails"_s, ApiRequest::Method::Get, integrationId);
}

Result<IntegrationDetails, QString> GetIntegrationDetails::parse(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    IntegrationDetails details;
    details.data = data;
    details.id = reader.textThatIsNotEmpty("id"_L1);
    takeTool(reader.inner("tool"_L1), details);
    details.category = reader.textOrNothing("category"_L1);
    details.status = reader.textThatIsNotEmpty("status"_L1);
    details.setupStatus = reader.textThatIsNotEmpty("setup_status"_L1);
    takeEndUser(reader.inner("end_user"_L1), details);
    takeScopeConfig(reader.optionalInner("scope_config"_L1), details);
    if (const auto expired = reader.optionalText("data_expired_at"_L1))
        details.dataExpiredAt = timeFrom(*expired);
    details.createdAt = timeFrom(reader.textOrNothing("created_at"_L1));
    details.isBeta = flag(reader, "beta"_L1);
    details.readModels = scopesFrom(reader, "read_models"_L1);
    details.writeActions = scopesFrom(reader, "write_actions"_L1);
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return details;
}

} // namespace desk
