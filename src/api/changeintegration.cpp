// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "changeintegration.h"

#include "integrationrequest.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiRequest DeleteIntegration::request(const QString &integrationId)
{
    ApiRequest request =
        integrationRequest(u"deleteIntegration"_s, ApiRequest::Method::Delete, integrationId);
    request.body = requestBody({});
    return request;
}

ApiRequest SetIntegrationEnabled::request(const QString &integrationId, bool enabled)
{
    ApiRequest request = integrationRequest(
        u"setIntegrationEnabled"_s, ApiRequest::Method::Put, integrationId, "/enabled");
    request.body = requestBody({{u"value"_s, enabled}});
    return request;
}

Result<Done, QString> SetIntegrationEnabled::parse(const QJsonObject &)
{
    return Done();
}

} // namespace desk
