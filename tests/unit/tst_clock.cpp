// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerstage.h"
#include "localzone.h"

#include "followup/followuplist.h"
#include "history/cleaningclock.h"
#include "history/historyperiod.h"
#include "history/ledgerchores.h"
#include "ledger/instancelocks.h"
#include "wording/followupwording.h"
#include "wording/ledgerwording.h"
#include "wording/timewording.h"

#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

//! Clocks that are changed, by people, by batteries and by law.
class ClockTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void looksBackOverDaysOfAnyLength_data();
    void looksBackOverDaysOfAnyLength();
    void namesDaysOfAnyLength_data();
    void namesDaysOfAnyLength();
    void countsDaysAsTheCalendarOnTheWall_data();
    void countsDaysAsTheCalendarOnTheWall();
    void tellsNoAgeOfTheFuture();
    void keepsTheOrderOfWhatIsKnown();
    void keepsNoNegativeDuration();
    void doubtsALeap_data();
    void doubtsALeap();
    void doubtsWithoutMemory();
    void emptiesNothingAfterALeap();
    void deletesByTheLaterOfTwoTimes();
    void deletesWhatWasHiddenInTheFuture();
    void takesNoLockFromTheFuture();

private:
    QString folder() const { return m_dir->filePath(u"ledger"_s); }
    std::unique_ptr<Ledger> opened() const
    {
        auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
        return opening ? std::move(opening).value().ledger : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

QDateTime utc(const QString &iso)
{
    return QDateTime::fromString(iso + u'Z', Qt::ISODate);
}

bool write(Ledger &ledger, const Attempt &attempt, const QDateTime &endedAt)
{
    AttemptEnded end;
    end.attempt = attempt.id;
    end.outcome = AttemptOutcome::Failed;
    end.endedAt = endedAt;
    return ledger.write(AttemptBegun{attempt}).hasValue() && ledger.write(end).hasValue();
}

Attempt attemptAt(const QDateTime &startedAt)
{
    Attempt attempt = someAttempt();
    attempt.startedAt = startedAt;
    return attempt;
}

FollowUpRow rowOf(const Attempt &link, const QDateTime &now)
{
    FollowUpList::Source source;
    source.now = now;
    source.followUps.sentLinks = {link};
    return FollowUpList::rows(source).constFirst();
}

} // namespace

void ClockTest::init()
{
    StrictTest::init();
    m_dir = std::make_unique<QTemporaryDir>();
}

void ClockTest::looksBackOverDaysOfAnyLength_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<HistoryPeriod>("period");
    QTest::addColumn<QDateTime>("from");
    const QByteArray berlin("Europe/Berlin");
    const QByteArray newYork("America/New_York");
    const auto today = HistoryPeriod::Today;
    const auto week = HistoryPeriod::Last7Days;
    QTest::newRow("the evening of 23 hours, Berlin")
        << berlin << utc(u"2026-03-29T20:00:00"_s) << today << utc(u"2026-03-28T23:00:00"_s);
    QTest::newRow("the first hour of 23, Berlin")
        << berlin << utc(u"2026-03-28T23:30:00"_s) << today << utc(u"2026-03-28T23:00:00"_s);
    QTest::newRow("the evening of 25 hours, Berlin")
        << berlin << utc(u"2026-10-25T22:30:00"_s) << today << utc(u"2026-10-24T22:00:00"_s);
    QTest::newRow("the first of two half past twos, Berlin")
        << berlin << utc(u"2026-10-25T00:30:00"_s) << today << utc(u"2026-10-24T22:00:00"_s);
    QTest::newRow("a week with 23 hours, Berlin")
        << berlin << utc(u"2026-04-01T08:00:00"_s) << week << utc(u"2026-03-25T23:00:00"_s);
    QTest::newRow("a week with 25 hours, Berlin")
        << berlin << utc(u"2026-10-28T08:00:00"_s) << week << utc(u"2026-10-21T22:00:00"_s);
    QTest::newRow("the evening of 23 hours, New York")
        << newYork << utc(u"2026-03-09T03:30:00"_s) << today << utc(u"2026-03-08T05:00:00"_s);
    QTest::newRow("the evening of 25 hours, New York")
        << newYork << utc(u"2026-11-02T04:30:00"_s) << today << utc(u"2026-11-01T04:00:00"_s);
    QTest::newRow("the morning after 25 hours, New York")
        << newYork << utc(u"2026-11-02T05:30:00"_s) << today << utc(u"2026-11-02T05:00:00"_s);
    QTest::newRow("30 days with a change, New York")
        << newYork << utc(u"2026-11-20T15:00:00"_s) << HistoryPeriod::Last30Days
        << utc(u"2026-10-22T04:00:00"_s);
    QTest::newRow("a day without midnight, Beirut")
        << QByteArray("Asia/Beirut") << utc(u"2026-03-29T09:00:00"_s) << today
        << utc(u"2026-03-28T22:00:00"_s);
}

void ClockTest::looksBackOverDaysOfAnyLength()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, now);
    QFETCH(HistoryPeriod, period);
    const LocalZone local(zone);
    QTEST(beginningOf(period, now), "from");
}

void ClockTest::namesDaysOfAnyLength_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("then");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("words");
    const QByteArray berlin("Europe/Berlin");
    const QByteArray newYork("America/New_York");
    QTest::newRow("24 hours ago, the day before yesterday")
        << berlin << utc(u"2026-03-28T22:30:00"_s) << utc(u"2026-03-29T22:30:00"_s)
        << u"Sat, 23:30"_s;
    QTest::newRow("24 hours ago, still today")
        << berlin << utc(u"2026-10-24T22:10:00"_s) << utc(u"2026-10-25T22:10:00"_s) << u"00:10"_s;
    QTest::newRow("Tuesday") << newYork << utc(u"2026-11-03T15:00:00"_s)
                             << utc(u"2026-11-07T15:00:00"_s) << u"Tue, 10:00"_s;
    QTest::newRow("Tuesday, in UTC a Wednesday")
        << newYork << utc(u"2026-11-04T04:30:00"_s) << utc(u"2026-11-07T15:00:00"_s)
        << u"Tue, 23:30"_s;
    QTest::newRow("yesterday over the change")
        << newYork << utc(u"2026-11-01T05:30:00"_s) << utc(u"2026-11-02T06:30:00"_s)
        << u"Yesterday, 01:30"_s;
}

void ClockTest::namesDaysOfAnyLength()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, then);
    QFETCH(QDateTime, now);
    const LocalZone local(zone);
    QTEST(LedgerWording::when(then, now), "words");
}

void ClockTest::countsDaysAsTheCalendarOnTheWall_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QDateTime>("expiry");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("words");
    const QByteArray newYork("America/New_York");
    const QByteArray berlin("Europe/Berlin");
    QTest::newRow("tomorrow, in UTC today")
        << newYork << utc(u"2026-11-10T15:00:00"_s) << utc(u"2026-11-10T01:00:00"_s)
        << u"Magic link expires in 1 day(s)"_s;
    QTest::newRow("today, in UTC tomorrow")
        << newYork << utc(u"2026-11-11T02:00:00"_s) << utc(u"2026-11-10T15:00:00"_s)
        << u"Magic link expires today"_s;
    QTest::newRow("in the last hours of 25")
        << berlin << utc(u"2026-10-25T22:50:00"_s) << utc(u"2026-10-24T22:10:00"_s)
        << u"Magic link expires today"_s;
    QTest::newRow("over a day of 23 hours")
        << berlin << utc(u"2026-03-30T10:00:00"_s) << utc(u"2026-03-28T11:00:00"_s)
        << u"Magic link expires in 2 day(s)"_s;
}

void ClockTest::countsDaysAsTheCalendarOnTheWall()
{
    QFETCH(QByteArray, zone);
    QFETCH(QDateTime, expiry);
    QFETCH(QDateTime, now);
    const LocalZone local(zone);
    Attempt link = attemptAt(now.addDays(-300));
    link.linkExpiresAt = expiry;
    QTEST(FollowUpWording::reason(rowOf(link, now), now), "words");
}

// Begun while the clock was ahead.
void ClockTest::tellsNoAgeOfTheFuture()
{
    const QDateTime now = utc(u"2026-11-10T15:00:00"_s);
    Attempt link = attemptAt(now.addDays(3));
    link.linkCreatedAt = link.startedAt;
    link.linkExpiresAt = link.startedAt.addYears(1);
    QCOMPARE(
        FollowUpWording::reason(rowOf(link, now), now), u"Magic link sent just now, no news"_s);
    for (const qint64 ahead : {qint64{1}, qint64{3'600}, qint64{400} * 24 * 3'600})
        QCOMPARE(TimeWording::ago(now.addSecs(ahead), now), u"just now"_s);
    QCOMPARE(LedgerWording::when(now.addYears(9), now), u"10 Nov 2035"_s);
}

// The order is that of the starts, and nothing is written over.
void ClockTest::keepsTheOrderOfWhatIsKnown()
{
    const auto ledger = opened();
    const QDateTime now = utc(u"2026-11-10T15:00:00"_s);
    QList<QUuid> ids;
    for (const QDateTime &time : {now, now.addSecs(-7'200), now, now.addYears(9), now,
             QDateTime::fromMSecsSinceEpoch(-5'000, Qt::UTC)}) {
        const Attempt attempt = attemptAt(time);
        QVERIFY(write(*ledger, attempt, time));
        ids.append(attempt.id);
    }
    const auto page = ledger->attempts({}, {});
    QVERIFY(page.hasValue());
    QList<QUuid> order;
    for (const Attempt &attempt : page->attempts)
        order.append(attempt.id);
    QCOMPARE(
        order, (QList<QUuid>{ids.at(3), ids.at(4), ids.at(2), ids.at(0), ids.at(1), ids.at(5)}));
}

void ClockTest::keepsNoNegativeDuration()
{
    const auto ledger = opened();
    const Attempt attempt = attemptAt(someTime());
    AttemptEnded end;
    end.attempt = attempt.id;
    end.endedAt = someTime(-3'600);
    end.duration = std::chrono::hours(-1);
    QVERIFY(ledger->write(AttemptBegun{attempt}).hasValue());
    QVERIFY(ledger->write(end).hasValue());
    const Attempt kept = ledger->attempt(attempt.id)->value();
    QVERIFY(!kept.duration);
    QCOMPARE(kept.endedAt, end.endedAt);
    QVERIFY(!LedgerWording::summary(kept, false).contains(u"Duration"_s));
}

void ClockTest::doubtsALeap_data()
{
    using Times = QList<int>;
    using Answers = QList<bool>;
    QTest::addColumn<Times>("days");
    QTest::addColumn<Answers>("answers");
    QTest::newRow("day by day") << Times{0, 1, 2, 9} << Answers{true, true, true, true};
    QTest::newRow("years ahead for a moment")
        << Times{0, 3'650, 3'650, 1, 2} << Answers{true, false, false, true, true};
    QTest::newRow("back from far away")
        << Times{0, 100, 100, 101, 102} << Answers{true, false, false, true, true};
    QTest::newRow("used every other week")
        << Times{0, 14, 28, 42, 56} << Answers{true, false, true, false, true};
    QTest::newRow("used each quarter")
        << Times{0, 100, 200, 300, 301} << Answers{true, false, true, false, true};
    QTest::newRow("from far away to far away")
        << Times{0, 400, 800, 1'200, 1'201} << Answers{true, false, false, false, true};
    QTest::newRow("ahead by another leap each day")
        << Times{0, 3'650, 7'300, 3'651} << Answers{true, false, false, false};
    QTest::newRow("set back for long")
        << Times{0, -9'000, -8'999, 1, 2} << Answers{true, false, true, false, true};
    QTest::newRow("without a battery")
        << Times{0, -9'000, 1, -9'000, 2, 3} << Answers{true, false, true, false, true, true};
}

void ClockTest::doubtsALeap()
{
    QFETCH(QList<int>, days);
    QFETCH(QList<bool>, answers);
    QVERIFY(QDir().mkdir(folder()));
    QList<bool> found;
    for (const int day : std::as_const(days))
        found.append(CleaningClock(folder()).believes(someTime().addDays(day), someTime()));
    QCOMPARE(found, answers);
    const QString file = folder() + u"/cleaning.json"_s;
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), 0);
}

void ClockTest::doubtsWithoutMemory()
{
    QVERIFY(!CleaningClock(folder()).believes(someTime(), someTime().addDays(-8)));
    QVERIFY(CleaningClock(folder()).believes(someTime(), someTime().addDays(-6)));
    QVERIFY(CleaningClock(folder()).believes(someTime(), {}));
    QVERIFY(!QFile::exists(folder())); // it makes none
    QVERIFY(QDir().mkdir(folder()));
    QFile spoilt(folder() + u"/cleaning.json"_s);
    QVERIFY(spoilt.open(QIODevice::WriteOnly));
    spoilt.write("no JSON");
    spoilt.close();
    QVERIFY(!CleaningClock(folder()).believes(someTime(), someTime().addDays(-8)));
    QVERIFY(CleaningClock(folder()).believes(someTime().addDays(1), {}));
}

void ClockTest::emptiesNothingAfterALeap()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Attempt old = attemptAt(now.addDays(-100));
    const Attempt hidden = attemptAt(now.addDays(-10));
    {
        const auto ledger = opened();
        QVERIFY(write(*ledger, old, old.startedAt));
        QVERIFY(write(*ledger, hidden, hidden.startedAt));
        QVERIFY(ledger->write(AttemptHidden{hidden.id, true}).hasValue());
    }
    const auto clean = [this] {
        LedgerChores chores(folder());
        QSignalSpy finished(&chores, &LedgerChores::finished);
        chores.clean({});
        return finished.wait() ? finished.constFirst().constFirst().value<LedgerChores::Report>()
                               : LedgerChores::Report();
    };
    QCOMPARE(clean().attempts, 0); // the newest is 100 days old: it may be the clock
    QVERIFY(opened()->attempt(old.id)->has_value());
    // What it said a day ago, and now again.
    QVERIFY(!CleaningClock(folder()).believes(now.addDays(-1).addSecs(-60), old.startedAt));
    QCOMPARE(clean().attempts, 1);
    QVERIFY(!opened()->attempt(old.id)->has_value());
}

void ClockTest::deletesByTheLaterOfTwoTimes()
{
    const auto ledger = opened();
    const QDateTime now = someTime();
    const Attempt setBack = attemptAt(now.addDays(-1));
    const Attempt setForward = attemptAt(now.addDays(-9'000));
    QVERIFY(write(*ledger, setBack, now.addDays(-9'000)));
    QVERIFY(write(*ledger, setForward, now.addDays(-1)));
    QCOMPARE(*ledger->clean({}, now), 0);
    QCOMPARE(*ledger->count({}), 2);
}

// It was hidden by people, who take it for gone.
void ClockTest::deletesWhatWasHiddenInTheFuture()
{
    const auto ledger = opened();
    const Attempt attempt = attemptAt(someTime());
    QVERIFY(write(*ledger, attempt, someTime()));
    QVERIFY(ledger->write(AttemptHidden{attempt.id, true}).hasValue());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Retention never{std::nullopt, std::nullopt};
    QCOMPARE(*ledger->clean(never, now.addSecs(-3'600)), 0); // of another time zone's clock, say
    QCOMPARE(*ledger->clean(never, now.addYears(-5)), 1);
}

void ClockTest::takesNoLockFromTheFuture()
{
    QVERIFY(QDir().mkdir(folder()));
    QFile lock(folder() + u"/half-made.lock"_s);
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QVERIFY(InstanceLocks(folder()).isAlive(u"half-made"_s)); // just about to be written
    QVERIFY(lock.setFileTime(
        QDateTime::currentDateTime().addYears(3), QFileDevice::FileModificationTime));
    QVERIFY(!InstanceLocks(folder()).isAlive(u"half-made"_s));
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
