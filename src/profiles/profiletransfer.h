// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>

namespace desk {

//! Why an exported document could not be read from its file, or written to it.
struct ProfileTransferProblem {
    Q_GADGET
public:
    enum class Kind {
        Missing,
        NotAFile, //!< a folder, a pipe, a device
        Unreadable,
        TooLarge,
        Unwritable,
    };
    Q_ENUM(Kind)

    Kind kind = Kind::Missing;
    QString file;
    QString systemText; //!< the system's own words for people who debug; may be empty
};

//! The bytes of a file that is to be imported; at most ProfileLimit::documentBytes.
Result<QByteArray, ProfileTransferProblem> readProfileExport(const QString &file);

//! Writes the document whole or not at all; a file of that name is replaced.
std::optional<ProfileTransferProblem> writeProfileExport(
    const QString &file, const QByteArray &document);

} // namespace desk
