// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profilecheck.h"

#include "linkhost.h"
#include "profilename.h"

#include "core/baseurl.h"
#include "core/inputtext.h"

#include <algorithm>

namespace desk {

namespace {

using Field = ProfileError::Field;
using Problem = ProfileError::Problem;

Problem problemOf(BaseUrlProblem problem)
{
    switch (problem) {
    case BaseUrlProblem::Missing:
        return Problem::Missing;
    case BaseUrlProblem::TooLong:
        return Problem::TooLong;
    case BaseUrlProblem::UserInfo:
        return Problem::UserInfo;
    case BaseUrlProblem::QueryOrFragment:
        return Problem::QueryOrFragment;
    case BaseUrlProblem::NotAnAddress:
        return Problem::NotAnAddress;
    case BaseUrlProblem::NotWhole:
        return Problem::NotWhole;
    case BaseUrlProblem::PlainHttp:
        return Problem::PlainHttp;
    case BaseUrlProblem::OtherScheme:
        return Problem::OtherScheme;
    }
    Q_UNREACHABLE();
}

// With these a name could be made to read as another where the production guard names it.
std::optional<Problem> problemOfName(const Profile &profile, const QList<Profile> &others)
{
    if (foldedName(profile.name).isEmpty())
        return Problem::Missing;
    if (profile.name.size() > ProfileLimit::name)
        return Problem::TooLong;
    if (hasDeceptiveCharacters(profile.name))
        return Problem::ControlCharacters;
    if (isNameTaken(profile.name, profile.id, others))
        return Problem::Taken;
    return std::nullopt;
}

std::optional<Problem> problemOfBaseUrl(const Profile &profile)
{
    if (profile.region != Region::Custom)
        return std::nullopt;
    const Result<QUrl, BaseUrlProblem> url = checkBaseUrl(profile.customBaseUrl);
    return url ? std::nullopt : std::optional(problemOf(url.error()));
}

QList<ProfileError> errorsOfHosts(const QStringList &hosts)
{
    if (hosts.size() > ProfileLimit::linkHosts)
        return {{Field::LinkHosts, Problem::TooMany}};
    QList<ProfileError> errors;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const auto host = checkLinkHost(hosts.at(i));
        if (!host)
            errors.append({Field::LinkHosts, host.error(), i});
    }
    return errors;
}

QList<ProfileError> changesOfPractice(const Profile &profile)
{
    const Profile practice = practiceProfile();
    QList<ProfileError> errors;
    const auto expect = [&errors](bool isSame, Field field) {
        if (!isSame)
            errors.append({field, Problem::Fixed});
    };
    expect(profile.name == practice.name, Field::Name);
    expect(profile.region == practice.region, Field::Region);
    expect(profile.customBaseUrl == practice.customBaseUrl, Field::BaseUrl);
    expect(profile.kind == practice.kind, Field::Kind);
    expect(profile.linkHosts == practice.linkHosts, Field::LinkHosts);
    return errors;
}

} // namespace

Profile cleanedProfile(const Profile &draft)
{
    Profile profile = draft;
    profile.name = cleanedInput(draft.name).normalized(QString::NormalizationForm_C);
    if (profile.region != Region::Custom)
        profile.customBaseUrl.clear();
    else if (const auto url = checkBaseUrl(draft.customBaseUrl))
        profile.customBaseUrl = url->toString(QUrl::FullyEncoded);
    profile.linkHosts.clear();
    for (const QString &typed : draft.linkHosts) {
        const auto host = checkLinkHost(typed);
        profile.linkHosts.append(host ? *host : typed);
    }
    profile.linkHosts.removeDuplicates();
    return profile;
}

QList<ProfileError> checkProfile(const Profile &draft, const QList<Profile> &others)
{
    const Profile profile = cleanedProfile(draft);
    if (isPractice(profile))
        return changesOfPractice(profile);
    QList<ProfileError> errors;
    if (const auto problem = problemOfName(profile, others))
        errors.append({Field::Name, *problem});
    if (const auto problem = problemOfBaseUrl(profile))
        errors.append({Field::BaseUrl, *problem});
    if (profile.kind != ProfileKind::Development && profile.kind != ProfileKind::Production)
        errors.append({Field::Kind, Problem::UnknownValue});
    // The hosts as they were typed, so that an index means the line in the form.
    return errors + errorsOfHosts(draft.linkHosts);
}

std::optional<ProfileError> errorOf(ProfileError::Field field, const QList<ProfileError> &errors)
{
    for (const ProfileError &error : errors) {
        if (error.field == field)
            return error;
    }
    return std::nullopt;
}

} // namespace desk
