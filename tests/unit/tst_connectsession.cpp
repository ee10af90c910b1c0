// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"
#include "fakeflow/fakeflowdriver.h"
#include "session/connectcontroller.h"
#include "session/connectsession.h"
#include "wording/sessionwording.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QMetaEnum>

#include <memory>

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

Reconnection reconnection(LinkType linkType = LinkType::Embedded)
{
    return {u"hibob:1"_s, u"Northwind Ltd"_s, {FlowLanguage::German, u"scope-2"_s, linkType}};
}

SetupVisit setupVisit(LinkType linkType = LinkType::Embedded)
{
    return {u"hibob:1"_s, u"Northwind Ltd"_s, {FlowLanguage::French, linkType}};
}

ConnectDetails northwindByMagicLink()
{
    ConnectDetails details = northwind();
    details.linkType = LinkType::MagicLink;
    return details;
}

// A server, a client, a flow and a session that writes down what happens to it.
class Stage : public QObject {
public:
    explicit Stage(const LinkOrder &order = northwind())
        : client({ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"practice-key"_s), {}})
        , session(client, &driver, order, {})
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

Q_DECLARE_METATYPE(desk::LinkOrder::Kind)
// Rows need a value that can be made without an order.
using Order = std::shared_ptr<const LinkOrder>;
Q_DECLARE_METATYPE(Order)

class ConnectSessionTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void connectsAClient();
    void tellsEverySecret();
    void saysWhenItIsAnotherClient();
    void refusesAForeignLink();
    void endsWhenTheApiRefuses();
    void endsWhenTheEndUserCloses();
    void makesEachLinkByItsCall_data();
    void makesEachLinkByItsCall();
    void reconnectsTheIntegrationThatWasAskedFor_data();
    void reconnectsTheIntegrationThatWasAskedFor();
    void opensNoFlowForAMagicLink_data();
    void opensNoFlowForAMagicLink();
    void needsNoEngineForAMagicLink();
    void refusesAForeignMagicLink();
    void claimsNothingWhenAFlowOfAnIntegrationCloses_data();
    void claimsNothingWhenAFlowOfAnIntegrationCloses();
    void saysHowEachOrderEnded_data();
    void saysHowEachOrderEnded();
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
    void aSessionKeepsTheClientItWasStartedWith();
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

void ConnectSessionTest::makesEachLinkByItsCall_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a connection") << std::make_shared<const LinkOrder>(northwind())
                                  << QByteArray("/v1/connect/create-link")
                                  << QByteArray(R"("end_user_organization_name":"Northwind Ltd")");
    QTest::newRow("a reconnection")
        << std::make_shared<const LinkOrder>(reconnection())
        << QByteArray("/v1/integrations/hibob%3A1/relink") << QByteArray(R"("language":"de")");
    QTest::newRow("a reconnection with another scope config")
        << std::make_shared<const LinkOrder>(reconnection())
        << QByteArray("/v1/integrations/hibob%3A1/relink")
        << QByteArray(R"("scope_config_id":"scope-2")");
    QTest::newRow("a setup flow") << std::make_shared<const LinkOrder>(setupVisit())
                                  << QByteArray("/v1/integrations/hibob%3A1/setup-link")
                                  << QByteArray(R"("language":"fr")");
}

void ConnectSessionTest::makesEachLinkByItsCall()
{
    QFETCH(Order, order);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    Stage stage(*order);
    stage.startAndOpen();
    QCOMPARE(stage.server.requests().constFirst().path(), path);
    const QByteArray sent = stage.server.requests().constFirst().body;
    QVERIFY2(sent.contains(body), sent.constData());
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), Outcome::Connected);
    QCOMPARE(stage.session.organization(), u"Northwind Ltd"_s);
}

void ConnectSessionTest::reconnectsTheIntegrationThatWasAskedFor_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<QByteArray>("integrationId");
    QTest::addColumn<Outcome>("outcome");
    const auto reconnect = std::make_shared<const LinkOrder>(reconnection());
    const auto setup = std::make_shared<const LinkOrder>(setupVisit());
    QTest::newRow("a reconnection of the same")
        << reconnect << QByteArray("hibob:1") << Outcome::Connected;
    QTest::newRow("a reconnection of another")
        << reconnect << QByteArray("hibob:2") << Outcome::NeedsReview;
    QTest::newRow("a setup of the same") << setup << QByteArray("hibob:1") << Outcome::Connected;
    QTest::newRow("a setup of another") << setup << QByteArray("hibob:2") << Outcome::NeedsReview;
}

void ConnectSessionTest::reconnectsTheIntegrationThatWasAskedFor()
{
    QFETCH(Order, order);
    QFETCH(QByteArray, integrationId);
    QFETCH(Outcome, outcome);
    Stage stage(*order);
    // The organization of the order is for words; that it differs is no mismatch.
    stage.integrationAnswer =
        Response::json(QByteArray(somebodyElse).replace("hibob:1", integrationId));
    stage.startAndOpen();
    stage.driver.finish(u"act-1"_s);
    QTRY_COMPARE(stage.session.outcome(), outcome);
    if (outcome == Outcome::Connected) {
        QVERIFY(stage.session.mismatches().isEmpty());
        return;
    }
    const QString sentence = SessionWording::sentence(stage.session.mismatches().constFirst());
    QCOMPARE(sentence, u"Integration ID is “hibob:2”, but the link was made for “hibob:1”."_s);
    stage.session.acknowledgeMismatches();
    QCOMPARE(stage.session.outcome(), Outcome::Connected);
}

void ConnectSessionTest::opensNoFlowForAMagicLink_data()
{
    QTest::addColumn<Order>("order");
    QTest::newRow("a connection") << std::make_shared<const LinkOrder>(northwindByMagicLink());
    QTest::newRow("a reconnection")
        << std::make_shared<const LinkOrder>(reconnection(LinkType::MagicLink));
    QTest::newRow("a setup flow") << std::make_shared<const LinkOrder>(
        setupVisit(LinkType::MagicLink));
}

void ConnectSessionTest::opensNoFlowForAMagicLink()
{
    QFETCH(Order, order);
    Stage stage(*order);
    QStringList secrets;
    connect(&stage.session, &ConnectSession::secretLearned, &stage,
        [&secrets](const Secret &secret) { secrets.append(secret.reveal()); });
    stage.session.start();
    QTRY_COMPARE(stage.session.outcome(), Outcome::LinkCreated);
    QCOMPARE(stage.log, (QStringList{u"CreatingLink"_s, u"Ended"_s, u"ended LinkCreated"_s}));
    QVERIFY(!stage.driver.orders().join(u' ').contains("open"_L1));
    QCOMPARE(stage.session.link()->url(), QUrl(u"http://localhost:9/flow?token=abc"_s));
    QCOMPARE(secrets, QStringList{u"http://localhost:9/flow?token=abc"_s});
    QVERIFY(!stage.session.integration().has_value());
    QVERIFY(stage.server.requests().constFirst().body.contains("MAGIC_LINK"));
    stage.driver.finish(u"act-1"_s);
    QCOMPARE(stage.session.outcome(), Outcome::LinkCreated);
}

void ConnectSessionTest::needsNoEngineForAMagicLink()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json(linkJson); });
    const ApiAccess access{ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"practice-key"_s), {}};
    int drivers = 0;
    ConnectController controller(
        [&drivers] {
            ++drivers;
            return nullptr;
        },
        {});
    controller.start(std::make_shared<KomboClient>(access), {}, northwindByMagicLink(), {true});
    QTRY_COMPARE(controller.session()->outcome(), Outcome::LinkCreated);
    QCOMPARE(drivers, 0);
    // Autopilot is for a flow that is shown here; a link for sending stays as it came.
    QCOMPARE(controller.session()->link()->url(), QUrl(u"http://localhost:9/flow?token=abc"_s));
}

void ConnectSessionTest::refusesAForeignMagicLink()
{
    Stage stage(reconnection(LinkType::MagicLink));
    stage.linkAnswer = Response::json(
        R"({"status":"success","data":{"link":"https://connect.kombo.dev.evil.example/?token=a"}})");
    stage.session.start();
    QTRY_COMPARE(stage.session.outcome(), Outcome::Failed);
    QVERIFY(!stage.session.link().has_value());
}

void ConnectSessionTest::claimsNothingWhenAFlowOfAnIntegrationCloses_data()
{
    QTest::addColumn<Order>("order");
    QTest::newRow("a reconnection") << std::make_shared<const LinkOrder>(reconnection());
    QTest::newRow("a setup flow") << std::make_shared<const LinkOrder>(setupVisit());
}

void ConnectSessionTest::claimsNothingWhenAFlowOfAnIntegrationCloses()
{
    QFETCH(Order, order);
    Stage stage(*order);
    stage.startAndOpen();
    stage.driver.closeByEndUser();
    QCOMPARE(stage.session.outcome(), Outcome::ClosedBeforeFinishing);
    QVERIFY(!stage.session.integration().has_value());
    const QString advice = SessionWording::outcomeAdvice(stage.session.outcome(), order->kind());
    QVERIFY2(advice.contains("proves nothing"_L1), qPrintable(advice));
    QVERIFY2(advice.contains("read again"_L1), qPrintable(advice));
    QVERIFY2(!advice.contains("form"_L1), qPrintable(advice));
}

void ConnectSessionTest::saysHowEachOrderEnded_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<LinkOrder::Kind>("kind");
    QTest::addColumn<QString>("headline");
    using Kind = LinkOrder::Kind;
    QTest::newRow("a connection is there")
        << Outcome::Connected << Kind::Connection << u"Connected"_s;
    QTest::newRow("a reconnection is done")
        << Outcome::Connected << Kind::Reconnection << u"Reconnected"_s;
    QTest::newRow("a setup flow has come to its end")
        << Outcome::Connected << Kind::Setup << u"Setup flow finished"_s;
    QTest::newRow("another client")
        << Outcome::NeedsReview << Kind::Connection << u"Not the client the link was made for"_s;
    QTest::newRow("another integration") << Outcome::NeedsReview << Kind::Reconnection
                                         << u"Not the integration the link was made for"_s;
    QTest::newRow("a reconnection was closed")
        << Outcome::ClosedBeforeFinishing << Kind::Reconnection << u"Closed before finishing"_s;
    QTest::newRow("a magic link") << Outcome::LinkCreated << Kind::Connection << u"Link created"_s;
}

void ConnectSessionTest::saysHowEachOrderEnded()
{
    QFETCH(Outcome, outcome);
    QFETCH(LinkOrder::Kind, kind);
    QTEST(SessionWording::outcome(outcome, kind), "headline");
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
    ConnectController controller([&driver] { return &driver; }, {});
    const auto client = std::make_shared<KomboClient>(access);
    int refusals = 0;
    connect(&controller, &ConnectController::refusedWhileLive, this, [&refusals] { ++refusals; });

    controller.start(client, {}, northwind());
    controller.start(client, {}, northwind());
    QCOMPARE(refusals, 1);
    QTRY_COMPARE(controller.session()->state(), State::Loading);
    QCOMPARE(server.requests().size(), 1);

    controller.session()->cancel();
    controller.start(client, {}, northwind());
    QCOMPARE(refusals, 1);
    QTRY_COMPARE(server.requests().size(), 2);
}

void ConnectSessionTest::aSessionKeepsTheClientItWasStartedWith()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json(linkJson); });
    const auto clientFor = [&server](const QString &key) {
        return std::make_shared<KomboClient>(
            ApiAccess{ProfileKind::Production, server.url(u"/v1"_s), Secret(key), {}});
    };
    FakeFlowDriver driver;
    ConnectController controller([&driver] { return &driver; }, {});
    auto first = clientFor(u"first-key"_s);
    const std::weak_ptr<KomboClient> watched = first;
    controller.start(first, {u"First"_s, ProfileKind::Production}, northwind());
    first.reset();
    QTRY_COMPARE(controller.session()->state(), State::Loading);
    QCOMPARE(controller.profile().name, u"First"_s);
    QVERIFY(!watched.expired());

    controller.session()->cancel();
    controller.start(
        clientFor(u"second-key"_s), {u"Second"_s, ProfileKind::Development}, northwind());
    QCOMPARE(controller.profile().name, u"Second"_s);
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().at(0).header("Authorization"), "Bearer first-key");
    QCOMPARE(server.requests().at(1).header("Authorization"), "Bearer second-key");
    QTRY_VERIFY(watched.expired());
}

DESK_TEST_MAIN(QCoreApplication, ConnectSessionTest)
#include "tst_connectsession.moc"
