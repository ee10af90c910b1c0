// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wording/toolwording.h"
#include "wording/translation.h"

#include "support/stricttest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace desk;

class ToolWordingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance()); }
    void saysHowOldAListIs_data();
    void saysHowOldAListIs();
    void saysWhatIsCovered();
    void countsFields();
    void boundsWhatItQuotes();
    void namesTheRealHost_data();
    void namesTheRealHost();
    void tellsVariantsApart();
};

void ToolWordingTest::saysHowOldAListIs_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << qint64{0} << u"80 tools, read just now"_s;
    QTest::newRow("seconds") << qint64{59} << u"80 tools, read 59 s ago"_s;
    QTest::newRow("one minute") << qint64{60} << u"80 tools, read 1 min ago"_s;
    QTest::newRow("minutes") << qint64{5 * 60 + 59} << u"80 tools, read 5 min ago"_s;
    QTest::newRow("one hour") << qint64{3600} << u"80 tools, read 1 h ago"_s;
    QTest::newRow("hours") << qint64{23 * 3600} << u"80 tools, read 23 h ago"_s;
    QTest::newRow("one day") << qint64{24 * 3600} << u"80 tools, read 1 day ago"_s;
    QTest::newRow("days") << qint64{40 * 24 * 3600} << u"80 tools, read 40 days ago"_s;
    QTest::newRow("a clock that was wrong") << qint64{-500} << u"80 tools, read just now"_s;
}

void ToolWordingTest::saysHowOldAListIs()
{
    QFETCH(qint64, seconds);
    const QDateTime then = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
    QTEST(ToolWording::listAge(80, then, then.addSecs(seconds)), "text");
    QVERIFY(ToolWording::listAge(1, then, then).startsWith("1 tool,"_L1));
}

void ToolWordingTest::saysWhatIsCovered()
{
    QCOMPARE(ToolWording::coverage(u"SUPPORTED"_s), u"Supported"_s);
    for (const auto &status :
        {u"SUPPORTED"_s, u"UNSUPPORTED"_s, u"NOT_IMPLEMENTED"_s, u"UNKNOWN"_s}) {
        QVERIFY(ToolWording::coverage(status) != status);
        QVERIFY(ToolWording::coverageMeaning(status).endsWith(u'.'));
    }
    QCOMPARE(ToolWording::coverage(u"BETA"_s), u"BETA"_s);
    QCOMPARE(ToolWording::coverageMeaning(u"BETA"_s), QString());
    QCOMPARE(ToolWording::coverage({}), u"Not stated"_s);
}

void ToolWordingTest::countsFields()
{
    Coverage group;
    QCOMPARE(ToolWording::fieldCount(group), QString());
    group.fields = {{u"a"_s, {}, u"SUPPORTED"_s, {}}};
    QCOMPARE(ToolWording::fieldCount(group), u"1 of 1 field"_s);
    group.fields.append({u"b"_s, {}, u"UNKNOWN"_s, {}});
    QCOMPARE(ToolWording::fieldCount(group), u"1 of 2 fields"_s);
}

void ToolWordingTest::boundsWhatItQuotes()
{
    const QString endless(100'000, u'x');
    QVERIFY(ToolWording::notInList(endless).size() < 200);
    QVERIFY(ToolWording::sharedLabel(endless, 2).size() < 200);
    QVERIFY(ToolWording::coverage(endless).size() < 200);
    QVERIFY(ToolWording::sharedLabel(u"PayFit"_s, 3).startsWith("3 tools"_L1));
}

void ToolWordingTest::namesTheRealHost_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("host");
    QTest::newRow("plain") << u"https://help.kombo.dev/x?y"_s << u"help.kombo.dev"_s;
    QTest::newRow("with a port") << u"http://127.0.0.1:4000/x"_s << u"127.0.0.1:4000"_s;
    QTest::newRow("Cyrillic letters that look Latin")
        << u"https://k\u043Emb\u043E.dev/x"_s << u"xn--"_s;
}

void ToolWordingTest::namesTheRealHost()
{
    QFETCH(QString, url);
    QFETCH(QString, host);
    const QString text = ToolWording::opensInBrowser(QUrl(url));
    QVERIFY2(text.contains(host), qPrintable(text));
}

void ToolWordingTest::tellsVariantsApart()
{
    QCOMPARE(ToolWording::identity(u"By file"_s, u"datev"_s), u"By file · datev"_s);
    QCOMPARE(ToolWording::identity(u"datev"_s, u"datev"_s), u"datev"_s);
    QCOMPARE(ToolWording::identity({}, u"datev"_s), u"datev"_s);
}

DESK_TEST_MAIN(QCoreApplication, ToolWordingTest)
#include "tst_toolwording.moc"
