// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// How long the window is busy while somebody scrolls the inspector's list, filters it and while
// requests arrive, with far more of them than a day brings, painting included. Each figure is one
// pass of the event loop; none should take longer than 16 ms, one frame.
//
//   QT_QPA_PLATFORM=offscreen benchmark_inspector [EXCHANGES]

#include "api/exchangelog.h"
#include "ui/inspector/exchangelist.h"
#include "ui/inspector/exchangerows.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace std::chrono_literals;

namespace {

constexpr int mostExchanges = 10'000;
constexpr qsizetype mostBytes = qsizetype{256} * 1024 * 1024;
constexpr int rounds = 5;

QByteArray body(int number)
{
    QByteArray members;
    for (int i = 0; i < 60; ++i)
        members += R"("member_)" + QByteArray::number(number * 60 + i) + R"(":"some value",)";
    return "{" + members + R"("last":true})";
}

Exchange exchange(int number)
{
    const QStringList endpoints{u"createConnectionLink"_s, u"getIntegrationByToken"_s,
        u"getIntegrationDetails"_s, u"getTools"_s};
    Exchange made;
    made.endpoint = endpoints.at(number % endpoints.size());
    made.startedAt = QDateTime::currentDateTimeUtc().addMSecs(number);
    made.method = number % 4 == 0 ? "POST" : "GET";
    made.url = u"https://api.kombo.dev/v1/integrations/personio:%1"_s.arg(number);
    made.status = number % 7 == 0 ? 429 : 200;
    made.requestHeaders = {{"Accept", "application/json"}};
    made.responseHeaders = {{"Content-Type", "application/json"}};
    made.responseBody = body(number);
    made.responseSize = made.responseBody.size();
    made.timings = {1ms, 20ms, 80ms, std::chrono::milliseconds(90 + number % 1200)};
    return made;
}

class Times {
public:
    template <typename Work> void measure(Work work)
    {
        QElapsedTimer timer;
        timer.start();
        work();
        QApplication::processEvents(); // layout and painting
        m_times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }

    void print(const char *what)
    {
        std::sort(m_times.begin(), m_times.end());
        std::printf("%-34s median %6.2f ms   max %6.2f ms   of %lld\n", what,
            m_times.at(m_times.size() / 2), m_times.constLast(),
            static_cast<long long>(m_times.size()));
    }

private:
    QList<double> m_times;
};

void press(QWidget *widget, int key, const QString &text = {})
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
    QApplication::sendEvent(widget, &up);
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const Theme theme;
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : mostExchanges;
    ExchangeLog log(count, mostBytes);
    for (int i = 0; i < count; ++i)
        log.append(exchange(i));

    InspectorPanel panel;
    panel.resize(1000, 360);
    Times opening;
    opening.measure([&] {
        panel.setLog(&log);
        panel.show();
    });
    auto *list = panel.findChild<ExchangeList *>();
    auto *rows = panel.findChild<ExchangeRows *>();
    auto *filter = panel.findChild<QLineEdit *>(u"inspectorFilter"_s);

    Times scrolling;
    Times choosing;
    Times typing;
    Times filtering;
    Times appending;
    Times appendingFiltered;
    for (int round = 0; round < rounds; ++round) {
        QScrollBar *bar = list->verticalScrollBar();
        for (int step = 0; step <= 100; ++step)
            scrolling.measure([&] { bar->setValue(bar->maximum() * step / 100); });
        list->setFocus();
        list->selectRow(rows->rowCount() - 1);
        for (int step = 0; step < 30; ++step)
            choosing.measure([&] { press(list, step % 2 == 0 ? Qt::Key_Up : Qt::Key_PageUp); });
        filter->setFocus();
        const auto type = [&](int key, const QString &text) {
            typing.measure([&] { press(filter, key, text); });
            while (rows->isFiltering()) // what is left of it, one slice at a time
                filtering.measure([] {});
        };
        for (const QChar letter : u"member_59999 429"_s)
            type(letter.toUpper().unicode(), letter);
        for (int i = 0; i < 20; ++i)
            appendingFiltered.measure([&] { log.append(exchange(i)); });
        for (int i = 0; i < 16; ++i)
            type(Qt::Key_Backspace, {});
        for (int i = 0; i < 50; ++i)
            appending.measure([&] { log.append(exchange(i)); });
    }
    std::printf("%d exchanges\n", count);
    opening.print("opening");
    scrolling.print("a page of rows");
    choosing.print("choosing a row, with its detail");
    typing.print("a key press in the filter");
    filtering.print("each further slice of it");
    appending.print("one arrives, the oldest goes");
    appendingFiltered.print("the same while filtered");
    return 0;
}
