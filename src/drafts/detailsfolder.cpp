// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "detailsfolder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Kind = DetailsFileProblem::Kind;

constexpr QLatin1StringView formatKey("format");
constexpr QLatin1StringView versionKey("version");
constexpr QLatin1StringView suffix(".json");
constexpr qsizetype longestId = 64;
constexpr int mostPutAsideInASecond = 20;

constexpr QFileDevice::Permissions ownerFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ownerFolder = ownerFile | QFileDevice::ExeOwner;

} // namespace

DetailsFolder::DetailsFolder(const QString &folder, QString format)
    : m_folder(QDir(folder).absolutePath())
    , m_format(std::move(format))
{
}

bool DetailsFolder::isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestId
        && std::all_of(text.cbegin(), text.cend(), [](QChar character) {
               return (character >= u'a' && character <= u'z')
                   || (character >= u'0' && character <= u'9') || character == u'-';
           });
}

QString DetailsFolder::fileOf(const QString &id) const
{
    return QDir(m_folder).filePath(id + suffix);
}

QStringList DetailsFolder::ids(qsizetype most) const
{
    QStringList ids;
    const QStringList names =
        QDir(m_folder).entryList({u'*' + suffix}, QDir::Files | QDir::Hidden, QDir::Name);
    for (const QString &name : names) {
        const QString id = name.chopped(suffix.size());
        if (isId(id) && ids.size() < most)
            ids.append(id);
    }
    return ids;
}

Result<std::optional<QJsonObject>, DetailsFileProblem> DetailsFolder::read(const QString &id) const
{
    if (!isId(id))
        return std::optional<QJsonObject>();
    const QString path = fileOf(id);
    const auto refused = [&path](Kind kind, const QString &systemText = {}) {
        return Unexpected{DetailsFileProblem{kind, path, {}, systemText}};
    };
    const QFileInfo info(path);
    if (!info.exists())
        return std::optional<QJsonObject>();
    // Opening a pipe of that name would wait for somebody to write into it.
    if (!info.isFile())
        return refused(Kind::Unreadable);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(Kind::Unreadable, file.errorString());
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return refused(Kind::Unreadable, file.errorString());
    file.close();

    const QJsonObject object =
        bytes.size() > largestFile ? QJsonObject() : QJsonDocument::fromJson(bytes).object();
    const double written = object.value(versionKey).toDouble();
    if (object.value(formatKey).toString() != m_format || written < 1)
        return Unexpected{putAside(id)};
    if (written > version)
        return refused(Kind::Newer);
    return std::optional(object);
}

std::optional<DetailsFileProblem> DetailsFolder::write(
    const QString &id, const QJsonObject &object) const
{
    const QString path = fileOf(id);
    if (!isId(id) || !createFolder())
        return writeProblem(path, 0, {});
    const auto before = read(id);
    std::optional<DetailsFileProblem> told = before ? std::nullopt : std::optional(before.error());
    if (told && told->kind != Kind::Damaged)
        return told;
    QJsonObject whole = object;
    whole.insert(formatKey, m_format);
    whole.insert(versionKey, version);
    const QByteArray bytes = QJsonDocument(whole).toJson();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeProblem(path, bytes.size(), file.errorString());
    file.setPermissions(ownerFile);
    // On a disk that fills up, write() takes a part without calling it an error, and commit() would
    // put that part in the place of the file.
    if (file.write(bytes) != bytes.size())
        file.cancelWriting();
    if (!file.commit())
        return writeProblem(path, bytes.size(), file.errorString());
    return told;
}

std::optional<DetailsFileProblem> DetailsFolder::remove(const QString &id) const
{
    const auto before = read(id);
    if (!before)
        return before.error();
    QFile file(fileOf(id));
    // Another instance may have been faster.
    if (!*before || file.remove() || !file.exists())
        return std::nullopt;
    return writeProblem(file.fileName(), 0, file.errorString());
}

DetailsFileProblem DetailsFolder::putAside(const QString &id) const
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QFile file(fileOf(id));
    const QString path = file.fileName();
    const QString stem = QDir(m_folder).filePath(id + u"-damaged-"_s + time);
    for (int number = 1; number <= mostPutAsideInASecond; ++number) {
        // Not ending as the others do: it must not be read for one again.
        const QString target =
            (number == 1 ? stem : stem + u'-' + QString::number(number)) + u".json.txt"_s;
        if (QFile::exists(target))
            continue;
        if (!file.rename(target))
            break;
        return {Kind::Damaged, path, target, {}};
    }
    return {Kind::DamagedInPlace, path, {}, file.errorString()};
}

bool DetailsFolder::createFolder() const
{
    const QFileInfo info(m_folder);
    if (info.isDir())
        return true;
    // Another instance may have been faster.
    return QDir().mkpath(info.path()) && (QDir().mkdir(m_folder, ownerFolder) || info.isDir());
}

// The classes of Qt tell a full disk from other trouble in words only.
DetailsFileProblem DetailsFolder::writeProblem(
    const QString &file, qsizetype needed, const QString &systemText) const
{
    constexpr qint64 block = 4096;
    const QStorageInfo storage(m_folder);
    const bool isFull = storage.isValid() && QFileInfo(m_folder).isWritable()
        && storage.bytesAvailable() < needed + block;
    return {isFull ? Kind::DiskFull : Kind::Unwritable, file, {}, systemText};
}

} // namespace desk
