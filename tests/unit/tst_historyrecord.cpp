// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "history/pastexchanges.h"
#include "history/pasttimeline.h"

#include "api/exchangelog.h"
#include "export/har.h"
#include "support/stricttest.h"
#include "timeline/sessiontimeline.h"
#include "timeline/timelineexport.h"
#include "wording/timelinewording.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

//! What was kept of an attempt, read back.
class HistoryRecordTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsATimelineBack();
    void refusesATimeline_data();
    void refusesATimeline();
    void takesUnknownNamesOfATimeline();
    void readsExchangesBack();
    void refusesAHar_data();
    void refusesAHar();
};

namespace {

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0, 0, 250), Qt::UTC);

TimelineEntry entryOf(
    quint64 number, const TimelineEntry::Source &source, const QString &text, int count = 1)
{
    TimelineEntry entry;
    entry.number = number;
    entry.source = source;
    entry.group = groupOf(source);
    entry.severity = severityOf(source, text);
    entry.at = noon.addMSecs(qint64(number) * 1500);
    entry.sinceStart = std::chrono::milliseconds(number * 1500);
    entry.text = text;
    entry.count = count;
    return entry;
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

} // namespace

void HistoryRecordTest::readsATimelineBack()
{
    TimelineDocument document;
    document.startedAt = noon;
    document.dropped = 3;
    document.entries = {entryOf(1, SessionEvent::Kind::LinkCreated, {}),
        entryOf(2, FlowNote::Kind::Console, u"<b>\u202Eoops</b>"_s, 4)};
    const auto read = pastTimelineFromJson(timelineJson(document, TimelineWording::words()));
    QVERIFY(read.hasValue());
    QCOMPARE(read->dropped, 3);
    QCOMPARE(read->entries.size(), document.entries.size());
    for (qsizetype i = 0; i < read->entries.size(); ++i) {
        const PastTimelineEntry &past = read->entries.at(i);
        const TimelineEntry &then = document.entries.at(i);
        QCOMPARE(past.at, then.at);
        QCOMPARE(past.sinceStart, then.sinceStart);
        QCOMPARE(past.group, then.group);
        QCOMPARE(past.severity, then.severity);
        QCOMPARE(past.count, then.count);
    }
    QCOMPARE(read->entries.at(0).sentence, TimelineWording::sentence(document.entries.at(0)));
    QVERIFY(!read->entries.at(1).sentence.contains(QChar(0x202E)));
}

void HistoryRecordTest::refusesATimeline_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("named");
    const auto with = [](const QJsonValue &entries) {
        return json({{u"format"_s, u"connect-desk-timeline"_s}, {u"version"_s, 1},
            {u"entries"_s, entries}});
    };
    QTest::newRow("no JSON") << QByteArray("{nothing") << u""_s;
    QTest::newRow("a list") << QByteArray("[]") << u""_s;
    QTest::newRow("something else")
        << json({{u"format"_s, u"something"_s}, {u"entries"_s, QJsonArray()}}) << u"format"_s;
    QTest::newRow("of a later version") << json({{u"format"_s, u"connect-desk-timeline"_s},
        {u"version"_s, 2}, {u"entries"_s, QJsonArray()}})
                                        << u"version"_s;
    QTest::newRow("no entries") << with(QJsonValue()) << u"entries"_s;
    QTest::newRow("an entry that is text") << with(QJsonArray{u"x"_s}) << u"entries"_s;
    QTest::newRow("an entry without its sentence")
        << with(QJsonArray{QJsonObject{{u"at"_s, u"2026-11-22T12:00:00.000Z"_s}}}) << u"sentence"_s;
    QJsonArray many;
    for (qsizetype i = 0; i <= SessionTimeline::maximumCount; ++i)
        many.append(QJsonObject());
    QTest::newRow("too many entries") << with(many) << u"entries"_s;
    QTest::newRow("too long") << QByteArray(qsizetype{17} * 1024 * 1024, ' ') << u"bytes"_s;
}

void HistoryRecordTest::refusesATimeline()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, named);
    const auto read = pastTimelineFromJson(document);
    QVERIFY(!read.hasValue());
    QVERIFY(!read.error().isEmpty());
    QVERIFY2(read.error().contains(named), qPrintable(read.error()));
}

void HistoryRecordTest::takesUnknownNamesOfATimeline()
{
    const auto read =
        pastTimelineFromJson(json({{u"format"_s, u"connect-desk-timeline"_s}, {u"version"_s, 1},
            {u"entries"_s,
                QJsonArray{QJsonObject{{u"at"_s, u"2026-11-22T12:00:00.000Z"_s}, {u"ms"_s, -5},
                    {u"group"_s, u"quantum"_s}, {u"severity"_s, u"awful"_s}, {u"count"_s, 0},
                    {u"sentence"_s, u"It happened"_s}}}}}));
    QVERIFY(read.hasValue());
    const PastTimelineEntry &entry = read->entries.constFirst();
    QCOMPARE(entry.group, TimelineEntry::Group::Page);
    QCOMPARE(entry.severity, TimelineEntry::Severity::Information);
    QCOMPARE(entry.count, 1);
    QCOMPARE(entry.sinceStart, 0ms);
}

void HistoryRecordTest::readsExchangesBack()
{
    Exchange good;
    good.number = 7;
    good.endpoint = u"createConnectionLink"_s;
    good.attempt = 2;
    good.startedAt = noon;
    good.method = "POST";
    good.url = u"https://api.kombo.dev/v1/connect/create-link?a=1"_s;
    good.requestHeaders = {{"Content-Type", "application/json"}};
    good.requestBody = R"({"end_user_email":"jo@northwind.example"})";
    good.status = 200;
    good.responseHeaders = {{"Content-Type", "application/json"}};
    good.responseBody = R"({"status":"success"})";
    good.responseSize = good.responseBody.size();
    good.timings = {12ms, 40ms, 90ms, 95ms};
    Exchange bytes = good;
    bytes.number = 8;
    bytes.responseBody = QByteArray("\x00\xff\x80", 3);
    bytes.responseSize = 5000;
    bytes.isResponseCut = true;
    Exchange lost = good;
    lost.number = 9;
    lost.status = 0;
    lost.ending = Exchange::Ending::NotConnected;
    lost.responseHeaders.clear();
    lost.responseBody.clear();
    lost.responseSize = 0;
    lost.problem = u"Connection refused"_s;
    lost.timings = {3ms, std::nullopt, std::nullopt, 8ms};

    const QList<Exchange> all{good, bytes, lost};
    const auto read = exchangesFromHar(harDocument(all, u"1.0"_s));
    QVERIFY2(read.hasValue(), read.hasValue() ? "" : qPrintable(read.error()));
    QCOMPARE(read->size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Exchange &past = read->at(i);
        const Exchange &then = all.at(i);
        QCOMPARE(past.number, then.number);
        QCOMPARE(past.endpoint, then.endpoint);
        QCOMPARE(past.attempt, then.attempt);
        QCOMPARE(past.startedAt, then.startedAt);
        QCOMPARE(past.method, then.method);
        QCOMPARE(past.url, then.url);
        QCOMPARE(past.requestHeaders, then.requestHeaders);
        QCOMPARE(past.requestBody, then.requestBody);
        QCOMPARE(past.ending, then.ending);
        QCOMPARE(past.status, then.status);
        QCOMPARE(past.responseBody, then.responseBody);
        QCOMPARE(past.responseSize, then.responseSize);
        QCOMPARE(past.isResponseCut, then.isResponseCut);
        QCOMPARE(past.problem, then.problem);
        QCOMPARE(past.timings.queued, then.timings.queued);
        QCOMPARE(past.timings.sent, then.timings.sent);
        QCOMPARE(past.timings.firstByte, then.timings.firstByte);
        QCOMPARE(past.timings.done, then.timings.done);
    }
}

void HistoryRecordTest::refusesAHar_data()
{
    QTest::addColumn<QByteArray>("har");
    QTest::addColumn<QString>("named");
    const auto with = [](const QJsonArray &entries) {
        return json({{u"log"_s, QJsonObject{{u"entries"_s, entries}}}});
    };
    QTest::newRow("no JSON") << QByteArray("no") << u""_s;
    QTest::newRow("no log") << json({}) << u"log"_s;
    QTest::newRow("an entry without a request")
        << with({QJsonObject{{u"startedDateTime"_s, u"2026-11-22T12:00:00.000Z"_s}}})
        << u"request"_s;
    QJsonArray many;
    for (qsizetype i = 0; i <= ExchangeLog::maximumCount; ++i)
        many.append(QJsonObject());
    QTest::newRow("too many") << with(many) << u"entries"_s;
}

void HistoryRecordTest::refusesAHar()
{
    QFETCH(QByteArray, har);
    QFETCH(QString, named);
    const auto read = exchangesFromHar(har);
    QVERIFY(!read.hasValue());
    QVERIFY2(read.error().contains(named), qPrintable(read.error()));
}

QTEST_GUILESS_MAIN(HistoryRecordTest)
#include "tst_historyrecord.moc"
