// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "recording/attemptrecorder.h"

#include "ledger/ledgerkeeper.h"

#include "support/sessionstage.h"
#include "support/stricttest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class AttemptRecorderTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsEachStepAsItHappens();
    void tellsHowItEnded_data();
    void tellsHowItEnded();
    void remembersTheIntegration();
    void tellsThatAMismatchWasAcknowledged();
    void keepsWhatIsWorthALook();
    void leavesASessionThatGoesUnfinished();
    void holdsNeitherLinkNorToken();

private:
    Attempt only() const;
    std::unique_ptr<AttemptRecorder> follow(
        SessionStage &stage, const AttemptRecorder::RecordSource &record = nullptr);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LedgerKeeper> m_ledger;
};

namespace {

const LedgerProfile profile{u"p-1"_s, u"Staging"_s, ProfileKind::Development};

} // namespace

void AttemptRecorderTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_ledger = std::make_unique<LedgerKeeper>(m_folder->filePath(u"ledger"_s));
    QVERIFY(!m_ledger->problem());
}

void AttemptRecorderTest::cleanup()
{
    m_ledger.reset();
    m_folder.reset();
}

std::unique_ptr<AttemptRecorder> AttemptRecorderTest::follow(
    SessionStage &stage, const AttemptRecorder::RecordSource &record)
{
    return std::make_unique<AttemptRecorder>(
        stage.session, profile, AttemptSource::Window, *m_ledger, record);
}

Attempt AttemptRecorderTest::only() const
{
    const auto page = m_ledger->ledger()->attempts({}, {});
    if (!page || page->attempts.size() != 1)
        return {};
    return page->attempts.constFirst();
}

void AttemptRecorderTest::tellsEachStepAsItHappens()
{
    SessionStage stage;
    const auto recorder = follow(stage);
    stage.session.start();
    QCOMPARE(only().id, recorder->attempt());
    QCOMPARE(only().step, AttemptStep::Requested);
    QCOMPARE(only().profile, profile);
    QCOMPARE(only().email, stage.session.order().connection()->email);
    QCOMPARE(only().request.value("end_user_organization_name"_L1).toString(), only().organization);
    QTRY_COMPARE(only().step, AttemptStep::LinkCreated);
    QVERIFY(only().linkExpiresAt > only().linkCreatedAt);
    stage.driver.load();
    QCOMPARE(only().step, AttemptStep::FlowOpened);
    QCOMPARE(only().outcome, AttemptOutcome::Unfinished);
    stage.driver.finish(u"act-123456"_s);
    QCOMPARE(only().step, AttemptStep::TokenReceived);
    QTRY_COMPARE(only().outcome, AttemptOutcome::Connected);
    QCOMPARE(only().step, AttemptStep::Ended);
    QVERIFY(only().duration.has_value());
}

void AttemptRecorderTest::tellsHowItEnded_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<AttemptOutcome>("outcome");

    QTest::newRow("closed from within") << u"close"_s << AttemptOutcome::ClosedBeforeFinishing;
    QTest::newRow("cancelled by us") << u"cancel"_s << AttemptOutcome::Cancelled;
    QTest::newRow("left after the page had stopped") << u"stop"_s << AttemptOutcome::Unknown;
}

void AttemptRecorderTest::tellsHowItEnded()
{
    QFETCH(QString, end);
    QFETCH(AttemptOutcome, outcome);
    SessionStage stage;
    const auto recorder = follow(stage);
    stage.startAndOpen();
    if (end == "close"_L1)
        Q_EMIT stage.driver.closedByEndUser();
    if (end == "stop"_L1)
        Q_EMIT stage.driver.failed({FlowFailure::Reason::PageCrashed, u"localhost"_s, {}});
    stage.session.cancel();
    QCOMPARE(only().outcome, outcome);
    QCOMPARE(only().errorTitle.isEmpty(), end != "stop"_L1);
}

void AttemptRecorderTest::remembersTheIntegration()
{
    SessionStage stage;
    const auto recorder = follow(stage);
    stage.startAndOpen();
    stage.driver.finish(u"act-123456"_s);
    QTRY_COMPARE(only().outcome, AttemptOutcome::Connected);
    const QString id = stage.session.integration()->id;
    QCOMPARE(only().integrationId, id);
    const auto known = m_ledger->ledger()->integration(profile.id, id);
    QVERIFY(known && *known);
    QCOMPARE((*known)->organization, stage.session.integration()->organization);
    QCOMPARE((*known)->category, only().category);
}

void AttemptRecorderTest::tellsThatAMismatchWasAcknowledged()
{
    SessionStage stage;
    stage.integrationAnswer = Response::json(
        QByteArray(SessionStage::integration).replace("Northwind Ltd", "Contoso SE"));
    const auto recorder = follow(stage);
    stage.startAndOpen();
    stage.driver.finish(u"act-123456"_s);
    QTRY_COMPARE(only().outcome, AttemptOutcome::NeedsReview);
    stage.session.acknowledgeMismatches();
    QCOMPARE(only().outcome, AttemptOutcome::Connected);
}

void AttemptRecorderTest::keepsWhatIsWorthALook()
{
    SessionStage stage;
    const auto recorder = follow(stage, [] { return AttemptRecord{"{\"a\":1}", "{\"log\":{}}"}; });
    stage.startAndOpen();
    stage.session.cancel();
    const auto record = m_ledger->ledger()->record(recorder->attempt());
    QVERIFY(record);
    QCOMPARE(record->timeline, QByteArray("{\"a\":1}"));
    QCOMPARE(record->exchanges, QByteArray("{\"log\":{}}"));
}

void AttemptRecorderTest::leavesASessionThatGoesUnfinished()
{
    {
        SessionStage stage;
        const auto recorder = follow(stage);
        stage.startAndOpen();
    }
    QCOMPARE(only().outcome, AttemptOutcome::Unfinished);
    QCOMPARE(only().step, AttemptStep::FlowOpened);
    QCOMPARE(only().instance, m_ledger->instance());
}

void AttemptRecorderTest::holdsNeitherLinkNorToken()
{
    SessionStage stage;
    const auto recorder = follow(stage);
    stage.startAndOpen();
    stage.driver.finish(u"act-123456"_s);
    QTRY_COMPARE(only().outcome, AttemptOutcome::Connected);
    m_ledger->close();
    const QDir folder(m_folder->filePath(u"ledger"_s));
    const QStringList names = folder.entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("act-123456"));
        QVERIFY(!bytes.contains("token=abc"));
    }
}

QTEST_GUILESS_MAIN(AttemptRecorderTest)
#include "tst_attemptrecorder.moc"
