// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// How fast links are made: 1,000 create-link calls, 16 at a time, against a loopback server that
// answers after 20 ms; by our client and by the official SDK in Node, in turn, so that a machine
// that gets faster or slower in between does not decide. Then whether our client grows over 10,000
// calls. Needs Node and the packages of tests/contract (installer/setup.sh --tests).
//
//   benchmark_createlinks [ROUNDS] [tls]
//
// With tls as the API is really spoken to. Without it Qt 6.4 reads the head of every answer one
// byte a system call, which is a sixth of all the time there.

#include "api/komboclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <malloc.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int calls = 1'000;
constexpr int concurrency = 16;
constexpr double answerAfterMs = 20;
constexpr double idealMs = calls * answerAfterMs / concurrency;
constexpr int manyCalls = 10'000;
constexpr int patienceMs = 120'000;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString certificateFile()
{
    return QStringLiteral(DESK_TLS_DATA) + u"/certificate.pem"_s;
}

//! createlinks.mjs in one of its roles; gone with this object.
class NodePart final {
public:
    explicit NodePart(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        // The test's certificate is signed by itself.
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NODE_EXTRA_CA_CERTS"_s, certificateFile());
        m_process.setProcessEnvironment(environment);
        m_process.start(
            QStringLiteral(DESK_NODE), QStringList(QStringLiteral(DESK_NODE_PART)) + arguments);
    }
    ~NodePart()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(patienceMs);
    }
    Q_DISABLE_COPY_MOVE(NodePart)

    QByteArray line()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patienceMs))
                qFatal("Node said nothing.");
        }
        return m_process.readLine().trimmed();
    }
    QByteArray ask(const QByteArray &question)
    {
        m_process.write(question + '\n');
        return line();
    }

private:
    QProcess m_process;
};

//! Makes calls until there were enough of them, so many at a time.
class Round final : public QObject {
public:
    Round(KomboClient &client, int count, std::function<void(int)> progress)
        : m_client(client)
        , m_left(count)
        , m_progress(std::move(progress))
    {
        m_details.email = u"jo@northwind.example"_s;
        m_details.organization = u"Northwind Ltd"_s;
    }

    double run()
    {
        QElapsedTimer timer;
        timer.start();
        for (int lane = 0; lane < concurrency; ++lane)
            next();
        m_loop.exec();
        return milliseconds(timer);
    }

private:
    void next()
    {
        if (m_left == 0) {
            if (m_running == 0)
                m_loop.quit();
            return;
        }
        --m_left;
        ++m_running;
        ApiCall<CreatedLink> *call = m_client.createConnectionLink(m_details);
        connect(call, &ApiCallBase::failed, this, [](const ApiError &error) {
            qFatal("A call failed: %d %s", error.httpStatus, qPrintable(error.detail));
        });
        connect(call, &ApiCallBase::succeeded, this, [this, call] {
            call->deleteLater();
            --m_running;
            m_progress(++m_done);
            next();
        });
    }

    KomboClient &m_client;
    ConnectDetails m_details;
    int m_left;
    int m_running = 0;
    int m_done = 0;
    std::function<void(int)> m_progress;
    QEventLoop m_loop;
};

struct Memory {
    double heapKiB; //!< what the allocator has given out
    double residentKiB;

    static Memory now()
    {
        QFile file(u"/proc/self/statm"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("There is no /proc/self/statm.");
        const QList<QByteArray> pages = file.readAll().split(' ');
        const double pageKiB = static_cast<double>(sysconf(_SC_PAGESIZE)) / 1024;
        const struct mallinfo2 heap = mallinfo2();
        return {static_cast<double>(heap.uordblks + heap.hblkhd) / 1024,
            pages.at(1).toDouble() * pageKiB};
    }
};

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void print(const char *who, const QList<double> &rounds)
{
    const auto [least, most] = std::minmax_element(rounds.cbegin(), rounds.cend());
    std::printf("%-12s median %8.1f ms   (%.1f to %.1f)   %.3f times the ideal\n", who,
        median(rounds), *least, *most, median(rounds) / idealMs);
}

void compare(KomboClient &client, const QString &baseUrl, int rounds)
{
    NodePart sdkPart({u"sdk"_s, baseUrl});
    NodePart barePart({u"bare"_s, baseUrl});
    const QByteArray question = QByteArray::number(calls) + ' ' + QByteArray::number(concurrency);
    QList<double> ours;
    QList<double> sdk;
    QList<double> bare;
    const auto runEach = [&] {
        ours.append(Round(client, calls, [](int) {}).run());
        sdk.append(sdkPart.ask(question).toDouble());
        bare.append(barePart.ask(question).toDouble());
    };
    runEach();
    std::printf("first round, with connections to make: ours %.1f ms, SDK %.1f ms, bare %.1f ms\n",
        ours.takeFirst(), sdk.takeFirst(), bare.takeFirst());
    std::clock_t processorTime = 0;
    for (int round = 0; round < rounds; ++round) {
        processorTime -= std::clock();
        runEach();
        processorTime += std::clock();
    }
    std::printf("%-12s        %8.1f ms\n", "ideal", idealMs);
    print("Connect Desk", ours);
    print("SDK in Node", sdk);
    print("Node alone", bare);
    std::printf("ours takes %.3f ms of a processor for each call\n",
        1e3 * static_cast<double>(processorTime) / CLOCKS_PER_SEC / calls / rounds);
    std::printf(
        "ours over the ideal %.3f (aim: at most 1.10), over the SDK %.3f (aim: at most 1.00)\n",
        median(ours) / idealMs, median(ours) / median(sdk));
}

void watchTheHeap(KomboClient &client)
{
    Round(client, manyCalls, [](int done) {
        if (done % calls != 0)
            return;
        const Memory memory = Memory::now();
        std::printf("after %6d calls: heap %8.1f KiB, resident %8.1f KiB\n", done, memory.heapKiB,
            memory.residentKiB);
    }).run();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 5;
    // One line at a time, also into a file.
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    QStringList serving{u"serve"_s};
    if (argc > 2 && QByteArray(argv[2]) == "tls") {
        serving << certificateFile() << QStringLiteral(DESK_TLS_DATA) + u"/key.pem"_s;
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromPath(certificateFile()));
        QSslConfiguration::setDefaultConfiguration(tls);
    }
    NodePart server(serving);
    const QString baseUrl = QString::fromLatin1(server.line());
    const ApiAccess access{ProfileKind::AdHoc, QUrl(baseUrl), Secret(u"benchmark"_s), {}};
    {
        KomboClient client(access);
        compare(client, baseUrl, rounds);
    }
    // A client of its own, so that the first thousand is the first.
    KomboClient client(access);
    watchTheHeap(client);
    return 0;
}
