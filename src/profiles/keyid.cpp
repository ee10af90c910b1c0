// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "keyid.h"

#include <QCryptographicHash>

namespace desk {

std::optional<QString> keyIdOf(const Profile &profile)
{
    const std::optional<QUrl> baseUrl = baseUrlOf(profile);
    if (!baseUrl)
        return std::nullopt;
    const QByteArray place =
        QCryptographicHash::hash(baseUrl->toEncoded(), QCryptographicHash::Sha256).toHex();
    return profile.id + u'.' + QString::fromLatin1(place.first(16));
}

} // namespace desk
