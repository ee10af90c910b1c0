// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "failure.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace desk {

class Console;

/*!
 * One verb at work. start() is called once, from the event loop; finished() is emitted once, after
 * everything was printed, and the run does nothing any more then. The console must outlive it.
 */
class VerbRun : public QObject {
    Q_OBJECT

public:
    explicit VerbRun(Console &console, QObject *parent = nullptr);

    virtual void start() = 0;
    //! Somebody wants it to end now: Ctrl+C, a shutdown, a closed window.
    virtual void interrupt() = 0;

Q_SIGNALS:
    void finished(desk::ExitCode exitCode);

protected:
    Console &console() const { return m_console; }
    bool isOver() const { return m_isOver; }

    //! Calls timeIsUp() after that time; absent: never.
    void limitTime(std::optional<std::chrono::milliseconds> limit);
    virtual void timeIsUp() = 0;
    //! Stops whatever is still at work; called once, before anything is printed about the end.
    virtual void stop() = 0;

    //! What is printed and told in the end.
    struct Ending {
        QByteArray result;
        std::optional<Failure> failure;
    };
    //! The last word about the ending, when everything has been stopped.
    virtual void amend(Ending &ending);

    /*!
     * Ends the run: prints the result, if there is one, and says what went wrong, if anything did.
     * Only the first call counts.
     */
    void conclude(const QByteArray &result, const std::optional<Failure> &failure = std::nullopt);
    void fail(const Failure &failure) { conclude({}, failure); }

    void sayThatItWaits(std::chrono::milliseconds delay);

private:
    Console &m_console;
    QTimer m_limit;
    bool m_isOver = false;
};

//! What is said if whoever reads standard output is gone.
Failure outputFailure();
//! What is said if the API did not answer within --timeout.
Failure noAnswerFailure(const QString &host);
Failure cancelledFailure(const QString &sentence);

} // namespace desk
