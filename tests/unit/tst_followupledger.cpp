// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followup/followupdesk.h"
#include "ledger/ledgerkeeper.h"

#include "support/followupstage.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FollowUpStage;

//! The desk on a real ledger: what it tells has to come back as what it shows.
class FollowUpLedgerTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsASentLink();
    void marksALinkDoneAndBringsItBack();
    void closesALink();
    void marksAnIntegrationDoneAndBringsItBack();
    void seesAnIntegrationRecover();
    void findsADuplicate();
    void livesWithoutALedger();

private:
    Attempt send(const QString &organization)
    {
        const Attempt attempt = FollowUpStage::link(organization, 5, 300);
        m_keeper->tell(AttemptBegun{attempt});
        m_keeper->tell(AttemptLinked{attempt.id, attempt.linkCreatedAt, attempt.linkExpiresAt});
        m_keeper->tell(AttemptEnded{
            attempt.id, AttemptOutcome::LinkCreated, attempt.linkCreatedAt, 900ms, {}, {}, {}, {}});
        return attempt;
    }
    void lookAgain()
    {
        QSignalSpy changed(m_desk.get(), &FollowUpDesk::changed);
        m_desk->reload();
        QTRY_VERIFY(!changed.isEmpty());
    }
    FollowUpRow onlyRow() const { return m_desk->rows().value(0); }
    qsizetype rows() const { return m_desk->rows().size(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FollowUpStage> m_stage;
    std::unique_ptr<LedgerKeeper> m_keeper;
    std::unique_ptr<FollowUpDesk> m_desk;
};

void FollowUpLedgerTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_stage = std::make_unique<FollowUpStage>();
    m_keeper = std::make_unique<LedgerKeeper>(m_folder->filePath(u"ledger"_s));
    QVERIFY(m_keeper->ledger());
    FollowUpDesk::Parts parts{lineTo(*m_keeper),
        [this](const FollowUpDesk::ClientTaker &taker) { taker(m_stage->client); }, &m_stage->kept};
    m_desk = std::make_unique<FollowUpDesk>(parts);
    connect(m_keeper.get(), &LedgerKeeper::changed, m_desk.get(), &FollowUpDesk::reload);
    m_desk->setProfile(u"acme"_s);
}

void FollowUpLedgerTest::cleanup()
{
    m_desk.reset();
    m_keeper.reset();
    m_stage.reset();
}

void FollowUpLedgerTest::showsASentLink()
{
    send(u"Northwind Ltd"_s);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(onlyRow().kind == FollowUpKind::LinkSent);
    QCOMPARE(onlyRow().organization(), u"Northwind Ltd"_s);
    QCOMPARE(onlyRow().tool(), u"hibob"_s);
    QCOMPARE(onlyRow().attempt->request.value("language"_L1).toString(), u"de"_s);
    m_desk->setProfile(u"other"_s);
    QTRY_COMPARE(m_desk->state(), FollowUpDesk::State::Ready);
    QCOMPARE(rows(), 0);
}

void FollowUpLedgerTest::marksALinkDoneAndBringsItBack()
{
    const Attempt attempt = send(u"Northwind Ltd"_s);
    QTRY_COMPARE(rows(), 1);
    m_desk->markDone(onlyRow().key());
    lookAgain();
    QCOMPARE(rows(), 0);
    QVERIFY((*m_keeper->ledger()->attempt(attempt.id))->followedUpAt.isValid());
    QVERIFY(m_desk->undoDone());
    QCOMPARE(rows(), 1);
}

void FollowUpLedgerTest::closesALink()
{
    const Attempt attempt = send(u"Northwind Ltd"_s);
    QTRY_COMPARE(rows(), 1);
    ClaimFinding finding;
    finding.details.id = u"hibob:9"_s;
    finding.details.toolId = u"hibob"_s;
    finding.details.organization = u"Northwind Ltd"_s;
    finding.details.status = u"ACTIVE"_s;
    finding.details.setupStatus = u"COMPLETED"_s;
    m_desk->close(attempt.id, finding);
    lookAgain();
    QCOMPARE(rows(), 0);
    const Attempt closed = **m_keeper->ledger()->attempt(attempt.id);
    QVERIFY(closed.outcome == AttemptOutcome::Connected);
    QCOMPARE(closed.integrationId, u"hibob:9"_s);
    const KnownIntegration known = **m_keeper->ledger()->integration(u"acme"_s, u"hibob:9"_s);
    QCOMPARE(known.organization, u"Northwind Ltd"_s);
}

void FollowUpLedgerTest::marksAnIntegrationDoneAndBringsItBack()
{
    m_keeper->tell(IntegrationRead{
        FollowUpStage::integration(u"hibob:1"_s, u"Northwind Ltd"_s, u"INACTIVE"_s)});
    QTRY_COMPARE(rows(), 1);
    m_desk->markDone(onlyRow().key());
    lookAgain();
    QCOMPARE(rows(), 0);
    QVERIFY(m_desk->undoDone());
    QCOMPARE(rows(), 1);
}

void FollowUpLedgerTest::seesAnIntegrationRecover()
{
    const KnownIntegration before =
        FollowUpStage::integration(u"hibob:1"_s, u"Northwind Ltd"_s, u"INVALID"_s);
    m_keeper->tell(IntegrationRead{before});
    QTRY_COMPARE(rows(), 1);
    m_stage->answers.insert("hibob:1", FollowUpStage::details("hibob:1", "Northwind Ltd"));
    m_desk->refresh();
    QTRY_COMPARE(rows(), 0);
    const KnownIntegration after = **m_keeper->ledger()->integration(u"acme"_s, u"hibob:1"_s);
    QCOMPARE(after.status, u"ACTIVE"_s);
    QVERIFY(after.lastReadAt > before.lastReadAt);
    QVERIFY(after.firstSeenAt < after.lastReadAt.addDays(-80));
}

void FollowUpLedgerTest::findsADuplicate()
{
    m_keeper->tell(IntegrationRead{
        FollowUpStage::integration(u"personio:1"_s, u"Müller GmbH"_s, u"ACTIVE"_s)});
    DuplicateWatch watch(duplicatesIn(lineTo(*m_keeper)));
    watch.setProfile(u"acme"_s);
    ConnectDetails details;
    details.organization = u"MULLER"_s;
    details.tool = u"personio"_s;
    watch.setDetails(details);
    watch.settle();
    QCOMPARE(watch.duplicates().size(), 1);
    QVERIFY(watch.duplicates().constFirst().reason == Duplicate::Reason::Organization);
    details.tool = u"workday"_s;
    watch.setDetails(details);
    watch.settle();
    QVERIFY(!watch.isInTheWay());
}

void FollowUpLedgerTest::livesWithoutALedger()
{
    const DuplicateWatch::Source source =
        duplicatesIn({[]() -> Ledger * { return nullptr; }, [](const LedgerStep &) {}});
    QVERIFY(source({}).isEmpty());
}

QTEST_GUILESS_MAIN(FollowUpLedgerTest)

#include "tst_followupledger.moc"
