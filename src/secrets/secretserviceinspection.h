// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "keychaininspection.h"

#include <QString>

class QDBusMessage;

namespace desk {

/*!
 * Asks the Secret Service of the session bus (the freedesktop.org specification of that name, 0.2)
 * for the entry that QtKeychain keeps for a service and a key; nothing of it but its existence is
 * read. Asynchronous; each of its two or three questions has a deadline.
 */
class SecretServiceInspection final : public KeychainInspection {
    Q_OBJECT

public:
    SecretServiceInspection(const QString &service, const QString &key, QObject *parent);

private:
    using Step = void (SecretServiceInspection::*)(const QDBusMessage &reply);

    void ask(const QDBusMessage &question, Step next);
    void readSearch(const QDBusMessage &reply);
    void readAlias(const QDBusMessage &reply);
    void readLock(const QDBusMessage &reply);
};

} // namespace desk
