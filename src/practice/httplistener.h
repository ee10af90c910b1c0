// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "practicemessage.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace desk {

/*!
 * Turns HTTP on a loopback port into calls of one handler, which answers at once. The only place
 * that knows Qt's HttpServer module, because its interface changed after 6.4; wrong methods and
 * unknown paths are the handler's business too, and so is how an answer is delivered. Lives in one
 * thread; the port is free again once it is gone.
 */
class HttpListener final : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<PracticeResponse(const PracticeRequest &)>;

    //! A connection that sends more than this without getting an answer is cut.
    static constexpr qint64 maximumRequestSize = qint64{4} * 1024 * 1024;

    explicit HttpListener(Handler handler, QObject *parent = nullptr);
    ~HttpListener() override;

    //! Listens on 127.0.0.1 and gives the port; 0 asks for a free one. The error is the system's.
    Result<quint16, QString> listen(quint16 port);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace desk
