// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "picturefiles.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr QByteArrayView mark = "connect-desk-picture 1\n";
constexpr qsizetype longestHead = qsizetype{8} * 1024;
constexpr qint64 daysUntilOld = 30;
constexpr qint64 secondsBetweenTouches = qint64{24} * 60 * 60;

// The address stands in the file, because a hash alone would show another picture if two of them
// were ever the same.
QByteArray headOf(const QString &url, const QDateTime &fetchedAt)
{
    return mark.toByteArray() + url.toUtf8() + '\n'
        + QByteArray::number(fetchedAt.toSecsSinceEpoch()) + '\n';
}

} // namespace

PictureFiles::PictureFiles(QString folder, qsizetype largestPicture)
    : m_folder(std::move(folder))
    , m_largestPicture(largestPicture)
{
}

QString PictureFiles::pathOf(const QString &url) const
{
    const QByteArray hash =
        QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QDir(m_folder).filePath(QString::fromLatin1(hash) + u".picture"_s);
}

std::optional<PictureFiles::Found> PictureFiles::read(const QString &url) const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    const QString path = pathOf(url);
    const QFileInfo info(path);
    if (!info.isFile() || info.size() > m_largestPicture + longestHead)
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const bool isOurs =
        file.readLine(longestHead) == mark && file.readLine(longestHead).trimmed() == url.toUtf8();
    if (!isOurs)
        return std::nullopt;
    const qint64 fetchedAt = file.readLine(longestHead).trimmed().toLongLong();
    Found found{file.read(m_largestPicture), false};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    found.isOld = QDateTime::fromSecsSinceEpoch(fetchedAt).daysTo(now) > daysUntilOld;
    if (info.lastModified().secsTo(now) > secondsBetweenTouches)
        file.setFileTime(now, QFileDevice::FileModificationTime);
    if (found.bytes.isEmpty())
        return std::nullopt;
    return found;
}

void PictureFiles::write(const QString &url, const QByteArray &bytes) const
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return;
    QSaveFile file(pathOf(url));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray whole = headOf(url, QDateTime::currentDateTimeUtc()) + bytes;
    // On a disk that fills up, write() takes a part without calling it an error.
    if (file.write(whole) != whole.size())
        file.cancelWriting();
    file.commit();
}

void PictureFiles::trim(int mostFiles, qint64 mostBytes) const
{
    if (m_folder.isEmpty())
        return;
    // Also what QSaveFile left behind when it was killed.
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({u"*.picture*"_s}, QDir::Files, QDir::Time);
    qint64 bytes = 0;
    int count = 0;
    for (const QFileInfo &file : files) {
        bytes += file.size();
        if (++count > mostFiles || bytes > mostBytes)
            QFile::remove(file.filePath());
    }
}

} // namespace desk
