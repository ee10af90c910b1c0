// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "customfields.h"

#include "integrationrequest.h"
#include "pagereader.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

std::optional<CustomField::Source> sourceFrom(std::optional<JsonReader> reader)
{
    if (!reader)
        return std::nullopt;
    return CustomField::Source{reader->textThatIsNotEmpty("id"_L1), reader->text("key"_L1),
        reader->text("type"_L1), reader->optionalText("label"_L1)};
}

CustomField fieldFrom(JsonReader reader)
{
    CustomField field;
    field.id = reader.textThatIsNotEmpty("id"_L1);
    field.key = reader.text("key"_L1);
    field.model = reader.text("model"_L1);
    field.label = reader.optionalText("label"_L1);
    field.description = reader.optionalText("description"_L1);
    field.source = sourceFrom(reader.optionalInner("integration_field"_L1));
    field.data = reader.whole();
    return field;
}

} // namespace

ApiRequest GetCustomFields::request(const QString &integrationId, const QString &cursor)
{
    ApiRequest request = integrationRequest(
        u"getCustomFields"_s, ApiRequest::Method::Get, integrationId, "/custom-fields");
    request.query = pageQuery(cursor, pageSize);
    return request;
}

Result<Page<CustomField>, QString> GetCustomFields::parse(const QJsonObject &data)
{
    return readPage(data, &fieldFrom);
}

ApiRequest UpdateCustomFieldMapping::request(const QString &integrationId,
    const QString &customFieldId, const std::optional<QString> &integrationFieldId)
{
    ApiRequest request = integrationRequest(u"updateCustomFieldMapping"_s, ApiRequest::Method::Put,
        integrationId, "/custom-fields/" + pathSegment(customFieldId));
    request.body = requestBody({{u"integration_field_id"_s,
        integrationFieldId ? QJsonValue(*integrationFieldId) : QJsonValue(QJsonValue::Null)}});
    return request;
}

Result<CustomField, QString> UpdateCustomFieldMapping::parse(const QJsonObject &data)
{
    return readItem(data, &fieldFrom);
}

} // namespace desk
