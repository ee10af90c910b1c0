// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "handoverpage.h"

#include "core/randomword.h"
#include "handoverdocument.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr qsizetype secretLength = 27; // 160 bits
constexpr qsizetype mostSpentPaths = 100;
const QString callPrefix = u"/page/"_s;

QByteArray randomSecret()
{
    return randomWord(secretLength).toLatin1();
}

//! A header that stands there exactly once; null otherwise.
QByteArray onlyHeader(const HttpRequest &request, const QByteArray &name)
{
    const auto hasName = [&name](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    };
    const auto count = std::count_if(request.headers.cbegin(), request.headers.cend(), hasName);
    return count == 1 ? request.header(name) : QByteArray();
}

HttpResponse answerOf(int status, const QByteArray &type, const QByteArray &body,
    const QByteArray &policy = "default-src 'none'; frame-ancestors 'none'"_ba)
{
    return {status,
        {{"Cache-Control"_ba, "no-store"_ba}, {"Content-Security-Policy"_ba, policy},
            // Sign-ins of the flow open windows that answer to it; with same-origin they could not.
            {"Cross-Origin-Opener-Policy"_ba, "same-origin-allow-popups"_ba},
            {"Cross-Origin-Resource-Policy"_ba, "same-origin"_ba},
            {"Referrer-Policy"_ba, "no-referrer"_ba}, {"X-Content-Type-Options"_ba, "nosniff"_ba},
            {"X-Frame-Options"_ba, "DENY"_ba}},
        type, body};
}

HttpResponse plain(int status, const QByteArray &sentence)
{
    return answerOf(status, "text/plain; charset=utf-8"_ba, sentence);
}

HttpResponse wrongMethod(const QByteArray &allowed)
{
    HttpResponse response = plain(405, "Only " + allowed + " is answered here.");
    response.headers.append({"Allow"_ba, allowed});
    return response;
}

//! Whether a person went there, as far as the browser says; older ones say nothing.
bool isVisit(const HttpRequest &request)
{
    const QByteArray site = request.header("Sec-Fetch-Site"_ba);
    const QByteArray destination = request.header("Sec-Fetch-Dest"_ba);
    const bool isForeign = !site.isEmpty() && site != "none" && site != "same-origin";
    const bool isDocument = destination.isEmpty() || destination == "document";
    // What a browser fetches on a guess nobody may ever see.
    const bool isGuess = !request.header("Sec-Purpose"_ba).isEmpty();
    return !isForeign && isDocument && !isGuess;
}

bool isFromOrigin(const HttpRequest &request, const QByteArray &origin)
{
    const QByteArray site = request.header("Sec-Fetch-Site"_ba);
    return onlyHeader(request, "Origin"_ba) == origin && (site.isEmpty() || site == "same-origin");
}

} // namespace

HandOverPage::HandOverPage(ConnectLink link, std::chrono::milliseconds poll, Events events)
    : m_link(std::move(link))
    , m_poll(poll)
    , m_events(std::move(events))
{
}

void HandOverPage::setOrigin(const QString &origin)
{
    m_origin = origin.toLatin1();
    m_host = QUrl(origin).authority().toLatin1();
}

QUrl HandOverPage::renew()
{
    retire();
    m_path = '/' + randomSecret();
    m_secret = randomSecret();
    m_load = randomWord(secretLength);
    return QUrl(QString::fromLatin1(m_origin + m_path));
}

void HandOverPage::retire()
{
    if (!m_path.isEmpty())
        m_spentPaths.append(m_path);
    if (m_spentPaths.size() > mostSpentPaths)
        m_spentPaths.removeFirst();
    m_path.clear();
    m_secret.clear();
    m_load.clear();
    m_isFetched = false;
}

HttpResponse HandOverPage::answer(const HttpRequest &request)
{
    if (m_host.isEmpty() || onlyHeader(request, "Host"_ba) != m_host)
        return refuse(421, u"for another host"_s);
    return request.encodedPath.startsWith(callPrefix) ? call(request) : page(request);
}

HttpResponse HandOverPage::page(const HttpRequest &request)
{
    const QByteArray path = request.encodedPath.toLatin1();
    const bool isCurrent = !m_path.isEmpty() && equalSecrets(path, m_path);
    if (!isCurrent && !isSpent(path))
        return plain(404, "There is nothing here."_ba);
    if (request.method != "GET")
        return wrongMethod("GET"_ba);
    const bool isFirst = isCurrent && !m_isFetched;
    if (isFirst && !isVisit(request))
        return refuse(403, u"the page, but not for a person"_s);
    const HandOverDocument document = handOverDocument(m_link, isFirst ? m_secret : QByteArray());
    if (isFirst) {
        m_isFetched = true;
        m_events.fetched();
    }
    return answerOf(
        isFirst ? 200 : 410, "text/html; charset=utf-8"_ba, document.html, document.policy);
}

HttpResponse HandOverPage::call(const HttpRequest &request)
{
    if (request.method != "POST")
        return wrongMethod("POST"_ba);
    if (!isFromOrigin(request, m_origin))
        return refuse(403, u"from another origin"_s);
    // Not one of the types that a form or a page elsewhere may send unasked.
    if (onlyHeader(request, "Content-Type"_ba) != "application/json")
        return refuse(415, u"not JSON"_s);
    if (request.body.size() > maximumBodySize)
        return refuse(413, u"too large"_s);
    const QByteArray secret = onlyHeader(request, "X-Connect-Desk-Page"_ba);
    if (m_secret.isEmpty() || !equalSecrets(secret, m_secret))
        return refuse(410, u"from a page that is not the current one"_s);
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    if (!body.isObject())
        return refuse(400, u"not a JSON object"_s);
    return act(request.encodedPath.sliced(callPrefix.size()), body.object());
}

HttpResponse HandOverPage::act(const QString &path, const QJsonObject &body)
{
    if (path == "start"_L1)
        return start();
    if (path == "present"_L1) {
        HttpResponse response = plain(200, {});
        // Held back, so that the page can ask again at once: browsers let the timers of a page in
        // the background run once a minute, but not what waits for an answer.
        response.delayMs = m_poll.count();
        m_events.present(body["loaded"_L1].toBool());
        return response;
    }
    if (path == "left"_L1) {
        // Of an older visit: the page has been loaded again since.
        if (body["visit"_L1].toInt(-1) == m_visit)
            m_events.left();
        return plain(200, {});
    }
    if (path == "report"_L1)
        return m_events.reported(body) ? plain(200, {}) : refuse(422, u"not understood"_s);
    return plain(404, "There is nothing here."_ba);
}

HttpResponse HandOverPage::start()
{
    ++m_visit;
    const QJsonObject config{
        {u"load"_s, m_load},
        {u"visit"_s, m_visit},
        {u"link"_s, m_link.url().toString(QUrl::FullyEncoded)},
        {u"origin"_s, m_link.origin()},
    };
    m_events.started();
    return answerOf(
        200, "application/json"_ba, QJsonDocument(config).toJson(QJsonDocument::Compact));
}

HttpResponse HandOverPage::refuse(int status, const QString &why) const
{
    m_events.refused(why);
    return plain(status, "Connect Desk does not answer this."_ba);
}

bool HandOverPage::isSpent(const QByteArray &path) const
{
    return std::any_of(m_spentPaths.cbegin(), m_spentPaths.cend(),
        [&path](const QByteArray &spent) { return equalSecrets(path, spent); });
}

} // namespace desk
