// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "createlink.h"

#include "jsonreader.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

void insertIfPresent(QJsonObject &body, QLatin1StringView name, const std::optional<QString> &text)
{
    if (text && !text->isEmpty())
        body.insert(name, *text);
}

} // namespace

ApiRequest CreateLink::request(const ConnectDetails &details)
{
    ApiRequest request;
    request.name = u"createConnectionLink"_s;
    request.method = ApiRequest::Method::Post;
    request.kind = CallKind::Change;
    request.path = "/connect/create-link";
    request.body = QJsonDocument(body(details)).toJson(QJsonDocument::Compact);
    return request;
}

QJsonObject CreateLink::body(const ConnectDetails &details)
{
    QJsonObject body{
        {u"end_user_email"_s, details.email},
        {u"end_user_organization_name"_s, details.organization},
        {u"integration_category"_s, wireName(details.category)},
        {u"language"_s, wireName(details.language)},
        {u"enable_filtering"_s, details.filtering},
        {u"enable_field_mapping"_s, details.fieldMapping},
        {u"link_type"_s, wireName(details.linkType)},
    };
    insertIfPresent(body, "end_user_origin_id"_L1, details.originId);
    insertIfPresent(body, "integration_tool"_L1, details.tool);
    insertIfPresent(body, "remote_environment"_L1, details.remoteEnvironment);
    insertIfPresent(body, "scope_config_id"_L1, details.scopeConfigId);
    return body;
}

Result<CreatedLink, QString> CreateLink::parse(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    CreatedLink created{Secret(reader.textThatIsNotEmpty("link"_L1))};
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return created;
}

} // namespace desk
