// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "timelineentry.h"

#include "core/elapsed.h"
#include "core/redactor.h"
#include "core/secret.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace desk {

class ConnectSession;

/*!
 * Everything that happened in one connect session, in order; survives reloads of the flow and lives
 * on after the session. Make it before the session starts: what happened earlier is not in it.
 *
 * Bounded: beyond maximumCount the oldest entries go, those that a page can make many of first, and
 * milestones (link, token, resolving, end) never. The same again at once is counted, not repeated.
 * The session's secrets are taken out of every text a second time, as is what looks like one.
 */
class SessionTimeline final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype maximumCount = 5000;
    static constexpr qsizetype longestText = 300;

    //! The time, as a test wants it.
    struct Clock {
        std::function<QDateTime()> utc;
        ElapsedSource steady;
    };

    //! Follows the session as long as that lives.
    explicit SessionTimeline(ConnectSession &session, QObject *parent = nullptr);
    SessionTimeline(ConnectSession &session, Clock clock, QObject *parent = nullptr);

    //! UTC; when it was made.
    const QDateTime &startedAt() const { return m_startedAt; }
    const QList<TimelineEntry> &entries() const { return m_entries; }
    //! How many entries had to go.
    qint64 dropped() const { return m_dropped; }

    //! Such as the API key, which the session does not tell.
    void addSecret(const Secret &secret);
    //! Those that it was told of, for whoever writes files about the session.
    const QList<Secret> &secrets() const { return m_secrets; }

    //! For what the session does not know of, such as a screenshot.
    void append(const SessionEvent &event);
    void append(const FlowNote &note);

Q_SIGNALS:
    //! The entry stands at the end.
    void appended();
    //! The last entry counts one more.
    void lastChanged();
    //! A secret that was learned late was taken out of texts.
    void rewritten();
    //! Before it goes.
    void removing(qsizetype index);
    void removed();

private:
    void add(const TimelineEntry::Source &source, const QString &text, int count);
    bool countsAsLast(const TimelineEntry::Source &source, const QString &text, int count);
    void redactAgain();
    void makeRoom();
    qsizetype leastWorthKeeping() const;

    Clock m_clock;
    QDateTime m_startedAt;
    std::chrono::milliseconds m_origin;
    QList<TimelineEntry> m_entries;
    quint64 m_count = 0;
    qint64 m_dropped = 0;
    Redactor m_redactor;
    QList<Secret> m_secrets;
};

} // namespace desk
