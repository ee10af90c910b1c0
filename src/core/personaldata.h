// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringView>

namespace desk {

/*!
 * Takes personal data out of texts and puts names in its place, the same one for the same value
 * ("email-1", "organization-2"), so that a report can still be followed. What it knows are values
 * that it was told of, values of the API's own properties (kombo-api.md 5.2, 5.3, 5.6), and e-mail
 * addresses wherever they stand. Names and ids are found as whole words, without regard to case, as
 * they are and as they stand in addresses and JSON; those of less than three characters only where
 * a property holds nothing else.
 */
class PersonalData {
public:
    enum class Kind { Email, Organization, OriginId, Integration };

    //! Integration ids lead to one client, but nobody is reached by them: by choice.
    explicit PersonalData(bool hidesIntegrations = false);

    void learn(Kind kind, const QString &value);
    //! Everything that properties of the API say, at any depth.
    void learn(const QJsonValue &value);

    //! Not const: an address that is met for the first time gets its name here.
    QString masked(const QString &text);
    //! Texts at any depth.
    QJsonValue masked(const QJsonValue &value);
    //! A field that holds a value of that kind and nothing else.
    QString masked(Kind kind, const QString &value);

private:
    // As it stands in texts, folded.
    struct Spelling {
        QString text;
        QString name;
    };

    QString nameOf(Kind kind, const QString &value);
    QString nameOfAddress(QString address);
    void addSpelling(const QString &spelling, const QString &name);
    const Spelling *spellingAt(QStringView foldedText, qsizetype place) const;

    bool m_hidesIntegrations;
    QHash<QString, QString> m_names; // kind and folded value → name
    QHash<Kind, int> m_counts;
    QHash<quint64, QList<Spelling>> m_spellings; // by their beginning, the longest first
};

} // namespace desk
