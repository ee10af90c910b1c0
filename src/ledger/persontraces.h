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
    //! What a text is, by which keys it is known if it is short.
    enum class Kind { Organization, OriginId, Other };

    //! Those that have fewer characters are short; of kind Other, they are not looked for.
    static constexpr qsizetype shortestSpelling = 4;

    void add(const QString &spelling, Kind kind = Kind::Other);
    bool isEmpty() const { return m_spellings.isEmpty() && m_short.isEmpty(); }

    bool isIn(const QString &text) const;
    //! With [forgotten] in the place of each; the same text if there is none.
    QString blotted(const QString &text) const;
    //! The same for a field of its own, as people fill them: nothing is left in any form, be it in
    //! an address or as HTML, and a short spelling is blotted if it is the whole field.
    QString blottedField(const QString &text) const;
    //! Whether such a key with such a text in JSON is a short spelling in its place.
    bool isValue(const QString &key, const QString &text) const;
    /*!
     * In a document of which nobody knows how texts are written in it: as they are, with escapes
     * within escapes, as in addresses, as HTML, or in base64.
     */
    bool isInDocument(const QByteArray &document) const;

private:
    struct Short {
        QString text; // case folded
        Kind kind = Kind::Other;
        QByteArrayList anchors; // any of which is in a document that has it; none: any document
    };

    bool isShortIn(const QString &folded) const;
    QString blottedInDisguise(const QString &text) const;
    bool isInAddress(const QString &text) const;
    bool isInAnyForm(QString text) const;
    bool mayBeIn(const QByteArray &document) const;

    QList<QString> m_spellings; // case folded
    //! Of each spelling its runs of plain letters and digits, all of which are in a document that
    //! has the spelling in whatever way. None, and it may be anywhere.
    QList<QByteArrayList> m_anchors;
    QList<Short> m_short;
};

} // namespace desk
