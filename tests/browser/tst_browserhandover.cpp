// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "chromium.h"

#include "api/komboclient.h"
#include "browserflow/browserflow.h"
#include "fakeflow/fakeflowdriver.h"
#include "practice/practiceserver.h"
#include "session/connectsession.h"

#include "support/flowrecord.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Chromium;
using desk::test::FakeFlowDriver;
using desk::test::FlowRecord;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;
using Kind = FlowNote::Kind;
using Outcome = ConnectSession::Outcome;
using State = ConnectSession::State;

/*
 * The hand-over with a real browser: what it does to the page, and what pages next to it can do.
 */
class BrowserHandOverTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void connectsAClient_data();
    void connectsAClient();
    void worksForEveryKindOfLink();
    void goesOnWhereAnEmbeddedFlowStopped();
    void startsFromTheCommandLine();
    void survivesLoadingAgain();
    void survivesGoingAwayAndBack();
    void explainsAnAddressThatWasUsed();
    void replacesThePage();
    void tellsThePageOfTheEnd();
    void tellsThePageOfAClose();
    void noticesAClosedPage();
    void noticesAKilledBrowser();
    void offersATokenThatNobodyTakes();
    void sumsUpWhatItStops();
    void keepsFewReportsWaiting();
    void stopsForeignFrames();
    void leavesNothingToAttackers();
    void seesNoRefusalOfAFrame();

private:
    void open();
    QString page();
    QString openSession(LinkOrder order, bool autopilot = true);
    //! Lets the flow's page go on.
    void finishFlow() { m_mayFinish = true; }
    bool shows(const QString &page, const QString &words)
    {
        return QTest::qWaitFor(
            [this, &page, &words] { return m_browser->text(page).contains(words); }, patienceMs);
    }

    static constexpr int patienceMs = 20'000;

    std::unique_ptr<Chromium> m_browser;
    std::unique_ptr<PracticeServer> m_practice;
    std::unique_ptr<KomboClient> m_client;
    std::unique_ptr<ScriptedServer> m_server; // of flow pages
    std::unique_ptr<BrowserFlow> m_flow;
    std::unique_ptr<FlowRecord> m_record;
    std::unique_ptr<ConnectSession> m_session;
    QByteArray m_script; // of the flow's page
    bool m_mayFinish = false;
    QList<QUrl> m_addresses;
    QString m_page;
};

namespace {

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

//! say(message) posts to the parent, finish(token) a success, once(action) waits for the test.
QByteArray flowPage(const QByteArray &script)
{
    return "<!DOCTYPE html><title>a flow</title><body>a flow<script>\n"
           "const say = (message) => parent.postMessage(message, '*');\n"
           "const finish = (token) =>\n"
           "    say({ type: 'success', data: { activation_token: token } });\n"
           "const once = async (action) => {\n"
           "    while (!(await fetch('/go')).ok)\n"
           "        await new Promise((resolve) => setTimeout(resolve, 50));\n"
           "    action();\n"
           "};\n"
        + script + "</script>";
}

const QString finished = u"Finished here"_s;

} // namespace

void BrowserHandOverTest::initTestCase()
{
    QVERIFY2(Chromium::missing().isEmpty(), qPrintable(Chromium::missing()));
    m_browser = std::make_unique<Chromium>();
    QVERIFY(m_browser->start());
}

void BrowserHandOverTest::cleanupTestCase()
{
    m_browser.reset();
}

void BrowserHandOverTest::init()
{
    StrictTest::init();
    m_practice = std::make_unique<PracticeServer>();
    const auto access = m_practice->start();
    QVERIFY(access.hasValue());
    m_client = std::make_unique<KomboClient>(*access);
    m_mayFinish = false;
    m_addresses.clear();
    m_script = "once(() => finish('proper'));";
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler([this](const Request &request) {
        if (request.path() == "/go")
            return Response::of(m_mayFinish ? 204 : 503, "text/plain", {});
        return Response::html(flowPage(m_script));
    });
    m_flow = std::make_unique<BrowserFlow>([this](const QUrl &address) {
        m_addresses.append(address);
        return true;
    });
    m_record = std::make_unique<FlowRecord>(*m_flow);
}

void BrowserHandOverTest::cleanup()
{
    m_session.reset();
    m_record.reset();
    m_flow.reset();
    m_server.reset();
    m_client.reset();
    m_practice.reset();
    if (!m_page.isEmpty())
        m_browser->close(m_page);
    m_page.clear();
}

QString BrowserHandOverTest::page()
{
    if (!m_page.isEmpty())
        m_browser->close(m_page);
    m_page = m_browser->open(m_addresses.constLast());
    return m_page;
}

// A flow of the test's own pages.
void BrowserHandOverTest::open()
{
    const ApiAccess access{ProfileKind::AdHoc, m_server->url(), Secret(u"key"_s), {}};
    const QUrl link = m_server->url(u"/flow?token=link-token-that-is-long-enough"_s);
    m_flow->open(*ConnectLink::check(link.toString(), access), FlowPlacement::Frame);
    page();
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), QStringList{u"loaded"_s}, patienceMs);
}

// A session with the practice server.
QString BrowserHandOverTest::openSession(LinkOrder order, bool autopilot)
{
    ConnectSession::Options options;
    options.autopilot = autopilot;
    m_flow = std::make_unique<BrowserFlow>([this](const QUrl &address) {
        m_addresses.append(address);
        return true;
    });
    m_addresses.clear();
    m_session =
        std::make_unique<ConnectSession>(*m_client, m_flow.get(), std::move(order), options);
    m_session->start();
    if (!QTest::qWaitFor([this] { return !m_addresses.isEmpty(); }, patienceMs))
        return {};
    return page();
}

void BrowserHandOverTest::connectsAClient_data()
{
    QTest::addColumn<QString>("tool");
    QTest::newRow("by an API key") << u"personio"_s;
    QTest::newRow("by user and password") << u"hibob"_s;
    QTest::newRow("by a sign-in in a window of its own") << u"factorial"_s;
}

void BrowserHandOverTest::connectsAClient()
{
    QFETCH(QString, tool);
    ConnectDetails details = northwind();
    details.tool = tool;
    const QString shown = openSession(details);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->outcome(), Outcome::Connected, patienceMs);
    QCOMPARE(m_session->integration()->tool, tool);
    QVERIFY(shows(shown, finished));
}

void BrowserHandOverTest::worksForEveryKindOfLink()
{
    ConnectDetails details = northwind();
    details.tool = u"personio"_s;
    details.filtering = true;
    openSession(details);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->outcome(), Outcome::Connected, patienceMs);
    const QString id = m_session->integration()->id;

    openSession(SetupVisit{id, details.organization, {}});
    QTRY_COMPARE_WITH_TIMEOUT(m_session->outcome(), Outcome::Connected, patienceMs);
    QCOMPARE(m_session->integration()->id, id);

    openSession(Reconnection{id, details.organization, {}});
    QTRY_COMPARE_WITH_TIMEOUT(m_session->outcome(), Outcome::Connected, patienceMs);
    QCOMPARE(m_session->integration()->id, id);
}

void BrowserHandOverTest::goesOnWhereAnEmbeddedFlowStopped()
{
    FakeFlowDriver embedded;
    ConnectSession::Options options;
    options.autopilot = true;
    ConnectSession session(*m_client, &embedded, northwind(), options);
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Loading, patienceMs);
    session.continueInBrowser(m_flow.get());
    QCOMPARE(embedded.orders().constLast(), u"stop"_s);
    QTRY_VERIFY(!m_addresses.isEmpty());
    page();
    QTRY_COMPARE_WITH_TIMEOUT(session.outcome(), Outcome::Connected, patienceMs);
}

void BrowserHandOverTest::startsFromTheCommandLine()
{
    Chromium browser;
    ConnectSession::Options options;
    options.autopilot = true;
    BrowserFlow flow([&browser](const QUrl &address) { return browser.start({address}); });
    ConnectSession session(*m_client, &flow, northwind(), options);
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(session.outcome(), Outcome::Connected, patienceMs);
}

void BrowserHandOverTest::survivesLoadingAgain()
{
    open();
    m_browser->reload(m_page);
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events().size(), 2, patienceMs);
    finishFlow();
    const QStringList expected{u"loaded"_s, u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), expected, patienceMs);
    QVERIFY(shows(m_page, finished));
    m_browser->reload(m_page);
    QVERIFY(shows(m_page, finished));
}

void BrowserHandOverTest::survivesGoingAwayAndBack()
{
    open();
    m_browser->navigate(m_page, m_server->url(u"/elsewhere"_s));
    const QStringList gone{u"loaded"_s, u"failed:BrowserPageGone"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), gone, patienceMs);
    m_browser->goBack(m_page);
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), gone + QStringList{u"loaded"_s}, patienceMs);
    finishFlow();
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events().constLast(), u"token:proper"_s, patienceMs);
    QVERIFY(m_record->noted(Kind::BrowserPage, u"back"_s) >= 1);
}

void BrowserHandOverTest::explainsAnAddressThatWasUsed()
{
    open();
    const QString second = m_browser->open(m_addresses.constLast());
    QVERIFY(shows(second, u"This page was opened already"_s));
    m_browser->close(second);
    finishFlow();
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), expected, patienceMs);
}

void BrowserHandOverTest::replacesThePage()
{
    open();
    const QString old = std::exchange(m_page, {});
    m_flow->reload();
    QVERIFY(shows(old, u"There is a newer page"_s));
    page();
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events().size(), 2, patienceMs);
    finishFlow();
    const QStringList expected{u"loaded"_s, u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), expected, patienceMs);
    m_browser->reload(old);
    QVERIFY(shows(old, u"This page was opened already"_s));
    m_browser->close(old);
}

void BrowserHandOverTest::tellsThePageOfTheEnd()
{
    open();
    m_flow->stop();
    QVERIFY(shows(m_page, u"Connect Desk no longer waits for this page"_s));
    QVERIFY(m_browser->evaluate(m_page, u"!document.querySelector('iframe')"_s).toBool());
}

void BrowserHandOverTest::tellsThePageOfAClose()
{
    m_script = "once(() => say({ type: 'close' }));";
    open();
    finishFlow();
    const QStringList expected{u"loaded"_s, u"closed"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), expected, patienceMs);
    QVERIFY(shows(m_page, u"The flow was closed"_s));
}

void BrowserHandOverTest::noticesAClosedPage()
{
    openSession(northwind(), false);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::Open, patienceMs);
    QElapsedTimer timer;
    timer.start();
    m_browser->close(std::exchange(m_page, {}));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), State::FlowStopped, patienceMs);
    QCOMPARE(m_session->flowFailure()->reason, FlowFailure::Reason::BrowserPageGone);
    QVERIFY(timer.elapsed() < 5000); // silence alone would not be noticed before six seconds
}

void BrowserHandOverTest::noticesAKilledBrowser()
{
    Chromium browser;
    BrowserFlow flow([&browser](const QUrl &address) { return browser.start({address}); });
    ConnectSession session(*m_client, &flow, northwind(), {});
    session.start();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::Open, patienceMs);
    QElapsedTimer timer;
    timer.start();
    browser.kill();
    QTRY_COMPARE_WITH_TIMEOUT(session.state(), State::FlowStopped, patienceMs);
    QCOMPARE(session.flowFailure()->reason, FlowFailure::Reason::BrowserPageGone);
    QVERIFY(timer.elapsed() < 10'500);
}

void BrowserHandOverTest::offersATokenThatNobodyTakes()
{
    open();
    // The page hears of the end when it asks next, which the flow forestalls.
    m_browser->evaluate(m_page, u"window.fetch = () => Promise.reject(new Error())"_s);
    finishFlow();
    QVERIFY(shows(m_page, u"Finished, but not handed over"_s));
    QCOMPARE(m_browser->evaluate(m_page, u"document.getElementById('code').value"_s).toString(),
        u"proper"_s);
    QVERIFY(m_record->events().constLast() != u"token:proper"_s);
}

// A report for each message would be more than can be sent, and the type of one may be of any size.
void BrowserHandOverTest::sumsUpWhatItStops()
{
    m_script = "once(() => { let round = 0; const timer = setInterval(() => {"
               "for (let i = 0; i < 10; ++i) say({ type: 'noise' });"
               "if (++round < 100) return; clearInterval(timer);"
               "say({ type: 't'.repeat(1 << 20) });"
               "setTimeout(() => finish('proper'), 1500); }, 10); });";
    open();
    m_browser->evaluate(m_page,
        u"window.reports = 0; const real = window.fetch; window.fetch = (...call) => {"
        "if (call[0] === '/page/report') ++window.reports; return real(...call); }"_s);
    finishFlow();
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events().constLast(), u"token:proper"_s, patienceMs);
    QCOMPARE(m_record->noted(Kind::MessageIgnored, u"noise"_s), 1000);
    QCOMPARE(m_record->noted(Kind::MessageIgnored, QString(64, u't')), 1);
    const int reports = m_browser->evaluate(m_page, u"window.reports"_s).toInt();
    QVERIFY2(reports >= 2 && reports <= 25, qPrintable(QString::number(reports)));
}

// While Connect Desk does not answer, a flood of messages goes on; its reports may not pile up.
void BrowserHandOverTest::keepsFewReportsWaiting()
{
    m_script = "setInterval(() => say({ type: 'noise' }), 20); once(() => finish('proper'));";
    open();
    m_browser->evaluate(m_page,
        u"window.reports = 0; const real = window.fetch;"
        "const released = new Promise((resolve) => { window.release = resolve; });"
        "window.fetch = async (...call) => { if (call[0] === '/page/report') ++window.reports;"
        "await released; return real(...call); }"_s);
    QTest::qWait(8000); // a report every 250 ms
    m_browser->evaluate(m_page, u"window.release()"_s);
    finishFlow();
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events().constLast(), u"token:proper"_s, patienceMs);
    const int reports = m_browser->evaluate(m_page, u"window.reports"_s).toInt();
    QVERIFY2(reports >= 20 && reports <= 26, qPrintable(QString::number(reports)));
}

void BrowserHandOverTest::stopsForeignFrames()
{
    // Another origin in a frame within the flow, a window of the flow, and the frame itself once it
    // has gone elsewhere.
    ScriptedServer foreign;
    foreign.setHandler([](const Request &request) {
        const QByteArray forged =
            "{ type: 'success', data: { activation_token: 'forged' } }, '*');";
        QByteArray script = "top.postMessage(" + forged;
        if (request.path() == "/window")
            script = "opener.parent.postMessage(" + forged + "opener.top.postMessage(" + forged;
        return Response::html("<!DOCTYPE html><body><script>" + script + "</script>");
    });
    m_script = "const nested = document.createElement('iframe');"
               "nested.src = '"
        + foreign.url(u"/nested"_s).toEncoded() + "'; document.body.append(nested);"
        + "window.open('" + foreign.url(u"/window"_s).toEncoded() + "');"
        + "once(() => { location = '" + foreign.url(u"/instead"_s).toEncoded() + "'; });";
    open();
    const auto dropped = [this](const QString &why) {
        return m_record->noted(Kind::MessageDropped, why);
    };
    QTRY_COMPARE_WITH_TIMEOUT(dropped(u"not from the flow's frame"_s), 3, patienceMs);
    finishFlow();
    QTRY_COMPARE_WITH_TIMEOUT(dropped(u"not from the link's origin"_s), 1, patienceMs);
    QCOMPARE(m_record->events(), QStringList{u"loaded"_s});
}

void BrowserHandOverTest::leavesNothingToAttackers()
{
    open();
    // A page of somebody else in the same browser, who has learned address and port.
    ScriptedServer attacker;
    attacker.setHandler([](const Request &) {
        return Response::html("<!DOCTYPE html><title>attack</title><body>");
    });
    const QString attack = m_browser->open(attacker.url(u"/attack"_s));
    QVERIFY(!attack.isEmpty());
    const QUrl address = m_addresses.constLast();
    const QString target =
        u"const address = '%1', origin = new URL(address).origin;"_s.arg(address.toString());
    const auto tries = [this, &attack, &target](const QString &body) {
        return m_browser
            ->evaluate(attack,
                u"(async () => { %1 try { %2 } catch (error) { return 'refused'; } })()"_s.arg(
                    target, body))
            .toString();
    };
    const QString forged =
        u"JSON.stringify({ kind: 'success', origin: '%1', load: '', token: 'forged' })"_s.arg(
            originOf(m_server->url()));

    // Reading.
    QCOMPARE(tries(u"return await (await fetch(address)).text();"_s), u"refused"_s);
    QCOMPARE(
        tries(u"return await (await fetch(origin + '/page/start', { method: 'POST' })).text();"_s),
        u"refused"_s);
    QCOMPARE(tries(u"const answer = await fetch(address, { mode: 'no-cors' });"
                   "return 'read:' + await answer.text();"_s),
        u"refused"_s);
    QCOMPARE(tries(u"const frame = document.createElement('iframe'); frame.src = address;"
                   "document.body.append(frame);"
                   "await new Promise((resolve) => { frame.onload = resolve; });"
                   "return 'read:' + frame.contentWindow.document.body.innerText;"_s),
        u"refused"_s);
    QCOMPARE(tries(u"const page = window.open(address);"
                   "await new Promise((resolve) => setTimeout(resolve, 1000));"
                   "return page.closed ? 'cut off' : 'read:' + page.document.body.innerText;"_s),
        u"cut off"_s);
    QCOMPARE(tries(u"await navigator.serviceWorker.register(origin + '/worker.js');"
                   "return 'registered';"_s),
        u"refused"_s);

    // Finding the page: fifty at a time, as many as come.
    QCOMPARE(tries(u"const guess = () => fetch(origin + '/' + Math.random(), { mode: 'no-cors' });"
                   "await Promise.any(Array.from({ length: 50 }, guess)); return 'found';"_s),
        u"refused"_s);

    // Injecting.
    QCOMPARE(tries(u"await fetch(origin + '/page/report', { method: 'POST', body: %1, headers:"
                   "{ 'Content-Type': 'application/json', 'X-Connect-Desk-Page': 'a' } });"
                   "return 'sent';"_s.arg(forged)),
        u"refused"_s);
    tries(u"await fetch(origin + '/page/report', { method: 'POST', mode: 'no-cors', body: %1 });"_s
              .arg(forged));
    tries(u"navigator.sendBeacon(origin + '/page/report', %1);"_s.arg(forged));
    tries(u"const page = window.open(address); const message = { type: 'success', data: "
          "{ activation_token: 'forged' } }; for (let i = 0; i < 3; ++i) {"
          "page.postMessage(message, '*');"
          "await new Promise((resolve) => setTimeout(resolve, 50)); }"_s);
    tries(u"const form = document.createElement('form'); form.method = 'post';"
          "form.action = origin + '/page/report'; form.enctype = 'text/plain';"
          "form.target = '_blank'; document.body.append(form); form.submit();"_s);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_record->noted(Kind::MessageDropped, u"request refused"_s) >= 3, patienceMs);
    QCOMPARE(m_record->events(), QStringList{u"loaded"_s});

    finishFlow();
    const QStringList expected{u"loaded"_s, u"token:proper"_s};
    QTRY_COMPARE_WITH_TIMEOUT(m_record->events(), expected, patienceMs);
    m_browser->close(attack);
}

// Kept as a test because the contract of BrowserFlow says so: nothing tells the page around it.
void BrowserHandOverTest::seesNoRefusalOfAFrame()
{
    m_server->setHandler([](const Request &) {
        return Response::html(flowPage({})).withHeader("X-Frame-Options", "DENY");
    });
    open();
}

DESK_TEST_MAIN(QCoreApplication, BrowserHandOverTest)
#include "tst_browserhandover.moc"
