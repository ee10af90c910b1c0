// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "httplistener.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

#include <algorithm>
#include <chrono>
#include <list>
#include <utility>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

/*!
 * QHttpServer collects a whole body before anybody is asked, however large it is, and has no call
 * to bound it; the sockets are made here, so they are watched here.
 */
class BoundingTcpServer final : public QTcpServer {
public:
    explicit BoundingTcpServer(HttpBounds bounds)
        : m_bounds(bounds)
    {
    }

    //! The socket whose request is being answered; the module shows it to nobody.
    QTcpSocket *current() const { return m_current; }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        makeRoom();
        watch(socket);
        addPendingConnection(socket);
    }

private:
    void makeRoom()
    {
        while (m_sockets.size() >= m_bounds.connections)
            m_sockets.takeFirst()->abort();
    }

    // Connected before QHttpServer sees the socket, so this runs before it reads.
    void watch(QTcpSocket *socket)
    {
        m_sockets.append(socket);
        connect(socket, &QTcpSocket::disconnected, this,
            [this, socket] { m_sockets.removeOne(socket); });
        const auto received = std::make_shared<qint64>(0);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, received] {
            m_current = socket;
            if (m_sockets.removeOne(socket))
                m_sockets.append(socket);
            *received += socket->bytesAvailable();
            if (*received > m_bounds.requestSize)
                socket->abort();
        });
        connect(socket, &QTcpSocket::bytesWritten, socket, [received] { *received = 0; });
    }

    HttpBounds m_bounds;
    QList<QTcpSocket *> m_sockets; // the one that was heard of last is the last
    QPointer<QTcpSocket> m_current;
};

QByteArray methodName(QHttpServerRequest::Method method)
{
    const char *const key =
        QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(static_cast<int>(method));
    return QByteArray(key).toUpper();
}

QList<QPair<QByteArray, QByteArray>> headersOf(const QHttpServerRequest &request)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QList<QPair<QByteArray, QByteArray>> headers;
    for (const auto &[name, value] : request.headers().toListOfPairs())
        headers.append({name, value});
    return headers;
#else
    return request.headers();
#endif
}

HttpRequest plain(const QHttpServerRequest &request)
{
    // A decoded path would make a slash out of every %2F.
    return {methodName(request.method()), request.url().path(QUrl::FullyEncoded), request.query(),
        headersOf(request), request.body()};
}

bool hasNoBody(int status)
{
    return status < 200 || status == 204 || status == 304; // RFC 9110, 6.4.1
}

void send(const HttpRequest &request, const HttpResponse &response, QHttpServerResponder &responder)
{
    // A body where none may be would be read as the next answer.
    const bool isBare = request.method == "HEAD" || hasNoBody(response.status);
    const auto status = static_cast<QHttpServerResponder::StatusCode>(response.status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers;
    for (const auto &[name, value] : response.headers)
        headers.append(name, value);
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, response.contentType);
    // Whether the module drops the body of a HEAD answer by itself is not documented.
    responder.write(isBare ? QByteArray() : response.body, headers, status);
#else
    responder.writeStatusLine(status);
    for (const auto &[name, value] : response.headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Content-Type"_ba, response.contentType);
    if (!hasNoBody(response.status))
        responder.writeHeader("Content-Length"_ba, QByteArray::number(response.body.size()));
    responder.writeBody(isBare ? QByteArray() : response.body);
#endif
}

//! A head that promises the whole body, half of it, and the end of the connection. The module would
//! not send such a thing.
void sendCut(const HttpResponse &response, QTcpSocket *socket)
{
    const qsizetype promised = std::max(response.body.size(), qsizetype{1});
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " Cut\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    head += "Content-Type: " + response.contentType
        + "\r\nContent-Length: " + QByteArray::number(promised) + "\r\n\r\n";
    socket->write(head + response.body.first(response.body.size() / 2));
    socket->disconnectFromHost();
}

} // namespace

class HttpListener::Private {
public:
    Private(Handler requestHandler, HttpBounds httpBounds)
        : handler(std::move(requestHandler))
        , bounds(httpBounds)
    {
        // No routes: everything is "missing", or wrong methods would get an answer that is not
        // ours.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        http.setMissingHandler(
            &http, [this](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                answer(request, responder);
            });
#else
        http.setMissingHandler(
            [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                answer(request, responder);
            });
#endif
    }

    void answer(const QHttpServerRequest &request, QHttpServerResponder &responder)
    {
        const HttpRequest asked = plain(request);
        const HttpResponse response = handler(asked);
        const bool isPlain = response.delivery == HttpDelivery::Whole && response.delayMs == 0;
        if (!isPlain) {
            deliver(asked, response, std::move(responder));
            return;
        }
        send(asked, response, responder);
        // Whoever hears of the request may take the listener away, and what is not sent by then is
        // lost.
        if (tcp->current())
            tcp->current()->flush();
    }

    //! Does what the answer says about its own delivery; a client that leaves early gets nothing.
    void deliver(
        const HttpRequest &request, const HttpResponse &response, QHttpServerResponder &&responder)
    {
        using enum HttpDelivery;
        QTcpSocket *const socket = tcp->current();
        if (response.delivery == Stall)
            return;
        if (response.delivery == Drop)
            later(response.delayMs, socket, [socket] { socket->abort(); });
        else if (response.delivery == Cut)
            later(response.delayMs, socket, [response, socket] { sendCut(response, socket); });
        else
            sendLater(request, response, std::move(responder));
    }

    void sendLater(
        const HttpRequest &request, const HttpResponse &response, QHttpServerResponder &&responder)
    {
        const auto kept = held.insert(held.end(), std::move(responder));
        const QPointer<QTcpSocket> socket(tcp->current());
        later(response.delayMs, &http, [this, request, response, kept, socket] {
            if (socket && socket->state() == QAbstractSocket::ConnectedState)
                send(request, response, *kept);
            held.erase(kept);
        });
    }

    //! Never from within the module's own work on a socket.
    template <typename Act>
    static void later(qint64 milliseconds, const QObject *context, const Act &act)
    {
        QTimer::singleShot(std::chrono::milliseconds(milliseconds), context, act);
    }

    Handler handler;
    HttpBounds bounds;
    QPointer<BoundingTcpServer> tcp; // belongs to http
    QHttpServer http;
    std::list<QHttpServerResponder> held; // each reaches into http when it goes, so they go first
};

HttpListener::HttpListener(Handler handler, HttpBounds bounds, QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(std::move(handler), bounds))
{
}

HttpListener::~HttpListener() = default;

Result<quint16, QString> HttpListener::listen(quint16 port)
{
    auto tcp = std::make_unique<BoundingTcpServer>(m_private->bounds);
    if (!tcp->listen(QHostAddress::LocalHost, port))
        return Unexpected{tcp->errorString()};
    const quint16 actual = tcp->serverPort();
    m_private->tcp = tcp.get();
    m_private->http.bind(tcp.release()); // takes ownership
    return actual;
}

} // namespace desk
