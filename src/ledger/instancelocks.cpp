// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "instancelocks.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

// What stands in the ledger is no path until it has been looked at.
bool isName(const QString &instance)
{
    constexpr qsizetype longest = 64;
    return !instance.isEmpty() && instance.size() <= longest
        && std::all_of(instance.cbegin(), instance.cend(), [](QChar character) {
               return (character >= u'a' && character <= u'z')
                   || (character >= u'0' && character <= u'9') || character == u'-';
           });
}

QString lockFile(const QString &folder, const QString &instance)
{
    return QDir(folder).filePath(instance + u".lock"_s);
}

// Whoever is killed between making a lock and writing into it leaves one that names nobody.
bool isAbandoned(const QLockFile &lock, const QString &path)
{
    constexpr qint64 longEnough = 30;
    qint64 process = 0;
    QString host;
    QString application;
    if (lock.getLockInfo(&process, &host, &application))
        return false;
    // The clock may have been set back since.
    return qAbs(QFileInfo(path).lastModified().secsTo(QDateTime::currentDateTime())) > longEnough;
}

} // namespace

InstanceLocks::InstanceLocks(QString folder)
    : m_folder(std::move(folder))
{
}

bool InstanceLocks::isAlive(const QString &instance)
{
    if (!isName(instance))
        return false;
    const auto known = m_known.constFind(instance);
    if (known != m_known.constEnd())
        return *known;
    const QString path = lockFile(m_folder, instance);
    bool isAlive = false;
    if (QFile::exists(path)) {
        QLockFile lock(path);
        lock.setStaleLockTime(0); // its age says nothing: windows stay open for weeks
        isAlive = !lock.tryLock(0) && lock.error() == QLockFile::LockFailedError
            && !isAbandoned(lock, path);
    }
    m_known.insert(instance, isAlive);
    return isAlive;
}

std::unique_ptr<QLockFile> InstanceLocks::hold(
    const QString &folder, const QString &instance, std::unique_ptr<QLockFile> before)
{
    if (before && QFile::exists(before->fileName()))
        return before;
    constexpr QFileDevice::Permissions owner =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!isName(instance) || (!QDir(folder).exists() && !QDir().mkdir(folder, owner)))
        return nullptr;
    if (before) {
        // It complains when it goes without a file to remove.
        QFile stand(before->fileName());
        (void)stand.open(QIODevice::WriteOnly | QIODevice::NewOnly);
        before.reset();
    }
    auto lock = std::make_unique<QLockFile>(lockFile(folder, instance));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return nullptr;
    return lock;
}

} // namespace desk
