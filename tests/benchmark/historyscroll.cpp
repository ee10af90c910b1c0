// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// What scrolling costs in the history when every attempt of a large ledger is loaded: the list of
// the window over the model of the window, drawn offscreen. Usage: benchmark_historyscroll FOLDER
// with a ledger as benchmark_ledger leaves it in a folder of its own.

#include "history/history.h"
#include "ui/history/historylist.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QRandomGenerator>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

// Of this thread: others want the processor, too, and what they take is no cost of ours.
double processorMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

class Frames {
public:
    explicit Frames(const char *what)
        : m_what(what)
    {
    }
    ~Frames()
    {
        if (m_costs.empty())
            return;
        std::sort(m_costs.begin(), m_costs.end());
        const auto over =
            std::count_if(m_costs.cbegin(), m_costs.cend(), [](double cost) { return cost > 16; });
        std::printf(
            "%-40s %7zu frames  median %6.2f  99 %% %6.2f  worst %6.2f ms  %ld over 16 ms\n",
            m_what, m_costs.size(), m_costs.at(m_costs.size() / 2),
            m_costs.at(m_costs.size() * 99 / 100), m_costs.back(), long(over));
        std::fflush(stdout);
    }
    Q_DISABLE_COPY_MOVE(Frames)

    void take(const std::function<void()> &act)
    {
        const double before = processorMilliseconds();
        act();
        QCoreApplication::processEvents();
        const double cost = processorMilliseconds() - before;
        if (cost > 16)
            std::printf("%s: frame %zu took %.2f ms\n", m_what, m_costs.size(), cost);
        m_costs.push_back(cost);
    }

private:
    const char *m_what;
    std::vector<double> m_costs;
};

long residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLong() * 4 / 1024;
}

void press(QAbstractScrollArea &area, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&area, &down);
}

// Page after page, as somebody does who keeps the scroll bar at its end.
void readToTheEnd(HistoryModel &model, HistoryList &list)
{
    Frames frames("reading on at the end");
    QElapsedTimer timer;
    timer.start();
    int reported = 0;
    while (model.canFetchMore({}) || model.rowCount() == 0 || model.isSearching()) {
        const int before = model.rowCount();
        frames.take(
            [&] { list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum()); });
        while (model.rowCount() == before && (!model.canFetchMore({}) || before == 0)) {
            if (model.problem() || (before > 0 && timer.elapsed() > 3'600'000))
                return;
            frames.take([] { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); });
        }
        if (model.rowCount() / 100'000 > reported) {
            reported = model.rowCount() / 100'000;
            std::printf("%d rows after %lld s, %ld MB\n", model.rowCount(),
                static_cast<long long>(timer.elapsed() / 1'000), residentMegabytes());
            std::fflush(stdout);
        }
    }
}

void move(HistoryList &list)
{
    constexpr int times = 200;
    QScrollBar *bar = list.verticalScrollBar();
    const auto pressed = [&list](const char *what, int key, int count) {
        Frames frames(what);
        for (int i = 0; i < count; ++i)
            frames.take([&] { press(list, key); });
    };
    pressed("Home", Qt::Key_Home, 5);
    pressed("End", Qt::Key_End, 5);
    pressed("PgUp", Qt::Key_PageUp, times);
    pressed("PgDown", Qt::Key_PageDown, times);
    pressed("Up", Qt::Key_Up, times);
    {
        Frames frames("dragging from end to end");
        for (int i = times; i >= 0; --i)
            frames.take([&] { bar->setValue(int(qint64(bar->maximum()) * i / times)); });
    }
    QRandomGenerator random(1);
    {
        Frames frames("anywhere");
        for (int i = 0; i < times; ++i)
            frames.take([&] { bar->setValue(random.bounded(bar->maximum())); });
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    if (argc < 2) {
        std::puts("usage: benchmark_historyscroll FOLDER");
        return 2;
    }
    const Theme theme;
    History history(LedgerReader::openerFor(QFile::decodeName(argv[1])));
    HistoryList list(history.list());
    list.resize(320, 800);
    list.show();
    std::printf("%ld MB before\n", residentMegabytes());
    history.list().reload();
    readToTheEnd(history.list(), list);
    std::printf("%d rows, %ld MB\n", history.list().rowCount(), residentMegabytes());
    move(list);
    Frames frames("news at the top, while at the end");
    for (int i = 0; i < 10; ++i)
        frames.take([&] { history.update(); });
    return 0;
}
