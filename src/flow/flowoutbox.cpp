// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowoutbox.h"

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {

constexpr qsizetype mostDifferent = 50;
// A page that has caused this many notes is heard less often.
constexpr int talkative = 1000;
constexpr auto usualWindow = 250ms;
constexpr auto talkativeWindow = 10s;

} // namespace

FlowOutbox::FlowOutbox(NoteDelivery deliverNote)
    : m_deliverNote(std::move(deliverNote))
{
    m_window.setSingleShot(true);
    connect(&m_window, &QTimer::timeout, this, &FlowOutbox::collect);
}

void FlowOutbox::note(FlowNote note)
{
    if (m_isClosed)
        return;
    const auto equal = [&note](const FlowNote &other) {
        return other.kind == note.kind && other.text == note.text;
    };
    auto known = std::find_if(m_notes.begin(), m_notes.end(), equal);
    if (known == m_notes.end() && m_notes.size() >= mostDifferent) {
        note.text = u"many different others"_s;
        known = std::find_if(m_notes.begin(), m_notes.end(), equal);
    }
    if (known == m_notes.end())
        m_notes.append(note);
    else
        known->count += note.count;
    // The first one after a quiet time does not wait.
    if (!m_window.isActive())
        m_window.start(0ms);
}

void FlowOutbox::post(Delivery delivery)
{
    if (m_isClosed)
        return;
    flushNotes();
    m_deliveries.push_back(std::move(delivery));
    QMetaObject::invokeMethod(this, &FlowOutbox::deliverNext, Qt::QueuedConnection);
}

void FlowOutbox::close()
{
    m_isClosed = true;
    m_window.stop();
    m_notes.clear();
    m_deliveries.clear();
}

void FlowOutbox::collect()
{
    if (m_notes.isEmpty())
        return;
    flushNotes();
    if (m_deliveredNotes < talkative)
        m_window.start(usualWindow);
    else
        m_window.start(talkativeWindow);
}

void FlowOutbox::flushNotes()
{
    const QList<FlowNote> notes = std::exchange(m_notes, {});
    for (const FlowNote &note : notes) {
        // A copy, since the receiver may destroy this object.
        m_deliveries.emplace_back([deliver = m_deliverNote, note] { deliver(note); });
        QMetaObject::invokeMethod(this, &FlowOutbox::deliverNext, Qt::QueuedConnection);
    }
    m_deliveredNotes += static_cast<int>(notes.size());
}

void FlowOutbox::deliverNext()
{
    if (m_deliveries.empty())
        return;
    const Delivery next = std::move(m_deliveries.front());
    m_deliveries.pop_front();
    next(); // may have destroyed this
}

} // namespace desk
