// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace desk {

//! A JSON document whose top level is an object, or what is wrong with it. A BOM is let pass.
Result<QJsonObject, QString> parseJsonObject(const QByteArray &bytes);

/*!
 * Reads the properties of one object that has to have them. The first property that is not as
 * wanted makes a problem that names path and reason ("data.id: expected text, found number") but
 * nothing of the content; from then on values are empty, so a parser reads everything and asks
 * for the problem once, of any of the readers: those made of an inner object share it. Properties
 * nobody asks for do not matter.
 */
class JsonReader {
public:
    //! Longer texts are a problem.
    static constexpr qsizetype longestText = qsizetype{64} * 1024;
    //! And so are longer lists.
    static constexpr qsizetype longestList = 20'000;

    JsonReader(QJsonObject object, QString path);

    QString text(QLatin1StringView name);
    //! Absent and null give an empty text.
    QString textOrNothing(QLatin1StringView name);
    QString textThatIsNotEmpty(QLatin1StringView name);
    //! Null, absent and empty are all "not there".
    std::optional<QString> optionalText(QLatin1StringView name);
    bool boolean(QLatin1StringView name);
    QJsonObject object(QLatin1StringView name);
    //! Whether it is there at all, and not null.
    bool has(QLatin1StringView name) const;
    const QJsonObject &whole() const { return m_object; }

    JsonReader inner(QLatin1StringView name);
    //! Nothing if it is null or absent.
    std::optional<JsonReader> optionalInner(QLatin1StringView name);
    //! One reader for each object of a list; absent is a problem, too.
    QList<JsonReader> list(QLatin1StringView name);

    const std::optional<QString> &problem() const;

private:
    // Paths are spelled only for a problem: an answer may hold ten thousands of objects. A place is
    // shared by the readers of a list, and kept by them, so that no reader depends on another one.
    struct Place;
    using SharedPlace = std::shared_ptr<const Place>;
    static constexpr qsizetype notInList = -1;

    JsonReader(QJsonObject object, SharedPlace place, qsizetype index);
    SharedPlace placeOf(QLatin1StringView name) const;
    QString textOf(QLatin1StringView name, const QJsonValue &value);
    void report(QLatin1StringView name, const QString &reason);
    void reportType(QLatin1StringView name, QLatin1StringView expected, const QJsonValue &found);

    QJsonObject m_object;
    SharedPlace m_place;
    qsizetype m_index; // in the list that m_place is, or notInList
};

} // namespace desk
