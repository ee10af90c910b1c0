// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "datafolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Origin = DataFolder::Origin;
using Reason = DataFolderProblem::Reason;

DataFolder chosen(const DataFolder::Places &places)
{
    if (places.option)
        return {*places.option, Origin::Option};
    const QDir program(places.programFolder);
    if (!places.programFolder.isEmpty()
        && QFileInfo::exists(program.filePath(portableMarkerName())))
        return {program.filePath(u"data"_s), Origin::Portable};
    return {places.standardFolder, Origin::Standard};
}

// exists() is false for a link to nothing, and mkpath() fails there with no reason to tell.
bool somethingElseIsInTheWay(const QString &path)
{
    for (QFileInfo info(path); !info.isRoot(); info.setFile(info.path())) {
        if (info.isDir())
            return false;
        if (info.exists() || info.isSymLink())
            return true;
    }
    return false;
}

bool create(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return true;
    constexpr QFileDevice::Permissions ownerOnly =
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QDir().mkpath(info.path()))
        return false;
    // Another instance may have been faster.
    return QDir().mkdir(path, ownerOnly) || info.isDir();
}

// The bits of a folder do not tell of a read-only file system, nor what root may do.
bool canBeWrittenTo(const QString &path)
{
    QTemporaryFile probe(QDir(path).filePath(u".connect-desk-XXXXXX"_s));
    return probe.open();
}

} // namespace

QString portableMarkerName()
{
    return u"connect-desk-portable"_s;
}

DataFolder::Places placesOfThisProgram(const std::optional<QString> &option)
{
    return {option, QCoreApplication::applicationDirPath(),
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
}

Result<DataFolder, DataFolderProblem> openDataFolder(const DataFolder::Places &places)
{
    DataFolder folder = chosen(places);
    const auto refused = [&folder](Reason reason) {
        return Unexpected{DataFolderProblem{reason, folder.origin, folder.path}};
    };
    if (folder.path.isEmpty())
        return refused(Reason::NoPlace);
    if (folder.path.contains(QChar::Null))
        return refused(Reason::NotAName);
    folder.path = QDir::cleanPath(QDir().absoluteFilePath(folder.path));
    if (somethingElseIsInTheWay(folder.path))
        return refused(Reason::NotAFolder);
    if (!create(folder.path))
        return refused(Reason::CannotCreate);
    if (!canBeWrittenTo(folder.path))
        return refused(Reason::NotWritable);
    return folder;
}

} // namespace desk
