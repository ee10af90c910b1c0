// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "support/scriptedserver.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk::test {

namespace {

constexpr qsizetype longestHead = qsizetype{1024} * 1024;

bool isSameName(QByteArrayView left, QByteArrayView right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

bool contains(const Headers &headers, QByteArrayView name)
{
    return std::any_of(headers.cbegin(), headers.cend(),
        [name](const auto &header) { return isSameName(header.first, name); });
}

std::optional<Request> parsedHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3)
        return std::nullopt;
    Request request;
    request.method = words.at(0);
    request.target = words.at(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray &line = lines.at(i);
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            request.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    return request;
}

} // namespace

// One connection of a client: reads a request, answers it, reads the next. Deletes itself when the
// client is gone.
class Connection : public QObject {
public:
    Connection(QTcpSocket *socket, ScriptedServer *server)
        : QObject(server)
        , m_server(server)
        , m_socket(socket)
    {
        socket->setParent(this);
        m_pause.setSingleShot(true);
        connect(&m_pause, &QTimer::timeout, this, &Connection::sendNextPiece);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        // Without this a client that vanished between accept and here would never be noticed.
        if (socket->state() == QAbstractSocket::UnconnectedState)
            deleteLater();
        else
            read();
    }

    void close()
    {
        m_isBusy = true; // nothing more is read
        m_pause.stop();
        m_socket->abort();
    }

private:
    void read()
    {
        m_buffer += m_socket->readAll();
        while (!m_isBusy && takeRequest()) { }
    }

    bool takeRequest()
    {
        const qsizetype headSize = m_buffer.indexOf("\r\n\r\n");
        if (headSize < 0) {
            if (m_buffer.size() > longestHead)
                close();
            return false;
        }
        std::optional<Request> request = parsedHead(m_buffer.first(headSize));
        if (!request) {
            close();
            return false;
        }
        const qsizetype bodySize = request->header("Content-Length").toLongLong();
        const qsizetype bodyStart = headSize + 4;
        if (m_buffer.size() < bodyStart + bodySize)
            return false;
        request->body = m_buffer.sliced(bodyStart, bodySize);
        m_buffer.remove(0, bodyStart + bodySize);
        m_isBusy = true;
        answer(*request);
        return true;
    }

    void answer(const Request &request)
    {
        m_response = m_server->responseTo(request);
        if (isSameName(request.header("Connection"), "close")
            && m_response.m_ending == Response::Ending::KeepOpen) {
            m_response = m_response.closing();
        }
        if (m_socket->state() != QAbstractSocket::ConnectedState)
            return; // the test closed it while it was told of the request
        if (m_response.m_hasHead)
            m_socket->write(m_response.head());
        m_rest = m_response.m_body.first(m_response.m_sentBody.value_or(m_response.m_body.size()));
        if (request.method == "HEAD")
            m_rest.clear();
        if (m_response.m_pieceSize > 0) {
            m_pause.start(m_response.m_pause);
        } else {
            m_socket->write(m_rest);
            finish();
        }
    }

    void sendNextPiece()
    {
        const qsizetype size = std::min(m_response.m_pieceSize, m_rest.size());
        m_socket->write(m_rest.first(size));
        m_rest.remove(0, size);
        if (m_rest.isEmpty())
            finish();
        else
            m_pause.start(m_response.m_pause);
    }

    void finish()
    {
        switch (m_response.m_ending) {
        case Response::Ending::KeepOpen:
            m_isBusy = false;
            // A request that came meanwhile is in the buffer already, and no readyRead follows it.
            QTimer::singleShot(0, this, &Connection::read);
            break;
        case Response::Ending::Close:
            m_socket->disconnectFromHost();
            break;
        case Response::Ending::Silent:
            break;
        }
    }

    ScriptedServer *m_server;
    QTcpSocket *m_socket;
    QTimer m_pause;
    QByteArray m_buffer;
    QByteArray m_rest; // of the body that is being sent
    Response m_response;
    bool m_isBusy = false;
};

QByteArray Request::path() const
{
    return target.first(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
}

QByteArray Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArray() : target.sliced(mark + 1);
}

bool Request::hasHeader(QByteArrayView name) const
{
    return contains(headers, name);
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[known, value] : headers) {
        if (isSameName(known, name))
            return value;
    }
    return {};
}

Response Response::json(const QByteArray &body)
{
    return of(200, "application/json", body);
}

Response Response::html(const QByteArray &body)
{
    return of(200, "text/html; charset=utf-8", body);
}

Response Response::of(int status, const QByteArray &contentType, const QByteArray &body)
{
    Response response;
    response.m_status = status;
    response.m_body = body;
    if (!contentType.isEmpty())
        response.m_headers.append({"Content-Type", contentType});
    return response;
}

Response Response::noContent()
{
    return of(204, {}, {});
}

Response Response::redirect(const QUrl &target, int status)
{
    return of(status, {}, {}).withHeader("Location", target.toEncoded());
}

Response Response::raw(const QByteArray &bytes)
{
    Response response;
    response.m_hasHead = false;
    response.m_body = bytes;
    response.m_ending = Ending::Close;
    return response;
}

Response Response::drop()
{
    return raw({});
}

Response Response::stall()
{
    Response response = raw({});
    response.m_ending = Ending::Silent;
    return response;
}

Response Response::withStatus(int status) const
{
    Response response = *this;
    response.m_status = status;
    return response;
}

Response Response::withHeader(const QByteArray &name, const QByteArray &value) const
{
    Response response = *this;
    response.m_headers.removeIf(
        [&name](const auto &header) { return isSameName(header.first, name); });
    response.m_headers.append({name, value});
    return response;
}

Response Response::trickled(qsizetype size, std::chrono::milliseconds pause) const
{
    Response response = *this;
    response.m_pieceSize = size;
    response.m_pause = pause;
    return response;
}

Response Response::cutAfter(qsizetype bytes) const
{
    Response response = *this;
    response.m_sentBody = std::min(bytes, m_body.size());
    response.m_ending = Ending::Close;
    return response;
}

Response Response::stalledAfter(qsizetype bytes) const
{
    Response response = cutAfter(bytes);
    response.m_ending = Ending::Silent;
    return response;
}

Response Response::closing() const
{
    Response response = *this;
    response.m_ending = Ending::Close;
    return response;
}

QByteArray Response::head() const
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(m_status) + " Scripted\r\n";
    for (const auto &[name, value] : m_headers)
        text += name + ": " + value + "\r\n";
    if (m_status != 204 && !contains(m_headers, "Content-Length")
        && !contains(m_headers, "Transfer-Encoding")) {
        text += "Content-Length: " + QByteArray::number(m_body.size()) + "\r\n";
    }
    if (m_ending == Ending::Close && !m_sentBody)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

ScriptedServer::ScriptedServer(QObject *parent)
    : QObject(parent)
    , m_listener(new QTcpServer(this))
{
    connect(m_listener, &QTcpServer::newConnection, this, &ScriptedServer::acceptConnections);
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("ScriptedServer: cannot listen on loopback");
    m_port = m_listener->serverPort();
}

ScriptedServer::~ScriptedServer() = default;

void ScriptedServer::setHandler(Handler handler)
{
    m_handler = std::move(handler);
}

void ScriptedServer::enqueue(const Response &response)
{
    m_queue.append(response);
}

QUrl ScriptedServer::url(const QString &path, const QString &host) const
{
    const QString name = host.isEmpty() ? u"127.0.0.1"_s : host;
    return QUrl(u"http://%1:%2"_s.arg(name).arg(m_port) + path);
}

void ScriptedServer::stop()
{
    m_listener->close();
    for (QObject *child : children()) {
        if (auto *connection = dynamic_cast<Connection *>(child))
            connection->close();
    }
}

bool ScriptedServer::restart()
{
    return m_listener->listen(QHostAddress::LocalHost, m_port);
}

void ScriptedServer::acceptConnections()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        ++m_connectionCount;
        new Connection(socket, this);
    }
}

Response ScriptedServer::responseTo(const Request &request)
{
    m_requests.append(request);
    Response response = Response::of(404, "text/plain", "not scripted");
    if (!m_queue.isEmpty())
        response = m_queue.takeFirst();
    else if (m_handler)
        response = m_handler(request);
    Q_EMIT requestReceived(request);
    return response;
}

} // namespace desk::test
