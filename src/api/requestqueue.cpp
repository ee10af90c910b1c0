// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "requestqueue.h"

#include <utility>

namespace desk {

using std::chrono::milliseconds;

QueuePlace::QueuePlace(RequestQueue &queue, Position position, QObject *parent)
    : QObject(parent)
    , m_queue(&queue)
{
    queue.enter(this, position);
}

QueuePlace::~QueuePlace()
{
    if (m_queue)
        m_queue->leave(this);
}

RequestQueue::RequestQueue(QObject *parent)
    : QObject(parent)
    , m_heldUntil(0)
{
    m_timer.setSingleShot(true);
    // A coarse timer may be early by a twentieth, and would have to be asked again.
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RequestQueue::admit);
}

RequestQueue::~RequestQueue() = default;

void RequestQueue::holdBack(milliseconds time)
{
    if (time <= heldFor())
        return;
    m_heldUntil = QDeadlineTimer(time, Qt::PreciseTimer);
    m_timer.start(time);
    for (QueuePlace *place : std::as_const(m_waiting))
        tellHold(place);
}

milliseconds RequestQueue::heldFor() const
{
    return milliseconds(m_heldUntil.remainingTime());
}

void RequestQueue::enter(QueuePlace *place, QueuePlace::Position position)
{
    if (!isHeld() && m_waiting.isEmpty() && freeLane() >= 0) {
        place->m_lane = freeLane();
        m_lanesTaken.setBit(place->m_lane);
        return;
    }
    if (position == QueuePlace::Position::First)
        m_waiting.prepend(place);
    else
        m_waiting.append(place);
    if (isHeld())
        tellHold(place);
}

// The lowest, so that few calls use few connections.
int RequestQueue::freeLane() const
{
    for (int lane = 0; lane < lanes; ++lane) {
        if (!m_lanesTaken.testBit(lane))
            return lane;
    }
    return -1;
}

// From the event loop, since whoever hears of it may delete anything.
void RequestQueue::tellHold(QueuePlace *place)
{
    QMetaObject::invokeMethod(
        place,
        [place] {
            if (place->m_queue && place->m_lane < 0 && place->m_queue->heldFor() > milliseconds(0))
                Q_EMIT place->heldBack(place->m_queue->heldFor());
        },
        Qt::QueuedConnection);
}

void RequestQueue::leave(QueuePlace *place)
{
    m_waiting.removeOne(place);
    if (place->m_lane < 0)
        return;
    m_lanesTaken.clearBit(place->m_lane);
    if (!m_waiting.isEmpty())
        admitSoon();
}

void RequestQueue::admitSoon()
{
    if (!m_timer.isActive())
        m_timer.start(milliseconds(0));
}

void RequestQueue::admit()
{
    if (isHeld()) {
        m_timer.start(heldFor());
        return;
    }
    while (!m_waiting.isEmpty() && freeLane() >= 0) {
        QueuePlace *const place = m_waiting.takeFirst();
        place->m_lane = freeLane();
        m_lanesTaken.setBit(place->m_lane);
        Q_EMIT place->admitted(); // may delete places, this one included
    }
}

} // namespace desk
