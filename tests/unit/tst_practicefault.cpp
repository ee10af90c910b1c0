// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/practicefault.h"
#include "practice/practicefaults.h"

#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace desk;

// The two forms in which a fault is written.
class PracticeFaultTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refusesText_data();
    void refusesText();
    void refusesJson_data();
    void refusesJson();
    void writesWhatItReads();
    void keepsListsShort();
};

void PracticeFaultTest::readsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *name, const QString &text, const QByteArray &json) {
        QTest::newRow(name) << text << json;
    };
    row("a rate limit",
        u"createConnectionLink:status=429,code=PLATFORM.RATE_LIMIT_EXCEEDED,retry_after=2,times=3"_s,
        R"({"endpoint":"createConnectionLink","status":429,"code":"PLATFORM.RATE_LIMIT_EXCEEDED",
            "retry_after":"2","times":3})");
    row("a code that is null", u"*:status=500,code=null"_s,
        R"({"endpoint":"*","status":500,"code":null})");
    row("a date to wait for", u"getTools:retry_after=Mon%2C%2002 Mar 2026 09:00:00 GMT"_s,
        R"({"endpoint":"getTools","retry_after":"Mon, 02 Mar 2026 09:00:00 GMT"})");
    row("milliseconds to wait", u"getTools:retry_after_ms=250"_s,
        R"({"endpoint":"getTools","retry_after_ms":250})");
    row("an answer of another kind",
        u"getTools:status=503,body=<h1>Busy%2C sorry</h1>,content_type=text/html"_s,
        R"({"endpoint":"getTools","status":503,"body":"<h1>Busy, sorry</h1>",
            "content_type":"text/html"})");
    row("an empty body", u"getTools:body="_s, R"({"endpoint":"getTools","body":""})");
    row("a body with equals signs", u"getTools:body=a=b"_s,
        R"({"endpoint":"getTools","body":"a=b"})");
    row("a delay and a cut", u"triggerSync:delay_ms=120000,cut=true"_s,
        R"({"endpoint":"triggerSync","delay_ms":120000,"cut":true})");
    row("a switch without a value", u"triggerSync:stall"_s,
        R"({"endpoint":"triggerSync","stall":true})");
    row("a dropped connection", u"triggerSync:drop=true"_s,
        R"({"endpoint":"triggerSync","drop":true})");
    row("an expired link", u"createSetupLink:expired_link=true"_s,
        R"({"endpoint":"createSetupLink","expired_link":true})");
    row("a used token", u"getIntegrationByToken:reused_token=true,times=1"_s,
        R"({"endpoint":"getIntegrationByToken","reused_token":true,"times":1})");
    row("a message", u"*:status=418,message=Müde"_s,
        R"({"endpoint":"*","status":418,"message":"Müde"})");
}

void PracticeFaultTest::readsText()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    const auto fault = parsePracticeFault(text);
    QVERIFY2(fault.hasValue(), fault ? "" : qPrintable(fault.error()));
    QCOMPARE(toJson(*fault), QJsonDocument::fromJson(json).object());
}

void PracticeFaultTest::refusesText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("also");

    const auto row = [](const char *name, const QString &text, const QString &named,
                         const QString &also) { QTest::newRow(name) << text << named << also; };
    row("nothing", {}, u"ENDPOINT:name=value"_s, u"colon"_s);
    row("no colon", u"getTools"_s, u"getTools"_s, u"colon"_s);
    row("an endpoint nearly right", u"getTool:status=500"_s, u"getTool"_s, u"getTools?"_s);
    row("an endpoint in capitals", u"GETTOOLS:status=500"_s, u"GETTOOLS"_s, u"getTools?"_s);
    row("an endpoint far off", u"x:status=500"_s, u"“x”"_s, u"checkApiKey"_s);
    row("no property", u"getTools:"_s, u"property"_s, u"status"_s);
    row("only how often", u"getTools:times=2"_s, u"at least one"_s, u"status"_s);
    row("a property nearly right", u"getTools:statu=500"_s, u"statu"_s, u"status?"_s);
    row("a property written otherwise", u"getTools:retry-after=5"_s, u"retry-after"_s,
        u"retry_after?"_s);
    row("a property twice", u"getTools:status=500,status=501"_s, u"status"_s, u"twice"_s);
    row("a value that is missing", u"getTools:status"_s, u"status"_s, u"value"_s);
    row("a number that is none", u"getTools:status=five"_s, u"status"_s, u"number"_s);
    row("a switch that is none", u"getTools:stall=yes"_s, u"stall"_s, u"true or false"_s);
    row("a status too low", u"getTools:status=99"_s, u"status"_s, u"100 to 599"_s);
    row("a status too high", u"getTools:status=600"_s, u"status"_s, u"100 to 599"_s);
    row("a delay too long", u"getTools:delay_ms=120001"_s, u"delay_ms"_s, u"120000"_s);
    row("a delay into the past", u"getTools:delay_ms=-1"_s, u"delay_ms"_s, u"from 0"_s);
    row("never", u"getTools:status=500,times=0"_s, u"times"_s, u"from 1"_s);
    row("two ends at once", u"getTools:drop=true,stall=true"_s, u"drop"_s, u"exclude"_s);
    row("a line break in a header", u"getTools:retry_after=1%0D%0AX: y"_s, u"retry_after"_s,
        u"printable"_s);
    row("an empty header", u"getTools:content_type="_s, u"content_type"_s, u"empty"_s);
    row("an expired link where none is made", u"getTools:expired_link=true"_s, u"expired_link"_s,
        u"getTools"_s);
    row("a used token where none is taken", u"getTools:reused_token=true"_s, u"reused_token"_s,
        u"getIntegrationByToken"_s);
}

void PracticeFaultTest::refusesText()
{
    QFETCH(QString, text);
    QFETCH(QString, named);
    QFETCH(QString, also);
    const auto fault = parsePracticeFault(text);
    QVERIFY(!fault.hasValue());
    QVERIFY2(fault.error().contains(named), qPrintable(fault.error()));
    QVERIFY2(fault.error().contains(also), qPrintable(fault.error()));
}

void PracticeFaultTest::refusesJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QByteArray &json, const QString &named) {
        QTest::newRow(name) << json << named;
    };
    row("no endpoint", R"({"status":500})", u"endpoint"_s);
    row("an endpoint that is a number", R"({"endpoint":1,"status":500})", u"endpoint"_s);
    row("a status in quotes", R"({"endpoint":"*","status":"500"})", u"status"_s);
    row("half a status", R"({"endpoint":"*","status":500.5})", u"status"_s);
    row("a status beyond all numbers", R"({"endpoint":"*","status":1e300})", u"status"_s);
    row("a code that is a number", R"({"endpoint":"*","code":1})", u"code"_s);
    row("a switch in quotes", R"({"endpoint":"*","cut":"true"})", u"cut"_s);
    row("a body that is an object", R"({"endpoint":"*","body":{}})", u"body"_s);
    row("a body too large",
        R"({"endpoint":"*","body":")" + QByteArray(1024 * 1024 + 1, 'x') + R"("})", u"body"_s);
    row("an unknown property", R"({"endpoint":"*","statuz":1})", u"statuz"_s);
}

void PracticeFaultTest::refusesJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    QVERIFY(!object.isEmpty());
    const auto fault = practiceFaultFromJson(object);
    QVERIFY(!fault.hasValue());
    QVERIFY2(fault.error().contains(named), qPrintable(fault.error()));
}

void PracticeFaultTest::writesWhatItReads()
{
    PracticeFault fault;
    fault.endpoint = u"createConnectionLink"_s;
    fault.status = 503;
    fault.code = QString();
    fault.message = u"x"_s;
    fault.retryAfter = u"1"_s;
    fault.retryAfterMs = 7;
    fault.delayMs = 9;
    fault.delivery = PracticeDelivery::Cut;
    fault.body = "…"_ba;
    fault.contentType = u"text/plain"_s;
    fault.expiredLink = true;
    fault.times = 4;
    const auto read = practiceFaultFromJson(toJson(fault));
    QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error()));
    QVERIFY(*read == fault);
}

void PracticeFaultTest::keepsListsShort()
{
    QJsonArray list;
    for (qsizetype i = 0; i < PracticeFaults::maximumCount; ++i)
        list.append(QJsonObject{{u"endpoint"_s, u"*"_s}, {u"status"_s, 500}});
    QVERIFY(practiceFaultsFromJson(list).hasValue());
    list.append(list.first());
    QVERIFY(practiceFaultsFromJson(list).error().contains("100"_L1));
    const auto wrong = practiceFaultsFromJson({list.first(), u"x"_s});
    QVERIFY(wrong.error().contains("Fault 2"_L1));
}

QTEST_GUILESS_MAIN(PracticeFaultTest)
#include "tst_practicefault.moc"
