// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

namespace desk {

/*!
 * Finds where a person or client is named in texts of others. Whatever the case; as a word of its
 * own, so that "Nord" is not found in "Nordwind"; and not as the key of a JSON object, so that a
 * client called "Data" is not found in every answer of a server.
 */
class PersonTraces final {
public:
    //! Shorter ones would be found in halves of other texts, and are not looked for.
    static constexpr qsizetype shortestSpelling = 4;

    void add(const QString &spelling);
    bool isEmpty() const { return m_spellings.isEmpty(); }

    bool isIn(const QString &text) const;
    //! With [forgotten] in the place of each; the same text if there is none.
    QString blotted(const QString &text) const;
    /*!
     * In a document of which nobody knows how texts are written in it: as they are, with escapes
     * within escapes, as in addresses, or in base64.
     */
    bool isInDocument(const QByteArray &document) const;

private:
    bool isInAnyForm(QString text) const;
    bool mayBeIn(const QByteArray &document) const;

    QList<QString> m_spellings; // case folded
    //! Of each spelling its runs of plain letters and digits, all of which are in a document that
    //! has the spelling in whatever way. None, and it may be anywhere.
    QList<QByteArrayList> m_anchors;
};

} // namespace desk
