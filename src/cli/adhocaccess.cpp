// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "adhocaccess.h"

#include "core/apikey.h"
#include "core/baseurl.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(desk::CommandLine)
};

Unexpected<QString> refused(const QString &sentence)
{
    return Unexpected{sentence};
}

QString sentence(BaseUrlProblem problem)
{
    switch (problem) {
    case BaseUrlProblem::Missing:
        return Words::tr("--base-url needs an address, such as https://api.kombo.dev/v1.");
    case BaseUrlProblem::TooLong:
        return Words::tr("--base-url is far too long for an address.");
    case BaseUrlProblem::UserInfo:
        return Words::tr("--base-url must not hold a user name or password; the key is read "
                         "from CONNECT_DESK_API_KEY.");
    case BaseUrlProblem::QueryOrFragment:
        return Words::tr("--base-url must not hold a query or a fragment: leave out what "
                         "stands behind “?” or “#”.");
    case BaseUrlProblem::NotAnAddress:
        return Words::tr("--base-url is not an address.");
    case BaseUrlProblem::NotWhole:
        return Words::tr("--base-url needs a whole address, with https:// in front.");
    case BaseUrlProblem::PlainHttp:
        return Words::tr("--base-url must begin with https: the key would travel "
                         "unencrypted. Plain http is for this machine only.");
    case BaseUrlProblem::OtherScheme:
        return Words::tr("--base-url must begin with https.");
    }
    Q_UNREACHABLE();
}

QString sentence(ApiKeyProblem problem)
{
    switch (problem) {
    case ApiKeyProblem::Missing:
        //: %1 is the name of an environment variable
        return Words::tr("--base-url needs the API key in the environment variable %1, which "
                         "is empty or not set.");
    case ApiKeyProblem::TooLong:
        //: %1 is the name of an environment variable
        return Words::tr("%1 is far too long for an API key.");
    case ApiKeyProblem::NotAKey:
        //: %1 is the name of an environment variable
        return Words::tr("%1 holds a blank, a line break or a letter that no API key has. Copy "
                         "the key once more, alone.");
    }
    Q_UNREACHABLE();
}

} // namespace

Result<QUrl, QString> checkedBaseUrl(const QString &text)
{
    Result<QUrl, BaseUrlProblem> url = checkBaseUrl(text);
    if (!url)
        return refused(sentence(url.error()));
    return *url;
}

Result<Secret, QString> checkedApiKey(const QString &text, const QString &variable)
{
    const Result<Secret, ApiKeyProblem> key = cleanedApiKey(text);
    if (!key)
        return refused(sentence(key.error()).arg(variable));
    return *key;
}

} // namespace desk
