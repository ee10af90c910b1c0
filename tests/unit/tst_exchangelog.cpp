// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/exchangelog.h"
#include "api/exchangerecord.h"
#include "api/komboclient.h"

#include "core/redactor.h"

#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;

class ExchangeLogTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void recordsARequestAndItsAnswer();
    void recordsEachAttemptOnce();
    void recordsHowItEnded_data();
    void recordsHowItEnded();
    void recordsWhatWasCancelled_data();
    void recordsWhatWasCancelled();
    void holdsNoSecret_data();
    void holdsNoSecret();
    void hidesEmailOnRequest();
    void keepsBodiesThatAreNoText();
    void cutsLongAnswers();
    void isBoundedByCount();
    void isBoundedByBytes();
    void mayGoFirst();
    void mayDeleteTheClient();
};

namespace {

constexpr auto secretLink = "https://connect.kombo.dev/v1?token=aaaaaaaaaa.bbbbbbbb.cccccccccc";

QByteArray linkAnswer()
{
    return QByteArray(R"({"status":"success","data":{"link":")") + secretLink + R"("}})";
}

Secret token()
{
    return Secret(u"act:4f1c/secret"_s);
}

ConnectDetails someDetails()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

QByteArray headerOf(const HttpHeaders &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

// All of a record as one text.
QByteArray everything(const Exchange &exchange)
{
    QByteArray text = exchange.endpoint.toUtf8() + exchange.method + exchange.url.toUtf8()
        + exchange.requestBody + exchange.responseBody + exchange.problem.toUtf8();
    for (const auto &[name, value] : exchange.requestHeaders + exchange.responseHeaders)
        text += name + ": " + value + '\n';
    return text;
}

} // namespace

void ExchangeLogTest::recordsARequestAndItsAnswer()
{
    ScriptedServer server;
    server.enqueue(Response::json(linkAnswer()).withHeader("X-Request-Id", "r1"));
    ExchangeLog log;
    KomboClient client(accessTo(server));
    client.recordIn(&log);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    CallLog call(client.createConnectionLink(someDetails()));
    QVERIFY(call.ends());

    QCOMPARE(log.exchanges().size(), 1);
    const Exchange &exchange = log.exchanges().constFirst();
    QCOMPARE(exchange.number, 1U);
    QCOMPARE(exchange.endpoint, u"createConnectionLink"_s);
    QCOMPARE(exchange.attempt, 1);
    QVERIFY(exchange.startedAt >= before && exchange.startedAt <= QDateTime::currentDateTimeUtc());
    QCOMPARE(exchange.method, QByteArray("POST"));
    QCOMPARE(exchange.url, server.url(u"/v1/connect/create-link"_s).toString());
    QCOMPARE(headerOf(exchange.requestHeaders, "Authorization"), QByteArray("Bearer [redacted]"));
    QCOMPARE(headerOf(exchange.requestHeaders, "Content-Type"), QByteArray("application/json"));
    QCOMPARE(exchange.requestBody, server.requests().constFirst().body);
    QCOMPARE(exchange.ending, Exchange::Ending::Answered);
    QCOMPARE(exchange.status, 200);
    QCOMPARE(headerOf(exchange.responseHeaders, "X-Request-Id"), QByteArray("r1"));
    QCOMPARE(
        exchange.responseBody, QByteArray(R"({"status":"success","data":{"link":"[redacted]"}})"));
    QCOMPARE(exchange.responseSize, linkAnswer().size());
    QVERIFY(!exchange.isResponseCut);
    const Exchange::Timings &timings = exchange.timings;
    QVERIFY(timings.queued && timings.sent && timings.firstByte);
    QVERIFY(0ms <= *timings.queued && *timings.queued <= *timings.sent);
    QVERIFY(*timings.sent <= *timings.firstByte && *timings.firstByte <= timings.done);
}

void ExchangeLogTest::recordsEachAttemptOnce()
{
    ScriptedServer server;
    server.enqueue(Response::json("{}").withStatus(503));
    server.enqueue(Response::json("{}").withStatus(429));
    server.enqueue(Response::json(linkAnswer()));
    ExchangeLog log;
    QSignalSpy appended(&log, &ExchangeLog::appended);
    KomboClient client(accessTo(server), {}, quickly());
    client.recordIn(&log);
    CallLog call(client.createConnectionLink(someDetails()));
    QVERIFY(call.ends());
    QList<int> statuses;
    QList<int> attempts;
    for (const Exchange &exchange : log.exchanges()) {
        statuses.append(exchange.status);
        attempts.append(exchange.attempt);
    }
    QCOMPARE(statuses, (QList<int>{503, 429, 200}));
    QCOMPARE(attempts, (QList<int>{1, 2, 3}));
    QCOMPARE(log.exchanges().constLast().number, 3U);
    QCOMPARE(appended.size(), 3);
}

void ExchangeLogTest::recordsHowItEnded_data()
{
    QTest::addColumn<Response>("response");
    QTest::addColumn<Exchange::Ending>("ending");
    QTest::addColumn<int>("status");
    using Ending = Exchange::Ending;
    QTest::newRow("an error is an answer") << Response::of(400, {}, {}) << Ending::Answered << 400;
    QTest::newRow("a cut answer") << Response::json("{}   ").cutAfter(2) << Ending::Broken << 200;
    QTest::newRow("no answer in time") << Response::stall() << Ending::Deadline << 0;
    QTest::newRow("far too much") << Response::json(QByteArray(9'000'000, ' ')) << Ending::TooLarge
                                  << 200;
}

void ExchangeLogTest::recordsHowItEnded()
{
    QFETCH(Response, response);
    QFETCH(Exchange::Ending, ending);
    QFETCH(int, status);
    ScriptedServer server;
    server.setHandler([response](const Request &) { return response; });
    ExchangeLog log;
    KomboClient client(accessTo(server), {400ms, 400ms}, quickly());
    client.recordIn(&log);
    CallLog call(client.createConnectionLink(someDetails()));
    QVERIFY(call.ends());
    QCOMPARE(log.exchanges().size(), 1);
    QCOMPARE(log.exchanges().constFirst().ending, ending);
    QCOMPARE(log.exchanges().constFirst().status, status);
}

void ExchangeLogTest::recordsWhatWasCancelled_data()
{
    QTest::addColumn<bool>("isDeleted");
    QTest::newRow("by cancel()") << false;
    QTest::newRow("by deleting the client") << true;
}

void ExchangeLogTest::recordsWhatWasCancelled()
{
    QFETCH(bool, isDeleted);
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::stall(); });
    ExchangeLog log;
    auto client = std::make_unique<KomboClient>(accessTo(server));
    client->recordIn(&log);
    ApiCallBase *call = client->checkApiKey();
    QTRY_COMPARE(server.requests().size(), 1);
    if (isDeleted)
        client.reset();
    else
        call->cancel();
    QCOMPARE(log.exchanges().size(), 1);
    QCOMPARE(log.exchanges().constFirst().ending, Exchange::Ending::Cancelled);
    client.reset();
    QCOMPARE(log.exchanges().size(), 1);
}

void ExchangeLogTest::holdsNoSecret_data()
{
    QTest::addColumn<Response>("response");
    const QByteArray all = testKey().toLatin1() + ' ' + token().reveal().toLatin1() + ' '
        + QUrl::toPercentEncoding(token().reveal()) + ' ' + secretLink;
    QTest::newRow("a plain text that repeats everything") << Response::of(500, "text/plain", all);
    QTest::newRow("JSON that repeats everything")
        << Response::json(R"({"error":{"message":")" + all + R"(","code":null}})").withStatus(400);
    QTest::newRow("a header that repeats the key")
        << Response::json("{}").withHeader("X-Echo", "Bearer " + testKey().toLatin1());
    QTest::newRow("a redirect that repeats the path")
        << Response::redirect(QUrl(u"https://a.example/connect/integration-by-token/"_s
               + QString::fromLatin1(QUrl::toPercentEncoding(token().reveal()))));
    QTest::newRow("a cookie") << Response::json("{}").withHeader(
        "Set-Cookie", "session=" + testKey().toLatin1());
    QTest::newRow("bytes that are no text")
        << Response::of(500, "image/png", QByteArray("\xff\xfe\x00", 3) + all);
}

void ExchangeLogTest::holdsNoSecret()
{
    QFETCH(Response, response);
    ScriptedServer server;
    server.setHandler([response](const Request &) { return response; });
    ExchangeLog log;
    KomboClient client(accessTo(server), {}, quickly());
    client.recordIn(&log);
    CallLog call(client.getIntegrationByToken(token()));
    QVERIFY(call.ends());
    QVERIFY(!log.exchanges().isEmpty());
    const QByteArray text = everything(log.exchanges().constFirst());
    QVERIFY(text.contains("/connect/integration-by-token/[redacted]"));
    QVERIFY(!text.contains(testKey().toLatin1()));
    QVERIFY(!text.contains(token().reveal().toLatin1()));
    QVERIFY(!text.contains("4f1c"));
    QVERIFY(!text.contains("bbbbbbbb"));
}

void ExchangeLogTest::hidesEmailOnRequest()
{
    ScriptedServer server;
    server.setHandler([](const Request &) {
        return Response::json(R"({"error":{"message":"no Jo.Doe+x@Northwind.example here"}})")
            .withStatus(400);
    });
    ExchangeLog log;
    KomboClient client(accessTo(server));
    client.recordIn(&log);
    CallLog first(client.createConnectionLink(someDetails()));
    QVERIFY(first.ends());
    QVERIFY(everything(log.exchanges().constFirst()).contains("jo@northwind.example"));
    log.setHidesEmail(true);
    CallLog second(client.createConnectionLink(someDetails()));
    QVERIFY(second.ends());
    const QByteArray text = everything(log.exchanges().constLast());
    QVERIFY(!text.toLower().contains("northwind.example"));
    QVERIFY(text.contains(R"("end_user_email":"[redacted]")"));
    QVERIFY(text.contains("no [redacted] here"));
    QVERIFY(text.contains("Northwind Ltd"));
}

void ExchangeLogTest::keepsBodiesThatAreNoText()
{
    HttpOutcome outcome;
    outcome.status = 500;
    outcome.body = QByteArray("\x89PNG\xff\x00\xfe", 7);
    const Exchange exchange =
        exchangeOf({"GET", QUrl(u"https://a.example/"_s), {}, {}}, outcome, Redactor());
    QCOMPARE(exchange.responseBody, outcome.body);
}

void ExchangeLogTest::cutsLongAnswers()
{
    HttpOutcome outcome;
    outcome.body = QByteArray(longestRecordedBody - 3, 'x') + " key-T0p/S3cret+9 and more";
    Redactor redactor;
    redactor.addSecret(Secret(testKey()));
    const Exchange exchange =
        exchangeOf({"GET", QUrl(u"https://a.example/"_s), {}, {}}, outcome, redactor);
    QVERIFY(exchange.isResponseCut);
    QCOMPARE(exchange.responseBody.size(), longestRecordedBody);
    QVERIFY(exchange.responseBody.endsWith(" [r"));
    QCOMPARE(exchange.responseSize, outcome.body.size());
}

void ExchangeLogTest::isBoundedByCount()
{
    ExchangeLog log;
    for (qsizetype i = 0; i < ExchangeLog::maximumCount + 5; ++i)
        log.append({});
    QCOMPARE(log.exchanges().size(), ExchangeLog::maximumCount);
    QCOMPARE(log.exchanges().constFirst().number, 6U);
    log.clear();
    QVERIFY(log.exchanges().isEmpty());
    log.append({});
    QCOMPARE(log.exchanges().constFirst().number, quint64(ExchangeLog::maximumCount) + 6U);
}

void ExchangeLogTest::isBoundedByBytes()
{
    ExchangeLog log;
    Exchange large;
    large.responseBody = QByteArray(longestRecordedBody, 'x');
    for (int i = 0; i < 100; ++i)
        log.append(large);
    const qsizetype kept = log.exchanges().size();
    QVERIFY(kept * longestRecordedBody <= ExchangeLog::maximumBytes);
    QVERIFY((kept + 2) * longestRecordedBody > ExchangeLog::maximumBytes);
    QCOMPARE(log.exchanges().constLast().number, 100U);
}

void ExchangeLogTest::mayGoFirst()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::of(400, {}, {}); });
    auto log = std::make_unique<ExchangeLog>();
    KomboClient client(accessTo(server));
    client.recordIn(log.get());
    CallLog call(client.checkApiKey());
    log.reset();
    QVERIFY(call.ends());
}

void ExchangeLogTest::mayDeleteTheClient()
{
    ScriptedServer server;
    server.setHandler([](const Request &) { return Response::of(400, {}, {}); });
    ExchangeLog log;
    auto client = std::make_unique<KomboClient>(accessTo(server));
    client->recordIn(&log);
    CallLog call(client->checkApiKey());
    connect(&log, &ExchangeLog::appended, this, [&client] { client.reset(); });
    QTRY_VERIFY(!client);
    QVERIFY(call.events().isEmpty());
    QCOMPARE(log.exchanges().size(), 1);
}

QTEST_GUILESS_MAIN(ExchangeLogTest)
#include "tst_exchangelog.moc"
