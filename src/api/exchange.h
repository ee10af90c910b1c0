// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QPair>
#include <QString>

#include <chrono>
#include <optional>

namespace desk {

using HttpHeaders = QList<QPair<QByteArray, QByteArray>>;

/*!
 * One attempt of a request and what came of it, fit to be shown, exported and quoted: the key, the
 * link and the tokens were taken out when it was made (Redactor::mask stands where they stood), so
 * nothing downstream has to. Everything the server sent is foreign text all the same.
 */
struct Exchange {
    Q_GADGET
public:
    enum class Ending {
        Answered, //!< an answer came, and all of it; its status may still be an error
        NotConnected, //!< nothing was sent
        Broken, //!< no answer, or not all of it
        Tls, //!< the server could not prove who it is
        Deadline, //!< one of our own deadlines ran out
        TooLarge, //!< we stopped reading
        Cancelled, //!< nobody wanted it any more
    };
    Q_ENUM(Ending)

    //! Moments counted from startedAt; absent where it was not reached or cannot be known.
    struct Timings {
        std::optional<std::chrono::milliseconds> queued; //!< left the queue of its environment
        //! The request had been written, on a new connection or on one that was still open.
        std::optional<std::chrono::milliseconds> sent;
        std::optional<std::chrono::milliseconds> firstByte; //!< of the answer
        std::chrono::milliseconds done{0};
    };

    quint64 number = 0; //!< counts up from 1 within its log
    QString endpoint; //!< the name of Kombo's documentation, such as createConnectionLink
    int attempt = 1; //!< of its call
    QDateTime startedAt; //!< UTC
    QByteArray method; //!< "GET"
    QString url;
    HttpHeaders requestHeaders;
    QByteArray requestBody; //!< always whole
    Ending ending = Ending::Answered;
    int status = 0; //!< 0: no status line arrived
    HttpHeaders responseHeaders;
    QByteArray responseBody; //!< its beginning, if it was long
    qsizetype responseSize = 0; //!< of the whole body as it came, in bytes
    bool isResponseCut = false;
    QString problem; //!< what the transport said about an ending other than Answered
    Timings timings;
};

} // namespace desk

Q_DECLARE_METATYPE(desk::Exchange)
