// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "connectlink.h"

#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Problem = LinkError::Problem;

bool isAtOrBelow(const QString &host, const QString &domain)
{
    return host == domain || host.endsWith(u'.' + domain);
}

bool isTrustedHost(const QString &host, const ApiAccess &access)
{
    if (isAtOrBelow(host, u"kombo.dev"_s))
        return true;
    if (host == access.baseUrl.host())
        return true;
    // A server on this machine may answer as localhost and as 127.0.0.1.
    if (isLoopbackHost(host) && isLoopbackHost(access.baseUrl.host()))
        return true;
    return std::any_of(access.linkHosts.cbegin(), access.linkHosts.cend(),
        [&host](const QString &known) { return host == known.toLower(); });
}

int defaultPort(const QString &scheme)
{
    return scheme == "https"_L1 ? 443 : 80;
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    return host == "localhost"_L1 || host == "::1"_L1 || host == "127.0.0.1"_L1;
}

QString originOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    const QString bracketed =
        host.contains(u':') && !host.startsWith(u'[') ? u'[' + host + u']' : host;
    QString origin = url.scheme() + "://"_L1 + bracketed;
    const int port = url.port();
    if (port != -1 && port != defaultPort(url.scheme()))
        origin += u':' + QString::number(port);
    return origin;
}

Result<ConnectLink, LinkError> ConnectLink::check(const QString &link, const ApiAccess &access)
{
    if (link.isEmpty())
        return Unexpected{LinkError{Problem::Empty, {}, {}}};
    if (link.size() > maximumLength)
        return Unexpected{LinkError{Problem::TooLong, {}, {}}};

    const QUrl url(link, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative())
        return Unexpected{LinkError{Problem::NotAnAddress, {}, {}}};

    const LinkError refusal{Problem::Scheme, url.scheme(), url.host()};
    const auto refused = [&refusal](Problem problem) {
        LinkError error = refusal;
        error.problem = problem;
        return Unexpected{error};
    };
    const bool isHttp = url.scheme() == "http"_L1;
    if (!isHttp && url.scheme() != "https"_L1)
        return refused(Problem::Scheme);
    if (url.host().isEmpty())
        return refused(Problem::NotAnAddress);
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return refused(Problem::UserInfo);
    if (isHttp && !isLoopbackHost(url.host()))
        return refused(Problem::PlainHttp);
    if (!isTrustedHost(url.host(), access))
        return refused(Problem::ForeignHost);
    return ConnectLink(url);
}

QString ConnectLink::origin() const
{
    return originOf(m_url);
}

bool ConnectLink::isLoopback() const
{
    return isLoopbackHost(m_url.host());
}

QList<Secret> ConnectLink::secrets() const
{
    constexpr qsizetype shortestToken = 16;
    QList<Secret> secrets{Secret(m_url.toString(QUrl::FullyEncoded))};
    const auto parameters = QUrlQuery(m_url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : parameters) {
        if (value.size() >= shortestToken)
            secrets.append(Secret(value));
    }
    return secrets;
}

ConnectLink ConnectLink::onAutopilot(AutopilotPace pace) const
{
    if (!isLoopback())
        return *this;
    QUrl url = m_url;
    url.setFragment(pace == AutopilotPace::InView ? u"autopilot-in-view"_s : u"autopilot"_s);
    return ConnectLink(url);
}

} // namespace desk
