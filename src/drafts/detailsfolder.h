// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

//! What keeps a draft or a template from being read or written.
struct DetailsFileProblem {
    Q_GADGET
public:
    enum class Kind {
        Unreadable, //!< it is there but may not be read, or is no file
        Damaged, //!< it was no sense; now it lies at keptAs
        DamagedInPlace, //!< it could not be put aside either, so it is not written
        Newer, //!< a later version of this application wrote it; it is not touched
        Unwritable, //!< the folder or the file is read-only, gone, or fails
        DiskFull,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Unreadable;
    QString file;
    QString keptAs; //!< of Kind::Damaged
    QString systemText; //!< the system's own words for people who debug; may be empty

    friend bool operator==(const DetailsFileProblem &, const DetailsFileProblem &) = default;
};

/*!
 * A folder of small JSON files, one for each id, for the owner's eyes only. Every file is whole or
 * not there, bounded when read, and says which format and version it has; so several instances of
 * this application may use the folder at once, and of one file the last writer wins. The folder is
 * made when it is first written to.
 */
class DetailsFolder {
public:
    static constexpr int version = 1;
    static constexpr qsizetype largestFile = qsizetype{256} * 1024;

    //! format is the word by which a file is known to be one of these.
    DetailsFolder(const QString &folder, QString format);

    const QString &path() const { return m_folder; }
    //! Only small letters, digits and dashes, which are the same on every file system.
    static bool isId(const QString &text);
    //! The ids of all files, sorted; of no more than so many.
    QStringList ids(qsizetype most) const;

    //! Nothing if there is no file. A damaged file is put aside, which is the problem then.
    Result<std::optional<QJsonObject>, DetailsFileProblem> read(const QString &id) const;
    /*!
     * Format and version are added. What cannot be read is not written over; a damaged file is put
     * aside and the new one takes its place, which is told by Kind::Damaged.
     */
    std::optional<DetailsFileProblem> write(const QString &id, const QJsonObject &object) const;
    //! That there is none is no problem. What could not be read or is damaged stays.
    std::optional<DetailsFileProblem> remove(const QString &id) const;

private:
    QString fileOf(const QString &id) const;
    DetailsFileProblem putAside(const QString &id) const;
    bool createFolder() const;
    DetailsFileProblem writeProblem(
        const QString &file, qsizetype needed, const QString &systemText) const;

    QString m_folder;
    QString m_format;
};

} // namespace desk
