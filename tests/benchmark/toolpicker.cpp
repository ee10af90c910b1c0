// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// How long the window is busy when the tool picker gets its list, opens, and is typed in, with as
// many tools as no environment has today: the picture of each fresh, painting included. A key press
// should stay below 16 ms, one frame.
//
//   QT_QPA_PLATFORM=offscreen benchmark_toolpicker [TOOLS]

#include "ui/tools/toolpicker.h"
#include "catalogue/picturestore.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace desk;

namespace {

constexpr int mostTools = 500;
constexpr int rounds = 15;

QList<Coverage> groups(int count)
{
    QList<Coverage> made;
    for (int i = 0; i < count; ++i) {
        Coverage group{u"model_%1"_s.arg(i), u"Model %1"_s.arg(i), u"SUPPORTED"_s, {}};
        for (int j = 0; j < 12; ++j)
            group.fields.append({u"field_%1"_s.arg(j), {}, u"SUPPORTED"_s, {}});
        made.append(group);
    }
    return made;
}

QList<Tool> manyTools(int count)
{
    const QStringList words{
        u"Work"_s, u"Pay"_s, u"Human"_s, u"Pers\u00F6nal"_s, u"Cloud"_s, u"Talent"_s, u"Recruit"_s};
    QList<Tool> tools;
    for (int i = 0; i < count; ++i) {
        Tool tool;
        const QString &word = words.at(i % words.size());
        tool.id = u"tool%1"_s.arg(i);
        tool.label = u"%1 %2 Suite %3"_s.arg(word, words.at(i / 7 % words.size())).arg(i / 3);
        if (i % 5 == 0)
            tool.internalLabel = u"%1, variant %2"_s.arg(word).arg(i);
        tool.iconUrl = u"http://127.0.0.1:1/%1.svg"_s.arg(i); // nobody answers there
        tool.readModels = groups(10);
        tool.writeActions = groups(5);
        tools.append(tool);
    }
    return tools;
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
        std::printf("%-28s median %6.2f ms   max %6.2f ms   of %lld\n", what,
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
    const QTemporaryDir cache;
    PictureStore pictures(cache.path());
    const int count = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : mostTools;

    QWidget window;
    auto *picker = new ToolPicker(&window);
    picker->setPictures(&pictures);
    auto *layout = new QVBoxLayout(&window);
    layout->addWidget(picker);
    layout->addStretch();
    window.resize(440, 760);
    window.show();
    picker->edit()->setFocus();
    QApplication::processEvents();

    Times offering;
    Times opening;
    Times typing;
    Times moving;
    Times choosing;
    for (int round = 0; round < rounds; ++round) {
        ToolOffer offer{ToolOffer::State::Ready, manyTools(count),
            QDateTime::currentDateTimeUtc().addSecs(-300), {}, false};
        offering.measure([&] { picker->setOffer(offer); });
        opening.measure([&] { press(picker->edit(), Qt::Key_Down); });
        for (const QChar letter : u"personal suite 1"_s)
            typing.measure([&] { press(picker->edit(), letter.toUpper().unicode(), letter); });
        for (int i = 0; i < 16; ++i)
            typing.measure([&] { press(picker->edit(), Qt::Key_Backspace); });
        for (const int key :
            {Qt::Key_PageDown, Qt::Key_Down, Qt::Key_End, Qt::Key_Up, Qt::Key_Home})
            moving.measure([&] { press(picker->edit(), key); });
        choosing.measure([&] { press(picker->edit(), Qt::Key_Return); });
        picker->setToolId({});
    }
    std::printf("%d tools\n", count);
    offering.print("a new list");
    opening.print("opening");
    typing.print("a key press that searches");
    moving.print("a key press that moves");
    choosing.print("choosing");
    return 0;
}
