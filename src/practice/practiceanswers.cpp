// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceanswers.h"

#include "practiceerrors.h"

#include <QJsonDocument>
#include <QJsonValue>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

PracticeResponse platformError(const QString &code, const QString &message)
{
    return errorAnswer(statusOfCode(code), code, titleOfCode(code), message);
}

} // namespace

PracticeResponse successAnswer(const QJsonObject &data)
{
    return jsonAnswer(200, {{u"status"_s, u"success"_s}, {u"data"_s, data}});
}

PracticeResponse errorAnswer(
    int status, const QString &code, const QString &title, const QString &message)
{
    const auto nullable = [](const QString &text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    return jsonAnswer(status,
        {{u"status"_s, u"error"_s},
            {u"error"_s,
                QJsonObject{{u"code"_s, nullable(code)}, {u"title"_s, nullable(title)},
                    {u"message"_s, message}, {u"log_url"_s, QJsonValue::Null}}}});
}

PracticeResponse inputInvalid(const QString &message)
{
    return platformError(u"PLATFORM.INPUT_INVALID"_s, message);
}

PracticeResponse integrationNotFound(const QString &message)
{
    return platformError(u"PLATFORM.INTEGRATION_NOT_FOUND"_s, message);
}

PracticeResponse keyNotValid()
{
    return platformError(u"PLATFORM.AUTHENTICATION_INVALID"_s,
        u"This key is not known in the practice environment"_s);
}

PracticeResponse jsonAnswer(int status, const QJsonObject &object)
{
    return {status,
        {{"Cache-Control"_ba, "no-store"_ba}, {"X-Content-Type-Options"_ba, "nosniff"_ba}},
        "application/json"_ba, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

PracticeResponse tooLargeAnswer()
{
    return errorAnswer(413, {}, {}, u"The request body is too large"_s);
}

} // namespace desk
