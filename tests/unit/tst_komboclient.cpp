// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/komboclient.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTestEventLoop>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

class KomboClientTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void createsLinks();
    void resolvesTokens();
    void keepsTheOrganizationByteExact();
    void takesOddButGoodAnswers_data();
    void takesOddButGoodAnswers();
    void emitsNothingBeforeTheEventLoop_data();
    void emitsNothingBeforeTheEventLoop();
    void failsWithAKind_data();
    void failsWithAKind();
    void neverShowsKeyOrToken_data();
    void neverShowsKeyOrToken();
    void keepsTheKeyFromOtherHosts();
    void repeatsCalls_data();
    void repeatsCalls();
    void repeatsNoLostPost();
    void repeatsNoPostOnAConnectionThatWasKept();
    void repeatsRefusedConnections();
    void obeysRetryAfter();
    void tellsWhatTheServerAskedFor();
    void giveUpSayingWhy();
    void startsEachAttemptWithAWholeDeadline();
    void cancels_data();
    void cancels();
    void cancelsAfterTheEnd();
    void survivesDeletion_data();
    void survivesDeletion();
    void endsManyCallsApart();
    void holdsAllCallsBackAfterARateLimit();
    void countsDown();
};

namespace {

const QString key = testKey();
Secret token()
{
    return Secret(u"act:4f1c/secret"_s);
}
constexpr auto linkAnswer =
    R"({"status":"success","data":{"link":"https://connect.kombo.dev/v1?token=a.b.c"}})";
constexpr auto integrationAnswer =
    R"({"status":"success","data":{"tool":"personio","id":"personio:Zk3v",
    "end_user_origin_id":null,"end_user_organization_name":"Northwind Ltd","end_user_email":null,
    "setup_status":"INCOMPLETE"}})";

ConnectDetails someDetails()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

// Long enough for any answer that is still on its way on loopback.
void letThingsSettle()
{
    QTestEventLoop().enterLoopMSecs(25); // unlike qWait() it never sleeps
}

} // namespace

Q_DECLARE_METATYPE(desk::test::Response)

void KomboClientTest::createsLinks()
{
    ScriptedServer server;
    server.enqueue(Response::json(linkAnswer));
    KomboClient client(accessTo(server));
    ApiCall<CreatedLink> *call = client.createConnectionLink(someDetails());
    QVERIFY(!call->isFinished());
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(log.events(), (QStringList{u"succeeded"_s, u"finished"_s}));
    QVERIFY(call->isFinished());
    QVERIFY(!call->wasCancelled());
    QCOMPARE(call->value().link.reveal(), u"https://connect.kombo.dev/v1?token=a.b.c"_s);
    QCOMPARE(call->parent(), &client);

    const Request request = server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/v1/connect/create-link"));
    QCOMPARE(request.header("Authorization"), "Bearer " + key.toLatin1());
    QCOMPARE(client.access().baseUrl, server.url(u"/v1"_s));
}

void KomboClientTest::resolvesTokens()
{
    ScriptedServer server;
    server.enqueue(Response::json(integrationAnswer));
    KomboClient client(accessTo(server));
    ApiCall<ResolvedIntegration> *call = client.getIntegrationByToken(token());
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(call->value().id, u"personio:Zk3v"_s);
    QCOMPARE(call->value().originId, std::nullopt);
    QCOMPARE(call->value().setupStatus, u"INCOMPLETE"_s);

    const Request request = server.requests().constFirst();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/v1/connect/integration-by-token/act%3A4f1c%2Fsecret"));
}

void KomboClientTest::keepsTheOrganizationByteExact()
{
    const QString name = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    ScriptedServer server;
    // Sends back what arrived, as an integration.
    server.setHandler([](const Request &request) {
        if (request.method == "POST")
            return Response::json(linkAnswer);
        return Response::json(integrationAnswer);
    });
    KomboClient client(accessTo(server));
    ConnectDetails details = someDetails();
    details.organization = name;
    CallLog log(client.createConnectionLink(details));
    QVERIFY(log.ends());
    const QByteArray body = server.requests().constFirst().body;
    const QJsonObject sent = QJsonDocument::fromJson(body).object();
    QCOMPARE(sent.value("end_user_organization_name"_L1).toString(), name);
    QVERIFY(body.contains("株式会社 🚀"));

    QJsonObject data = QJsonDocument::fromJson(integrationAnswer).object();
    QJsonObject inner = data.value("data"_L1).toObject();
    inner.insert("end_user_organization_name"_L1, sent.value("end_user_organization_name"_L1));
    data.insert("data"_L1, inner);
    server.enqueue(Response::json(QJsonDocument(data).toJson()));
    ApiCall<ResolvedIntegration> *call = client.getIntegrationByToken(token());
    CallLog resolved(call);
    QVERIFY(resolved.ends());
    QCOMPARE(call->value().organization, name);
}

void KomboClientTest::takesOddButGoodAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a byte order mark in front") << QByteArray("\xef\xbb\xbf") + linkAnswer;
    QTest::newRow("blanks around it") << QByteArray(" \r\n ") + linkAnswer + "\n\n";
    QTest::newRow("a property twice: the last one counts, as usual")
        << QByteArray(R"({"status":"error","status":"success","data":{"link":"x",)"
                      R"("link":"https://connect.kombo.dev/v1?token=a.b.c"}})");
    QTest::newRow("properties nobody knows")
        << QByteArray(R"({"status":"success","meta":[1,{}],"data":{"id":7,)"
                      R"("link":"https://connect.kombo.dev/v1?token=a.b.c"}})");
}

void KomboClientTest::takesOddButGoodAnswers()
{
    QFETCH(QByteArray, body);
    ScriptedServer server;
    server.enqueue(Response::json(body));
    KomboClient client(accessTo(server));
    ApiCall<CreatedLink> *call = client.createConnectionLink(someDetails());
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(log.events(), (QStringList{u"succeeded"_s, u"finished"_s}));
    QCOMPARE(call->value().link.reveal(), u"https://connect.kombo.dev/v1?token=a.b.c"_s);
}

void KomboClientTest::emitsNothingBeforeTheEventLoop_data()
{
    QTest::addColumn<bool>("isReachable");
    QTest::newRow("an answer") << true;
    QTest::newRow("a refused connection") << false;
}

void KomboClientTest::emitsNothingBeforeTheEventLoop()
{
    QFETCH(bool, isReachable);
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json(linkAnswer); });
    if (!isReachable)
        server.stop();
    KomboClient client(accessTo(server), {}, quickly());
    ApiCallBase *call = client.createConnectionLink(someDetails());
    QVERIFY(!call->isFinished());
    CallLog log(call);
    QVERIFY(log.events().isEmpty());
    QVERIFY(log.ends());
}

void KomboClientTest::failsWithAKind_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("text"); // in message or detail

    const QString any;
    const auto json = [](const QByteArray &body) { return Response::json(body); };
    const QByteArray good = linkAnswer;
    QTest::newRow("204") << Response::noContent() << Kind::Protocol << u"expected 200"_s;
    QTest::newRow("200 with a page")
        << Response::html("<h1>Log in</h1>") << Kind::Protocol << u"text/html"_s;
    QTest::newRow("200 without a type")
        << Response::of(200, {}, good) << Kind::Protocol << u"content type"_s;
    QTest::newRow("an empty link")
        << json(R"({"status":"success","data":{"link":""}})") << Kind::Protocol << u"data.link"_s;
    QTest::newRow("a numeric link") << json(R"({"status":"success","data":{"link":5}})")
                                    << Kind::Protocol << u"data.link: expected text"_s;
    QTest::newRow("JSON that is cut, in a body that is not")
        << json(good.first(30)) << Kind::Protocol << u"not JSON"_s;
    QTest::newRow("a list at the top")
        << json("[" + good + "]") << Kind::Protocol << u"expected object, found list"_s;
    QTest::newRow("a property twice, of which the last is wrong")
        << json(R"({"status":"success","data":{"link":"https://connect.kombo.dev/x","link":5}})")
        << Kind::Protocol << u"data.link: expected text"_s;
    QTest::newRow("a byte order mark and nothing else")
        << json("\xef\xbb\xbf") << Kind::Protocol << u"not JSON"_s;
    QTest::newRow("JSON in UTF-16")
        << json(QByteArray("\xff\xfe{\0}\0", 6)) << Kind::Protocol << u"not JSON"_s;
    QTest::newRow("deep nesting") << json(
        R"({"status":"success","data":)" + QByteArray(100'000, '['))
                                  << Kind::Protocol << u"not JSON"_s;
    QTest::newRow("nothing, as JSON") << json("") << Kind::Protocol << u"found nothing"_s;
    QTest::newRow("a huge body") << json(QByteArray(9'000'000, ' ')) << Kind::TooLarge << any;
    QTest::newRow("a cut body") << json(good).cutAfter(20) << Kind::Transport << any;
    QTest::newRow("a redirect") << Response::redirect(QUrl(u"https://evil.example/x"_s), 307)
                                << Kind::Redirect << u"evil.example"_s;
    QTest::newRow("a page with 503") << Response::html("<html><h1>Down</h1></html>").withStatus(503)
                                     << Kind::Server << u"Down"_s;
    QTest::newRow("plain text with 500")
        << Response::of(500, "text/plain", "Ouch") << Kind::Server << u"Ouch"_s;
    QTest::newRow("nothing with 500") << Response::of(500, {}, {}) << Kind::Server << any;
    QTest::newRow("XML with 502") << Response::of(502, "application/xml", "<e>Gone</e>")
                                  << Kind::Server << u"Gone"_s;
    QTest::newRow("an error beyond the bound")
        << Response::of(500, "text/plain", QByteArray(1'000'000, 'x')) << Kind::Server << any;
    QTest::newRow("code and title null")
        << json(R"({"status":"error","error":{"code":null,"title":null,"message":"M"}})")
               .withStatus(500)
        << Kind::Server << u"M"_s;
    QTest::newRow("a code nobody knows")
        << json(R"({"error":{"code":"HRIS.NEW","message":"M"}})").withStatus(409) << Kind::Rejected
        << u"M"_s;
    QTest::newRow("400")
        << json(R"({"error":{"code":"PLATFORM.INPUT_INVALID","message":"M"}})").withStatus(400)
        << Kind::Rejected << u"M"_s;
    QTest::newRow("401") << json(
        R"({"error":{"code":"PLATFORM.AUTHENTICATION_INVALID","message":"M"}})")
                                .withStatus(401)
                         << Kind::Unauthorized << u"M"_s;
    QTest::newRow("403 for the network")
        << json(R"({"error":{"code":"PLATFORM.IP_NOT_WHITELISTED","message":"M"}})").withStatus(403)
        << Kind::NetworkNotAllowed << u"M"_s;
    QTest::newRow("404") << json(
        R"({"error":{"code":"PLATFORM.INTEGRATION_NOT_FOUND","message":"M"}})")
                                .withStatus(404)
                         << Kind::NotFound << u"M"_s;
    QTest::newRow("429 to the end") << json("{}").withStatus(429) << Kind::RateLimited << any;
}

void KomboClientTest::failsWithAKind()
{
    QFETCH(Response, response);
    QFETCH(Kind, kind);
    QFETCH(QString, text);
    ScriptedServer server;
    server.setHandler([response](const Request &) { return response; });
    KomboClient client(accessTo(server), {}, quickly());
    ApiCall<CreatedLink> *call = client.createConnectionLink(someDetails());
    CallLog log(call);
    QVERIFY(log.ends());
    QCOMPARE(log.events().last(2), (QStringList{u"failed "_s + nameOf(kind), u"finished"_s}));
    QCOMPARE(log.error().host, u"127.0.0.1"_s);
    const QString words = log.error().message + u' ' + log.error().detail;
    QVERIFY2(words.contains(text), qPrintable(words));
    QVERIFY(call->isFinished());
}

void KomboClientTest::neverShowsKeyOrToken_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body"); // %1: the request as the server saw it

    const QByteArray json("application/json");
    QTest::newRow("in a message") << 400 << json << QByteArray(R"({"error":{"message":"%1"}})");
    QTest::newRow("in a title") << 400 << json << QByteArray(R"({"error":{"title":"%1"}})");
    QTest::newRow("in a page") << 502 << QByteArray("text/html") << QByteArray("<pre>%1</pre>");
    QTest::newRow("in plain text") << 500 << QByteArray("text/plain") << QByteArray("%1");
    QTest::newRow("in an answer that is none") << 200 << json << QByteArray("%1");
    QTest::newRow("in a content type") << 200 << QByteArray("%1") << QByteArray("{}");
}

void KomboClientTest::neverShowsKeyOrToken()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    server.setHandler([=](const Request &request) {
        const QByteArray seen = request.target + ' ' + request.header("Authorization") + ' '
            + key.toLatin1() + ' ' + token().reveal().toLatin1();
        return Response::of(
            status, QByteArray(type).replace("%1", seen), QByteArray(body).replace("%1", seen));
    });
    KomboClient client(accessTo(server));
    CallLog log(client.getIntegrationByToken(token()));
    QVERIFY(log.ends());
    const ApiError &error = log.error();
    const QString all = QStringList{error.code, error.title, error.message, error.detail,
        error.host, error.logUrl.toString()}
                            .join(u' ');
    for (const QString &secret : {key, token().reveal(), u"act%3A4f1c%2Fsecret"_s})
        QVERIFY(
            !all.contains(secret, Qt::CaseInsensitive)); // says nothing of all, which may hold it
}

void KomboClientTest::keepsTheKeyFromOtherHosts()
{
    ScriptedServer other;
    ScriptedServer server;
    server.setHandler([&other](const Request &) {
        return Response::redirect(other.url(u"/v1/connect/create-link"_s, u"localhost"_s));
    });
    KomboClient client(accessTo(server), {}, quickly());
    CallLog post(client.createConnectionLink(someDetails()));
    CallLog get(client.getIntegrationByToken(token()));
    QVERIFY(post.ends());
    QVERIFY(get.ends());
    QCOMPARE(post.events(), (QStringList{u"failed Redirect"_s, u"finished"_s}));
    QCOMPARE(get.events(), (QStringList{u"failed Redirect"_s, u"finished"_s}));
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(server.requests().size(), 2);
}

void KomboClientTest::repeatsCalls_data()
{
    QTest::addColumn<bool>("isPost");
    QTest::addColumn<QList<Response>>("responses");
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<int>("requests");

    const Response link = Response::json(linkAnswer);
    const Response integration = Response::json(integrationAnswer);
    const Response busy = Response::html("<h1>Busy</h1>").withStatus(503);
    const Response slowDown = Response::json("{}").withStatus(429).withHeader("Retry-After", "0");
    const Response cut = integration.cutAfter(30);
    const Response broken = Response::json("{}").withStatus(500);
    const QStringList good{u"succeeded"_s, u"finished"_s};
    const QStringList secondGood = QStringList{u"waiting 1"_s} + good;
    const QStringList waits{u"waiting 1"_s, u"waiting 2"_s, u"waiting 3"_s};

    QTest::newRow("POST after 503") << true << QList{busy, link} << secondGood << 2;
    QTest::newRow("POST after 429") << true << QList{slowDown, link} << secondGood << 2;
    QTest::newRow("POST after three times 503")
        << true << QList{busy, busy, busy, link} << waits + good << 4;
    QTest::newRow("POST never a fifth time")
        << true << QList{busy, busy, busy, busy, link}
        << waits + QStringList{u"failed Server"_s, u"finished"_s} << 4;
    QTest::newRow("POST not after 500")
        << true << QList{broken, link} << QStringList{u"failed Server"_s, u"finished"_s} << 1;
    QTest::newRow("POST not after an answer that broke off")
        << true << QList{link.cutAfter(30), link}
        << QStringList{u"failed Transport"_s, u"finished"_s} << 1;
    QTest::newRow("GET after 503") << false << QList{busy, integration} << secondGood << 2;
    QTest::newRow("GET after 429") << false << QList{slowDown, integration} << secondGood << 2;
    QTest::newRow("GET after an answer that broke off")
        << false << QList{cut, integration} << secondGood << 2;
    QTest::newRow("GET not after 500") << false << QList{broken, integration}
                                       << QStringList{u"failed Server"_s, u"finished"_s} << 1;
    QTest::newRow("GET never a fifth time")
        << false << QList{cut, cut, cut, cut, integration}
        << waits + QStringList{u"failed Transport"_s, u"finished"_s} << 4;
    // An unusable answer came whole; another one would be as unusable.
    QTest::newRow("GET not after an answer that makes no sense")
        << false << QList{Response::json("[]"), integration}
        << QStringList{u"failed Protocol"_s, u"finished"_s} << 1;
}

void KomboClientTest::repeatsCalls()
{
    QFETCH(bool, isPost);
    QFETCH(QList<Response>, responses);
    ScriptedServer server;
    for (const Response &response : std::as_const(responses))
        server.enqueue(response);
    KomboClient client(accessTo(server), {}, quickly());
    ApiCallBase *call = nullptr;
    if (isPost)
        call = client.createConnectionLink(someDetails());
    else
        call = client.getIntegrationByToken(token());
    CallLog log(call);
    QVERIFY(log.ends());
    letThingsSettle();
    QTEST(log.events(), "events");
    QTEST(int(server.requests().size()), "requests");
}

void KomboClientTest::repeatsNoLostPost()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::drop(); });
    KomboClient client(accessTo(server), {}, quickly());
    CallLog post(client.createConnectionLink(someDetails()));
    QVERIFY(post.ends());
    letThingsSettle();
    QCOMPARE(post.events(), (QStringList{u"failed Transport"_s, u"finished"_s}));
    QCOMPARE(server.requests().size(), 1); // Qt would send it again by itself

    CallLog get(client.getIntegrationByToken(token()));
    QVERIFY(get.ends());
    QCOMPARE(get.events(),
        (QStringList{
            u"waiting 1"_s, u"waiting 2"_s, u"waiting 3"_s, u"failed Transport"_s, u"finished"_s}));
}

void KomboClientTest::repeatsNoPostOnAConnectionThatWasKept()
{
    ScriptedServer server;
    server.enqueue(Response::json(linkAnswer));
    server.setHandler([](const Request &) { return Response::drop(); });
    KomboClient client(accessTo(server), {}, quickly());
    CallLog first(client.createConnectionLink(someDetails()));
    QVERIFY(first.ends());
    QCOMPARE(first.events(), (QStringList{u"succeeded"_s, u"finished"_s}));
    CallLog second(client.createConnectionLink(someDetails()));
    QVERIFY(second.ends());
    letThingsSettle();
    QCOMPARE(second.events(), (QStringList{u"failed Transport"_s, u"finished"_s}));
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.connectionCount(), 1);
}

void KomboClientTest::repeatsRefusedConnections()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::json(linkAnswer); });
    server.stop();
    KomboClient client(accessTo(server), {}, quickly());
    CallLog log(client.createConnectionLink(someDetails()));
    log.when(u"waiting 2"_s, [&server] { server.restart(); });
    QVERIFY(log.ends());
    QCOMPARE(
        log.events(), (QStringList{u"waiting 1"_s, u"waiting 2"_s, u"succeeded"_s, u"finished"_s}));
    QCOMPARE(server.requests().size(), 1);
}

void KomboClientTest::obeysRetryAfter()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").withStatus(429).withHeader("Retry-After", "7"));
    Repetition repetition = quickly();
    repetition.policy.firstDelay = 400ms;
    repetition.random = [] { return 0.5; };
    KomboClient client(accessTo(server), {}, repetition);
    ApiCallBase *call = client.createConnectionLink(someDetails());
    CallLog log(call);
    log.when(u"waiting 1"_s, [call] { call->cancel(); }); // rather than wait for it
    QVERIFY(QTest::qWaitFor([call] { return call->isFinished(); }));
    QCOMPARE(log.delays(), QList<int>{7200});

    server.enqueue(Response::json("{}").withStatus(503).withHeader("retry-after-ms", "5"));
    server.enqueue(Response::json(linkAnswer));
    repetition.random = [] { return 0.0; };
    KomboClient other(accessTo(server), {}, repetition);
    CallLog second(other.createConnectionLink(someDetails()));
    QVERIFY(second.ends());
    QCOMPARE(second.delays(), QList<int>{5});
    QCOMPARE(second.events().constFirst(), u"waiting 1"_s);
    QCOMPARE(second.events().constLast(), u"finished"_s);
    QCOMPARE(second.error().httpStatus, 0);
}

void KomboClientTest::tellsWhatTheServerAskedFor()
{
    ScriptedServer server;
    server.enqueue(
        Response::json(R"({"error":{"code":"PLATFORM.RATE_LIMIT_EXCEEDED","message":"M"}})")
            .withStatus(429)
            .withHeader("Retry-After", "Sun, 01 Mar 2026 12:05:00 GMT"));
    Repetition repetition = quickly();
    repetition.now = [] { return QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC); };
    KomboClient client(accessTo(server), {}, repetition);
    CallLog log(client.createConnectionLink(someDetails()));
    QVERIFY(log.ends());
    // Five minutes are more than anybody waits without being asked.
    QCOMPARE(log.events(), (QStringList{u"failed RateLimited"_s, u"finished"_s}));
    QCOMPARE(log.error().retryAfter, std::optional(std::chrono::milliseconds(5min)));
}

void KomboClientTest::giveUpSayingWhy()
{
    ScriptedServer server;
    server.stop();
    KomboClient client(accessTo(server), {}, quickly());
    CallLog log(client.createConnectionLink(someDetails()));
    QVERIFY(log.ends());
    QCOMPARE(log.error().kind, Kind::Transport);
    QCOMPARE(log.error().httpStatus, 0);
    QVERIFY(!log.error().detail.isEmpty());
    QCOMPARE(log.delays(), (QList<int>{2, 2, 2}));
}

void KomboClientTest::startsEachAttemptWithAWholeDeadline()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").withStatus(503).trickled(1, 180ms));
    server.enqueue(Response::json(linkAnswer).trickled(qsizetype(qstrlen(linkAnswer)) + 1, 360ms));
    server.setHandler(
        [](const Request &) { return Response::json(QByteArray(1000, ' ')).trickled(1, 10ms); });
    KomboClient client(accessTo(server), {600ms, 100ms}, quickly());
    CallLog slow(client.createConnectionLink(someDetails()));
    QVERIFY(slow.ends());
    QCOMPARE(slow.events(), (QStringList{u"waiting 1"_s, u"succeeded"_s, u"finished"_s}));

    // A body that never stops coming is stopped all the same, and not asked for again.
    CallLog endless(client.getIntegrationByToken(token()));
    QVERIFY(endless.ends());
    QCOMPARE(endless.events(), (QStringList{u"failed Timeout"_s, u"finished"_s}));
    QCOMPARE(server.requests().size(), 3);
}

void KomboClientTest::cancels_data()
{
    QTest::addColumn<QList<Response>>("responses");
    QTest::addColumn<QString>("when"); // "at once", "when asked", or an event of the call
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<bool>("wasCancelled");

    const Response link = Response::json(linkAnswer);
    const Response busy = Response::json("{}").withStatus(503);
    const QStringList silence;
    QTest::newRow("before it was sent") << QList{link} << u"at once"_s << silence << true;
    QTest::newRow("while the server thinks")
        << QList{Response::stall()} << u"when asked"_s << silence << true;
    QTest::newRow("while the answer is on its way")
        << QList{link} << u"when asked"_s << silence << true;
    QTest::newRow("while it waits to be repeated")
        << QList{busy, link} << u"waiting 1"_s << QStringList{u"waiting 1"_s} << true;
    QTest::newRow("while it says that it succeeded")
        << QList{link} << u"succeeded"_s << QStringList{u"succeeded"_s, u"finished"_s} << false;
    QTest::newRow("while it says that it failed")
        << QList{busy.withStatus(400)} << u"failed Rejected"_s
        << QStringList{u"failed Rejected"_s, u"finished"_s} << false;
    QTest::newRow("while it says that it finished")
        << QList{link} << u"finished"_s << QStringList{u"succeeded"_s, u"finished"_s} << false;
}

void KomboClientTest::cancels()
{
    QFETCH(QList<Response>, responses);
    QFETCH(QString, when);
    ScriptedServer server;
    for (const Response &response : std::as_const(responses))
        server.enqueue(response);
    KomboClient client(accessTo(server), {}, quickly());
    ApiCallBase *call = client.createConnectionLink(someDetails());
    CallLog log(call);
    log.when(when, [call] { call->cancel(); });
    if (when == "at once"_L1)
        call->cancel();
    if (when == "when asked"_L1)
        connect(&server, &ScriptedServer::requestReceived, call, &ApiCallBase::cancel);
    QVERIFY(QTest::qWaitFor([call] { return call->isFinished(); }));
    letThingsSettle();
    call->cancel(); // changes nothing
    QTEST(log.events(), "events");
    QTEST(call->wasCancelled(), "wasCancelled");
    QVERIFY(server.requests().size() <= 1);
}

void KomboClientTest::cancelsAfterTheEnd()
{
    ScriptedServer server;
    server.enqueue(Response::json(linkAnswer));
    KomboClient client(accessTo(server));
    ApiCall<CreatedLink> *call = client.createConnectionLink(someDetails());
    CallLog log(call);
    QVERIFY(log.ends());
    call->cancel();
    QVERIFY(!call->wasCancelled());
    QVERIFY(!call->value().link.isEmpty());
    QCOMPARE(log.events(), (QStringList{u"succeeded"_s, u"finished"_s}));
}

void KomboClientTest::survivesDeletion_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<QString>("when");
    QTest::addColumn<bool>("deletesClient");
    QTest::addColumn<QStringList>("events");

    const Response link = Response::json(linkAnswer);
    const Response busy = Response::json("{}").withStatus(503);
    const QStringList silence;
    for (const bool client : {false, true}) {
        const char *what = client ? "the client" : "the call";
        const auto row = [what](const char *when) -> QTestData & {
            return QTest::addRow("%s %s", what, when);
        };
        row("before it was sent") << link << u"at once"_s << client << silence;
        row("while the server thinks") << Response::stall() << u"when asked"_s << client << silence;
        row("while the answer is on its way") << link << u"when asked"_s << client << silence;
        row("in the middle of the answer")
            << link.trickled(10, 5ms) << u"when asked"_s << client << silence;
        row("while it waits to be repeated")
            << busy << u"waiting 1"_s << client << QStringList{u"waiting 1"_s};
        row("while it says that it succeeded")
            << link << u"succeeded"_s << client << QStringList{u"succeeded"_s};
        row("while it says that it failed") << busy.withStatus(400) << u"failed Rejected"_s
                                            << client << QStringList{u"failed Rejected"_s};
        row("while it says that it finished")
            << link << u"finished"_s << client << QStringList{u"succeeded"_s, u"finished"_s};
    }
}

void KomboClientTest::survivesDeletion()
{
    QFETCH(Response, response);
    QFETCH(QString, when);
    QFETCH(bool, deletesClient);
    ScriptedServer server;
    server.setHandler([response](const Request &) { return response; });
    auto client =
        std::make_unique<KomboClient>(accessTo(server), KomboClient::Deadlines(), quickly());
    QPointer<ApiCallBase> call = client->createConnectionLink(someDetails());
    CallLog log(call);
    const auto destroy = [&client, &call, deletesClient] {
        if (deletesClient)
            client.reset();
        else
            delete call;
    };
    log.when(when, destroy);
    if (when == "at once"_L1)
        destroy();
    if (when == "when asked"_L1)
        connect(&server, &ScriptedServer::requestReceived, this, destroy);
    QVERIFY(QTest::qWaitFor([&call] { return call.isNull(); }));
    letThingsSettle();
    QTEST(log.events(), "events");
    QVERIFY(server.requests().size() <= 1);
}

void KomboClientTest::endsManyCallsApart()
{
    ScriptedServer server;
    server.setHandler([](const Request &request) {
        return Response::json(request.method == "POST" ? linkAnswer : integrationAnswer)
            .trickled(50, 1ms);
    });
    KomboClient client(accessTo(server));
    std::vector<std::unique_ptr<CallLog>> logs;
    for (int i = 0; i < 20; ++i) {
        logs.push_back(std::make_unique<CallLog>(client.createConnectionLink(someDetails())));
        logs.push_back(std::make_unique<CallLog>(client.getIntegrationByToken(token())));
    }
    logs.at(5)->call()->cancel();
    delete logs.at(8)->call();
    for (size_t i = 0; i < logs.size(); ++i) {
        if (i == 5 || i == 8)
            continue;
        QVERIFY(logs.at(i)->ends());
        QCOMPARE(logs.at(i)->events(), (QStringList{u"succeeded"_s, u"finished"_s}));
    }
    QVERIFY(logs.at(5)->events().isEmpty());
    QVERIFY(logs.at(8)->events().isEmpty());
}

void KomboClientTest::holdsAllCallsBackAfterARateLimit()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").withStatus(429).withHeader("retry-after-ms", "120"));
    server.setHandler([](const Request &) { return Response::json(linkAnswer); });
    KomboClient client(accessTo(server), {}, quickly());
    CallLog first(client.createConnectionLink(someDetails()));
    QTRY_COMPARE(first.events(), QStringList{u"waiting 1"_s});
    CallLog second(client.createConnectionLink(someDetails()));
    QTRY_COMPARE(second.events(), QStringList{u"waiting 0"_s});
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(second.delays().constFirst() > 0 && second.delays().constFirst() <= 124);
    QVERIFY(second.ends());
    QVERIFY(first.ends());
    QCOMPARE(server.requests().size(), 3);
}

void KomboClientTest::countsDown()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").withStatus(503).withHeader("Retry-After", "2"));
    server.enqueue(Response::json(linkAnswer));
    KomboClient client(accessTo(server), {}, quickly());
    CallLog log(client.createConnectionLink(someDetails()));
    QVERIFY(log.ends());
    QCOMPARE(log.events(), (QStringList{u"waiting 1"_s, u"succeeded"_s, u"finished"_s}));
    QVERIFY(log.ticks() >= 1);
    QCOMPARE(log.resumptions(), 1);
}

QTEST_GUILESS_MAIN(KomboClientTest)
#include "tst_komboclient.moc"
