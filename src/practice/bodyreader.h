// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectdetails.h"
#include "core/result.h"
#include "practicewords.h"

#include <QByteArray>
#include <QJsonObject>
#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

namespace desk {

//! A body that is one JSON object; the error is the message of PLATFORM.INPUT_INVALID.
Result<QJsonObject, QString> readJsonObject(const QByteArray &body);

/*!
 * Reads the properties of a request one by one, as strictly as the contract, and keeps the first
 * complaint; it names the property. Every reader gives something usable in any case, so that the
 * caller asks for the complaint only once, at the end. The object must outlive it.
 */
class BodyReader {
public:
    //! Complains of every property that is not among the known ones.
    BodyReader(const QJsonObject &object, std::initializer_list<QLatin1StringView> known);

    const QString &complaint() const { return m_complaint; }
    void complain(const QString &message);

    bool has(QLatin1StringView name) const { return m_object.contains(name); }
    //! Complains if it is absent.
    void require(QLatin1StringView name);

    QString requiredText(QLatin1StringView name, qsizetype maximum);
    std::optional<QString> nullableText(QLatin1StringView name, qsizetype maximum);
    //! False if it is absent.
    bool flag(QLatin1StringView name);
    std::optional<bool> nullableFlag(QLatin1StringView name);

    template <typename Value>
    Value choice(QLatin1StringView name, Value absent, bool nullable,
        std::optional<Value> (*fromWire)(QStringView), const QList<Value> &allowed)
    {
        const QJsonValue value = m_object.value(name);
        if (!m_object.contains(name) || (nullable && value.isNull()))
            return absent;
        if (const auto read = value.isString() ? fromWire(value.toString()) : std::nullopt)
            return *read;
        QStringList names;
        for (const Value &each : allowed)
            names.append(wireName(each));
        complainOfChoice(name, names);
        return absent;
    }

private:
    QString text(QLatin1StringView name, qsizetype maximum);
    void complainOfChoice(QLatin1StringView name, const QStringList &allowed);

    const QJsonObject &m_object;
    QString m_complaint;
};

} // namespace desk
