// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationfields.h"

#include "integrationrequest.h"
#include "pagereader.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

IntegrationField fieldFrom(JsonReader reader)
{
    IntegrationField field;
    field.id = reader.textThatIsNotEmpty("id"_L1);
    field.key = reader.text("key"_L1);
    field.model = reader.text("model"_L1);
    field.type = reader.text("type"_L1);
    field.label = reader.optionalText("label"_L1);
    field.isPassthroughEnabled = reader.boolean("is_passthrough_enabled"_L1);
    field.data = reader.whole();
    return field;
}

} // namespace

ApiRequest GetIntegrationFields::request(const QString &integrationId, const QString &cursor)
{
    ApiRequest request = integrationRequest(
        u"getIntegrationFields"_s, ApiRequest::Method::Get, integrationId, "/integration-fields");
    request.query = pageQuery(cursor, pageSize);
    return request;
}

Result<Page<IntegrationField>, QString> GetIntegrationFields::parse(const QJsonObject &data)
{
    return readPage(data, &fieldFrom);
}

ApiRequest UpdateIntegrationField::request(
    const QString &integrationId, const QString &fieldId, std::optional<bool> enablePassthrough)
{
    ApiRequest request = integrationRequest(u"updateIntegrationField"_s, ApiRequest::Method::Patch,
        integrationId, "/integration-fields/" + pathSegment(fieldId));
    request.body = requestBody({{u"enable_passthrough"_s,
        enablePassthrough ? QJsonValue(*enablePassthrough) : QJsonValue(QJsonValue::Null)}});
    return request;
}

Result<IntegrationField, QString> UpdateIntegrationField::parse(const QJsonObject &data)
{
    return readItem(data, &fieldFrom);
}

} // namespace desk
