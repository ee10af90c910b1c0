// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilefile.h"

#include "profile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = ProfileStoreProblem::Kind;

constexpr int mostPutAsideInASecond = 20;

} // namespace

ProfileFile::ProfileFile(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
    , m_path(QDir(folder).absoluteFilePath(u"profiles.json"_s))
{
}

QString ProfileFile::lockPath() const
{
    return QDir(m_folder).filePath(u"profiles.lock"_s);
}

Result<std::optional<QByteArray>, ProfileStoreProblem> ProfileFile::read() const
{
    const QFileInfo info(m_path);
    if (!info.exists())
        return std::optional<QByteArray>();
    // Opening a pipe of that name would wait for somebody to write into it.
    if (!info.isFile())
        return Unexpected{problem(Kind::Unreadable)};
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Unexpected{problem(Kind::Unreadable, file.errorString())};
    const QByteArray bytes = file.read(ProfileLimit::documentBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Unexpected{problem(Kind::Unreadable, file.errorString())};
    return std::optional(bytes);
}

std::optional<ProfileStoreProblem> ProfileFile::write(const QByteArray &bytes) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return writeProblem(bytes.size(), file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    // On a disk that fills up, write() takes a part without calling it an error, and commit() would
    // put that part in the place of the file.
    if (file.write(bytes) != bytes.size())
        file.cancelWriting();
    if (!file.commit())
        return writeProblem(bytes.size(), file.errorString());
    return std::nullopt;
}

ProfileStoreProblem ProfileFile::putAside() const
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    const QString stem = QDir(m_folder).filePath(u"profiles-damaged-"_s + time);
    QFile file(m_path);
    for (int number = 1; number <= mostPutAsideInASecond; ++number) {
        const QString name = number == 1 ? stem : stem + u'-' + QString::number(number);
        const QString target = name + u".json"_s;
        if (QFile::exists(target))
            continue;
        if (!file.rename(target))
            break;
        ProfileStoreProblem kept = problem(Kind::Damaged);
        kept.keptAs = target;
        return kept;
    }
    return problem(Kind::DamagedInPlace, file.errorString());
}

ProfileStoreProblem ProfileFile::lockProblem(QLockFile::LockError error) const
{
    if (error == QLockFile::LockFailedError)
        return problem(Kind::Locked);
    return writeProblem(0, {});
}

ProfileStoreProblem ProfileFile::problem(
    ProfileStoreProblem::Kind kind, const QString &systemText) const
{
    return {kind, m_path, {}, systemText};
}

// The classes of Qt tell a full disk from other trouble in words only.
ProfileStoreProblem ProfileFile::writeProblem(qsizetype needed, const QString &systemText) const
{
    constexpr qint64 block = 4096;
    const QStorageInfo storage(m_folder);
    const bool isFull = storage.isValid() && QFileInfo(m_folder).isWritable()
        && storage.bytesAvailable() < needed + block;
    return problem(isFull ? Kind::DiskFull : Kind::Unwritable, systemText);
}

} // namespace desk
