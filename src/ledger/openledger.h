// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger.h"

#include <QString>

#include <memory>
#include <optional>

namespace desk {

enum class LedgerAccess { ReadWrite, ReadOnly };

//! How closely the file is looked at for damage. Quick is for each start; Whole reads all of it.
enum class LedgerCheck { Quick, Whole };

struct LedgerOpening {
    std::unique_ptr<Ledger> ledger;
    std::optional<QString> keptAside; //!< where a damaged ledger was put before a new one was begun
    bool isReadOnly = false; //!< asked for, or nothing else was to be had
};

//! The file in that folder.
QString ledgerFile(const QString &folder);
//! Whether that path is the ledger of the folder, its log or a lock beside it, under whatever name:
//! nothing else may be written there.
bool isOfLedger(const QString &folder, const QString &path);
//! Where running applications say that they are.
QString instancesFolder(const QString &folder);

/*!
 * Opens the ledger of that folder, which is made if need be (0700), and brings an older one up to
 * date. What is damaged or something else is put aside beside it, never deleted, and a new one is
 * begun; one of a later version is not touched. Where nothing may be written it is opened for
 * reading; what is not there then reads as empty.
 */
Result<LedgerOpening, LedgerError> openLedger(
    const QString &folder, LedgerAccess access, LedgerCheck check = LedgerCheck::Quick);

/*!
 * Puts a copy of the ledger at fromPath in the place of the present one, which is kept beside it;
 * tells where, or nullopt if there was none. All of it or nothing. Nobody else may have the ledger
 * open: Locked, otherwise.
 */
Result<std::optional<QString>, LedgerError> restoreLedger(
    const QString &folder, const QString &fromPath);

} // namespace desk
