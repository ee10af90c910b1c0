// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apiaccess.h"
#include "result.h"
#include "secret.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

namespace desk {

//! Why an address is not opened as a link. host and scheme may be shown; the rest of a link never.
struct LinkError {
    enum class Problem {
        Empty,
        TooLong,
        NotAnAddress,
        Scheme, //!< neither https nor http
        PlainHttp, //!< http to a host other than this machine
        UserInfo, //!< a user name stands before the host, as in https://connect.kombo.dev@evil
        ForeignHost,
    };

    Problem problem = Problem::Empty;
    QString scheme;
    QString host;
};

//! How fast the practice flow presses its own buttons.
enum class AutopilotPace {
    AtOnce,
    InView, //!< the last page stays long enough for a picture to be taken of it
};

/*!
 * A link that has passed the link check and may be loaded; only check() makes one. The whole
 * address is a secret (its query carries a token that is valid for up to a year), host() and
 * origin() are not.
 */
class ConnectLink {
public:
    static constexpr qsizetype maximumLength = qsizetype{16} * 1024;

    /*!
     * Accepts https at kombo.dev or below, at the API's own host or at a listed link host; plain
     * http only on loopback, and only if the API is on loopback too (design section 4).
     */
    static Result<ConnectLink, LinkError> check(const QString &link, const ApiAccess &access);

    const QUrl &url() const { return m_url; }
    QString host() const { return m_url.host(); }
    //! As the browser writes it in MessageEvent.origin: no default port, no trailing slash.
    QString origin() const;
    bool isLoopback() const;
    //! What must not be recorded: the address, and what may turn up without the address around it.
    //! Short values of the query, such as a language, are ordinary words.
    QList<Secret> secrets() const;

    //! The same link with the mark that lets the practice flow press its own buttons; a link that
    //! leaves this machine stays as it is.
    ConnectLink onAutopilot(AutopilotPace pace = AutopilotPace::AtOnce) const;

    friend bool operator==(const ConnectLink &, const ConnectLink &) = default;

private:
    explicit ConnectLink(QUrl url)
        : m_url(std::move(url))
    {
    }

    QUrl m_url;
};

//! "localhost" or a loopback address; names that merely resolve to one do not count.
bool isLoopbackHost(const QString &host);

//! The origin of any web address, as MessageEvent.origin writes it.
QString originOf(const QUrl &url);

} // namespace desk
