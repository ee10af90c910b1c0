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
    void admitsFromTheEventLoopOnly();
    void admitsInOrder();
    void admitsAsManyAsThereAreLanes();
    void reusesTheLowestLane();
    void letsTheFirstOvertake();
    void holdsEverybodyBack();
    void tellsLatecomersOfAHold();
    void keepsTheLongerHold();
    void forgetsWhoLeft();
    void survivesPlacesDeletedWhileAdmitting();
    void survivesAQueueThatGoesFirst();

private:
    QueuePlace *enter(
        const QString &name, QueuePlace::Position position = QueuePlace::Position::Last);
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

void RequestQueueTest::admitsFromTheEventLoopOnly()
{
    enter(u"a"_s);
    QVERIFY(m_events.isEmpty());
    QCOMPARE(laneOf(u"a"_s), -1);
    QTRY_COMPARE(m_events, QStringList{u"a"_s});
    QCOMPARE(laneOf(u"a"_s), 0);
}

void RequestQueueTest::admitsInOrder()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        enter(name);
    QTRY_COMPARE(m_events, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void RequestQueueTest::admitsAsManyAsThereAreLanes()
{
    for (int i = 0; i < RequestQueue::lanes + 2; ++i)
        enter(QString::number(i));
    QTRY_COMPARE(m_events.size(), RequestQueue::lanes);
    QTest::qWait(20);
    QCOMPARE(m_events.size(), RequestQueue::lanes);
    leave(u"3"_s);
    QTRY_COMPARE(m_events.size(), RequestQueue::lanes + 1);
    QCOMPARE(m_events.constLast(), QString::number(RequestQueue::lanes));
    QCOMPARE(laneOf(QString::number(RequestQueue::lanes)), 3);
}

void RequestQueueTest::reusesTheLowestLane()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        enter(name);
    QTRY_COMPARE(m_events.size(), 3);
    leave(u"a"_s);
    leave(u"b"_s);
    enter(u"d"_s);
    QTRY_COMPARE(m_events.size(), 4);
    QCOMPARE(laneOf(u"d"_s), 0);
}

void RequestQueueTest::letsTheFirstOvertake()
{
    enter(u"a"_s);
    enter(u"again"_s, QueuePlace::Position::First);
    QTRY_COMPARE(m_events, (QStringList{u"again"_s, u"a"_s}));
}

void RequestQueueTest::holdsEverybodyBack()
{
    enter(u"a"_s);
    QElapsedTimer clock;
    clock.start();
    m_queue->holdBack(80ms);
    QVERIFY(m_queue->heldFor() > 0ms);
    QTRY_COMPARE(m_events, (QStringList{u"a held"_s, u"a"_s}));
    QVERIFY2(clock.elapsed() >= 80, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(m_queue->heldFor(), 0ms);
}

void RequestQueueTest::tellsLatecomersOfAHold()
{
    m_queue->holdBack(60ms);
    enter(u"late"_s);
    QVERIFY(m_events.isEmpty());
    QTRY_COMPARE(m_events, (QStringList{u"late held"_s, u"late"_s}));
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
    QueuePlace *first = enter(u"a"_s);
    enter(u"b"_s);
    enter(u"c"_s);
    connect(first, &QueuePlace::admitted, this, [this] {
        leave(u"b"_s);
        leave(u"a"_s);
    });
    QTRY_COMPARE(m_events, (QStringList{u"a"_s, u"c"_s}));
}

void RequestQueueTest::survivesAQueueThatGoesFirst()
{
    enter(u"a"_s);
    m_queue->holdBack(1ms);
    m_queue.reset();
    QTest::qWait(10);
    QVERIFY(m_events.isEmpty());
}

QTEST_GUILESS_MAIN(RequestQueueTest)
#include "tst_requestqueue.moc"
