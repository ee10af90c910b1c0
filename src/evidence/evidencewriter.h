// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

//! One file of a bundle, with a relative path of plain ASCII.
struct EvidenceFile {
    QString path;
    QByteArray bytes;
};

//! Why a bundle was not written; nothing of it is there then.
struct EvidenceProblem {
    Q_GADGET
public:
    enum class Kind {
        NoName, //!< the target has none
        FolderMissing, //!< the folder it should stand in
        AlreadyThere, //!< nothing is ever written over
        Unwritable,
        PictureFailed, //!< a picture could not be made a file
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Unwritable;
    QString target; //!< the file or folder it is about
    QString systemText; //!< the system's own words for people who debug; may be empty
};

//! Writes files as a folder or as a zip file, whole or not at all: beside the target first, and
//! under its name once everything is there.
namespace EvidenceWriter {

//! Whether a bundle may be written there, before anything is.
std::optional<EvidenceProblem> check(const QString &target);

//! A zip file if the name ends with .zip, a folder otherwise.
std::optional<EvidenceProblem> write(const QString &target, const QList<EvidenceFile> &files);

} // namespace EvidenceWriter

} // namespace desk
