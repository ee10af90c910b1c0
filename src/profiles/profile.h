// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/apiaccess.h"
#include "core/connectdetails.h"
#include "core/flowplacement.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace desk {

//! Where the API of a profile stands; the regions are separate installations (kombo-api.md 1).
enum class Region { Eu, Us, Custom };

/*!
 * One Kombo environment as a person set it up. The id never changes and is the name under which a
 * key store may keep the key; a profile itself never holds one. A draft, as a form fills it, is a
 * Profile that has not passed checkProfile() yet.
 */
struct Profile {
    QString id; //!< random; empty in a draft of a new profile
    QString name;
    Region region = Region::Eu;
    QString customBaseUrl; //!< counts only for Region::Custom, empty otherwise
    ProfileKind kind = ProfileKind::Development;
    QStringList linkHosts; //!< besides kombo.dev and the base URL's own host
    Category category = Category::Hris;
    FlowLanguage language = FlowLanguage::English;
    OriginIdPolicy originIds = OriginIdPolicy::Required;
    FlowPlacement placement = FlowPlacement::Frame;

    friend bool operator==(const Profile &, const Profile &) = default;
};

namespace ProfileLimit {
constexpr qsizetype profiles = 200; //!< practice included
constexpr qsizetype id = 64;
constexpr qsizetype name = 100;
constexpr qsizetype linkHosts = 20;
constexpr qsizetype documentBytes = qsizetype{4} * 1024 * 1024;
} // namespace ProfileLimit

//! The profile that works against the application's own server, as it is before anybody touched it.
Profile practiceProfile();
QString practiceProfileId();
bool isPractice(const Profile &profile);

//! Random, and fit for a file name and for the name of a key.
QString newProfileId();
bool isProfileId(const QString &text);

/*!
 * Where the API of a checked profile stands; nothing for the practice profile, whose server gets
 * its address when it starts, and for a custom base URL that does not pass the check.
 */
std::optional<QUrl> baseUrlOf(const Profile &profile);

//! What a client of the API needs of a checked profile; nothing where baseUrlOf() gives nothing.
std::optional<ApiAccess> apiAccess(const Profile &profile, const Secret &key);

/*!
 * True if both send to the same place. A key goes with the place for which it was entered: after an
 * edit that this denies, the kept key must be asked for again and never be sent.
 */
bool sendToTheSameApi(const Profile &one, const Profile &other);

} // namespace desk

Q_DECLARE_METATYPE(desk::Profile)
