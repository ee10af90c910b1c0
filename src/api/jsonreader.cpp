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

QString wrongType(QLatin1StringView expected, const QJsonValue &found)
{
    return u"expected %1, found %2"_s.arg(expected, typeName(found));
}

bool isThere(const QJsonValue &value)
{
    return !value.isNull() && !value.isUndefined();
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

//! The property called name of an object, or a whole document, which has no parent.
struct JsonReader::Place {
    SharedPlace parent;
    qsizetype index; // of that object in the list that the parent is, or notInList
    QString name;
    std::shared_ptr<std::optional<QString>> problem; // one for the whole document

    QString path(qsizetype inList) const
    {
        const QString outer = parent ? parent->path(index) : QString();
        const QString own = outer.isEmpty() ? name : outer + u'.' + name;
        return inList == notInList ? own : u"%1[%2]"_s.arg(own).arg(inList);
    }

    void report(qsizetype inList, const QString &reason) const
    {
        if (!*problem)
            *problem = path(inList) + u": "_s + reason;
    }
};

JsonReader::JsonReader(QJsonObject object, QString path)
    : JsonReader(std::move(object),
        std::make_shared<const Place>(
            Place{nullptr, notInList, std::move(path), std::make_shared<std::optional<QString>>()}),
        notInList)
{
}

JsonReader::JsonReader(QJsonObject object, SharedPlace place, qsizetype index)
    : m_object(std::move(object))
    , m_place(std::move(place))
    , m_index(index)
{
}

QString JsonReader::text(QLatin1StringView name)
{
    return textOf(name, m_object.value(name));
}

QString JsonReader::textOrNothing(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    return isThere(value) ? textOf(name, value) : QString();
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
    return isThere(m_object.value(name));
}

std::optional<QString> JsonReader::optionalText(QLatin1StringView name)
{
    QString found = textOrNothing(name);
    return found.isEmpty() ? std::nullopt : std::optional(std::move(found));
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
    return {object(name), placeOf(name), notInList};
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
    const SharedPlace place = placeOf(name);
    QList<JsonReader> readers;
    readers.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QJsonValue item = array.at(i);
        if (!item.isObject())
            place->report(i, wrongType("object"_L1, item));
        readers.append(JsonReader(item.toObject(), place, i));
    }
    return readers;
}

JsonReader::SharedPlace JsonReader::placeOf(QLatin1StringView name) const
{
    return std::make_shared<const Place>(Place{m_place, m_index, name, m_place->problem});
}

QString JsonReader::textOf(QLatin1StringView name, const QJsonValue &value)
{
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

const std::optional<QString> &JsonReader::problem() const
{
    return *m_place->problem;
}

void JsonReader::report(QLatin1StringView name, const QString &reason)
{
    placeOf(name)->report(notInList, reason);
}

void JsonReader::reportType(
    QLatin1StringView name, QLatin1StringView expected, const QJsonValue &found)
{
    report(name, wrongType(expected, found));
}

} // namespace desk
