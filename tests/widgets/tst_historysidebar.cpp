// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historyfilterchips.h"
#include "ui/history/historyfiltermenu.h"
#include "ui/history/historylist.h"
#include "ui/history/historysidebar.h"
#include "ui/parts/notice.h"
#include "ui/parts/statepanel.h"
#include "ui/theme/theme.h"

#include "support/historyscene.h"
#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::HistoryScene;

class HistorySidebarTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatItIsForWhileItIsEmpty();
    void showsRowsAndHowMany();
    void findsAsYouType();
    void saysThatNothingMatches();
    void narrowsDownAndWidensAgain();
    void removesAFilterByItsChip();
    void clearsAllFiltersAtOnce();
    void saysWhenReadingTakesLong();
    void triesAgainAfterAFailure();
    void walksByKeyboard();
    void opensByMouse();
    void staysWhereItIsWhileOthersWrite();
    void showsNewOnesOnTop();
    void readsOnWhileOneScrolls();
    void deletesAndUndoes();
    void marksWhatThePageShows();
    void masksWhatIsPersonal();
    void everyControlHasAName();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_sidebar->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    HistoryList *list() { return find<HistoryList>("historyList"); }
    QString state() { return find<QLabel>("stateHeadline")->text(); }
    QString count() { return find<QLabel>("historyCount")->text(); }
    HistoryFilterMenu *filters() { return find<HistoryFilterMenu>("historyFilterMenu"); }
    QList<QPushButton *> chips()
    {
        QList<QPushButton *> all;
        for (QPushButton *chip : m_sidebar->findChildren<QPushButton *>(u"historyFilterChip"_s)) {
            if (!chip->isHidden())
                all.append(chip);
        }
        return all;
    }
    void show(int attempts);
    void type(const QString &text) { QTest::keyClicks(find<QLineEdit>("historySearch"), text); }
    int rows() { return m_scene->history.list().rowCount(); }

    std::unique_ptr<HistoryScene> m_scene;
    std::unique_ptr<HistorySidebar> m_sidebar;
    QList<QUuid> m_ids;
};

void HistorySidebarTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<HistoryScene>();
    m_sidebar = std::make_unique<HistorySidebar>(m_scene->history);
    m_sidebar->resize(300, 600);
    m_ids.clear();
}

void HistorySidebarTest::cleanup()
{
    m_sidebar.reset();
    m_scene.reset();
}

void HistorySidebarTest::show(int attempts)
{
    for (int i = 0; i < attempts; ++i)
        m_ids.append(m_scene->begin(u"Client %1"_s.arg(i)));
    m_sidebar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_sidebar.get()));
    m_sidebar->start();
    QTRY_VERIFY(m_scene->history.list().isAnswered());
    QTRY_COMPARE(rows(), std::min(attempts, HistoryModel::pageSize));
}

void HistorySidebarTest::saysWhatItIsForWhileItIsEmpty()
{
    show(0);
    QCOMPARE(state(), u"Nothing yet"_s);
    QVERIFY(!list()->isVisible());
    QSignalSpy wanted(m_sidebar.get(), &HistorySidebar::newConnectionRequested);
    QTest::mouseClick(find<QPushButton>("stateAction"), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    m_scene->begin(u"Northwind Ltd"_s);
    QTRY_VERIFY(list()->isVisible());
}

void HistorySidebarTest::showsRowsAndHowMany()
{
    show(3);
    QVERIFY(list()->isVisible());
    QTRY_VERIFY(count().startsWith("3 "_L1));
}

void HistorySidebarTest::findsAsYouType()
{
    show(12);
    m_sidebar->focusSearch();
    QVERIFY(find<QLineEdit>("historySearch")->hasFocus());
    type(u"client 11"_s);
    QTRY_COMPARE(rows(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(rows(), 12);
    QVERIFY(find<QLineEdit>("historySearch")->hasFocus());
}

void HistorySidebarTest::saysThatNothingMatches()
{
    show(2);
    type(u"nobody"_s);
    QTRY_COMPARE(state(), u"Nothing matches “nobody”"_s);
    QTRY_VERIFY(!list()->isVisible());
    QTest::mouseClick(find<QPushButton>("stateAction"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(list()->isVisible());
    QVERIFY(find<QLineEdit>("historySearch")->text().isEmpty());
}

void HistorySidebarTest::narrowsDownAndWidensAgain()
{
    show(3);
    m_scene->end(m_ids.at(1), AttemptOutcome::Connected);
    HistoryFilter filter;
    filter.outcomes = {AttemptOutcome::Connected};
    filters()->setFilter(filter);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(chips().size(), 1);
    QCOMPARE(chips().constFirst()->accessibleName(), u"Connected"_s);
    filter.outcomes = {AttemptOutcome::Expired};
    filters()->setFilter(filter);
    QTRY_COMPARE(state(), u"Nothing matches these filters"_s);
}

void HistorySidebarTest::removesAFilterByItsChip()
{
    show(2);
    QTRY_VERIFY(!m_scene->history.list().choices().profiles.isEmpty());
    HistoryFilter filter;
    filter.profileId = HistoryScene::practice().id;
    filter.period = HistoryPeriod::Today;
    filters()->setFilter(filter);
    QCOMPARE(chips().size(), 2);
    QCOMPARE(chips().constFirst()->accessibleName(), u"Practice"_s);
    QTest::mouseClick(chips().constFirst(), Qt::LeftButton);
    QCOMPARE(chips().size(), 1);
    QVERIFY(filters()->filter().profileId.isEmpty());
    QTest::mouseClick(chips().constFirst(), Qt::LeftButton);
    QVERIFY(!find<QWidget>("historyFilterChips")->isVisible());
}

void HistorySidebarTest::clearsAllFiltersAtOnce()
{
    show(2);
    HistoryFilter filter;
    filter.tool = u"hibob"_s;
    filter.category = u"ATS"_s;
    filters()->setFilter(filter);
    QTRY_COMPARE(rows(), 0);
    QTest::mouseClick(find<QPushButton>("historyClearFilters"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 2);
    QVERIFY(!filters()->filter().isActive());
    QVERIFY(!filters()->actions().constLast()->isEnabled());
}

void HistorySidebarTest::saysWhenReadingTakesLong()
{
    m_scene->pause();
    m_sidebar->show();
    m_sidebar->start();
    QVERIFY(count().isEmpty());
    QVERIFY(list()->isVisible()); // empty: nobody needs to know yet
    QTRY_COMPARE(count(), u"Searching…"_s);
    QCOMPARE(state(), u"Searching…"_s);
    m_scene->resume();
    QTRY_COMPARE(state(), u"Nothing yet"_s);
    QCOMPARE(count(), QString());
}

void HistorySidebarTest::triesAgainAfterAFailure()
{
    m_scene->begin(u"Northwind Ltd"_s);
    m_scene->failWith(LedgerError::Reason::Newer);
    m_sidebar->show();
    m_sidebar->start();
    QTRY_VERIFY(state().contains("later version"_L1));
    m_scene->failWith(std::nullopt);
    QTest::mouseClick(find<QPushButton>("stateAction"), Qt::LeftButton);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(list()->isVisible());
}

void HistorySidebarTest::walksByKeyboard()
{
    show(3);
    QSignalSpy chosen(m_sidebar.get(), &HistorySidebar::attemptChosen);
    m_sidebar->focusSearch();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(chosen.takeLast().constFirst().toUuid(), m_ids.at(2));
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(chosen.takeLast().constFirst().toUuid(), m_ids.at(1));
    QTest::keyClick(list(), Qt::Key_End);
    QCOMPARE(chosen.takeLast().constFirst().toUuid(), m_ids.at(0));
    QTest::keyClick(list(), Qt::Key_Home);
    QCOMPARE(chosen.takeLast().constFirst().toUuid(), m_ids.at(2));
    QTest::keyClick(list(), Qt::Key_Up);
    QVERIFY(find<QLineEdit>("historySearch")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(find<QToolButton>("historyFilterButton")->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(list()->hasFocus());
}

void HistorySidebarTest::opensByMouse()
{
    show(3);
    QSignalSpy chosen(m_sidebar.get(), &HistorySidebar::attemptChosen);
    const QRect row = list()->visualRect(m_scene->history.list().index(1));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.constFirst().constFirst().toUuid(), m_ids.at(1));
    QTest::mouseClick(
        list()->viewport(), Qt::LeftButton, {}, QPoint(20, list()->viewport()->height() - 5));
    QCOMPARE(chosen.count(), 1);
}

void HistorySidebarTest::staysWhereItIsWhileOthersWrite()
{
    show(60);
    list()->setFocus();
    for (int i = 0; i < 30; ++i)
        QTest::keyClick(list(), Qt::Key_Down);
    const QModelIndex current = list()->currentIndex();
    const QUuid chosen = current.data(HistoryModel::IdRole).toUuid();
    const int top = list()->visualRect(current).top();
    QVERIFY(list()->verticalScrollBar()->value() > 0);
    m_scene->begin(u"Newcomer"_s);
    m_scene->begin(u"Latecomer"_s);
    QTRY_COMPARE(rows(), 62);
    QCOMPARE(list()->currentIndex().data(HistoryModel::IdRole).toUuid(), chosen);
    QCOMPARE(list()->visualRect(list()->currentIndex()).top(), top);
}

void HistorySidebarTest::showsNewOnesOnTop()
{
    show(60);
    m_scene->begin(u"Newcomer"_s);
    QTRY_COMPARE(rows(), 61);
    QCOMPARE(list()->verticalScrollBar()->value(), 0);
    QCOMPARE(list()->rowAt(1), 0);
    QVERIFY(m_scene->history.list().index(0).data().toString().startsWith("Newcomer"_L1));
}

void HistorySidebarTest::readsOnWhileOneScrolls()
{
    show(450);
    QTRY_VERIFY(count().startsWith("450 "_L1));
    while (rows() < 450) {
        const int before = rows();
        list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->maximum());
        QTRY_VERIFY(rows() > before);
    }
    QVERIFY(count().startsWith("450 "_L1));
}

void HistorySidebarTest::deletesAndUndoes()
{
    show(3);
    list()->setFocus();
    list()->selectRow(1);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(rows(), 2);
    QVERIFY(list()->selectionModel()->selectedRows().isEmpty());
    auto *bin = find<Notice>("historyBin");
    QVERIFY(bin->isVisible());
    QCOMPARE(bin->accessibleName(), u"Attempt of Client 1 deleted"_s);
    QTest::mouseClick(bin->findChild<QPushButton *>(u"noticeAction"_s), Qt::LeftButton);
    QVERIFY(!bin->isVisible());
    QTRY_COMPARE(rows(), 3);
}

void HistorySidebarTest::marksWhatThePageShows()
{
    show(5);
    QSignalSpy chosen(m_sidebar.get(), &HistorySidebar::attemptChosen);
    m_sidebar->choose(m_ids.at(2));
    QCOMPARE(list()->currentIndex().row(), 2);
    QCOMPARE(chosen.count(), 0);
    type(u"client"_s); // a new list
    QTRY_VERIFY(!m_scene->history.list().isSearching());
    QCOMPARE(list()->currentIndex().data(HistoryModel::IdRole).toUuid(), m_ids.at(2));
    m_sidebar->choose({});
    QVERIFY(list()->selectionModel()->selectedRows().isEmpty());
}

void HistorySidebarTest::masksWhatIsPersonal()
{
    Attempt attempt = HistoryScene::attemptOf({});
    attempt.organization = u"ada@lovelace.org"_s;
    m_scene->begin(attempt);
    m_sidebar->show();
    m_sidebar->start();
    QTRY_COMPARE(rows(), 1);
    const QModelIndex row = m_scene->history.list().index(0);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains("ada@lovelace.org"_L1));
    m_sidebar->setMasked(true);
    QVERIFY(!row.data(Qt::AccessibleTextRole).toString().contains("ada"_L1));
    type(u"grace@hopper.org"_s);
    QTRY_VERIFY(state().startsWith("Nothing matches"_L1));
    QVERIFY(!state().contains("grace"_L1));
}

void HistorySidebarTest::everyControlHasAName()
{
    show(3);
    HistoryFilter filter;
    filter.period = HistoryPeriod::Today;
    filters()->setFilter(filter);
    const QList<QWidget *> widgets = m_sidebar->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        const auto *button = qobject_cast<QToolButton *>(widget);
        if (button && button->text().isEmpty())
            QCOMPARE(button->toolTip(), name);
    }
}

DESK_TEST_MAIN(QApplication, HistorySidebarTest)
#include "tst_historysidebar.moc"
