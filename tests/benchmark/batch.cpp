// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// What a large batch costs, against a practice server in a thread of its own: first in this
// process, to see how long it holds up an event loop, then through the verb.
// Usage: benchmark_batch [rows] [at a time]

#include "batch/batchrun.h"
#include "batch/columnmapping.h"
#include "batch/csvreader.h"
#include "ledger/ledgerkeeper.h"
#include "practice/practiceserver.h"
#include "wording/batchwording.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSet>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

// Counts what it answers.
class ServerThread {
public:
    ServerThread()
    {
        m_server.moveToThread(&m_thread);
        QObject::connect(&m_server, &PracticeServer::answered, &m_server, [this] { ++m_answered; });
        QObject::connect(
            &m_thread, &QThread::finished, &m_server,
            [this] { m_server.moveToThread(qApp->thread()); }, Qt::DirectConnection);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_server, [this] { m_access = *m_server.start(); }, Qt::BlockingQueuedConnection);
    }
    ~ServerThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(ServerThread)

    const ApiAccess &access() const { return m_access; }
    int takeAnswered() { return m_answered.exchange(0); }

private:
    QThread m_thread;
    PracticeServer m_server;
    ApiAccess m_access;
    std::atomic<int> m_answered = 0;
};

// The longest time in which nothing else came to its turn.
class LoopWatch {
public:
    LoopWatch()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
        m_since.start();
        m_timer.start(1);
    }

    //! In milliseconds, since the last time.
    double takeLongest()
    {
        look();
        return double(std::exchange(m_longest, 0)) / 1e6;
    }
    //! Of all times over 16 ms.
    int takeLate() { return std::exchange(m_late, 0); }

private:
    void look()
    {
        constexpr qint64 frame = 16'000'000;
        const qint64 gap = m_since.nsecsElapsed();
        m_longest = std::max(m_longest, gap);
        m_late += gap > frame ? 1 : 0;
        m_since.restart();
    }

    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    int m_late = 0;
};

void writeTable(const QString &path, int rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("The table cannot be written.");
    file.write("email,organization\n");
    for (int i = 0; i < rows; ++i)
        file.write(u"jo@client%1.example,Client number %1 of many\n"_s.arg(i).toUtf8());
}

// How many lines the file has, and how many different links.
std::pair<qsizetype, qsizetype> linksIn(const QString &path)
{
    qsizetype lines = 0;
    QSet<QString> links;
    BatchOutput::readLinks(
        path, CsvSeparator::Comma, [&](int, const Secret &link, const BatchLine &) {
            ++lines;
            links.insert(link.reveal());
        });
    return {lines, links.size()};
}

void tellLinks(const QString &path, ServerThread &server)
{
    const auto [lines, links] = linksIn(path);
    out() << "  rows with a link in the file: " << lines << ", different links: " << links
          << ", requests that the server answered: " << server.takeAnswered() << '\n';
}

int residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype place = status.indexOf("VmHWM:");
    return place < 0 ? 0
                     : status.mid(place + 6, 16).trimmed().split(' ').constFirst().toInt() / 1024;
}

void runHere(const QTemporaryDir &folder, const QString &table, int atOnce, ServerThread &server)
{
    LoopWatch watch;
    QElapsedTimer timer;
    timer.start();
    const auto lap = [&](const char *what) {
        QCoreApplication::processEvents();
        out() << "  " << what << ": " << timer.restart() << " ms, longest block "
              << QString::number(watch.takeLongest(), 'f', 1) << " ms, blocks over 16 ms "
              << watch.takeLate() << '\n';
        out().flush();
    };
    const CsvReading reading = readCsv(*readCsvFile(table));
    lap("table read");
    const BatchPlan plan(reading, guessColumns(reading.header), {});
    lap("plan made");
    LedgerKeeper keeper(folder.filePath(u"ledger"_s));
    KomboClient client(server.access());
    BatchRun::Options options;
    options.output = folder.filePath(u"here.csv"_s);
    options.concurrency = atOnce;
    const BatchMemory memory =
        batchMemoryOf(&keeper, {u"benchmark"_s, u"Benchmark"_s, ProfileKind::AdHoc});
    BatchRun run(
        client, plan, memory,
        [](const BatchRowFailure &failure) { return BatchWording::sentence(failure); }, options);
    lap("ledger opened");
    if (!run.prepare())
        qFatal("The run cannot be prepared.");
    lap("plan written down");
    QEventLoop loop;
    QObject::connect(&run, &BatchRun::ended, &loop, &QEventLoop::quit);
    qsizetype nearlyAll = 0;
    QObject::connect(&run, &BatchRun::progressChanged, &loop, [&] {
        if (nearlyAll == 0 && run.progress().left() * 20 < run.progress().total) {
            nearlyAll = run.progress().done;
            lap("nineteen of twenty made");
        }
    });
    run.start();
    loop.exec();
    lap("the rest made, and the file written");
    const BatchRun::Progress progress = run.progress();
    out() << "  done " << progress.done << ", failed " << progress.failed << ", not known "
          << progress.notKnown << ", at most " << residentMegabytes() << " MB in memory\n";
    tellLinks(options.output, server);
}

void runVerb(const QTemporaryDir &folder, const QString &table, int atOnce, ServerThread &server)
{
    const QString output = folder.filePath(u"verb.csv"_s);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CONNECT_DESK_API_KEY"_s, server.access().apiKey.reveal());
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer timer;
    timer.start();
    program.start(QStringLiteral(DESK_PROGRAM),
        {u"batch"_s, table, u"--output"_s, output, u"--json"_s, u"--base-url"_s,
            server.access().baseUrl.toString(), u"--data-dir"_s, folder.filePath(u"data"_s),
            u"--concurrency"_s, QString::number(atOnce), u"--allow-duplicate"_s});
    program.waitForFinished(-1);
    const QJsonObject counts =
        QJsonDocument::fromJson(program.readAllStandardOutput())["counts"_L1].toObject();
    out() << "  " << timer.elapsed() << " ms, exit code " << program.exitCode() << ", counts "
          << QJsonDocument(counts).toJson(QJsonDocument::Compact) << '\n';
    tellLinks(output, server);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int rows = std::max(1, arguments.value(1, u"10000"_s).toInt());
    const int atOnce = std::clamp(arguments.value(2, u"8"_s).toInt(), 1, BatchRun::mostAtOnce);
    const QTemporaryDir folder;
    const QString table = folder.filePath(u"clients.csv"_s);
    writeTable(table, rows);
    ServerThread server;
    out() << rows << " rows, " << atOnce << " at a time\nIn this process\n";
    runHere(folder, table, atOnce, server);
    out() << "Through the verb\n";
    out().flush();
    runVerb(folder, table, atOnce, server);
    return 0;
}
