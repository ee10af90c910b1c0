// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledger/ledgerquery.h"

#include <QString>

namespace desk {

/*!
 * What people have decided about the ledger, in a settings file of the data folder. A file that
 * cannot be read counts as empty; one of a later version is left as it is, and everything is kept
 * meanwhile.
 */
class LedgerSettings {
public:
    explicit LedgerSettings(const QString &dataFolder);

    //! Days that nobody can choose count as for ever: keeping too much can be mended.
    Retention retention() const;
    //! False if it could not be written.
    bool setRetention(const Retention &retention);

private:
    QString m_file;
};

} // namespace desk
