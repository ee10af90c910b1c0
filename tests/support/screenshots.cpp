// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// Makes the pictures of the README: the window with the practice flow, light and dark, and the
// result. Also the quickest way to look at a change of the look without clicking through it.
//
//   QT_QPA_PLATFORM=offscreen desk_screenshots FOLDER

#include "practice/practiceserver.h"
#include "ui/flowarea/flowloader.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

namespace {

// Nothing tells when a page has drawn its last frame; this is ample for one that is on this
// machine.
constexpr std::chrono::milliseconds drawingTime = 1500ms;

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    return details;
}

class Photographer final : public QObject {
public:
    explicit Photographer(const QString &folder)
        : m_folder(folder)
        , m_loader(FlowLoader::folderBesideProgram())
    {
        photograph(Theme::Choice::Light, false, u"flow-light"_s, [this] {
            photograph(Theme::Choice::Dark, false, u"flow-dark"_s, [this] {
                photograph(Theme::Choice::Light, true, u"result-light"_s, [this] {
                    photograph(Theme::Choice::Dark, true, u"result-dark"_s,
                        [] { QCoreApplication::quit(); });
                });
            });
        });
    }

private:
    void photograph(
        Theme::Choice choice, bool toTheEnd, const QString &name, const std::function<void()> &next)
    {
        m_theme.choose(choice);
        m_window = std::make_unique<MainWindow>(MainWindow::Parts{m_loader, m_theme,
            WindowSettings(m_data.path()), ProfileKind::Practice,
            u"Everything stays on this computer; no client is connected for real."_s, [this] {
                m_practice = std::make_unique<PracticeServer>();
                return m_practice->start();
            }});
        m_window->fill(northwind());
        m_window->setAutopilot(toTheEnd);
        m_window->resize(1180, 760);
        m_window->show();
        m_window->controller().start(northwind(), {toTheEnd});
        const auto take = [this, name, next] {
            QTimer::singleShot(drawingTime, this, [this, name, next] {
                save(name);
                next();
            });
        };
        connect(m_window->controller().session(), &ConnectSession::stateChanged, this,
            [toTheEnd, take](ConnectSession::State state) {
                const auto wanted =
                    toTheEnd ? ConnectSession::State::Ended : ConnectSession::State::Open;
                if (state == wanted)
                    take();
            });
    }

    void save(const QString &name)
    {
        const QString file = QDir(m_folder).filePath(name + u".png"_s);
        if (!m_window->grab().save(file))
            qFatal("Cannot write %s", qPrintable(file));
        std::printf("%s\n", qPrintable(file));
    }

    QString m_folder;
    QTemporaryDir m_data;
    Theme m_theme;
    FlowLoader m_loader;
    std::unique_ptr<PracticeServer> m_practice;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    const Photographer photographer(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    return QApplication::exec();
}
