// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerstage.h"

#include "support/stricttest.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;

class LedgerTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsEmpty();
    void isForTheOwnerOnly();
    void remembersAnAttemptStepByStep();
    void takesAStepTwice();
    void ignoresStepsOfWhatItDoesNotKnow();
    void pagesFromTheNewest();
    void searches_data();
    void searches();
    void followsChanges();
    void understandsAnyTyping();
    void keepsNoSecret_data();
    void keepsNoSecret();
    void boundsWhatItKeeps();
    void knowsIntegrations();
    void findsDuplicates_data();
    void findsDuplicates();
    void namesTheStrongestReason();
    void tellsWhatToFollowUp();
    void hidesAndShowsAgain();
    void offersChoices();
    void remembersBatches();
    void seesOthersWriting();

private:
    QString folder() const { return m_dir->filePath(u"ledger"_s); }
    void write(const LedgerStep &step);
    QList<Attempt> found(const AttemptQuery &query = {});
    Attempt begun(const QString &organization = u"Northwind GmbH"_s, int secondsLater = 0);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Ledger> m_ledger;
};

namespace {

AttemptEnded ended(const Attempt &attempt, AttemptOutcome outcome = AttemptOutcome::Connected)
{
    AttemptEnded step;
    step.attempt = attempt.id;
    step.outcome = outcome;
    step.endedAt = someTime(90);
    step.duration = 90s;
    step.integrationId = u"personio:1"_s;
    return step;
}

AttemptQuery typed(const QString &text)
{
    AttemptQuery query;
    query.text = text;
    return query;
}

} // namespace

void LedgerTest::init()
{
    StrictTest::init();
    m_ledger.reset();
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY2(
        opening.hasValue(), qPrintable(opening.hasValue() ? QString() : opening.error().detail));
    QVERIFY(!opening->keptAside);
    QVERIFY(!opening->isReadOnly);
    m_ledger = std::move(std::move(opening).value().ledger);
}

void LedgerTest::write(const LedgerStep &step)
{
    const auto written = m_ledger->write(step);
    QVERIFY2(written.hasValue(), qPrintable(written ? QString() : written.error().detail));
}

QList<Attempt> LedgerTest::found(const AttemptQuery &query)
{
    const auto page = m_ledger->attempts(query, {});
    if (!page)
        QTest::qFail(qPrintable(page.error().detail), __FILE__, __LINE__);
    const auto count = m_ledger->count(query);
    const bool isCounted = page && count && *count == page->attempts.size();
    if (!isCounted)
        QTest::qFail("The count is another than the page.", __FILE__, __LINE__);
    return page ? page->attempts : QList<Attempt>();
}

Attempt LedgerTest::begun(const QString &organization, int secondsLater)
{
    Attempt attempt = someAttempt(organization);
    attempt.startedAt = someTime(secondsLater);
    write(AttemptBegun{attempt});
    return attempt;
}

void LedgerTest::beginsEmpty()
{
    QVERIFY(found().isEmpty());
    QCOMPARE(*m_ledger->count({}), 0);
    QVERIFY(m_ledger->choices()->profiles.isEmpty());
    QVERIFY(m_ledger->followUps({})->sentLinks.isEmpty());
    QVERIFY(!m_ledger->attempt(QUuid::createUuid())->has_value());
}

void LedgerTest::isForTheOwnerOnly()
{
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
        | QFileDevice::ExeOther;
    begun();
    for (const QString &path : {folder(), ledgerFile(folder()), ledgerFile(folder()) + u"-wal"_s,
             ledgerFile(folder()) + u"-shm"_s}) {
        QVERIFY2(QFileInfo::exists(path), qPrintable(path));
        QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
    }
}

void LedgerTest::remembersAnAttemptStepByStep()
{
    const Attempt attempt = begun();
    Attempt kept = m_ledger->attempt(attempt.id)->value();
    QCOMPARE(kept.id, attempt.id);
    QCOMPARE(kept.profile, attempt.profile);
    QCOMPARE(kept.organization, attempt.organization);
    QCOMPARE(kept.email, attempt.email);
    QCOMPARE(kept.originId, attempt.originId);
    QCOMPARE(kept.category, attempt.category);
    QCOMPARE(kept.tool, attempt.tool);
    QCOMPARE(kept.request, attempt.request);
    QCOMPARE(kept.startedAt, attempt.startedAt);
    QCOMPARE(kept.instance, attempt.instance);
    QCOMPARE(kept.outcome, AttemptOutcome::Unfinished);
    QCOMPARE(kept.step, AttemptStep::Requested);
    QVERIFY(!kept.linkCreatedAt.isValid());
    QVERIFY(!kept.endedAt.isValid());
    QVERIFY(!kept.duration);

    write(AttemptLinked{attempt.id, someTime(1), someTime(3601)});
    write(AttemptReached{attempt.id, AttemptStep::TokenReceived});
    write(AttemptReached{attempt.id, AttemptStep::FlowOpened}); // late, and no step back
    kept = m_ledger->attempt(attempt.id)->value();
    QCOMPARE(kept.linkExpiresAt, someTime(3601));
    QCOMPARE(kept.step, AttemptStep::TokenReceived);

    AttemptEnded end = ended(attempt);
    end.record = {R"({"entries":[1]})", R"({"log":{}})"};
    write(end);
    write(AttemptNoted{attempt.id, u"Call back on Tuesday."_s});
    kept = m_ledger->attempt(attempt.id)->value();
    QCOMPARE(kept.step, AttemptStep::Ended);
    QCOMPARE(kept.outcome, AttemptOutcome::Connected);
    QCOMPARE(kept.duration, 90s);
    QCOMPARE(kept.integrationId, u"personio:1"_s);
    QCOMPARE(kept.notes, u"Call back on Tuesday."_s);
    QCOMPARE(m_ledger->record(attempt.id)->timeline, R"({"entries":[1]})");
    QCOMPARE(m_ledger->record(attempt.id)->exchanges, R"({"log":{}})");
}

void LedgerTest::takesAStepTwice()
{
    const Attempt attempt = begun();
    write(ended(attempt, AttemptOutcome::NeedsReview));
    write(AttemptBegun{attempt});
    write(ended(attempt));
    QCOMPARE(found().size(), 1);
    QCOMPARE(found().constFirst().outcome, AttemptOutcome::Connected);
}

void LedgerTest::ignoresStepsOfWhatItDoesNotKnow()
{
    write(ended(someAttempt()));
    write(AttemptHidden{QUuid::createUuid(), true});
    write(IntegrationDeleted{u"p1"_s, u"x:1"_s, someTime()});
    QVERIFY(found().isEmpty());
}

void LedgerTest::pagesFromTheNewest()
{
    // Five of one millisecond, then an older one.
    for (int i = 0; i < 5; ++i)
        begun(u"Same "_s + QString::number(i), 100);
    begun(u"Older"_s, 1);
    for (const QString &text : {QString(), u"northwind"_s}) {
        QStringList names;
        PageMark mark{0, 2};
        while (true) {
            const auto page = m_ledger->attempts(typed(text), mark);
            QVERIFY(page.hasValue());
            QVERIFY(!page->attempts.isEmpty());
            for (const Attempt &attempt : page->attempts)
                names.append(attempt.organization);
            mark.before = page->attempts.constLast().row;
            if (page->isLast)
                break;
        }
        const QStringList wanted{
            u"Same 4"_s, u"Same 3"_s, u"Same 2"_s, u"Same 1"_s, u"Same 0"_s, u"Older"_s};
        QCOMPARE(names, wanted);
    }
}

void LedgerTest::searches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("a whole word") << u"Zürcher"_s << true;
    QTest::newRow("the beginning of a word") << u"zü"_s << true;
    QTest::newRow("one letter") << u"z"_s << true;
    QTest::newRow("without the accent") << u"zurcher"_s << true;
    QTest::newRow("in capitals") << u"ZÜRCHER"_s << true;
    QTest::newRow("with the accent apart") << u"zu\u0308rcher"_s << true;
    QTest::newRow("an accent that is not there") << u"kantónal"_s << true;
    QTest::newRow("the end of a word") << u"rcher"_s << false;
    QTest::newRow("two words in any order") << u"bank kant"_s << true;
    QTest::newRow("two words, one of which is not there") << u"bank zzz"_s << false;
    QTest::newRow("an address") << u"a.b+c@zkb.example"_s << true;
    QTest::newRow("an origin ID with dashes") << u"kunde-77"_s << true;
    QTest::newRow("an integration ID") << u"workday:HWUTwvyx2wLoSUHphiWVrp28"_s << true;
    QTest::newRow("a tool") << u"workday"_s << true;
    QTest::newRow("a note") << u"Rückruf"_s << true;
    QTest::newRow("nothing but signs") << u"-- !"_s << false;
    QTest::newRow("blanks") << u"   "_s << true;
    QTest::newRow("words of the search language") << u"bank AND kant OR"_s << false;
    QTest::newRow("quotes") << u"\"bank\""_s << true;
    QTest::newRow("what filters are spelled with") << u"\ue000o0"_s << false;
}

void LedgerTest::searches()
{
    QFETCH(QString, text);
    QFETCH(bool, isFound);
    Attempt attempt = someAttempt(u"Zürcher Kantonalbank Bank"_s);
    attempt.email = u"a.b+c@zkb.example"_s;
    attempt.originId = u"kunde-77"_s;
    attempt.tool = u"workday"_s;
    write(AttemptBegun{attempt});
    AttemptEnded end = ended(attempt);
    end.integrationId = u"workday:HWUTwvyx2wLoSUHphiWVrp28"_s;
    write(end);
    write(AttemptNoted{attempt.id, u"Rückruf am Dienstag"_s});
    QCOMPARE(found(typed(text)).size(), isFound ? 1 : 0);
}

void LedgerTest::followsChanges()
{
    const Attempt first = begun(u"One"_s, 0);
    Attempt second = someAttempt(u"Two"_s);
    second.profile = {u"p2"_s, u"Test"_s, ProfileKind::Development};
    second.category = u"ATS"_s;
    second.tool = u"greenhouse"_s;
    second.startedAt = someTime(60);
    write(AttemptBegun{second});
    const auto names = [this](const AttemptQuery &query) {
        QStringList list;
        const QList<Attempt> attempts = found(query);
        for (const Attempt &attempt : attempts)
            list.append(attempt.organization);
        return list;
    };
    AttemptQuery query;
    query.outcomes = {AttemptOutcome::Unfinished};
    QCOMPARE(names(query), QStringList({u"Two"_s, u"One"_s}));
    write(ended(first));
    QCOMPARE(names(query), QStringList({u"Two"_s}));
    query.outcomes = {AttemptOutcome::Connected, AttemptOutcome::Failed};
    QCOMPARE(names(query), QStringList({u"One"_s}));
    query = {};
    query.profileId = u"p2"_s;
    QCOMPARE(names(query), QStringList({u"Two"_s}));
    query.tool = u"personio"_s;
    QVERIFY(names(query).isEmpty());
    query = {};
    query.category = u"ATS"_s;
    query.text = u"tw"_s;
    QCOMPARE(names(query), QStringList({u"Two"_s}));
    query = {};
    query.from = someTime(60);
    QCOMPARE(names(query), QStringList({u"Two"_s}));
    query.text = u"northwind"_s;
    QCOMPARE(names(query), QStringList({u"Two"_s}));
    query.from = {};
    query.until = someTime(60);
    QCOMPARE(names(query), QStringList({u"One"_s}));
}

// Whatever is typed is a question that has an answer.
void LedgerTest::understandsAnyTyping()
{
    begun(u"\u0939\u093f\u0928\u094d\u0926\u0940 \u65e5\u672c 𠮷野家 ﬁn \u0130stanbul e\u0301"_s);
    for (char32_t character = 1; character < 0x11000; character += 7) {
        if (character >= 0xd800 && character < 0xe000)
            continue;
        const QString sign = QString::fromUcs4(&character, 1);
        const auto page = m_ledger->attempts(typed(u"a"_s + sign + u"b"_s + sign), {0, 1});
        QVERIFY2(page.hasValue(), qPrintable(QString::number(character, 16)));
    }
}

void LedgerTest::keepsNoSecret_data()
{
    QTest::addColumn<QString>("text");
    const QString token = u"s3cr3tT0kenValue"_s;
    QTest::newRow("a link") << u"https://connect.kombo.dev/v1?token="_s + token;
    QTest::newRow("a header") << u"Authorization: Bearer "_s + token;
    QTest::newRow("a path") << u"GET /connect/integration-by-token/"_s + token;
}

void LedgerTest::keepsNoSecret()
{
    QFETCH(QString, text);
    Attempt attempt = someAttempt(text);
    attempt.email = text;
    attempt.originId = text;
    attempt.request = {{u"deep"_s, QJsonObject{{u"text"_s, text}, {u"link"_s, text}}}};
    write(AttemptBegun{attempt});
    AttemptEnded end = ended(attempt);
    end.errorTitle = text;
    end.errorCode = text;
    end.integrationId = text;
    const QByteArray json =
        QJsonDocument(QJsonObject{{u"text"_s, text}, {u"api_key"_s, u"s3cr3tT0kenValue"_s}})
            .toJson();
    end.record = {json, json};
    write(end);
    write(AttemptNoted{attempt.id, text});
    KnownIntegration integration = someIntegration(text);
    integration.organization = text;
    write(IntegrationRead{integration});
    Batch batch;
    batch.id = QUuid::createUuid();
    batch.commonValues = {{u"text"_s, text}};
    batch.rows = {{1, BatchRowStatus::Failed, {}, text}};
    QVERIFY(m_ledger->batches().begin(batch).hasValue());

    const AttemptRecord record = *m_ledger->record(attempt.id);
    QVERIFY(!record.timeline.isEmpty());
    QVERIFY(!record.timeline.contains("s3cr3t"));
    QVERIFY(!record.exchanges.contains("s3cr3t"));
    m_ledger.reset();
    QFile file(ledgerFile(folder()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("jo.doe") || bytes.contains("personio"));
    QVERIFY(!bytes.toLower().contains("s3cr3t"));
}

void LedgerTest::boundsWhatItKeeps()
{
    Attempt attempt = someAttempt(QString(1'000'000, u'x'));
    write(AttemptBegun{attempt});
    AttemptEnded end = ended(attempt);
    end.record.timeline = "[\"" + QByteArray(5'000'000, 'x') + "\"]";
    end.record.exchanges = "no JSON";
    write(end);
    QVERIFY(m_ledger->attempt(attempt.id)->value().organization.size() < 20'000);
    QVERIFY(m_ledger->record(attempt.id)->timeline.contains("Too large"));
    QVERIFY(m_ledger->record(attempt.id)->exchanges.contains("could not be read"));
}

void LedgerTest::knowsIntegrations()
{
    write(IntegrationRead{someIntegration()});
    KnownIntegration later;
    later.profileId = u"p1"_s;
    later.id = u"personio:1"_s;
    later.status = u"INVALID"_s;
    later.lastReadAt = someTime(60);
    write(IntegrationFollowedUp{u"p1"_s, u"personio:1"_s, someTime(10)});
    write(IntegrationRead{later});
    KnownIntegration known = m_ledger->integration(u"p1"_s, u"personio:1"_s)->value();
    QCOMPARE(known.organization, u"Northwind GmbH"_s); // told once, and not taken back
    QCOMPARE(known.status, u"INVALID"_s);
    QCOMPARE(known.setupStatus, u"COMPLETED"_s);
    QCOMPARE(known.firstSeenAt, someTime());
    QCOMPARE(known.lastReadAt, someTime(60));
    QVERIFY(!known.followedUpAt.isValid()); // that was in another status
    QVERIFY(!m_ledger->integration(u"p2"_s, u"personio:1"_s)->has_value());
    QCOMPARE(m_ledger->integrations(u"p1"_s)->size(), 1);
    write(IntegrationDeleted{u"p1"_s, u"personio:1"_s, someTime(70)});
    QVERIFY(m_ledger->integrations({})->isEmpty());
    QCOMPARE(m_ledger->integration(u"p1"_s, u"personio:1"_s)->value().deletedAt, someTime(70));
}

void LedgerTest::findsDuplicates_data()
{
    using Reason = Duplicate::Reason;
    QTest::addColumn<DuplicateQuestion>("question");
    QTest::addColumn<std::optional<Reason>>("reason");
    const DuplicateQuestion nobody{
        u"p1"_s, u"Other"_s, u"x@other.example"_s, u"other"_s, u"personio"_s, u"HRIS"_s};
    const auto row = [&nobody](const char *name, std::optional<Reason> reason, auto change) {
        DuplicateQuestion question = nobody;
        change(question);
        QTest::newRow(name) << question << reason;
    };
    using Question = DuplicateQuestion;
    row("somebody else", {}, [](Question &) {});
    row("the same origin ID", Reason::OriginId,
        [](Question &question) { question.originId = u"cust-0042"_s; });
    row("the same name in another spelling and another origin ID", Reason::Organization,
        [](Question &question) { question.organization = u"NÓRTHWIND  Inc."_s; });
    row("the same domain", Reason::EmailDomain,
        [](Question &question) { question.email = u"boss@Northwind.EXAMPLE"_s; });
    row("everything the same", Reason::OriginId, [](Question &question) {
        question.originId = u"cust-0042"_s;
        question.organization = u"Northwind"_s;
        question.email = u"jo.doe@northwind.example"_s;
    });
    row("another profile", {}, [](Question &question) {
        question.profileId = u"p2"_s;
        question.originId = u"cust-0042"_s;
    });
    row("another tool of the category", {}, [](Question &question) {
        question.originId = u"cust-0042"_s;
        question.tool = u"workday"_s;
    });
    row("no tool, the same category", Reason::OriginId, [](Question &question) {
        question.originId = u"cust-0042"_s;
        question.tool.clear();
    });
    row("no tool, another category", {}, [](Question &question) {
        question.originId = u"cust-0042"_s;
        question.tool = QString();
        question.category = u"ATS"_s;
    });
    row("nothing told", {}, [](Question &question) {
        question.organization.clear();
        question.originId.clear();
        question.email.clear();
    });
}

void LedgerTest::findsDuplicates()
{
    QFETCH(DuplicateQuestion, question);
    QFETCH(std::optional<Duplicate::Reason>, reason);
    write(IntegrationRead{someIntegration()});
    auto duplicates = m_ledger->duplicatesOf(question);
    QVERIFY(duplicates.hasValue());
    QCOMPARE(duplicates->size(), reason ? 1 : 0);
    if (reason)
        QCOMPARE(duplicates->constFirst().reason, *reason);
    write(IntegrationDeleted{u"p1"_s, u"personio:1"_s, someTime(70)});
    QVERIFY(m_ledger->duplicatesOf(question)->isEmpty());
}

void LedgerTest::namesTheStrongestReason()
{
    KnownIntegration mate = someIntegration(u"personio:2"_s);
    mate.organization = u"Southwind"_s;
    mate.originId = u"cust-1"_s;
    write(IntegrationRead{mate});
    KnownIntegration twin = someIntegration(u"personio:3"_s);
    twin.originId = u"cust-2"_s;
    write(IntegrationRead{twin});
    write(IntegrationRead{someIntegration()});
    for (int i = 0; i < 30; ++i) {
        mate.id = u"personio:1"_s + QString::number(i);
        write(IntegrationRead{mate});
    }
    const auto duplicates = m_ledger->duplicatesOf({u"p1"_s, u"Northwind AG"_s,
        u"a@northwind.example"_s, u"cust-0042"_s, u"personio"_s, u"HRIS"_s});
    QCOMPARE(duplicates->size(), 20);
    QCOMPARE(duplicates->at(0).reason, Duplicate::Reason::OriginId);
    QCOMPARE(duplicates->at(0).integration.id, u"personio:1"_s);
    QCOMPARE(duplicates->at(1).reason, Duplicate::Reason::Organization);
    QCOMPARE(duplicates->at(2).reason, Duplicate::Reason::EmailDomain);
}

void LedgerTest::tellsWhatToFollowUp()
{
    begun(u"Gone"_s, 1);
    const Attempt sent = begun(u"Sent"_s, 2);
    write(ended(sent, AttemptOutcome::LinkCreated));
    write(ended(begun(u"Connected"_s, 3)));
    KnownIntegration broken = someIntegration(u"personio:2"_s);
    broken.status = u"INVALID"_s;
    write(IntegrationRead{someIntegration()});
    write(IntegrationRead{broken});
    auto all = m_ledger->followUps({});
    QCOMPARE(all->unfinished.size(), 1);
    QCOMPARE(all->unfinished.constFirst().organization, u"Gone"_s);
    QCOMPARE(all->sentLinks.size(), 1);
    QCOMPARE(all->sentLinks.constFirst().organization, u"Sent"_s);
    QCOMPARE(all->integrations.size(), 1);
    QCOMPARE(all->integrations.constFirst().id, u"personio:2"_s);
    QVERIFY(m_ledger->followUps(u"p2"_s)->unfinished.isEmpty());
    QCOMPARE(m_ledger->followUps(u"p1"_s)->integrations.size(), 1);

    write(AttemptFollowedUp{sent.id, someTime(50)});
    write(IntegrationFollowedUp{u"p1"_s, u"personio:2"_s, someTime(50)});
    all = m_ledger->followUps({});
    QVERIFY(all->sentLinks.isEmpty());
    QVERIFY(all->integrations.isEmpty());
    write(AttemptFollowedUp{sent.id, {}});
    QCOMPARE(m_ledger->followUps({})->sentLinks.size(), 1);
}

void LedgerTest::hidesAndShowsAgain()
{
    const Attempt attempt = begun();
    for (const QString &text : {QString(), u"northwind"_s}) {
        write(AttemptHidden{attempt.id, true});
        write(AttemptHidden{attempt.id, true});
        QVERIFY(found(typed(text)).isEmpty());
        write(ended(attempt)); // does not bring it back
        QVERIFY(found(typed(text)).isEmpty());
        write(AttemptHidden{attempt.id, false});
        QCOMPARE(found(typed(text)).size(), 1);
    }
    QVERIFY(m_ledger->attempt(attempt.id)->has_value());
}

void LedgerTest::offersChoices()
{
    Attempt attempt = someAttempt();
    write(AttemptBegun{attempt});
    attempt = someAttempt();
    attempt.tool = u"bamboohr"_s;
    attempt.startedAt = someTime(60);
    attempt.profile.name = u"Renamed"_s;
    write(AttemptBegun{attempt});
    attempt = someAttempt();
    attempt.tool.clear();
    attempt.startedAt = someTime(30);
    attempt.profile = {u"p2"_s, u"Test"_s, ProfileKind::Development};
    write(AttemptBegun{attempt});
    const LedgerChoices choices = *m_ledger->choices();
    QCOMPARE(choices.tools, QStringList({u"bamboohr"_s, u"personio"_s}));
    QCOMPARE(choices.profiles.size(), 2);
    QCOMPARE(choices.profiles.at(0).name, u"Renamed"_s);
    QCOMPARE(choices.profiles.at(1), attempt.profile);
}

void LedgerTest::remembersBatches()
{
    BatchLedger &batches = m_ledger->batches();
    Batch batch;
    batch.id = QUuid::createUuid();
    batch.profileId = u"p1"_s;
    batch.sourceName = u"clients.csv"_s;
    batch.fingerprint = "\x01\x02";
    batch.createdAt = someTime();
    batch.concurrency = 3;
    batch.columns = {{u"organization"_s, 2}};
    batch.commonValues = {{u"language"_s, u"de"_s}};
    for (int number = 2; number < 10'002; ++number)
        batch.rows.append({number, BatchRowStatus::Planned, {}, {}});
    QVERIFY(batches.begin(batch).hasValue());

    const QUuid attempt = QUuid::createUuid();
    QVERIFY(batches.record(batch.id, {{3, BatchRowStatus::Sending, attempt, {}}}, {}).hasValue());
    QVERIFY(
        batches.record(batch.id, {{4, BatchRowStatus::Failed, {}, u"Refused."_s}}, {}).hasValue());
    QVERIFY(!batches.record(batch.id, {{1, BatchRowStatus::Done, {}, {}}}, {}).hasValue());
    // All of it or nothing.
    const QList<BatchRow> rows{
        {3, BatchRowStatus::Done, attempt, {}}, {1, BatchRowStatus::Done, {}, {}}};
    QVERIFY(!batches.record(batch.id, rows, {AttemptBegun{someAttempt(u"Together"_s)}}).hasValue());
    QCOMPARE(m_ledger->count({}).value(), 0);
    const Batch kept = batches.unfinished(u"p1"_s, batch.fingerprint)->value();
    QCOMPARE(kept.id, batch.id);
    QCOMPARE(kept.sourceName, batch.sourceName);
    QCOMPARE(kept.columns, batch.columns);
    QCOMPARE(kept.commonValues, batch.commonValues);
    QCOMPARE(kept.concurrency, 3);
    QCOMPARE(kept.createdAt, someTime());
    QCOMPARE(kept.rows.size(), 10'000);
    QCOMPARE(kept.rows.at(0), batch.rows.at(0));
    QCOMPARE(kept.rows.at(1), (BatchRow{3, BatchRowStatus::Sending, attempt, {}}));
    QCOMPARE(kept.rows.at(2), (BatchRow{4, BatchRowStatus::Failed, {}, u"Refused."_s}));
    QVERIFY(!batches.unfinished(u"p2"_s, batch.fingerprint)->has_value());
    QVERIFY(!batches.unfinished(u"p1"_s, "other")->has_value());

    QVERIFY(batches.finish(batch.id, someTime(60)).hasValue());
    QVERIFY(!batches.unfinished(u"p1"_s, batch.fingerprint)->has_value());
    QCOMPARE(batches.batches({})->size(), 1);
    QCOMPARE(batches.batch(batch.id)->value().finishedAt, someTime(60));
}

void LedgerTest::seesOthersWriting()
{
    auto other = openLedger(folder(), LedgerAccess::ReadWrite);
    QVERIFY(other.hasValue());
    const qint64 before = m_ledger->version();
    begun(u"Mine"_s, 0);
    QCOMPARE(m_ledger->version(), before);
    Attempt attempt = someAttempt(u"Theirs"_s);
    QVERIFY(other->ledger->write(AttemptBegun{attempt}).hasValue());
    QVERIFY(m_ledger->version() != before);
    QCOMPARE(found().size(), 2);
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "tst_ledger.moc"
