// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followup/followupdesk.h"
#include "followup/keptlinks.h"

#include "support/followupstage.h"
#include "support/stricttest.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FollowUpStage;
using desk::test::Response;

class FollowUpDeskTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheLedgerSays();
    void saysIfTheLedgerCannotBeRead();
    void readsAgainAndTellsTheLedger();
    void saysWhatIsNotKnownHere();
    void goesOnAfterAnErrorOfOne();
    void stopsWhereAllWouldBeRefused_data();
    void stopsWhereAllWouldBeRefused();
    void asksTwoAtATime();
    void obeysARateLimit();
    void cancels();
    void endsWithItsProfile();
    void marksDoneAndBringsBack();
    void closesOnlyWhatWasComparedWithTheApi();
    void refusesAnAnswerAboutAnother();
    void keepsALinkInTheKeychainAlone();
    void keepsNothingIfTheKeychainRefuses();
    void keepsNothingWithoutItsMark();
    void forgetsTheLinkOfWhatIsDone();
    void forgetsNoLinkThatCanBeBroughtBack();
    void forgetsDeadLinks();
    void keepsLinksWhenTheClockLeaps();
    void tidiesUpAfterACrash();
    void remindsWithTheKeptLink();
    void remindsWithoutALinkThatWasNotKept();
    void saysIfTheKeychainLostTheLink();

private:
    FollowUpRow onlyRow() const { return m_desk->rows().value(0); }
    void load(qsizetype rows)
    {
        m_desk->reload();
        QTRY_COMPARE(m_desk->rows().size(), rows);
    }
    void keep(const Attempt &attempt)
    {
        QSignalSpy kept(&m_stage->kept, &KeptLinks::kept);
        m_stage->kept.keep(attempt.id, link());
        QTRY_COMPARE(kept.size(), 1);
    }
    static Secret link() { return Secret(u"https://connect.kombo.dev/v1?token=abc.def"_s); }

    std::unique_ptr<FollowUpStage> m_stage;
    std::unique_ptr<FollowUpDesk> m_desk;
};

void FollowUpDeskTest::init()
{
    StrictTest::init();
    m_stage = std::make_unique<FollowUpStage>();
    m_desk = m_stage->desk();
}

void FollowUpDeskTest::cleanup()
{
    m_desk.reset();
    m_stage.reset();
}

void FollowUpDeskTest::showsWhatTheLedgerSays()
{
    QCOMPARE(m_desk->state(), FollowUpDesk::State::Loading);
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    load(1);
    QCOMPARE(m_desk->state(), FollowUpDesk::State::Ready);
    QCOMPARE(onlyRow().organization(), u"Northwind Ltd"_s);
    QVERIFY(m_desk->row(onlyRow().key()));
    QVERIFY(!m_desk->row(u"attempt:none"_s));
}

void FollowUpDeskTest::saysIfTheLedgerCannotBeRead()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    load(1);
    m_stage->ledger.error = LedgerError{LedgerError::Reason::Locked, {}, u"busy"_s};
    m_desk->reload();
    QTRY_COMPARE(m_desk->state(), FollowUpDesk::State::Failed);
    QCOMPARE(m_desk->error()->detail, u"busy"_s);
    QCOMPARE(m_desk->rows().size(), 1);
    m_stage->ledger.error.reset();
    m_stage->ledger.isThere = false;
    m_desk->reload();
    QTRY_VERIFY(!m_desk->error());
    QCOMPARE(m_desk->state(), FollowUpDesk::State::Failed);
}

void FollowUpDeskTest::readsAgainAndTellsTheLedger()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"Northwind Ltd"_s, u"INVALID"_s)};
    m_stage->answers.insert("hibob:1", FollowUpStage::details("hibob:1", "Northwind Ltd"));
    load(1);
    QSignalSpy finished(m_desk.get(), &FollowUpDesk::refreshFinished);
    m_desk->refresh();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(0).toInt(), 1);
    const QList<IntegrationRead> told = m_stage->ledger.told<IntegrationRead>();
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.constFirst().integration.status, u"ACTIVE"_s);
    QCOMPARE(told.constFirst().integration.profileId, u"acme"_s);
    QCOMPARE(told.constFirst().integration.originId, u"cust-0042"_s);
    QVERIFY(told.constFirst().integration.lastReadAt.isValid());
}

void FollowUpDeskTest::saysWhatIsNotKnownHere()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"Northwind Ltd"_s, u"INVALID"_s)};
    load(1);
    m_desk->refresh();
    QTRY_VERIFY(onlyRow().isMissing);
    QVERIFY(m_stage->ledger.told<IntegrationDeleted>().isEmpty());
    QVERIFY(m_stage->ledger.told<IntegrationRead>().isEmpty());
    // A 404 of something in front of the API says nothing about the integration.
    m_stage->answers.insert("hibob:1", Response::html("<h1>Not here</h1>").withStatus(404));
    m_desk->refresh();
    QTRY_VERIFY(m_desk->readingError(u"hibob:1"_s));
}

void FollowUpDeskTest::goesOnAfterAnErrorOfOne()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"a"_s, u"INVALID"_s),
        FollowUpStage::integration(u"hibob:2"_s, u"b"_s, u"INVALID"_s),
        FollowUpStage::integration(u"hibob:3"_s, u"c"_s, u"INVALID"_s)};
    m_stage->answers.insert("hibob:1", FollowUpStage::refusal("PLATFORM.INPUT_INVALID", 400));
    m_stage->answers.insert("hibob:3", FollowUpStage::details("hibob:3", "c"));
    load(3);
    QSignalSpy finished(m_desk.get(), &FollowUpDesk::refreshFinished);
    m_desk->refresh();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(0).toInt(), 1);
    QCOMPARE(finished.constFirst().at(1).toInt(), 1);
    QCOMPARE(finished.constFirst().at(2).toInt(), 1);
    QVERIFY(m_desk->readingError(u"hibob:1"_s));
    QVERIFY(!m_desk->readingError(u"hibob:3"_s));
}

void FollowUpDeskTest::stopsWhereAllWouldBeRefused_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("key not accepted") << QByteArray("PLATFORM.AUTHENTICATION_INVALID") << 401;
    QTest::newRow("network not allowed") << QByteArray("PLATFORM.IP_NOT_WHITELISTED") << 403;
    QTest::newRow("rate limited to the end") << QByteArray("PLATFORM.RATE_LIMIT_EXCEEDED") << 429;
}

void FollowUpDeskTest::stopsWhereAllWouldBeRefused()
{
    QFETCH(QByteArray, code);
    QFETCH(int, status);
    for (int i = 0; i < 40; ++i) {
        const QString id = u"hibob:%1"_s.arg(i);
        m_stage->ledger.followed.integrations.append(
            FollowUpStage::integration(id, id, u"INVALID"_s));
        m_stage->answers.insert(id.toLatin1(), FollowUpStage::refusal(code, status));
    }
    load(40);
    QSignalSpy finished(m_desk.get(), &FollowUpDesk::refreshFinished);
    m_desk->refresh();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished.constFirst().at(3).value<std::optional<ApiError>>());
    QVERIFY(m_stage->server.requests().size() < 30);
    QVERIFY(!m_desk->refreshing().isRunning());
}

void FollowUpDeskTest::asksTwoAtATime()
{
    for (int i = 0; i < 5; ++i) {
        const QString id = u"hibob:%1"_s.arg(i);
        m_stage->ledger.followed.integrations.append(
            FollowUpStage::integration(id, id, u"INVALID"_s));
        m_stage->answers.insert(id.toLatin1(), Response::stall());
    }
    load(5);
    m_desk->refresh();
    QTRY_COMPARE(m_stage->server.requests().size(), 2);
    QTest::qWait(50);
    QCOMPARE(m_stage->server.requests().size(), 2);
}

void FollowUpDeskTest::obeysARateLimit()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"a"_s, u"INVALID"_s)};
    m_stage->answers.insert("hibob:1", FollowUpStage::details("hibob:1", "a"));
    m_stage->server.enqueue(
        FollowUpStage::refusal("PLATFORM.RATE_LIMIT_EXCEEDED", 429).withHeader("Retry-After", "1"));
    load(1);
    QSignalSpy waiting(m_desk.get(), &FollowUpDesk::refreshWaiting);
    QSignalSpy finished(m_desk.get(), &FollowUpDesk::refreshFinished);
    m_desk->refresh();
    QTRY_VERIFY(!waiting.isEmpty());
    QCOMPARE(finished.size(), 0);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.constFirst().at(0).toInt(), 1);
    QCOMPARE(waiting.constLast().at(0).value<std::chrono::milliseconds>(), 0ms);
}

void FollowUpDeskTest::cancels()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"a"_s, u"INVALID"_s)};
    m_stage->answers.insert("hibob:1", Response::stall());
    load(1);
    QSignalSpy finished(m_desk.get(), &FollowUpDesk::refreshFinished);
    m_desk->refresh();
    QTRY_COMPARE(m_stage->server.requests().size(), 1);
    m_desk->cancelRefresh();
    QCOMPARE(finished.size(), 1);
    QVERIFY(m_desk->canRefresh());
    QVERIFY(!m_desk->readingError(u"hibob:1"_s));
}

void FollowUpDeskTest::endsWithItsProfile()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"a"_s, u"INVALID"_s)};
    m_stage->answers.insert("hibob:1", Response::stall());
    load(1);
    m_desk->refresh();
    m_desk->setProfile(u"other"_s);
    QVERIFY(!m_desk->refreshing().isRunning());
    QVERIFY(m_desk->rows().isEmpty());
    QTRY_COMPARE(m_desk->state(), FollowUpDesk::State::Ready);
    QVERIFY(m_desk->rows().isEmpty());
}

void FollowUpDeskTest::marksDoneAndBringsBack()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    load(1);
    m_desk->markDone(onlyRow().key());
    QVERIFY(m_desk->rows().isEmpty());
    QVERIFY(m_stage->ledger.told<AttemptFollowedUp>().constLast().at.isValid());
    QVERIFY(m_desk->undoDone());
    QCOMPARE(m_desk->rows().size(), 1);
    const AttemptFollowedUp undone = m_stage->ledger.told<AttemptFollowedUp>().constLast();
    QCOMPARE(undone.attempt, attempt.id);
    QVERIFY(!undone.at.isValid());
    QVERIFY(!m_desk->undoDone());

    m_stage->ledger.followed = {};
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"hibob:1"_s, u"a"_s, u"INACTIVE"_s)};
    m_desk->reload();
    QTRY_COMPARE(onlyRow().integrationId(), u"hibob:1"_s);
    m_desk->markDone(onlyRow().key());
    const IntegrationFollowedUp done = m_stage->ledger.told<IntegrationFollowedUp>().constLast();
    QCOMPARE(done.id, u"hibob:1"_s);
    QCOMPARE(done.profileId, u"acme"_s);
}

void FollowUpDeskTest::closesOnlyWhatWasComparedWithTheApi()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    m_stage->answers.insert("hibob:9", FollowUpStage::details("hibob:9", "Northwind Ltd"));
    load(1);
    std::unique_ptr<LinkClaim> claim;
    m_desk->beginClaim(
        onlyRow().key(), [&claim](std::unique_ptr<LinkClaim> begun) { claim = std::move(begun); });
    QVERIFY(claim);
    std::optional<ClaimFinding> finding;
    connect(claim.get(), &LinkClaim::checked, this,
        [&finding](const ClaimFinding &found) { finding = found; });
    claim->check(u"hibob:9"_s);
    QTRY_VERIFY(finding);
    QVERIFY(finding->fits());
    QVERIFY(m_stage->ledger.all.isEmpty()); // asking alone changes nothing
    m_desk->close(attempt.id, *finding);
    const AttemptEnded ended = m_stage->ledger.told<AttemptEnded>().constFirst();
    QCOMPARE(ended.attempt, attempt.id);
    QVERIFY(ended.outcome == AttemptOutcome::Connected);
    QCOMPARE(ended.integrationId, u"hibob:9"_s);
    QVERIFY(ended.duration > 4 * 24h);
    QCOMPARE(m_stage->ledger.told<IntegrationRead>().size(), 1);
    QVERIFY(m_stage->ledger.told<AttemptFollowedUp>().constFirst().at.isValid());
    QVERIFY(m_desk->rows().isEmpty());
}

void FollowUpDeskTest::refusesAnAnswerAboutAnother()
{
    LinkClaim claim(m_stage->client, FollowUpStage::link(u"Northwind Ltd"_s, 5, 300));
    m_stage->answers.insert("hibob:9", FollowUpStage::details("hibob:1", "Northwind Ltd"));
    QSignalSpy checked(&claim, &LinkClaim::checked);
    QSignalSpy failed(&claim, &LinkClaim::failed);
    claim.check(u"hibob:9"_s);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(checked.size(), 0);
    QVERIFY(!claim.isBusy());
}

void FollowUpDeskTest::keepsALinkInTheKeychainAlone()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    keep(attempt);
    QVERIFY(m_stage->kept.isKept(attempt.id));
    QCOMPARE(m_stage->kept.attempts(), QSet<QUuid>{attempt.id});
    QCOMPARE(m_stage->keychain.kept.values(), QStringList{link().reveal()});
    const QFileInfo mark(
        m_stage->folder.filePath(u"links/"_s + attempt.id.toString(QUuid::WithoutBraces)));
    QVERIFY(mark.exists());
    QCOMPARE(mark.size(), 0);
    QVERIFY(!(mark.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QVERIFY(!(QFileInfo(m_stage->folder.filePath(u"links"_s)).permissions()
        & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther)));
    QVERIFY(!KeptLinks::isKeepable(Secret(QString(5000, u'x'))));
}

void FollowUpDeskTest::keepsNothingIfTheKeychainRefuses()
{
    const QUuid attempt = QUuid::createUuid();
    m_stage->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    QSignalSpy notKept(&m_stage->kept, &KeptLinks::notKept);
    m_stage->kept.keep(attempt, link());
    QCOMPARE(notKept.size(), 0);
    QTRY_COMPARE(notKept.size(), 1);
    QVERIFY(!m_stage->kept.isKept(attempt));
    // What is already kept stays so if the newer one is refused.
    m_stage->keychain.error.reset();
    QSignalSpy kept(&m_stage->kept, &KeptLinks::kept);
    m_stage->kept.keep(attempt, link());
    QTRY_COMPARE(kept.size(), 1);
    m_stage->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    m_stage->kept.keep(attempt, Secret(u"https://connect.kombo.dev/v1?token=new"_s));
    QTRY_COMPARE(notKept.size(), 2);
    QVERIFY(m_stage->kept.isKept(attempt));
}

void FollowUpDeskTest::keepsNothingWithoutItsMark()
{
    QFile inTheWay(m_stage->folder.filePath(u"links"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    QSignalSpy notKept(&m_stage->kept, &KeptLinks::notKept);
    m_stage->kept.keep(QUuid::createUuid(), link());
    QTRY_COMPARE(notKept.size(), 1);
    QVERIFY(m_stage->keychain.kept.isEmpty());
}

void FollowUpDeskTest::forgetsTheLinkOfWhatIsDone()
{
    m_desk = m_stage->desk(20ms);
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    load(1);
    QVERIFY(onlyRow().isLinkKept);
    QSignalSpy ended(m_desk.get(), &FollowUpDesk::undoEnded);
    m_desk->markDone(onlyRow().key());
    QTRY_COMPARE(ended.size(), 1);
    QTRY_VERIFY(m_stage->keychain.kept.isEmpty());
    QTRY_VERIFY(m_stage->kept.attempts().isEmpty());
}

void FollowUpDeskTest::forgetsNoLinkThatCanBeBroughtBack()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    load(1);
    m_desk->markDone(onlyRow().key());
    QSignalSpy changed(m_desk.get(), &FollowUpDesk::changed);
    QTRY_VERIFY(!changed.isEmpty()); // it has looked again, and tidied
    QVERIFY(m_stage->kept.isKept(attempt.id));
    QVERIFY(m_desk->undoDone());
    QVERIFY(onlyRow().isLinkKept);
}

void FollowUpDeskTest::forgetsDeadLinks()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 400, -1);
    m_stage->ledger.settled = {FollowUpStage::link(u"Contoso"_s, 1, 300)};
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    load(1);
    QTRY_VERIFY(m_stage->keychain.kept.isEmpty());
    QTRY_VERIFY(!onlyRow().isLinkKept);
}

// The newest attempt is as old as the leap, so it may be the clock that is wrong.
void FollowUpDeskTest::keepsLinksWhenTheClockLeaps()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 400, -1);
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    load(1);
    QSignalSpy changed(m_desk.get(), &FollowUpDesk::changed);
    m_desk->reload();
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(m_stage->kept.isKept(attempt.id));
}

void FollowUpDeskTest::tidiesUpAfterACrash()
{
    Attempt done = FollowUpStage::link(u"done"_s, 5, 300);
    done.followedUpAt = QDateTime::currentDateTimeUtc();
    const Attempt unknown = FollowUpStage::link(u"not written yet"_s, 0, 365);
    m_stage->ledger.settled = {done};
    keep(done);
    keep(unknown);
    m_desk->reload();
    QTRY_COMPARE(m_stage->kept.attempts(), QSet<QUuid>{unknown.id});
}

void FollowUpDeskTest::remindsWithTheKeptLink()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    load(1);
    m_desk->setToolLabels([](const QString &tool, const QString &) {
        return tool == "hibob"_L1 ? u"HiBob"_s : QString();
    });
    QSignalSpy ready(m_desk.get(), &FollowUpDesk::reminderReady);
    m_desk->makeReminder(onlyRow().key(), FlowLanguage::German);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(ready.constFirst().at(3).toBool());
    const QString text = ready.constFirst().at(2).value<Secret>().reveal();
    QVERIFY(text.startsWith("Erinnerung: Verbinden Sie HiBob"_L1));
    QCOMPARE(text.count(link().reveal()), 1);
    QSignalSpy linkReady(m_desk.get(), &FollowUpDesk::linkReady);
    m_desk->readLink(onlyRow().key());
    QTRY_COMPARE(linkReady.size(), 1);
    QVERIFY(linkReady.constFirst().at(1).value<Secret>() == link());
}

void FollowUpDeskTest::remindsWithoutALinkThatWasNotKept()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    load(1);
    QSignalSpy ready(m_desk.get(), &FollowUpDesk::reminderReady);
    m_desk->makeReminder(onlyRow().key(), FlowLanguage::English);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!ready.constFirst().at(3).toBool());
    QVERIFY(ready.constFirst().at(2).value<Secret>().reveal().contains("{link}"_L1));
}

void FollowUpDeskTest::saysIfTheKeychainLostTheLink()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    load(1);
    m_stage->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    QSignalSpy unavailable(m_desk.get(), &FollowUpDesk::linkUnavailable);
    m_desk->readLink(onlyRow().key());
    QTRY_COMPARE(unavailable.size(), 1);
    QVERIFY(unavailable.constFirst().at(1).value<std::optional<SecretError>>());
    QVERIFY(m_stage->kept.isKept(attempt.id));
    m_stage->keychain.error.reset();
    m_stage->keychain.kept.clear();
    m_desk->readLink(onlyRow().key());
    QTRY_COMPARE(unavailable.size(), 2);
    QTRY_VERIFY(!onlyRow().isLinkKept);
}

QTEST_GUILESS_MAIN(FollowUpDeskTest)

#include "tst_followupdesk.moc"
