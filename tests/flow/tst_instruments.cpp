// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/connectlink.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"
#include "ui/flow/webflowsurface.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <algorithm>
#include <memory>
#include <utility>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;

namespace {

// A page of 3000 pixels that tells what it finds when it is asked, and what was clicked.
constexpr auto flowPage = R"html(<!DOCTYPE html>
<meta name=viewport content="width=device-width"><title>a flow</title>
<style>html, body { margin: 0 } body { height: 3000px; background: linear-gradient(red, blue) }
button { position: absolute; left: 250px; top: 300px; width: 100px; height: 40px }</style>
<body><button onclick="fetch('/clicked')">go</button><script>
const media = (query) => matchMedia(query).matches;
addEventListener('message', () => fetch('/report?' + encodeURIComponent(JSON.stringify({
    width: innerWidth, height: innerHeight, scale: Math.round(devicePixelRatio * 1000) / 1000,
    touch: navigator.maxTouchPoints, dark: media('(prefers-color-scheme: dark)'),
    light: media('(prefers-color-scheme: light)'),
    still: media('(prefers-reduced-motion: reduce)'), agent: navigator.userAgent,
    language: navigator.language }))));
</script>)html";

constexpr QSize roomSize{700, 500};

struct Scene {
    Scene()
    {
        server.setHandler([](const Request &request) {
            return request.path() == "/flow" ? Response::html(flowPage) : Response::noContent();
        });
        auto *layout = new QVBoxLayout(window.get());
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(surface->widget());
        window->resize(roomSize);
        window->show();
    }

    ~Scene() { surface.reset(); }
    Q_DISABLE_COPY_MOVE(Scene)

    FlowInstruments &instruments() { return *surface->instruments(); }
    QWebEngineView *view() { return surface->widget()->findChild<QWebEngineView *>(); }

    void open(FlowPlacement placement = FlowPlacement::Frame)
    {
        const QUrl url = server.url(u"/flow"_s);
        const ApiAccess access{ProfileKind::AdHoc, url, Secret(u"key"_s), {}};
        const auto link = ConnectLink::check(url.toString(QUrl::FullyEncoded), access);
        surface->driver()->open(*link, placement);
    }

    int count(const QByteArray &path) const
    {
        const auto &requests = server.requests();
        return int(std::count_if(requests.cbegin(), requests.cend(),
            [&path](const Request &request) { return request.path() == path; }));
    }

    QByteArray header(QByteArrayView name) const
    {
        const auto &requests = server.requests();
        const auto flow = std::find_if(requests.crbegin(), requests.crend(),
            [](const Request &request) { return request.path() == "/flow"; });
        return flow == requests.crend() ? QByteArray() : flow->header(name);
    }

    // What the page of the flow itself finds.
    QJsonObject report()
    {
        const int before = count("/report");
        view()->page()->runJavaScript(u"(frames[0] || window).postMessage('report', '*')"_s);
        if (!QTest::qWaitFor([this, before] { return count("/report") > before; }, 1000))
            return {};
        const auto &requests = server.requests();
        const auto last = std::find_if(requests.crbegin(), requests.crend(),
            [](const Request &request) { return request.path() == "/report"; });
        return QJsonDocument::fromJson(QByteArray::fromPercentEncoding(last->query())).object();
    }

    // A report as it is once nothing changes any more; a busy page may leave one out.
    QJsonObject settledReport()
    {
        QJsonObject last;
        QJsonObject found;
        const bool isSettled = QTest::qWaitFor(
            [&] {
                last = std::exchange(found, report());
                return !found.isEmpty() && found == last;
            },
            8000);
        return isSettled ? found : QJsonObject();
    }

    bool finds(const QJsonObject &expected)
    {
        QJsonObject found;
        const bool isFound = QTest::qWaitFor(
            [&] {
                found = report();
                if (found != expected)
                    QTest::qWait(200);
                return found == expected;
            },
            8000);
        if (!isFound)
            qInfo() << found << "instead of" << expected;
        return isFound;
    }

    // The named part of the report, as soon as it is what is expected.
    bool finds(const QString &name, const QJsonValue &expected)
    {
        QJsonValue found;
        const bool isFound = QTest::qWaitFor(
            [&] {
                found = report().value(name);
                // The engine does not come to its other work if it is asked all the time.
                if (found != expected)
                    QTest::qWait(200);
                return found == expected;
            },
            8000);
        if (!isFound)
            qInfo() << name << "is" << found;
        return isFound;
    }

    ScriptedServer server;
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    std::unique_ptr<WebFlowSurface> surface = std::make_unique<WebFlowSurface>();
};

ViewingConditions phone()
{
    return ViewportPreset{{390, 844}, 2, true}.appliedTo({});
}

} // namespace

class InstrumentsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void showsItsSurroundings_data();
    void showsItsSurroundings();
    void sendsTheHeaders();
    void keepsConditionsAfterAReload();
    void resetEqualsNeverSet();
    void turnsTheViewport();
    void hitsWhatIsClicked_data();
    void hitsWhatIsClicked();
    void takesTheView();
    void takesTheFullPage_data();
    void takesTheFullPage();
    void takesNoEndlessPicture();
    void waitsForNoPageThatHangs();
    void refusesWhatIsOutOfBounds();
    void saysThatThereIsNoPage();
    void hasDeveloperTools();
    void developerToolsEndWithTheFlow();
    void mayBeDestroyedAtAnyMoment();
};

void InstrumentsTest::showsItsSurroundings_data()
{
    QTest::addColumn<ViewingConditions>("conditions");
    QTest::addColumn<FlowPlacement>("placement");
    QTest::addColumn<QJsonObject>("expected");

    const auto row = [](const char *name, auto change, const QJsonObject &expected,
                         FlowPlacement placement = FlowPlacement::Frame) {
        ViewingConditions conditions;
        change(conditions);
        QTest::newRow(name) << conditions << placement << expected;
    };
    const QJsonObject phoneFinds{
        {u"width"_s, 390}, {u"height"_s, 844}, {u"scale"_s, 2}, {u"touch"_s, 5}};
    row("nothing is set", [](auto &) {},
        {{u"width"_s, roomSize.width()}, {u"height"_s, roomSize.height()}, {u"scale"_s, 1},
            {u"touch"_s, 0}, {u"still"_s, false}});
    row(
        "a phone", [](auto &c) { c = phone(); }, phoneFinds);
    row(
        "a phone without a frame", [](auto &c) { c = phone(); }, phoneFinds,
        FlowPlacement::TopLevel);
    row(
        "a phone at half the size",
        [](auto &c) {
            c = phone();
            c.zoom = 50;
        },
        phoneFinds);
    row(
        "a phone at twice the size",
        [](auto &c) {
            c = phone();
            c.zoom = 200;
        },
        phoneFinds);
    row("a size larger than the room", [](auto &c) { c.size = QSize(1440, 900); },
        {{u"width"_s, 1440}, {u"height"_s, 900}, {u"scale"_s, 1}});
    row("zoom alone, as in a browser", [](auto &c) { c.zoom = 200; },
        {{u"width"_s, 350}, {u"scale"_s, 2}});
    row("dark", [](auto &c) { c.scheme = PageScheme::Dark; },
        {{u"dark"_s, true}, {u"light"_s, false}});
    row("light", [](auto &c) { c.scheme = PageScheme::Light; },
        {{u"dark"_s, false}, {u"light"_s, true}});
    row("reduced motion", [](auto &c) { c.reducesMotion = true; }, {{u"still"_s, true}});
    row("touch alone", [](auto &c) { c.hasTouch = true; }, {{u"touch"_s, 5}, {u"scale"_s, 1}});
}

void InstrumentsTest::showsItsSurroundings()
{
    QFETCH(ViewingConditions, conditions);
    QFETCH(FlowPlacement, placement);
    QFETCH(QJsonObject, expected);
    Scene scene;
    const QSignalSpy applied(&scene.instruments(), &FlowInstruments::conditionsApplied);
    const QSignalSpy failed(&scene.instruments(), &FlowInstruments::conditionsFailed);
    scene.open(placement);
    QTRY_COMPARE(scene.count("/flow"), 1);
    scene.instruments().setConditions(conditions);
    for (auto part = expected.constBegin(); part != expected.constEnd(); ++part)
        QVERIFY2(scene.finds(part.key(), part.value()), qPrintable(part.key()));
    QTRY_VERIFY(!applied.isEmpty());
    QCOMPARE(failed.size(), 0);
    QCOMPARE(scene.instruments().conditions(), conditions);
    auto *caption = scene.surface->widget()->findChild<QLabel *>(u"viewportCaption"_s);
    QCOMPARE(caption->isVisible(), !conditions.caption().isEmpty());
    QCOMPARE(caption->text(), conditions.caption());
}

void InstrumentsTest::sendsTheHeaders()
{
    Scene scene;
    Scene other;
    ViewingConditions conditions;
    conditions.language = u"fr-FR, fr"_s;
    conditions.userAgent = u"Test/1"_s;
    scene.instruments().setConditions(conditions);
    scene.open();
    other.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    QTRY_COMPARE(other.count("/flow"), 1);
    QCOMPARE(scene.header("User-Agent"), "Test/1");
    QVERIFY(scene.header("Accept-Language").startsWith("fr-FR, fr"));
    QVERIFY(other.header("User-Agent").startsWith("Mozilla/5.0"));
    QVERIFY(!other.header("Accept-Language").startsWith("fr"));
    QVERIFY(scene.finds(u"agent"_s, u"Test/1"_s));
    QVERIFY(scene.finds(u"language"_s, u"fr-FR"_s));
}

void InstrumentsTest::keepsConditionsAfterAReload()
{
    Scene scene;
    ViewingConditions conditions = phone();
    conditions.zoom = 150;
    conditions.scheme = PageScheme::Dark;
    conditions.userAgent = u"Test/1"_s;
    scene.instruments().setConditions(conditions);
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    QVERIFY(scene.finds(u"touch"_s, 5));
    scene.surface->driver()->reload();
    QTRY_COMPARE(scene.count("/flow"), 2);
    QVERIFY(scene.finds(u"touch"_s, 5));
    QVERIFY(scene.finds(u"width"_s, 390));
    QVERIFY(scene.finds(u"height"_s, 844));
    QVERIFY(scene.finds(u"scale"_s, 2));
    QVERIFY(scene.finds(u"dark"_s, true));
    QCOMPARE(scene.header("User-Agent"), "Test/1");
}

void InstrumentsTest::resetEqualsNeverSet()
{
    Scene scene;
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    QVERIFY(scene.finds(u"width"_s, roomSize.width()));
    const QJsonObject before = scene.settledReport();
    ViewingConditions conditions = phone();
    conditions.zoom = 200;
    conditions.scheme = before.value("dark"_L1).toBool() ? PageScheme::Light : PageScheme::Dark;
    conditions.reducesMotion = true;
    conditions.language = u"fr"_s;
    conditions.userAgent = u"Test/1"_s;
    scene.instruments().setConditions(conditions);
    QVERIFY(scene.finds(u"still"_s, true));
    QVERIFY(scene.finds(u"scale"_s, 2));
    scene.instruments().setConditions({});
    QVERIFY(scene.finds(before));
    QTRY_VERIFY(!scene.view()->page()->devToolsPage());
    QCOMPARE(scene.view()->size(), roomSize);
    scene.surface->driver()->reload();
    QTRY_COMPARE(scene.count("/flow"), 2);
    QVERIFY(scene.header("User-Agent").startsWith("Mozilla/5.0"));
    QVERIFY(scene.finds(before));
}

void InstrumentsTest::turnsTheViewport()
{
    Scene scene;
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    scene.instruments().setConditions(phone());
    QVERIFY(scene.finds(u"width"_s, 390));
    scene.instruments().setConditions(phone().rotated());
    QVERIFY(scene.finds(u"width"_s, 844));
    QVERIFY(scene.finds(u"height"_s, 390));
}

void InstrumentsTest::hitsWhatIsClicked_data()
{
    QTest::addColumn<int>("zoom");
    QTest::addColumn<bool>("isPhone");

    QTest::newRow("at the size of the room") << 100 << false;
    QTest::newRow("on a phone") << 100 << true;
    QTest::newRow("on a phone at half the size") << 50 << true;
    QTest::newRow("on a phone at twice the size, scrolled to it") << 200 << true;
}

void InstrumentsTest::hitsWhatIsClicked()
{
    QFETCH(int, zoom);
    QFETCH(bool, isPhone);
    Scene scene;
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    ViewingConditions conditions = isPhone ? phone() : ViewingConditions();
    conditions.zoom = zoom;
    scene.instruments().setConditions(conditions);
    QVERIFY(scene.finds(u"touch"_s, isPhone ? 5 : 0));
    const QPoint place = QPoint(300, 320) * zoom / 100;
    auto *area = scene.surface->widget()->findChild<QScrollArea *>();
    area->ensureVisible(place.x(), place.y());
    // A click right after a load is lost.
    const bool isHit = QTest::qWaitFor(
        [&] {
            QWidget *seen = scene.view()->focusProxy();
            const QPoint inWindow = seen->mapTo(scene.window.get(), place);
            QTest::mouseClick(scene.window->windowHandle(), Qt::LeftButton, {}, inWindow);
            return QTest::qWaitFor([&] { return scene.count("/clicked") > 0; }, 500);
        },
        8000);
    QVERIFY(isHit);
}

void InstrumentsTest::takesTheView()
{
    Scene scene;
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    scene.instruments().setConditions(phone());
    QVERIFY(scene.finds(u"touch"_s, 5));
    QSignalSpy captured(&scene.instruments(), &FlowInstruments::captured);
    scene.instruments().captureView();
    QCOMPARE(captured.size(), 1);
    QCOMPARE(captured.first().first().value<QImage>().size(), QSize(390, 844));
    QCOMPARE(captured.first().last().toBool(), false);
}

void InstrumentsTest::takesTheFullPage_data()
{
    QTest::addColumn<ViewingConditions>("conditions");
    QTest::addColumn<FlowPlacement>("placement");
    QTest::addColumn<QSize>("size");

    ViewingConditions large = phone();
    large.zoom = 200;
    QTest::newRow("as large as the room")
        << ViewingConditions() << FlowPlacement::Frame << QSize(700, 3000);
    QTest::newRow("a phone") << phone() << FlowPlacement::Frame << QSize(780, 6000);
    QTest::newRow("a phone at twice the size") << large << FlowPlacement::Frame << QSize(780, 6000);
    QTest::newRow("without a frame") << phone() << FlowPlacement::TopLevel << QSize(780, 6000);
}

void InstrumentsTest::takesTheFullPage()
{
    QFETCH(ViewingConditions, conditions);
    QFETCH(FlowPlacement, placement);
    QFETCH(QSize, size);
    Scene scene;
    scene.open(placement);
    QTRY_COMPARE(scene.count("/flow"), 1);
    scene.instruments().setConditions(conditions);
    QVERIFY(scene.finds(u"touch"_s, conditions.hasTouch ? 5 : 0));
    const QJsonObject before = scene.settledReport();
    QSignalSpy captured(&scene.instruments(), &FlowInstruments::captured);
    QSignalSpy failed(&scene.instruments(), &FlowInstruments::captureFailed);
    scene.instruments().captureFullPage();
    QTRY_VERIFY(!captured.isEmpty() || !failed.isEmpty());
    QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
    const auto picture = captured.first().first().value<QImage>();
    QCOMPARE(picture.size(), size);
    QCOMPARE(captured.first().last().toBool(), true);
    // Red at the top, blue at the end.
    QVERIFY(picture.pixelColor(5, 5).red() > 240);
    QVERIFY(picture.pixelColor(5, size.height() - 5).blue() > 240);
    QVERIFY(scene.finds(before));
}

void InstrumentsTest::takesNoEndlessPicture()
{
    Scene scene;
    scene.server.setHandler([](const Request &) {
        return Response::html("<!DOCTYPE html><title>a flow</title>"
                              "<body style='margin: 0; height: 16385px'>");
    });
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    QSignalSpy failed(&scene.instruments(), &FlowInstruments::captureFailed);
    // Until the page has its height there is a picture.
    const auto isRefused = [&] {
        scene.instruments().captureFullPage();
        return failed.wait(1000);
    };
    QTRY_VERIFY(isRefused());
    const QString sentence = failed.first().first().toString();
    QVERIFY2(sentence.contains("16385 pixels"_L1) && sentence.contains("16384"_L1),
        qPrintable(sentence));
}

void InstrumentsTest::waitsForNoPageThatHangs()
{
    Scene scene;
    scene.server.setHandler([](const Request &) {
        return Response::html("<!DOCTYPE html><title>a flow</title><body>a flow<script>"
                              "setTimeout(() => { while (true); }, 300)</script>");
    });
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    QTest::qWait(600);
    const QSignalSpy failed(&scene.instruments(), &FlowInstruments::captureFailed);
    scene.instruments().captureFullPage();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 15'000);
}

void InstrumentsTest::refusesWhatIsOutOfBounds()
{
    Scene scene;
    const QSignalSpy failed(&scene.instruments(), &FlowInstruments::conditionsFailed);
    const QSignalSpy applied(&scene.instruments(), &FlowInstruments::conditionsApplied);
    ViewingConditions conditions;
    conditions.size = QSize(50'000, 500);
    scene.instruments().setConditions(conditions);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(applied.size(), 0);
    QVERIFY(scene.instruments().conditions().isDefault());
    QCOMPARE(scene.view()->size(), roomSize);
}

void InstrumentsTest::saysThatThereIsNoPage()
{
    Scene scene;
    scene.surface->driver()->stop();
    const QSignalSpy failed(&scene.instruments(), &FlowInstruments::captureFailed);
    scene.instruments().captureView();
    scene.instruments().captureFullPage();
    QCOMPARE(failed.size(), 2);
    scene.instruments().setConditions(phone());
    scene.instruments().openDeveloperTools();
    QCOMPARE(scene.instruments().conditions(), phone());
}

namespace {

QWidget *toolsWindow()
{
    const auto windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->objectName() == u"developerToolsWindow"_s && window->isVisible())
            return window;
    }
    return nullptr;
}

} // namespace

void InstrumentsTest::hasDeveloperTools()
{
    Scene scene;
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    scene.instruments().setConditions(phone());
    QVERIFY(scene.finds(u"touch"_s, 5));
    scene.instruments().openDeveloperTools();
    QVERIFY(toolsWindow());
    QCOMPARE(toolsWindow()->windowTitle(), u"Developer tools of 127.0.0.1 – Connect Desk"_s);
    QWidget *first = toolsWindow();
    scene.instruments().openDeveloperTools();
    QCOMPARE(toolsWindow(), first);
    QVERIFY(scene.finds(u"touch"_s, 5));
    scene.surface->driver()->reload();
    QTRY_COMPARE(scene.count("/flow"), 2);
    QCOMPARE(toolsWindow(), first);
    QVERIFY(scene.finds(u"touch"_s, 5));
    first->close();
    QTRY_VERIFY(!toolsWindow());
    QVERIFY(scene.finds(u"touch"_s, 5));
    QVERIFY(scene.finds(u"scale"_s, 2));
}

void InstrumentsTest::developerToolsEndWithTheFlow()
{
    Scene scene;
    scene.open();
    QTRY_COMPARE(scene.count("/flow"), 1);
    scene.instruments().openDeveloperTools();
    QVERIFY(toolsWindow());
    scene.surface->driver()->stop();
    QVERIFY(!toolsWindow());
}

void InstrumentsTest::mayBeDestroyedAtAnyMoment()
{
    for (const int wait : {0, 100, 400}) {
        Scene scene;
        scene.open();
        QTRY_COMPARE(scene.count("/flow"), 1);
        scene.instruments().setConditions(phone());
        scene.instruments().openDeveloperTools();
        scene.instruments().captureFullPage();
        QTest::qWait(wait);
        scene.surface.reset();
        QVERIFY(!toolsWindow());
    }
}

DESK_TEST_MAIN(QApplication, InstrumentsTest)
#include "tst_instruments.moc"
