// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/clipboardlease.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

class ClipboardLeaseTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void marksTheText();
    void takesItBackAfterAWhile();
    void takesItBackWhenAsked();
    void takesItBackWhenItGoes();
    void takesItBackAtTheEndOfTheApplication();
    void leavesAloneWhatOthersCopied();
    void leavesAloneWhatOthersCopiedAtTheEnd();
    void aSecondTextTakesThePlace();
    void countsDown();
    void copiesNothingOfNothing();
    void leavesTheSelectionAlone();
};

namespace {

constexpr ClipboardLease::Times longTimes{60s, 1s};

QString onClipboard()
{
    return QApplication::clipboard()->text();
}

Secret secret()
{
    return Secret(u"https://connect.kombo.dev/v1?token=abc"_s);
}

} // namespace

void ClipboardLeaseTest::init()
{
    StrictTest::init();
    QApplication::clipboard()->clear();
}

void ClipboardLeaseTest::marksTheText()
{
    ClipboardLease lease(longTimes, nullptr);
    lease.put(secret());
    QCOMPARE(onClipboard(), secret().reveal());
    const QMimeData *data = QApplication::clipboard()->mimeData();
#if defined(Q_OS_WIN)
    QVERIFY(data->formats().join(u' ').contains("ExcludeClipboardContentFromMonitorProcessing"_L1));
#elif defined(Q_OS_MACOS)
    QVERIFY(data->hasFormat(u"org.nspasteboard.ConcealedType"_s));
#else
    QCOMPARE(data->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
#endif
}

void ClipboardLeaseTest::takesItBackAfterAWhile()
{
    ClipboardLease lease({200ms, 20ms}, nullptr);
    QSignalSpy ended(&lease, &ClipboardLease::ended);
    lease.put(secret());
    QVERIFY(lease.isHeld());
    QCOMPARE(onClipboard(), secret().reveal());
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!lease.isHeld());
    QCOMPARE(onClipboard(), QString());
}

void ClipboardLeaseTest::takesItBackWhenAsked()
{
    ClipboardLease lease(longTimes, nullptr);
    QSignalSpy ended(&lease, &ClipboardLease::ended);
    lease.put(secret());
    lease.clearNow();
    QCOMPARE(onClipboard(), QString());
    lease.clearNow();
    QCOMPARE(ended.size(), 1);
}

void ClipboardLeaseTest::takesItBackWhenItGoes()
{
    {
        ClipboardLease lease(longTimes, nullptr);
        lease.put(secret());
    }
    QCOMPARE(onClipboard(), QString());
}

void ClipboardLeaseTest::takesItBackAtTheEndOfTheApplication()
{
    ClipboardLease lease(longTimes, nullptr);
    lease.put(secret());
    QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    QApplication::exec();
    QCOMPARE(onClipboard(), QString());
}

void ClipboardLeaseTest::leavesAloneWhatOthersCopied()
{
    ClipboardLease lease({100ms, 10ms}, nullptr);
    QSignalSpy ended(&lease, &ClipboardLease::ended);
    QSignalSpy remaining(&lease, &ClipboardLease::remaining);
    lease.put(secret());
    QApplication::clipboard()->setText(u"something else"_s);
    QTRY_COMPARE(ended.size(), 1);
    remaining.clear();
    QTest::qWait(200);
    QCOMPARE(onClipboard(), u"something else"_s);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(remaining.size(), 0);
}

void ClipboardLeaseTest::leavesAloneWhatOthersCopiedAtTheEnd()
{
    {
        ClipboardLease lease(longTimes, nullptr);
        lease.put(secret());
        QApplication::clipboard()->setText(u"something else"_s);
    }
    QCOMPARE(onClipboard(), u"something else"_s);
}

void ClipboardLeaseTest::aSecondTextTakesThePlace()
{
    ClipboardLease lease({300ms, 20ms}, nullptr);
    QSignalSpy ended(&lease, &ClipboardLease::ended);
    lease.put(secret());
    lease.put(Secret(u"another"_s));
    QCOMPARE(onClipboard(), u"another"_s);
    QCOMPARE(ended.size(), 0);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(onClipboard(), QString());
}

void ClipboardLeaseTest::countsDown()
{
    ClipboardLease lease({2500ms, 20ms}, nullptr);
    QList<int> told;
    connect(&lease, &ClipboardLease::remaining, &lease, [&told](int seconds) {
        if (told.isEmpty() || told.constLast() != seconds)
            told.append(seconds);
    });
    lease.put(secret());
    QCOMPARE(told, QList{3});
    QTRY_VERIFY(!lease.isHeld());
    QCOMPARE(told, (QList{3, 2, 1}));
}

void ClipboardLeaseTest::copiesNothingOfNothing()
{
    QApplication::clipboard()->setText(u"before"_s);
    ClipboardLease lease(longTimes, nullptr);
    lease.put({});
    QVERIFY(!lease.isHeld());
    QCOMPARE(onClipboard(), u"before"_s);
}

void ClipboardLeaseTest::leavesTheSelectionAlone()
{
    QClipboard *clipboard = QApplication::clipboard();
    if (!clipboard->supportsSelection())
        QSKIP("there is no selection here");
    ClipboardLease lease(longTimes, nullptr);
    clipboard->setText(u"selected"_s, QClipboard::Selection);
    lease.put(secret());
    lease.clearNow();
    QCOMPARE(clipboard->text(QClipboard::Selection), u"selected"_s);
}

DESK_TEST_MAIN(QApplication, ClipboardLeaseTest)
#include "tst_clipboardlease.moc"
