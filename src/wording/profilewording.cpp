// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilewording.h"

#include "core/baseurl.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace desk::ProfileWording {

namespace {

using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

constexpr qsizetype longestHost = 253;

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::ProfileWording)
};

// What a sentence is about: the field, or the one host of several.
QString subject(const ProfileError &error)
{
    if (error.field == Field::LinkHosts && error.index >= 0)
        //: %1 is the number of a line, from 1
        return Words::tr("Link host in line %1").arg(error.index + 1);
    return label(error.field);
}

QString missing(const ProfileError &error)
{
    switch (error.field) {
    case Field::Name:
        return Words::tr("Name is missing: every profile needs one.");
    case Field::BaseUrl:
        return Words::tr("Base URL is missing: enter the address of the API, such as "
                         "https://kombo.example.com/v1.");
    default:
        //: %1 is the label of a field
        return Words::tr("%1 is missing.").arg(subject(error));
    }
}

std::optional<qsizetype> limitOf(Field field)
{
    switch (field) {
    case Field::Name:
        return ProfileLimit::name;
    case Field::Id:
        return ProfileLimit::id;
    case Field::BaseUrl:
        return longestBaseUrl;
    case Field::LinkHosts:
        return longestHost;
    default:
        return std::nullopt;
    }
}

QString tooLong(const ProfileError &error)
{
    if (const auto limit = limitOf(error.field))
        //: %1 is the label of a field, %2 the greatest number of characters
        return Words::tr("%1 must not be longer than %2 characters.")
            .arg(subject(error))
            .arg(*limit);
    //: %1 is the label of a field
    return Words::tr("%1 is too long.").arg(subject(error));
}

QString tooMany(const ProfileError &error)
{
    if (error.field == Field::Whole)
        //: %1 is a number
        return Words::tr("Profile list is full: there can be %1 of them.")
            .arg(ProfileLimit::profiles);
    if (error.field == Field::LinkHosts)
        //: %1 is a number
        return Words::tr("Allowed link hosts are too many: there can be %1 of them.")
            .arg(ProfileLimit::linkHosts);
    //: %1 is the label of a field
    return Words::tr("%1 has too many values.").arg(subject(error));
}

QString aboutTheList(const ProfileError &error)
{
    const bool isWhole = error.field == Field::Whole;
    switch (error.problem) {
    case Problem::Fixed:
        if (isWhole)
            return Words::tr("Profile Practice belongs to the application: it cannot be deleted, "
                             "duplicated or moved.");
        //: %1 is the label of a field
        return Words::tr("%1 of Practice belongs to the application and stays as it is.")
            .arg(subject(error));
    case Problem::NotFound:
        if (isWhole)
            return Words::tr("Profile does not exist any more: it was deleted meanwhile.");
        //: %1 is the label of a field
        return Words::tr("%1 cannot be found.").arg(subject(error));
    case Problem::AlreadyThere:
        if (isWhole)
            return Words::tr("Profile is in the list already, with the same values.");
        //: %1 is the label of a field
        return Words::tr("%1 is there already.").arg(subject(error));
    default:
        Q_UNREACHABLE();
    }
}

// One text for each problem of a value; %1 is the label of the field.
QString pattern(Problem problem)
{
    switch (problem) {
    case Problem::ControlCharacters:
        return Words::tr("%1 contains a line break or another character that cannot be shown.");
    case Problem::Taken:
        return Words::tr(
            "%1 is taken by another profile. Capitals and accents make no difference.");
    case Problem::WrongType:
        return Words::tr("%1 is not of the type that belongs there.");
    case Problem::UnknownValue:
        return Words::tr("%1 has a value that is not known here.");
    case Problem::UserInfo:
        return Words::tr("%1 must not contain a user name or password.");
    case Problem::QueryOrFragment:
        return Words::tr("%1 must end with its path, without “?” or “#”.");
    case Problem::NotAnAddress:
        return Words::tr("%1 is not a web address.");
    case Problem::NotWhole:
        return Words::tr("%1 needs a whole address that begins with https://.");
    case Problem::PlainHttp:
        return Words::tr("%1 must begin with https://, or the key would travel unencrypted. Plain "
                         "http is for this computer only.");
    case Problem::OtherScheme:
        return Words::tr("%1 must begin with https://.");
    case Problem::WholeAddress:
        return Words::tr("%1 must be a host alone, such as connect.example.com: no https://, port "
                         "or path.");
    case Problem::Wildcard:
        return Words::tr("%1 must not contain “*”: list each host by itself.");
    case Problem::IpAddress:
        return Words::tr("%1 must be a name, not an IP address.");
    case Problem::International:
        return Words::tr("%1 must be written in plain letters from a to z: other scripts can look "
                         "like another host.");
    case Problem::WithoutDot:
        return Words::tr("%1 needs a dot, as in connect.example.com.");
    case Problem::NotAHost:
        return Words::tr("%1 is not a host name.");
    default:
        Q_UNREACHABLE();
    }
}

QString placeWithoutUrl(const Profile &profile)
{
    return profile.kind == ProfileKind::Practice ? Words::tr("This computer")
                                                 : Words::tr("No base URL");
}

} // namespace

QString label(ProfileError::Field field)
{
    switch (field) {
    case Field::Whole:
        return Words::tr("Profile");
    case Field::Id:
        return Words::tr("ID");
    case Field::Name:
        return Words::tr("Name");
    case Field::Region:
        return Words::tr("Region");
    case Field::BaseUrl:
        return Words::tr("Base URL");
    case Field::Kind:
        //: Development or production
        return Words::tr("Kind");
    case Field::LinkHosts:
        return Words::tr("Allowed link hosts");
    case Field::Category:
        return Words::tr("Category");
    case Field::Language:
        return Words::tr("Language");
    case Field::OriginIds:
        return Words::tr("Origin ID required");
    case Field::Placement:
        return Words::tr("Show flows without a frame");
    }
    Q_UNREACHABLE();
}

QString sentence(const ProfileError &error)
{
    switch (error.problem) {
    case Problem::Missing:
        return missing(error);
    case Problem::TooLong:
        return tooLong(error);
    case Problem::TooMany:
        return tooMany(error);
    case Problem::Fixed:
    case Problem::NotFound:
    case Problem::AlreadyThere:
        return aboutTheList(error);
    default:
        return pattern(error.problem).arg(subject(error));
    }
}

QString sentences(const QList<ProfileError> &errors)
{
    QStringList all;
    for (const ProfileError &error : errors)
        all.append(sentence(error));
    return all.join(u' ');
}

QString name(Region region)
{
    switch (region) {
    case Region::Eu:
        //: The region of an environment
        return Words::tr("EU");
    case Region::Us:
        //: The region of an environment
        return Words::tr("US");
    case Region::Custom:
        //: In place of a region: an address of one's own
        return Words::tr("Custom base URL");
    }
    Q_UNREACHABLE();
}

QString name(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Practice:
        return Words::tr("Practice");
    case ProfileKind::AdHoc:
        return Words::tr("Custom base URL");
    case ProfileKind::Development:
        return Words::tr("Development");
    case ProfileKind::Production:
        return Words::tr("Production");
    }
    Q_UNREACHABLE();
}

QString effect(ProfileKind kind)
{
    switch (kind) {
    case ProfileKind::Practice:
        return Words::tr("Everything stays on this computer; no client is connected for real.");
    case ProfileKind::AdHoc:
        return Words::tr("An address of the command line; it is not kept.");
    case ProfileKind::Development:
        return Words::tr("For tests: links are created without asking first.");
    case ProfileKind::Production:
        return Words::tr("Real clients: asks each time before something is created, reconnected "
                         "or deleted.");
    }
    Q_UNREACHABLE();
}

QString place(const Profile &profile)
{
    const std::optional<QUrl> url = baseUrlOf(profile);
    if (!url)
        return placeWithoutUrl(profile);
    if (url->port() < 0)
        return url->host();
    return url->host() + u':' + QString::number(url->port());
}

QString proposedName(Region region, ProfileKind kind)
{
    const bool isProduction = kind == ProfileKind::Production;
    switch (region) {
    case Region::Eu:
        return isProduction ? Words::tr("EU production") : Words::tr("EU development");
    case Region::Us:
        return isProduction ? Words::tr("US production") : Words::tr("US development");
    case Region::Custom:
        return isProduction ? Words::tr("Custom production") : Words::tr("Custom development");
    }
    Q_UNREACHABLE();
}

QString wordForCopy()
{
    //: Behind the name of a profile that was duplicated, as in "Acme EU copy"
    return Words::tr("copy");
}

} // namespace desk::ProfileWording
