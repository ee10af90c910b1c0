// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profileerror.h"
#include "profilelist.h"

#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace desk {

//! A document for another computer, and what is not in it.
struct ExportedProfiles {
    QByteArray document;
    qsizetype count = 0; //!< each of them without its key
    bool practiceLeftOut = true; //!< every installation has its own
};

/*!
 * The profiles as one JSON document. Ids stay behind as well as keys: a profile that came back
 * under an id would take over the key that another computer keeps under it.
 */
ExportedProfiles exportProfiles(const ProfileList &list);

//! Why nothing of a document was taken.
enum class ProfileImportProblem {
    TooLarge,
    NotJson,
    OtherFormat,
    Newer, //!< written by a later version of this application
    Empty,
    TooMany, //!< rows; whole, since any choice among them would be a guess
};

struct ImportedProfile {
    qsizetype row = 0; //!< its place in the document, from 0
    QString id;
    QString name;
    QString wantedName; //!< set if that name was taken

    friend bool operator==(const ImportedProfile &, const ImportedProfile &) = default;
};

//! Each row of a document stands in one of the two lists. No imported profile has a key.
struct ProfileImportReport {
    QList<ImportedProfile> added;
    QList<LeftOutProfile> leftOut;
    //! Names of properties that mean nothing here, such as a key that somebody wrote into the
    //! document; never their values. Bounded.
    QStringList ignored;
};

/*!
 * Adds the profiles of a document to the list, each under a new id. A row counts as there already
 * if the list has its equal, name included. If the document is refused, the list stays as it is.
 */
Result<ProfileImportReport, ProfileImportProblem> importProfiles(
    const QByteArray &document, ProfileList &list);

} // namespace desk
