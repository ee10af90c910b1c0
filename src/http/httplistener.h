// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "httpmessage.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace desk {

//! What a listener takes before it cuts a connection.
struct HttpBounds {
    //! A connection that sends more than this without getting an answer is cut.
    qint64 requestSize = qint64{4} * 1024 * 1024;
    //! One more, and the one that has said nothing for longest is cut.
    qsizetype connections = 256;
};

/*!
 * Turns HTTP on a loopback port into calls of one handler, which answers at once. The only place
 * that knows Qt's HttpServer module, because its interface changed after 6.4; wrong methods and
 * unknown paths are the handler's business too, and so is how an answer is delivered. Lives in one
 * thread; the port is free again once it is gone.
 */
class HttpListener final : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<HttpResponse(const HttpRequest &)>;

    explicit HttpListener(Handler handler, HttpBounds bounds = {}, QObject *parent = nullptr);
    ~HttpListener() override;

    //! Listens on 127.0.0.1 and gives the port; 0 asks for a free one. The error is the system's.
    Result<quint16, QString> listen(quint16 port);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace desk
