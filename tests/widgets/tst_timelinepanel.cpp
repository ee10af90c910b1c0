// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "timeline/sessiontimeline.h"
#include "ui/theme/theme.h"
#include "ui/timeline/kindmenu.h"
#include "ui/timeline/timelinepanel.h"

#include "support/sessionstage.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <limits>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using Event = SessionEvent::Kind;
using Note = FlowNote::Kind;

class TimelinePanelTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysWhenThereIsNothing();
    void growsWhileTheSessionRuns();
    void followsTheEndUntilSomebodyScrollsUp();
    void staysWhereSomebodyReadsWhileEntriesGo();
    void filtersByTextAndKind();
    void keepsTheChosenRowWhileFiltering();
    void clearsTheSearchWithEscape();
    void choosesKindsWithoutClosingTheMenu();
    void showsEitherTime();
    void copies();
    void exports();
    void saysThatItCannotExport();
    void asksForAName();
    void namesEveryControl();
    void showsThousandsWithinAFrame();

private:
    template <typename Widget> Widget *child(const char *name) const
    {
        auto *found = m_panel->findChild<Widget *>(QString::fromLatin1(name));
        return found ? found : m_panel->window()->findChild<Widget *>(QString::fromLatin1(name));
    }
    QTableView *table() const { return child<QTableView>("timelineTable"); }
    QScrollBar *bar() const { return table()->verticalScrollBar(); }
    void say(const QString &text) { m_timeline->append(FlowNote{Note::Console, text, 1}); }
    void fill(int count);

    std::unique_ptr<SessionStage> m_stage;
    std::unique_ptr<SessionTimeline> m_timeline;
    std::unique_ptr<TimelinePanel> m_panel;
};

void TimelinePanelTest::init()
{
    StrictTest::init();
    m_stage = std::make_unique<SessionStage>();
    m_timeline = std::make_unique<SessionTimeline>(m_stage->session);
    m_panel = std::make_unique<TimelinePanel>();
    m_panel->resize(900, 260);
    m_panel->show();
    m_panel->setTimeline(m_timeline.get());
}

void TimelinePanelTest::cleanup()
{
    m_panel.reset();
    m_timeline.reset();
    m_stage.reset();
}

void TimelinePanelTest::fill(int count)
{
    for (int i = 0; i < count; ++i)
        say(u"line %1"_s.arg(i));
}

void TimelinePanelTest::saysWhenThereIsNothing()
{
    QVERIFY(!table()->isVisible());
    QVERIFY(child<QLabel>("stateHeadline")->text().contains("yet"_L1));
    QVERIFY(!child<QToolButton>("timelineExport")->isEnabled());
    say(u"x"_s);
    QVERIFY(table()->isVisible());
    QVERIFY(child<QToolButton>("timelineExport")->isEnabled());
    m_panel->setTimeline(nullptr);
    QVERIFY(!table()->isVisible());
}

void TimelinePanelTest::growsWhileTheSessionRuns()
{
    m_stage->startAndOpen();
    QCOMPARE(table()->model()->rowCount(), 4);
    // What is shown outlives the session, but not the timeline.
    m_timeline.reset();
    QCOMPARE(table()->model()->rowCount(), 0);
}

void TimelinePanelTest::followsTheEndUntilSomebodyScrollsUp()
{
    fill(100);
    QTRY_VERIFY(bar()->maximum() > 0 && bar()->value() == bar()->maximum());
    QVERIFY(m_panel->isFollowing());
    bar()->setValue(10);
    QVERIFY(!m_panel->isFollowing());
    QVERIFY(!child<QToolButton>("timelineFollow")->isChecked());
    fill(10);
    QTest::qWait(50); // longer than it takes to follow
    QCOMPARE(bar()->value(), 10);
    bar()->setValue(bar()->maximum());
    QVERIFY(m_panel->isFollowing());
    bar()->setValue(10);
    child<QToolButton>("timelineFollow")->click();
    QVERIFY(m_panel->isFollowing());
    QTRY_COMPARE(bar()->value(), bar()->maximum());
}

void TimelinePanelTest::staysWhereSomebodyReadsWhileEntriesGo()
{
    fill(int(SessionTimeline::maximumCount));
    QTRY_VERIFY(bar()->maximum() > 100 && bar()->value() == bar()->maximum());
    bar()->setValue(100);
    const QString read =
        table()->indexAt({5, 5}).data(TimelineModel::EntryRole).value<TimelineEntry>().text;
    fill(20);
    QTest::qWait(50);
    QCOMPARE(
        table()->indexAt({5, 5}).data(TimelineModel::EntryRole).value<TimelineEntry>().text, read);
}

void TimelinePanelTest::filtersByTextAndKind()
{
    m_timeline->append(SessionEvent{Event::LinkCreated, u"kombo.dev"_s});
    fill(3);
    child<QLineEdit>("timelineSearch")->setText(u" LINE 2 "_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(child<QLabel>("timelineCount")->text(), u"1 of 4"_s);
    child<KindMenu>("timelineKinds")->choose({TimelineEntry::Group::Link});
    QVERIFY(!table()->isVisible());
    QVERIFY(child<QLabel>("stateText")->text().contains("LINE 2"_L1));
    QCOMPARE(child<QPushButton>("timelineKindsButton")->text(), u"Link"_s);
    child<QPushButton>("stateAction")->click();
    QCOMPARE(table()->model()->rowCount(), 4);
    QVERIFY(child<QLineEdit>("timelineSearch")->text().isEmpty());
    QCOMPARE(child<QPushButton>("timelineKindsButton")->text(), u"All kinds"_s);
}

void TimelinePanelTest::keepsTheChosenRowWhileFiltering()
{
    fill(30);
    table()->selectRow(20);
    child<QLineEdit>("timelineSearch")->setText(u"line 20"_s);
    QCOMPARE(table()->currentIndex().row(), 0);
    child<QLineEdit>("timelineSearch")->clear();
    QCOMPARE(table()->currentIndex().row(), 20);
}

void TimelinePanelTest::clearsTheSearchWithEscape()
{
    auto *search = child<QLineEdit>("timelineSearch");
    m_panel->focusSearch();
    search->setText(u"x"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
}

void TimelinePanelTest::choosesKindsWithoutClosingTheMenu()
{
    auto *menu = child<KindMenu>("timelineKinds");
    menu->popup(m_panel->mapToGlobal(QPoint(0, 0)));
    QVERIFY(menu->isVisible());
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : {actions.at(2), actions.at(3)})
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QVERIFY(menu->isVisible());
    QCOMPARE(menu->chosen().size(), 2);
    QCOMPARE(menu->summary(), u"2 kinds"_s);
    menu->setActiveAction(actions.at(3));
    QTest::keyClick(menu, Qt::Key_Space);
    QCOMPARE(menu->chosen().size(), 1);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(actions.at(0)).center());
    QCOMPARE(menu->chosen().size(), 0);
    menu->close();
}

void TimelinePanelTest::showsEitherTime()
{
    QSignalSpy changed(m_panel.get(), &TimelinePanel::showsClockChanged);
    QVERIFY(!m_panel->showsClock());
    QVERIFY(table()->isColumnHidden(TimelineModel::ClockColumn));
    child<QToolButton>("timelineClock")->click();
    QVERIFY(m_panel->showsClock());
    QVERIFY(!table()->isColumnHidden(TimelineModel::ClockColumn));
    QVERIFY(table()->isColumnHidden(TimelineModel::SinceStartColumn));
    m_panel->setShowsClock(true);
    QCOMPARE(changed.size(), 1);
}

void TimelinePanelTest::copies()
{
    fill(5);
    QApplication::clipboard()->setText(u"before"_s);
    table()->clearSelection();
    m_panel->copySelected();
    QCOMPARE(QApplication::clipboard()->text(), u"before"_s);
    table()->selectRow(3);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().endsWith("\tConsole\tline 3"_L1));
    child<QLineEdit>("timelineSearch")->setText(u"line"_s);
    m_panel->copyAll();
    QCOMPARE(QApplication::clipboard()->text().split(u'\n').size(), 5);
}

void TimelinePanelTest::exports()
{
    const QTemporaryDir folder;
    fill(3);
    child<QLineEdit>("timelineSearch")->setText(u"line 1"_s);
    QSignalSpy exported(m_panel.get(), &TimelinePanel::exported);
    m_panel->exportTo(folder.filePath(u"t.md"_s));
    QCOMPARE(exported.size(), 1);
    QFile file(folder.filePath(u"t.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("line 2")); // all of it, whatever the filter
    QVERIFY(child<QLabel>("noticeHeadline")->isVisible());
}

void TimelinePanelTest::saysThatItCannotExport()
{
    fill(1);
    QSignalSpy exported(m_panel.get(), &TimelinePanel::exported);
    m_panel->exportTo(u"/proc/t.json"_s);
    QCOMPARE(exported.size(), 0);
    QVERIFY(child<QLabel>("noticeHeadline")->isVisible());
    QVERIFY(child<QLabel>("noticeHeadline")->text().contains("cannot"_L1));
}

void TimelinePanelTest::asksForAName()
{
    fill(1);
    child<QToolButton>("timelineExport")->click();
    auto *dialog = child<QFileDialog>("timelineExportDialog");
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->defaultSuffix(), u"json"_s);
    Q_EMIT dialog->filterSelected(dialog->nameFilters().constLast());
    QCOMPARE(dialog->defaultSuffix(), u"md"_s);
    dialog->reject();
}

void TimelinePanelTest::namesEveryControl()
{
    fill(1);
    const auto buttons = m_panel->findChildren<QToolButton *>();
    int seen = 0;
    for (const QToolButton *button : buttons) {
        if (!button->objectName().startsWith("timeline"_L1))
            continue;
        ++seen;
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        QCOMPARE(button->toolTip(), button->accessibleName());
    }
    QCOMPARE(seen, 4);
    QVERIFY(!table()->accessibleName().isEmpty());
    QVERIFY(!child<QLineEdit>("timelineSearch")->accessibleName().isEmpty());
    QVERIFY(child<QPushButton>("timelineKindsButton")->accessibleName().contains("All kinds"_L1));
}

void TimelinePanelTest::showsThousandsWithinAFrame()
{
    for (qsizetype i = 0; i < SessionTimeline::maximumCount; ++i)
        m_timeline->append(
            FlowNote{i % 2 ? Note::Console : Note::Navigation, u"kombo.dev/%1"_s.arg(i), 1});
    QTRY_VERIFY(bar()->maximum() > 100 && bar()->value() == bar()->maximum());
    // The best of several: other programs of this computer are none of our business.
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 1; i < 10; ++i) {
        QElapsedTimer timer;
        timer.start();
        child<QLineEdit>("timelineSearch")->setText(u"dev/%1"_s.arg(i));
        table()->viewport()->repaint();
        best = std::min(best, timer.nsecsElapsed());
        QVERIFY(table()->model()->rowCount() > 1);
    }
    QVERIFY2(best < 16'000'000, qPrintable(u"%1 ns"_s.arg(best)));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const Theme theme;
    TimelinePanelTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_timelinepanel.moc"
