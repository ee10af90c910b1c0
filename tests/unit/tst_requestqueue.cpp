// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/requestqueue.h"

#include "support/stricttest.h"

#include <QElapsedTimer>
#include <QStringList>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace std::chrono_literals;

class RequestQueueTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesAFreeLaneAtOnce();
    void admitsFromTheEventLoopOnly();
    void admitsInOrder();
    void reusesTheLowestLane();
    void letsTheFirstOvertake();
    void holdsEverybodyBack();
    void tellsThoseWhoWaitOfAHold();
    void keepsTheLongerHold();
    void forgetsWhoLeft();
    void survivesPlacesDeletedWhileAdmitting();
    void survivesAQueueThatGoesFirst();

private:
    QueuePlace *enter(
        const QString &name, QueuePlace::Position position = QueuePlace::Position::Last);
    void fill();
    void leave(const QString &name) { m_places.erase(name); }
    int laneOf(const QString &name) { return m_places.at(name)->lane(); }

    std::unique_ptr<RequestQueue> m_queue;
    std::map<QString, std::unique_ptr<QueuePlace>> m_places;
    QStringList m_events;
};

void RequestQueueTest::init()
{
    m_queue = std::make_unique<RequestQueue>();
    m_events.clear();
}

void RequestQueueTest::cleanup()
{
    m_places.clear();
    m_queue.reset();
}

QueuePlace *RequestQueueTest::enter(const QString &name, QueuePlace::Position position)
{
    auto place = std::make_unique<QueuePlace>(*m_queue, position, nullptr);
    connect(place.get(), &QueuePlace::admitted, this, [this, name] { m_events.append(name); });
    connect(place.get(), &QueuePlace::heldBack, this,
        [this, name] { m_events.append(name + u" held"_s); });
    QueuePlace *raw = place.get();
    m_places[name] = std::move(place);
    return raw;
}

void RequestQueueTest::fill()
{
    for (int i = 0; i < RequestQueue::lanes; ++i)
        enter(QString::number(i));
}

void RequestQueueTest::givesAFreeLaneAtOnce()
{
    enter(u"a"_s);
    enter(u"b"_s);
    QCOMPARE(laneOf(u"a"_s), 0);
    QCOMPARE(laneOf(u"b"_s), 1);
    QTest::qWait(10);
    QVERIFY(m_events.isEmpty());
}

void RequestQueueTest::admitsFromTheEventLoopOnly()
{
    fill();
    enter(u"late"_s);
    QCOMPARE(laneOf(u"late"_s), -1);
    leave(u"3"_s);
    QVERIFY(m_events.isEmpty());
    QTRY_COMPARE(m_events, QStringList{u"late"_s});
    QCOMPARE(laneOf(u"late"_s), 3);
}

void RequestQueueTest::admitsInOrder()
{
    fill();
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        enter(name);
    for (const QString &name : {u"5"_s, u"6"_s})
        leave(name);
    QTRY_COMPARE(m_events, (QStringList{u"a"_s, u"b"_s}));
    enter(u"d"_s); // nobody overtakes, even if a lane is free by now
    leave(u"7"_s);
    leave(u"8"_s);
    QTRY_COMPARE(m_events, (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
}

void RequestQueueTest::reusesTheLowestLane()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        enter(name);
    leave(u"a"_s);
    leave(u"b"_s);
    enter(u"d"_s);
    QCOMPARE(laneOf(u"d"_s), 0);
}

void RequestQueueTest::letsTheFirstOvertake()
{
    fill();
    enter(u"a"_s);
    enter(u"again"_s, QueuePlace::Position::First);
    leave(u"0"_s);
    leave(u"1"_s);
    QTRY_COMPARE(m_events, (QStringList{u"again"_s, u"a"_s}));
}

void RequestQueueTest::holdsEverybodyBack()
{
    QElapsedTimer clock;
    clock.start();
    m_queue->holdBack(80ms);
    QVERIFY(m_queue->heldFor() > 0ms);
    enter(u"a"_s);
    QTRY_COMPARE(m_events, (QStringList{u"a held"_s, u"a"_s}));
    QVERIFY2(clock.elapsed() >= 80, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(m_queue->heldFor(), 0ms);
}

void RequestQueueTest::tellsThoseWhoWaitOfAHold()
{
    fill();
    enter(u"a"_s);
    m_queue->holdBack(40ms);
    QVERIFY(m_events.isEmpty());
    QTRY_COMPARE(m_events, QStringList{u"a held"_s});
    leave(u"0"_s);
    QTRY_COMPARE(m_events, (QStringList{u"a held"_s, u"a"_s}));
}

void RequestQueueTest::keepsTheLongerHold()
{
    m_queue->holdBack(10s);
    m_queue->holdBack(5ms);
    QVERIFY(m_queue->heldFor() > 9s);
    enter(u"a"_s);
    QTRY_COMPARE(m_events, QStringList{u"a held"_s});
    QTest::qWait(30);
    QCOMPARE(m_events, QStringList{u"a held"_s});
}

void RequestQueueTest::forgetsWhoLeft()
{
    m_queue->holdBack(20ms);
    enter(u"a"_s);
    enter(u"b"_s);
    leave(u"a"_s);
    QTRY_VERIFY(m_events.contains(u"b"_s));
    QVERIFY(!m_events.contains(u"a"_s));
    QVERIFY(!m_events.contains(u"a held"_s));
}

void RequestQueueTest::survivesPlacesDeletedWhileAdmitting()
{
    m_queue->holdBack(5ms);
    QueuePlace *first = enter(u"a"_s);
    enter(u"b"_s);
    enter(u"c"_s);
    connect(first, &QueuePlace::admitted, this, [this] {
        leave(u"b"_s);
        leave(u"a"_s);
    });
    QTRY_VERIFY(m_events.endsWith(u"c"_s));
    QVERIFY(m_events.contains(u"a"_s));
    QVERIFY(!m_events.contains(u"b"_s));
}

void RequestQueueTest::survivesAQueueThatGoesFirst()
{
    enter(u"a"_s);
    m_queue->holdBack(1ms);
    enter(u"b"_s);
    m_queue.reset();
    QTest::qWait(10);
    QVERIFY(m_events.isEmpty());
}

QTEST_GUILESS_MAIN(RequestQueueTest)
#include "tst_requestqueue.moc"
