// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "errorwording.h"

#include "profiles/profileexport.h"
#include "profiles/profilefile.h"
#include "profiles/profiletransfer.h"

#include <QString>

//! What is said about files of profiles: the one they are kept in, and those that are exchanged.
namespace desk::ProfileFileWording {

ErrorMessage message(const ProfileStoreProblem &problem);
ErrorMessage message(const ProfileTransferProblem &problem);
ErrorMessage message(ProfileImportProblem problem);

//! One line for a result that somebody reads in passing.
QString headline(const ProfileImportReport &report);
//! Everything that was added, renamed and left out, and why; plain text of several lines.
QString text(const ProfileImportReport &report);
//! What was written, and what never is.
QString headline(const ExportedProfiles &exported);
QString text(const ExportedProfiles &exported);

//! Entries of the store's own file that cannot be used; empty if there are none.
QString unused(const QList<LeftOutProfile> &leftOut);
QString list(const QList<LeftOutProfile> &leftOut);

} // namespace desk::ProfileFileWording
