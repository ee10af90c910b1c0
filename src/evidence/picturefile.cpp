// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "picturefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace desk {

namespace {

struct PictureFile {
    Q_DECLARE_TR_FUNCTIONS(desk::PictureFile)
};

} // namespace

std::optional<QString> savePicture(const QImage &picture, const QString &path)
{
    if (picture.isNull())
        return PictureFile::tr("There is no picture to be saved.");
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && picture.save(&file, "PNG") && file.commit())
        return std::nullopt;
    //: %1 is the name of a file
    return PictureFile::tr("The screenshot cannot be written to %1.")
        .arg(QDir::toNativeSeparators(path));
}

} // namespace desk
