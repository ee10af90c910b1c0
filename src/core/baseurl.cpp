// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "baseurl.h"

#include "connectlink.h"
#include "inputtext.h"

using namespace Qt::StringLiterals;

namespace desk {

Result<QUrl, BaseUrlProblem> checkBaseUrl(const QString &text)
{
    using Problem = BaseUrlProblem;
    const QString cleaned = cleanedInput(text);
    if (cleaned.isEmpty())
        return Unexpected{Problem::Missing};
    if (cleaned.size() > longestBaseUrl)
        return Unexpected{Problem::TooLong};
    if (cleaned.contains(u'@'))
        return Unexpected{Problem::UserInfo};
    if (cleaned.contains(u'?') || cleaned.contains(u'#'))
        return Unexpected{Problem::QueryOrFragment};
    QUrl url(cleaned, QUrl::StrictMode);
    if (!url.isValid())
        return Unexpected{Problem::NotAnAddress};
    if (url.isRelative() || url.host().isEmpty())
        return Unexpected{Problem::NotWhole};
    if (url.scheme() == "http"_L1 && !isLoopbackHost(url.host()))
        return Unexpected{Problem::PlainHttp};
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return Unexpected{Problem::OtherScheme};
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace desk
