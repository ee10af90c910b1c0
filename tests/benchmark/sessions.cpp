// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// What sessions leave in memory: fifty flows one after the other, each with a page of its own that
// finishes, and how much the program holds after the tenth and after the last.
//
//   benchmark_sessions [SESSIONS]

#include "../flow/flowscene.h"
#include "../flow/pageprocesses.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using desk::test::FlowScene;

namespace {

constexpr int warmUp = 10;
constexpr int patienceMs = 60'000;

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return static_cast<double>(file.readAll().split(' ').value(1).toLongLong()) * 4096 / 1e6;
}

bool runSession()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => finish('token'))");
    scene.open();
    return QTest::qWaitFor([&scene] { return !scene.tokens().isEmpty(); }, patienceMs);
}

bool isQuiet()
{
    return QTest::qWaitFor([] { return desk::test::pageProcesses().isEmpty(); }, patienceMs);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication app(argc, argv);
    const int wanted = std::max(warmUp + 1, QCoreApplication::arguments().value(1).toInt());
    const int count = argc > 1 ? wanted : 50;
    std::vector<double> memory;
    for (int i = 0; i < count; ++i) {
        if (!runSession() || !isQuiet()) {
            std::fprintf(stderr, "session %d did not finish, or left a process behind\n", i + 1);
            return 1;
        }
        memory.push_back(residentMegabytes());
    }
    const double tenth = memory.at(warmUp - 1);
    const double last = memory.back();
    std::printf("after session %d: %.1f MB\nafter session %d: %.1f MB\nratio: %.3f\n", warmUp,
        tenth, count, last, last / tenth);
    return 0;
}
