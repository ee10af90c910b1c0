// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "readingcopy.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QLatin1StringView prefix("connect-desk-reading-");

QString lockIn(const QString &place)
{
    return QDir(place).filePath(u"owner.lock"_s);
}

// Everybody may make something of that name among the temporary files, or a link to elsewhere.
bool isOurs(const QFileInfo &place)
{
#ifdef Q_OS_UNIX
    return place.isDir() && !place.isSymLink() && place.ownerId() == geteuid();
#else
    return place.isDir() && !place.isSymLink();
#endif
}

// Between making its place and locking it a living one has no lock.
bool isAbandoned(const QFileInfo &place)
{
    constexpr qint64 longEnough = 60;
    if (!QFileInfo::exists(lockIn(place.filePath())))
        return qAbs(place.lastModified().secsTo(QDateTime::currentDateTime())) > longEnough;
    QLockFile lock(lockIn(place.filePath()));
    lock.setStaleLockTime(0); // its age says nothing: windows stay open for weeks
    return lock.tryLock(0);
}

} // namespace

ReadingCopy::ReadingCopy()
    : m_place(QDir::temp().filePath(prefix + "XXXXXX"_L1))
    , m_lock(lockIn(m_place.path()))
{
    m_lock.setStaleLockTime(0);
}

std::unique_ptr<ReadingCopy> ReadingCopy::make()
{
    std::unique_ptr<ReadingCopy> copy(new ReadingCopy);
    if (!copy->m_place.isValid() || !copy->m_lock.tryLock(0))
        return nullptr;
    return copy;
}

void ReadingCopy::sweep()
{
    const QFileInfoList places = QDir::temp().entryInfoList(
        {prefix + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &place : places) {
        if (isOurs(place) && isAbandoned(place))
            QDir(place.filePath()).removeRecursively();
    }
}

QString ReadingCopy::path() const
{
    return m_place.filePath(u"ledger.sqlite"_s);
}

} // namespace desk
