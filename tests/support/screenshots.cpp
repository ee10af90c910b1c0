// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

// Makes the pictures of the README: the window with the practice flow, light and dark, and the
// result. Also the quickest way to look at a change of the look without clicking through it.
//
//   QT_QPA_PLATFORM=offscreen desk_screenshots FOLDER

#include "core/redactor.h"
#include "practice/practiceserver.h"
#include "secrets/sessionstore.h"

#include "support/windowinstance.h"

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
        m_instance = std::make_unique<test::WindowInstance>(
            m_data.path(), m_keychain, m_redactor, m_theme,
            [this] {
                m_practice = std::make_unique<PracticeServer>();
                return m_practice->start();
            },
            FlowLoader::folderBesideProgram());
        MainWindow &window = m_instance->window;
        window.fill(northwind());
        window.setAutopilot(toTheEnd);
        window.resize(1180, 760);
        window.show();
        m_instance->workspace.prepare();
        window.controller().start(m_instance->workspace.client(), {}, northwind(), {toTheEnd});
        const auto take = [this, name, next] {
            QTimer::singleShot(drawingTime, this, [this, name, next] {
                save(name);
                next();
            });
        };
        connect(window.controller().session(), &ConnectSession::stateChanged, this,
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
        if (!m_instance->window.grab().save(file))
            qFatal("Cannot write %s", qPrintable(file));
        std::printf("%s\n", qPrintable(file));
    }

    QString m_folder;
    QTemporaryDir m_data;
    Theme m_theme;
    Redactor m_redactor;
    SessionStore m_keychain{m_redactor};
    std::unique_ptr<PracticeServer> m_practice;
    std::unique_ptr<test::WindowInstance> m_instance;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    const QApplication application(argc, argv);
    const Photographer photographer(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    return QApplication::exec();
}
