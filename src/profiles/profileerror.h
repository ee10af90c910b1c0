// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QObject>
#include <QString>

namespace desk {

/*!
 * Why a profile, or something that was to be done with one, is refused. Carries facts only; the
 * sentences come from src/wording.
 */
struct ProfileError {
    Q_GADGET
public:
    enum class Field {
        Whole, //!< the profile as such
        Id,
        Name,
        Region,
        BaseUrl,
        Kind,
        LinkHosts,
        Category,
        Language,
        OriginIds,
        Placement,
    };
    Q_ENUM(Field)

    enum class Problem {
        Missing,
        TooLong,
        TooMany, //!< of Field::Whole: the list is full
        ControlCharacters, //!< or marks that turn the direction of writing
        Taken, //!< the name, whatever its capitals and accents
        Fixed, //!< belongs to the practice profile and stays as it is
        NotFound, //!< there is no profile of this id
        AlreadyThere, //!< the same profile is in the list
        WrongType, //!< of JSON
        UnknownValue,
        // of Field::BaseUrl, as in BaseUrlProblem
        UserInfo,
        QueryOrFragment,
        NotAnAddress,
        NotWhole,
        PlainHttp,
        OtherScheme,
        // of Field::LinkHosts
        WholeAddress, //!< more than a host: a scheme, a port, a path or a user
        Wildcard,
        IpAddress, //!< in any notation that a browser takes for one
        International, //!< outside ASCII, or its xn-- form; both can be mistaken for another host
        WithoutDot,
        NotAHost,
    };
    Q_ENUM(Problem)

    Field field = Field::Whole;
    Problem problem = Problem::Missing;
    qsizetype index = -1; //!< of Field::LinkHosts: which one, from 0; otherwise -1

    friend bool operator==(const ProfileError &, const ProfileError &) = default;
};

//! A profile in a file that is not used, and every reason.
struct LeftOutProfile {
    qsizetype row = 0; //!< its place in the file, from 0
    QString name; //!< for people, cut to a sane length; empty if there is none
    QList<ProfileError> errors;

    friend bool operator==(const LeftOutProfile &, const LeftOutProfile &) = default;
};

} // namespace desk
