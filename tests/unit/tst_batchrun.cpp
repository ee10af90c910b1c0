// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batch/batchrun.h"
#include "batch/csvreader.h"
#include "ledger/ledgerdatabase.h"
#include "ledger/ledgerkeeper.h"
#include "ledger/openledger.h"
#include "wording/batchwording.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;
using State = BatchRun::State;
using Status = BatchRowStatus;

class BatchRunTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void makesEveryLink();
    void losesNoRowInTrouble();
    void saysWhatADropLeavesOpen_data();
    void saysWhatADropLeavesOpen();
    void pausesWhenEveryConnectionDrops();
    void waitsForTheRateLimit();
    void writesBeforeItSendsAndTells();
    void sendsNothingWithoutItsBooks();
    void holdsUpNobodyWhileTheDiskIsBusy();
    void pausesWhenTheKeyIsRefused();
    void pausesWhenTheNetworkIsGone();
    void pausesAndResumes();
    void endsAlthoughItIsPausedIfNothingIsLeft();
    void cancelsAndGoesOn();
    void doesNotSendTheUnknownAgain();
    void retriesSingleRows();
    void writesNobodysFileOver();
    void doesNothingTwice();
    void sendsOnlyWhatIsLeft();
    void knowsWhatNeverLeft();
    void writesMails();
    void keepsItsBooksInLine();

private:
    struct Stage;
    std::unique_ptr<Stage> m_stage;
};

namespace {

QString organizationOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body)["end_user_organization_name"_L1].toString();
}

BatchPlan planOf(int rows)
{
    QByteArray table = "email,organization\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        table += "jo@client" + n + ".example,Client " + n + '\n';
    }
    const CsvReading reading = readCsv(table);
    return BatchPlan(reading, guessColumns(reading.header), {});
}

KomboClient::Deadlines shortDeadlines()
{
    return {400ms, 400ms};
}

Repetition shortRepetition()
{
    Repetition repetition;
    repetition.policy.firstDelay = 5ms;
    repetition.policy.longestDelay = 20ms;
    return repetition;
}

BatchRun::Pace shortPace()
{
    BatchRun::Pace pace;
    pace.graceAtCancel = 100ms;
    pace.holdUnasked = 10ms;
    return pace;
}

} // namespace

// A server that counts the links it makes for each organization, a ledger and a folder.
struct BatchRunTest::Stage {
    Stage()
        : keeper(folder.filePath(u"ledger"_s))
        , client(ApiAccess{ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"sk_test"_s), {}},
              shortDeadlines(), shortRepetition())
    {
        server.setHandler([this](const Request &request) { return answer(request); });
    }

    Response answer(const Request &request)
    {
        const QString organization = organizationOf(request);
        ++asked[organization];
        if (trouble) {
            if (const std::optional<Response> response = trouble(organization))
                return *response;
        }
        ++made[organization];
        const QString link = server.url(u"/flow?token=Geheim%1"_s.arg(made.size())).toString();
        return Response::json(
            "{\"status\":\"success\",\"data\":{\"link\":\"" + link.toUtf8() + "\"}}");
    }

    std::unique_ptr<BatchRun> run(const BatchPlan &plan, BatchRun::Options options = {})
    {
        options.output = output();
        return std::make_unique<BatchRun>(
            client, plan, batchMemoryOf(&keeper, {u"profile"_s, u"Profile"_s, ProfileKind::AdHoc}),
            [](const BatchRowFailure &failure) { return BatchWording::sentence(failure); }, options,
            shortPace());
    }

    //! Fails while there are no books, for the thread that writes, too.
    BatchMemory failingMemory(const std::atomic<bool> &hasBooks)
    {
        BatchMemory memory =
            batchMemoryOf(&keeper, {u"profile"_s, u"Profile"_s, ProfileKind::AdHoc});
        memory.books = [this, &hasBooks] { return hasBooks ? keeper.batches() : nullptr; };
        memory.ownBooks = [own = memory.ownBooks, &hasBooks]() -> BatchMemory::OwnBooks {
            return [books = own(), &hasBooks]() -> BatchLedger::Answer<BatchLedger *> {
                return hasBooks ? books() : Unexpected{LedgerError()};
            };
        };
        return memory;
    }

    QString output() const { return folder.filePath(u"links.csv"_s); }
    CsvReading table() const
    {
        QFile file(output());
        return file.open(QIODevice::ReadOnly) ? readCsv(file.readAll()) : CsvReading();
    }
    int links() const
    {
        int count = 0;
        const CsvReading reading = table();
        for (const CsvRow &row : reading.rows)
            count += row.cells.at(5).isEmpty() ? 0 : 1;
        return count;
    }

    QTemporaryDir folder;
    ScriptedServer server;
    LedgerKeeper keeper;
    KomboClient client;
    QHash<QString, int> asked;
    QHash<QString, int> made;
    std::function<std::optional<Response>(const QString &organization)> trouble;
};

void BatchRunTest::init()
{
    StrictTest::init();
    m_stage = std::make_unique<Stage>();
}

void BatchRunTest::cleanup()
{
    m_stage.reset();
}

void BatchRunTest::makesEveryLink()
{
    const auto run = m_stage->run(planOf(50));
    const auto beginning = run->prepare();
    QVERIFY(beginning.hasValue());
    QCOMPARE(*beginning, BatchRun::Beginning::New);
    QVERIFY(m_stage->asked.isEmpty());
    QSignalSpy ended(run.get(), &BatchRun::ended);
    run->start();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(run->progress().done, 50);
    QCOMPARE(m_stage->made.size(), 50);
    const CsvReading table = m_stage->table();
    QCOMPARE(table.rows.size(), 50);
    for (qsizetype row = 0; row < 50; ++row) {
        QCOMPARE(table.rows.at(row).cells.at(0).toInt(), row + 2);
        QCOMPARE(table.rows.at(row).cells.at(1), u"Client %1"_s.arg(row));
        QCOMPARE(table.rows.at(row).cells.at(4), u"done"_s);
        QVERIFY(table.rows.at(row).cells.at(5).contains("token=Geheim"_L1));
    }
    QVERIFY(!QFile::exists(run->partialFile()));
    QCOMPARE(QFileInfo(m_stage->output()).permissions() & 0x0FFF,
        QFileDevice::Permissions(0x6600) & 0x0FFF);
    // The ledger knows of all of them and of no link.
    const auto attempts = m_stage->keeper.ledger()->count({});
    QCOMPARE(attempts.value(), 50);
    QFile file(ledgerFile(m_stage->keeper.folder()));
    m_stage->keeper.close();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("Geheim"));
}

void BatchRunTest::losesNoRowInTrouble()
{
    QHash<QString, int> turn;
    m_stage->trouble = [&](const QString &organization) -> std::optional<Response> {
        const int number = organization.mid(7).toInt();
        const int times = turn[organization]++;
        switch (number % 8) {
        case 1:
            return times == 0 ? std::optional(Response::json("{}").withStatus(503)) : std::nullopt;
        case 2:
            return times == 0
                ? std::optional(Response::json("{}").withStatus(429).withHeader("Retry-After", "0"))
                : std::nullopt;
        case 3:
            return Response::json("{\"status\":\"error\",\"error\":{\"message\":\"No\"}}")
                .withStatus(400);
        case 4:
            return Response::stall();
        case 5:
            return Response::json("{\"status\":\"success\",\"data\":{}}");
        case 6:
            return Response::json("{}").withStatus(504);
        default:
            return std::nullopt;
        }
    };
    const auto run = m_stage->run(planOf(40));
    QVERIFY(run->prepare().hasValue());
    QSignalSpy ended(run.get(), &BatchRun::ended);
    run->start();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 20'000);
    QCOMPARE(run->progress().done, 20);
    QCOMPARE(run->progress().failed, 5);
    QCOMPARE(run->progress().notKnown, 15);
    for (const BatchRunRow &row : run->rows())
        QCOMPARE(row.error.isEmpty(), row.status == Status::Done);
    for (const int made : std::as_const(m_stage->made))
        QCOMPARE(made, 1);
    QCOMPARE(m_stage->links(), 20);
    QCOMPARE(m_stage->table().rows.size(), 40);
}

void BatchRunTest::saysWhatADropLeavesOpen_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<bool>("isMade");
    const Response answer = Response::json(R"({"status":"success","data":{"link":"x"}})");
    const auto row = [](const char *name, const Response &response, bool isMade) {
        QTest::newRow(name) << response << isMade;
    };
    row("before anything was done", Response::drop(), false);
    row("after the link was made", Response::drop(), true);
    row("in the middle of the head", Response::raw("HTTP/1.1 200 OK\r\nContent-Le"), true);
    row("in the middle of the answer", answer.cutAfter(20), true);
    row("after the head", answer.cutAfter(0), true);
    row("silent in the middle of the answer", answer.stalledAfter(20), true);
}

// Whether a link was made cannot be told from here, so nothing is sent twice by itself.
void BatchRunTest::saysWhatADropLeavesOpen()
{
    QFETCH(Response, response);
    QFETCH(bool, isMade);
    const auto isDropped = [](const QString &organization) {
        return organization.mid(7).toInt() % 3 == 1;
    };
    m_stage->trouble = [&](const QString &organization) -> std::optional<Response> {
        if (!isDropped(organization))
            return std::nullopt;
        if (isMade)
            ++m_stage->made[organization];
        return response;
    };
    const BatchPlan plan = planOf(12);
    BatchRun::Options options;
    options.concurrency = 3;
    auto run = m_stage->run(plan, options);
    const auto runs = [&run] {
        if (!run->prepare())
            return false;
        run->start();
        return QTest::qWaitFor([&run] { return run->state() == State::Ended; }, 10'000);
    };
    QVERIFY(runs());
    for (const BatchRunRow &row : run->rows()) {
        const QString organization = u"Client %1"_s.arg(row.number - 2);
        const bool wasDropped = isDropped(organization);
        QCOMPARE(row.status, wasDropped ? Status::NotKnown : Status::Done);
        QCOMPARE(row.error.isEmpty(), !wasDropped);
        QCOMPARE(m_stage->asked.value(organization), 1);
    }
    QCOMPARE(m_stage->links(), 8);
    QCOMPARE(m_stage->table().rows.size(), 12);
    // Not even if the same is run again, until somebody says so.
    m_stage->trouble = nullptr;
    run = m_stage->run(plan, options);
    QVERIFY(runs());
    QCOMPARE(run->progress().notKnown, 4);
    QCOMPARE(m_stage->server.requests().size(), 12);
    options.retryUnknown = true;
    run = m_stage->run(plan, options);
    QVERIFY(runs());
    QCOMPARE(run->progress().done, 12);
    QCOMPARE(m_stage->server.requests().size(), 16);
    QCOMPARE(m_stage->links(), 12);
}

void BatchRunTest::pausesWhenEveryConnectionDrops()
{
    m_stage->trouble = [](const QString &) { return std::optional(Response::drop()); };
    BatchRun::Options options;
    options.concurrency = 1;
    const auto run = m_stage->run(planOf(10), options);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Paused);
    QCOMPARE(run->pauseReason(), BatchRun::PauseReason::Network);
    QCOMPARE(run->progress().notKnown, 5);
    QCOMPARE(run->progress().left(), 5);
    m_stage->trouble = nullptr;
    run->resume();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 5);
    QCOMPARE(run->progress().notKnown, 5);
    QCOMPARE(m_stage->server.requests().size(), 10);
}

void BatchRunTest::waitsForTheRateLimit()
{
    int limited = 1;
    m_stage->trouble = [&](const QString &) -> std::optional<Response> {
        if (limited-- <= 0)
            return std::nullopt;
        return Response::json("{}").withStatus(429).withHeader("Retry-After", "1");
    };
    BatchRun::Options options;
    options.concurrency = 2;
    const auto run = m_stage->run(planOf(10), options);
    QVERIFY(run->prepare().hasValue());
    QSignalSpy ended(run.get(), &BatchRun::ended);
    QElapsedTimer timer;
    timer.start();
    run->start();
    QTRY_COMPARE(run->state(), State::Waiting);
    QVERIFY(run->waitsUntil() > QDateTime::currentDateTimeUtc());
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(timer.elapsed() >= 1'000);
    QCOMPARE(run->progress().done, 10);
}

// Whatever is killed when: what has left stands in the ledger, what is told stands in a file.
void BatchRunTest::writesBeforeItSendsAndTells()
{
    BatchRun::Options options;
    options.concurrency = 4;
    const auto run = m_stage->run(planOf(40), options);
    int early = 0;
    m_stage->trouble = [&](const QString &organization) -> std::optional<Response> {
        BatchLedger &books = *m_stage->keeper.batches();
        const QUuid id = books.batches({}).value().constFirst().id;
        const BatchRow row = books.batch(id).value()->rows.at(organization.mid(7).toInt());
        const bool isWritten = row.status == Status::Sending
            && m_stage->keeper.ledger()->attempt(row.attempt).value().has_value();
        early += isWritten ? 0 : 1;
        return std::nullopt;
    };
    int untold = 0;
    connect(run.get(), &BatchRun::rowChanged, this, [&](qsizetype index) {
        const BatchRunRow &row = run->rows().at(index);
        QFile journal(run->partialFile());
        if (row.status == Status::Done)
            untold += journal.open(QIODevice::ReadOnly)
                    && journal.readAll().contains(
                        '\n' + QByteArray("\"") + QByteArray::number(row.number) + "\"")
                ? 0
                : 1;
    });
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 40);
    QCOMPARE(early, 0);
    QCOMPARE(untold, 0);
}

void BatchRunTest::sendsNothingWithoutItsBooks()
{
    std::atomic<bool> hasBooks = true;
    QList<LedgerStep> handedOver;
    BatchRun::Options options;
    options.output = m_stage->output();
    options.concurrency = 2;
    BatchMemory memory = m_stage->failingMemory(hasBooks);
    memory.tell = [&](const LedgerStep &step) { handedOver.append(step); };
    const auto newRun = [&] {
        return std::make_unique<BatchRun>(
            m_stage->client, planOf(10), memory,
            [](const BatchRowFailure &failure) { return BatchWording::sentence(failure); }, options,
            shortPace());
    };
    m_stage->trouble = [&](const QString &organization) -> std::optional<Response> {
        if (organization == "Client 4"_L1)
            hasBooks = false;
        return std::nullopt;
    };
    auto run = newRun();
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Paused);
    QCOMPARE(run->pauseReason(), BatchRun::PauseReason::Ledger);
    QTRY_COMPARE(run->progress().atWork, 0);
    const qsizetype sent = m_stage->server.requests().size();
    QVERIFY(sent >= 5 && sent <= 6);
    QCOMPARE(run->progress().done, sent); // their links are in the journal
    run->resume();
    QCOMPARE(run->state(), State::Paused);
    QCOMPARE(m_stage->server.requests().size(), sent);
    run->cancel();
    QTRY_COMPARE(run->state(), State::Ended);
    // Whoever keeps the ledger hears how the attempts ended, once it can be written.
    QVERIFY(!handedOver.isEmpty());
    for (const LedgerStep &step : std::as_const(handedOver))
        QVERIFY(m_stage->keeper.tell(step));
    hasBooks = true;
    m_stage->trouble = nullptr;
    run = newRun();
    QVERIFY(run->prepare().hasValue());
    QCOMPARE(run->progress().done, sent);
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 10);
    QCOMPARE(m_stage->server.requests().size(), 10);
    QCOMPARE(m_stage->keeper.ledger()->count({}).value(), 10);
}

// Somebody else writes for a while, and lets go only because this thread still gets its turn.
void BatchRunTest::holdsUpNobodyWhileTheDiskIsBusy()
{
    LedgerDatabase other(ledgerFile(m_stage->keeper.folder()), LedgerDatabase::Mode::ReadWrite);
    BatchRun::Options options;
    options.concurrency = 2;
    const auto run = m_stage->run(planOf(20), options);
    QVERIFY(run->prepare().hasValue());
    int held = 0;
    int sentBefore = 0;
    int sentMeanwhile = 0;
    m_stage->trouble = [&](const QString &organization) -> std::optional<Response> {
        if (held == 0 && organization == "Client 3"_L1) {
            other.begin();
            sentBefore = int(m_stage->server.requests().size());
            ++held;
            QTimer::singleShot(300ms, this, [&] {
                sentMeanwhile = int(m_stage->server.requests().size());
                other.commit();
                ++held;
            });
        }
        return std::nullopt;
    };
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(held, 2);
    // Nothing but what had been written down before.
    QVERIFY(sentMeanwhile <= sentBefore + options.concurrency);
    QCOMPARE(run->progress().done, 20);
    QCOMPARE(m_stage->links(), 20);
    QVERIFY(other.answer(true).hasValue());
}

void BatchRunTest::pausesWhenTheKeyIsRefused()
{
    bool isRefused = true;
    m_stage->trouble = [&](const QString &) -> std::optional<Response> {
        return isRefused ? std::optional(Response::json("{}").withStatus(401)) : std::nullopt;
    };
    const auto run = m_stage->run(planOf(10));
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Paused);
    QCOMPARE(run->pauseReason(), BatchRun::PauseReason::KeyRefused);
    QTRY_COMPARE(run->progress().atWork, 0);
    QCOMPARE(run->progress().left(), 10);
    isRefused = false;
    run->resume();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 10);
}

void BatchRunTest::pausesWhenTheNetworkIsGone()
{
    m_stage->server.stop();
    const auto run = m_stage->run(planOf(10));
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Paused);
    QCOMPARE(run->pauseReason(), BatchRun::PauseReason::Network);
    QTRY_COMPARE(run->progress().atWork, 0);
    // No request has left, so nothing is uncertain.
    QCOMPARE(run->progress().left(), 10);
    QVERIFY(m_stage->server.restart());
    run->resume();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 10);
}

void BatchRunTest::pausesAndResumes()
{
    const auto run = m_stage->run(planOf(30));
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_VERIFY(run->progress().done > 3);
    run->pause();
    QTRY_COMPARE(run->progress().atWork, 0);
    const qsizetype done = run->progress().done;
    QVERIFY(done < 30);
    QTest::qWait(50);
    QCOMPARE(run->progress().done, done);
    run->resume();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(m_stage->made.size(), 30);
}

// The pause came when the last were on their way.
void BatchRunTest::endsAlthoughItIsPausedIfNothingIsLeft()
{
    BatchRun::Options options;
    options.concurrency = 4;
    const auto run = m_stage->run(planOf(4), options);
    QVERIFY(run->prepare().hasValue());
    m_stage->trouble = [&](const QString &) -> std::optional<Response> {
        if (m_stage->server.requests().size() == 4)
            run->pause();
        return std::nullopt;
    };
    QSignalSpy states(run.get(), &BatchRun::stateChanged);
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(states.at(1).constFirst().value<State>(), State::Paused);
    QCOMPARE(run->progress().done, 4);
    QVERIFY(!run->wasCancelled());
    QCOMPARE(m_stage->links(), 4);
    QVERIFY(!QFile::exists(run->partialFile()));
}

void BatchRunTest::cancelsAndGoesOn()
{
    m_stage->trouble = [](const QString &organization) -> std::optional<Response> {
        return organization == "Client 9"_L1 ? std::optional(Response::stall()) : std::nullopt;
    };
    const BatchPlan plan = planOf(30);
    auto run = m_stage->run(plan);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_VERIFY(m_stage->asked.contains(u"Client 9"_s));
    run->cancel();
    QTRY_COMPARE(run->state(), State::Ended);
    QVERIFY(run->wasCancelled());
    QVERIFY(!QFile::exists(m_stage->output()));
    QVERIFY(QFile::exists(run->partialFile()));
    QCOMPARE(run->progress().notKnown, 1);
    m_stage->trouble = nullptr;
    run = m_stage->run(plan);
    const auto beginning = run->prepare();
    QVERIFY(beginning.hasValue());
    QCOMPARE(*beginning, BatchRun::Beginning::GoesOn);
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 29);
    for (const int made : std::as_const(m_stage->made))
        QCOMPARE(made, 1);
    QVERIFY(!m_stage->made.contains(u"Client 9"_s));
}

void BatchRunTest::doesNotSendTheUnknownAgain()
{
    m_stage->trouble = [](const QString &organization) -> std::optional<Response> {
        return organization == "Client 2"_L1 ? std::optional(Response::stall()) : std::nullopt;
    };
    const BatchPlan plan = planOf(5);
    auto run = m_stage->run(plan);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(m_stage->made.size(), 4);
    QTRY_COMPARE(run->progress().done, 4);
    run.reset(); // as if it had been killed
    m_stage->trouble = nullptr;
    run = m_stage->run(plan);
    QVERIFY(run->prepare().hasValue());
    QCOMPARE(run->rows().at(2).status, Status::NotKnown);
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(m_stage->asked.value(u"Client 2"_s), 1);
    BatchRun::Options options;
    options.retryUnknown = true;
    run = m_stage->run(plan, options);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 5);
    QCOMPARE(m_stage->links(), 5);
    for (const int made : std::as_const(m_stage->made))
        QCOMPARE(made, 1);
}

void BatchRunTest::retriesSingleRows()
{
    m_stage->trouble = [](const QString &organization) -> std::optional<Response> {
        return organization == "Client 1"_L1 || organization == "Client 3"_L1
            ? std::optional(Response::json("{}").withStatus(400))
            : std::nullopt;
    };
    const auto run = m_stage->run(planOf(5));
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().failed, 2);
    m_stage->trouble = nullptr;
    run->retry({3, 2}); // the first is done and stays
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 4);
    QCOMPARE(run->progress().failed, 1);
    QCOMPARE(m_stage->links(), 4);
    for (const int made : std::as_const(m_stage->made))
        QCOMPARE(made, 1);
}

void BatchRunTest::writesNobodysFileOver()
{
    QFile file(m_stage->output());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto run = m_stage->run(planOf(2));
    const auto beginning = run->prepare();
    QVERIFY(!beginning.hasValue());
    QCOMPARE(
        std::get<BatchOutputProblem>(beginning.error()).kind, BatchOutputProblem::Kind::Exists);
    QVERIFY(file.remove());
    QVERIFY(run->prepare().hasValue());
    const auto other = m_stage->run(planOf(2));
    const auto second = other->prepare();
    QVERIFY(!second.hasValue());
    QCOMPARE(std::get<BatchOutputProblem>(second.error()).kind, BatchOutputProblem::Kind::InUse);
}

void BatchRunTest::doesNothingTwice()
{
    const BatchPlan plan = planOf(5);
    auto run = m_stage->run(plan);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    run = m_stage->run(plan);
    const auto beginning = run->prepare();
    QVERIFY(beginning.hasValue());
    QCOMPARE(*beginning, BatchRun::Beginning::AlreadyEnded);
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 5);
    QVERIFY(run->rows().at(0).expiresAt.isValid());
    for (const int asked : std::as_const(m_stage->asked))
        QCOMPARE(asked, 1);
}

// The same table again, after a run of which some failed and others were not sent.
void BatchRunTest::sendsOnlyWhatIsLeft()
{
    const auto number = [](const QString &organization) { return organization.mid(7).toInt(); };
    m_stage->trouble = [&](const QString &organization) -> std::optional<Response> {
        if (number(organization) >= 12)
            return Response::json("{}").withStatus(401);
        return number(organization) % 3 == 0 ? std::optional(Response::json("{}").withStatus(400))
                                             : std::nullopt;
    };
    const BatchPlan plan = planOf(20);
    auto run = m_stage->run(plan);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Paused);
    QTRY_COMPARE(run->progress().atWork, 0);
    run->cancel();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().done, 8);
    QCOMPARE(run->progress().failed, 4);
    QCOMPARE(run->progress().left(), 8);
    m_stage->trouble = nullptr;
    const auto askedBy = [&](bool retryFailed) {
        m_stage->asked.clear();
        BatchRun::Options options;
        options.retryFailed = retryFailed;
        run = m_stage->run(plan, options);
        const auto toSend = run->rowsToSend();
        if (!toSend || !run->prepare())
            return QList<int>{-1};
        run->start();
        [&] { QTRY_COMPARE(run->state(), State::Ended); }();
        QList<int> rows;
        const QStringList organizations = m_stage->asked.keys();
        for (const QString &organization : organizations)
            rows.append(number(organization) + 2);
        std::sort(rows.begin(), rows.end());
        return rows == *toSend ? rows : QList<int>{-1};
    };
    QCOMPARE(askedBy(false), (QList<int>{14, 15, 16, 17, 18, 19, 20, 21}));
    QCOMPARE(askedBy(true), (QList<int>{2, 5, 8, 11}));
    QCOMPARE(askedBy(true), QList<int>());
    QCOMPARE(m_stage->links(), 20);
    for (const int made : std::as_const(m_stage->made))
        QCOMPARE(made, 1);
}

// The ledger fails just when a row that never left is to go once more.
void BatchRunTest::knowsWhatNeverLeft()
{
    m_stage->server.stop();
    std::atomic<bool> hasBooks = true;
    BatchRun::Options options;
    options.output = m_stage->output();
    options.concurrency = 1;
    const BatchMemory memory = m_stage->failingMemory(hasBooks);
    const BatchPlan plan = planOf(2);
    const auto newRun = [&] {
        return std::make_unique<BatchRun>(
            m_stage->client, plan, memory,
            [](const BatchRowFailure &failure) { return BatchWording::sentence(failure); }, options,
            shortPace());
    };
    auto run = newRun();
    QVERIFY(run->prepare().hasValue());
    connect(run.get(), &BatchRun::rowChanged, this, [&](qsizetype index) {
        if (run->rows().at(index).status == Status::Planned)
            hasBooks = false;
    });
    run->start();
    QTRY_COMPARE(run->state(), State::Paused);
    QCOMPARE(run->pauseReason(), BatchRun::PauseReason::Ledger);
    run->disconnect(this);
    hasBooks = true;
    run->cancel();
    QTRY_COMPARE(run->state(), State::Ended);
    QCOMPARE(run->progress().left(), 2);
    run = newRun();
    QVERIFY(run->prepare().hasValue());
    QCOMPARE(run->progress().notKnown, 0);
    QCOMPARE(run->progress().left(), 2);
}

void BatchRunTest::writesMails()
{
    const CsvReading reading =
        readCsv("email,organization,language\na@b.example,Müller & Söhne,de\n"_ba);
    BatchRun::Options options;
    options.mails = m_stage->folder.filePath(u"mails"_s);
    const auto run = m_stage->run(BatchPlan(reading, guessColumns(reading.header), {}), options);
    QVERIFY(run->prepare().hasValue());
    run->start();
    QTRY_COMPARE(run->state(), State::Ended);
    QVERIFY(!run->mailProblem());
    QFile mail(options.mails + u"/00002-muller-sohne.txt"_s);
    QVERIFY(mail.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(mail.readAll());
    QVERIFY(text.startsWith("To: a@b.example\nSubject: "_L1));
    QVERIFY(text.contains("Guten Tag"_L1) && text.contains("token=Geheim"_L1));
    QVERIFY(!(mail.permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup)));
}

// What is done for one row must not grow with the number of rows; a file on a slow disk may take
// its time, so two sizes are compared.
void BatchRunTest::keepsItsBooksInLine()
{
    const auto perRow = [](int rows) {
        Stage stage;
        BatchRun::Options options;
        options.concurrency = 8;
        const auto run = stage.run(planOf(rows), options);
        if (!run->prepare())
            return -1.0;
        QElapsedTimer timer;
        timer.start();
        run->start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(run->state(), State::Ended, 40'000); }();
        const double time = double(timer.nsecsElapsed()) / 1e6 / rows;
        qInfo("%d rows: %.2f ms each", rows, time);
        return run->progress().done == rows ? time : -1.0;
    };
    const double few = perRow(100);
    const double many = perRow(500);
    QVERIFY(few > 0 && many > 0);
    QVERIFY(many < few * 2.5);
}

QTEST_GUILESS_MAIN(BatchRunTest)

#include "tst_batchrun.moc"
