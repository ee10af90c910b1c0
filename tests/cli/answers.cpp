// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace desk::test::Answers {

namespace {

Response success(const QJsonObject &data)
{
    return Response::json(
        QJsonDocument(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, data}}).toJson());
}

} // namespace

Response link(const QString &link)
{
    return success({{u"link"_s, link}});
}

Response integration(const QString &organization, const QString &email)
{
    return success({
        {u"id"_s, u"personio:4711"_s},
        {u"tool"_s, u"personio"_s},
        {u"end_user_origin_id"_s, QJsonValue()},
        {u"end_user_organization_name"_s, organization},
        {u"end_user_email"_s, email},
        {u"setup_status"_s, u"COMPLETED"_s},
    });
}

Response refusal(int status, const QByteArray &code, const QByteArray &message)
{
    const QJsonObject error{
        {u"code"_s, code.isEmpty() ? QJsonValue() : QString::fromLatin1(code)},
        {u"title"_s, u"A title"_s},
        {u"message"_s, QString::fromUtf8(message)},
        {u"log_url"_s, u"https://app.kombo.dev/env/logs/1"_s},
    };
    return Response::json(
        QJsonDocument(QJsonObject{{u"status"_s, u"error"_s}, {u"error"_s, error}}).toJson())
        .withStatus(status);
}

} // namespace desk::test::Answers
