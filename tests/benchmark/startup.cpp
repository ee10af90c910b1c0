// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// How long a person waits: until the window is painted, compared with a bare QMainWindow, and until
// connect --autopilot has resolved an integration of the practice server. All in one run, in turn,
// so that a machine that gets faster or slower in between does not decide.
//
//   benchmark_startup [RUNS]

#include "core/redactor.h"
#include "practice/practiceserver.h"
#include "secrets/keychainstore.h"

#include "support/windowinstance.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QMainWindow>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int patienceMs = 60'000;

qint64 now()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// The parent says when it started the child, so that loading and linking count.
void tellAndQuit(qint64 startedAt)
{
    std::printf("%lld\n", static_cast<long long>(now() - startedAt));
    std::fflush(stdout);
    QCoreApplication::quit();
}

class BareWindow final : public QMainWindow {
public:
    explicit BareWindow(qint64 startedAt)
        : m_startedAt(startedAt)
    {
        resize(1000, 700);
    }

protected:
    bool event(QEvent *event) override
    {
        const bool wasHandled = QMainWindow::event(event);
        if (event->type() == QEvent::UpdateRequest)
            tellAndQuit(m_startedAt);
        return wasHandled;
    }

private:
    qint64 m_startedAt;
};

int paintBareWindow(int argc, char *argv[], qint64 startedAt)
{
    const QApplication application(argc, argv);
    BareWindow window(startedAt);
    window.show();
    return QApplication::exec();
}

// As src/app puts it together.
int paintDeskWindow(int argc, char *argv[], qint64 startedAt)
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    const QTemporaryDir data;
    Theme theme;
    theme.choose(Theme::Choice::System);
    Redactor redactor;
    KeychainStore keychain(redactor);
    PracticeServer practice;
    test::WindowInstance instance(
        data.path(), keychain, redactor, theme, [&practice] { return practice.start(); },
        FlowLoader::folderBesideProgram());
    MainWindow &window = instance.window;
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    window.fill(details);
    QObject::connect(
        &window, &MainWindow::firstPainted, &window, [startedAt] { tellAndQuit(startedAt); });
    window.show();
    return QApplication::exec();
}

struct Series {
    QList<double> milliseconds;

    double median() const
    {
        QList<double> sorted = milliseconds;
        std::sort(sorted.begin(), sorted.end());
        return sorted.at(sorted.size() / 2);
    }
    double least() const { return *std::min_element(milliseconds.cbegin(), milliseconds.cend()); }
    double most() const { return *std::max_element(milliseconds.cbegin(), milliseconds.cend()); }

    void print(const char *what) const
    {
        std::printf("%-42s median %7.1f ms   (%.1f to %.1f)\n", what, median(), least(), most());
    }
};

double paint(const QString &kind)
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {kind, QString::number(now())});
    if (!child.waitForFinished(patienceMs))
        qFatal("The child did not paint a window.");
    return child.readAllStandardOutput().trimmed().toDouble() / 1000;
}

double connectOnce()
{
    QElapsedTimer timer;
    timer.start();
    QProcess child;
    child.start(QStringLiteral(DESK_PROGRAM),
        {u"connect"_s, u"--email"_s, u"jo@northwind.example"_s, u"--organization"_s,
            u"Northwind Ltd"_s, u"--autopilot"_s, u"--json"_s});
    // The integration is printed the moment it is resolved; taking down the engine comes after.
    const bool isResolved = child.waitForReadyRead(patienceMs);
    const double resolvedAfter = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (!isResolved || !child.waitForFinished(patienceMs) || child.exitCode() != 0)
        qFatal("connect --autopilot failed: %s", child.readAllStandardError().constData());
    return resolvedAfter;
}

int compare(int runs)
{
    Series bare;
    Series desk;
    Series resolved;
    paint(u"bare"_s);
    paint(u"desk"_s);
    connectOnce();
    for (int run = 0; run < runs; ++run) {
        bare.milliseconds.append(paint(u"bare"_s));
        desk.milliseconds.append(paint(u"desk"_s));
        resolved.milliseconds.append(connectOnce());
    }
    bare.print("bare QMainWindow, start to first paint");
    desk.print("Connect Desk, start to first paint");
    std::printf(
        "%-42s        %7.2f times  (aim: at most 2.0)\n", "ratio", desk.median() / bare.median());
    resolved.print("connect --autopilot, start to resolved");
    std::printf("%-42s                     (aim: under 1000 ms)\n", "");
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QString kind = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const qint64 startedAt = argc > 2 ? QByteArray(argv[2]).toLongLong() : 0;
    if (kind == "bare"_L1)
        return paintBareWindow(argc, argv, startedAt);
    if (kind == "desk"_L1)
        return paintDeskWindow(argc, argv, startedAt);
    const QCoreApplication application(argc, argv);
    return compare(kind.isEmpty() ? 9 : std::max(1, kind.toInt()));
}
