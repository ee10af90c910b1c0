// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "session/linklife.h"

#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace desk;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Stage = LinkLife::Stage;

namespace {

constexpr milliseconds lookEvery = 2ms;

} // namespace

class LinkLifeTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsStage_data();
    void knowsItsStage();
    void tellsEachStageOnce();
    void noticesASleepOfTheComputer();
    void isSilentOnceStopped();
    void maySeeItsReceiverStopIt();
    void countsTimeThatPasses();
};

void LinkLifeTest::knowsItsStage_data()
{
    QTest::addColumn<milliseconds>("passed");
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<milliseconds>("remaining");
    QTest::newRow("just made") << 0ms << Stage::Fresh << milliseconds(1h);
    QTest::newRow("a millisecond before the warning")
        << milliseconds(55min) - 1ms << Stage::Fresh << milliseconds(5min) + 1ms;
    QTest::newRow("five minutes left")
        << milliseconds(55min) << Stage::EndsSoon << milliseconds(5min);
    QTest::newRow("a millisecond left") << milliseconds(1h) - 1ms << Stage::EndsSoon << 1ms;
    QTest::newRow("nothing left") << milliseconds(1h) << Stage::Over << 0ms;
    QTest::newRow("long over") << milliseconds(48h) << Stage::Over << 0ms;
}

void LinkLifeTest::knowsItsStage()
{
    QFETCH(milliseconds, passed);
    QFETCH(Stage, stage);
    milliseconds now = 7s; // some time since the computer was started
    LinkLife life([&now] { return now; }, lookEvery);
    QCOMPARE(life.stage(), Stage::NotStarted);
    QCOMPARE(life.remaining(), 0ms);
    life.start(1h);
    now += passed;
    QTRY_COMPARE(life.stage(), stage);
    QTEST(life.remaining(), "remaining");
}

void LinkLifeTest::tellsEachStageOnce()
{
    milliseconds now = 0ms;
    LinkLife life([&now] { return now; }, lookEvery);
    QList<Stage> stages;
    connect(&life, &LinkLife::stageChanged, this, [&](Stage stage) { stages.append(stage); });
    QSignalSpy ticks(&life, &LinkLife::remainingChanged);
    life.start(1h);
    now = 56min;
    QVERIFY(ticks.wait());
    now = 57min;
    QVERIFY(ticks.wait());
    now = 60min;
    QVERIFY(ticks.wait());
    QCOMPARE(stages, QList<Stage>({Stage::Fresh, Stage::EndsSoon, Stage::Over}));
}

void LinkLifeTest::noticesASleepOfTheComputer()
{
    milliseconds now = 0ms;
    LinkLife life([&now] { return now; }, lookEvery);
    life.start(1h);
    now = 10h;
    QTRY_COMPARE(life.stage(), Stage::Over);
}

void LinkLifeTest::isSilentOnceStopped()
{
    milliseconds now = 0ms;
    LinkLife life([&now] { return now; }, lookEvery);
    life.start(1h);
    life.stop();
    now = 2h;
    QSignalSpy ticks(&life, &LinkLife::remainingChanged);
    QVERIFY(!ticks.wait(50));
    QCOMPARE(life.stage(), Stage::Fresh);
}

void LinkLifeTest::maySeeItsReceiverStopIt()
{
    milliseconds now = 0ms;
    LinkLife life([&now] { return now; }, lookEvery);
    life.start(1h);
    connect(&life, &LinkLife::stageChanged, &life, &LinkLife::stop);
    now = 56min;
    QTRY_COMPARE(life.stage(), Stage::EndsSoon);
    QSignalSpy ticks(&life, &LinkLife::remainingChanged);
    QVERIFY(!ticks.wait(50));
}

void LinkLifeTest::countsTimeThatPasses()
{
    const milliseconds before = elapsedSinceBoot();
    QVERIFY(before > 0ms);
    QTRY_VERIFY(elapsedSinceBoot() > before);
}

QTEST_GUILESS_MAIN(LinkLifeTest)

#include "tst_linklife.moc"
