// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "apirequest.h"
#include "httpoutcome.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace desk {

/*!
 * One attempt on its way. Ends once with finished(), which always comes from the event loop and not
 * from within Qt's network code, so whoever hears it may delete anything. Deleting a transmission
 * drops the attempt without a word.
 */
class Transmission : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype largestBody = qsizetype{8} * 1024 * 1024;
    //! Of an error; small, because all of its text is searched for secrets.
    static constexpr qsizetype largestErrorBody = qsizetype{256} * 1024;

    //! Takes the reply over, whichever way it ends. Of the request only the times matter here.
    Transmission(QNetworkReply *reply, const ApiRequest &request, QObject *parent);
    ~Transmission() override;

    //! What is known of it while it is under way, as if it were cancelled now.
    HttpOutcome outcomeSoFar() const;

Q_SIGNALS:
    void finished(const desk::HttpOutcome &outcome);

private:
    void readMore();
    void noteSent();
    void noteFirstByte();
    void giveUpConnecting();
    void giveUpWaiting();
    void stop(HttpOutcome::Transport reason);
    void finish();
    int status() const;
    HttpOutcome::Transport transport() const;
    HttpOutcome outcome(HttpOutcome::Transport transport) const;
    std::chrono::milliseconds elapsed() const;

    QPointer<QNetworkReply> m_reply; // a child of the manager, which may go first
    QTimer m_connecting;
    QTimer m_deadline;
    QTimer m_silence;
    QElapsedTimer m_clock;
    Exchange::Timings m_timings;
    TlsProblem m_tlsProblem = TlsProblem::Other;
    QString m_stopWords;
    QByteArray m_body;
    HttpOutcome::Transport m_stopReason = HttpOutcome::Transport::Complete;
    bool m_hasEnded = false;
};

} // namespace desk
