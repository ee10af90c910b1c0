// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace desk {

/*!
 * Why a secret could not be read, written or removed. detail is for the part of a message that
 * only experts open: one line of bounded length, redacted, in English as the system gave it.
 */
struct SecretError {
    Q_GADGET

public:
    enum class Kind {
        NoKeychain, //!< no service, or one that nobody has set up
        Locked, //!< and whoever was asked to unlock it has not done so
        Denied, //!< unlocked, but this program may not
        Failed //!< anything else: no answer in time, a refused id, a damaged entry
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Failed;
    QString detail;

    friend bool operator==(const SecretError &, const SecretError &) = default;
};

} // namespace desk
