// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QObject;

namespace QKeychain {
class Job;
}

namespace desk {

class KeychainInspection;

//! The two things that a KeychainStore asks of the system; tests put their own in its place.
class SystemKeychain {
public:
    SystemKeychain() = default;
    virtual ~SystemKeychain() = default;
    Q_DISABLE_COPY_MOVE(SystemKeychain)

    //! The job must have begun or ended at its own time only, never within this call.
    virtual void start(QKeychain::Job *job);
    virtual KeychainInspection *inspect(
        const QString &service, const QString &key, QObject *parent);
};

} // namespace desk
