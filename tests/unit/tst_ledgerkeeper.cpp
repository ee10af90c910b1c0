// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerstage.h"

#include "ledger/instancelocks.h"
#include "ledger/ledgerdatabase.h"
#include "ledger/ledgerfiles.h"
#include "ledger/ledgerkeeper.h"

#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;

class LedgerKeeperTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAtOnce();
    void keepsStepsThatCannotBeWritten();
    void saysWhenTooManyWait();
    void seesOthersWriting();
    void beginsAnewWhenDamageShowsLater();
    void tellsLivingInstancesFromOthers();
    void opensAgainAfterRestoring();
    void followsTheFileThatTookItsPlace_data();
    void followsTheFileThatTookItsPlace();
    void goesOnInAFolderThatTookItsPlace();
    void marksBatchesInTheFileThatIsThere();
    void waitsWhereNothingCanTakeItsPlace();

private:
    QString folder() const { return m_dir->filePath(u"ledger"_s); }
    void fill(LedgerKeeper &keeper, int attempts) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

constexpr std::chrono::milliseconds quick{20};

} // namespace

void LedgerKeeperTest::init()
{
    StrictTest::init();
    m_dir = std::make_unique<QTemporaryDir>();
}

void LedgerKeeperTest::fill(LedgerKeeper &keeper, int attempts) const
{
    for (int i = 0; i < attempts; ++i) {
        Attempt attempt = someAttempt(u"Filled "_s + QString::number(i));
        attempt.startedAt = someTime(i);
        QVERIFY(keeper.tell(AttemptBegun{attempt}));
        AttemptEnded end;
        end.attempt = attempt.id;
        QVERIFY(keeper.tell(end));
    }
}

void LedgerKeeperTest::writesAtOnce()
{
    LedgerKeeper keeper(folder());
    QSignalSpy changes(&keeper, &LedgerKeeper::changed);
    QVERIFY(keeper.ledger());
    QVERIFY(keeper.tell(AttemptBegun{someAttempt()}));
    QCOMPARE(changes.size(), 1);
    QVERIFY(!keeper.problem());
    QCOMPARE(*openLedger(folder(), LedgerAccess::ReadOnly)->ledger->count({}), 1);
}

void LedgerKeeperTest::keepsStepsThatCannotBeWritten()
{
    // In the place of the folder stands a file, until somebody takes it away.
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    LedgerKeeper keeper(folder(), nullptr, quick);
    QSignalSpy problems(&keeper, &LedgerKeeper::problemChanged);
    QVERIFY(!keeper.ledger());
    QVERIFY(keeper.problem());
    QCOMPARE(keeper.problem()->reason, LedgerError::Reason::NoFolder);
    const Attempt attempt = someAttempt();
    QVERIFY(!keeper.tell(AttemptBegun{attempt}));
    AttemptEnded end;
    end.attempt = attempt.id;
    end.outcome = AttemptOutcome::Connected;
    QVERIFY(!keeper.tell(end));
    QCOMPARE(keeper.waiting(), 2);
    QVERIFY(file.remove());
    QTRY_COMPARE(keeper.waiting(), 0);
    QVERIFY(!keeper.problem());
    QCOMPARE(problems.size(), 1);
    QCOMPARE(keeper.ledger()->attempt(attempt.id)->value().outcome, AttemptOutcome::Connected);
}

void LedgerKeeperTest::saysWhenTooManyWait()
{
    QFile file(folder());
    QVERIFY(file.open(QIODevice::WriteOnly));
    LedgerKeeper keeper(folder(), nullptr, 1h);
    const Attempt attempt = someAttempt();
    for (qsizetype i = 0; i < LedgerKeeper::mostWaiting; ++i)
        QVERIFY(!keeper.tell(AttemptNoted{attempt.id, {}}));
    QSignalSpy problems(&keeper, &LedgerKeeper::problemChanged);
    QVERIFY(!keeper.tell(AttemptNoted{attempt.id, {}}));
    QCOMPARE(keeper.waiting(), LedgerKeeper::mostWaiting);
    QCOMPARE(keeper.dropped(), 1);
    QCOMPARE(problems.size(), 1);
    QVERIFY(file.remove());
}

void LedgerKeeperTest::seesOthersWriting()
{
    LedgerKeeper one(folder(), nullptr, quick);
    LedgerKeeper two(folder(), nullptr, quick);
    QSignalSpy changes(&one, &LedgerKeeper::changed);
    QVERIFY(two.tell(AttemptBegun{someAttempt()}));
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(*one.ledger()->count({}), 1);
    QVERIFY(one.batches());
}

void LedgerKeeperTest::beginsAnewWhenDamageShowsLater()
{
    LedgerKeeper keeper(folder(), nullptr, quick);
    // More than the start looks through.
    for (int i = 0; i < 400; ++i) {
        Attempt attempt = someAttempt();
        attempt.startedAt = someTime(i);
        attempt.notes = QString(15'000, u'x');
        QVERIFY(keeper.tell(AttemptBegun{attempt}));
    }
    keeper.close();
    QFile file(ledgerFile(folder()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 5'000'000);
    const QByteArray garbage(4096, '\x5a');
    for (qint64 at = 60 * garbage.size(); at < file.size(); at += garbage.size()) {
        QVERIFY(file.seek(at));
        QCOMPARE(file.write(garbage), garbage.size());
    }
    file.close();
    QVERIFY(keeper.tryAgain());
    QVERIFY(!keeper.keptAside());
    const Attempt attempt = someAttempt();
    QVERIFY(!keeper.tell(AttemptBegun{attempt}));
    QTRY_COMPARE(keeper.waiting(), 0);
    QVERIFY(keeper.keptAside());
    QVERIFY(QFile::exists(*keeper.keptAside()));
    QVERIFY(keeper.ledger()->attempt(attempt.id)->has_value());
}

void LedgerKeeperTest::tellsLivingInstancesFromOthers()
{
    auto one = std::make_unique<LedgerKeeper>(folder());
    LedgerKeeper two(folder());
    QVERIFY(one->instance() != two.instance());
    QVERIFY(two.isAlive(two.instance()));
    QVERIFY(two.isAlive(one->instance()));
    QVERIFY(!two.isAlive(u"nobody"_s));
    QVERIFY(!two.isAlive({}));
    QVERIFY(!two.isAlive(u"../opening"_s));
    Attempt attempt = someAttempt();
    attempt.instance = one->instance();
    QVERIFY(one->tell(AttemptBegun{attempt}));
    QVERIFY(two.ledger()->followUps({})->unfinished.isEmpty());
    const QString gone = one->instance();
    one.reset();
    QVERIFY(!two.isAlive(gone));
    QCOMPARE(two.ledger()->followUps({})->unfinished.size(), 1);
}

void LedgerKeeperTest::opensAgainAfterRestoring()
{
    LedgerKeeper keeper(folder(), nullptr, quick);
    fill(keeper, 1);
    const QString backup = m_dir->filePath(u"backup.sqlite"_s);
    QVERIFY(keeper.ledger()->backUpTo(backup).hasValue());
    fill(keeper, 1);
    keeper.close();
    QVERIFY(!keeper.ledger());
    QVERIFY(restoreLedger(folder(), backup).hasValue());
    QVERIFY(keeper.tryAgain());
    QCOMPARE(*keeper.ledger()->count({}), 1);
}

void LedgerKeeperTest::followsTheFileThatTookItsPlace_data()
{
    QTest::addColumn<QString>("act");
    QTest::newRow("put aside by another instance") << u"put aside"_s;
    QTest::newRow("restored by something that knows no locks") << u"copy"_s;
    QTest::newRow("deleted") << u"delete"_s;
    QTest::newRow("the log deleted") << u"delete log"_s;
}

void LedgerKeeperTest::followsTheFileThatTookItsPlace()
{
    QFETCH(QString, act);
    LedgerKeeper keeper(folder(), nullptr, 1h);
    const Attempt underWay = someAttempt(u"Under way"_s);
    QVERIFY(keeper.tell(AttemptBegun{underWay}));
    const QString file = ledgerFile(folder());
    const QString copy = m_dir->filePath(u"copy.sqlite"_s);
    QVERIFY(keeper.ledger()->backUpTo(copy).hasValue());
    QSignalSpy replacements(&keeper, &LedgerKeeper::replaced);
    if (act == "put aside"_L1)
        QVERIFY(ledgerfiles::putAside(file, u"damaged"_s));
    else if (act == "copy"_L1)
        QVERIFY(QFile::remove(file + u"-wal"_s) && ledgerfiles::replace(file, copy));
    else if (act == "delete"_L1)
        QVERIFY(QFile::remove(file));
    else
        QVERIFY(QFile::remove(file + u"-wal"_s));
    const Attempt later = someAttempt(u"Later"_s);
    QVERIFY(keeper.tell(AttemptBegun{later}));
    AttemptEnded end;
    end.attempt = underWay.id;
    end.outcome = AttemptOutcome::Connected;
    QVERIFY(keeper.tell(end));
    QVERIFY(!keeper.problem());
    QCOMPARE(keeper.waiting(), 0);
    QCOMPARE(replacements.size(), act == "delete log"_L1 ? 0 : 1);
    const auto reading = openLedger(folder(), LedgerAccess::ReadOnly);
    QVERIFY(reading.hasValue());
    QVERIFY(reading->ledger->attempt(later.id)->has_value());
    if (act == "delete log"_L1)
        return; // what stood in it alone is gone, and nothing after
    QVERIFY(reading->ledger->attempt(underWay.id)->has_value());
    QCOMPARE(reading->ledger->attempt(underWay.id)->value().outcome, AttemptOutcome::Connected);
    QCOMPARE(*reading->ledger->count({}), 2);
}

void LedgerKeeperTest::goesOnInAFolderThatTookItsPlace()
{
    LedgerKeeper keeper(folder(), nullptr, quick);
    fill(keeper, 3);
    QSignalSpy replacements(&keeper, &LedgerKeeper::replaced);
    QVERIFY(QFile::rename(folder(), m_dir->filePath(u"elsewhere"_s)));
    LedgerKeeper other(folder(), nullptr, 1h);
    fill(other, 1);
    QTRY_COMPARE(replacements.size(), 1); // without a step of ours
    QCOMPARE(*keeper.ledger()->count({}), 1);
    QVERIFY(other.isAlive(keeper.instance()));
    QVERIFY(keeper.tell(AttemptBegun{someAttempt()}));
    QCOMPARE(*other.ledger()->count({}), 2);
}

void LedgerKeeperTest::marksBatchesInTheFileThatIsThere()
{
    LedgerKeeper keeper(folder(), nullptr, 1h);
    Batch batch;
    batch.id = QUuid::createUuid();
    batch.profileId = u"p1"_s;
    batch.rows = {{1, BatchRowStatus::Planned, {}, {}}};
    QVERIFY(keeper.batches()->begin(batch).hasValue());
    BatchLedger *const before = keeper.batches();
    const QString file = ledgerFile(folder());
    QVERIFY(ledgerfiles::putAside(file, u"damaged"_s));
    const QList<BatchRow> sending{{1, BatchRowStatus::Sending, {}, {}}};
    const auto lost = before->record(batch.id, sending, {});
    QVERIFY(!lost.hasValue());
    QCOMPARE(lost.error().reason, LedgerError::Reason::Replaced);
    // It knows nothing of the batch, and says so.
    QVERIFY(!keeper.batches()->record(batch.id, sending, {}).hasValue());
    QVERIFY(keeper.batches()->begin(batch).hasValue());
    QVERIFY(openLedger(folder(), LedgerAccess::ReadOnly)
                ->ledger->batches()
                .batch(batch.id)
                ->has_value());
}

void LedgerKeeperTest::waitsWhereNothingCanTakeItsPlace()
{
    LedgerKeeper keeper(folder(), nullptr, quick);
    const Attempt underWay = someAttempt();
    QVERIFY(keeper.tell(AttemptBegun{underWay}));
    QVERIFY(QFile::rename(folder(), m_dir->filePath(u"elsewhere"_s)));
    QFile obstacle(folder());
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    QVERIFY(!keeper.tell(AttemptReached{underWay.id, AttemptStep::FlowOpened}));
    QVERIFY(keeper.problem());
    QCOMPARE(keeper.problem()->reason, LedgerError::Reason::NoFolder);
    QVERIFY(obstacle.remove());
    QTRY_COMPARE(keeper.waiting(), 0);
    QVERIFY(!keeper.problem());
    QCOMPARE(keeper.ledger()->attempt(underWay.id)->value().step, AttemptStep::FlowOpened);
}

QTEST_GUILESS_MAIN(LedgerKeeperTest)
#include "tst_ledgerkeeper.moc"
