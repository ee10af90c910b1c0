// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QFile>
#include <QWebEnginePage>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Request;
using desk::test::Response;
using Kind = FlowNote::Kind;

class PageFlowTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void opensTheLinkAsItIs();
    void reportsOnlyFromTheEventLoop();
    void tellsPagesThatDoNotLoad_data();
    void tellsPagesThatDoNotLoad();
    void showsErrorPagesOfTheServer();
    void aLatePageStillCounts();
    void reloadOpensTheSameLink();
    void reloadAfterClose();
    void noReloadAfterTheToken();
    void survivesACrash_data();
    void survivesACrash();
    void crashAfterTheTokenIsNoFailure();
    void sessionsShareNothing();
    void stopsInEveryPhase_data();
    void stopsInEveryPhase();
    void mayBeDestroyedByAReceiver_data();
    void mayBeDestroyedByAReceiver();
    void viewMayGoFirst();
    void runsAtFullSpeedUnseen();
    void waitsInTheColourOfTheView();
    void survivesAPageThatHangs();
};

namespace {

void crash(FlowScene &scene)
{
    const auto pid = static_cast<pid_t>(scene.flow().page()->renderProcessPid());
    QVERIFY(pid > 0);
    ::kill(pid, SIGKILL);
}

// Whoever started it may not have collected it yet.
bool isZombie(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(") Z ");
}

const QString loaded = u"loaded"_s;

} // namespace

void PageFlowTest::opensTheLinkAsItIs()
{
    FlowScene scene;
    scene.setScript("/flow", "finish(location.search + location.hash)");
    scene.open(scene.server().url(u"/flow?token=a.b-c_d%2F%2B&x=1#autopilot"_s));
    // The embed library adds its version and nothing else.
    const QStringList expected{loaded, u"token:?token=a.b-c_d%2F%2B&x=1&sdkv=1.3.0#autopilot"_s};
    QTRY_COMPARE(scene.events(), expected);
    QCOMPARE(scene.noted(Kind::Navigation, u"127.0.0.1/flow"_s), 1);
    for (const FlowNote &note : scene.notes())
        QVERIFY(!note.text.contains(u"a.b-c_d"_s));
}

void PageFlowTest::reportsOnlyFromTheEventLoop()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => 0)");
    scene.open();
    QCOMPARE(scene.events(), QStringList());
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    scene.flow().reload();
    QCOMPARE(scene.events(), QStringList{loaded});
}

void PageFlowTest::tellsPagesThatDoNotLoad_data()
{
    QTest::addColumn<std::optional<Response>>("response");
    QTest::addColumn<QString>("link"); // empty: the server's
    QTest::addColumn<bool>("early"); // before the watchdog

    const auto answered = [](const char *name, const Response &response, bool early) {
        QTest::addRow("%s", name) << std::optional(response) << QString() << early;
    };
    const Response page = FlowScene::page("later(() => 0)");
    answered("not to be framed", page.withHeader("X-Frame-Options", "DENY"), true);
    answered("to be framed by others only",
        page.withHeader("Content-Security-Policy", "frame-ancestors https://a.example"), true);
    answered("an error without a body", Response::of(404, "text/html", {}), true);
    answered("no content", Response::noContent(), true);
    answered("a download", Response::of(200, "application/octet-stream", "x"), true);
    answered("a dropped connection", Response::drop(), true);
    answered("no answer", Response::stall(), false);
    answered("half an answer", page.stalledAfter(40), false);
    answered("another origin", FlowScene::page("finish('forged')"), false);
    QTest::newRow("nobody listening") << std::optional<Response>() << QString() << true;
    QTest::newRow("a host without an address")
        << std::optional<Response>() << u"https://nowhere.invalid/flow"_s << true;
}

void PageFlowTest::tellsPagesThatDoNotLoad()
{
    QFETCH(std::optional<Response>, response);
    QFETCH(QString, link);
    QFETCH(bool, early);
    const bool isRedirect = QByteArrayView(QTest::currentDataTag()) == "another origin";
    FlowScene scene(early ? 60s : 1s);
    QUrl url = scene.server().url(u"/flow"_s);
    if (isRedirect) {
        scene.setResponse("/flow", Response::redirect(scene.server().url(u"/x"_s, u"localhost"_s)));
        scene.setResponse("/x", *response);
    } else if (response) {
        scene.setResponse("/flow", *response);
    } else if (link.isEmpty()) {
        scene.server().stop();
    } else {
        url = QUrl(link);
    }
    scene.open(url);
    const QByteArray row(QTest::currentDataTag());
    const bool isRefused = row == "not to be framed" || row == "to be framed by others only";
    const QString reason = isRefused ? u"failed:FrameRefused"_s : u"failed:DidNotLoad"_s;
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), QStringList{reason}, 10'000);
    QCOMPARE(scene.noted(Kind::EmbeddingRefused, u"127.0.0.1"_s), isRefused ? 1 : 0);
    QCOMPARE(scene.failures().first().host, url.host());
    QVERIFY(!scene.failures().first().detail.isEmpty());
}

void PageFlowTest::showsErrorPagesOfTheServer()
{
    FlowScene scene;
    scene.setResponse("/flow", FlowScene::page("say({ type: 'close' })").withStatus(410));
    scene.open();
    const QStringList expected{loaded, u"closed"_s};
    QTRY_COMPARE(scene.events(), expected);
}

void PageFlowTest::aLatePageStillCounts()
{
    FlowScene scene(300ms);
    scene.setResponse("/flow", FlowScene::page("finish('late')").trickled(100'000, 1s));
    scene.open();
    const QStringList expected{u"failed:DidNotLoad"_s, loaded, u"token:late"_s};
    QTRY_COMPARE(scene.events(), expected);
}

void PageFlowTest::reloadOpensTheSameLink()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => 0)");
    scene.flow().reload(); // of nothing
    scene.open(scene.server().url(u"/flow?token=abc#part"_s));
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    scene.setScript("/flow", "finish('again' + location.hash)");
    scene.flow().reload();
    const QStringList expected{loaded, loaded, u"token:again#part"_s};
    QTRY_COMPARE(scene.events(), expected);
    const QList<Request> requests = scene.server().requests();
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests.last().target, requests.first().target);
}

void PageFlowTest::reloadAfterClose()
{
    FlowScene scene;
    scene.setScript("/flow", "say({ type: 'close' })");
    scene.open();
    QStringList expected{loaded, u"closed"_s};
    QTRY_COMPARE(scene.events(), expected);
    scene.setScript("/flow", "finish('after-all')");
    scene.flow().reload();
    expected << loaded << u"token:after-all"_s;
    QTRY_COMPARE(scene.events(), expected);
}

void PageFlowTest::noReloadAfterTheToken()
{
    FlowScene scene;
    scene.setScript("/flow", "finish('only')");
    scene.open();
    const QStringList expected{loaded, u"token:only"_s};
    QTRY_COMPARE(scene.events(), expected);
    scene.flow().reload();
    QVERIFY(scene.settles());
    QCOMPARE(scene.server().requests().size(), 1);
    QCOMPARE(scene.events(), expected);
}

void PageFlowTest::survivesACrash_data()
{
    QTest::addColumn<bool>("whileLoading");
    QTest::newRow("while loading") << true;
    QTest::newRow("while open") << false;
}

void PageFlowTest::survivesACrash()
{
    QFETCH(bool, whileLoading);
    FlowScene scene;
    const Response page = FlowScene::page("later(() => 0)");
    scene.setResponse("/flow", whileLoading ? Response::stall() : page);
    scene.open();
    QStringList expected;
    if (!whileLoading)
        expected << loaded;
    QTRY_COMPARE(scene.events(), expected);
    QTRY_COMPARE(scene.server().requests().size(), 1);
    crash(scene);
    expected << u"failed:PageCrashed"_s;
    QTRY_COMPARE(scene.events(), expected);
    QCOMPARE(scene.failures().first().host, u"127.0.0.1"_s);

    scene.setScript("/flow", "later(() => finish('revived'))");
    scene.flow().reload();
    expected << loaded << u"token:revived"_s;
    QTRY_COMPARE(scene.events(), expected);
}

void PageFlowTest::crashAfterTheTokenIsNoFailure()
{
    FlowScene scene;
    scene.setScript("/flow", "finish('kept')");
    scene.open();
    const QStringList expected{loaded, u"token:kept"_s};
    QTRY_COMPARE(scene.events(), expected);
    crash(scene);
    QTRY_COMPARE(scene.flow().page()->renderProcessPid(), 0);
    QCOMPARE(scene.events(), expected);
}

void PageFlowTest::sessionsShareNothing()
{
    // Says what it finds from an earlier visit, and leaves something behind.
    const QByteArray script =
        "const find = () => String(localStorage.getItem('visited')) + ','"
        " + String(sessionStorage.getItem('visited')) + ',' + document.cookie;"
        "const found = find();"
        "localStorage.setItem('visited', 'yes');"
        "sessionStorage.setItem('visited', 'yes');"
        "document.cookie = 'visited=yes; SameSite=None; Secure';";
    const QString clean = u"token:null,null,"_s;
    FlowScene first;
    first.setScript("/flow", script + "say({ type: 'close' })");
    first.open();
    QStringList expected{loaded, u"closed"_s};
    QTRY_COMPARE(first.events(), expected);
    // The same session does find it, so the storage as such works; what belongs to one page does
    // not outlive it.
    first.setScript("/flow", script + "finish(found)");
    first.flow().reload();
    expected << loaded << u"token:yes,null,visited=yes"_s;
    QTRY_COMPARE(first.events(), expected);

    FlowScene second;
    second.setScript("/flow", script + "finish(found)");
    second.server().stop();
    // The same origin as before, so it has to be the same server.
    second.open(first.server().url(u"/flow"_s));
    const QStringList untouched{loaded, clean};
    QTRY_COMPARE(second.events(), untouched);
}

void PageFlowTest::stopsInEveryPhase_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("phase"); // an event, or one of the words below

    const QByteArray idle = "later(() => 0)";
    QTest::newRow("before open") << idle << u"before"_s;
    QTest::newRow("right after open") << idle << u"opened"_s;
    QTest::newRow("once the server was asked") << idle << u"requested"_s;
    QTest::newRow("once loaded") << idle << loaded;
    QTest::newRow("when the token comes") << QByteArray("finish('abc')") << u"token:abc"_s;
    QTest::newRow("when it is closed") << QByteArray("say({ type: 'close' })") << u"closed"_s;
    QTest::newRow("when a note comes") << QByteArray("console.error('x')") << u"noted"_s;
    QTest::newRow("while noise comes in") << QByteArray(
        "later(() => setInterval(() => { for (let i = 0; i < 500; ++i) say({ type: 'x' + i"
        " }) }, 1))") << loaded;
    QTest::newRow("with a pop-up open") << QByteArray("window.open('/flow')") << loaded;
}

void PageFlowTest::stopsInEveryPhase()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, phase);
    FlowScene scene;
    bool isStopped = false;
    const auto stop = [&] {
        isStopped = true;
        scene.flow().stop();
    };
    scene.setScript("/flow", script);
    scene.onEvent = [&](const QString &event) {
        QVERIFY2(!isStopped, qPrintable(u"after stop(): "_s + event));
        if (event == phase)
            stop();
    };
    if (phase == "before"_L1)
        stop();
    scene.open();
    if (phase == "opened"_L1)
        stop();
    if (phase == "requested"_L1) {
        connect(&scene.server(), &desk::test::ScriptedServer::requestReceived, &scene, [&] {
            if (!isStopped)
                stop();
        });
    }
    QTRY_VERIFY(isStopped);
    QVERIFY(!scene.flow().page());
    scene.flow().stop();
    scene.flow().reload();
    // Another flow in the same engine: what the first one had on its way has come in by then.
    FlowScene other;
    other.setScript("/flow", "finish('marker')");
    other.open();
    QTRY_COMPARE(other.tokens(), QStringList{u"marker"_s});
}

void PageFlowTest::mayBeDestroyedByAReceiver_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("event");

    QTest::newRow("of loaded") << QByteArray("later(() => 0)") << loaded;
    QTest::newRow("of the token") << QByteArray("finish('abc')") << u"token:abc"_s;
    QTest::newRow("of closed") << QByteArray("say({ type: 'close' })") << u"closed"_s;
    QTest::newRow("of a note") << QByteArray("console.error('x')") << u"noted"_s;
    QTest::newRow("of a note, with a pop-up open")
        << QByteArray("window.open('/flow2'); console.error('x')") << u"noted"_s;
    QTest::newRow("of a failure") << QByteArray() << u"failed:DidNotLoad"_s;
    QTest::newRow("of a crash") << QByteArray("later(() => 0)") << u"failed:PageCrashed"_s;
}

void PageFlowTest::mayBeDestroyedByAReceiver()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, event);
    FlowScene scene(1s);
    if (script.isEmpty())
        scene.setResponse("/flow", Response::stall());
    else
        scene.setScript("/flow", script);
    scene.onEvent = [&](const QString &happened) {
        if (happened == event)
            scene.destroyFlow();
        else if (happened == loaded && event == "failed:PageCrashed"_L1)
            crash(scene);
    };
    scene.open();
    QTRY_VERIFY(!scene.hasFlow());
    QCoreApplication::processEvents();
}

void PageFlowTest::viewMayGoFirst()
{
    FlowScene scene;
    scene.setScript("/flow", "window.addEventListener('message', () => finish('unseen'))");
    scene.open();
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    scene.destroyView();
    FlowScene::evaluate(scene.flow().page(),
        u"document.querySelector('iframe').contentWindow.postMessage('go on', '*')"_s);
    QTRY_COMPARE(scene.tokens(), QStringList{u"unseen"_s});
}

void PageFlowTest::runsAtFullSpeedUnseen()
{
    FlowScene scene;
    scene.destroyView();
    scene.setScript("/flow",
        "let steps = 0; const step = () => { if (++steps < 50) setTimeout(step, 10);"
        "else finish('arrived') }; step()");
    scene.open();
    // The engine would slow the fifty steps of a hidden page down to one in a second.
    QTRY_COMPARE_WITH_TIMEOUT(scene.tokens(), QStringList{u"arrived"_s}, 10'000);
}

void PageFlowTest::waitsInTheColourOfTheView()
{
    FlowScene scene;
    QPalette palette = scene.view()->palette();
    palette.setColor(QPalette::Base, QColor(0x20, 0x24, 0x28));
    scene.view()->setPalette(palette);
    QCOMPARE(scene.flow().page()->backgroundColor(), QColor(0x20, 0x24, 0x28));
    scene.setResponse("/flow", Response::stall());
    scene.open();
    scene.flow().reload();
    QCOMPARE(scene.flow().page()->backgroundColor(), QColor(0x20, 0x24, 0x28));
}

void PageFlowTest::survivesAPageThatHangs()
{
    FlowScene scene;
    scene.setScript(
        "/flow", "later(() => setTimeout(() => { console.error('hangs'); while (true); }))");
    scene.open();
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    QTRY_COMPARE(scene.noted(Kind::Console, u"hangs"_s), 1);
    const auto pid = static_cast<pid_t>(scene.flow().page()->renderProcessPid());
    scene.setScript("/flow", "finish('revived')");
    scene.flow().reload();
    const QStringList expected{loaded, loaded, u"token:revived"_s};
    QTRY_COMPARE(scene.events(), expected);
    const auto isGone = [pid] { return ::kill(pid, 0) == -1 || isZombie(pid); };
    QTRY_VERIFY(isGone());
}

DESK_TEST_MAIN(QApplication, PageFlowTest)
#include "tst_pageflow.moc"
