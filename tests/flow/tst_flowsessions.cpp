// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flowscene.h"
#include "pageprocesses.h"

#include "support/stricttest.h"
#include "ui/flow/popupwindow.h"

#include <QApplication>
#include <QPointer>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineView>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FlowScene;
using desk::test::pageProcesses;
using Kind = FlowNote::Kind;

//! What is left when a session is over: nothing. (benchmark_sessions measures the memory.)
class FlowSessionsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void leaveNothingBehind_data();
    void leaveNothingBehind();
};

void FlowSessionsTest::leaveNothingBehind_data()
{
    QTest::addColumn<FlowPlacement>("placement");
    QTest::addColumn<bool>("isFinished");

    QTest::newRow("finished") << FlowPlacement::Frame << true;
    QTest::newRow("given up") << FlowPlacement::Frame << false;
    QTest::newRow("finished, at top level") << FlowPlacement::TopLevel << true;
}

void FlowSessionsTest::leaveNothingBehind()
{
    QFETCH(FlowPlacement, placement);
    QFETCH(bool, isFinished);
    QPointer<QWebEngineProfile> profile;
    QList<QPointer<QWebEnginePage>> pages;
    for (int i = 0; i < 5; ++i) {
        FlowScene scene;
        scene.flow().setPresenters({popupWindowsFor(scene.view())});
        scene.setScript("/flow",
            QByteArray("later(() => { window.open('/popup');") + (isFinished ? "finish('x')" : "")
                + " })");
        scene.setScript("/popup", "");
        scene.open(scene.server().url(u"/flow"_s), placement);
        QTRY_COMPARE(scene.noted(Kind::PopupOpened), 1);
        QTRY_COMPARE(scene.tokens().size(), isFinished ? 1 : 0);
        QVERIFY(!pageProcesses().isEmpty());
        profile = scene.flow().page()->profile();
        pages.append(scene.flow().page());
        pages += [&] {
            QList<QPointer<QWebEnginePage>> popups;
            for (QWidget *widget : QApplication::topLevelWidgets()) {
                if (auto *view = widget->findChild<QWebEngineView *>(u"popupView"_s))
                    popups.append(view->page());
            }
            return popups;
        }();
    }
    QVERIFY(pages.size() >= 10);
    QVERIFY(!profile);
    for (const QPointer<QWebEnginePage> &page : pages)
        QVERIFY(!page);
    QTRY_COMPARE(pageProcesses(), QList<qint64>());
    QTRY_VERIFY(QApplication::topLevelWidgets().isEmpty());
}

DESK_TEST_MAIN(QApplication, FlowSessionsTest)
#include "tst_flowsessions.moc"
