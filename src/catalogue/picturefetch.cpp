// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "picturefetch.h"

#include "webaddress.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request(url);
    // Qt's own following knows neither our rules for addresses nor a limit on the whole.
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "image/svg+xml, image/png, image/jpeg, image/gif, image/webp");
    request.setRawHeader("User-Agent", "ConnectDesk");
    return request;
}

} // namespace

PictureFetch::PictureFetch(
    QNetworkAccessManager &network, const QUrl &url, Limits limits, QObject *parent)
    : QObject(parent)
    , m_network(&network)
    , m_limits(limits)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end(std::nullopt); });
    m_deadline.start(limits.time);
    send(url);
}

PictureFetch::~PictureFetch()
{
    dropReply();
}

void PictureFetch::send(const QUrl &url)
{
    m_url = url;
    m_reply = m_network->get(requestFor(url));
    // What is unread here stays unread on the wire.
    m_reply->setReadBufferSize(m_limits.bytes);
    connect(m_reply, &QNetworkReply::readyRead, this, &PictureFetch::readMore);
    // Queued, because a reply must not be deleted while it emits.
    connect(
        m_reply, &QNetworkReply::finished, this, &PictureFetch::finishReply, Qt::QueuedConnection);
}

void PictureFetch::readMore()
{
    if (!m_reply)
        return;
    m_bytes += m_reply->read(m_limits.bytes + 1 - m_bytes.size());
    if (m_bytes.size() > m_limits.bytes)
        QMetaObject::invokeMethod(
            this, [this] { end(std::nullopt); }, Qt::QueuedConnection);
}

void PictureFetch::finishReply()
{
    if (!m_reply)
        return;
    readMore();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400) {
        follow(m_reply->header(QNetworkRequest::LocationHeader).toUrl());
        return;
    }
    // An answer that was cut off has its status and an error.
    const bool isWhole = status == 200 && m_reply->error() == QNetworkReply::NoError
        && m_bytes.size() <= m_limits.bytes && !m_bytes.isEmpty();
    end(isWhole ? std::optional(m_bytes) : std::nullopt);
}

void PictureFetch::follow(const QUrl &target)
{
    const QUrl url = m_url.resolved(target);
    const bool mayGo = ++m_redirects <= m_limits.redirects && !target.isEmpty() && isWebAddress(url)
        && url.scheme() == m_url.scheme();
    if (!mayGo || !m_network) {
        end(std::nullopt);
        return;
    }
    dropReply();
    m_bytes.clear();
    send(url);
}

void PictureFetch::end(const std::optional<QByteArray> &bytes)
{
    if (!m_deadline.isActive() && !m_reply)
        return; // it has ended before
    m_deadline.stop();
    dropReply();
    Q_EMIT finished(bytes);
}

void PictureFetch::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

} // namespace desk
