// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "support/stricttest.h"
#include "wording/ledgerwording.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

class HistoryWordingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void saysWhenItWas_data();
    void saysWhenItWas();
    void saysHowLongItTook_data();
    void saysHowLongItTook();
    void hasAWordForEachOutcome();
    void hasASentenceForEachError();
    void tellsWhoWasAtWork();
    void describesARow();
    void summarizesWithoutEmptyLines();
};

void HistoryWordingTest::saysWhenItWas_data()
{
    QTest::addColumn<QDateTime>("then");
    QTest::addColumn<QString>("words");
    const auto at = [](int year, int month, int day) {
        return QDateTime(QDate(year, month, day), QTime(14, 32, 5));
    };
    QTest::newRow("today") << at(2026, 11, 22) << u"14:32"_s;
    QTest::newRow("yesterday") << at(2026, 11, 21) << u"Yesterday, 14:32"_s;
    QTest::newRow("this week") << at(2026, 11, 17) << u"Tue, 14:32"_s;
    QTest::newRow("this year") << at(2026, 3, 12) << u"12 Mar"_s;
    QTest::newRow("long ago") << at(2025, 3, 12) << u"12 Mar 2025"_s;
    QTest::newRow("tomorrow, by another clock") << at(2026, 11, 23) << u"23 Nov"_s;
}

void HistoryWordingTest::saysWhenItWas()
{
    QFETCH(QDateTime, then);
    const QDateTime now(QDate(2026, 11, 22), QTime(18, 0));
    QTEST(LedgerWording::when(then.toUTC(), now.toUTC()), "words");
}

void HistoryWordingTest::saysHowLongItTook_data()
{
    QTest::addColumn<std::chrono::milliseconds>("duration");
    QTest::addColumn<QString>("words");
    QTest::newRow("no time") << std::chrono::milliseconds(0) << u"0 ms"_s;
    QTest::newRow("seconds") << std::chrono::milliseconds(12'700) << u"12 s"_s;
    QTest::newRow("minutes") << std::chrono::milliseconds(185'000) << u"3 min 5 s"_s;
    QTest::newRow("hours") << std::chrono::milliseconds(3'720'000) << u"1 h 2 min"_s;
}

void HistoryWordingTest::saysHowLongItTook()
{
    QFETCH(std::chrono::milliseconds, duration);
    QTEST(LedgerWording::duration(duration), "words");
}

void HistoryWordingTest::hasAWordForEachOutcome()
{
    QSet<QString> words;
    const QList<AttemptOutcome> all = LedgerWording::allOutcomes();
    for (const AttemptOutcome outcome : all)
        words.insert(LedgerWording::outcomeName(outcome));
    QCOMPARE(words.size(), 9);
    QVERIFY(!words.contains(QString()));
}

void HistoryWordingTest::hasASentenceForEachError()
{
    QSet<QString> headlines;
    for (int reason = 0; reason <= int(LedgerError::Reason::Failed); ++reason) {
        const ErrorMessage message =
            LedgerWording::message({LedgerError::Reason(reason), u"ledger.sqlite"_s, u"said so"_s});
        QVERIFY(!message.headline.isEmpty());
        QVERIFY(!message.headline.endsWith(u'.'));
        QVERIFY(message.advice.endsWith(u'.'));
        QVERIFY(message.details.contains("said so"_L1));
        headlines.insert(message.headline);
    }
    QCOMPARE(headlines.size(), int(LedgerError::Reason::Failed) + 1);
}

void HistoryWordingTest::tellsWhoWasAtWork()
{
    Attempt attempt;
    attempt.step = AttemptStep::FlowOpened;
    QCOMPARE(LedgerWording::outcome(attempt.outcome, attempt.purpose, true), u"Under way"_s);
    QCOMPARE(LedgerWording::outcome(attempt.outcome, attempt.purpose, false), u"Unfinished"_s);
    const QString connection = LedgerWording::outcomeAdvice(attempt, false);
    attempt.purpose = AttemptPurpose::Reconnection;
    QVERIFY(LedgerWording::outcomeAdvice(attempt, false) != connection);
    attempt.outcome = AttemptOutcome::Connected;
    QCOMPARE(LedgerWording::outcome(attempt.outcome, attempt.purpose, false), u"Reconnected"_s);
}

void HistoryWordingTest::describesARow()
{
    HistoryEntry entry;
    entry.organization = u"Northwind Ltd"_s;
    entry.outcome = AttemptOutcome::Connected;
    entry.startedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 32)).toUTC();
    entry.profile = {u"eu"_s, u"Acme EU"_s, ProfileKind::Production};
    QCOMPARE(LedgerWording::description(entry, entry.startedAt.addSecs(60)),
        u"Northwind Ltd, Connected, 14:32, Acme EU, Production"_s);
}

void HistoryWordingTest::summarizesWithoutEmptyLines()
{
    Attempt attempt;
    attempt.organization = u"Northwind Ltd"_s;
    attempt.startedAt = QDateTime(QDate(2026, 11, 22), QTime(14, 32), Qt::UTC);
    const QString summary = LedgerWording::summary(attempt, false);
    QVERIFY(summary.contains("Started: 2026-11-22 14:32:00 UTC"_L1));
    const QStringList lines = summary.split(u'\n');
    for (const QString &line : lines)
        QVERIFY2(!line.endsWith(": "_L1) && !line.isEmpty(), qPrintable(line));
    QVERIFY(!summary.contains("Email"_L1));
}

QTEST_GUILESS_MAIN(HistoryWordingTest)
#include "tst_historywording.moc"
