// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace desk {

//! A JSON document whose top level is an object, or what is wrong with it. A BOM is let pass.
Result<QJsonObject, QString> parseJsonObject(const QByteArray &bytes);

/*!
 * Reads the properties of one object that has to have them. The first property that is not as
 * wanted makes a problem that names path and reason ("data.id: expected text, found number") but
 * nothing of the content; from then on values are empty, so a parser reads everything and asks
 * for the problem once. Properties nobody asks for do not matter.
 */
class JsonReader {
public:
    //! Longer texts are a problem.
    static constexpr qsizetype longestText = qsizetype{64} * 1024;

    JsonReader(QJsonObject object, QString path);

    QString text(QLatin1StringView name);
    QString textThatIsNotEmpty(QLatin1StringView name);
    //! Null, absent and empty are all "not there".
    std::optional<QString> optionalText(QLatin1StringView name);
    QJsonObject object(QLatin1StringView name);

    const std::optional<QString> &problem() const { return m_problem; }

private:
    void report(QLatin1StringView name, const QString &reason);
    void reportType(QLatin1StringView name, QLatin1StringView expected, const QJsonValue &found);

    QJsonObject m_object;
    QString m_path;
    std::optional<QString> m_problem;
};

} // namespace desk
