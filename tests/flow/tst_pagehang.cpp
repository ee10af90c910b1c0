// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"

#include "support/stricttest.h"
#include "ui/flow/popupwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QWebEnginePage>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::Response;
using Kind = FlowNote::Kind;

//! Pages that stop to answer, and pages whose process is gone.
class PageHangTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void tellsAPageThatHangs_data();
    void tellsAPageThatHangs();
    void endsTheProcessOfAPageThatHangs_data();
    void endsTheProcessOfAPageThatHangs();
    void comesBackWhenThePageDoes();
    void bearsABusyPage();
    void asksNothingOfAHiddenPage();
    void tellsAPopupThatHangs();
    void tellsACrashAtOnce_data();
    void tellsACrashAtOnce();
};

namespace {

const QString loaded = u"loaded"_s;
const QByteArray hanging = "later(() => setTimeout(() => { console.error('hangs');"
                           "while (true); }, 50))";

pid_t processOf(FlowScene &scene)
{
    return static_cast<pid_t>(scene.flow().page()->renderProcessPid());
}

bool isGone(pid_t pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    // Whoever started it may not have collected it yet.
    return !file.open(QIODevice::ReadOnly) || file.readAll().contains(") Z ");
}

// How long the window does not react, at most.
class Pauses {
public:
    Pauses()
    {
        QObject::connect(&m_ticker, &QTimer::timeout, &m_ticker,
            [this] { m_longest = std::max(m_longest, m_sinceTick.restart()); });
        m_sinceTick.start();
        m_ticker.start(10);
    }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_ticker;
    QElapsedTimer m_sinceTick;
    qint64 m_longest = 0;
};

} // namespace

void PageHangTest::tellsAPageThatHangs_data()
{
    QTest::addColumn<FlowPlacement>("placement");
    QTest::newRow("in the frame") << FlowPlacement::Frame;
    QTest::newRow("at top level") << FlowPlacement::TopLevel;
}

void PageHangTest::tellsAPageThatHangs()
{
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    scene.setScript("/flow", hanging);
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    const Pauses pauses;
    const QStringList expected{loaded, u"failed:NotResponding"_s};
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), expected, 8000);
    QCOMPARE(scene.noted(Kind::PageHung, u"127.0.0.1"_s), 1);
    QVERIFY2(pauses.longest() < 500, qPrintable(QString::number(pauses.longest())));
}

void PageHangTest::endsTheProcessOfAPageThatHangs_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<FlowPlacement>("placement");
    for (const char *end : {"reload", "stop", "destroy"}) {
        QTest::addRow("%s, in the frame", end) << QString::fromLatin1(end) << FlowPlacement::Frame;
        QTest::addRow("%s, at top level", end)
            << QString::fromLatin1(end) << FlowPlacement::TopLevel;
    }
}

void PageHangTest::endsTheProcessOfAPageThatHangs()
{
    QFETCH(QString, end);
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    scene.setScript("/flow", hanging);
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(scene.noted(Kind::Console, u"hangs"_s), 1);
    const pid_t pid = processOf(scene);
    QVERIFY(pid > 0 && !isGone(pid));
    scene.setScript("/flow", "finish('revived')");
    if (end == "reload"_L1)
        scene.flow().reload();
    else if (end == "stop"_L1)
        scene.flow().stop();
    else
        scene.destroyFlow();
    QTRY_VERIFY(isGone(pid));
    if (end == "reload"_L1)
        QTRY_COMPARE(scene.tokens(), QStringList{u"revived"_s});
}

void PageHangTest::comesBackWhenThePageDoes()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => setTimeout(() => { const end = Date.now() + 7000; while (Date.now() < end);"
        "setTimeout(() => finish('slept-well'), 3000) }, 50))");
    scene.open();
    const QStringList expected{loaded, u"failed:NotResponding"_s, loaded, u"token:slept-well"_s};
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), expected, 20'000);
    QCOMPARE(scene.noted(Kind::PageRecovered, u"127.0.0.1"_s), 1);
}

void PageHangTest::bearsABusyPage()
{
    FlowScene scene;
    scene.setScript("/flow",
        "later(() => setTimeout(() => { const end = Date.now() + 2000; while (Date.now() < end);"
        "finish('busy') }, 50))");
    scene.open();
    const QStringList expected{loaded, u"token:busy"_s};
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), expected, 8000);
    QCOMPARE(scene.noted(Kind::PageHung), 0);
}

void PageHangTest::asksNothingOfAHiddenPage()
{
    FlowScene scene;
    scene.setScript("/flow", hanging);
    scene.open();
    QTRY_COMPARE(scene.noted(Kind::Console, u"hangs"_s), 1);
    scene.view()->hide();
    QTRY_VERIFY(!scene.flow().page()->isVisible());
    QTest::qWait(7000);
    QCOMPARE(scene.noted(Kind::PageHung), 0);
    scene.view()->show();
    QTRY_COMPARE_WITH_TIMEOUT(scene.noted(Kind::PageHung), 1, 8000);
}

void PageHangTest::tellsAPopupThatHangs()
{
    FlowScene scene;
    scene.flow().setPresenters({popupWindowsFor(scene.view())});
    // Of another site and without an opener, so that it has a process of its own.
    const QByteArray target = scene.server().url(u"/popup"_s, u"localhost"_s).toEncoded();
    scene.setScript("/flow", "later(() => window.open('" + target + "', '', 'noopener'))");
    scene.setScript("/popup", hanging);
    scene.open();
    QTRY_COMPARE_WITH_TIMEOUT(scene.noted(Kind::PageHung, u"pop-up of localhost"_s), 1, 10'000);
    QCOMPARE(scene.events().first(), loaded);
}

void PageHangTest::tellsACrashAtOnce_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<FlowPlacement>("placement");
    QTest::newRow("killed") << SIGKILL << FlowPlacement::Frame;
    QTest::newRow("a fault in memory") << SIGSEGV << FlowPlacement::Frame;
    QTest::newRow("a fault in memory, at top level") << SIGSEGV << FlowPlacement::TopLevel;
}

void PageHangTest::tellsACrashAtOnce()
{
    QFETCH(int, signal);
    QFETCH(FlowPlacement, placement);
    FlowScene scene;
    scene.setScript("/flow", "later(() => 0)");
    scene.open(scene.server().url(u"/flow"_s), placement);
    QTRY_COMPARE(scene.events(), QStringList{loaded});
    QElapsedTimer time;
    time.start();
    ::kill(processOf(scene), signal);
    QStringList expected{loaded, u"failed:PageCrashed"_s};
    QTRY_COMPARE_WITH_TIMEOUT(scene.events(), expected, 5000);
    QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
    scene.setScript("/flow", "finish('revived')");
    scene.flow().reload();
    expected << loaded << u"token:revived"_s;
    QTRY_COMPARE(scene.events(), expected);
}

DESK_TEST_MAIN(QApplication, PageHangTest)
#include "tst_pagehang.moc"
