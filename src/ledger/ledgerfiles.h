// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk::ledgerfiles {

//! What the beginning of a file says; nothing is changed or made beside it.
struct Header {
    //! Missing: nothing can be in its way; a folder that may not be looked into is Unreadable.
    enum class Kind { Missing, Empty, Database, SomethingElse, Unreadable };

    Kind kind = Kind::Missing;
    int applicationId = 0; //!< 0 also if it is too damaged to say
    int version = 0; //!< what was written last may still stand in the -wal
};

Header headerOf(const QString &path);
//! Differs between two files that had the same name one after the other; empty if there is none.
QByteArray identityOf(const QString &path);

//! 0700. True if it is there and may be written.
bool makeFolder(const QString &folder);
//! Empty and for the owner alone; false if it is there already or cannot be made.
bool createNew(const QString &path);
//! Waits until the file's content lies on the disk; false if it does not come there.
bool toDisk(const QString &path);
//! Whether files in that folder can be locked; true if nothing can be made there to find out.
bool canLock(const QString &folder);
//! Whether there is no room to speak of where that path leads.
bool isDiskFull(const QString &path);

//! Whatever is at the path, with the -wal and -shm of a database, under a name like
//! ledger-damaged-20260131T235959Z.sqlite beside it; nullopt if it cannot be moved.
std::optional<QString> putAside(const QString &path, const QString &word);
//! A second name of that kind for the file, so that another may take the first.
std::optional<QString> keepUnderName(const QString &path, const QString &word);
//! Takes the place of what is there, in one step.
bool replace(const QString &path, const QString &by);

//! What is about to take the ledger's place; more than one name, if it was killed on the way.
QStringList incoming(const QString &folder);
QString incomingFile(const QString &folder);

//! The files that putAside() and keepUnderName() made in that folder.
QStringList kept(const QString &folder, const QString &word);

} // namespace desk::ledgerfiles
