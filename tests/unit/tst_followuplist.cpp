// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "followup/followuplist.h"
#include "followup/integrationreading.h"
#include "followup/linkclaim.h"
#include "followup/reminder.h"
#include "wording/followupwording.h"

#include "support/stricttest.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

using Kind = FollowUpKind;
using Step = FollowUpStep;

Q_DECLARE_METATYPE(desk::FollowUpList::Source)

class FollowUpListTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWaitsAndWhatComesNext_data();
    void saysWhatWaitsAndWhatComesNext();
    void sortsByWhoNeedsAPerson();
    void sortsWithinAKind();
    void leavesOutWhatEndedWithPractice();
    void hasOneRowForAnIntegrationAndItsLink();
    void believesAReadingThatIsNewerThanTheLink();
    void offersALinkOnlyIfItIsKeptAndWorks();
    void offersOnlyDoneForWhatIsNotKnownHere();
    void remindsInTheLanguageOfTheLink_data();
    void remindsInTheLanguageOfTheLink();
    void remindsOfNoDeadLink();
    void comparesAClaim_data();
    void comparesAClaim();
    void comparesTheIdOfALinkForAnIntegration();
    void namesEachDifference();
    void claimsNoMoreThanIsKnown_data();
    void claimsNoMoreThanIsKnown();
};

namespace {

QDateTime now()
{
    return QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
}

Attempt link(const QString &organization, int daysAgo, int daysLeft,
    AttemptPurpose purpose = AttemptPurpose::Connection)
{
    Attempt attempt;
    attempt.id = QUuid::createUuidV5(QUuid(), organization);
    attempt.profile = {u"acme"_s, u"Acme EU"_s, ProfileKind::Production};
    attempt.purpose = purpose;
    attempt.organization = organization;
    attempt.email = u"jo@northwind.example"_s;
    attempt.originId = u"cust-1"_s;
    attempt.category = u"HRIS"_s;
    attempt.tool = u"hibob"_s;
    attempt.request = {{u"language"_s, u"de"_s}};
    attempt.linkType = LinkType::MagicLink;
    attempt.startedAt = now().addDays(-daysAgo);
    attempt.linkCreatedAt = attempt.startedAt.addSecs(2);
    attempt.linkExpiresAt = now().addDays(daysLeft);
    attempt.step = AttemptStep::Ended;
    attempt.outcome = AttemptOutcome::LinkCreated;
    if (purpose != AttemptPurpose::Connection)
        attempt.integrationId = u"hibob:1"_s;
    return attempt;
}

Attempt flow(const QString &organization, AttemptStep step,
    AttemptPurpose purpose = AttemptPurpose::Connection)
{
    Attempt attempt = link(organization, 1, 0, purpose);
    attempt.linkType = LinkType::Embedded;
    attempt.outcome = AttemptOutcome::Unfinished;
    attempt.step = step;
    return attempt;
}

KnownIntegration integration(
    const QString &status, const QString &setup, const QString &id = u"hibob:1"_s)
{
    KnownIntegration known;
    known.profileId = u"acme"_s;
    known.id = id;
    known.tool = u"hibob"_s;
    known.organization = u"Northwind Ltd"_s;
    known.status = status;
    known.setupStatus = setup;
    known.firstSeenAt = now().addDays(-90);
    known.lastReadAt = now().addDays(-2);
    return known;
}

FollowUpList::Source sourceOf(const FollowUps &followUps)
{
    FollowUpList::Source source;
    source.followUps = followUps;
    source.now = now();
    return source;
}

FollowUps sent(const Attempt &attempt)
{
    return {{attempt}, {}, {}};
}

FollowUps stopped(const Attempt &attempt)
{
    return {{}, {attempt}, {}};
}

FollowUps known(const KnownIntegration &integration)
{
    return {{}, {}, {integration}};
}

QStringList organizationsOf(const QList<FollowUpRow> &rows)
{
    QStringList names;
    for (const FollowUpRow &row : rows)
        names.append(row.organization());
    return names;
}

} // namespace

void FollowUpListTest::saysWhatWaitsAndWhatComesNext_data()
{
    const QString org = u"Northwind Ltd"_s;
    QTest::addColumn<FollowUps>("followUps");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<Step>("next");
    QTest::newRow("a link that works for long")
        << sent(link(org, 5, 360)) << Kind::LinkSent << Step::CopyReminder;
    QTest::newRow("a link of unknown validity") << [&] {
        Attempt attempt = link(org, 500, 0);
        attempt.linkExpiresAt = {};
        return sent(attempt);
    }() << Kind::LinkSent << Step::CopyReminder;
    QTest::newRow("a link with 14 days left")
        << sent(link(org, 351, 14)) << Kind::LinkExpiring << Step::CopyReminder;
    QTest::newRow("a link with 15 days left")
        << sent(link(org, 350, 15)) << Kind::LinkSent << Step::CopyReminder;
    QTest::newRow("a link whose time is up")
        << sent(link(org, 365, 0)) << Kind::LinkExpired << Step::NewLink;
    QTest::newRow("a dead link for reconnecting")
        << sent(link(org, 400, -35, AttemptPurpose::Reconnection)) << Kind::LinkExpired
        << Step::Reconnect;
    QTest::newRow("a dead link for the setup")
        << sent(link(org, 400, -35, AttemptPurpose::Setup)) << Kind::LinkExpired << Step::OpenSetup;
    QTest::newRow("a call whose answer never came")
        << stopped(flow(org, AttemptStep::Requested)) << Kind::FlowUnfinished << Step::NewLink;
    QTest::newRow("a flow that was open")
        << stopped(flow(org, AttemptStep::FlowOpened)) << Kind::FlowUnfinished << Step::NewLink;
    QTest::newRow("a reconnection that was open")
        << stopped(flow(org, AttemptStep::FlowOpened, AttemptPurpose::Reconnection))
        << Kind::FlowUnfinished << Step::Reconnect;
    QTest::newRow("a token that was never resolved")
        << stopped(flow(org, AttemptStep::TokenReceived)) << Kind::FlowUnresolved
        << Step::EnterIntegration;
    QTest::newRow("credentials that fail") << known(integration(u"INVALID"_s, u"COMPLETED"_s))
                                           << Kind::IntegrationInvalid << Step::Reconnect;
    QTest::newRow("switched off") << known(integration(u"INACTIVE"_s, u"COMPLETED"_s))
                                  << Kind::IntegrationInactive << Step::OpenIntegration;
    QTest::newRow("open steps") << known(integration(u"ACTIVE"_s, u"INCOMPLETE"_s))
                                << Kind::SetupOpen << Step::OpenSetup;
    QTest::newRow("open steps, status not told")
        << known(integration({}, u"INCOMPLETE"_s)) << Kind::SetupOpen << Step::OpenSetup;
    QTest::newRow("the last sync") << known(integration(u"ACTIVE"_s, u"FINAL_SYNC_PENDING"_s))
                                   << Kind::SyncPending << Step::OpenIntegration;
    QTest::newRow("invalid and open steps") << known(integration(u"INVALID"_s, u"INCOMPLETE"_s))
                                            << Kind::IntegrationInvalid << Step::Reconnect;
    QTest::newRow("a status of tomorrow") << known(integration(u"ON_FIRE"_s, u"COMPLETED"_s))
                                          << Kind::IntegrationUnclear << Step::OpenIntegration;
    QTest::newRow("nothing told") << known(integration({}, {})) << Kind::IntegrationUnclear
                                  << Step::OpenIntegration;
}

void FollowUpListTest::saysWhatWaitsAndWhatComesNext()
{
    QFETCH(FollowUps, followUps);
    QFETCH(Kind, kind);
    QFETCH(Step, next);
    const QList<FollowUpRow> rows = FollowUpList::rows(sourceOf(followUps));
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.constFirst().kind == kind);
    QVERIFY(rows.constFirst().nextStep() == next);
    QCOMPARE(rows.constFirst().steps.count(Step::Done), 1);
    QCOMPARE(rows.constFirst().organization(), u"Northwind Ltd"_s);
    const QString reason = FollowUpWording::reason(rows.constFirst(), now());
    QVERIFY(!reason.isEmpty() && !reason.endsWith(u'.') && !reason.contains(u'%'));
}

void FollowUpListTest::sortsByWhoNeedsAPerson()
{
    const auto named = [](KnownIntegration known, const QString &organization) {
        known.organization = organization;
        known.id = organization;
        return known;
    };
    const FollowUps all{{link(u"fresh"_s, 1, 364), link(u"due"_s, 4, 361),
                            link(u"expiring"_s, 360, 5), link(u"expired"_s, 370, -5)},
        {flow(u"stopped"_s, AttemptStep::FlowOpened),
            flow(u"unresolved"_s, AttemptStep::TokenReceived)},
        {named(integration(u"ACTIVE"_s, u"FINAL_SYNC_PENDING"_s), u"syncing"_s),
            named(integration(u"BRAND_NEW"_s, {}), u"unclear"_s),
            named(integration(u"INACTIVE"_s, {}), u"inactive"_s),
            named(integration(u"ACTIVE"_s, u"INCOMPLETE"_s), u"setup"_s),
            named(integration(u"INVALID"_s, {}), u"invalid"_s)}};
    QCOMPARE(organizationsOf(FollowUpList::rows(sourceOf(all))),
        QStringList({u"invalid"_s, u"unresolved"_s, u"expired"_s, u"expiring"_s, u"setup"_s,
            u"due"_s, u"stopped"_s, u"inactive"_s, u"unclear"_s, u"fresh"_s, u"syncing"_s}));
}

void FollowUpListTest::sortsWithinAKind()
{
    Attempt older = flow(u"older flow"_s, AttemptStep::FlowOpened);
    older.linkCreatedAt = now().addDays(-9);
    const FollowUps all{{link(u"sent later"_s, 4, 300), link(u"sent earlier"_s, 9, 290),
                            link(u"13 days left"_s, 99, 13), link(u"2 days left"_s, 98, 2)},
        {older, flow(u"newer flow"_s, AttemptStep::FlowOpened)}, {}};
    QCOMPARE(organizationsOf(FollowUpList::rows(sourceOf(all))),
        QStringList({u"2 days left"_s, u"13 days left"_s, u"sent earlier"_s, u"sent later"_s,
            u"newer flow"_s, u"older flow"_s}));
}

void FollowUpListTest::leavesOutWhatEndedWithPractice()
{
    FollowUpList::Source source = sourceOf({{link(u"before"_s, 2, 300), link(u"today"_s, 0, 365)},
        {}, {integration(u"INVALID"_s, {})}});
    source.practiceSince = now().addDays(-1);
    QCOMPARE(FollowUpList::rows(source).size(), 3); // another profile
    source.practiceProfileId = u"acme"_s;
    QCOMPARE(organizationsOf(FollowUpList::rows(source)), QStringList({u"today"_s}));
}

void FollowUpListTest::hasOneRowForAnIntegrationAndItsLink()
{
    FollowUps both = sent(link(u"Northwind Ltd"_s, 4, 300, AttemptPurpose::Reconnection));
    both.integrations = {
        integration(u"INVALID"_s, {}), integration(u"INVALID"_s, {}, u"other:2"_s)};
    FollowUpList::Source source = sourceOf(both);
    source.known.insert(u"hibob:1"_s, both.integrations.constFirst());
    const QList<FollowUpRow> rows = FollowUpList::rows(source);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).integrationId(), u"other:2"_s);
    QVERIFY(rows.at(1).kind == Kind::LinkSent);
    QCOMPARE(rows.at(1).integration->status, u"INVALID"_s);
    // A dead link brings nobody back, so the integration speaks for itself again.
    source.followUps.sentLinks = {link(u"Northwind Ltd"_s, 400, -1, AttemptPurpose::Reconnection)};
    QCOMPARE(FollowUpList::rows(source).size(), 3);
}

void FollowUpListTest::believesAReadingThatIsNewerThanTheLink()
{
    const Attempt attempt = link(u"Northwind Ltd"_s, 4, 300, AttemptPurpose::Reconnection);
    FollowUpList::Source source = sourceOf(sent(attempt));
    KnownIntegration read = integration(u"ACTIVE"_s, u"COMPLETED"_s);
    read.lastReadAt = attempt.linkCreatedAt.addSecs(-60);
    source.known.insert(u"hibob:1"_s, read);
    QVERIFY(FollowUpList::rows(source).constFirst().nextStep() == Step::CopyReminder);
    read.lastReadAt = attempt.linkCreatedAt.addSecs(60);
    source.known.insert(u"hibob:1"_s, read);
    QVERIFY(FollowUpList::rows(source).constFirst().nextStep() == Step::Done);
    read.setupStatus = u"INCOMPLETE"_s;
    source.known.insert(u"hibob:1"_s, read);
    QVERIFY(FollowUpList::rows(source).constFirst().nextStep() == Step::CopyReminder);
}

void FollowUpListTest::offersALinkOnlyIfItIsKeptAndWorks()
{
    const Attempt living = link(u"living"_s, 5, 300);
    const Attempt dead = link(u"dead"_s, 400, -1);
    FollowUpList::Source source = sourceOf({{living, dead}, {}, {}});
    for (const FollowUpRow &row : FollowUpList::rows(source))
        QVERIFY(!row.steps.contains(Step::CopyLink));
    source.keptLinks = {living.id, dead.id};
    const QList<FollowUpRow> rows = FollowUpList::rows(source);
    QCOMPARE(rows.at(0).organization(), u"dead"_s);
    QVERIFY(!rows.at(0).steps.contains(Step::CopyLink));
    QVERIFY(!rows.at(0).steps.contains(Step::CopyReminder));
    QVERIFY(rows.at(1).steps.contains(Step::CopyLink));
}

void FollowUpListTest::offersOnlyDoneForWhatIsNotKnownHere()
{
    FollowUpList::Source source = sourceOf(known(integration(u"INVALID"_s, {})));
    source.missing = {u"hibob:1"_s};
    const FollowUpRow row = FollowUpList::rows(source).constFirst();
    QVERIFY(row.isMissing);
    QCOMPARE(row.steps, QList<Step>{Step::Done});
    const QString said = FollowUpWording::reason(row, now());
    QVERIFY2(said.contains("environment"_L1) && !said.contains("deleted"_L1), qPrintable(said));
}

void FollowUpListTest::remindsInTheLanguageOfTheLink_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("date");
    QTest::newRow("English") << u"en"_s << u"Reminder: Connect HiBob"_s << u"15 November 2026"_s;
    QTest::newRow("German") << u"de"_s << u"Erinnerung: Verbinden Sie HiBob"_s
                            << u"15. November 2026"_s;
    QTest::newRow("French") << u"fr"_s << u"Rappel\u00A0: Connexion de HiBob"_s
                            << u"15 novembre 2026"_s;
    QTest::newRow("Italian") << u"it"_s << u"Promemoria: Collegamento di HiBob"_s
                             << u"15 novembre 2026"_s;
    QTest::newRow("Spanish") << u"es"_s << u"Recordatorio: Conexión de HiBob"_s
                             << u"15 de noviembre de 2026"_s;
}

void FollowUpListTest::remindsInTheLanguageOfTheLink()
{
    QFETCH(QString, wire);
    QFETCH(QString, subject);
    QFETCH(QString, date);
    Attempt attempt = link(u"Northwind Ltd"_s, 5, 300);
    attempt.request.insert(u"language"_s, wire);
    const FollowUpRow row = FollowUpList::rows(sourceOf(sent(attempt))).constFirst();
    const auto message = Reminder::message(row, Reminder::languageOf(attempt), u"HiBob"_s);
    QVERIFY(message);
    QVERIFY2(message->subject.startsWith(subject), qPrintable(message->subject));
    QVERIFY2(message->body.contains(date), qPrintable(message->body));
    QVERIFY(message->body.contains("Northwind Ltd"_L1));
    QCOMPARE(message->body.count(HandOverMessages::linkMark()), 1);
    QVERIFY(!message->body.contains(u'%') && !message->subject.contains(u'%'));
}

void FollowUpListTest::remindsOfNoDeadLink()
{
    const auto reminderOf = [](const FollowUps &followUps) {
        const FollowUpRow row = FollowUpList::rows(sourceOf(followUps)).constFirst();
        return Reminder::message(row, FlowLanguage::English);
    };
    QVERIFY(reminderOf(sent(link(u"a"_s, 5, 300))));
    QVERIFY(!reminderOf(sent(link(u"a"_s, 400, -1))));
    QVERIFY(!reminderOf(stopped(flow(u"a"_s, AttemptStep::FlowOpened))));
    QVERIFY(!reminderOf(known(integration(u"INVALID"_s, {}))));
}

void FollowUpListTest::comparesAClaim_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<std::optional<QString>>("email");
    QTest::addColumn<std::optional<QString>>("originId");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<int>("daysAfterTheLink");
    QTest::addColumn<int>("differences");
    using Text = std::optional<QString>;
    const Text email = u"JO@northwind.example"_s;
    const Text origin = u"cust-1"_s;
    const QString org = u"Northwind Ltd"_s;
    QTest::newRow("the same") << org << email << origin << u"hibob"_s << 2 << 0;
    QTest::newRow("no email told") << org << Text() << origin << u"hibob"_s << 2 << 0;
    QTest::newRow("another organization")
        << u"Contoso"_s << email << origin << u"hibob"_s << 2 << 1;
    QTest::newRow("another email")
        << org << Text(u"max@northwind.example"_s) << origin << u"hibob"_s << 2 << 1;
    QTest::newRow("no origin ID") << org << email << Text() << u"hibob"_s << 2 << 1;
    QTest::newRow("another tool") << org << email << origin << u"workday"_s << 2 << 1;
    QTest::newRow("there before the link") << org << email << origin << u"hibob"_s << -2 << 1;
    QTest::newRow("another in every way")
        << u"Contoso"_s << Text(u"a@b.example"_s) << Text() << u"workday"_s << -2 << 5;
}

void FollowUpListTest::comparesAClaim()
{
    QFETCH(QString, organization);
    QFETCH(std::optional<QString>, email);
    QFETCH(std::optional<QString>, originId);
    QFETCH(QString, tool);
    QFETCH(int, daysAfterTheLink);
    QFETCH(int, differences);
    const Attempt attempt = link(u"Northwind Ltd"_s, 5, 300);
    IntegrationDetails details;
    details.id = u"hibob:9"_s;
    details.organization = organization;
    details.email = email;
    details.originId = originId;
    details.toolId = tool;
    details.category = u"HRIS"_s;
    details.createdAt = attempt.linkCreatedAt.addDays(daysAfterTheLink);
    const ClaimFinding finding = compareClaim(attempt, details);
    QCOMPARE(finding.mismatches.size() + finding.doubts.size(), differences);
    QCOMPARE(finding.fits(), differences == 0);
}

void FollowUpListTest::comparesTheIdOfALinkForAnIntegration()
{
    const Attempt attempt = link(u"Northwind Ltd"_s, 5, 300, AttemptPurpose::Reconnection);
    IntegrationDetails details;
    details.id = u"hibob:1"_s;
    details.organization = u"renamed meanwhile"_s;
    details.createdAt = now().addDays(-900);
    QVERIFY(compareClaim(attempt, details).fits());
    details.id = u"hibob:2"_s;
    QCOMPARE(compareClaim(attempt, details).mismatches,
        QList<Mismatch>({{ComparedValue::IntegrationId, u"hibob:1"_s, u"hibob:2"_s}}));
}

void FollowUpListTest::namesEachDifference()
{
    const Attempt attempt = link(u"Northwind Ltd"_s, 5, 300);
    IntegrationDetails details;
    details.organization = u"Contoso"_s;
    details.originId = u"cust-1"_s;
    details.toolId = u"workday"_s;
    details.category = u"ATS"_s;
    details.createdAt = QDateTime(QDate(2020, 2, 3), QTime(12, 0), Qt::UTC);
    const QString said =
        FollowUpWording::differences(compareClaim(attempt, details), attempt).join(u'\n');
    for (const QString &part : {u"Contoso"_s, u"workday"_s, u"ATS"_s, u"3 February 2020"_s})
        QVERIFY2(said.contains(part), qPrintable(said));
}

void FollowUpListTest::claimsNoMoreThanIsKnown_data()
{
    QTest::addColumn<FollowUps>("followUps");
    QTest::newRow("a link") << sent(link(u"a"_s, 5, 300));
    QTest::newRow("a dead link") << sent(link(u"a"_s, 400, -1));
    QTest::newRow("a flow that was open") << stopped(flow(u"a"_s, AttemptStep::FlowOpened));
    QTest::newRow("a call without answer") << stopped(flow(u"a"_s, AttemptStep::Requested));
    QTest::newRow("an integration") << known(integration(u"INVALID"_s, {}));
}

void FollowUpListTest::claimsNoMoreThanIsKnown()
{
    QFETCH(FollowUps, followUps);
    const FollowUpRow row = FollowUpList::rows(sourceOf(followUps)).constFirst();
    const QString facts = FollowUpWording::facts(row, now()).join(u'\n');
    QVERIFY2(facts.contains("not known"_L1, Qt::CaseInsensitive), qPrintable(facts));
    QVERIFY2(!facts.contains(u'%'), qPrintable(facts));
}

QTEST_GUILESS_MAIN(FollowUpListTest)

#include "tst_followuplist.moc"
