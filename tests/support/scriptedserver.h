// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>

class QTcpServer;

namespace desk::test {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

//! One request as it stood on the wire; nothing is decoded.
struct Request {
    QByteArray method;
    QByteArray target; //!< path and query
    Headers headers;
    QByteArray body;

    QByteArray path() const; //!< target without its query
    QByteArray query() const; //!< without the question mark
    bool hasHeader(QByteArrayView name) const;
    QByteArray header(QByteArrayView name) const; //!< the first of this name in any case, or empty
};

/*!
 * What the server does with one request. Made by one of the functions that say what is sent, and
 * bent by those that say how: Response::json("{}").withStatus(503).withHeader("Retry-After", "1").
 * An answer ends with the connection kept open unless something below says otherwise.
 */
class Response {
public:
    //! 200 application/json
    static Response json(const QByteArray &body);
    //! 200 text/html; charset=utf-8
    static Response html(const QByteArray &body);
    //! An empty type sends no Content-Type.
    static Response of(int status, const QByteArray &contentType, const QByteArray &body);
    //! 204
    static Response noContent();
    static Response redirect(const QUrl &target, int status = 302);
    //! Exactly these bytes, and then the connection closes.
    static Response raw(const QByteArray &bytes);
    //! Closes the connection without a byte.
    static Response drop();
    //! Never answers; the connection stays open.
    static Response stall();

    Response withStatus(int status) const;
    //! Replaces a header that the server would write itself, Content-Length included.
    Response withHeader(const QByteArray &name, const QByteArray &value) const;
    //! The body in pieces of this size with a pause before each.
    Response trickled(qsizetype size, std::chrono::milliseconds pause) const;
    //! Content-Length speaks of the whole body, but the connection closes after these first bytes.
    Response cutAfter(qsizetype bytes) const;
    //! As cutAfter, but the connection stays open and silent.
    Response stalledAfter(qsizetype bytes) const;
    //! Closes the connection after the answer.
    Response closing() const;

private:
    friend class Connection;
    enum class Ending { KeepOpen, Close, Silent };

    QByteArray head() const;

    int m_status = 200;
    Headers m_headers;
    QByteArray m_body;
    bool m_hasHead = true;
    std::optional<qsizetype> m_sentBody; // all of it if absent
    qsizetype m_pieceSize = 0; // 0: all at once
    std::chrono::milliseconds m_pause{0};
    Ending m_ending = Ending::KeepOpen;
};

/*!
 * An HTTP server on loopback that does what the test says, wrong things included. Listens from
 * construction on; works in the thread it lives in, whose event loop has to run. Any number of
 * connections and requests; a client may vanish at any moment. A request takes the first response
 * of the queue; if that is empty, the handler's; without a handler, a 404.
 */
class ScriptedServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<Response(const Request &)>;

    explicit ScriptedServer(QObject *parent = nullptr);
    ~ScriptedServer() override;

    void setHandler(Handler handler);
    void enqueue(const Response &response);

    quint16 port() const { return m_port; }
    //! "/a?b=c" becomes http://127.0.0.1:PORT/a?b=c; host may be another name of this machine.
    QUrl url(const QString &path = QString(), const QString &host = QString()) const;

    const QList<Request> &requests() const { return m_requests; }
    int connectionCount() const { return m_connectionCount; }

    //! Closes everything; connections to port() are refused until restart().
    void stop();
    //! Listens on the same port again.
    bool restart();

Q_SIGNALS:
    //! A whole request was read and recorded; what is answered has been decided, but not yet sent.
    void requestReceived(const desk::test::Request &request);

private:
    friend class Connection;

    void acceptConnections();
    Response responseTo(const Request &request);

    QTcpServer *m_listener;
    Handler m_handler;
    QList<Response> m_queue;
    QList<Request> m_requests;
    quint16 m_port = 0;
    int m_connectionCount = 0;
};

} // namespace desk::test
