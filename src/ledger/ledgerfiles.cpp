// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerfiles.h"

#include "ledgerdatabase.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace desk::ledgerfiles {

namespace {

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerFile | QFileDevice::ExeOwner;
constexpr std::array<QLatin1StringView, 2> companions{
    QLatin1StringView("-wal"), QLatin1StringView("-shm")};

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

QString freeName(const QString &path, const QString &word)
{
    const QFileInfo info(path);
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString stem = info.dir().filePath(info.completeBaseName() + u'-' + word + u'-' + time);
    QString name = stem + u".sqlite"_s;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = stem + u'-' + QString::number(number) + u".sqlite"_s;
    return name;
}

enum class Presence { Missing, There, OutOfReach };

// Out of reach is what lies behind a link that leads nowhere, such as to a drive that is not there
// just now, or in a folder that cannot be looked into: an empty history would be a lie.
Presence presenceOf(const QFileInfo &info)
{
    const QFileInfo folder(info.absolutePath());
    const bool leadsNowhere = folder.isSymLink() && !folder.exists();
#ifdef Q_OS_UNIX
    struct stat status { };
    errno = 0;
    if (stat(QFile::encodeName(info.absoluteFilePath()).constData(), &status) == 0)
        return Presence::There;
    const bool isNamed = errno != ENOENT || info.isSymLink();
#else
    if (info.exists())
        return Presence::There;
    const bool isNamed = info.isSymLink();
#endif
    return isNamed || leadsNowhere ? Presence::OutOfReach : Presence::Missing;
}

} // namespace

// Never with a file of our own: who closes one gives up every lock that the process holds on it,
// and another process would take the log away from under SQLite (sqlite.org/howtocorrupt.html 2.2).
// SQLite itself knows which it must not close.
Header headerOf(const QString &path)
{
    const QFileInfo info(path);
    if (const Presence presence = presenceOf(info); presence != Presence::There)
        return {presence == Presence::Missing ? Header::Kind::Missing : Header::Kind::Unreadable};
    // Opening a pipe of that name would wait for somebody to write into it.
    if (!info.isFile())
        return {Header::Kind::SomethingElse};
    if (info.size() == 0)
        return {Header::Kind::Empty};
    LedgerDatabase database(path, LedgerDatabase::Mode::Unchanging);
    const int applicationId = database.single(u"PRAGMA application_id"_s).toInt();
    const int version = database.single(u"PRAGMA user_version"_s).toInt();
    const auto read = database.answer(Done());
    if (read)
        return {Header::Kind::Database, applicationId, version};
    switch (read.error().reason) {
    case LedgerError::Reason::NotALedger:
        return {Header::Kind::SomethingElse};
    case LedgerError::Reason::Damaged:
        return {Header::Kind::Database};
    default:
        return {Header::Kind::Unreadable};
    }
}

QByteArray identityOf(const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status { };
    if (stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    return QByteArray::number(quint64(status.st_dev)) + ' '
        + QByteArray::number(quint64(status.st_ino));
#else
    return QFileInfo::exists(path) ? QByteArray("there") : QByteArray();
#endif
}

bool makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.isDir()) {
        // Another instance may have been faster.
        const bool isMade = QDir().mkpath(info.absolutePath()) && QDir().mkdir(folder, ownerFolder);
        if (!isMade && !QFileInfo(folder).isDir())
            return false;
    }
    return QFileInfo(folder).isWritable();
}

bool createNew(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerFile);
}

bool toDisk(const QString &path)
{
#ifdef Q_OS_UNIX
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && fsync(file.handle()) == 0;
#else
    Q_UNUSED(path)
    return true;
#endif
}

// With a file of its own, see headerOf(). Another holds no lock on it, so any refusal means that
// there are none.
bool canLock(const QString &folder)
{
#ifdef Q_OS_UNIX
    QTemporaryFile file(QDir(folder).filePath(u"locking-XXXXXX"_s));
    if (!file.open())
        return true;
    struct flock lock { };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return fcntl(file.handle(), F_SETLK, &lock) == 0;
#else
    Q_UNUSED(folder)
    return true;
#endif
}

bool isDiskFull(const QString &path)
{
    constexpr qint64 needed = qint64{64} * 1024; // the index of the write-ahead log and a bit
    const QStorageInfo storage(QFileInfo(path).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < needed;
}

std::optional<QString> putAside(const QString &path, const QString &word)
{
    const QString name = freeName(path, word);
    if (!QFile::rename(path, name))
        return std::nullopt;
    for (const QLatin1StringView companion : companions) {
        if (QFileInfo::exists(path + companion))
            QFile::rename(path + companion, name + companion);
    }
    return name;
}

std::optional<QString> keepUnderName(const QString &path, const QString &word)
{
    const QString name = freeName(path, word);
    std::error_code error;
    std::filesystem::create_hard_link(native(path), native(name), error);
    // Not every file system has two names for one file.
    if (error && !QFile::copy(path, name))
        return std::nullopt;
    return name;
}

bool replace(const QString &path, const QString &by)
{
    std::error_code error;
    std::filesystem::rename(native(by), native(path), error);
    return !error;
}

QString incomingFile(const QString &folder)
{
    return QDir(folder).filePath(u"ledger-incoming.sqlite"_s);
}

QStringList incoming(const QString &folder)
{
    const QFileInfo file(incomingFile(folder));
    QStringList paths;
    const QStringList names =
        file.dir().entryList({file.fileName() + u'*'}, QDir::Files | QDir::Hidden);
    for (const QString &name : names)
        paths.append(file.dir().filePath(name));
    return paths;
}

QStringList kept(const QString &folder, const QString &word)
{
    const QDir dir(folder);
    QStringList paths;
    const QStringList names = dir.entryList(
        {u"*-"_s + word + u"-*.sqlite*"_s}, QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    for (const QString &name : names)
        paths.append(dir.filePath(name));
    return paths;
}

} // namespace desk::ledgerfiles
