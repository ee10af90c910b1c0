// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "session/connectcontroller.h"
#include "session/connectsession.h"

#include "support/sessionstage.h"
#include "support/stricttest.h"

#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FakeFlowDriver;
using desk::test::northwind;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;
using desk::test::SessionStage;
using Outcome = ConnectSession::Outcome;
using Reason = FlowFailure::Reason;
using State = ConnectSession::State;

// What can happen between a link and its end besides the straight way: the time of the link,
// another browser, a token that a person brings, a page that goes and comes back.
class SessionCourseTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void tellsItsCourse();
    void opensTheFlowWhereItShould();
    void tellsARefusal();
    void tellsEachTryToRead();
    void warnsBeforeTheLinkExpires();
    void takesATokenAfterTheLinkExpired();
    void saysWhatLeavingMeans_data();
    void saysWhatLeavingMeans();
    void continuesInTheBrowser_data();
    void continuesInTheBrowser();
    void hearsNothingOfTheFlowBefore();
    void doesNotContinueWithoutAnUnfinishedFlow();
    void suggestsTheBrowserOnce();
    void takesATokenFromAPerson_data();
    void takesATokenFromAPerson();
    void takesNoSecondToken();
    void asksAFlowThatStopped();
    void comesBackToAPage_data();
    void comesBackToAPage();
    void hearsThatAHungPageCrashed();
    void givesUpAPageThatCrashesTwice();
    void holdsATokenUntilItIsResolved();
    void theControllerStartsAgain();
    void theControllerKeepsATokenInsteadOfStartingAgain();
    void theControllerOwnsTheFlowInTheBrowser();
};

void SessionCourseTest::tellsItsCourse()
{
    SessionStage stage;
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.events(),
        QStringList({u"LinkRequested createConnectionLink"_s, u"LinkCreated localhost"_s,
            u"FlowOpening frame"_s, u"FlowOpened"_s, u"TokenReceived"_s, u"ResolveStarted 1"_s,
            u"Resolved hibob:1"_s, u"Ended Connected"_s}));
}

void SessionCourseTest::opensTheFlowWhereItShould()
{
    SessionStage stage;
    ConnectSession::Options options;
    options.placement = FlowPlacement::TopLevel;
    ConnectSession session(stage.client, &stage.driver, northwind(), options);
    session.start();
    QTRY_COMPARE(
        stage.driver.orders(), QStringList{u"open http://localhost:9/flow at top level"_s});
}

void SessionCourseTest::tellsARefusal()
{
    SessionStage stage;
    stage.linkAnswer = Response::json(SessionStage::refusal).withStatus(400);
    stage.session.start();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Failed);
    QCOMPARE(stage.events(),
        QStringList({u"LinkRequested createConnectionLink"_s,
            u"LinkFailed Rejected 400 PLATFORM.INPUT_INVALID"_s, u"Ended Failed"_s}));
}

void SessionCourseTest::tellsEachTryToRead()
{
    SessionStage stage;
    stage.integrationAnswer = Response::json(SessionStage::refusal).withStatus(400);
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.state(), State::ResolveStopped);
    stage.integrationAnswer = Response::json(SessionStage::integration);
    stage.session.resolveAgain();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.events().mid(5),
        QStringList({u"ResolveStarted 1"_s, u"ResolveFailed Rejected 400 PLATFORM.INPUT_INVALID"_s,
            u"ResolveStarted 2"_s, u"Resolved hibob:1"_s, u"Ended Connected"_s}));
}

void SessionCourseTest::warnsBeforeTheLinkExpires()
{
    SessionStage stage;
    stage.startAndOpen();
    QCOMPARE(stage.session.linkLife().stage(), LinkLife::Stage::Fresh);
    stage.now = 55min;
    QTRY_VERIFY(stage.events().contains(u"LinkExpiresSoon"_s));
    stage.now = 60min;
    QTRY_VERIFY(stage.events().contains(u"LinkExpired"_s));
    QCOMPARE(stage.session.state(), State::Open);
}

void SessionCourseTest::takesATokenAfterTheLinkExpired()
{
    SessionStage stage;
    stage.startAndOpen();
    stage.now = 61min;
    QTRY_COMPARE(stage.session.linkLife().stage(), LinkLife::Stage::Over);
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
}

void SessionCourseTest::saysWhatLeavingMeans_data()
{
    QTest::addColumn<bool>("inBrowser");
    QTest::addColumn<bool>("opened");
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<bool>("expired");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("in sight") << false << true << false << false << Outcome::Cancelled;
    QTest::newRow("never opened") << false << false << false << false << Outcome::Cancelled;
    QTest::newRow("never came") << false << false << true << false << Outcome::Cancelled;
    QTest::newRow("out of sight") << false << true << true << false << Outcome::Unknown;
    QTest::newRow("in the browser, where it may go on")
        << true << true << false << false << Outcome::Unknown;
    QTest::newRow("in the browser, but never opened")
        << true << false << false << false << Outcome::Cancelled;
    QTest::newRow("in sight, after its time") << false << true << false << true << Outcome::Expired;
    QTest::newRow("out of sight, after its time")
        << false << true << true << true << Outcome::Unknown;
}

void SessionCourseTest::saysWhatLeavingMeans()
{
    QFETCH(bool, inBrowser);
    QFETCH(bool, opened);
    QFETCH(bool, stopped);
    QFETCH(bool, expired);
    SessionStage stage;
    FakeFlowDriver browser;
    stage.session.start();
    QTRY_COMPARE(stage.session.state(), State::Loading);
    if (inBrowser)
        stage.session.continueInBrowser(&browser);
    FakeFlowDriver &driver = inBrowser ? browser : stage.driver;
    if (opened)
        driver.load();
    if (stopped)
        driver.fail(Reason::NotResponding);
    if (expired) {
        stage.now = 61min;
        QTRY_COMPARE(stage.session.linkLife().stage(), LinkLife::Stage::Over);
    }
    stage.session.cancel();
    QTEST(stage.session.outcome(), "outcome");
}

void SessionCourseTest::continuesInTheBrowser_data()
{
    QTest::addColumn<State>("from");
    QTest::newRow("while it loads") << State::Loading;
    QTest::newRow("from the open flow") << State::Open;
    QTest::newRow("after it stopped") << State::FlowStopped;
}

void SessionCourseTest::continuesInTheBrowser()
{
    QFETCH(State, from);
    SessionStage stage;
    stage.session.start();
    QTRY_COMPARE(stage.session.state(), State::Loading);
    if (from != State::Loading)
        stage.driver.load();
    if (from == State::FlowStopped)
        stage.driver.fail(Reason::FrameRefused);
    QCOMPARE(stage.session.state(), from);
    FakeFlowDriver browser;
    stage.session.continueInBrowser(&browser);
    QVERIFY(stage.session.isInBrowser());
    QCOMPARE(stage.session.state(), State::Loading);
    QVERIFY(!stage.session.flowFailure().has_value());
    QCOMPARE(stage.driver.orders().constLast(), u"stop"_s);
    QCOMPARE(browser.orders(), QStringList{u"open http://localhost:9/flow"_s});
    browser.load();
    browser.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.server.requests().size(), 2);
}

void SessionCourseTest::hearsNothingOfTheFlowBefore()
{
    SessionStage stage;
    stage.startAndOpen();
    FakeFlowDriver browser;
    stage.session.continueInBrowser(&browser);
    browser.load();
    stage.driver.fail(Reason::PageCrashed);
    stage.driver.closeByEndUser();
    QCOMPARE(stage.session.state(), State::Open);
    stage.session.reloadFlow();
    QCOMPARE(browser.orders().constLast(), u"reload"_s);
}

void SessionCourseTest::doesNotContinueWithoutAnUnfinishedFlow()
{
    SessionStage stage;
    FakeFlowDriver browser;
    stage.session.continueInBrowser(&browser);
    stage.integrationAnswer = Response::stall();
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    stage.session.continueInBrowser(&browser);
    QCOMPARE(stage.session.state(), State::Resolving);
    QVERIFY(browser.orders().isEmpty());
    QVERIFY(!stage.session.isInBrowser());
}

void SessionCourseTest::suggestsTheBrowserOnce()
{
    SessionStage stage;
    QSignalSpy suggested(&stage.session, &ConnectSession::browserSuggested);
    stage.startAndOpen();
    Q_EMIT stage.driver.noted({FlowNote::Kind::Console, u"hello"_s});
    QCOMPARE(suggested.size(), 0);
    Q_EMIT stage.driver.noted({FlowNote::Kind::EmbeddingRefused, u"accounts.example"_s});
    QCOMPARE(suggested.size(), 1);
    FakeFlowDriver browser;
    stage.session.continueInBrowser(&browser);
    Q_EMIT browser.noted({FlowNote::Kind::EmbeddingRefused, u"accounts.example"_s});
    QCOMPARE(suggested.size(), 1);
}

void SessionCourseTest::takesATokenFromAPerson_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<bool>("taken");
    QTest::newRow("a token") << u"act-1"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a blank in it") << u"act 1"_s << false;
    QTest::newRow("a line end") << u"act-1\n"_s << false;
    QTest::newRow("not ASCII") << u"äct"_s << false;
    QTest::newRow("a path") << u".."_s << false;
    QTest::newRow("too long") << QString(4097, u'x') << false;
}

void SessionCourseTest::takesATokenFromAPerson()
{
    QFETCH(QString, token);
    QFETCH(bool, taken);
    SessionStage stage;
    stage.startAndOpen();
    stage.driver.fail(Reason::BrowserPageGone);
    QCOMPARE(stage.session.takeToken(Secret(token)), taken);
    if (!taken) {
        QCOMPARE(stage.session.state(), State::FlowStopped);
        return;
    }
    QVERIFY(stage.events().contains(u"TokenPasted"_s));
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
}

void SessionCourseTest::takesNoSecondToken()
{
    SessionStage stage;
    stage.integrationAnswer = Response::stall();
    stage.startAndOpen();
    QVERIFY(stage.session.takeToken(Secret(u"act-1"_s)));
    QVERIFY(!stage.session.takeToken(Secret(u"act-2"_s)));
    stage.driver.finish(u"act-3"_s);
    QCOMPARE(stage.events().filter(u"Token"_s), QStringList{u"TokenPasted"_s});
}

void SessionCourseTest::asksAFlowThatStopped()
{
    SessionStage stage;
    stage.startAndOpen();
    stage.session.lookAgain();
    QVERIFY(!stage.driver.orders().contains(u"look"_s));
    stage.driver.fail(Reason::BrowserPageGone);
    stage.session.lookAgain();
    QCOMPARE(stage.driver.orders().constLast(), u"look"_s);
}

void SessionCourseTest::comesBackToAPage_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<State>("state");
    QTest::newRow("that hung") << Reason::NotResponding << State::Open;
    QTest::newRow("that was closed and restored") << Reason::BrowserPageGone << State::Open;
    QTest::newRow("but not to a refused frame") << Reason::FrameRefused << State::FlowStopped;
}

void SessionCourseTest::comesBackToAPage()
{
    QFETCH(Reason, reason);
    SessionStage stage;
    stage.startAndOpen();
    stage.driver.fail(reason);
    stage.driver.load();
    QTEST(stage.session.state(), "state");
}

void SessionCourseTest::hearsThatAHungPageCrashed()
{
    SessionStage stage;
    stage.startAndOpen();
    stage.driver.fail(Reason::NotResponding);
    stage.driver.fail(Reason::NotResponding);
    stage.driver.fail(Reason::PageCrashed);
    QCOMPARE(stage.session.flowFailure()->reason, Reason::PageCrashed);
    QCOMPARE(stage.events().filter(u"FlowStopped"_s).size(), 2);
}

void SessionCourseTest::givesUpAPageThatCrashesTwice()
{
    SessionStage stage;
    stage.startAndOpen();
    stage.driver.fail(Reason::PageCrashed);
    QVERIFY(stage.session.mayReload());
    stage.session.reloadFlow();
    stage.driver.load();
    stage.driver.fail(Reason::PageCrashed);
    QVERIFY(!stage.session.mayReload());
    QVERIFY(stage.session.isFlowUnfinished());
}

void SessionCourseTest::holdsATokenUntilItIsResolved()
{
    SessionStage stage;
    stage.integrationAnswer = Response::json(SessionStage::refusal).withStatus(400);
    stage.startAndOpen();
    QVERIFY(!stage.session.holdsToken());
    stage.driver.finish(u"act-1"_s);
    QVERIFY(stage.session.holdsToken());
    QTRY_COMPARE(stage.session.state(), State::ResolveStopped);
    QVERIFY(stage.session.holdsToken());
    stage.integrationAnswer = Response::json(SessionStage::integration);
    stage.session.resolveAgain();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QVERIFY(!stage.session.holdsToken());
}

namespace {

struct ControllerStage {
    ControllerStage()
    {
        server.setHandler([this](const Request &request) {
            return request.method == "POST" ? Response::json(SessionStage::linkJson) : integration;
        });
    }

    ScriptedServer server;
    Response integration = Response::stall();
    FakeFlowDriver driver;
    QPointer<FakeFlowDriver> browser;
    ConnectController controller{[this] { return &driver; },
        [this] {
            auto made = std::make_unique<FakeFlowDriver>();
            browser = made.get();
            return made;
        }};
    std::shared_ptr<KomboClient> client = std::make_shared<KomboClient>(
        ApiAccess{ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"practice-key"_s), {}});
};

} // namespace

void SessionCourseTest::theControllerStartsAgain()
{
    ControllerStage stage;
    stage.controller.startAgain(); // nothing to start again
    stage.controller.start(stage.client, {u"First"_s, ProfileKind::Production}, northwind());
    QTRY_COMPARE(stage.controller.session()->state(), State::Loading);
    const QPointer<ConnectSession> first = stage.controller.session();
    stage.controller.startAgain();
    QVERIFY(stage.controller.session() != first);
    QCOMPARE(stage.controller.profile().name, u"First"_s);
    QCOMPARE(stage.controller.session()->organization(), u"Northwind Ltd"_s);
    QTRY_COMPARE(stage.server.requests().size(), 2);
    QCOMPARE(stage.server.requests().at(0).body, stage.server.requests().at(1).body);
    QTRY_VERIFY(!first);
}

void SessionCourseTest::theControllerKeepsATokenInsteadOfStartingAgain()
{
    ControllerStage stage;
    stage.controller.start(stage.client, {}, northwind());
    QTRY_COMPARE(stage.controller.session()->state(), State::Loading);
    stage.driver.finish(u"act-1"_s);
    stage.controller.startAgain();
    QCOMPARE(stage.controller.session()->state(), State::Resolving);
}

void SessionCourseTest::theControllerOwnsTheFlowInTheBrowser()
{
    ControllerStage stage;
    stage.controller.continueInBrowser(); // of nothing
    QVERIFY(!stage.browser);
    stage.controller.start(stage.client, {}, northwind());
    QTRY_COMPARE(stage.controller.session()->state(), State::Loading);
    stage.controller.continueInBrowser();
    const QPointer<FakeFlowDriver> first = stage.browser;
    QVERIFY(first);
    stage.controller.continueInBrowser();
    QVERIFY(!first);
    QVERIFY(stage.browser);
    stage.controller.session()->cancel();
    stage.controller.start(stage.client, {}, northwind());
    QTRY_VERIFY(!stage.browser);
    QVERIFY(!stage.controller.session()->isInBrowser());
}

QTEST_GUILESS_MAIN(SessionCourseTest)

#include "tst_sessioncourse.moc"
