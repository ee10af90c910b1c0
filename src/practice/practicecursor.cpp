// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practicecursor.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace desk {

QString makeCursor(const QString &key, const QString &list, qsizetype place)
{
    const QByteArray number = QByteArray::number(place);
    const QByteArray seal = QMessageAuthenticationCode::hash(
        list.toUtf8() + '/' + number, key.toUtf8(), QCryptographicHash::Sha256);
    // Slash, plus and equals signs: a client that forgets to encode a cursor finds out.
    return QString::fromLatin1((seal.first(15) + number).toBase64());
}

std::optional<qsizetype> readCursor(const QString &key, const QString &list, const QString &cursor)
{
    constexpr qsizetype sealSize = 15;
    const QByteArray decoded = QByteArray::fromBase64(cursor.toLatin1());
    bool isNumber = false;
    const int place = decoded.mid(sealSize).toInt(&isNumber);
    if (!isNumber || makeCursor(key, list, place) != cursor)
        return std::nullopt;
    return place;
}

} // namespace desk
