// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "httplistener.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

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
    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *const socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        watch(socket);
        addPendingConnection(socket);
    }

private:
    // Connected before QHttpServer sees the socket, so this runs before it reads.
    static void watch(QTcpSocket *socket)
    {
        const auto received = std::make_shared<qint64>(0);
        connect(socket, &QTcpSocket::readyRead, socket, [socket, received] {
            *received += socket->bytesAvailable();
            if (*received > HttpListener::maximumRequestSize)
                socket->abort();
        });
        connect(socket, &QTcpSocket::bytesWritten, socket, [received] { *received = 0; });
    }
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

PracticeRequest plain(const QHttpServerRequest &request)
{
    // A decoded path would make a slash out of every %2F.
    return {methodName(request.method()), request.url().path(QUrl::FullyEncoded), request.query(),
        headersOf(request), request.body()};
}

void send(const PracticeRequest &request, const PracticeResponse &response,
    QHttpServerResponder &responder)
{
    const auto status = static_cast<QHttpServerResponder::StatusCode>(response.status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers;
    for (const auto &[name, value] : response.headers)
        headers.append(name, value);
    headers.append(QHttpHeaders::WellKnownHeader::ContentType, response.contentType);
    // Whether the module drops the body of a HEAD answer by itself is not documented.
    responder.write(request.method == "HEAD" ? QByteArray() : response.body, headers, status);
#else
    responder.writeStatusLine(status);
    for (const auto &[name, value] : response.headers)
        responder.writeHeader(name, value);
    responder.writeHeader("Content-Type"_ba, response.contentType);
    responder.writeHeader("Content-Length"_ba, QByteArray::number(response.body.size()));
    if (request.method != "HEAD") // its body would be read as the next answer
        responder.writeBody(response.body);
#endif
}

} // namespace

class HttpListener::Private {
public:
    explicit Private(Handler requestHandler)
        : handler(std::move(requestHandler))
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

    void answer(const QHttpServerRequest &request, QHttpServerResponder &responder) const
    {
        const PracticeRequest asked = plain(request);
        send(asked, handler(asked), responder);
    }

    Handler handler;
    QHttpServer http;
};

HttpListener::HttpListener(Handler handler, QObject *parent)
    : QObject(parent)
    , m_private(std::make_unique<Private>(std::move(handler)))
{
}

HttpListener::~HttpListener() = default;

Result<quint16, QString> HttpListener::listen(quint16 port)
{
    auto tcp = std::make_unique<BoundingTcpServer>();
    if (!tcp->listen(QHostAddress::LocalHost, port))
        return Unexpected{tcp->errorString()};
    const quint16 actual = tcp->serverPort();
    m_private->http.bind(tcp.release()); // takes ownership
    return actual;
}

} // namespace desk
