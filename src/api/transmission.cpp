// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "transmission.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using Transport = HttpOutcome::Transport;

// Errors by which Qt tells nothing but the status of a whole answer; 400 and 418 have one of their
// own.
bool speaksOfStatus(QNetworkReply::NetworkError error)
{
    return (error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError)
        || error == QNetworkReply::ProtocolInvalidOperationError
        || (error >= QNetworkReply::InternalServerError
            && error <= QNetworkReply::UnknownServerError);
}

} // namespace

Transmission::Transmission(QNetworkReply *reply, const ApiRequest &request, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
{
    // Queued, because whoever hears of the end may delete anything, and a reply must not be deleted
    // while it emits.
    connect(reply, &QNetworkReply::finished, this, &Transmission::finish, Qt::QueuedConnection);
    connect(reply, &QNetworkReply::readyRead, this, &Transmission::readMore);
    connect(reply, &QNetworkReply::metaDataChanged, this, &Transmission::noteFirstByte);
    connect(reply, &QNetworkReply::requestSent, this, &Transmission::noteSent);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsProblem = tlsProblemOf(errors); // and nothing else: they stay errors
    });

    // Timers of our own rather than Qt's transfer timeout: that one cannot be told from an abort,
    // counts the time a server needs to think as idle, and lets a body trickle for ever.
    m_clock.start();
    m_connecting.setSingleShot(true);
    m_deadline.setSingleShot(true);
    m_silence.setSingleShot(true);
    m_silence.setInterval(request.longestSilence);
    connect(&m_connecting, &QTimer::timeout, this, &Transmission::giveUpConnecting);
    connect(&m_deadline, &QTimer::timeout, this, &Transmission::giveUpWaiting);
    connect(&m_silence, &QTimer::timeout, this, &Transmission::giveUpWaiting);
    m_connecting.start(request.longestConnecting);
    m_deadline.start(request.deadline);
}

Transmission::~Transmission()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->deleteLater();
}

HttpOutcome Transmission::outcomeSoFar() const
{
    if (m_reply)
        return outcome(Transport::Cancelled);
    HttpOutcome outcome;
    outcome.transport = Transport::Cancelled;
    return outcome;
}

void Transmission::noteSent()
{
    m_connecting.stop();
    m_timings.sent = elapsed();
}

void Transmission::noteFirstByte()
{
    m_silence.start();
    if (!m_timings.firstByte)
        m_timings.firstByte = elapsed();
}

void Transmission::giveUpConnecting()
{
    if (!m_reply || m_reply->isFinished())
        return;
    m_stopWords = u"no connection within %1 s"_s.arg(m_connecting.interval() / 1000);
    stop(Transport::Deadline);
}

void Transmission::readMore()
{
    if (m_stopReason != Transport::Complete)
        return;
    m_silence.start();
    m_body += m_reply->readAll();
    if (m_body.size() > (status() >= 400 ? largestErrorBody : largestBody))
        stop(Transport::TooLarge);
}

void Transmission::giveUpWaiting()
{
    // All of it may be there already, with finish() about to be called.
    if (m_reply && !m_reply->isFinished())
        stop(Transport::Deadline);
}

void Transmission::stop(Transport reason)
{
    if (m_stopReason != Transport::Complete)
        return;
    m_stopReason = reason;
    m_reply->disconnect(this);
    // Not abort(): it emits finished() on the spot, and complains where an error is known already.
    // Deleting the reply, which the destructor does, closes the connection as well.
    QMetaObject::invokeMethod(this, &Transmission::finish, Qt::QueuedConnection);
}

void Transmission::finish()
{
    if (!m_reply || std::exchange(m_hasEnded, true))
        return;
    readMore();
    m_connecting.stop();
    m_deadline.stop();
    m_silence.stop();
    Q_EMIT finished(outcome(transport()));
}

HttpOutcome Transmission::outcome(Transport transport) const
{
    HttpOutcome outcome;
    outcome.transport = transport;
    outcome.status = status();
    outcome.contentType = m_reply->rawHeader("Content-Type");
    outcome.location = m_reply->rawHeader("Location");
    outcome.retryAfter = m_reply->rawHeader("Retry-After");
    outcome.retryAfterMs = m_reply->rawHeader("retry-after-ms");
    outcome.headers = m_reply->rawHeaderPairs();
    outcome.tlsProblem = m_tlsProblem;
    outcome.timings = m_timings;
    outcome.timings.done = elapsed();
    if (m_stopReason != Transport::Complete)
        outcome.reason = m_stopWords;
    else if (transport != Transport::Complete && transport != Transport::Cancelled)
        outcome.reason = m_reply->errorString();
    if (transport != Transport::TooLarge)
        outcome.body = m_body;
    return outcome;
}

std::chrono::milliseconds Transmission::elapsed() const
{
    return std::chrono::milliseconds(m_clock.elapsed());
}

int Transmission::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

Transport Transmission::transport() const
{
    if (m_stopReason != Transport::Complete)
        return m_stopReason;
    const QNetworkReply::NetworkError error = m_reply->error();
    if (error == QNetworkReply::NoError || (status() >= 400 && speaksOfStatus(error)))
        return Transport::Complete;
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
        // Qt may have sent the request, lost the connection and been refused when it tried again.
        return m_timings.sent ? Transport::Broken : Transport::NotConnected;
    case QNetworkReply::SslHandshakeFailedError:
        return Transport::Tls;
    default:
        return Transport::Broken;
    }
}

} // namespace desk
