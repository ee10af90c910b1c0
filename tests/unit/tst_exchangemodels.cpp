// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/exchangelog.h"
#include "models/exchangefiltermodel.h"
#include "models/exchangephases.h"
#include "models/exchangetablemodel.h"

#include "support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;

// The exchanges as a list, and what a filter leaves of it.
class ExchangeModelsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void givesRawValues();
    void followsTheLogWithoutResets();
    void keepsItsRowsWhenTheLogGoes();
    void findsARowByItsNumber();
    void showsWhatWasPutBack();
    void filters_data();
    void filters();
    void filtersWhatArrives();
    void forgetsWhatTheLogDropped();
    void filtersALongListInSlices();
    void aNewFilterReplacesOneAtWork();
    void tellsPhases_data();
    void tellsPhases();
};

namespace {

Exchange exchange(const QString &endpoint, int status = 200, const QByteArray &body = {})
{
    Exchange made;
    made.endpoint = endpoint;
    made.method = "GET";
    made.url = u"https://api.kombo.dev/v1/"_s + endpoint;
    made.status = status;
    made.responseBody = body;
    made.responseSize = body.size();
    made.timings.done = 12ms;
    return made;
}

QStringList endpoints(const QAbstractItemModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names.append(model.index(row, ExchangeTableModel::Endpoint).data().toString());
    return names;
}

//! A log with a model and a filter on it, both watched for broken rules of item models.
struct Scene {
    explicit Scene(qsizetype most = 100)
        : log(most, qsizetype{1024} * 1024 * 1024)
    {
        table.setLog(&log);
        filter.setExchanges(&table);
    }

    ExchangeLog log;
    ExchangeTableModel table;
    ExchangeFilterModel filter;
    QAbstractItemModelTester tableTester{
        &table, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester filterTester{
        &filter, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

void ExchangeModelsTest::givesRawValues()
{
    Scene scene;
    Exchange made = exchange(u"getTools"_s, 429, "{}");
    made.attempt = 2;
    scene.log.append(made);
    const auto raw = [&scene](int column) {
        return scene.table.index(0, column).data(ExchangeTableModel::RawRole);
    };
    QCOMPARE(raw(ExchangeTableModel::Number), QVariant(quint64{1}));
    QCOMPARE(raw(ExchangeTableModel::Method), QVariant(u"GET"_s));
    QCOMPARE(raw(ExchangeTableModel::Endpoint), QVariant(u"getTools"_s));
    QCOMPARE(raw(ExchangeTableModel::Outcome), QVariant(429));
    QCOMPARE(raw(ExchangeTableModel::Duration), QVariant(qint64{12}));
    QCOMPARE(raw(ExchangeTableModel::Size), QVariant(qint64{2}));
    QCOMPARE(raw(ExchangeTableModel::Attempt), QVariant(2));
    QVERIFY(scene.table.index(0, 0).data(ExchangeTableModel::FailedRole).toBool());
}

void ExchangeModelsTest::followsTheLogWithoutResets()
{
    Scene scene(3);
    const QSignalSpy resets(&scene.filter, &QAbstractItemModel::modelReset);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
        scene.log.append(exchange(name));
    const QStringList expected{u"c"_s, u"d"_s, u"e"_s};
    QCOMPARE(endpoints(scene.table), expected);
    QCOMPARE(endpoints(scene.filter), expected);
    QCOMPARE(resets.size(), 0);
}

void ExchangeModelsTest::keepsItsRowsWhenTheLogGoes()
{
    ExchangeTableModel table;
    {
        ExchangeLog log;
        table.setLog(&log);
        log.append(exchange(u"getTools"_s));
    }
    QCOMPARE(table.rowCount(), 1);
    QVERIFY(!table.log());
}

void ExchangeModelsTest::findsARowByItsNumber()
{
    Scene scene(2);
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        scene.log.append(exchange(name));
    QCOMPARE(scene.table.rowOf(1), -1);
    QCOMPARE(scene.table.rowOf(2), 0);
    QCOMPARE(scene.table.rowOf(3), 1);
    QCOMPARE(scene.table.rowOf(4), -1);
}

void ExchangeModelsTest::showsWhatWasPutBack()
{
    Scene scene;
    scene.log.append(exchange(u"a"_s));
    scene.log.append(exchange(u"b"_s));
    const QList<Exchange> earlier = scene.log.exchanges();
    scene.log.clear();
    QCOMPARE(scene.filter.rowCount(), 0);
    scene.log.append(exchange(u"c"_s));
    scene.log.putBack(earlier);
    const QStringList expected{u"a"_s, u"b"_s, u"c"_s};
    QCOMPARE(endpoints(scene.filter), expected);
    QCOMPARE(scene.table.rowOf(3), 2);
}

void ExchangeModelsTest::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ExchangeFilter::Class>("only");
    QTest::addColumn<QStringList>("expected");
    using enum ExchangeFilter::Class;
    const QStringList all{u"getTools"_s, u"createConnectionLink"_s, u"checkApiKey"_s};
    QTest::newRow("nothing lets all through") << QString() << All << all;
    QTest::newRow("blanks are nothing") << u"  "_s << All << all;
    QTest::newRow("the endpoint in another case") << u"GETTOOLS"_s << All << all.mid(0, 1);
    QTest::newRow("a word of the body, with an umlaut in capitals")
        << u"MÜNCHEN"_s << All << all.mid(1, 1);
    QTest::newRow("the status") << u"429"_s << All << all.mid(2, 1);
    QTest::newRow("a part of the address") << u"kombo.dev/v1/check"_s << All << all.mid(2, 1);
    QTest::newRow("two words in two places") << u"link münchen"_s << All << all.mid(1, 1);
    QTest::newRow("two words, one of them nowhere") << u"link rome"_s << All << QStringList();
    QTest::newRow("failed ones") << QString() << Failed << all.mid(2, 1);
    QTest::newRow("slow ones") << QString() << Slow << all.mid(0, 1);
    QTest::newRow("failed ones with a word") << u"tools"_s << Failed << QStringList();
}

void ExchangeModelsTest::filters()
{
    QFETCH(const QString, text);
    QFETCH(const ExchangeFilter::Class, only);
    Scene scene;
    Exchange slow = exchange(u"getTools"_s);
    slow.timings.done = ExchangeTableModel::slowFrom;
    scene.log.append(slow);
    scene.log.append(
        exchange(u"createConnectionLink"_s, 200, u"{\"city\":\"München\"}"_s.toUtf8()));
    scene.log.append(exchange(u"checkApiKey"_s, 429));
    scene.filter.setFilter({text, only});
    QTRY_VERIFY(!scene.filter.isFiltering());
    QTEST(endpoints(scene.filter), "expected");
}

void ExchangeModelsTest::filtersWhatArrives()
{
    Scene scene;
    scene.filter.setFilter({u"tools"_s});
    scene.log.append(exchange(u"getTools"_s));
    scene.log.append(exchange(u"checkApiKey"_s));
    QCOMPARE(endpoints(scene.filter), QStringList(u"getTools"_s));
    QCOMPARE(scene.filter.mapFromSource(scene.table.index(1, 0)), QModelIndex());
}

void ExchangeModelsTest::forgetsWhatTheLogDropped()
{
    Scene scene(3);
    scene.filter.setFilter({u"tools"_s});
    for (const QString &name : {u"getTools"_s, u"other"_s, u"getTools"_s, u"other"_s, u"other"_s})
        scene.log.append(exchange(name));
    QCOMPARE(scene.filter.rowCount(), 1);
    QCOMPARE(scene.filter.mapToSource(scene.filter.index(0, 0)).row(), 0);
    scene.log.append(exchange(u"other"_s));
    QCOMPARE(scene.filter.rowCount(), 0);
}

void ExchangeModelsTest::filtersALongListInSlices()
{
    constexpr int count = 2000;
    ExchangeLog log(count, qsizetype{1024} * 1024 * 1024);
    const QByteArray body(qsizetype{8} * 1024, 'x');
    for (int i = 0; i < count; ++i)
        log.append(exchange(i % 2 == 0 ? u"even"_s : u"odd"_s, 200, body));
    ExchangeTableModel table;
    table.setLog(&log);
    ExchangeFilterModel filter;
    filter.setExchanges(&table);
    QTRY_VERIFY(!filter.isFiltering());
    QSignalSpy filtered(&filter, &ExchangeFilterModel::filtered);
    filter.setFilter({u"even"_s});
    QVERIFY(filter.isFiltering()); // 16 MB are not folded within a slice
    QVERIFY(filter.rowCount() < count / 2);
    log.append(exchange(u"even"_s)); // the first goes while the rest is looked at
    QTRY_COMPARE(filtered.size(), 1);
    QCOMPARE(filter.rowCount(), count / 2);
    QCOMPARE(filter.mapToSource(filter.index(count / 2 - 1, 0)).row(), count - 1);
}

void ExchangeModelsTest::aNewFilterReplacesOneAtWork()
{
    constexpr int count = 2000;
    ExchangeLog log(count, qsizetype{1024} * 1024 * 1024);
    const QByteArray body(qsizetype{8} * 1024, 'x');
    for (int i = 0; i < count; ++i)
        log.append(exchange(i % 2 == 0 ? u"even"_s : u"odd"_s, 200, body));
    ExchangeTableModel table;
    table.setLog(&log);
    ExchangeFilterModel filter;
    filter.setExchanges(&table);
    filter.setFilter({u"even"_s});
    filter.setFilter({u"odd"_s});
    QTRY_VERIFY(!filter.isFiltering());
    QCOMPARE(filter.rowCount(), count / 2);
    QCOMPARE(filter.index(0, ExchangeTableModel::Endpoint).data().toString(), u"odd"_s);
}

void ExchangeModelsTest::tellsPhases_data()
{
    QTest::addColumn<Exchange::Timings>("timings");
    QTest::addColumn<QList<ExchangePhase>>("expected");
    using enum ExchangePhase::Kind;
    QTest::newRow("all of them") << Exchange::Timings{5ms, 20ms, 80ms, 90ms}
                                 << QList<ExchangePhase>{{Queued, 0ms, 5ms}, {Sending, 5ms, 20ms},
                                        {Waiting, 20ms, 80ms}, {Reading, 80ms, 90ms}};
    QTest::newRow("no answer came")
        << Exchange::Timings{5ms, 20ms, {}, 90ms}
        << QList<ExchangePhase>{{Queued, 0ms, 5ms}, {Sending, 5ms, 20ms}, {Unknown, 20ms, 90ms}};
    QTest::newRow("nothing was sent")
        << Exchange::Timings{{}, {}, {}, 90ms} << QList<ExchangePhase>{{Unknown, 0ms, 90ms}};
    QTest::newRow("moments out of order")
        << Exchange::Timings{5ms, 3ms, 200ms, 90ms}
        << QList<ExchangePhase>{{Queued, 0ms, 5ms}, {Sending, 5ms, 5ms}, {Waiting, 5ms, 90ms},
               {Reading, 90ms, 90ms}};
}

void ExchangeModelsTest::tellsPhases()
{
    QFETCH(const Exchange::Timings, timings);
    Exchange made;
    made.timings = timings;
    QTEST(phasesOf(made), "expected");
}

QTEST_GUILESS_MAIN(ExchangeModelsTest)

#include "tst_exchangemodels.moc"
