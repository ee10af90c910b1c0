// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/flowdriver.h"
#include "session/sessionevent.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <variant>

namespace desk {

/*!
 * One line of a session's timeline: what happened and when, as facts. The text never holds a
 * secret, is one line of bounded length and shows characters that steer as their code
 * (core/harmlesstext.h), whatever page or server it came from. It may hold personal data. The
 * sentence about it is a matter of the wording.
 */
struct TimelineEntry {
    Q_GADGET
public:
    //! What people filter by.
    enum class Group {
        Request, //!< the call that makes the link
        Link, //!< its life
        Flow, //!< the page of the flow as a whole: opened, reloaded, stopped
        View, //!< how it is shown
        Navigation,
        PopUp,
        Console,
        LoadFailure,
        Message,
        Page, //!< what else the page did or was refused: downloads, dialogs, permissions
        Token,
        Resolve,
        End,
    };
    Q_ENUM(Group)

    enum class Severity { Detail, Information, Success, Warning, Error };
    Q_ENUM(Severity)

    using Source = std::variant<SessionEvent::Kind, FlowNote::Kind>;

    quint64 number = 0; //!< counts up from 1 within its timeline; what was dropped leaves a gap
    Source source;
    Group group = Group::Flow;
    Severity severity = Severity::Information;
    QDateTime at; //!< UTC, by the clock of this computer, which may be set meanwhile
    std::chrono::milliseconds sinceStart{0}; //!< of the session, by a clock that only goes forward
    QString text;
    int count = 1;
};

// Every group, in the order in which a person should be offered them.
QList<TimelineEntry::Group> allTimelineGroups();

TimelineEntry::Group groupOf(const TimelineEntry::Source &source);
//! The text counts for ends: not every one is a success.
TimelineEntry::Severity severityOf(const TimelineEntry::Source &source, const QString &text);

// Names for documents, which stay as they are: "link_created", "pop_up", "warning".
QString wireName(const TimelineEntry::Source &source);
QString wireName(TimelineEntry::Group group);
QString wireName(TimelineEntry::Severity severity);

} // namespace desk

Q_DECLARE_METATYPE(desk::TimelineEntry)
Q_DECLARE_TYPEINFO(desk::TimelineEntry, Q_RELOCATABLE_TYPE);
