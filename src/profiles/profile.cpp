// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "profile.h"

#include "core/baseurl.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

QString practiceProfileId()
{
    return u"practice"_s;
}

Profile practiceProfile()
{
    Profile profile;
    profile.id = practiceProfileId();
    profile.name = u"Practice"_s;
    profile.kind = ProfileKind::Practice;
    // Nobody has a system of their own to name a practice client in.
    profile.originIds = OriginIdPolicy::Optional;
    return profile;
}

bool isPractice(const Profile &profile)
{
    return profile.id == practiceProfileId();
}

QString newProfileId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool isProfileId(const QString &text)
{
    return !text.isEmpty() && text.size() <= ProfileLimit::id
        && std::all_of(text.cbegin(), text.cend(), [](QChar character) {
               return (character >= u'a' && character <= u'z')
                   || (character >= u'0' && character <= u'9') || character == u'-';
           });
}

std::optional<QUrl> baseUrlOf(const Profile &profile)
{
    if (profile.kind == ProfileKind::Practice)
        return std::nullopt;
    switch (profile.region) {
    case Region::Eu:
        return QUrl(u"https://api.kombo.dev/v1"_s);
    case Region::Us:
        return QUrl(u"https://api.us.kombo.dev/v1"_s);
    case Region::Custom:
        break;
    }
    const Result<QUrl, BaseUrlProblem> url = checkBaseUrl(profile.customBaseUrl);
    return url ? std::optional(*url) : std::nullopt;
}

std::optional<ApiAccess> apiAccess(const Profile &profile, const Secret &key)
{
    const std::optional<QUrl> baseUrl = baseUrlOf(profile);
    if (!baseUrl)
        return std::nullopt;
    return ApiAccess{profile.kind, *baseUrl, key, profile.linkHosts};
}

bool sendToTheSameApi(const Profile &one, const Profile &other)
{
    return baseUrlOf(one) == baseUrlOf(other);
}

} // namespace desk
