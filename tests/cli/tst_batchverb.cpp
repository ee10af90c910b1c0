// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"
#include "program.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <csignal>

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
    void sendsNothingWhileSomethingIsWrong();
    void refusesTwins();
    void tellsTheWorstRow();
    void endsOnCtrlCAndGoesOn();
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
    QStringList batch(const QStringList &more = {}) const
    {
        return QStringList{u"batch"_s, input(), u"--output"_s, output(), u"--base-url"_s,
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
    place.stalled = u"Client 3"_s;
    Program program(place.batch({u"--concurrency"_s, u"1"_s}));
    place.prepare(program);
    program.start();
    QTRY_COMPARE_WITH_TIMEOUT(place.server.requests().size(), 4, 10'000);
    program.sendSignal(SIGTERM);
    program.run();
    QVERIFY2(program.exitCode() == 7, told(program).constData());
    QCOMPARE(program.document()["counts"_L1]["not_known"_L1].toInt(), 1);
    QVERIFY(!QFile::exists(place.output()));
    place.stalled.clear();
    Program again(place.batch());
    place.prepare(again);
    again.run();
    QVERIFY2(again.exitCode() == 5, told(again).constData()); // one is still not known
    QCOMPARE(place.serial, 5);
    QCOMPARE(contentOf(place.output()).count("token=Geheim"), 5);
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
