// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/secret.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>

namespace desk {

/*!
 * The last look over what is about to be written: finds secrets literally, as they are, as they
 * stand in addresses, JSON and HTML, and inside base64, and puts Redactor::mask in their place.
 * Like the redactor it looks for nothing shorter than Redactor::shortestSecret.
 */
class SecretSweep {
public:
    explicit SecretSweep(const QList<Secret> &secrets);

    QByteArray swept(const QByteArray &bytes) const;
    QString swept(const QString &text) const;
    bool finds(const QByteArray &bytes) const;

private:
    void add(const QByteArray &secret);
    void addNeedle(const QByteArray &needle);

    QByteArrayList m_needles; // the longest first, so that no rest of one stays
};

} // namespace desk
