// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/connectlink.h"
#include "http/httpmessage.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>

namespace desk {

/*!
 * The page that hosts a flow in the system's browser, without the socket: any request in, its
 * answer out. It decides who may ask, before anybody looks at what is asked:
 *
 * Requests for another host name are refused (a foreign page may have let its name point at this
 * machine), and so are calls that do not come from the page's own origin. The page is handed out
 * once, at an address of 160 random bits; what it calls with, a second secret, is in the answer
 * alone. A tab that has the secret keeps it for as long as the tab lives, so that the person may
 * load the page again; anybody else who finds the address, in a history for example, is told that
 * it was used. Neither secret holds for longer than until renew(). Nothing here grows with the
 * number of requests.
 */
class HandOverPage {
public:
    //! What may be heard from the page; called from within answer().
    struct Events {
        std::function<void()> fetched; //!< the page was handed out
        std::function<void()> started; //!< it runs, for the first time or again
        std::function<void(bool isLoaded)> present; //!< it is still there; and whether its frame is
        std::function<void()> left; //!< it says goodbye
        //! A report of the gate; whether it was understood.
        std::function<bool(const QJsonObject &)> reported;
        std::function<void(const QString &)> refused; //!< why a request was
    };

    //! The longest body of a call. The gate's longest report has fifty entries.
    static constexpr qsizetype maximumBodySize = qsizetype{128} * 1024;

    HandOverPage(ConnectLink link, std::chrono::milliseconds poll, Events events);

    //! Where it is reached, "http://127.0.0.1:1234"; before anything else.
    void setOrigin(const QString &origin);
    //! Voids every address and secret that there was, and gives a new address.
    QUrl renew();
    //! Voids them, and that is all.
    void retire();
    //! What the reports of the current page are marked with; no secret.
    const QString &load() const { return m_load; }

    HttpResponse answer(const HttpRequest &request);

private:
    HttpResponse page(const HttpRequest &request);
    HttpResponse call(const HttpRequest &request);
    HttpResponse act(const QString &path, const QJsonObject &body);
    HttpResponse start();
    HttpResponse refuse(int status, const QString &why) const;
    bool isSpent(const QByteArray &path) const;

    ConnectLink m_link;
    std::chrono::milliseconds m_poll;
    Events m_events;
    QByteArray m_origin;
    QByteArray m_host;

    QByteArray m_path; // of the current page; empty if there is none
    QByteArray m_secret;
    QString m_load;
    bool m_isFetched = false;
    int m_visit = 0; // one for each start of the page
    QList<QByteArray> m_spentPaths; // answered with a word of explanation
};

} // namespace desk
