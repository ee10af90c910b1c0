// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followup/duplicatewatch.h"
#include "wording/duplicatewording.h"

#include "support/stricttest.h"

#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

class FollowUpDuplicatesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksOnceForAllKeysOfAMoment();
    void asksForWhatStandsInTheForm();
    void asksNothingOfAnEmptyForm();
    void givesTheStrongestFirst();
    void answersAtOnceBeforeSomebodyActs();
    void staysWavedThrough();
    void standsInTheWayAgainForAnother();
    void forgetsTheDecisionWithItsClient();
    void forgetsTheDecisionWithItsProfile();
    void countsOfPracticeOnlyWhatLives();
    void followsTheLedger();
    void namesWhatItFound();

private:
    static Duplicate duplicate(const QString &id, Duplicate::Reason reason)
    {
        Duplicate found;
        found.integration.id = id;
        found.integration.organization = u"Northwind Ltd"_s;
        found.integration.tool = u"hibob"_s;
        found.integration.status = u"ACTIVE"_s;
        found.integration.setupStatus = u"COMPLETED"_s;
        found.integration.firstSeenAt = QDateTime(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);
        found.integration.lastReadAt = found.integration.firstSeenAt;
        found.reason = reason;
        return found;
    }
    static ConnectDetails northwind()
    {
        ConnectDetails details;
        details.email = u"jo@northwind.example"_s;
        details.organization = u"Northwind Ltd"_s;
        details.originId = u"cust-0042"_s;
        details.tool = u"hibob"_s;
        return details;
    }
    QStringList ids() const
    {
        QStringList ids;
        for (const Duplicate &found : m_watch->duplicates())
            ids.append(found.integration.id);
        return ids;
    }

    QList<DuplicateQuestion> m_questions;
    QList<Duplicate> m_answer;
    std::unique_ptr<DuplicateWatch> m_watch;
};

void FollowUpDuplicatesTest::init()
{
    StrictTest::init();
    m_questions.clear();
    m_answer.clear();
    m_watch = std::make_unique<DuplicateWatch>(
        [this](const DuplicateQuestion &question) {
            m_questions.append(question);
            return m_answer;
        },
        nullptr, 20ms);
    m_watch->setProfile(u"acme"_s);
}

void FollowUpDuplicatesTest::asksOnceForAllKeysOfAMoment()
{
    for (int i = 1; i <= 10; ++i) {
        ConnectDetails details = northwind();
        details.organization.truncate(i);
        m_watch->setDetails(details);
    }
    QVERIFY(m_questions.isEmpty());
    QTRY_COMPARE(m_questions.size(), 1);
    QTest::qWait(60);
    QCOMPARE(m_questions.size(), 1);
    QCOMPARE(m_questions.constFirst().organization, u"Northwind "_s);
}

void FollowUpDuplicatesTest::asksForWhatStandsInTheForm()
{
    m_watch->setDetails(northwind());
    m_watch->settle();
    const DuplicateQuestion &question = m_questions.constLast();
    QCOMPARE(question.profileId, u"acme"_s);
    QCOMPARE(question.organization, u"Northwind Ltd"_s);
    QCOMPARE(question.email, u"jo@northwind.example"_s);
    QCOMPARE(question.originId, u"cust-0042"_s);
    QCOMPARE(question.tool, u"hibob"_s);
    QCOMPARE(question.category, u"HRIS"_s);
}

void FollowUpDuplicatesTest::asksNothingOfAnEmptyForm()
{
    m_watch->setDetails({});
    m_watch->settle();
    QVERIFY(m_questions.isEmpty());
    m_watch->setProfile({});
    m_watch->setDetails(northwind());
    m_watch->settle();
    QVERIFY(m_questions.isEmpty());
}

void FollowUpDuplicatesTest::givesTheStrongestFirst()
{
    m_answer = {duplicate(u"c"_s, Duplicate::Reason::EmailDomain),
        duplicate(u"b"_s, Duplicate::Reason::Organization),
        duplicate(u"a"_s, Duplicate::Reason::OriginId),
        duplicate(u"d"_s, Duplicate::Reason::Organization)};
    m_watch->setDetails(northwind());
    m_watch->settle();
    QCOMPARE(ids(), QStringList({u"a"_s, u"b"_s, u"d"_s, u"c"_s}));
}

void FollowUpDuplicatesTest::answersAtOnceBeforeSomebodyActs()
{
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::OriginId)};
    QSignalSpy changed(m_watch.get(), &DuplicateWatch::changed);
    m_watch->setDetails(northwind());
    QVERIFY(!m_watch->isInTheWay());
    m_watch->settle();
    QVERIFY(m_watch->isInTheWay());
    QCOMPARE(changed.size(), 1);
    m_watch->settle();
    QCOMPARE(m_questions.size(), 1);
}

void FollowUpDuplicatesTest::staysWavedThrough()
{
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::Organization)};
    m_watch->setDetails(northwind());
    m_watch->settle();
    QSignalSpy changed(m_watch.get(), &DuplicateWatch::changed);
    m_watch->waveThrough();
    QCOMPARE(changed.size(), 1);
    QVERIFY(!m_watch->isInTheWay());
    QCOMPARE(ids(), QStringList({u"a"_s})); // still to be seen
    ConnectDetails details = northwind();
    details.language = FlowLanguage::German;
    m_watch->setDetails(details);
    m_watch->settle();
    QVERIFY(!m_watch->isInTheWay());
}

void FollowUpDuplicatesTest::standsInTheWayAgainForAnother()
{
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::Organization)};
    m_watch->setDetails(northwind());
    m_watch->settle();
    m_watch->waveThrough();
    m_answer.append(duplicate(u"b"_s, Duplicate::Reason::OriginId));
    m_watch->setDetails(northwind());
    m_watch->settle();
    QVERIFY(m_watch->isInTheWay());
}

void FollowUpDuplicatesTest::forgetsTheDecisionWithItsClient()
{
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::Organization)};
    m_watch->setDetails(northwind());
    m_watch->settle();
    m_watch->waveThrough();
    m_watch->setDetails({}); // the form was emptied for the next client
    m_watch->settle();
    QVERIFY(m_watch->duplicates().isEmpty());
    m_watch->setDetails(northwind());
    m_watch->settle();
    QVERIFY(m_watch->isInTheWay());
}

void FollowUpDuplicatesTest::forgetsTheDecisionWithItsProfile()
{
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::Organization)};
    m_watch->setDetails(northwind());
    m_watch->settle();
    m_watch->waveThrough();
    m_watch->setProfile(u"acme"_s);
    QVERIFY(!m_watch->isInTheWay());
    m_watch->setProfile(u"other"_s);
    QVERIFY(m_watch->isInTheWay());
    QCOMPARE(m_questions.constLast().profileId, u"other"_s);
}

void FollowUpDuplicatesTest::countsOfPracticeOnlyWhatLives()
{
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::OriginId)};
    m_watch->setDetails(northwind());
    const QDateTime seen = m_answer.constFirst().integration.lastReadAt;
    m_watch->setProfile(u"practice"_s, seen.addSecs(1));
    QVERIFY(!m_watch->isInTheWay());
    m_watch->setProfile(u"practice"_s, seen);
    QVERIFY(m_watch->isInTheWay());
}

void FollowUpDuplicatesTest::followsTheLedger()
{
    m_watch->setDetails(northwind());
    m_watch->settle();
    QVERIFY(!m_watch->isInTheWay());
    m_answer = {duplicate(u"a"_s, Duplicate::Reason::OriginId)};
    m_watch->askAgain();
    QTRY_VERIFY(m_watch->isInTheWay());
}

void FollowUpDuplicatesTest::namesWhatItFound()
{
    const QList<Duplicate> found{duplicate(u"hibob:1"_s, Duplicate::Reason::OriginId),
        duplicate(u"hibob:2"_s, Duplicate::Reason::EmailDomain)};
    const QDateTime now = found.constFirst().integration.firstSeenAt.addDays(90);
    const QString headline = DuplicateWording::headline(found);
    QVERIFY(headline.contains("Northwind Ltd"_L1) && headline.contains("hibob"_L1));
    const QString advice = DuplicateWording::advice(found, now);
    for (const QString &part : {u"origin ID"_s, u"hibob:1"_s, u"month"_s, u"billed"_s})
        QVERIFY2(advice.contains(part), qPrintable(advice));
    QVERIFY(!advice.contains(u'%'));
}

QTEST_GUILESS_MAIN(FollowUpDuplicatesTest)

#include "tst_followupduplicates.moc"
