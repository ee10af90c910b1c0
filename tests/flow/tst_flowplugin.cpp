// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/connectlink.h"
#include "session/flowdriver.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"
#include "ui/flowarea/flowplugin.h"

#include <QApplication>
#include <QJsonObject>
#include <QLineEdit>
#include <QPluginLoader>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWidget>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Response;
using desk::test::ScriptedServer;

//! The plugin as the window sees it: loaded at run time, and nothing of it linked here.
class FlowPluginTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void namesItself();
    void runsAFlow();
    void runsOneFlowAfterTheOther();
    void leavesTheKeyboardWhereItIs();
    void canBeUsedWithTheKeyboard();
    void hasTheColourOfTheWindow_data();
    void hasTheColourOfTheWindow();
    void mayGoInAnyOrder_data();
    void mayGoInAnyOrder();
    void mayBeDestroyedByAReceiver_data();
    void mayBeDestroyedByAReceiver();

private:
    ConnectLink link() const;
    void serve(const QByteArray &body);

    QPluginLoader m_loader{QStringLiteral(FLOW_PLUGIN)};
    FlowPlugin *m_plugin = nullptr;
    std::unique_ptr<ScriptedServer> m_server;
};

namespace {

constexpr auto finishing =
    "<script>parent.postMessage({ type: 'success', data: { activation_token: 'abc' } }, '*')"
    "</script>";

// A window with a field beside the flow.
struct Window {
    explicit Window(FlowSurface &surface)
    {
        auto *layout = new QVBoxLayout(widget.get());
        layout->addWidget(edit);
        layout->addWidget(surface.widget(), 1);
        widget->resize(500, 400);
        widget->show();
    }

    std::unique_ptr<QWidget> widget = std::make_unique<QWidget>();
    QLineEdit *edit = new QLineEdit;
};

} // namespace

void FlowPluginTest::initTestCase()
{
    QVERIFY2(m_loader.load(), qPrintable(m_loader.errorString()));
    m_plugin = qobject_cast<FlowPlugin *>(m_loader.instance());
    QVERIFY(m_plugin);
}

void FlowPluginTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<ScriptedServer>();
}

void FlowPluginTest::namesItself()
{
    QCOMPARE(m_loader.metaData()["IID"_L1].toString(), QStringLiteral(DESK_FLOW_PLUGIN_IID));
    QVERIFY(m_plugin->engineVersion().count(u'.') == 3);
}

void FlowPluginTest::runsAFlow()
{
    serve(finishing);
    const std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
    const Window window(*surface);
    const QSignalSpy loaded(surface->driver(), &FlowDriver::loaded);
    QSignalSpy token(surface->driver(), &FlowDriver::tokenReceived);
    const QSignalSpy noted(surface->driver(), &FlowDriver::noted);
    surface->driver()->open(link(), FlowPlacement::Frame);
    QTRY_COMPARE(token.size(), 1);
    QCOMPARE(loaded.size(), 1);
    QCOMPARE(token.first().first().value<Secret>(), Secret(u"abc"_s));
    QVERIFY(!noted.isEmpty());
    surface->driver()->stop();
}

void FlowPluginTest::runsOneFlowAfterTheOther()
{
    serve(finishing);
    for (int i = 0; i < 3; ++i) {
        const std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
        const Window window(*surface);
        const QSignalSpy token(surface->driver(), &FlowDriver::tokenReceived);
        surface->driver()->open(link(), FlowPlacement::Frame);
        QTRY_COMPARE(token.size(), 1);
    }
}

void FlowPluginTest::leavesTheKeyboardWhereItIs()
{
    serve("<input autofocus><script>addEventListener('load', () => {"
          "window.focus(); document.querySelector('input').focus(); });</script>");
    const std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
    const Window window(*surface);
    window.widget->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.widget.get()));
    window.edit->setFocus();
    const QSignalSpy loaded(surface->driver(), &FlowDriver::loaded);
    surface->driver()->open(link(), FlowPlacement::Frame);
    QTRY_COMPARE(loaded.size(), 1);
    QTest::keyClicks(window.widget->focusWidget(), u"typed"_s);
    QVERIFY(window.edit->hasFocus());
    QCOMPARE(window.edit->text(), u"typed"_s);
}

void FlowPluginTest::canBeUsedWithTheKeyboard()
{
    serve("<input><script>document.querySelector('input').addEventListener('input', () =>"
          "parent.postMessage({ type: 'success', data: { activation_token: 'typed' } }, '*'))"
          "</script>");
    const std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
    const Window window(*surface);
    window.widget->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.widget.get()));
    const QSignalSpy loaded(surface->driver(), &FlowDriver::loaded);
    const QSignalSpy token(surface->driver(), &FlowDriver::tokenReceived);
    surface->driver()->open(link(), FlowPlacement::Frame);
    QTRY_COMPARE(loaded.size(), 1);
    surface->widget()->setFocus(Qt::TabFocusReason);
    // Input that comes before the first frame is drawn is lost, so a person would try again, too.
    const auto target = [&] { return window.widget->focusWidget(); };
    const auto type = [&] {
        QTest::keyClick(target(), Qt::Key_Tab);
        QTest::keyClick(target(), Qt::Key_A);
        return !token.isEmpty();
    };
    QTRY_VERIFY(type());
}

void FlowPluginTest::hasTheColourOfTheWindow_data()
{
    QTest::addColumn<QColor>("base");
    QTest::newRow("dark") << QColor(0x20, 0x24, 0x28);
    QTest::newRow("light") << QColor(0xfa, 0xfa, 0xf0);
}

void FlowPluginTest::hasTheColourOfTheWindow()
{
    QFETCH(QColor, base);
    const std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
    const Window window(*surface);
    QPalette palette = window.widget->palette();
    palette.setColor(QPalette::Base, base);
    window.widget->setPalette(palette);
    const auto shown = [&] {
        const QImage image = surface->widget()->grab().toImage();
        return image.pixelColor(image.rect().center());
    };
    QTRY_COMPARE(shown(), base);
    // Pages that say nothing about their ground are drawn for a white one.
    serve("<p>a flow");
    surface->driver()->open(link(), FlowPlacement::Frame);
    QTRY_COMPARE(shown(), QColor(Qt::white));
    surface->driver()->stop();
    QTRY_COMPARE(shown(), base);
}

void FlowPluginTest::mayGoInAnyOrder_data()
{
    QTest::addColumn<QString>("phase");
    QTest::addColumn<bool>("windowFirst");

    for (const auto *phase : {"made", "opened", "loaded", "ended", "stopped"}) {
        QTest::addRow("surface before window, %s", phase) << QString::fromLatin1(phase) << false;
        QTest::addRow("window before surface, %s", phase) << QString::fromLatin1(phase) << true;
    }
}

void FlowPluginTest::mayGoInAnyOrder()
{
    QFETCH(QString, phase);
    QFETCH(bool, windowFirst);
    serve(phase == "ended"_L1 ? finishing : QByteArray("<p>flow"));
    std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
    Window window(*surface);
    const QSignalSpy loaded(surface->driver(), &FlowDriver::loaded);
    const QSignalSpy token(surface->driver(), &FlowDriver::tokenReceived);
    if (phase != "made"_L1)
        surface->driver()->open(link(), FlowPlacement::Frame);
    if (phase == "loaded"_L1)
        QTRY_COMPARE(loaded.size(), 1);
    if (phase == "ended"_L1)
        QTRY_COMPARE(token.size(), 1);
    if (phase == "stopped"_L1)
        surface->driver()->stop();
    if (windowFirst) {
        window.widget.reset();
        QVERIFY(!surface->widget());
        surface.reset();
    } else {
        surface.reset();
        window.widget.reset();
    }
    QCoreApplication::processEvents();
}

void FlowPluginTest::mayBeDestroyedByAReceiver_data()
{
    QTest::addColumn<bool>("byToken");
    QTest::newRow("of loaded") << false;
    QTest::newRow("of the token") << true;
}

void FlowPluginTest::mayBeDestroyedByAReceiver()
{
    QFETCH(bool, byToken);
    serve(finishing);
    std::unique_ptr<FlowSurface> surface = m_plugin->createSurface();
    const Window window(*surface);
    if (byToken)
        connect(surface->driver(), &FlowDriver::tokenReceived, this, [&] { surface.reset(); });
    else
        connect(surface->driver(), &FlowDriver::loaded, this, [&] { surface.reset(); });
    surface->driver()->open(link(), FlowPlacement::Frame);
    QTRY_VERIFY(!surface);
    QCoreApplication::processEvents();
}

ConnectLink FlowPluginTest::link() const
{
    const QUrl url = m_server->url(u"/flow"_s);
    const ApiAccess access{ProfileKind::AdHoc, url, Secret(u"key"_s), {}};
    return ConnectLink::check(url.toString(), access).value();
}

void FlowPluginTest::serve(const QByteArray &body)
{
    m_server->setHandler([body](const desk::test::Request &) {
        return Response::html("<!DOCTYPE html><title>a flow</title><body>" + body);
    });
}

DESK_TEST_MAIN(QApplication, FlowPluginTest)
#include "tst_flowplugin.moc"
