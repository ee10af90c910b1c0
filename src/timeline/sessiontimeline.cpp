// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "sessiontimeline.h"

#include "core/harmlesstext.h"
#include "session/connectsession.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace desk {

namespace {

// What comes from a page may be of any size; nothing that is shown stands further behind.
constexpr qsizetype longestSearched = qsizetype{64} * 1024;

// In the order in which entries go.
enum class Worth { Chatty, Ordinary, Milestone };

Worth worthOf(FlowNote::Kind kind)
{
    switch (kind) {
    case FlowNote::Kind::Navigation:
    case FlowNote::Kind::NavigationBlocked:
    case FlowNote::Kind::TopNavigationBlocked:
    case FlowNote::Kind::LoadFailed:
    case FlowNote::Kind::Message:
    case FlowNote::Kind::MessageDropped:
    case FlowNote::Kind::MessageIgnored:
    case FlowNote::Kind::DialogRefused:
    case FlowNote::Kind::PermissionRefused:
    case FlowNote::Kind::Console:
        return Worth::Chatty;
    default:
        return Worth::Ordinary;
    }
}

Worth worthOf(SessionEvent::Kind kind)
{
    switch (kind) {
    case SessionEvent::Kind::Waiting:
    case SessionEvent::Kind::FlowReloaded:
    case SessionEvent::Kind::ViewChanged:
        return Worth::Ordinary;
    default:
        return Worth::Milestone;
    }
}

Worth worthOf(const TimelineEntry &entry)
{
    return std::visit([](auto kind) { return worthOf(kind); }, entry.source);
}

SessionTimeline::Clock realClock()
{
    return {[] { return QDateTime::currentDateTimeUtc(); }, elapsedSinceBoot};
}

} // namespace

SessionTimeline::SessionTimeline(ConnectSession &session, QObject *parent)
    : SessionTimeline(session, realClock(), parent)
{
}

SessionTimeline::SessionTimeline(ConnectSession &session, Clock clock, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_startedAt(m_clock.utc())
    , m_origin(m_clock.steady())
{
    connect(&session, &ConnectSession::secretLearned, this, &SessionTimeline::addSecret);
    connect(&session, &ConnectSession::happened, this,
        [this](const SessionEvent &event) { append(event); });
    connect(&session, &ConnectSession::noted, this, [this](const FlowNote &note) { append(note); });
}

void SessionTimeline::addSecret(const Secret &secret)
{
    if (secret.isEmpty() || m_secrets.contains(secret))
        return;
    m_secrets.append(secret);
    m_redactor.addSecret(secret);
    redactAgain();
}

// A page may have told its token to the console before it told us.
void SessionTimeline::redactAgain()
{
    bool hasChanged = false;
    for (TimelineEntry &entry : m_entries) {
        const QString text = m_redactor.redacted(entry.text);
        hasChanged = hasChanged || text != entry.text;
        entry.text = text;
    }
    if (hasChanged)
        Q_EMIT rewritten();
}

void SessionTimeline::append(const SessionEvent &event)
{
    add(event.kind, event.text, 1);
}

void SessionTimeline::append(const FlowNote &note)
{
    add(note.kind, note.text, std::max(note.count, 1));
}

void SessionTimeline::add(const TimelineEntry::Source &source, const QString &text, int count)
{
    const QString shown =
        harmlessText(m_redactor.redacted(text.left(longestSearched)), longestText);
    if (countsAsLast(source, shown, count))
        return;
    TimelineEntry entry;
    entry.number = ++m_count;
    entry.source = source;
    entry.group = groupOf(source);
    entry.severity = severityOf(source, shown);
    entry.at = m_clock.utc();
    entry.sinceStart = m_clock.steady() - m_origin;
    entry.text = shown;
    entry.count = count;
    m_entries.append(entry);
    Q_EMIT appended();
    makeRoom();
}

bool SessionTimeline::countsAsLast(
    const TimelineEntry::Source &source, const QString &text, int count)
{
    if (m_entries.isEmpty())
        return false;
    const TimelineEntry &last = m_entries.constLast();
    if (last.source != source || last.text != text || worthOf(last) != Worth::Chatty)
        return false;
    const qint64 sum = qint64{last.count} + count;
    m_entries.last().count = int(std::min<qint64>(sum, std::numeric_limits<int>::max()));
    Q_EMIT lastChanged();
    return true;
}

void SessionTimeline::makeRoom()
{
    while (m_entries.size() > maximumCount) {
        const qsizetype index = leastWorthKeeping();
        if (index < 0)
            return;
        Q_EMIT removing(index);
        m_entries.removeAt(index);
        ++m_dropped;
        Q_EMIT removed();
    }
}

// The oldest of the lowest worth; -1 if there are milestones only.
qsizetype SessionTimeline::leastWorthKeeping() const
{
    qsizetype found = -1;
    Worth lowest = Worth::Milestone;
    for (qsizetype i = 0; i < m_entries.size() && lowest != Worth::Chatty; ++i) {
        const Worth worth = worthOf(m_entries.at(i));
        if (worth < lowest) {
            lowest = worth;
            found = i;
        }
    }
    return found;
}

} // namespace desk
