// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"
#include "program.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QSet>
#include <QTemporaryDir>

#include <unistd.h>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk::test;

// batch, as a script sees it.
class BatchVerbTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void refusesBadUsage_data();
    void refusesBadUsage();
    void makesLinks();
    void showsAPlan();
    void remembersColumns();
    void sendsNothingWhileSomethingIsWrong();
    void refusesTwins();
    void losesNoRowToFaults();
    void tellsTheWorstRow();
    void endsOnCtrlCAndGoesOn();
    void beginsNoSecondRunByAccident();
    void writesNobodysFileOver_data();
    void writesNobodysFileOver();
    void keepsLinksOfAnEditedTable();
    void letsOneProcessHaveTheFile();
    void goesOnAfterAFullDisk();
    void goesOnAfterAFullLedger();
    void saysWhatCannotBeWritten_data();
    void saysWhatCannotBeWritten();
    void listsNoEndlessNames();
    void refusesBoundlessTables_data();
    void refusesBoundlessTables();
    void survivesBeingKilled();
};

namespace {

struct Place {
    explicit Place(int rows = 0)
    {
        server.setHandler([this](const Request &request) { return answer(request); });
        QByteArray table = "email,organization\n";
        for (int i = 0; i < rows; ++i) {
            const QByteArray n = QByteArray::number(i);
            table += "jo@client" + n + ".example,Client " + n + '\n';
        }
        write(table);
    }

    Response answer(const Request &request)
    {
        const QString organization =
            QJsonDocument::fromJson(request.body)["end_user_organization_name"_L1].toString();
        if (organization == refused)
            return Answers::refusal(400, "CONNECT.NO");
        if (organization == stalled)
            return Response::stall();
        ++made[organization];
        return Answers::link(server.url(u"/flow?token=Geheim%1"_s.arg(++serial)).toString());
    }

    void write(const QByteArray &table) const
    {
        QFile file(input());
        if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            file.write(table);
    }
    QString input() const { return folder.filePath(u"clients.csv"_s); }
    QString output() const { return folder.filePath(u"links.csv"_s); }

    void prepare(Program &program) const
    {
        program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
    }
    QStringList batch(const QStringList &more = {}) const { return batchInto(output(), more); }
    QStringList batchInto(const QString &file, const QStringList &more = {}) const
    {
        return QStringList{u"batch"_s, input(), u"--output"_s, file, u"--base-url"_s,
                   server.url(u"/v1"_s).toString(), u"--data-dir"_s, folder.filePath(u"data"_s),
                   u"--json"_s}
        + more;
    }

    QTemporaryDir folder;
    ScriptedServer server;
    QHash<QString, int> made;
    int serial = 0;
    QString refused;
    QString stalled;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Each once.
QSet<QByteArray> linksIn(const QString &path)
{
    QSet<QByteArray> links;
    const QList<QByteArray> lines = contentOf(path).split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray link = line.split(',').value(5).replace('"', "");
        if (link.startsWith("http"))
            links.insert(link);
    }
    return links;
}

// A run of six that is told to end while the fourth waits for its answer.
bool isInterrupted(Place &place)
{
    place.stalled = u"Client 3"_s;
    Program program(place.batch({u"--concurrency"_s, u"1"_s}));
    place.prepare(program);
    program.start();
    if (!QTest::qWaitFor([&] { return place.server.requests().size() == 4; }, 10'000))
        return false;
    program.sendSignal(SIGTERM);
    program.run();
    place.stalled.clear();
    return program.exitCode() == 7 && program.document()["counts"_L1]["not_known"_L1].toInt() == 1;
}

} // namespace

void BatchVerbTest::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    const QString output = QTemporaryDir().path() + u"/nowhere/links.csv"_s;
    const auto row = [](const char *name, const QStringList &arguments, const QString &names) {
        QTest::newRow(name) << QStringList{u"batch"_s} + arguments << names;
    };
    const QStringList fine{u"clients.csv"_s, u"--output"_s, u"links.csv"_s};
    row("no file", {}, u"FILE"_s);
    row("no output", {u"clients.csv"_s}, u"--output"_s);
    row("output is no table", {u"clients.csv"_s, u"--output"_s, u"links.txt"_s}, u".csv"_s);
    row("output in no folder", {u"clients.csv"_s, u"--output"_s, output}, u"folder"_s);
    row("output is the input", {u"links.csv"_s, u"--output"_s, u"links.csv"_s}, u"--output"_s);
    row("no concurrency", fine + QStringList{u"--concurrency"_s, u"0"_s}, u"--concurrency"_s);
    row("too much concurrency", fine + QStringList{u"--concurrency"_s, u"17"_s},
        u"--concurrency"_s);
    row("a column of nothing", fine + QStringList{u"--column"_s, u"email"_s}, u"--column"_s);
    row("a column of an unknown field", fine + QStringList{u"--column"_s, u"emial=X"_s},
        u"email"_s);
    row("two columns for a field",
        fine + QStringList{u"--column"_s, u"email=X"_s, u"--column"_s, u"email=Y"_s},
        u"--column"_s);
    row("an unknown separator", fine + QStringList{u"--separator"_s, u"pipe"_s}, u"comma"_s);
    row("an unknown encoding", fine + QStringList{u"--encoding"_s, u"ebcdic"_s}, u"utf-8"_s);
    row("an option of others", fine + QStringList{u"--har"_s, u"x.har"_s}, u"--har"_s);
    row("a file that is not there", {u"nowhere.csv"_s, u"--output"_s, u"links.csv"_s},
        u"cannot be read"_s);
}

void BatchVerbTest::refusesBadUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    Program program(arguments);
    program.run();
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(QString::fromUtf8(program.err()).contains(names), told(program).constData());
    QVERIFY(program.out().isEmpty());
}

void BatchVerbTest::makesLinks()
{
    Place place(5);
    Program program(place.batch());
    place.prepare(program);
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    const QJsonObject report = program.document();
    QCOMPARE(report["counts"_L1]["done"_L1].toInt(), 5);
    QCOMPARE(report["rows"_L1].toArray().size(), 5);
    QCOMPARE(report["output"_L1].toString(), place.output());
    QVERIFY(!(program.out() + program.err()).contains("Geheim"));
    QCOMPARE(contentOf(place.output()).count("token=Geheim"), 5);
    // The same once more does nothing.
    Program again(place.batch());
    place.prepare(again);
    again.run();
    QVERIFY2(again.exitCode() == 0, told(again).constData());
    QCOMPARE(place.serial, 5);
}

void BatchVerbTest::showsAPlan()
{
    Place place(3);
    Program program(place.batch({u"--dry-run"_s}));
    place.prepare(program);
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.document()["links"_L1].toInt(), 3);
    QCOMPARE(program.document()["columns"_L1]["email"_L1].toString(), u"email"_s);
    QCOMPARE(place.serial, 0);
    QVERIFY(!QFile::exists(place.output()));
}

void BatchVerbTest::remembersColumns()
{
    constexpr QByteArrayView said("columns are taken as they were last time");
    Place place;
    const auto run = [&place](const QByteArray &table, const QStringList &more) {
        QFile::remove(place.output());
        place.write(table);
        auto program = std::make_unique<Program>(place.batch(more));
        place.prepare(*program);
        program->run();
        return program;
    };
    const QStringList columns{u"--column"_s, u"email=Wohin"_s, u"--column"_s, u"organization=Wer"_s,
        u"--column"_s, u"origin-id=Code"_s};
    const QByteArray first = "Wer,Wohin,Code\nAcme,a@b.example,7\n";
    // Not before something was sent by them.
    QCOMPARE(run(first, QStringList(columns) + QStringList{u"--dry-run"_s})->exitCode(), 0);
    QCOMPARE(run(first, {})->exitCode(), 2);
    const auto mapped = run(first, columns);
    QVERIFY2(mapped->exitCode() == 0, told(*mapped).constData());
    QVERIFY(!mapped->err().contains(said));
    // The same names in another order.
    const QByteArray second = "Code,Wohin,Wer\n8,c@d.example,Beta\n";
    const auto recalled = run(second, {});
    QVERIFY2(recalled->exitCode() == 0, told(*recalled).constData());
    QCOMPARE(recalled->err().count(said), 1);
    QVERIFY2(recalled->err().contains("email=Wohin, organization=Wer, origin-id=Code"),
        told(*recalled).constData());
    QCOMPARE(place.made.value(u"Beta"_s), 1);
    QVERIFY(contentOf(place.output()).contains(R"("Beta","c@d.example","8","done")"));
    QVERIFY(!run(second, {u"--dry-run"_s, u"--quiet"_s})->err().contains(said));
    // What is said now counts more, and from now on.
    const QStringList other{u"--column"_s, u"origin-id=Wer"_s};
    QCOMPARE(run("Wer,Wohin,Code\nGamma,e@f.example,9\n", other)->exitCode(), 0);
    const auto changed = run(first, {u"--dry-run"_s});
    QCOMPARE(changed->document()["columns"_L1]["origin-id"_L1].toString(), u"Wer"_s);
    // Other names are another table.
    QVERIFY(!run("email,organization\na@b.example,Delta\n", {})->err().contains(said));
}

void BatchVerbTest::sendsNothingWhileSomethingIsWrong()
{
    Place place;
    place.write("email,organization\na@b.example,Acme\nnobody,Beta\nc@d.example,\n");
    Program program(place.batch());
    place.prepare(program);
    program.run();
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(program.err().contains("Row 3, column 1") && program.err().contains("Row 4, column 2"),
        told(program).constData());
    QCOMPARE(place.serial, 0);
}

void BatchVerbTest::refusesTwins()
{
    Place place;
    place.write("email,organization\na@b.example,Acme\nc@d.example,ACME Inc.\n");
    Program program(place.batch());
    place.prepare(program);
    program.run();
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(program.err().contains("Row 3"), told(program).constData());
    QCOMPARE(place.serial, 0);
    Program allowed(place.batch({u"--allow-duplicate"_s}));
    place.prepare(allowed);
    allowed.run();
    QVERIFY2(allowed.exitCode() == 0, told(allowed).constData());
    QCOMPARE(place.serial, 2);
}

// Against the practice server, which makes the link before it drops, cuts or keeps silent, unless
// it has been told a status.
void BatchVerbTest::losesNoRowToFaults()
{
    QStringList arguments{u"practice"_s, u"--json"_s};
    const auto fault = [&arguments](const QString &what) {
        arguments += {u"--fault"_s, u"createConnectionLink:"_s + what};
    };
    fault(u"status=429,retry_after=1,times=2"_s);
    fault(u"drop,times=2"_s); // with a link
    fault(u"status=503,times=2"_s);
    fault(u"status=503,drop,times=1"_s); // without one
    fault(u"status=400,times=2"_s);
    fault(u"cut,times=1"_s);
    fault(u"stall,times=1"_s);
    Program practice(arguments);
    practice.start();
    practice.waitForLine();
    const QJsonObject server = QJsonDocument::fromJson(practice.out()).object();
    QVERIFY2(!server.isEmpty(), told(practice).constData());
    Place place(40);
    const QStringList common{u"--base-url"_s, server["base_url"_L1].toString(), u"--data-dir"_s,
        place.folder.filePath(u"data"_s), u"--json"_s};
    const auto run = [&](const QStringList &more) {
        auto program = std::make_unique<Program>(
            QStringList{u"batch"_s, place.input(), u"--output"_s, place.output()} + common + more);
        program->setVariable(u"CONNECT_DESK_API_KEY"_s, server["api_key"_L1].toString());
        program->run();
        return program;
    };
    const auto counts = [](const Program &program) {
        const QJsonObject told = program.document()["counts"_L1].toObject();
        return QList<int>{told["done"_L1].toInt(), told["failed"_L1].toInt(),
            told["not_known"_L1].toInt(), told["left"_L1].toInt()};
    };
    // The stalled one ends with the time: what was to be answered by then is.
    const auto first = run({u"--timeout"_s, u"8"_s});
    QVERIFY2(first->exitCode() == 8, told(*first).constData());
    QCOMPARE(counts(*first), (QList<int>{33, 2, 5, 0}));
    QVERIFY(!QFile::exists(place.output()));
    // The same again sends nothing of which something is known, or nothing.
    const auto second = run({});
    QVERIFY2(second->exitCode() == 5, told(*second).constData());
    QCOMPARE(counts(*second), (QList<int>{33, 2, 5, 0}));
    QCOMPARE(contentOf(place.output()).count('\n'), 41);
    QCOMPARE(linksIn(place.output()).size(), 33);
    const QSet<QByteArray> before = linksIn(place.output());
    const auto third = run({u"--retry-failed"_s});
    QCOMPARE(counts(*third), (QList<int>{35, 0, 5, 0}));
    const auto fourth = run({u"--retry-unknown"_s});
    QVERIFY2(fourth->exitCode() == 0, told(*fourth).constData());
    QCOMPARE(counts(*fourth), (QList<int>{40, 0, 0, 0}));
    const QSet<QByteArray> after = linksIn(place.output());
    QCOMPARE(after.size(), 40);
    QVERIFY(after.contains(before));
    practice.sendSignal(SIGTERM);
    practice.run();
}

void BatchVerbTest::tellsTheWorstRow()
{
    Place place(4);
    place.refused = u"Client 2"_s;
    Program program(place.batch());
    place.prepare(program);
    program.run();
    QVERIFY2(program.exitCode() == 4, told(program).constData());
    QCOMPARE(program.document()["counts"_L1]["failed"_L1].toInt(), 1);
    place.refused.clear();
    Program retry(place.batch({u"--retry-failed"_s}));
    place.prepare(retry);
    retry.run();
    QVERIFY2(retry.exitCode() == 0, told(retry).constData());
    QCOMPARE(place.serial, 4);
    QCOMPARE(contentOf(place.output()).count("token=Geheim"), 4);
}

void BatchVerbTest::endsOnCtrlCAndGoesOn()
{
    Place place(6);
    QVERIFY(isInterrupted(place));
    QVERIFY(!QFile::exists(place.output()));
    Program again(place.batch());
    place.prepare(again);
    again.run();
    QVERIFY2(again.exitCode() == 5, told(again).constData()); // one is still not known
    QCOMPARE(place.serial, 5);
    QCOMPARE(contentOf(place.output()).count("token=Geheim"), 5);
}

// A run that did not end, and then another file for the links.
void BatchVerbTest::beginsNoSecondRunByAccident()
{
    Place place(6);
    QVERIFY(isInterrupted(place));
    const QString other = place.folder.filePath(u"other.csv"_s);
    Program elsewhere(place.batchInto(other));
    place.prepare(elsewhere);
    elsewhere.run();
    QVERIFY2(elsewhere.exitCode() == 2, told(elsewhere).constData());
    QVERIFY2(told(elsewhere).contains(place.output().toUtf8()), told(elsewhere).constData());
    QCOMPARE(place.server.requests().size(), 4);
    QVERIFY(!QFile::exists(other));

    Program wanted(place.batchInto(other, {u"--allow-duplicate"_s}));
    place.prepare(wanted);
    wanted.run();
    QVERIFY2(wanted.exitCode() == 0, told(wanted).constData());
    QCOMPARE(linksIn(other).size(), 6);

    Program again(place.batch());
    place.prepare(again);
    again.run();
    QVERIFY2(again.exitCode() == 5, told(again).constData()); // one is not known
    QCOMPARE(linksIn(place.output()).size(), 5);
}

void BatchVerbTest::writesNobodysFileOver_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isInput");
    QTest::newRow("the output is somebody's") << u"links.csv"_s << false;
    QTest::newRow("the journal's name is taken") << u"links.csv.partial"_s << false;
    QTest::newRow("the journal's name is the input's") << u"links.csv.partial"_s << true;
    QTest::newRow("the lock's name is the input's") << u"links.csv.partial.lock"_s << true;
}

void BatchVerbTest::writesNobodysFileOver()
{
    QFETCH(QString, name);
    QFETCH(bool, isInput);
    const QByteArray content = "email,organization\na@b.example,Acme\n";
    Place place(1);
    QFile file(place.folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QStringList arguments = place.batch();
    if (isInput)
        arguments[1] = file.fileName();
    Program program(arguments);
    place.prepare(program);
    program.run();
    QVERIFY2(program.exitCode() == 2, told(program).constData());
    QVERIFY2(program.err().contains("links.csv") || program.err().contains("--output"),
        told(program).constData());
    QCOMPARE(place.serial, 0);
    QCOMPARE(contentOf(file.fileName()), content);
}

void BatchVerbTest::keepsLinksOfAnEditedTable()
{
    Place place(5);
    place.stalled = u"Client 3"_s;
    const auto run = [&place](const QStringList &more) {
        auto program = std::make_unique<Program>(place.batch(more));
        place.prepare(*program);
        program->run();
        return program;
    };
    const QStringList slow{u"--concurrency"_s, u"1"_s, u"--timeout"_s, u"3"_s};
    QCOMPARE(run(slow)->exitCode(), 8);
    const QString partial = place.output() + u".partial"_s;
    const QByteArray links = contentOf(partial);
    QCOMPARE(links.count("token=Geheim"), 3);
    place.stalled.clear();
    const QByteArray table = contentOf(place.input());
    place.write(QByteArray(table).replace("Client 1\n", "Client One\n"));
    const auto refused = run({});
    QVERIFY2(refused->exitCode() == 2, told(*refused).constData());
    QVERIFY2(refused->err().contains("links.csv.partial"), told(*refused).constData());
    QCOMPARE(contentOf(partial), links);
    QCOMPARE(place.serial, 3);
    place.write(table);
    QCOMPARE(run({})->exitCode(), 5); // one is not known
    QCOMPARE(place.serial, 4);
    // The same when it has ended.
    const QByteArray output = contentOf(place.output());
    place.write(table + "jo@late.example,Late\n");
    QCOMPARE(run({})->exitCode(), 2);
    QCOMPARE(contentOf(place.output()), output);
    QCOMPARE(place.serial, 4);
}

void BatchVerbTest::letsOneProcessHaveTheFile()
{
    Place place(6);
    place.stalled = u"Client 2"_s;
    Program first(place.batch({u"--concurrency"_s, u"1"_s}));
    place.prepare(first);
    first.start();
    QTRY_COMPARE_WITH_TIMEOUT(place.server.requests().size(), 3, 10'000);
    Program second(place.batch());
    place.prepare(second);
    second.run();
    QVERIFY2(second.exitCode() == 2, told(second).constData());
    QVERIFY2(second.err().contains("links.csv"), told(second).constData());
    QCOMPARE(place.server.requests().size(), 3);
    first.sendSignal(SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(first.hasEnded(), 10'000);
    // The dead hold nothing.
    Program third(place.batch());
    place.prepare(third);
    third.run();
    QVERIFY2(third.exitCode() == 5, told(third).constData());
    QCOMPARE(place.serial, 5);
    QCOMPARE(place.server.requests().size(), 6);
}

void BatchVerbTest::goesOnAfterAFullDisk()
{
    Place place(60);
    const QString small = place.folder.filePath(u"small"_s);
    const auto mount = [&small](const QString &options) {
        return QProcess::execute(
                   u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, options, u"tmpfs"_s, small})
            == 0;
    };
    QVERIFY(QDir().mkdir(small));
    if (geteuid() != 0 || !mount(u"size=8k"_s))
        QSKIP("A small file system can be mounted by root only.");
    const auto unmount = qScopeGuard([&small] { QProcess::execute(u"umount"_s, {small}); });
    const QString output = small + u"/links.csv"_s;
    const auto run = [&] {
        QStringList arguments = place.batch();
        arguments[3] = output;
        auto program = std::make_unique<Program>(arguments);
        place.prepare(*program);
        program->run();
        return program;
    };
    const auto full = run();
    QVERIFY2(full->exitCode() == 1, told(*full).constData());
    QVERIFY2(full->err().contains("disk is full"), full->err().constData());
    const QJsonObject counts = full->document()["counts"_L1].toObject();
    const qsizetype kept = contentOf(output + u".partial"_s).count("token=Geheim");
    QVERIFY(kept > 5);
    QCOMPARE(counts["done"_L1].toInt(), kept);
    QCOMPARE(counts["done"_L1].toInt() + counts["not_known"_L1].toInt(), place.serial);
    QVERIFY(counts["not_known"_L1].toInt() <= 4);
    QVERIFY(!QFile::exists(output));
    QVERIFY(mount(u"remount,size=1m"_s));
    const auto again = run();
    QVERIFY2(again->exitCode() == 5, told(*again).constData());
    QCOMPARE(place.serial, 60);
    QCOMPARE(contentOf(output).count("token=Geheim"), 60 - counts["not_known"_L1].toInt());
    for (const int made : std::as_const(place.made))
        QCOMPARE(made, 1);
}

// The disk of the ledger, that is; the file with the links lies elsewhere.
void BatchVerbTest::goesOnAfterAFullLedger()
{
    constexpr int rows = 1'500;
    Place place(rows);
    const QString data = place.folder.filePath(u"data"_s);
    const auto mount = [&data](const QString &options) {
        return QProcess::execute(
                   u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, options, u"tmpfs"_s, data})
            == 0;
    };
    QVERIFY(QDir().mkdir(data));
    if (geteuid() != 0 || !mount(u"size=1m"_s))
        QSKIP("A small file system can be mounted by root only.");
    const auto unmount = qScopeGuard([&data] { QProcess::execute(u"umount"_s, {data}); });
    const auto run = [&place] {
        auto program = std::make_unique<Program>(place.batch({u"--concurrency"_s, u"8"_s}));
        place.prepare(*program);
        program->run();
        return program;
    };
    const auto full = run();
    QVERIFY2(full->exitCode() == 1, told(*full).constData());
    const QJsonObject counts = full->document()["counts"_L1].toObject();
    QVERIFY2(place.serial > 0 && place.serial < rows, told(*full).constData());
    // Nothing goes of which the ledger does not know.
    QCOMPARE(counts["done"_L1].toInt(), place.serial);
    QCOMPARE(counts["left"_L1].toInt(), rows - place.serial);
    QCOMPARE(contentOf(place.output() + u".partial"_s).count("token=Geheim"), place.serial);
    QVERIFY(mount(u"remount,size=64m"_s));
    const auto again = run();
    QVERIFY2(again->exitCode() == 0, told(*again).constData());
    QCOMPARE(place.serial, rows);
    QCOMPARE(place.made.size(), rows);
    QCOMPARE(contentOf(place.output()).count("token=Geheim"), rows);
}

void BatchVerbTest::saysWhatCannotBeWritten_data()
{
    QTest::addColumn<QString>("output");
    QTest::newRow("a folder of that name") << u"folder.csv"_s;
    QTest::newRow("a link to nowhere") << u"nowhere.csv"_s;
    QTest::newRow("where no file can be") << u"/proc/links.csv"_s;
}

void BatchVerbTest::saysWhatCannotBeWritten()
{
    QFETCH(QString, output);
    Place place(2);
    QVERIFY(QDir(place.folder.path()).mkdir(u"folder.csv"_s));
    QVERIFY(QFile::link(u"/nowhere/links.csv"_s, place.folder.filePath(u"nowhere.csv"_s)));
    QStringList arguments = place.batch();
    arguments[3] = QDir(place.folder.path()).absoluteFilePath(output);
    Program program(arguments);
    place.prepare(program);
    program.run();
    QVERIFY2(program.exitCode() == 2, told(program).constData());
    QVERIFY2(program.err().contains(output.toUtf8()) || program.err().contains("--output"),
        told(program).constData());
    QCOMPARE(place.serial, 0);
}

void BatchVerbTest::listsNoEndlessNames()
{
    Place place;
    QByteArrayList names;
    for (int i = 0; i < 60; ++i)
        names.append(QByteArray(3'900, 'x') + QByteArray::number(i));
    place.write(names.join(',') + '\n' + QByteArrayList(60, "a@b.example").join(',') + '\n');
    Program program(place.batch({u"--column"_s, u"email=nothing"_s}));
    place.prepare(program);
    program.run();
    QCOMPARE(program.exitCode(), 2);
    QVERIFY2(program.err().size() < 20'000, QByteArray::number(program.err().size()).constData());
}

void BatchVerbTest::refusesBoundlessTables_data()
{
    QTest::addColumn<QByteArray>("table");
    QByteArrayList names;
    for (int i = 0; i < 10'000; ++i)
        names.append("column" + QByteArray::number(i));
    const QByteArray head = "email,organization\n";
    const QByteArray row = "a@b.example,Acme\n";
    QTest::newRow("10,000 columns")
        << names.join(',') + '\n' + QByteArrayList(10'000, "x").join(',') + '\n';
    QTest::newRow("20,001 rows") << head + row.repeated(20'001);
    QTest::newRow("more than 32 MB") << head + row.repeated(2'100'000);
    QTest::newRow("32 MB in one cell") << head + QByteArray(qsizetype{32} * 1024 * 1024 - 64, 'x');
    QTest::newRow("a quote that never closes") << head + '"' + row.repeated(20'000);
}

void BatchVerbTest::refusesBoundlessTables()
{
    QFETCH(QByteArray, table);
    Place place;
    place.write(table);
    Program program(place.batch());
    place.prepare(program);
    program.run();
    QVERIFY2(program.exitCode() == 2, told(program).left(2'000).constData());
    QVERIFY(!program.err().isEmpty() && program.err().size() < 500'000);
    QCOMPARE(place.serial, 0);
    QVERIFY(!QFile::exists(place.output()));
}

void BatchVerbTest::survivesBeingKilled()
{
    const int wantedKills = qEnvironmentVariableIntValue("DESK_BATCH_KILLS") > 0
        ? qEnvironmentVariableIntValue("DESK_BATCH_KILLS")
        : 30;
    auto *random = QRandomGenerator::global();
    int kills = 0;
    int unknown = 0;
    for (int round = 0; kills < wantedKills; ++round) {
        Place place(60);
        for (int start = 0;; ++start) {
            QVERIFY(start < 200);
            Program program(place.batch({u"--concurrency"_s, u"4"_s}));
            place.prepare(program);
            program.start();
            // Mostly after it has come as far as sending.
            const qsizetype before = place.server.requests().size();
            if (random->bounded(4) > 0) {
                QTRY_VERIFY_WITH_TIMEOUT(
                    place.server.requests().size() > before || program.hasEnded(), 20'000);
            }
            QTest::qWait(int(random->bounded(60)));
            if (!program.hasEnded())
                program.sendSignal(SIGKILL);
            QTRY_VERIFY_WITH_TIMEOUT(program.hasEnded(), 20'000);
            if (program.exitCode() < 0) {
                ++kills;
                continue;
            }
            QVERIFY2(program.exitCode() == 0 || program.exitCode() == 5, told(program).constData());
            const QJsonArray rows = program.document()["rows"_L1].toArray();
            QVERIFY2(rows.size() == 60, told(program).constData());
            int done = 0;
            for (const QJsonValue row : rows) {
                const QString status = row["status"_L1].toString();
                const QString client = u"Client %1"_s.arg(row["row"_L1].toInt() - 2);
                // What was sent and not answered is never sent again by itself.
                QVERIFY2(place.made.value(client) <= 1, qPrintable(client));
                if (status == "done"_L1) {
                    QCOMPARE(place.made.value(client), 1);
                    ++done;
                } else {
                    QCOMPARE(status, u"not_known"_s);
                    ++unknown;
                }
            }
            const QByteArray output = contentOf(place.output());
            QCOMPARE(output.count('\n'), 61);
            QCOMPARE(output.count("token=Geheim"), done);
            QVERIFY(!QFile::exists(place.output() + u".partial"_s));
            break;
        }
    }
    qInfo("%d kills, %d rows not known", kills, unknown);
}

QTEST_GUILESS_MAIN(BatchVerbTest)

#include "tst_batchverb.moc"
