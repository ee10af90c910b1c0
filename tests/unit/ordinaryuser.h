// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace desk::test {

/*!
 * While it lives, the process may do no more than a user without rights of their own: for root no
 * folder is read-only. Without root it changes nothing.
 */
class OrdinaryUser {
public:
    OrdinaryUser()
    {
#ifdef Q_OS_UNIX
        constexpr uid_t nobody = 65534;
        m_isRoot = geteuid() == 0;
        m_worked = !m_isRoot || seteuid(nobody) == 0;
#endif
    }
    ~OrdinaryUser()
    {
#ifdef Q_OS_UNIX
        if (m_isRoot && m_worked && seteuid(0) != 0)
            abort();
#endif
    }
    Q_DISABLE_COPY_MOVE(OrdinaryUser)

    bool worked() const
    {
        return m_worked;
    }

private:
    bool m_isRoot = false;
    bool m_worked = true;
};

//! Lets everybody look into a folder and nobody write there, until it goes.
class ReadOnlyFolder {
public:
    explicit ReadOnlyFolder(const QString &path)
        : m_path(path)
        , m_before(QFile::permissions(path))
    {
        QFile::setPermissions(path, readable);
    }
    ~ReadOnlyFolder() { QFile::setPermissions(m_path, m_before); }
    Q_DISABLE_COPY_MOVE(ReadOnlyFolder)

    static constexpr QFileDevice::Permissions readable = QFileDevice::ReadOwner
        | QFileDevice::ExeOwner | QFileDevice::ReadUser | QFileDevice::ExeUser
        | QFileDevice::ReadGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
        | QFileDevice::ExeOther;

private:
    QString m_path;
    QFileDevice::Permissions m_before;
};

} // namespace desk::test
