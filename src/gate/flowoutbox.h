// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/flowdriver.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace desk {

/*!
 * Keeps a driver's promise that every signal comes from the event loop, one at a time, however deep
 * in the browser engine its cause was noticed; and that a page cannot flood the timeline: equal
 * notes that come close together are delivered as one with a count, and of very many different ones
 * the rest is only counted. Whatever receives a delivery may destroy the outbox.
 */
class FlowOutbox final : public QObject {
    Q_OBJECT

public:
    using Delivery = std::function<void()>;
    using NoteDelivery = std::function<void(const FlowNote &)>;

    explicit FlowOutbox(NoteDelivery deliverNote);

    //! The text has a bound already.
    void note(FlowNote note);
    //! Delivered after every note that came before it.
    void post(Delivery delivery);
    //! Forgets what is waiting, and takes nothing more.
    void close();

private:
    void collect();
    void flushNotes();
    void enqueue(Delivery delivery);
    void deliverNext();

    NoteDelivery m_deliverNote;
    QList<FlowNote> m_notes; // of the current window of time, in the order of their first
    QTimer m_window;
    std::deque<Delivery> m_deliveries;
    QTimer m_delivery;
    int m_deliveredNotes = 0;
    bool m_isClosed = false;
};

} // namespace desk
