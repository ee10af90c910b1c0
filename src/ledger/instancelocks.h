// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QHash>
#include <QLockFile>
#include <QString>

#include <memory>

namespace desk {

/*!
 * Tells running applications from those that went away: each holds a lock in one folder as long as
 * it lives, and a lock whose process is gone is nobody's. What was found is remembered as long as
 * this object lives.
 */
class InstanceLocks {
public:
    explicit InstanceLocks(QString folder);

    bool isAlive(const QString &instance);

    //! Held until it is destroyed; null if the folder cannot be made or written. Takes the place of
    //! the lock that was held before, if somebody took that one's file away.
    static std::unique_ptr<QLockFile> hold(const QString &folder, const QString &instance,
        std::unique_ptr<QLockFile> before = nullptr);

private:
    QString m_folder;
    QHash<QString, bool> m_known;
};

} // namespace desk
