// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"
#include "fakeflow/fakeflowdriver.h"
#include "session/connectcontroller.h"
#include "session/connectsession.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QMetaEnum>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FakeFlowDriver;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;
using Outcome = ConnectSession::Outcome;
using State = ConnectSession::State;

namespace {

constexpr auto linkJson =
    R"({"status":"success","data":{"link":"http://localhost:9/flow?token=abc"}})";
constexpr auto integration = R"({"status":"success","data":{"tool":"hibob","id":"hibob:1",
    "end_user_origin_id":null,"end_user_organization_name":"Northwind Ltd",
    "end_user_email":"jo@northwind.example","setup_status":"COMPLETED"}})";
constexpr auto somebodyElse = R"({"status":"success","data":{"tool":"hibob","id":"hibob:1",
    "end_user_origin_id":null,"end_user_organization_name":"Contoso SE",
    "end_user_email":"jo@northwind.example","setup_status":"COMPLETED"}})";
constexpr auto refusal = R"({"status":"error","error":{"code":"PLATFORM.INPUT_INVALID",
    "title":"No","message":"no","log_url":null}})";

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

template <typename Enum> QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

// A server, a client, a flow and a session that writes down what happens to it.
class Stage : public QObject {
public:
    Stage()
        : client({ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"practice-key"_s), {}})
        , session(client, &driver, northwind(), {})
    {
        server.setHandler([this](const Request &request) {
            return request.method == "POST" ? linkAnswer : integrationAnswer;
        });
        connect(&session, &ConnectSession::stateChanged, this,
            [this](State state) { log.append(nameOf(state)); });
        connect(&session, &ConnectSession::ended, this,
            [this](Outcome outcome) { log.append(u"ended "_s + nameOf(outcome)); });
    }

    void startAndOpen()
    {
        session.start();
        QTRY_COMPARE(session.state(), State::Loading);
        driver.load();
        QCOMPARE(session.state(), State::Open);
    }

    ScriptedServer server;
    Response linkAnswer = Response::json(linkJson);
    Response integrationAnswer = Response::json(integration);
    KomboClient client;
    FakeFlowDriver driver;
    ConnectSession session;
    QStringList log;
};

} // namespace

class ConnectSessionTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void connectsAClient();
    void tellsEverySecret();
    void saysWhenItIsAnotherClient();
    void refusesAForeignLink();
    void endsWhenTheApiRefuses();
    void endsWhenTheEndUserCloses();
    void cancels_data();
    void cancels();
    void keepsTheTokenWhenReadingFails();
    void keepsTheTokenWhenReadingIsCancelled();
    void reloadsAFlowThatStopped();
    void comesBackToAFlowThatLoadsLate_data();
    void comesBackToAFlowThatLoadsLate();
    void takesATokenAfterTheFlowWasGivenUp();
    void ignoresWhatComesAfterTheEnd();
    void managesWithoutAnEngine();
    void survivesADriverThatDies();
    void canBeDeletedAtAnyStep_data();
    void canBeDeletedAtAnyStep();
    void theControllerRunsOneAtATime();
    void theControllerSaysWhyThereIsNoAccess();
};

void ConnectSessionTest::connectsAClient()
{
    Stage stage;
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.log,
        (QStringList{u"CreatingLink"_s, u"Loading"_s, u"Open"_s, u"Resolving"_s, u"Ended"_s,
            u"ended Connected"_s}));
    QCOMPARE(stage.driver.orders(), (QStringList{u"open http://localhost:9/flow"_s, u"stop"_s}));
    QCOMPARE(stage.session.integration()->id, u"hibob:1"_s);
    QVERIFY(stage.session.timing().total.has_value());
}

void ConnectSessionTest::tellsEverySecret()
{
    Stage stage;
    stage.linkAnswer = Response::json(R"({"status":"success","data":
        {"link":"http://localhost:9/flow?token=0123456789abcdef0123&lang=en"}})");
    QStringList secrets;
    connect(&stage.session, &ConnectSession::secretLearned, &stage,
        [&secrets](const Secret &secret) { secrets.append(secret.reveal()); });
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(secrets,
        (QStringList{u"http://localhost:9/flow?token=0123456789abcdef0123&lang=en"_s,
            u"0123456789abcdef0123"_s, u"act-1"_s}));
}

void ConnectSessionTest::saysWhenItIsAnotherClient()
{
    Stage stage;
    stage.integrationAnswer = Response::json(somebodyElse);
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::NeedsReview);
    QCOMPARE(stage.session.mismatches().size(), 1);
    stage.session.acknowledgeMismatches();
    QCOMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.log.count(u"ended NeedsReview"_s), 1);
}

void ConnectSessionTest::refusesAForeignLink()
{
    Stage stage;
    stage.linkAnswer = Response::json(
        R"({"status":"success","data":{"link":"https://connect.kombo.dev.evil.example/?token=a"}})");
    stage.session.start();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Failed);
    QCOMPARE(stage.session.linkError()->host, u"connect.kombo.dev.evil.example"_s);
    QVERIFY(!stage.driver.orders().join(u' ').contains("open"_L1));
}

void ConnectSessionTest::endsWhenTheApiRefuses()
{
    Stage stage;
    stage.linkAnswer = Response::json(refusal).withStatus(400);
    stage.session.start();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Failed);
    QCOMPARE(stage.session.error()->code, u"PLATFORM.INPUT_INVALID"_s);
}

void ConnectSessionTest::endsWhenTheEndUserCloses()
{
    Stage stage;
    stage.startAndOpen();
    stage.driver.closeByEndUser();
    QCOMPARE(stage.session.outcome(), Outcome::ClosedBeforeFinishing);
    QCOMPARE(stage.server.requests().size(), 1);
}

void ConnectSessionTest::cancels_data()
{
    QTest::addColumn<State>("state");
    QTest::newRow("while the link is being made") << State::CreatingLink;
    QTest::newRow("while the flow loads") << State::Loading;
    QTest::newRow("while the flow is open") << State::Open;
}

void ConnectSessionTest::cancels()
{
    QFETCH(State, state);
    Stage stage;
    if (state == State::CreatingLink)
        stage.linkAnswer = Response::stall();
    stage.session.start();
    QTRY_COMPARE(stage.session.state(), state == State::CreatingLink ? state : State::Loading);
    if (state == State::Open)
        stage.driver.load();
    stage.session.cancel();
    QCOMPARE(stage.session.outcome(), Outcome::Cancelled);
    QCOMPARE(stage.log.last(), u"ended Cancelled"_s);
    stage.session.cancel();
    QCOMPARE(stage.log.count(u"ended Cancelled"_s), 1);
}

void ConnectSessionTest::keepsTheTokenWhenReadingFails()
{
    Stage stage;
    stage.integrationAnswer = Response::json(refusal).withStatus(400);
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.state(), State::ResolveStopped);
    QVERIFY(stage.session.error().has_value());
    stage.integrationAnswer = Response::json(integration);
    stage.session.resolveAgain();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.server.requests().last().path(), "/v1/connect/integration-by-token/act-1");
}

void ConnectSessionTest::keepsTheTokenWhenReadingIsCancelled()
{
    Stage stage;
    stage.integrationAnswer = Response::stall();
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QCOMPARE(stage.session.state(), State::Resolving);
    stage.session.cancel();
    QCOMPARE(stage.session.state(), State::ResolveStopped);
    QVERIFY(!stage.session.error().has_value());
    stage.session.cancel();
    QCOMPARE(stage.session.outcome(), Outcome::Unknown);
}

void ConnectSessionTest::reloadsAFlowThatStopped()
{
    Stage stage;
    stage.startAndOpen();
    stage.driver.fail(FlowFailure::Reason::PageCrashed);
    QCOMPARE(stage.session.state(), State::FlowStopped);
    QCOMPARE(stage.session.flowFailure()->reason, FlowFailure::Reason::PageCrashed);
    stage.session.reloadFlow();
    QCOMPARE(stage.session.state(), State::Loading);
    QVERIFY(!stage.session.flowFailure().has_value());
    QCOMPARE(stage.driver.orders().constLast(), u"reload"_s);
    stage.driver.load();
    QCOMPARE(stage.session.state(), State::Open);
}

void ConnectSessionTest::comesBackToAFlowThatLoadsLate_data()
{
    QTest::addColumn<FlowFailure::Reason>("reason");
    QTest::addColumn<State>("state");
    QTest::newRow("given up too early") << FlowFailure::Reason::DidNotLoad << State::Open;
    QTest::newRow("a certificate is no matter of time")
        << FlowFailure::Reason::Certificate << State::FlowStopped;
    QTest::newRow("nor is a crash") << FlowFailure::Reason::PageCrashed << State::FlowStopped;
}

void ConnectSessionTest::comesBackToAFlowThatLoadsLate()
{
    QFETCH(FlowFailure::Reason, reason);
    QFETCH(State, state);
    Stage stage;
    stage.session.start();
    QTRY_COMPARE(stage.session.state(), State::Loading);
    stage.driver.fail(reason);
    QCOMPARE(stage.session.state(), State::FlowStopped);
    stage.driver.load();
    QCOMPARE(stage.session.state(), state);
    QCOMPARE(stage.session.flowFailure().has_value(), state == State::FlowStopped);
}

void ConnectSessionTest::takesATokenAfterTheFlowWasGivenUp()
{
    Stage stage;
    stage.startAndOpen();
    stage.driver.fail(FlowFailure::Reason::DidNotLoad);
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
}

void ConnectSessionTest::ignoresWhatComesAfterTheEnd()
{
    Stage stage;
    stage.startAndOpen();
    stage.driver.closeByEndUser();
    stage.driver.finish(u"act-1"_s);
    stage.driver.load();
    stage.driver.fail(FlowFailure::Reason::PageCrashed);
    stage.session.reloadFlow();
    stage.session.resolveAgain();
    stage.session.acknowledgeMismatches();
    stage.session.start();
    QCOMPARE(stage.session.state(), State::Ended);
    QCOMPARE(stage.session.outcome(), Outcome::ClosedBeforeFinishing);
    QCOMPARE(stage.log.last(), u"ended ClosedBeforeFinishing"_s);
}

void ConnectSessionTest::managesWithoutAnEngine()
{
    Stage stage;
    ConnectSession session(stage.client, nullptr, northwind(), {});
    session.start();
    QTRY_COMPARE(session.state(), State::FlowStopped);
    QCOMPARE(session.flowFailure()->reason, FlowFailure::Reason::Unavailable);
    QVERIFY(session.link().has_value());
    session.reloadFlow();
    QCOMPARE(session.state(), State::FlowStopped);
    session.cancel();
    QCOMPARE(session.outcome(), Outcome::Cancelled);
}

void ConnectSessionTest::survivesADriverThatDies()
{
    Stage stage;
    auto driver = std::make_unique<FakeFlowDriver>();
    ConnectSession session(stage.client, driver.get(), northwind(), {});
    session.start();
    QTRY_COMPARE(session.state(), State::Loading);
    driver.reset();
    QCOMPARE(session.state(), State::FlowStopped);
    session.cancel();
    QCOMPARE(session.outcome(), Outcome::Cancelled);
}

void ConnectSessionTest::canBeDeletedAtAnyStep_data()
{
    cancels_data();
    QTest::newRow("while the integration is being read") << State::Resolving;
}

void ConnectSessionTest::canBeDeletedAtAnyStep()
{
    QFETCH(State, state);
    Stage stage;
    if (state == State::CreatingLink)
        stage.linkAnswer = Response::stall();
    stage.integrationAnswer = Response::stall();
    auto session = std::make_unique<ConnectSession>(
        stage.client, &stage.driver, northwind(), ConnectSession::Options{});
    session->start();
    QTRY_COMPARE(session->state(), state == State::CreatingLink ? state : State::Loading);
    if (state == State::Open || state == State::Resolving)
        stage.driver.load();
    if (state == State::Resolving)
        stage.driver.finish(u"act-1"_s);
    QCOMPARE(session->state(), state);
    session.reset();
    stage.driver.finish(u"act-2"_s);
    QCoreApplication::processEvents();
}

void ConnectSessionTest::theControllerRunsOneAtATime()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json(linkJson); });
    FakeFlowDriver driver;
    const ApiAccess access{ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"practice-key"_s), {}};
    ConnectController controller(
        [&access] { return Result<ApiAccess, QString>(access); }, [&driver] { return &driver; });
    int refusals = 0;
    connect(&controller, &ConnectController::refusedWhileLive, this, [&refusals] { ++refusals; });

    controller.start(northwind());
    controller.start(northwind());
    QCOMPARE(refusals, 1);
    QTRY_COMPARE(controller.session()->state(), State::Loading);
    QCOMPARE(server.requests().size(), 1);

    controller.session()->cancel();
    controller.start(northwind());
    QCOMPARE(refusals, 1);
    QTRY_COMPARE(server.requests().size(), 2);
}

void ConnectSessionTest::theControllerSaysWhyThereIsNoAccess()
{
    ConnectController controller(
        [] { return Result<ApiAccess, QString>(Unexpected{u"the port is taken"_s}); },
        [] { return nullptr; });
    QString reason;
    connect(&controller, &ConnectController::accessFailed, this,
        [&reason](const QString &text) { reason = text; });
    controller.start(northwind());
    QCOMPARE(reason, u"the port is taken"_s);
    QVERIFY(!controller.hasLiveSession());
}

DESK_TEST_MAIN(QCoreApplication, ConnectSessionTest)
#include "tst_connectsession.moc"
