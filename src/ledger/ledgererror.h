// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QObject>
#include <QString>

namespace desk {

//! Why the ledger could not be read or written. Nothing was half-done.
struct LedgerError {
    Q_GADGET
public:
    enum class Reason {
        NoFolder, //!< cannot be made, or is not ours
        NotReadable,
        ReadOnly,
        Locked, //!< by another program for longer than we wait
        NoLocks, //!< the file system knows none, and two programs could spoil the file
        DiskFull,
        Newer, //!< of a later version of the application; it was not touched
        Damaged,
        NotALedger, //!< a file that is something else
        Replaced, //!< another file has taken its place since it was opened; to be opened anew
        Failed, //!< anything else; detail tells
    };
    Q_ENUM(Reason)

    Reason reason = Reason::Failed;
    QString path;
    QString detail; //!< the database's own words; never a value that was stored
};

} // namespace desk

Q_DECLARE_METATYPE(desk::LedgerError)
