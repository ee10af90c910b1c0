// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "attemptrequest.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QString textIn(const QJsonObject &request, QLatin1StringView name, const QString &otherwise = {})
{
    const QString text = request.value(name).toString();
    return text.isEmpty() ? otherwise : text;
}

std::optional<QString> nothingIfEmpty(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

} // namespace

ConnectDetails detailsOf(const Attempt &attempt)
{
    const QJsonObject &request = attempt.request;
    ConnectDetails details;
    details.email = textIn(request, "end_user_email"_L1, attempt.email);
    details.organization = textIn(request, "end_user_organization_name"_L1, attempt.organization);
    details.originId = nothingIfEmpty(textIn(request, "end_user_origin_id"_L1, attempt.originId));
    details.category =
        categoryFromWire(textIn(request, "integration_category"_L1, attempt.category))
            .value_or(details.category);
    details.tool = nothingIfEmpty(textIn(request, "integration_tool"_L1, attempt.tool));
    details.remoteEnvironment = nothingIfEmpty(textIn(request, "remote_environment"_L1));
    details.language =
        flowLanguageFromWire(textIn(request, "language"_L1)).value_or(details.language);
    details.scopeConfigId = nothingIfEmpty(textIn(request, "scope_config_id"_L1));
    details.filtering = request.value("enable_filtering"_L1).toBool();
    details.fieldMapping = request.value("enable_field_mapping"_L1).toBool();
    details.linkType = attempt.linkType;
    return details;
}

} // namespace desk
