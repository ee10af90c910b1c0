// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ledgerdatabase.h"
#include "persontraces.h"

namespace desk {

//! How somebody who is to be forgotten may be named in rows of others.
struct NamesToBlot {
    PersonTraces all;
    //! Without names of organizations: another client's own name may have one of them in it.
    PersonTraces identifiers;
};

/*!
 * Takes the names out of the texts of rows that are left. A kept timeline, or kept exchanges, of an
 * attempt that has one of them goes as a whole: what else it says of the same person nobody can
 * tell. So does one that cannot be read. Tells of how many attempts something went.
 */
qint64 blotOut(LedgerDatabase &database, const NamesToBlot &names);

} // namespace desk
