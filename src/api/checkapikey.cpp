// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "checkapikey.h"

#include "jsonreader.h"

using namespace Qt::StringLiterals;

namespace desk {

ApiRequest CheckApiKey::request()
{
    ApiRequest request;
    request.name = u"checkApiKey"_s;
    request.path = "/check-api-key";
    return request;
}

Result<EnvironmentInfo, QString> CheckApiKey::parse(const QJsonObject &data)
{
    JsonReader reader(data, u"data"_s);
    EnvironmentInfo info{reader.textThatIsNotEmpty("environment_id"_L1), data};
    if (reader.problem())
        return Unexpected{*reader.problem()};
    return info;
}

} // namespace desk
