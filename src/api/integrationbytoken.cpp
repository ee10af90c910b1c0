// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "integrationbytoken.h"

#include "jsonreader.h"

#include "core/redactor.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// Far beyond any real answer, and little enough for a text view.
constexpr qsizetype longestJson = qsizetype{64} * 1024;

// Extra properties are unknown ones, so nobody knows that none of them is a token.
QString readableJson(const QJsonObject &data)
{
    const QByteArray bytes = QJsonDocument(data).toJson(QJsonDocument::Indented);
    if (bytes.size() > longestJson)
        return {};
    return Redactor::withoutPatterns(QString::fromUtf8(bytes));
}

} // namespace

ApiRequest IntegrationByToken::request(const Secret &token)
{
    Q_ASSERT(!token.isEmpty());
    ApiRequest request;
    request.name = u"getIntegrationByToken"_s;
    request.method = ApiRequest::Method::Get;
    request.kind = CallKind::Read;
    request.path = "/connect/integration-by-token/" + pathSegment(token.reveal());
    request.secrets = {token};
    return request;
}

Result<ResolvedIntegration, QString> IntegrationByToken::parse(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    ResolvedIntegration integration;
    integration.id = reader.textThatIsNotEmpty("id"_L1);
    integration.tool = reader.textThatIsNotEmpty("tool"_L1);
    integration.originId = reader.optionalText("end_user_origin_id"_L1);
    integration.organization = reader.text("end_user_organization_name"_L1);
    integration.email = reader.optionalText("end_user_email"_L1);
    integration.setupStatus = reader.text("setup_status"_L1);
    integration.json = readableJson(data);
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return integration;
}

} // namespace desk
