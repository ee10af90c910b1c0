// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "bodyreader.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

Result<QJsonObject, QString> readJsonObject(const QByteArray &body)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(body, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return Unexpected{u"The body is not JSON: %1"_s.arg(parseError.errorString())};
    if (!document.isObject())
        return Unexpected{u"The body must be a JSON object"_s};
    return document.object();
}

BodyReader::BodyReader(const QJsonObject &object, std::initializer_list<QLatin1StringView> known)
    : m_object(object)
{
    for (const QString &name : object.keys()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            complain(u"%1 is not a known property"_s.arg(name.left(100)));
    }
}

void BodyReader::complain(const QString &message)
{
    if (m_complaint.isEmpty())
        m_complaint = message;
}

void BodyReader::require(QLatin1StringView name)
{
    if (!has(name))
        complain(u"%1 is required"_s.arg(name));
}

QString BodyReader::requiredText(QLatin1StringView name, qsizetype maximum)
{
    require(name);
    return text(name, maximum);
}

std::optional<QString> BodyReader::nullableText(QLatin1StringView name, qsizetype maximum)
{
    if (!has(name) || m_object.value(name).isNull())
        return std::nullopt;
    return text(name, maximum);
}

bool BodyReader::flag(QLatin1StringView name)
{
    if (has(name) && !m_object.value(name).isBool())
        complain(u"%1 must be true or false"_s.arg(name));
    return m_object.value(name).toBool();
}

std::optional<bool> BodyReader::nullableFlag(QLatin1StringView name)
{
    if (!has(name) || m_object.value(name).isNull())
        return std::nullopt;
    return flag(name);
}

QString BodyReader::text(QLatin1StringView name, qsizetype maximum)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isString()) {
        complain(u"%1 must be a string"_s.arg(name));
        return {};
    }
    QString read = value.toString();
    if (read.isEmpty())
        complain(u"%1 must not be empty"_s.arg(name));
    if (read.size() > maximum)
        complain(u"%1 is longer than %2 characters"_s.arg(name).arg(maximum));
    return read;
}

void BodyReader::complainOfChoice(QLatin1StringView name, const QStringList &allowed)
{
    complain(u"%1 must be one of %2"_s.arg(name, allowed.join(u", "_s)));
}

} // namespace desk
