// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/answerreader.h"
#include "api/servertext.h"

#include "support/stricttest.h"

#include <QElapsedTimer>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = ApiError::Kind;
using Transport = HttpOutcome::Transport;

class ApiErrorTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsGoodAnswers_data();
    void readsGoodAnswers();
    void refusesOtherBodies_data();
    void refusesOtherBodies();
    void decidesTheKind_data();
    void decidesTheKind();
    void readsTheEnvelope();
    void survivesOddEnvelopes_data();
    void survivesOddEnvelopes();
    void keepsLogUrlsThatMayBeOpened_data();
    void keepsLogUrlsThatMayBeOpened();
    void extractsWhatIsNoEnvelope_data();
    void extractsWhatIsNoEnvelope();
    void neverRepeatsSecrets_data();
    void neverRepeatsSecrets();
    void boundsWhatItPassesOn();
    void keepsNoHalfSecretAtTheCut();
    void readsHostileMarkupQuickly();
};

namespace {

const QString host = u"api.kombo.dev"_s;
const QString key = u"key-T0p/S3cret+9"_s;

HttpOutcome outcome(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    HttpOutcome result;
    result.status = status;
    result.contentType = type;
    result.body = body;
    return result;
}

HttpOutcome brokenBy(Transport transport, int status = 0)
{
    HttpOutcome result;
    result.transport = transport;
    result.status = status;
    result.reason = u"words of Qt"_s;
    return result;
}

Result<QJsonObject, ApiError> readAnswer(const HttpOutcome &outcome)
{
    Redactor redactor;
    redactor.addSecret(Secret(key));
    return AnswerReader(host, redactor).read(outcome);
}

ApiError errorOf(const HttpOutcome &outcome)
{
    const auto answer = readAnswer(outcome);
    if (answer)
        qFatal("an error was expected");
    return answer.error();
}

QByteArray envelope(const QByteArray &code)
{
    return R"({"status":"error","error":{"code":")" + code
        + R"(","title":"T","message":"M","log_url":null}})";
}

} // namespace

Q_DECLARE_METATYPE(desk::HttpOutcome)

void ApiErrorTest::readsGoodAnswers_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");

    const QByteArray json("application/json");
    const QByteArray body(R"({"status":"success","data":{"a":"b"}})");
    QTest::newRow("as promised") << json << body;
    QTest::newRow("with a character set") << QByteArray("application/json; charset=utf-8") << body;
    QTest::newRow("type in capitals") << QByteArray("Application/JSON") << body;
    QTest::newRow("a type built on JSON") << QByteArray("application/vnd.kombo+json") << body;
    QTest::newRow("with a byte order mark") << json << "\xEF\xBB\xBF" + body;
    QTest::newRow("with blanks around") << json << "\r\n " + body + "\n";
    QTest::newRow("with more properties")
        << json << QByteArray(R"({"meta":[1],"status":"success","data":{"a":"b"},"error":null})");
}

void ApiErrorTest::readsGoodAnswers()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const auto answer = readAnswer(outcome(200, body, type));
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(*answer, (QJsonObject{{u"a"_s, u"b"_s}}));
}

void ApiErrorTest::refusesOtherBodies_data()
{
    QTest::addColumn<HttpOutcome>("answer");
    QTest::addColumn<QString>("detail"); // how it begins

    const auto json = [](const QByteArray &body) { return outcome(200, body); };
    QTest::newRow("204") << outcome(204, {}, {}) << u"status: expected 200"_s;
    QTest::newRow("201 with a good body")
        << outcome(201, R"({"status":"success","data":{}})") << u"status: expected 200"_s;
    QTest::newRow("HTML") << outcome(200, "<h1>Log in</h1>", "text/html")
                          << u"content type: expected JSON, found text/html"_s;
    QTest::newRow("JSON that calls itself text")
        << outcome(200, R"({"status":"success","data":{}})", "text/plain")
        << u"content type: expected JSON, found text/plain"_s;
    QTest::newRow("no content type") << outcome(200, R"({"status":"success","data":{}})", {})
                                     << u"content type: expected JSON, found none"_s;
    QTest::newRow("nothing") << json("") << u"body: expected JSON, found nothing"_s;
    QTest::newRow("blanks") << json(" \n") << u"body: expected JSON, found nothing"_s;
    QTest::newRow("HTML that calls itself JSON") << json("<html>") << u"body: not JSON, "_s;
    QTest::newRow("cut off") << json(R"({"status":"success","data":{"li)") << u"body: not JSON, "_s;
    QTest::newRow("two documents")
        << json(R"({"status":"success","data":{}}{})") << u"body: not JSON, "_s;
    QTest::newRow("not UTF-8") << json("{\"status\":\"\xFF\"}") << u"body: not JSON, "_s;
    QTest::newRow("deep nesting") << json(
        R"({"status":"success","data":)" + QByteArray(200'000, '['))
                                  << u"body: not JSON, "_s;
    QTest::newRow("a list") << json(R"([{"status":"success","data":{}}])")
                            << u"body: expected object, found list"_s;
    QTest::newRow("a text") << json(R"("success")") << u"body: not JSON, "_s;
    QTest::newRow("no envelope") << json(R"({"link":"https://x"})")
                                 << u"status: expected text, found nothing"_s;
    QTest::newRow("status of a wrong type")
        << json(R"({"status":true,"data":{}})") << u"status: expected text, found true or false"_s;
    QTest::newRow("another status")
        << json(R"({"status":"ok","data":{}})") << u"status: expected \"success\""_s;
    QTest::newRow("no data") << json(R"({"status":"success"})")
                             << u"data: expected object, found nothing"_s;
    QTest::newRow("data null") << json(R"({"status":"success","data":null})")
                               << u"data: expected object, found null"_s;
    QTest::newRow("data as a list")
        << json(R"({"status":"success","data":[]})") << u"data: expected object, found list"_s;
}

void ApiErrorTest::refusesOtherBodies()
{
    QFETCH(HttpOutcome, answer);
    QFETCH(QString, detail);
    const ApiError error = errorOf(answer);
    QCOMPARE(error.kind, Kind::Protocol);
    QCOMPARE(error.httpStatus, answer.status);
    QCOMPARE(error.host, host);
    QVERIFY2(error.detail.startsWith(detail), qPrintable(error.detail));
}

void ApiErrorTest::decidesTheKind_data()
{
    QTest::addColumn<HttpOutcome>("answer");
    QTest::addColumn<Kind>("kind");

    const auto row = [](const char *name, int status, const QByteArray &code, Kind kind) {
        QTest::newRow(name) << outcome(status, envelope(code)) << kind;
    };
    row("401", 401, "PLATFORM.AUTHENTICATION_INVALID", Kind::Unauthorized);
    row("401 without a known code", 401, "X", Kind::Unauthorized);
    row("the code of a bad key under 403", 403, "PLATFORM.AUTHENTICATION_INVALID",
        Kind::Unauthorized);
    row("a network that is not allowed", 403, "PLATFORM.IP_NOT_WHITELISTED",
        Kind::NetworkNotAllowed);
    row("a network that is not allowed, as 401", 401, "PLATFORM.IP_NOT_WHITELISTED",
        Kind::NetworkNotAllowed);
    row("403 for another reason", 403, "X", Kind::Rejected);
    row("404", 404, "X", Kind::NotFound);
    row("a token that is not known, as 400", 400, "PLATFORM.INTEGRATION_NOT_FOUND", Kind::NotFound);
    row("400", 400, "PLATFORM.INPUT_INVALID", Kind::Rejected);
    row("422", 422, "X", Kind::Rejected);
    row("429", 429, "PLATFORM.RATE_LIMIT_EXCEEDED", Kind::RateLimited);
    row("429 for too much at once", 429, "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", Kind::RateLimited);
    row("500", 500, "PLATFORM.UNKNOWN_ERROR", Kind::Server);
    row("504", 504, "PLATFORM.TASK_TIMED_OUT", Kind::Server);
    row("a status of another world", 799, "X", Kind::Server);

    QTest::newRow("a proxy that wants a password")
        << outcome(407, "<h1>Log in</h1>", "text/html") << Kind::Transport;
    QTest::newRow("404 from a web server") << outcome(404, "nope", "text/plain") << Kind::NotFound;
    QTest::newRow("301") << outcome(301, {}, {}) << Kind::Redirect;
    QTest::newRow("304") << outcome(304, {}, {}) << Kind::Redirect;
    QTest::newRow("no connection") << brokenBy(Transport::NotConnected) << Kind::Transport;
    QTest::newRow("a broken connection") << brokenBy(Transport::Broken) << Kind::Transport;
    QTest::newRow("a whole answer without a status") << outcome(0, {}, {}) << Kind::Transport;
    QTest::newRow("200 that broke off") << brokenBy(Transport::Broken, 200) << Kind::Transport;
    QTest::newRow("TLS") << brokenBy(Transport::Tls) << Kind::Tls;
    QTest::newRow("too late") << brokenBy(Transport::Deadline) << Kind::Timeout;
    QTest::newRow("too late in the body") << brokenBy(Transport::Deadline, 200) << Kind::Timeout;
    QTest::newRow("a body beyond the bound")
        << brokenBy(Transport::TooLarge, 200) << Kind::TooLarge;
    QTest::newRow("the status goes before a broken body")
        << brokenBy(Transport::Broken, 500) << Kind::Server;
    QTest::newRow("the status goes before the deadline")
        << brokenBy(Transport::Deadline, 401) << Kind::Unauthorized;
    QTest::newRow("the status goes before the bound")
        << brokenBy(Transport::TooLarge, 503) << Kind::Server;
    QTest::newRow("a redirect whose body broke off")
        << brokenBy(Transport::Broken, 302) << Kind::Redirect;
}

void ApiErrorTest::decidesTheKind()
{
    QFETCH(HttpOutcome, answer);
    const ApiError error = errorOf(answer);
    QTEST(error.kind, "kind");
    QCOMPARE(error.httpStatus, answer.status);
    QCOMPARE(error.host, host);
}

void ApiErrorTest::readsTheEnvelope()
{
    const ApiError error = errorOf(outcome(400, R"({"status":"error","error":{
        "code":"PLATFORM.INPUT_INVALID","title":"The input is not valid",
        "message":"end_user_email must be an\n email","log_url":
        "https://app.kombo.dev/env/logs?interactionId=7"}})"));
    QCOMPARE(error.code, u"PLATFORM.INPUT_INVALID"_s);
    QCOMPARE(error.title, u"The input is not valid"_s);
    QCOMPARE(error.message, u"end_user_email must be an email"_s);
    QCOMPARE(error.logUrl, QUrl(u"https://app.kombo.dev/env/logs?interactionId=7"_s));
    QCOMPARE(error.detail, QString());
}

void ApiErrorTest::survivesOddEnvelopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("message");

    const QString none;
    QTest::newRow("everything null but the message")
        << QByteArray(R"({"error":{"code":null,"title":null,"message":"M","log_url":null}})")
        << none << none << u"M"_s;
    QTest::newRow("everything missing but the message")
        << QByteArray(R"({"error":{"message":"M"}})") << none << none << u"M"_s;
    QTest::newRow("wrong types") << QByteArray(
        R"({"error":{"code":7,"title":["T"],"message":"M","log_url":{"a":1}}})")
                                 << none << none << u"M"_s;
    QTest::newRow("a code of tomorrow")
        << QByteArray(R"({"error":{"code":"HRIS.EMPLOYEE_LEFT","title":"T","message":"M"}})")
        << u"HRIS.EMPLOYEE_LEFT"_s << u"T"_s << u"M"_s;
    QTest::newRow("a message only, as old servers sent it")
        << QByteArray(R"({"status":"error","message":"M"})") << none << none << u"M"_s;
    QTest::newRow("an error that is a text")
        << QByteArray(R"({"error":"nope"})") << none << none << uR"({"error":"nope"})"_s;
    QTest::newRow("JSON of another kind")
        << QByteArray(R"({"fault":1})") << none << none << uR"({"fault":1})"_s;
    QTest::newRow("a list") << QByteArray("[1, 2]") << none << none << u"[1, 2]"_s;
    QTest::newRow("cut off") << QByteArray(R"({"error":{"code":"PLAT)") << none << none
                             << uR"({"error":{"code":"PLAT)"_s;
}

void ApiErrorTest::survivesOddEnvelopes()
{
    QFETCH(QByteArray, body);
    const ApiError error = errorOf(outcome(500, body));
    QCOMPARE(error.kind, Kind::Server);
    QTEST(error.code, "code");
    QTEST(error.title, "title");
    QTEST(error.message, "message");
    QVERIFY(error.logUrl.isEmpty());
}

void ApiErrorTest::keepsLogUrlsThatMayBeOpened_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isKept");

    QTest::newRow("https") << u"https://app.kombo.dev/env/logs/1"_s << true;
    QTest::newRow("http") << u"http://app.kombo.dev/env/logs/1"_s << false;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("without a host") << u"https:///logs"_s << false;
    QTest::newRow("relative") << u"/logs/1"_s << false;
    QTest::newRow("with a user name") << u"https://app.kombo.dev@evil.example/"_s << false;
    QTest::newRow("with the key in it") << u"https://app.kombo.dev/?q="_s + key << false;
    QTest::newRow("with a token in it") << u"https://app.kombo.dev/?token=abcdef"_s << false;
    QTest::newRow("no end") << u"https://app.kombo.dev/"_s + QString(3000, u'x') << false;
}

void ApiErrorTest::keepsLogUrlsThatMayBeOpened()
{
    QFETCH(QString, address);
    QFETCH(bool, isKept);
    const QJsonObject inner{{u"message"_s, u"M"_s}, {u"log_url"_s, address}};
    const ApiError error =
        errorOf(outcome(400, QJsonDocument(QJsonObject{{u"error"_s, inner}}).toJson()));
    QCOMPARE(error.logUrl, isKept ? QUrl(address) : QUrl());
    QCOMPARE(error.message, u"M"_s);
}

void ApiErrorTest::extractsWhatIsNoEnvelope_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");

    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString();
    QTest::newRow("plain text") << QByteArray("text/plain") << QByteArray("upstream  went\naway\n")
                                << u"upstream went away"_s;
    QTest::newRow("plain text without a type")
        << QByteArray() << QByteArray("Internal Server Error") << u"Internal Server Error"_s;
    QTest::newRow("a page")
        << QByteArray("text/html; charset=utf-8")
        << QByteArray("<!doctype html><html><head><style>h1 > b {color:red}</style></head><body>"
                      "<!-- a > b --><h1>503</h1><SCRIPT>if (1 > 0) alert('x')</SCRIPT>"
                      "<p>No <b>server</b> is available</body></html>")
        << u"503 No server is available"_s;
    QTest::newRow("a page without a type")
        << QByteArray() << QByteArray("\n <h1>Bad gateway</h1>") << u"Bad gateway"_s;
    QTest::newRow("XML") << QByteArray("application/xml")
                         << QByteArray("<?xml version=\"1.0\"?><e><m>Access denied</m></e>")
                         << u"Access denied"_s;
    QTest::newRow("a tag that never ends")
        << QByteArray("text/html") << QByteArray("<p>Oh</p><a href=\"x") << u"Oh"_s;
    QTest::newRow("smaller than in plain text")
        << QByteArray("text/plain") << QByteArray("a < b and c > d") << u"a < b and c > d"_s;
    QTest::newRow("control characters and turned writing")
        << QByteArray("text/plain")
        << u"a\x1b[31mb\x07%1c%2d%3e"_s.arg(QChar(u'\x202e'), QChar(u'\x200b'), QChar(u'\0'))
               .toUtf8()
        << u"a[31mbcde"_s;
}

void ApiErrorTest::extractsWhatIsNoEnvelope()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    const ApiError error = errorOf(outcome(503, body, type));
    QCOMPARE(error.kind, Kind::Server);
    QTEST(error.message, "message");
}

void ApiErrorTest::neverRepeatsSecrets_data()
{
    QTest::addColumn<HttpOutcome>("answer");

    const QByteArray secret = key.toUtf8();
    QTest::newRow("the key in plain text") << outcome(500, "no " + secret, "text/plain");
    QTest::newRow("the key in a message")
        << outcome(400, R"({"error":{"message":"key )" + secret + R"( is wrong"}})");
    QTest::newRow("the key in a title and a code")
        << outcome(400, R"({"error":{"title":")" + secret + R"(","code":")" + secret + R"("}})");
    QTest::newRow("the key in a path")
        << outcome(404, "no " + QUrl::toPercentEncoding(key) + "", "text/plain");
    QTest::newRow("the key behind control characters")
        << outcome(500, secret.left(5) + "\x01" + secret.mid(5), "text/plain");
    QTest::newRow("the key as a content type") << outcome(200, "{}", secret);
    QTest::newRow("the key in an envelope that came with 200")
        << outcome(200, R"({"status":"error","error":{"message":")" + secret + R"("}})");
    HttpOutcome redirect = outcome(302, {}, {});
    redirect.location = "https://evil.example/" + secret;
    QTest::newRow("the key in a redirect") << redirect;
    HttpOutcome broken = brokenBy(Transport::Broken);
    broken.reason = u"Error transferring https://x/"_s + key;
    QTest::newRow("the key in words of Qt") << broken;
}

void ApiErrorTest::neverRepeatsSecrets()
{
    QFETCH(HttpOutcome, answer);
    const ApiError error = errorOf(answer);
    const QString all = QStringList{error.code, error.title, error.message, error.detail,
        error.host, error.logUrl.toString()}
                            .join(u' ');
    for (const QString &spelling :
        {key, QString::fromLatin1(QUrl::toPercentEncoding(key)), key.toLower()})
        QVERIFY2(!all.contains(spelling), qPrintable(all));
}

void ApiErrorTest::boundsWhatItPassesOn()
{
    const QByteArray endless(200'000, 'x');
    const ApiError error = errorOf(outcome(500,
        R"({"error":{"code":")" + endless + R"(","title":")" + endless + R"(","message":")"
            + endless + R"("}})"));
    QCOMPARE(error.code.size(), 100);
    QCOMPARE(error.title.size(), longestServerText);
    QCOMPARE(error.message.size(), longestServerText);
    QVERIFY(error.message.endsWith(u'\u2026'));

    // The cut never goes through the middle of a character.
    const Redactor redactor;
    QCOMPARE(plainServerText(u"ab🚀🚀"_s, redactor, 4), u"ab\u2026"_s);
    QCOMPARE(plainServerText(u"ab🚀🚀"_s, redactor, 6), u"ab🚀🚀"_s);
}

void ApiErrorTest::keepsNoHalfSecretAtTheCut()
{
    for (qsizetype before = longestServerText - key.size(); before <= longestServerText; ++before) {
        const QByteArray body = QByteArray(before, '.') + key.toUtf8();
        const ApiError error = errorOf(outcome(500, body, "text/plain"));
        QVERIFY2(!error.message.contains(key.left(3)), qPrintable(error.message));
    }
}

void ApiErrorTest::readsHostileMarkupQuickly()
{
    QByteArray body;
    while (body.size() < 250'000)
        body += "<script><!--<style <";
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(errorOf(outcome(500, body, "text/html")).message, QString());
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(ApiErrorTest)
#include "tst_apierror.moc"
