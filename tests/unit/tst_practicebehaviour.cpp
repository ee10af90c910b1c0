// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include "support/stricttest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Kind = PracticeBehaviour::Kind;

// How the practice flow can be made to behave, as the server's own pages and calls see it.
class PracticeBehaviourTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsTheTextForm_data();
    void readsTheTextForm();
    void refusesTheTextForm_data();
    void refusesTheTextForm();
    void readsWhatItWrites();
    void countsDown();
    void isSteeredByACall();
    void refusesACall_data();
    void refusesACall();
    void isBounded();
    void changesThePage_data();
    void changesThePage();
    void happensOnceToOneVisit();
    void refusesASignInOnce();
    void signsInByPopup();
    void aSignInWindowRefusesEmbeddedBrowsers();
    void decidesWhatComesOfIt_data();
    void decidesWhatComesOfIt();
    void leadsToAnotherClient();
    void aReconnectionMayLeadToAnotherClient();

private:
    void want(Environment &environment, const QString &name, int times = 1)
    {
        const auto answer = environment.ask("PUT"_ba, u"/practice/flow"_s,
            QJsonDocument(QJsonArray{QJsonObject{{u"behaviour"_s, name}, {u"times"_s, times}}})
                .toJson());
        QCOMPARE(answer.status, 200);
    }

    QDateTime m_now{QDate(2026, 3, 2), QTime(9, 0), Qt::UTC};
};

namespace {

QJsonArray wanted(Environment &environment)
{
    return dataOf(environment.ask("GET"_ba, u"/practice/flow"_s)).value("behaviours"_L1).toArray();
}

} // namespace

void PracticeBehaviourTest::readsTheTextForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PracticeBehaviour>("expected");
    QTest::newRow("a name") << u"slow_page"_s << PracticeBehaviour{Kind::SlowPage};
    QTest::newRow("with times") << u"other_client:times=3"_s
                                << PracticeBehaviour{Kind::OtherClient, 3};
}

void PracticeBehaviourTest::readsTheTextForm()
{
    QFETCH(const QString, text);
    const auto read = parsePracticeBehaviour(text);
    QVERIFY(read.hasValue());
    QTEST(*read, "expected");
}

void PracticeBehaviourTest::refusesTheTextForm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("nothing") << QString() << u"not a behaviour"_s;
    QTest::newRow("a slip of the pen") << u"slow_pag"_s << u"did you mean slow_page?"_s;
    QTest::newRow("no times") << u"slow_page:"_s << u"NAME:times=3"_s;
    QTest::newRow("never") << u"slow_page:times=0"_s << u"whole number from 1"_s;
    QTest::newRow("no number") << u"slow_page:times=x"_s << u"whole number from 1"_s;
    QTest::newRow("too often") << u"slow_page:times=1000001"_s << u"whole number from 1"_s;
}

void PracticeBehaviourTest::refusesTheTextForm()
{
    QFETCH(const QString, text);
    QFETCH(const QString, part);
    const auto read = parsePracticeBehaviour(text);
    QVERIFY(!read.hasValue());
    QVERIFY2(read.error().contains(part), qPrintable(read.error()));
}

void PracticeBehaviourTest::readsWhatItWrites()
{
    QList<PracticeBehaviour> all;
    QJsonArray json;
    for (const QString &name : practiceBehaviourNames()) {
        all.append(*parsePracticeBehaviour(name + u":times=2"_s));
        json.append(toJson(all.constLast()));
    }
    QCOMPARE(all.size(), 20);
    QCOMPARE(*practiceBehavioursFromJson(json), all);
}

void PracticeBehaviourTest::countsDown()
{
    PracticeBehaviours behaviours;
    behaviours.set({{Kind::SlowPage, 2}, {Kind::WrongCredentials}});
    using Moment = PracticeBehaviour::Moment;
    QCOMPARE(behaviours.take(Moment::Opening), Kind::SlowPage);
    QCOMPARE(behaviours.take(Moment::Opening), Kind::SlowPage);
    QCOMPARE(behaviours.take(Moment::Opening), std::nullopt);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(behaviours.take(Moment::SigningIn), Kind::WrongCredentials);
    QCOMPARE(behaviours.list(), QList<PracticeBehaviour>{{Kind::WrongCredentials}});
}

void PracticeBehaviourTest::isSteeredByACall()
{
    Environment environment(m_now);
    QCOMPARE(wanted(environment).size(), 0);
    want(environment, u"slow_page"_s, 3);
    QCOMPARE(wanted(environment),
        QJsonArray({QJsonObject{{u"behaviour"_s, u"slow_page"_s}, {u"times"_s, 3}}}));
    QCOMPARE(environment.ask("DELETE"_ba, u"/practice/flow"_s).status, 200);
    QCOMPARE(wanted(environment).size(), 0);
    want(environment, u"slow_page"_s);
    environment.ask("POST"_ba, u"/practice/reset"_s);
    QCOMPARE(wanted(environment).size(), 0);
}

void PracticeBehaviourTest::refusesACall_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::newRow("no list") << "{}"_ba << u"JSON array"_s;
    QTest::newRow("no object") << "[1]"_ba << u"Behaviour 1"_s;
    QTest::newRow("an unknown name") << R"([{"behaviour":"x"}])"_ba << u"known are"_s;
    QTest::newRow("an unknown property")
        << R"([{"behaviour":"slow_page","delay":1}])"_ba << u"“delay” is not a property"_s;
    QTest::newRow("half a time") << R"([{"behaviour":"slow_page","times":1.5}])"_ba
                                 << u"whole number"_s;
}

void PracticeBehaviourTest::refusesACall()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, part);
    Environment environment(m_now);
    want(environment, u"slow_page"_s);
    const auto answer = environment.ask("PUT"_ba, u"/practice/flow"_s, body);
    QCOMPARE(answer.status, 400);
    QVERIFY2(messageOf(answer).contains(part), qPrintable(messageOf(answer)));
    QCOMPARE(wanted(environment).size(), 1); // as it was
    QCOMPARE(environment.ask("PUT"_ba, u"/practice/flow"_s, "[]"_ba, "Bearer no"_ba).status, 401);
}

void PracticeBehaviourTest::isBounded()
{
    QJsonArray many;
    for (int i = 0; i <= PracticeBehaviours::maximumCount; ++i)
        many.append(toJson({Kind::SlowPage}));
    QVERIFY(!practiceBehavioursFromJson(many).hasValue());
    PracticeBehaviours behaviours;
    behaviours.set(QList<PracticeBehaviour>(500));
    QCOMPARE(behaviours.list().size(), PracticeBehaviours::maximumCount);
}

void PracticeBehaviourTest::changesThePage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("status");
    QTest::addColumn<PracticeDelivery>("delivery");
    QTest::addColumn<qint64>("delay");
    QTest::addColumn<QByteArray>("framing");
    QTest::addColumn<bool>("mayHoldFrames");
    using enum PracticeDelivery;
    const auto row = [](const char *name, int status = 200, PracticeDelivery delivery = Whole,
                         qint64 delay = 0, const QByteArray &framing = {}, bool frames = false) {
        QTest::newRow(name) << QString::fromLatin1(name) << status << delivery << delay << framing
                            << frames;
    };
    row("slow_page", 200, Whole, PracticeBehaviour::slowPageMs);
    row("stalled_page", 502, Stall);
    row("dropped_page", 502, Drop);
    row("failing_page", 502);
    row("refuses_frame", 200, Whole, 0, "DENY");
    row("hanging_page");
    row("crashing_page");
    row("closed_flow");
    row("foreign_messages", 200, Whole, 0, {}, true);
    row("malformed_tokens");
    row("message_flood");
}

void PracticeBehaviourTest::changesThePage()
{
    QFETCH(const QString, name);
    QFETCH(const bool, mayHoldFrames);
    Environment environment(m_now);
    const QUrl link = environment.link();
    want(environment, name);
    const auto page = environment.open(link);
    QTEST(page.status, "status");
    QTEST(page.delivery, "delivery");
    QTEST(page.delayMs, "delay");
    QTEST(headerOf(page, "X-Frame-Options"_ba), "framing");
    QCOMPARE(
        headerOf(page, "Content-Security-Policy"_ba).contains("frame-src 'self'"), mayHoldFrames);
    if (page.status == 200)
        QCOMPARE(Environment::pageData(page).value("behaviour"_L1).toString(), name);
    const auto next = environment.open(link);
    QCOMPARE(next.status, 200);
    QVERIFY(!Environment::pageData(next).contains("behaviour"_L1));
}

void PracticeBehaviourTest::happensOnceToOneVisit()
{
    Environment environment(m_now);
    want(environment, u"failing_page"_s);
    // What leads nowhere does not count as a visit.
    QCOMPARE(environment.open(QUrl(u"http://127.0.0.1:4000/connect/v1?token=no"_s)).status, 404);
    QCOMPARE(wanted(environment).size(), 1);
    QCOMPARE(environment.open(environment.link()).status, 502);
    QCOMPARE(wanted(environment).size(), 0);
}

void PracticeBehaviourTest::refusesASignInOnce()
{
    Environment environment(m_now);
    want(environment, u"wrong_credentials"_s);
    const QUrl link = environment.link();
    const QString visit = environment.visit(link);
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    const QJsonObject good{{u"api_key"_s, u"practice-key"_s}};
    QCOMPARE(flowError(environment.step(u"sign-in"_s, link, visit, good)), u"wrong-credentials"_s);
    QCOMPARE(flowError(environment.step(u"sign-in"_s, link, visit, good)), QString());
    QVERIFY(!Environment::activationToken(environment.step(u"finish"_s, link, visit)).isEmpty());
}

void PracticeBehaviourTest::signsInByPopup()
{
    Environment environment(m_now);
    want(environment, u"popup_sign_in"_s);
    const QUrl link = environment.link({{u"integration_tool"_s, u"personio"_s}});
    const QJsonObject data = Environment::pageData(environment.open(link));
    QCOMPARE(data["tools"_L1][0]["signIn"_L1].toString(), u"oauth"_s);
    const QString visit = data.value("visit"_L1).toString();
    environment.step(u"consent"_s, link, visit, {{u"tool"_s, u"personio"_s}});
    const QJsonObject good{{u"api_key"_s, u"practice-key"_s}};
    QCOMPARE(flowError(environment.step(u"sign-in"_s, link, visit, good)), u"wrong-credentials"_s);
    QCOMPARE(flowError(environment.step(u"oauth"_s, link, visit)), QString());
    QVERIFY(!Environment::activationToken(environment.step(u"finish"_s, link, visit)).isEmpty());
}

void PracticeBehaviourTest::aSignInWindowRefusesEmbeddedBrowsers()
{
    PracticeService service(
        Secret(QString::fromLatin1(key)), u"http://127.0.0.1:4000"_s, [this] { return m_now; });
    service.behaviours().set({{Kind::NoEmbeddedSignIn}});
    const auto ask = [&service](const QByteArray &method, const QString &target,
                         const QJsonObject &body, const QByteArray &agent) {
        const QUrl url(u"http://127.0.0.1:4000"_s + target);
        return service.answer({method, url.path(QUrl::FullyEncoded), QUrlQuery(url),
            {{"Host"_ba, "127.0.0.1:4000"_ba}, {"Authorization"_ba, bearer()},
                {"Content-Type"_ba, "application/json"_ba}, {"User-Agent"_ba, agent}},
            QJsonDocument(body).toJson()});
    };
    const QByteArray embedded = "Mozilla/5.0 QtWebEngine/6.4.2 Chrome/102";
    const auto made = ask("POST"_ba, u"/v1/connect/create-link"_s,
        {{u"end_user_email"_s, u"jo@northwind.example"_s},
            {u"end_user_organization_name"_s, u"Northwind Ltd"_s},
            {u"integration_tool"_s, u"personio"_s}},
        embedded);
    const QString token = Environment::tokenOf(QUrl(dataOf(made).value("link"_L1).toString()));
    const QString visit =
        Environment::pageData(ask("GET"_ba, u"/connect/v1?token="_s + token, {}, embedded))
            .value("visit"_L1)
            .toString();
    ask("POST"_ba, u"/connect/consent"_s,
        {{u"token"_s, token}, {u"visit"_s, visit}, {u"tool"_s, u"personio"_s}}, embedded);
    const QString window = u"/connect/oauth?token=%1&visit=%2"_s.arg(token, visit);
    QCOMPARE(ask("GET"_ba, window, {}, embedded).status, 302);
    QCOMPARE(ask("GET"_ba, u"/connect/signin/rejected"_s, {}, embedded).status, 403);
    QCOMPARE(ask("GET"_ba, window, {}, "Mozilla/5.0 Chrome/120"_ba).status, 200);
}

void PracticeBehaviourTest::decidesWhatComesOfIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("property");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QString &property, const QString &value) {
        QTest::newRow(name) << QString::fromLatin1(name) << property << value;
    };
    row("setup_completed", u"setup_status"_s, u"COMPLETED"_s);
    row("setup_incomplete", u"setup_status"_s, u"INCOMPLETE"_s);
    row("setup_final_sync", u"setup_status"_s, u"FINAL_SYNC_PENDING"_s);
    row("integration_invalid", u"status"_s, u"INVALID"_s);
    row("integration_inactive", u"status"_s, u"INACTIVE"_s);
}

void PracticeBehaviourTest::decidesWhatComesOfIt()
{
    QFETCH(const QString, name);
    QFETCH(const QString, property);
    Environment environment(m_now);
    want(environment, name);
    // With open steps, so that no status is there by itself.
    const QUrl link = environment.link({{u"enable_field_mapping"_s, name == "setup_completed"_L1}});
    const QString token = environment.connected(link);
    const QString id = dataOf(environment.resolve(token)).value("id"_L1).toString();
    QTEST(environment.details(id).value(property).toString(), "value");
    QCOMPARE(wanted(environment).size(), 0);
}

void PracticeBehaviourTest::leadsToAnotherClient()
{
    Environment environment(m_now);
    want(environment, u"other_client"_s);
    const QJsonObject resolved =
        dataOf(environment.resolve(environment.connected(environment.link())));
    QCOMPARE(resolved["end_user_organization_name"_L1].toString(), u"Somebody Else Inc"_s);
}

void PracticeBehaviourTest::aReconnectionMayLeadToAnotherClient()
{
    Environment environment(m_now);
    const QString id = environment.integration({{u"tool"_s, u"personio"_s}});
    want(environment, u"other_client"_s);
    const QUrl link(
        dataOf(environment.send("POST"_ba, Environment::addressOf(id, u"/relink"_s), {}))
            .value("link"_L1)
            .toString());
    const QJsonObject resolved = dataOf(environment.resolve(environment.connected(link)));
    QVERIFY(!resolved.value("id"_L1).toString().isEmpty());
    QVERIFY(resolved.value("id"_L1).toString() != id);
}

QTEST_GUILESS_MAIN(PracticeBehaviourTest)

#include "tst_practicebehaviour.moc"
