// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"

#include "core/foldedname.h"

#include <QList>
#include <QString>

#include <optional>

namespace desk {

//! True if a profile other than the one of that id has this name.
bool isNameTaken(const QString &name, const QString &id, const QList<Profile> &profiles);

//! The name itself, or with the first free number behind it, cut to the limit.
QString freeName(const QString &name, const QList<Profile> &profiles);

/*!
 * "Acme EU copy", "Acme EU copy 2" and so on; a copy of a copy counts on. word is the translated
 * word for a copy.
 */
QString nameOfCopy(const QString &name, const QString &word, const QList<Profile> &profiles);

/*!
 * The profiles that a person may mean while typing, the likeliest first: the name itself, a name
 * that begins so, a name with a word that begins so, a name that holds it; among equals in the
 * order of the list. Nothing typed gives all.
 */
QList<Profile> profilesMatching(const QString &typed, const QList<Profile> &profiles);

//! The one profile of that name, whatever its capitals and accents; for --profile NAME.
std::optional<Profile> profileNamed(const QString &name, const QList<Profile> &profiles);

} // namespace desk
