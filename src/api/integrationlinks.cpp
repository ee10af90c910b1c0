// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationlinks.h"

#include "integrationrequest.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiRequest CreateReconnectionLink::request(
    const QString &integrationId, const ReconnectionOptions &options)
{
    QJsonObject body{
        {u"language"_s, wireName(options.language)}, {u"link_type"_s, wireName(options.linkType)}};
    if (options.scopeConfigId && !options.scopeConfigId->isEmpty())
        body.insert(u"scope_config_id"_s, *options.scopeConfigId);
    ApiRequest request = integrationRequest(
        u"createReconnectionLink"_s, ApiRequest::Method::Post, integrationId, "/relink");
    request.body = requestBody(body);
    return request;
}

ApiRequest CreateSetupLink::request(const QString &integrationId, const SetupOptions &options)
{
    ApiRequest request = integrationRequest(
        u"createSetupLink"_s, ApiRequest::Method::Post, integrationId, "/setup-link");
    request.body = requestBody({{u"language"_s, wireName(options.language)},
        {u"link_type"_s, wireName(options.linkType)}});
    return request;
}

} // namespace desk
