// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QWebEnginePage>
#include <QWebEngineScript>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

//! The flow as a page of its own, for environments that refuse to be framed.
class TopLevelFlowTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void opensTheLinkAsItIs();
    void hasNoHost();
    void acceptsAClose();
    void believesOnlyTheFlow_data();
    void believesOnlyTheFlow();
    void hearsATokenRightBeforeThePageGoes();
    void leavesThePagesOwnMessagesAlone();
    void goesToASignInAndBack();
    void decidesWhereThePageGoes_data();
    void decidesWhereThePageGoes();
    void tellsPagesThatDoNotLoad_data();
    void tellsPagesThatDoNotLoad();
    void isNotHinderedByFrameRules();
    void aLatePageStillCounts();
    void tellsWhenTheFlowDoesAwayWithItself();
    void survivesACrash();
    void stops();
};

namespace {

const QString loaded = u"loaded"_s;
const QString proper = u"proper-token"_s;

QStringList finished(const QString &token)
{
    return {loaded, u"token:"_s + token};
}

} // namespace

void TopLevelFlowTest::opensTheLinkAsItIs()
{
    FlowScene scene;
    scene.setScript("/flow", "finish(location.search + location.hash)");
    scene.open(
        scene.server().url(u"/flow?token=a.b-c_d%2F%2B&x=1#autopilot"_s), FlowPlacement::TopLevel);
    // Nobody adds the version of a library that is not there.
    QTRY_COMPARE(scene.events(), finished(u"?token=a.b-c_d%2F%2B&x=1#autopilot"_s));
    QCOMPARE(scene.noted(Kind::Navigation, u"127.0.0.1/flow"_s), 1);
    for (const FlowNote &note : scene.notes())
        QVERIFY(!note.text.contains(u"a.b-c_d"_s));
}

void TopLevelFlowTest::hasNoHost()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => 0)");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    const auto seen = [&scene](const QString &script) {
        return FlowScene::evaluate(scene.flow().page(), script, QWebEngineScript::MainWorld);
    };
    QCOMPARE(seen(u"window.parent === window && window.top === window"_s), true);
    QCOMPARE(seen(u"document.querySelectorAll('iframe').length"_s), 0);
    QCOMPARE(seen(u"typeof qt + typeof KomboConnect + typeof QWebChannel"_s),
        u"undefinedundefinedundefined"_s);
}

void TopLevelFlowTest::acceptsAClose()
{
    FlowScene scene;
    scene.setScript("/flow", "say({ type: 'close' }); finish('late')");
    scene.openTopLevel();
    const QStringList expected{loaded, u"closed"_s};
    QTRY_COMPARE(scene.events(), expected);
    QTRY_COMPARE(scene.noted(Kind::MessageIgnored, u"after the end"_s), 1);
    QCOMPARE(scene.events(), expected);
}

void TopLevelFlowTest::believesOnlyTheFlow_data()
{
    QTest::addColumn<QByteArray>("script"); // in the end it has to call done()
    QTest::addColumn<QString>("note");

    const QByteArray success = "{ type: 'success', data: { activation_token: 'forged' } }";
    QTest::newRow("an event that a script made")
        << "window.dispatchEvent(new MessageEvent('message', { data: " + success
            + ", origin: location.origin, source: window })); done();"
        << u"made by a script"_s;
    QTest::newRow("a frame of the same origin")
        << QByteArray("const inner = document.createElement('iframe'); inner.src = '/inner';"
                      "document.body.append(inner); onmessage = () => setTimeout(done)")
        << u"not from the flow's frame"_s;
    QTest::newRow("a pop-up of the same origin")
        << QByteArray("window.open('/popup'); onmessage = () => setTimeout(done)")
        << u"not from the flow's frame"_s;
    QTest::newRow("the same page at another site")
        << QByteArray("if (location.search === '?back') done(); else location = OTHER + '/away'")
        << u"not from the link's origin, from http://localhost"_s;
    QTest::newRow("a numeric token")
        << QByteArray("finish(7); done()") << u"success without a token"_s;
    QTest::newRow("a token with a blank")
        << QByteArray("finish('a b'); done()") << u"token empty or with characters"_s;
    QTest::newRow("nothing") << QByteArray("say(null); done()") << u"not an object"_s;
}

void TopLevelFlowTest::believesOnlyTheFlow()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, note);
    FlowScene scene;
    const QByteArray other = "'" + scene.server().url({}, u"localhost"_s).toEncoded() + "'";
    const QByteArray back = "'" + scene.server().url(u"/flow?back"_s).toEncoded() + "'";
    scene.setScript("/flow",
        "const done = () => finish('proper-token'); later(() => { "
            + QByteArray(script).replace("OTHER", other) + " })");
    scene.setScript("/inner", "finish('forged')");
    scene.setScript("/popup",
        "opener.postMessage({ type: 'success', data: { activation_token: 'forged' } }, '*')");
    scene.setScript("/away",
        "finish('forged'); say({ type: 'close' }); setTimeout(() => { location = " + back
            + " }, 200)");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), finished(proper));
    QTRY_VERIFY(scene.noted(Kind::MessageDropped, note) > 0);
}

void TopLevelFlowTest::hearsATokenRightBeforeThePageGoes()
{
    FlowScene scene;
    scene.setScript("/flow", "finish('last-words'); setTimeout(() => { location = '/thanks' })");
    scene.setScript("/thanks", "document.title = 'thanks'");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), finished(u"last-words"_s));
    QTRY_COMPARE(scene.flow().page()->title(), u"thanks"_s);
}

void TopLevelFlowTest::leavesThePagesOwnMessagesAlone()
{
    FlowScene scene;
    scene.setScript("/flow",
        "const heard = []; onmessage = (event) => { heard.push(event.data.type || event.data);"
        "if (heard.length === 2) finish(heard.join('-')) };"
        "later(() => { say('to-myself'); const inner = document.createElement('iframe');"
        "inner.src = '/inner'; document.body.append(inner) })");
    scene.setScript("/inner", "say({ type: 'from-a-frame' })");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), finished(u"to-myself-from-a-frame"_s));
}

void TopLevelFlowTest::goesToASignInAndBack()
{
    FlowScene scene;
    const QByteArray signIn = scene.server().url(u"/login?state=s"_s, u"localhost"_s).toEncoded();
    scene.setScript("/flow", "later(() => { location = '" + signIn + "' })");
    scene.setResponse("/login", Response::redirect(scene.server().url(u"/end"_s)));
    scene.setScript("/end", "finish('signed-in')");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), finished(u"signed-in"_s));
    QCOMPARE(scene.noted(Kind::Navigation, u"localhost/login"_s), 1);
    QCOMPARE(scene.noted(Kind::TopNavigationBlocked), 0);
}

void TopLevelFlowTest::decidesWhereThePageGoes_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("text");

    QTest::newRow("to a site that is not secure")
        << QByteArray("http://login.invalid/oauth") << u"the page to login.invalid/oauth"_s;
    QTest::newRow("back to the page before the flow")
        << QByteArray("data:text/html,x") << u"the page to data:"_s;
}

void TopLevelFlowTest::decidesWhereThePageGoes()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, text);
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => { location = '" + target
            + "'; setTimeout(() => finish('still-here'), 300) })");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), finished(u"still-here"_s));
    if (!target.startsWith("data:")) // which the renderer refuses by itself
        QTRY_COMPARE(scene.noted(Kind::NavigationBlocked, text), 1);
}

void TopLevelFlowTest::tellsPagesThatDoNotLoad_data()
{
    QTest::addColumn<std::optional<Response>>("response");
    QTest::addColumn<bool>("early"); // before the watchdog

    const auto row = [](const char *name, const Response &response, bool early) {
        QTest::addRow("%s", name) << std::optional(response) << early;
    };
    row("an error without a body", Response::of(404, "text/html", {}), true);
    row("a dropped connection", Response::drop(), true);
    row("a download", Response::of(200, "application/octet-stream", "x"), true);
    row("no content", Response::noContent(), true);
    row("no answer", Response::stall(), false);
    row("another origin", FlowScene::page("finish('forged')"), false);
    QTest::newRow("nobody listening") << std::optional<Response>() << true;
}

void TopLevelFlowTest::tellsPagesThatDoNotLoad()
{
    QFETCH(std::optional<Response>, response);
    QFETCH(bool, early);
    const bool isRedirect = QByteArrayView(QTest::currentDataTag()) == "another origin";
    FlowScene scene(early ? 60s : 1s);
    if (!response)
        scene.server().stop();
    else if (isRedirect)
        scene.setResponse("/flow", Response::redirect(scene.server().url(u"/x"_s, u"localhost"_s)));
    else
        scene.setResponse("/flow", *response);
    if (response)
        scene.setResponse("/x", *response);
    scene.openTopLevel();
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), QStringList{u"failed:DidNotLoad"_s}, 10'000);
    QCOMPARE(scene.failures().first().host, u"127.0.0.1"_s);
    if (!response)
        QTRY_COMPARE(scene.noted(Kind::LoadFailed, u"127.0.0.1/flow: "_s), 1);
}

void TopLevelFlowTest::isNotHinderedByFrameRules()
{
    FlowScene scene;
    scene.setResponse(
        "/flow", FlowScene::page("finish('unframed')").withHeader("X-Frame-Options", "DENY"));
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), finished(u"unframed"_s));
}

void TopLevelFlowTest::aLatePageStillCounts()
{
    FlowScene scene(300ms);
    scene.setResponse("/flow", FlowScene::page("finish('late')").trickled(100'000, 1s));
    scene.openTopLevel();
    const QStringList expected{u"failed:DidNotLoad"_s, loaded, u"token:late"_s};
    QTRY_COMPARE(scene.events(), expected);
}

void TopLevelFlowTest::tellsWhenTheFlowDoesAwayWithItself()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => { location = 'about:blank' })");
    scene.openTopLevel();
    const QStringList expected{loaded, u"failed:DidNotLoad"_s};
    QTRY_COMPARE(scene.events(), expected);
    scene.setScript("/flow", "finish('back-again')");
    scene.flow().reload();
    QTRY_COMPARE(scene.tokens(), QStringList{u"back-again"_s});
}

void TopLevelFlowTest::survivesACrash()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => 0)");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    ::kill(static_cast<pid_t>(scene.flow().page()->renderProcessPid()), SIGKILL);
    QStringList expected{loaded, u"failed:PageCrashed"_s};
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), expected, 2000);
    scene.setScript("/flow", "finish('revived')");
    scene.flow().reload();
    expected << loaded << u"token:revived"_s;
    QTRY_COMPARE(scene.events(), expected);
}

void TopLevelFlowTest::stops()
{
    FlowScene scene;
    scene.setScript("/flow", "later(() => scene = setInterval(() => say({ type: 'x' }), 1))");
    scene.openTopLevel();
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    scene.flow().stop();
    QVERIFY(!scene.flow().page());
    FlowScene other;
    other.setScript("/flow", "finish('marker')");
    other.openTopLevel();
    QTRY_COMPARE(other.tokens(), QStringList{u"marker"_s});
    QCOMPARE(scene.events(), QStringList{loaded});
}

DESK_TEST_MAIN(QApplication, TopLevelFlowTest)
#include "tst_toplevelflow.moc"
