// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "api/komboclient.h"
#include "practice/practiceserver.h"
#include "support/calllog.h"
#include "support/stricttest.h"

#include <QApplication>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = PracticeBehaviour::Kind;

// What the practice flow does out of the ordinary, in the real engine and through the real gate.
class PracticeBehavioursTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void autopilotGoesThrough_data();
    void autopilotGoesThrough();
    void aCrashIsReported();
    void aClosedFlowIsReported();
    void aHangingPageSaysNothing();

private:
    QUrl link();

    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<KomboClient> m_client;
};

namespace {

constexpr int patienceMs = 30'000;

} // namespace

void PracticeBehavioursTest::init()
{
    StrictTest::init();
    m_server = std::make_unique<PracticeServer>();
    const auto access = m_server->start();
    QVERIFY(access.hasValue());
    m_client = std::make_unique<KomboClient>(*access);
}

void PracticeBehavioursTest::cleanup()
{
    m_client.reset();
    m_server.reset();
}

QUrl PracticeBehavioursTest::link()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.tool = u"personio"_s;
    QUrl made;
    auto *call = m_client->createConnectionLink(details);
    CallLog log(call);
    connect(call, &ApiCallBase::succeeded, this,
        [&made, call] { made = QUrl(call->value().link.reveal()); });
    if (!log.ends())
        return {};
    made.setFragment(u"autopilot"_s);
    return made;
}

void PracticeBehavioursTest::autopilotGoesThrough_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("dropped");
    QTest::newRow("a slow page") << Kind::SlowPage << 0;
    QTest::newRow("messages of a foreign frame") << Kind::ForeignMessages << 1;
    QTest::newRow("malformed messages") << Kind::MalformedTokens << 1;
    QTest::newRow("a flood of messages") << Kind::MessageFlood << 0;
    QTest::newRow("a sign-in in a pop-up") << Kind::PopupSignIn << 0;
    QTest::newRow("credentials that are refused once") << Kind::WrongCredentials << 0;
    QTest::newRow("open setup steps") << Kind::SetupIncomplete << 0;
}

void PracticeBehavioursTest::autopilotGoesThrough()
{
    QFETCH(const Kind, kind);
    QFETCH(const int, dropped);
    m_server->setBehaviours({{kind, 1}});
    FlowScene scene;
    scene.open(link());
    QTRY_VERIFY_WITH_TIMEOUT(!scene.tokens().isEmpty(), patienceMs);
    QCOMPARE(m_server->behaviours(), QList<PracticeBehaviour>());
    QCOMPARE(scene.tokens().size(), 1);
    QVERIFY(!scene.tokens().constFirst().contains(u"forged"_s));
    QTRY_VERIFY(scene.noted(FlowNote::Kind::MessageDropped) >= dropped);
    QVERIFY(scene.failures().isEmpty());
    QVERIFY(!scene.events().contains(u"closed"_s));
}

void PracticeBehavioursTest::aCrashIsReported()
{
    m_server->setBehaviours({{Kind::CrashingPage, 1}});
    FlowScene scene;
    scene.open(link());
    QTRY_VERIFY_WITH_TIMEOUT(!scene.failures().isEmpty(), patienceMs);
    QCOMPARE(scene.failures().constFirst().reason, FlowFailure::Reason::PageCrashed);
    QVERIFY(scene.tokens().isEmpty());
    scene.flow().reload();
    QTRY_VERIFY_WITH_TIMEOUT(!scene.tokens().isEmpty(), patienceMs); // once, as it was wanted
}

void PracticeBehavioursTest::aClosedFlowIsReported()
{
    m_server->setBehaviours({{Kind::ClosedFlow, 1}});
    FlowScene scene;
    scene.open(link());
    QTRY_VERIFY_WITH_TIMEOUT(scene.events().contains(u"closed"_s), patienceMs);
    QVERIFY(scene.tokens().isEmpty());
}

void PracticeBehavioursTest::aHangingPageSaysNothing()
{
    m_server->setBehaviours({{Kind::HangingPage, 1}});
    FlowScene scene;
    scene.open(link());
    QTRY_VERIFY_WITH_TIMEOUT(scene.events().contains(u"loaded"_s), patienceMs);
    QTest::qWait(2000); // longer than the autopilot would need
    QVERIFY(scene.tokens().isEmpty());
}

DESK_TEST_MAIN(QApplication, PracticeBehavioursTest)

#include "tst_practicebehaviours.moc"
