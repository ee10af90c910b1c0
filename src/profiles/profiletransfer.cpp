// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profiletransfer.h"

#include "profile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace desk {

using Kind = ProfileTransferProblem::Kind;

Result<QByteArray, ProfileTransferProblem> readProfileExport(const QString &file)
{
    const auto problem = [&file](Kind kind, const QString &systemText = {}) {
        return Unexpected{ProfileTransferProblem{kind, file, systemText}};
    };
    const QFileInfo info(file);
    if (!info.exists())
        return problem(Kind::Missing);
    // Opening a pipe would wait for somebody to write into it.
    if (!info.isFile())
        return problem(Kind::NotAFile);
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return problem(Kind::Unreadable, source.errorString());
    const QByteArray bytes = source.read(ProfileLimit::documentBytes + 1);
    if (source.error() != QFileDevice::NoError)
        return problem(Kind::Unreadable, source.errorString());
    if (bytes.size() > ProfileLimit::documentBytes)
        return problem(Kind::TooLarge);
    return bytes;
}

std::optional<ProfileTransferProblem> writeProfileExport(
    const QString &file, const QByteArray &document)
{
    QSaveFile target(file);
    const auto problem = [&file, &target] {
        return ProfileTransferProblem{Kind::Unwritable, file, target.errorString()};
    };
    if (!target.open(QIODevice::WriteOnly))
        return problem();
    // On a disk that fills up, write() takes a part without calling it an error.
    if (target.write(document) != document.size())
        target.cancelWriting();
    if (!target.commit())
        return problem();
    return std::nullopt;
}

} // namespace desk
