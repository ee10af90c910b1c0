// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/practiceintegration.h"

#include "support/stricttest.h"

#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;
using namespace desk;
using Act = std::function<void(PracticeIntegration &, const QDateTime &)>;
Q_DECLARE_METATYPE(Act)

// How one integration moves, with a clock that stands still unless it is moved.
class PracticeIntegrationTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void setupMoves_data();
    void setupMoves();
    void statusMoves_data();
    void statusMoves();
    void runsOneSyncOfEachType();
    void switchingOffCancelsSyncs();
    void aCancelledFinalSyncBeginsAnew();
    void aFinishedSetupStaysFinishedWhenSwitchedOff();
    void changesExpireTheDataUntilASyncThatBeganLater();
    void reconnectingBringsTheNewScopes();
    void keepsMappings();

private:
    const QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), Qt::UTC};
    const QDateTime m_afterSync = m_now.addSecs(PracticeIntegration::syncSeconds);
};

namespace {

using Setup = PracticeSetupStatus;
using Status = PracticeStatus;
using Sync = PracticeSyncType;

PracticeIntegrationFacts withSteps(bool filtering, bool fieldMapping)
{
    PracticeIntegrationFacts facts{u"hibob"_s};
    facts.filtering = filtering;
    facts.fieldMapping = fieldMapping;
    return facts;
}

} // namespace

void PracticeIntegrationTest::setupMoves_data()
{
    QTest::addColumn<bool>("filtering");
    QTest::addColumn<bool>("fieldMapping");
    QTest::addColumn<bool>("finished");
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("setup");

    const qint64 sync = PracticeIntegration::syncSeconds;
    QTest::newRow("complete at once without steps")
        << false << false << false << qint64(0) << u"COMPLETED"_s;
    QTest::newRow("open with filtering") << true << false << false << sync * 9 << u"INCOMPLETE"_s;
    QTest::newRow("open with field mapping")
        << false << true << false << sync * 9 << u"INCOMPLETE"_s;
    QTest::newRow("in its last sync once the steps are done")
        << true << true << true << qint64(0) << u"FINAL_SYNC_PENDING"_s;
    QTest::newRow("in its last sync up to the end")
        << true << true << true << sync - 1 << u"FINAL_SYNC_PENDING"_s;
    QTest::newRow("complete after the last sync") << true << true << true << sync << u"COMPLETED"_s;
}

void PracticeIntegrationTest::setupMoves()
{
    QFETCH(bool, filtering);
    QFETCH(bool, fieldMapping);
    QFETCH(bool, finished);
    QFETCH(qint64, seconds);
    PracticeIntegration integration(u"hibob:1"_s, withSteps(filtering, fieldMapping), m_now);
    if (finished)
        integration.finishSetup(m_now);
    QTEST(wireName(integration.setupStatus(m_now.addSecs(seconds))), "setup");
}

void PracticeIntegrationTest::statusMoves_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<QString>("status");

    const auto row = [](const char *name, const Act &act, const QString &status) {
        QTest::newRow(name) << act << status;
    };
    row(
        "active from the beginning", [](auto &, auto &) {}, u"ACTIVE"_s);
    row(
        "inactive when switched off", [](auto &it, auto &now) { it.setEnabled(false, now); },
        u"INACTIVE"_s);
    row(
        "active when switched on again",
        [](auto &it, auto &now) {
            it.setEnabled(false, now);
            it.setEnabled(true, now);
        },
        u"ACTIVE"_s);
    row(
        "invalid on demand", [](auto &it, auto &now) { it.setStatus(Status::Invalid, now); },
        u"INVALID"_s);
    row(
        "still invalid when switched off and on",
        [](auto &it, auto &now) {
            it.setStatus(Status::Invalid, now);
            it.setEnabled(false, now);
            it.setEnabled(true, now);
        },
        u"INVALID"_s);
    row(
        "active after a reconnection",
        [](auto &it, auto &now) {
            it.setStatus(Status::Invalid, now);
            it.reconnect({}, now);
        },
        u"ACTIVE"_s);
    row(
        "active after a reconnection of one that was off",
        [](auto &it, auto &now) {
            it.setEnabled(false, now);
            it.reconnect({}, now);
        },
        u"ACTIVE"_s);
    row(
        "inactive on demand", [](auto &it, auto &now) { it.setStatus(Status::Inactive, now); },
        u"INACTIVE"_s);
    row(
        "active on demand",
        [](auto &it, auto &now) {
            it.setStatus(Status::Invalid, now);
            it.setStatus(Status::Active, now);
        },
        u"ACTIVE"_s);
}

void PracticeIntegrationTest::statusMoves()
{
    QFETCH(Act, act);
    PracticeIntegration integration(u"hibob:1"_s, withSteps(false, false), m_now);
    act(integration, m_now);
    QTEST(wireName(integration.status()), "status");
}

void PracticeIntegrationTest::runsOneSyncOfEachType()
{
    PracticeIntegration integration(u"hibob:1"_s, {u"hibob"_s}, m_now);
    const auto full = integration.startSync(Sync::Full, m_now);
    QVERIFY(!full.wasRunning);
    const auto again = integration.startSync(Sync::Full, m_afterSync.addMSecs(-1));
    QVERIFY(again.wasRunning);
    QCOMPARE(again.id, full.id);
    const auto delta = integration.startSync(Sync::Delta, m_now);
    QVERIFY(!delta.wasRunning);
    QVERIFY(delta.id != full.id);
    const auto later = integration.startSync(Sync::Full, m_afterSync);
    QVERIFY(!later.wasRunning);
    QVERIFY(later.id != full.id);
}

void PracticeIntegrationTest::switchingOffCancelsSyncs()
{
    PracticeIntegration integration(u"hibob:1"_s, {u"hibob"_s}, m_now);
    const auto sync = integration.startSync(Sync::Full, m_now);
    integration.setEnabled(false, m_now);
    integration.setEnabled(true, m_now);
    const auto next = integration.startSync(Sync::Full, m_now);
    QVERIFY(!next.wasRunning);
    QVERIFY(next.id != sync.id);
}

void PracticeIntegrationTest::aCancelledFinalSyncBeginsAnew()
{
    PracticeIntegration integration(u"hibob:1"_s, withSteps(true, false), m_now);
    integration.finishSetup(m_now);
    integration.setEnabled(false, m_now);
    QCOMPARE(integration.setupStatus(m_afterSync), Setup::FinalSyncPending);
    integration.setEnabled(true, m_afterSync);
    QCOMPARE(integration.setupStatus(m_afterSync), Setup::FinalSyncPending);
    QCOMPARE(integration.setupStatus(m_afterSync.addSecs(PracticeIntegration::syncSeconds)),
        Setup::Completed);
}

void PracticeIntegrationTest::aFinishedSetupStaysFinishedWhenSwitchedOff()
{
    PracticeIntegration integration(u"hibob:1"_s, withSteps(true, false), m_now);
    integration.finishSetup(m_now);
    integration.setEnabled(false, m_afterSync);
    QCOMPARE(integration.setupStatus(m_afterSync), Setup::Completed);
    integration.setEnabled(true, m_afterSync);
    QCOMPARE(integration.setupStatus(m_afterSync), Setup::Completed);
}

void PracticeIntegrationTest::changesExpireTheDataUntilASyncThatBeganLater()
{
    PracticeIntegration integration(u"hibob:1"_s, {u"hibob"_s}, m_now);
    QVERIFY(!integration.dataExpiredAt(m_now));
    integration.startSync(Sync::Full, m_now);
    const QDateTime changed = m_now.addSecs(1);
    integration.setPassthrough(u"field"_s, true, changed);
    QCOMPARE(integration.dataExpiredAt(m_afterSync), changed);
    integration.startSync(Sync::Delta, m_now.addSecs(2));
    QCOMPARE(integration.dataExpiredAt(m_afterSync), changed);
    const QDateTime current = m_now.addSecs(2 + PracticeIntegration::syncSeconds);
    QVERIFY(!integration.dataExpiredAt(current));
    // It stays so when the sync is forgotten.
    integration.setEnabled(false, current);
    QVERIFY(!integration.dataExpiredAt(current));
}

void PracticeIntegrationTest::reconnectingBringsTheNewScopes()
{
    PracticeIntegration integration(u"hibob:1"_s, {u"hibob"_s}, m_now);
    integration.reconnect({}, m_now);
    QVERIFY(!integration.facts().scopeConfigId);
    QVERIFY(!integration.dataExpiredAt(m_now));
    integration.reconnect(u"scopes"_s, m_now);
    QCOMPARE(integration.facts().scopeConfigId, u"scopes"_s);
    QCOMPARE(integration.dataExpiredAt(m_now), m_now);
}

void PracticeIntegrationTest::keepsMappings()
{
    PracticeIntegration integration(u"hibob:1"_s, {u"hibob"_s}, m_now);
    QVERIFY(!integration.mappedField(u"own"_s));
    integration.mapField(u"own"_s, u"theirs"_s, m_now);
    QCOMPARE(integration.mappedField(u"own"_s), u"theirs"_s);
    integration.mapField(u"own"_s, {}, m_now);
    QVERIFY(!integration.mappedField(u"own"_s));
    QVERIFY(!integration.passthrough(u"theirs"_s));
    integration.setPassthrough(u"theirs"_s, false, m_now);
    QCOMPARE(integration.passthrough(u"theirs"_s), false);
    integration.setPassthrough(u"theirs"_s, {}, m_now);
    QVERIFY(!integration.passthrough(u"theirs"_s));
}

QTEST_GUILESS_MAIN(PracticeIntegrationTest)
#include "tst_practiceintegration.moc"
