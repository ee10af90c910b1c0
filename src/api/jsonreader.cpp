// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "jsonreader.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QLatin1StringView typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return "null"_L1;
    case QJsonValue::Bool:
        return "true or false"_L1;
    case QJsonValue::Double:
        return "number"_L1;
    case QJsonValue::String:
        return "text"_L1;
    case QJsonValue::Array:
        return "list"_L1;
    case QJsonValue::Object:
        return "object"_L1;
    case QJsonValue::Undefined:
        break;
    }
    return "nothing"_L1;
}

} // namespace

Result<QJsonObject, QString> parseJsonObject(const QByteArray &bytes)
{
    if (bytes.trimmed().isEmpty())
        return Unexpected{u"body: expected JSON, found nothing"_s};
    QJsonParseError error;
    // Qt stops at 1024 levels, which keeps everything that walks through the result off the end of
    // the stack.
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{
            u"body: not JSON, %1 at byte %2"_s.arg(error.errorString()).arg(error.offset)};
    }
    if (!document.isObject())
        return Unexpected{u"body: expected object, found list"_s};
    return document.object();
}

JsonReader::JsonReader(QJsonObject object, QString path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

QString JsonReader::text(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString()) {
        reportType(name, "text"_L1, value);
        return {};
    }
    QString text = value.toString();
    if (text.size() > longestText) {
        report(name, u"text of %1 characters is too long"_s.arg(text.size()));
        return {};
    }
    return text;
}

QString JsonReader::textThatIsNotEmpty(QLatin1StringView name)
{
    QString found = text(name);
    if (found.isEmpty())
        report(name, u"expected text, found an empty one"_s);
    return found;
}

std::optional<QString> JsonReader::optionalText(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (value.isNull() || value.isUndefined())
        return std::nullopt;
    const QString found = text(name);
    return found.isEmpty() ? std::nullopt : std::optional(found);
}

QJsonObject JsonReader::object(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        reportType(name, "object"_L1, value);
    return value.toObject();
}

void JsonReader::report(QLatin1StringView name, const QString &reason)
{
    if (m_problem)
        return;
    const QString path = m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
    m_problem = path + u": "_s + reason;
}

void JsonReader::reportType(
    QLatin1StringView name, QLatin1StringView expected, const QJsonValue &found)
{
    report(name, u"expected %1, found %2"_s.arg(expected, typeName(found)));
}

} // namespace desk
