// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "profile.h"
#include "profileerror.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace desk {

//! What a person wrote or another program left: the profile as far as it can be told, and what is
//! wrong with it.
struct ReadProfile {
    Profile profile;
    QList<ProfileError> errors; //!< of the JSON and of checkProfile(), names that are taken aside
    QStringList unknown; //!< names of properties that mean nothing here, sorted
};

/*!
 * Everything of a profile but its id; of the practice profile only what may differ from
 * practiceProfile(). The names and words are part of the file format; category and
 * language are written as on Kombo's wire.
 */
QJsonObject toJson(const Profile &profile);

/*!
 * Reads what toJson() writes. Name, region and kind must be there, since guessing one of them could
 * send a request to the wrong place; the rest falls back to what a new profile has. The profile has
 * no id.
 */
ReadProfile profileFromJson(const QJsonObject &object);

//! The practice profile with the defaults that are written there.
Profile practiceFromJson(const QJsonObject &object);

//! A name out of a file as it may be shown when the profile itself cannot be used.
QString shownName(const QJsonObject &object);

} // namespace desk
