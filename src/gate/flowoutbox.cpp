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
    m_delivery.setSingleShot(true);
    m_delivery.setInterval(0ms);
    connect(&m_delivery, &QTimer::timeout, this, &FlowOutbox::deliverNext);
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
    enqueue(std::move(delivery));
}

void FlowOutbox::close()
{
    m_isClosed = true;
    m_window.stop();
    m_delivery.stop();
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
        enqueue([deliver = m_deliverNote, note] { deliver(note); });
    }
    m_deliveredNotes += static_cast<int>(notes.size());
}

void FlowOutbox::enqueue(Delivery delivery)
{
    m_deliveries.push_back(std::move(delivery));
    if (!m_delivery.isActive())
        m_delivery.start();
}

void FlowOutbox::deliverNext()
{
    const Delivery next = std::move(m_deliveries.front());
    m_deliveries.pop_front();
    if (!m_deliveries.empty())
        m_delivery.start();
    next(); // may have destroyed this
}

} // namespace desk
