// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QLockFile>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

//! What keeps profiles.json from being read or written.
struct ProfileStoreProblem {
    Q_GADGET
public:
    enum class Kind {
        Unreadable, //!< it is there but may not be read, or is no file
        Damaged, //!< it was no sense; now it lies at keptAs, and a new one takes its place
        DamagedInPlace, //!< it could not be put aside either, so nothing is written
        Newer, //!< a later version of this application wrote it; nothing is written
        Unwritable, //!< the folder or the file is read-only, gone, or fails
        DiskFull,
        Locked, //!< another instance has been writing for a second and is still at it
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Unreadable;
    QString file;
    QString keptAs; //!< of Kind::Damaged
    QString systemText; //!< the system's own words for people who debug; may be empty

    friend bool operator==(const ProfileStoreProblem &, const ProfileStoreProblem &) = default;
};

/*!
 * profiles.json as bytes in a folder: bounded when read, whole or not at all when written, for the
 * owner's eyes only. Two instances agree through the lock file beside it.
 */
class ProfileFile {
public:
    explicit ProfileFile(const QString &folder);

    const QString &path() const { return m_path; }
    const QString &folder() const { return m_folder; }
    QString lockPath() const;

    //! Nothing if there is no file; at most one byte more than ProfileLimit::documentBytes.
    Result<std::optional<QByteArray>, ProfileStoreProblem> read() const;
    std::optional<ProfileStoreProblem> write(const QByteArray &bytes) const;
    //! Renames the file to one with the time in its name; gives Damaged, or DamagedInPlace.
    ProfileStoreProblem putAside() const;
    ProfileStoreProblem lockProblem(QLockFile::LockError error) const;
    ProfileStoreProblem problem(
        ProfileStoreProblem::Kind kind, const QString &systemText = {}) const;

private:
    ProfileStoreProblem writeProblem(qsizetype needed, const QString &systemText) const;

    QString m_folder;
    QString m_path;
};

} // namespace desk
