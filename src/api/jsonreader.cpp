// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "jsonreader.h"

#include <QJsonArray>
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
    : JsonReader(std::move(object), std::move(path), std::make_shared<std::optional<QString>>())
{
}

JsonReader::JsonReader(QJsonObject object, QString path, Problem problem)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problem(std::move(problem))
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

QString JsonReader::textOrNothing(QLatin1StringView name)
{
    return has(name) ? text(name) : QString();
}

QString JsonReader::textThatIsNotEmpty(QLatin1StringView name)
{
    QString found = text(name);
    if (found.isEmpty())
        report(name, u"expected text, found an empty one"_s);
    return found;
}

bool JsonReader::has(QLatin1StringView name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isNull() && !value.isUndefined();
}

std::optional<QString> JsonReader::optionalText(QLatin1StringView name)
{
    if (!has(name))
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

bool JsonReader::boolean(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isBool())
        reportType(name, "true or false"_L1, value);
    return value.toBool();
}

JsonReader JsonReader::inner(QLatin1StringView name)
{
    return {object(name), pathOf(name), m_problem};
}

std::optional<JsonReader> JsonReader::optionalInner(QLatin1StringView name)
{
    if (!has(name))
        return std::nullopt;
    return inner(name);
}

QList<JsonReader> JsonReader::list(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isArray()) {
        reportType(name, "list"_L1, value);
        return {};
    }
    const QJsonArray array = value.toArray();
    if (array.size() > longestList) {
        report(name, u"list of %1 is too long"_s.arg(array.size()));
        return {};
    }
    QList<JsonReader> readers;
    readers.reserve(array.size());
    for (const auto &item : array) {
        const QString path = u"%1[%2]"_s.arg(pathOf(name)).arg(readers.size());
        JsonReader reader(item.toObject(), path, m_problem);
        if (!item.isObject() && !*m_problem)
            *m_problem = path + u": expected object, found "_s + typeName(item);
        readers.append(reader);
    }
    return readers;
}

QString JsonReader::pathOf(const QString &name) const
{
    return m_path.isEmpty() ? name : m_path + u'.' + name;
}

void JsonReader::report(QLatin1StringView name, const QString &reason)
{
    if (!*m_problem)
        *m_problem = pathOf(name) + u": "_s + reason;
}

void JsonReader::reportType(
    QLatin1StringView name, QLatin1StringView expected, const QJsonValue &found)
{
    report(name, u"expected %1, found %2"_s.arg(expected, typeName(found)));
}

} // namespace desk
