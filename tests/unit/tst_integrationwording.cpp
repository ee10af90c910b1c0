// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wording/integrationwording.h"
#include "wording/supporttext.h"
#include "wording/timewording.h"
#include "wording/translation.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using Tone = IntegrationWording::Standing::Tone;

namespace {

IntegrationScope scope(const QString &id, bool isAvailable,
    const QString &coverage = u"SUPPORTED"_s, const QString &setting = u"ENABLED"_s,
    bool isOptedOut = false)
{
    return {id, {}, isAvailable, coverage, setting, isOptedOut, {}};
}

IntegrationDetails northwind()
{
    IntegrationDetails details;
    details.id = u"hibob:1"_s;
    details.toolId = u"hibob"_s;
    details.toolLabel = u"HiBob"_s;
    details.category = u"HRIS"_s;
    details.status = u"INVALID"_s;
    details.setupStatus = u"COMPLETED"_s;
    details.organization = u"Northwind Ltd"_s;
    details.email = u"jo@northwind.example"_s;
    details.originId = u"cust-0042"_s;
    details.scopeConfigId = u"Mp4x"_s;
    details.createdAt = QDateTime(QDate(2026, 7, 1), QTime(8, 30), Qt::UTC);
    return details;
}

} // namespace

Q_DECLARE_METATYPE(Tone)
Q_DECLARE_METATYPE(desk::IntegrationScope)

class IntegrationWordingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance()); }
    void saysHowItStands_data();
    void saysHowItStands();
    void saysWhySomethingCannotBeUsed_data();
    void saysWhySomethingCannotBeUsed();
    void namesWhatTheClientOptedOutOf();
    void cutsALongListOfOptOuts();
    void saysHowLongAgo_data();
    void saysHowLongAgo();
    void saysPauses_data();
    void saysPauses();
    void writesForSupport();
    void writesForSupportWhatASessionResolved();
    void writesNoSecretForSupport();
    void keepsOneFactALine();
};

void IntegrationWordingTest::saysHowItStands_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("setup");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("headline");
    QTest::newRow("works") << u"ACTIVE"_s << u"COMPLETED"_s << Tone::Good << u"Connected"_s;
    QTest::newRow("steps are open") << u"ACTIVE"_s << u"INCOMPLETE"_s << Tone::Waiting
                                    << u"Connected, but not ready: setup steps are open"_s;
    QTest::newRow("the last sync is running")
        << u"ACTIVE"_s << u"FINAL_SYNC_PENDING"_s << Tone::Waiting
        << u"Connected, but not ready: the last sync is running"_s;
    QTest::newRow("a setup status that nobody knows")
        << u"ACTIVE"_s << u"BRAND_NEW"_s << Tone::Good << u"Connected"_s;
    QTest::newRow("credentials are broken") << u"INVALID"_s << u"COMPLETED"_s << Tone::Trouble
                                            << u"Not working: the credentials no longer work"_s;
    QTest::newRow("credentials are broken before the setup was done")
        << u"INVALID"_s << u"INCOMPLETE"_s << Tone::Trouble
        << u"Not working: the credentials no longer work"_s;
    QTest::newRow("switched off") << u"INACTIVE"_s << u"INCOMPLETE"_s << Tone::Off << u"Paused"_s;
    QTest::newRow("a status that nobody knows")
        << u"FROZEN"_s << u"COMPLETED"_s << Tone::Unknown << u"Status FROZEN"_s;
    QTest::newRow("a status that was not told")
        << QString() << u"INCOMPLETE"_s << Tone::Waiting
        << u"Connected, but not ready: setup steps are open"_s;
}

void IntegrationWordingTest::saysHowItStands()
{
    QFETCH(QString, status);
    QFETCH(QString, setup);
    const IntegrationWording::Standing standing = IntegrationWording::standing(status, setup);
    QTEST(standing.tone, "tone");
    QTEST(standing.headline, "headline");
    QCOMPARE(standing.advice.isEmpty(), standing.tone == Tone::Good);
}

void IntegrationWordingTest::saysWhySomethingCannotBeUsed_data()
{
    QTest::addColumn<IntegrationScope>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("available") << scope(u"a"_s, true) << u"Available"_s;
    QTest::newRow("opted out") << scope(u"a"_s, false, u"SUPPORTED"_s, u"OPTIONAL"_s, true)
                               << u"Opted out by the client"_s;
    QTest::newRow("the tool has it not")
        << scope(u"a"_s, false, u"UNSUPPORTED"_s) << u"The tool does not have it"_s;
    QTest::newRow("Kombo has it not")
        << scope(u"a"_s, false, u"NOT_IMPLEMENTED"_s) << u"Not built by Kombo"_s;
    QTest::newRow("nobody knows") << scope(u"a"_s, false, u"UNKNOWN"_s) << u"Not known yet"_s;
    QTest::newRow("switched off") << scope(u"a"_s, false, u"SUPPORTED"_s, u"DISABLED"_s)
                                  << u"Switched off in the scope config"_s;
    QTest::newRow("optional") << scope(u"a"_s, false, u"SUPPORTED"_s, u"OPTIONAL"_s)
                              << u"Optional, and not switched on"_s;
    QTest::newRow("a new kind of coverage") << scope(u"a"_s, false, u"HALF"_s) << u"HALF"_s;
    QTest::newRow("a new kind of setting")
        << scope(u"a"_s, false, u"SUPPORTED"_s, u"MAYBE"_s) << u"MAYBE"_s;
    QTest::newRow("no reason at all") << scope(u"a"_s, false) << u"Not available"_s;
    QTest::newRow("a field of an action, which has no setting")
        << scope(u"a"_s, false, u"SUPPORTED"_s, QString()) << u"Not available"_s;
}

void IntegrationWordingTest::saysWhySomethingCannotBeUsed()
{
    QFETCH(IntegrationScope, what);
    QTEST(IntegrationWording::availability(what), "words");
}

void IntegrationWordingTest::namesWhatTheClientOptedOutOf()
{
    IntegrationDetails details = northwind();
    QCOMPARE(IntegrationWording::optedOut(details), QString());
    IntegrationScope employees = scope(u"hris_employees"_s, true);
    employees.label = u"Employees"_s;
    employees.fields = {scope(u"iban"_s, false, u"SUPPORTED"_s, u"OPTIONAL"_s, true),
        scope(u"name"_s, true), scope(u"ssn"_s, false, u"SUPPORTED"_s, u"OPTIONAL"_s, true)};
    details.readModels = {
        employees, scope(u"absences"_s, false, u"SUPPORTED"_s, u"ENABLED"_s, true)};
    details.writeActions = {scope(u"create"_s, true)};
    QCOMPARE(IntegrationWording::optedOut(details), u"Employees (iban, ssn), absences"_s);
    QCOMPARE(IntegrationWording::availableCount(details), u"2 of 3"_s);
}

void IntegrationWordingTest::cutsALongListOfOptOuts()
{
    IntegrationDetails details;
    for (int i = 0; i < 60; ++i)
        details.readModels.append(
            scope(u"m%1"_s.arg(i), false, u"SUPPORTED"_s, u"ENABLED"_s, true));
    QCOMPARE(
        IntegrationWording::optedOut(details), u"m0, m1, m2, m3, m4, m5, m6, m7 and 52 more"_s);
}

void IntegrationWordingTest::saysHowLongAgo_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("words");
    const qint64 day = qint64{24} * 3600;
    QTest::newRow("the clock was set back") << qint64{-5} << u"just now"_s;
    QTest::newRow("this instant") << qint64{0} << u"just now"_s;
    QTest::newRow("seconds") << qint64{10} << u"10 s ago"_s;
    QTest::newRow("almost a minute") << qint64{59} << u"59 s ago"_s;
    QTest::newRow("a minute") << qint64{60} << u"1 min ago"_s;
    QTest::newRow("almost an hour") << qint64{3599} << u"59 min ago"_s;
    QTest::newRow("an hour") << qint64{3600} << u"1 h ago"_s;
    QTest::newRow("almost a day") << day - 1 << u"23 h ago"_s;
    QTest::newRow("a day") << day << u"1 day ago"_s;
    QTest::newRow("days") << 59 * day << u"59 days ago"_s;
    QTest::newRow("months") << 60 * day << u"2 months ago"_s;
    QTest::newRow("almost two years") << 729 * day << u"24 months ago"_s;
    QTest::newRow("years") << 730 * day << u"2 years ago"_s;
}

void IntegrationWordingTest::saysHowLongAgo()
{
    QFETCH(qint64, seconds);
    const QDateTime now(QDate(2026, 7, 1), QTime(8, 30), Qt::UTC);
    QTEST(TimeWording::ago(now.addSecs(-seconds), now), "words");
}

void IntegrationWordingTest::saysPauses_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("half a minute") << 30 << u"30 s"_s;
    QTest::newRow("a minute") << 60 << u"1 min"_s;
    QTest::newRow("two minutes") << 120 << u"2 min"_s;
}

void IntegrationWordingTest::saysPauses()
{
    QFETCH(int, seconds);
    QTEST(TimeWording::interval(std::chrono::seconds(seconds)), "words");
}

void IntegrationWordingTest::writesForSupport()
{
    SupportFacts facts;
    facts.integrationId = u"hibob:1"_s;
    facts.details = northwind();
    facts.readAt = QDateTime(QDate(2026, 7, 9), QTime(10, 0, 5), Qt::UTC);
    facts.profile = u"Acme EU"_s;
    facts.environment = u"Production"_s;
    facts.versions = u"Connect Desk 0.1, Qt 6.4.2"_s;
    ApiError error;
    error.httpStatus = 500;
    error.code = u"PLATFORM.UNKNOWN_ERROR"_s;
    error.title = u"Oops"_s;
    error.message = u"Something failed"_s;
    error.logUrl = QUrl(u"https://app.kombo.dev/env/logs/1"_s);
    facts.lastError = error;
    QCOMPARE(supportText(facts),
        u"Integration ID: hibob:1\n"
        "Tool: hibob\n"
        "Category: HRIS\n"
        "Organization: Northwind Ltd\n"
        "Origin ID: cust-0042\n"
        "Status: INVALID\n"
        "Setup: COMPLETED\n"
        "Scope config: Mp4x\n"
        "Created: 2026-07-01 08:30:00 UTC\n"
        "Read: 2026-07-09 10:00:05 UTC\n"
        "Environment: Production, profile Acme EU\n"
        "Last error: HTTP 500 · PLATFORM.UNKNOWN_ERROR · Oops · Something failed\n"
        "Log: https://app.kombo.dev/env/logs/1\n"
        "Versions: Connect Desk 0.1, Qt 6.4.2\n"_s);
}

void IntegrationWordingTest::writesForSupportWhatASessionResolved()
{
    SupportFacts facts;
    facts.integrationId = u"hibob:1"_s;
    facts.resolved = ResolvedIntegration{u"hibob:1"_s, u"hibob"_s, std::nullopt, u"Northwind Ltd"_s,
        u"jo@northwind.example"_s, u"INCOMPLETE"_s};
    facts.environment = u"Practice"_s;
    facts.profile = u"Practice"_s;
    QCOMPARE(supportText(facts),
        u"Integration ID: hibob:1\nTool: hibob\nOrganization: Northwind Ltd\nSetup: INCOMPLETE\n"
        "Environment: Practice\n"_s);
}

void IntegrationWordingTest::writesNoSecretForSupport()
{
    SupportFacts facts;
    facts.integrationId = u"hibob:1"_s;
    ApiError error;
    error.message =
        u"Bearer sk_live_0123456789abcdef was refused for jo@northwind.example, see "
        "https://connect.kombo.dev/v1?token=eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl"_s;
    facts.lastError = error;
    const QString text = supportText(facts);
    for (const char *secret : {"sk_live", "eyJhbGci", "c2lnbmF0dXJl", "jo@northwind.example"})
        QVERIFY2(!text.contains(QLatin1StringView(secret)), qPrintable(text));
}

void IntegrationWordingTest::keepsOneFactALine()
{
    SupportFacts facts;
    facts.integrationId = u"hibob:1"_s;
    facts.details = northwind();
    facts.details->organization = u"Northwind\nStatus: ACTIVE"_s;
    QVERIFY(supportText(facts).contains("Organization: Northwind Status: ACTIVE\n"_L1));
}

QTEST_GUILESS_MAIN(IntegrationWordingTest)
#include "tst_integrationwording.moc"
