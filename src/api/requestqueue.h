// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QBitArray>
#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace desk {

class RequestQueue;

/*!
 * The place of one request in the queue of its environment. It has a lane at once if one is free
 * and nobody waits; else it waits, and has one from admitted() on. It gives either up when it is
 * deleted, at any moment.
 */
class QueuePlace : public QObject {
    Q_OBJECT

public:
    enum class Position { Last, First };

    //! The queue must outlive the place, or be gone before it does anything more.
    QueuePlace(RequestQueue &queue, Position position, QObject *parent);
    ~QueuePlace() override;

    //! From 0 to RequestQueue::lanes - 1; -1 while it waits.
    int lane() const { return m_lane; }

Q_SIGNALS:
    void admitted();
    //! The environment has asked everybody to slow down; told whenever that begins or changes.
    void heldBack(std::chrono::milliseconds remaining);

private:
    friend class RequestQueue; // gives and takes lanes
    QPointer<RequestQueue> m_queue;
    int m_lane = -1;
};

/*!
 * Lets the requests of one environment through in the order in which they came: so many at a time
 * as there are lanes, and none while the environment is held back by a rate limit, which the API
 * counts for the key and not for one call (kombo-api.md 4.5). Emits from the event loop only.
 */
class RequestQueue : public QObject {
    Q_OBJECT

public:
    //! As many as there can be connections, so that nobody waits behind a connection unseen.
    static constexpr int lanes = 18;

    explicit RequestQueue(QObject *parent = nullptr);
    ~RequestQueue() override;

    //! Nothing is admitted for that long; a longer hold that is still on stays.
    void holdBack(std::chrono::milliseconds time);
    std::chrono::milliseconds heldFor() const;

private:
    friend class QueuePlace; // enters and leaves
    void enter(QueuePlace *place, QueuePlace::Position position);
    void leave(QueuePlace *place);
    static void tellHold(QueuePlace *place);
    bool isHeld() const { return !m_heldUntil.hasExpired(); }
    int freeLane() const;
    void admitSoon();
    void admit();

    QList<QueuePlace *> m_waiting;
    QBitArray m_lanesTaken{lanes};
    QDeadlineTimer m_heldUntil;
    QTimer m_timer;
};

} // namespace desk
