// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sdkcall.h"

#include "exchangetext.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

enum class BodyPlace { None, Argument, Property };

struct Endpoint {
    QLatin1StringView name;
    QLatin1StringView group;
    QLatin1StringView method;
    QLatin1StringView path; // parts with a colon are parameters
    BodyPlace body = BodyPlace::None;
    bool isPaged = false;
};

const Endpoint *endpointNamed(const QString &name)
{
    using enum BodyPlace;
    static constexpr std::array endpoints{
        Endpoint{"checkApiKey"_L1, "general"_L1, "GET"_L1, "check-api-key"_L1},
        Endpoint{
            "createConnectionLink"_L1, "connect"_L1, "POST"_L1, "connect/create-link"_L1, Argument},
        Endpoint{"getIntegrationByToken"_L1, "connect"_L1, "GET"_L1,
            "connect/integration-by-token/:token"_L1},
        Endpoint{"getTools"_L1, "general"_L1, "GET"_L1, "tools/:category"_L1},
        Endpoint{
            "getIntegrationDetails"_L1, "general"_L1, "GET"_L1, "integrations/:integration_id"_L1},
        Endpoint{"deleteIntegration"_L1, "general"_L1, "DELETE"_L1,
            "integrations/:integration_id"_L1, Property},
        Endpoint{"setIntegrationEnabled"_L1, "general"_L1, "PUT"_L1,
            "integrations/:integration_id/enabled"_L1, Property},
        Endpoint{"createReconnectionLink"_L1, "general"_L1, "POST"_L1,
            "integrations/:integration_id/relink"_L1, Property},
        Endpoint{"createSetupLink"_L1, "general"_L1, "POST"_L1,
            "integrations/:integration_id/setup-link"_L1, Property},
        Endpoint{"triggerSync"_L1, "general"_L1, "POST"_L1, "force-sync"_L1, Argument},
        Endpoint{"getIntegrationFields"_L1, "general"_L1, "GET"_L1,
            "integrations/:integration_id/integration-fields"_L1, None, true},
        Endpoint{"updateIntegrationField"_L1, "general"_L1, "PATCH"_L1,
            "integrations/:integration_id/integration-fields/:integration_field_id"_L1, Property},
        Endpoint{"getCustomFields"_L1, "general"_L1, "GET"_L1,
            "integrations/:integration_id/custom-fields"_L1, None, true},
        Endpoint{"updateCustomFieldMapping"_L1, "general"_L1, "PUT"_L1,
            "integrations/:integration_id/custom-fields/:custom_field_id"_L1, Property},
    };
    const auto *found = std::find_if(endpoints.cbegin(), endpoints.cend(),
        [&name](const Endpoint &endpoint) { return endpoint.name == name; });
    return found == endpoints.cend() ? nullptr : found;
}

// Stands for the token while a URL is taken apart; no URL of ours holds it.
constexpr QChar tokenMark = u'\uFFFC';

std::optional<QString> parameterValue(const QString &part)
{
    if (part == tokenMark)
        return std::nullopt;
    return headerText(QByteArray::fromPercentEncoding(part.toUtf8()));
}

// Reads the endpoint's path from the URL's end; what stands before it is the base.
bool readPath(SdkCall &call, const QString &url, const Endpoint &endpoint)
{
    const QStringList wanted = QString(endpoint.path).split(u'/');
    QStringList parts = url.split(u'/');
    if (parts.size() <= wanted.size())
        return false;
    const QStringList found = parts.last(wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString &part = found.at(i);
        if (wanted.at(i).startsWith(u':') && !part.isEmpty())
            call.parameters.append({wanted.at(i).sliced(1), parameterValue(part)});
        else if (part != wanted.at(i))
            return false;
    }
    parts.resize(parts.size() - wanted.size());
    call.serverUrl = parts.join(u'/');
    return true;
}

bool readQuery(SdkCall &call, const QString &url, const Endpoint &endpoint)
{
    const auto pairs = queryPairs(url);
    for (const auto &[name, value] : pairs) {
        bool isNumber = true;
        if (endpoint.isPaged && name == "cursor"_L1)
            call.query.insert(name, value);
        else if (endpoint.isPaged && name == "page_size"_L1)
            call.query.insert(name, value.toInt(&isNumber));
        else
            return false;
        if (!isNumber)
            return false;
    }
    return true;
}

bool readBody(SdkCall &call, const QByteArray &body, const Endpoint &endpoint)
{
    call.isBodyProperty = endpoint.body == BodyPlace::Property;
    if (endpoint.body == BodyPlace::None)
        return body.isEmpty();
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return false;
    call.body = document.object();
    return true;
}

// A token anywhere but as a whole parameter is none that the SDK could set.
bool isTokenInPlace(const SdkCall &call, qsizetype tokenCount)
{
    const auto tokens = std::count_if(call.parameters.cbegin(), call.parameters.cend(),
        [](const SdkCall::Parameter &parameter) { return !parameter.second; });
    return tokens == tokenCount;
}

} // namespace

std::optional<SdkCall> SdkCall::of(const RepeatableRequest &request, const QString &endpoint)
{
    const Endpoint *known = endpointNamed(endpoint);
    if (!known || request.method != known->method)
        return std::nullopt;
    const QString url = request.url.join(tokenMark);
    SdkCall call;
    call.method = known->group + u'.' + known->name;
    for (const auto &[name, value] : request.headers) {
        if (name.compare("X-Integration-Id"_L1, Qt::CaseInsensitive) == 0)
            call.integrationId = value;
    }
    const bool isRead = readPath(call, url.section(u'?', 0, 0), *known)
        && readQuery(call, url, *known) && readBody(call, request.body, *known);
    if (!isRead || !isTokenInPlace(call, request.url.size() - 1))
        return std::nullopt;
    return call;
}

} // namespace desk
