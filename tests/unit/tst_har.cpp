// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "export/har.h"

#include "core/redactor.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using std::chrono::milliseconds;

class HarTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void writesAnEmptyLog();
    void writesTheLogAroundTheEntries();
    void keepsTheOrder();
    void writesWhereAnEntryComesFrom();
    void writesTheRequest();
    void writesARequestWithoutAnything();
    void writesTheAnswer();
    void hasTheShapeHarWants_data();
    void hasTheShapeHarWants();
    void splitsTheTime_data();
    void splitsTheTime();
    void namesWhatWentWrong_data();
    void namesWhatWentWrong();
    void writesBodies_data();
    void writesBodies();
    void writesRequestBodiesThatAreNotText();
    void tellsOfACutBody_data();
    void tellsOfACutBody();
    void writesHugeBodies();
    void doesNotGuessTheSizeOfPackedBodies();
    void keepsForeignHeadersApart();
};

namespace {

using Optional = std::optional<milliseconds>;

Exchange answered()
{
    Exchange exchange;
    exchange.number = 7;
    exchange.endpoint = u"createConnectionLink"_s;
    exchange.attempt = 2;
    exchange.startedAt = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 89), Qt::UTC);
    exchange.method = "POST";
    exchange.url = u"https://api.kombo.dev/v1/connect/create-link?a=%C3%BC%26&b&c=1+2"_s;
    exchange.requestHeaders = {
        {"Authorization", "Bearer " + Redactor::mask.toLatin1()},
        {"Content-Type", "application/json"},
    };
    exchange.requestBody = R"({"end_user_email":"jo@northwind.example"})";
    exchange.status = 200;
    exchange.responseHeaders = {{"content-type", "application/json; charset=utf-8"}};
    exchange.responseBody = R"({"status":"success"})";
    exchange.responseSize = exchange.responseBody.size();
    exchange.timings = {5ms, 30ms, 90ms, 100ms};
    return exchange;
}

QJsonObject logOf(const QList<Exchange> &exchanges)
{
    QJsonParseError error;
    const QJsonDocument document =
        QJsonDocument::fromJson(harDocument(exchanges, u"1.2.3"_s), &error);
    if (error.error != QJsonParseError::NoError
        || document.object().keys() != QStringList{u"log"_s})
        return {};
    return document[u"log"].toObject();
}

QJsonObject entryOf(const Exchange &exchange)
{
    const QJsonArray entries = logOf({exchange}).value("entries"_L1).toArray();
    return entries.size() == 1 ? entries.first().toObject() : QJsonObject();
}

QJsonObject responseOf(const Exchange &exchange)
{
    return entryOf(exchange).value("response"_L1).toObject();
}

QJsonObject contentOf(const Exchange &exchange)
{
    return responseOf(exchange).value("content"_L1).toObject();
}

QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

Exchange failed(Exchange::Ending ending, const QString &problem)
{
    Exchange exchange = answered();
    exchange.ending = ending;
    exchange.problem = problem;
    exchange.status = 0;
    exchange.responseHeaders.clear();
    exchange.responseBody.clear();
    exchange.responseSize = 0;
    return exchange;
}

Exchange withBody(const QByteArray &body)
{
    Exchange exchange = answered();
    exchange.responseBody = body;
    exchange.responseSize = body.size();
    return exchange;
}

// The type every field of HAR 1.2 has; a question mark: the field may be absent.
using Shape = QList<QPair<QLatin1StringView, QJsonValue::Type>>;

QString deviation(const QJsonObject &object, const Shape &required, const Shape &optional)
{
    for (const auto &[name, type] : required) {
        if (object.value(name).type() != type)
            return name + u" is missing or of another type"_s;
    }
    const QStringList names = object.keys();
    for (const QString &name : names) {
        const auto isName = [&name](const auto &field) { return field.first == name; };
        const auto isRight = [&object, &name](const auto &field) {
            return field.first == name && field.second == object.value(name).type();
        };
        const bool isKnown = std::any_of(required.cbegin(), required.cend(), isName)
            || std::any_of(optional.cbegin(), optional.cend(), isRight);
        if (!isKnown && !name.startsWith(u'_'))
            return name + u" is not a field of HAR, or of another type"_s;
    }
    return {};
}

QString pairsDeviation(const QJsonValue &array)
{
    const QJsonArray items = array.toArray();
    for (const auto &item : items) {
        QString found = deviation(item.toObject(),
            {{"name"_L1, QJsonValue::String}, {"value"_L1, QJsonValue::String}}, {});
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString entryDeviation(const QJsonObject &entry)
{
    constexpr auto text = QJsonValue::String;
    constexpr auto number = QJsonValue::Double;
    constexpr auto object = QJsonValue::Object;
    constexpr auto array = QJsonValue::Array;
    const QJsonObject request = entry.value("request"_L1).toObject();
    const QJsonObject response = entry.value("response"_L1).toObject();
    const QStringList all{
        deviation(entry,
            {{"startedDateTime"_L1, text}, {"time"_L1, number}, {"request"_L1, object},
                {"response"_L1, object}, {"cache"_L1, object}, {"timings"_L1, object}},
            {{"comment"_L1, text}}),
        deviation(request,
            {{"method"_L1, text}, {"url"_L1, text}, {"httpVersion"_L1, text}, {"cookies"_L1, array},
                {"headers"_L1, array}, {"queryString"_L1, array}, {"headersSize"_L1, number},
                {"bodySize"_L1, number}},
            {{"postData"_L1, object}}),
        deviation(response,
            {{"status"_L1, number}, {"statusText"_L1, text}, {"httpVersion"_L1, text},
                {"cookies"_L1, array}, {"headers"_L1, array}, {"content"_L1, object},
                {"redirectURL"_L1, text}, {"headersSize"_L1, number}, {"bodySize"_L1, number}},
            {}),
        deviation(response.value("content"_L1).toObject(),
            {{"size"_L1, number}, {"mimeType"_L1, text}},
            {{"text"_L1, text}, {"encoding"_L1, text}, {"comment"_L1, text}}),
        deviation(entry.value("timings"_L1).toObject(),
            {{"send"_L1, number}, {"wait"_L1, number}, {"receive"_L1, number}},
            {{"blocked"_L1, number}, {"dns"_L1, number}, {"connect"_L1, number}, {"ssl"_L1, number},
                {"comment"_L1, text}}),
        pairsDeviation(request.value("headers"_L1)),
        pairsDeviation(request.value("queryString"_L1)),
        pairsDeviation(response.value("headers"_L1)),
    };
    const QStringList found = QStringList(all).filter(QRegularExpression(u"."_s));
    return found.join(u"; "_s);
}

} // namespace

void HarTest::writesAnEmptyLog()
{
    const QJsonObject log = logOf({});
    QCOMPARE(log.value("version"_L1), QJsonValue(u"1.2"_s));
    QVERIFY(log.value("entries"_L1).isArray());
    QVERIFY(log.value("entries"_L1).toArray().isEmpty());
}

void HarTest::writesTheLogAroundTheEntries()
{
    const QJsonObject log = logOf({answered()});
    QCOMPARE(log.value("version"_L1), QJsonValue(u"1.2"_s));
    const QJsonObject expected = json(R"({"name": "Connect Desk", "version": "1.2.3"})");
    QCOMPARE(log.value("creator"_L1).toObject(), expected);
    QVERIFY(log.value("comment"_L1).toString().contains(Redactor::mask));
}

void HarTest::keepsTheOrder()
{
    QList<Exchange> exchanges;
    for (const quint64 number : {3U, 1U, 2U}) {
        exchanges.append(answered());
        exchanges.last().number = number;
    }
    const QJsonArray entries = logOf(exchanges).value("entries"_L1).toArray();
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0][u"_number"].toInt(), 3);
    QCOMPARE(entries[1][u"_number"].toInt(), 1);
    QCOMPARE(entries[2][u"_number"].toInt(), 2);
}

void HarTest::writesWhereAnEntryComesFrom()
{
    const QJsonObject entry = entryOf(answered());
    QCOMPARE(entry.value("startedDateTime"_L1), QJsonValue(u"2026-03-04T05:06:07.089Z"_s));
    QCOMPARE(entry.value("cache"_L1), QJsonValue(QJsonObject()));
    QCOMPARE(entry.value("_number"_L1), QJsonValue(7));
    QCOMPARE(entry.value("_endpoint"_L1), QJsonValue(u"createConnectionLink"_s));
    QCOMPARE(entry.value("_attempt"_L1), QJsonValue(2));
    QCOMPARE(entry.value("_ending"_L1), QJsonValue(u"Answered"_s));
    QCOMPARE(entry.value("comment"_L1), QJsonValue(u"createConnectionLink, attempt 2"_s));
}

void HarTest::writesTheRequest()
{
    const QJsonObject expected = json(R"({
        "method": "POST",
        "url": "https://api.kombo.dev/v1/connect/create-link?a=%C3%BC%26&b&c=1+2",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [
            {"name": "Authorization", "value": "Bearer [redacted]"},
            {"name": "Content-Type", "value": "application/json"}],
        "queryString": [
            {"name": "a", "value": "ü&"}, {"name": "b", "value": ""}, {"name": "c", "value": "1+2"}],
        "headersSize": -1,
        "bodySize": 41,
        "postData": {
            "mimeType": "application/json",
            "text": "{\"end_user_email\":\"jo@northwind.example\"}"}})");
    QCOMPARE(entryOf(answered()).value("request"_L1).toObject(), expected);
}

void HarTest::writesARequestWithoutAnything()
{
    Exchange exchange = answered();
    exchange.method = "GET";
    exchange.url = u"https://api.kombo.dev/v1/check-api-key"_s;
    exchange.requestHeaders.clear();
    exchange.requestBody.clear();
    const QJsonObject expected = json(R"({
        "method": "GET",
        "url": "https://api.kombo.dev/v1/check-api-key",
        "httpVersion": "HTTP/1.1",
        "cookies": [], "headers": [], "queryString": [], "headersSize": -1, "bodySize": 0})");
    QCOMPARE(entryOf(exchange).value("request"_L1).toObject(), expected);
}

void HarTest::writesTheAnswer()
{
    Exchange exchange = answered();
    exchange.responseHeaders.append(HttpHeaders{{"Location", "https://elsewhere.example/"}});
    const QJsonObject expected = json(R"({
        "status": 200,
        "statusText": "",
        "httpVersion": "HTTP/1.1",
        "cookies": [],
        "headers": [
            {"name": "content-type", "value": "application/json; charset=utf-8"},
            {"name": "Location", "value": "https://elsewhere.example/"}],
        "content": {
            "size": 20,
            "mimeType": "application/json; charset=utf-8",
            "text": "{\"status\":\"success\"}"},
        "redirectURL": "https://elsewhere.example/",
        "headersSize": -1,
        "bodySize": 20})");
    QCOMPARE(responseOf(exchange), expected);
}

void HarTest::hasTheShapeHarWants_data()
{
    QTest::addColumn<Exchange>("exchange");
    QTest::newRow("an answer") << answered();
    QTest::newRow("nothing but defaults") << Exchange();
    QTest::newRow("no connection") << failed(Exchange::Ending::NotConnected, u"refused"_s);
    QTest::newRow("binary") << withBody(QByteArray::fromHex("00ff00"));
    QTest::newRow("control characters") << withBody("\x01\x1b[2J\x7f");
    Exchange cut = withBody("abc");
    cut.isResponseCut = true;
    QTest::newRow("cut") << cut;
}

void HarTest::hasTheShapeHarWants()
{
    QFETCH(Exchange, exchange);
    const QJsonObject entry = entryOf(exchange);
    QVERIFY(!entry.isEmpty());
    QCOMPARE(entryDeviation(entry), QString());
}

void HarTest::splitsTheTime_data()
{
    QTest::addColumn<Optional>("queued");
    QTest::addColumn<Optional>("sent");
    QTest::addColumn<Optional>("firstByte");
    QTest::addColumn<milliseconds>("done");
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<int>>("phases"); // blocked, send, wait, receive
    const Optional none;

    QTest::newRow("everything is known") << Optional(5ms) << Optional(30ms) << Optional(90ms)
                                         << 100ms << 200 << QList{5, 25, 60, 10};
    QTest::newRow("the queue is not")
        << none << Optional(30ms) << Optional(90ms) << 100ms << 200 << QList{-1, 30, 60, 10};
    QTest::newRow("when it was sent is not")
        << Optional(5ms) << none << Optional(90ms) << 100ms << 200 << QList{5, 0, 85, 10};
    QTest::newRow("only the end is")
        << none << none << none << 100ms << 200 << QList{-1, 0, 100, 0};
    QTest::newRow("no answer came")
        << Optional(5ms) << Optional(30ms) << none << 100ms << 0 << QList{5, 25, 70, 0};
    QTest::newRow("nothing was sent")
        << Optional(5ms) << none << none << 100ms << 0 << QList{5, 95, 0, 0};
    QTest::newRow("it never left the queue")
        << none << none << none << 100ms << 0 << QList{100, 0, 0, 0};
    QTest::newRow("at once") << Optional(0ms) << Optional(0ms) << Optional(0ms) << 0ms << 200
                             << QList{0, 0, 0, 0};
    QTest::newRow("moments out of order") << Optional(50ms) << Optional(20ms) << Optional(500ms)
                                          << 100ms << 200 << QList{50, 0, 50, 0};
    QTest::newRow("moments before the beginning")
        << Optional(-5ms) << Optional(-1ms) << none << -10ms << 0 << QList{0, 0, 0, 0};
}

void HarTest::splitsTheTime()
{
    QFETCH(Optional, queued);
    QFETCH(Optional, sent);
    QFETCH(Optional, firstByte);
    QFETCH(milliseconds, done);
    QFETCH(int, status);
    QFETCH(QList<int>, phases);
    Exchange exchange = answered();
    exchange.timings = {queued, sent, firstByte, done};
    exchange.status = status;
    const QJsonObject entry = entryOf(exchange);
    const QJsonObject timings = entry.value("timings"_L1).toObject();

    QCOMPARE(timings.value("blocked"_L1), QJsonValue(phases.at(0)));
    QCOMPARE(timings.value("send"_L1), QJsonValue(phases.at(1)));
    QCOMPARE(timings.value("wait"_L1), QJsonValue(phases.at(2)));
    QCOMPARE(timings.value("receive"_L1), QJsonValue(phases.at(3)));
    for (const QLatin1StringView unknown : {"dns"_L1, "connect"_L1, "ssl"_L1})
        QCOMPARE(timings.value(unknown), QJsonValue(-1));
    int sum = 0;
    for (const int phase : phases)
        sum += std::max(phase, 0);
    QCOMPARE(entry.value("time"_L1), QJsonValue(sum));
}

void HarTest::namesWhatWentWrong_data()
{
    QTest::addColumn<Exchange::Ending>("ending");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("endingName");
    using enum Exchange::Ending;
    QTest::newRow("an error that was answered")
        << Answered << QString() << 500 << QString() << u"Answered"_s;
    QTest::newRow("refused") << NotConnected << u"Connection refused"_s << 0
                             << u"Connection refused"_s << u"NotConnected"_s;
    QTest::newRow("broken in the middle")
        << Broken << u"Connection closed"_s << 200 << u"Connection closed"_s << u"Broken"_s;
    QTest::newRow("nothing said") << Tls << QString() << 0 << u"Tls"_s << u"Tls"_s;
    QTest::newRow("deadline") << Deadline << QString() << 0 << u"Deadline"_s << u"Deadline"_s;
    QTest::newRow("too large") << TooLarge << QString() << 200 << u"TooLarge"_s << u"TooLarge"_s;
    QTest::newRow("cancelled") << Cancelled << QString() << 0 << u"Cancelled"_s << u"Cancelled"_s;
}

void HarTest::namesWhatWentWrong()
{
    QFETCH(Exchange::Ending, ending);
    QFETCH(QString, problem);
    QFETCH(int, status);
    QFETCH(QString, error);
    QFETCH(QString, endingName);
    Exchange exchange = failed(ending, problem);
    exchange.status = status;
    const QJsonObject entry = entryOf(exchange);
    const QJsonObject response = entry.value("response"_L1).toObject();

    QCOMPARE(entry.value("_ending"_L1), QJsonValue(endingName));
    QCOMPARE(response.value("status"_L1), QJsonValue(status));
    QCOMPARE(response.value("_error"_L1).toString(), error);
    QCOMPARE(response.contains("_error"_L1), !error.isEmpty());
    QCOMPARE(response.value("bodySize"_L1), QJsonValue(status == 0 ? -1 : 0));
    QCOMPARE(response.value("httpVersion"_L1), QJsonValue(status == 0 ? QString() : u"HTTP/1.1"_s));
    const QJsonObject expected = json(R"({"size": 0, "mimeType": "x-unknown"})");
    QCOMPARE(response.value("content"_L1).toObject(), expected);
}

void HarTest::writesBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isText");
    QTest::newRow("JSON") << QByteArray(R"({"a":"\\\"ü"})") << true;
    QTest::newRow("beyond the first plane") << QByteArray("株式会社 🚀") << true;
    QTest::newRow("control characters") << QByteArray("\x01\x02\x1b[31m\r\n\t\x7f") << true;
    QTest::newRow("the replacement character itself") << QByteArray("\xEF\xBF\xBD") << true;
    QTest::newRow("markup") << QByteArray("</script><b>&amp;") << true;
    QTest::newRow("Latin-1") << QByteArray("M\xFCller") << false;
    QTest::newRow("half a character") << QByteArray("ok\xF0\x9F") << false;
    QTest::newRow("an overlong form") << QByteArray("\xC0\xAF") << false;
    QTest::newRow("half of a surrogate pair") << QByteArray("\xED\xA0\x80") << false;
    QTest::newRow("a byte order mark") << QByteArray("\xEF\xBB\xBF{}") << false;
    QTest::newRow("a zero character") << QByteArray("a\0b", 3) << false;
    QTest::newRow("a picture") << QByteArray::fromHex("89504e470d0a1a0a0000000d49484452") << false;
}

void HarTest::writesBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isText);
    const QJsonObject content = contentOf(withBody(body));
    QCOMPARE(content.value("size"_L1), QJsonValue(body.size()));
    QCOMPARE(content.value("encoding"_L1).toString(), isText ? QString() : u"base64"_s);
    QCOMPARE(content.contains("encoding"_L1), !isText);
    const QByteArray text = content.value("text"_L1).toString().toUtf8();
    QCOMPARE(isText ? text : QByteArray::fromBase64(text), body);
}

void HarTest::writesRequestBodiesThatAreNotText()
{
    Exchange exchange = answered();
    exchange.requestHeaders.clear();
    exchange.requestBody = "\xFF\xFE";
    const QJsonObject expected =
        json(R"({"mimeType": "x-unknown", "text": "//4=", "_encoding": "base64"})");
    QCOMPARE(entryOf(exchange).value("request"_L1)[u"postData"].toObject(), expected);
}

void HarTest::tellsOfACutBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<bool>("isText");
    QTest::newRow("between two characters") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("after a long one") << QByteArray("ab🚀") << QByteArray("ab🚀") << true;
    QTest::newRow("after one byte of four") << QByteArray("ab\xF0") << QByteArray("ab") << true;
    QTest::newRow("after three bytes of four")
        << QByteArray("ab\xF0\x9F\x9A") << QByteArray("ab") << true;
    QTest::newRow("after one byte of two") << QByteArray("\xC3") << QByteArray() << true;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << true;
    QTest::newRow("binary stays whole")
        << QByteArray("\xFF\xFE\xF0") << QByteArray("\xFF\xFE\xF0") << false;
    QTest::newRow("only what cannot begin a character")
        << QByteArray("\x80\x80\x80\x80\x80") << QByteArray("\x80\x80\x80\x80\x80") << false;
}

void HarTest::tellsOfACutBody()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, written);
    QFETCH(bool, isText);
    Exchange exchange = withBody(body);
    exchange.responseSize = 5000;
    exchange.isResponseCut = true;
    const QJsonObject content = contentOf(exchange);
    const QByteArray text = content.value("text"_L1).toString().toUtf8();
    QCOMPARE(isText ? text : QByteArray::fromBase64(text), written);
    QCOMPARE(content.value("size"_L1), QJsonValue(5000));
    QCOMPARE(content.value("_cut"_L1), QJsonValue(true));
    QCOMPARE(content.value("comment"_L1),
        QJsonValue(u"The first %1 of 5000 bytes"_s.arg(written.size())));
}

void HarTest::writesHugeBodies()
{
    const QByteArray body = QByteArray("ü\"\n").repeated(1'000'000);
    const QJsonObject content = contentOf(withBody(body));
    QCOMPARE(content.value("size"_L1), QJsonValue(body.size()));
    QVERIFY(content.value("text"_L1).toString().toUtf8() == body);
}

void HarTest::doesNotGuessTheSizeOfPackedBodies()
{
    Exchange exchange = answered();
    exchange.responseHeaders.append(HttpHeaders{{"Content-Encoding", "gzip"}});
    QCOMPARE(responseOf(exchange).value("bodySize"_L1), QJsonValue(-1));
    QCOMPARE(contentOf(exchange).value("size"_L1), QJsonValue(exchange.responseSize));
}

void HarTest::keepsForeignHeadersApart()
{
    Exchange exchange = answered();
    exchange.responseHeaders = {
        {"X-Same", "1"}, {"x-same", "\x1b[2J"}, {"X-Latin", "M\xFCller"}, {"", ""}};
    const QJsonArray expected = json(R"({"headers": [
            {"name": "X-Same", "value": "1"}, {"name": "x-same", "value": "\u001b[2J"},
            {"name": "X-Latin", "value": "Müller"}, {"name": "", "value": ""}]})")
                                    .value("headers"_L1)
                                    .toArray();
    QCOMPARE(responseOf(exchange).value("headers"_L1).toArray(), expected);
}

QTEST_GUILESS_MAIN(HarTest)
#include "tst_har.moc"
