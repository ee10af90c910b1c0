// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceapi.h"

#include "practiceanswers.h"
#include "practicecontract.h"
#include "practicestate.h"
#include "randomword.h"

#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

PracticeResponse inputInvalid(const QString &message)
{
    return errorAnswer(400, u"PLATFORM.INPUT_INVALID"_s, u"Input not valid"_s, message);
}

QJsonValue nullable(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue(QJsonValue::Null);
}

bool isJson(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() == "application/json";
}

} // namespace

PracticeApi::PracticeApi(PracticeState &state, Secret apiKey, QString origin)
    : m_state(state)
    , m_apiKey(std::move(apiKey))
    , m_origin(std::move(origin))
    , m_environmentId(randomWord(24))
{
}

PracticeResponse PracticeApi::answer(const PracticeRequest &request)
{
    using Handler = PracticeResponse (PracticeApi::*)(const PracticeRequest &);
    struct Route {
        QByteArray method;
        QStringList path; // a "*" stands for any one segment
        Handler handler;
    };
    static const QList<Route> routes{
        {"GET"_ba, {u"v1"_s, u"check-api-key"_s}, &PracticeApi::checkApiKey},
        {"POST"_ba, {u"v1"_s, u"connect"_s, u"create-link"_s}, &PracticeApi::createLink},
        {"GET"_ba, {u"v1"_s, u"connect"_s, u"integration-by-token"_s, u"*"_s},
            &PracticeApi::integrationByToken},
    };

    const QStringList segments = request.pathSegments();
    const auto route = std::find_if(routes.begin(), routes.end(), [&segments](const Route &each) {
        return std::equal(each.path.begin(), each.path.end(), segments.begin(), segments.end(),
            [](const QString &pattern, const QString &segment) {
                return pattern == segment || (pattern == u"*"_s && !segment.isEmpty());
            });
    });
    if (route == routes.end())
        return errorAnswer(404, {}, {}, u"There is no such endpoint"_s);
    if (route->method != request.method) {
        PracticeResponse refusal = errorAnswer(
            405, {}, {}, u"This endpoint takes %1 only"_s.arg(QString::fromLatin1(route->method)));
        refusal.headers.append({"Allow"_ba, route->method});
        return refusal;
    }
    if (!isAuthorized(request)) {
        return errorAnswer(401, u"PLATFORM.AUTHENTICATION_INVALID"_s, u"Key not valid"_s,
            u"This key is not known in the practice environment"_s);
    }
    return std::invoke(route->handler, this, request);
}

bool PracticeApi::isAuthorized(const PracticeRequest &request) const
{
    constexpr QByteArrayView scheme("Bearer ");
    const QByteArray header = request.header("Authorization"_ba);
    if (header.size() <= scheme.size()
        || header.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return false;
    return equalSecrets(header.sliced(scheme.size()), m_apiKey.reveal().toUtf8());
}

PracticeResponse PracticeApi::checkApiKey(const PracticeRequest &)
{
    return successAnswer({{u"environment_id"_s, m_environmentId}});
}

PracticeResponse PracticeApi::createLink(const PracticeRequest &request)
{
    if (!isJson(request.header("Content-Type"_ba)))
        return inputInvalid(u"Content-Type must be application/json"_s);
    const auto details = readCreateLinkRequest(request.body);
    if (!details)
        return inputInvalid(details.error());
    const QString link = u"%1/connect/v1?token=%2"_s.arg(m_origin, m_state.createLink(*details));
    return successAnswer({{u"link"_s, link}});
}

PracticeResponse PracticeApi::integrationByToken(const PracticeRequest &request)
{
    const auto integration = m_state.redeem(request.pathSegments().constLast());
    if (!integration) {
        return errorAnswer(404, u"PLATFORM.INTEGRATION_NOT_FOUND"_s, u"Not found"_s,
            u"This token is unknown, used or expired"_s);
    }
    return successAnswer({{u"tool"_s, integration->tool}, {u"id"_s, integration->id},
        {u"end_user_origin_id"_s, nullable(integration->originId)},
        {u"end_user_organization_name"_s, integration->organization},
        {u"end_user_email"_s, nullable(integration->email)},
        {u"setup_status"_s, integration->setupStatus}});
}

} // namespace desk
