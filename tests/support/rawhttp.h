// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>
#include <QTest>

#include <utility>

namespace desk::test {

//! An answer as it stood on the wire; status 0 if there was none.
struct RawAnswer {
    int status = 0;
    QByteArray head;
    QByteArray body;

    QByteArray header(const QByteArray &name) const
    {
        const QList<QByteArray> lines = head.split('\n');
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.first(colon).trimmed().compare(name, Qt::CaseInsensitive) == 0)
                return line.sliced(colon + 1).trimmed();
        }
        return {};
    }
};

//! One request, header for header as given; nothing is added but the length of the body.
struct RawRequest {
    QByteArray method;
    QByteArray target;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    //! Replaces what there is of that name; a null value takes it away.
    void set(const QByteArray &name, const QByteArray &value)
    {
        headers.removeIf([&name](const auto &header) { return header.first == name; });
        if (!value.isNull())
            headers.append({name, value});
    }

    QByteArray bytes() const
    {
        QByteArray text = method + ' ' + target + " HTTP/1.1\r\n";
        for (const auto &[name, value] : headers)
            text += name + ": " + value + "\r\n";
        if (!body.isEmpty())
            text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        return text + "\r\n" + body;
    }
};

//! A connection of its own to a port of this machine, in the thread of the server.
class RawConnection {
public:
    explicit RawConnection(quint16 port)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    QTcpSocket &socket() { return m_socket; }
    bool isConnected()
    {
        return QTest::qWaitFor(
            [this] { return m_socket.state() == QAbstractSocket::ConnectedState; }, 5000);
    }

    RawAnswer ask(const RawRequest &request)
    {
        if (!isConnected())
            return {};
        m_socket.write(request.bytes());
        QByteArray received;
        const bool isBare = request.method == "HEAD";
        const auto isWhole = [this, &received, isBare] {
            received += m_socket.readAll();
            const qsizetype end = received.indexOf("\r\n\r\n");
            if (end < 0)
                return m_socket.state() != QAbstractSocket::ConnectedState;
            const qsizetype length =
                RawAnswer{0, received.first(end), {}}.header("Content-Length").toLongLong();
            return isBare || received.size() >= end + 4 + length;
        };
        if (!QTest::qWaitFor(isWhole, 5000) || !received.startsWith("HTTP/1.1 "))
            return {};
        const qsizetype end = received.indexOf("\r\n\r\n");
        return {received.sliced(9, 3).toInt(), received.first(end), received.sliced(end + 4)};
    }

private:
    QTcpSocket m_socket;
};

inline RawAnswer askOnce(quint16 port, const RawRequest &request)
{
    return RawConnection(port).ask(request);
}

} // namespace desk::test
