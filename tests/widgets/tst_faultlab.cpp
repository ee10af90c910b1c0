// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/faultbench.h"
#include "practice/practiceserver.h"
#include "ui/faultlab/faultlab.h"
#include "ui/theme/theme.h"
#include "wording/translation.h"

#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

class FaultLabTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance()); }
    void init();
    void cleanup();

    void showsEveryScenarioInItsGroup();
    void saysWhatHappensAndWhatToSee();
    void armsOnceAndShowsWhatIsDue();
    void armsAsOftenAsChosen_data();
    void armsAsOftenAsChosen();
    void armsByKeyboard();
    void switchesAllOff();
    void findsByWhatShouldBeSeen();
    void saysThatNothingMatches();
    void hidesOutsidePractice();
    void everyControlHasAName();

private:
    template <typename T> T *child(const QString &name) { return m_lab->findChild<T *>(name); }
    QTreeView *tree() { return child<QTreeView>(u"faultTree"_s); }
    QString textOf(const QString &name) { return child<QLabel>(name)->text(); }
    QModelIndex indexOf(const QString &title);
    void choose(const QString &title) { tree()->setCurrentIndex(indexOf(title)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PracticeServer> m_server;
    std::unique_ptr<FaultBench> m_bench;
    std::unique_ptr<FaultLab> m_lab;
};

void FaultLabTest::init()
{
    StrictTest::init();
    m_theme = std::make_unique<Theme>();
    m_server = std::make_unique<PracticeServer>();
    QVERIFY(m_server->start().hasValue());
    m_bench = std::make_unique<FaultBench>(*m_server);
    m_lab = std::make_unique<FaultLab>(*m_bench);
    m_lab->show();
    QVERIFY(QTest::qWaitForWindowActive(m_lab.get()));
}

void FaultLabTest::cleanup()
{
    m_lab.reset();
    m_bench.reset();
    m_server.reset();
    m_theme.reset();
}

QModelIndex FaultLabTest::indexOf(const QString &title)
{
    const QAbstractItemModel *model = tree()->model();
    return model
        ->match(
            model->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
}

void FaultLabTest::showsEveryScenarioInItsGroup()
{
    for (const PracticeScenario &each : practiceScenarios()) {
        const QModelIndex index = indexOf(each.title);
        QVERIFY2(index.isValid(), qPrintable(each.id));
        QCOMPARE(index.parent().data().toString(), titleOf(each.group));
        QVERIFY(tree()->isExpanded(index.parent()));
    }
}

void FaultLabTest::saysWhatHappensAndWhatToSee()
{
    choose(u"Page crashes"_s);
    QCOMPARE(textOf(u"faultTitle"_s), u"Page crashes"_s);
    QVERIFY(textOf(u"faultWhat"_s).contains(u"process"_s));
    QVERIFY(textOf(u"faultExpected"_s).contains(u"two seconds"_s));
    QCOMPARE(textOf(u"faultCount"_s), u"Nothing is armed"_s);
    QVERIFY(!child<QPushButton>(u"faultAllOff"_s)->isEnabled());
}

void FaultLabTest::armsOnceAndShowsWhatIsDue()
{
    choose(u"Page crashes"_s);
    auto *arm = child<QPushButton>(u"faultArm"_s);
    QCOMPARE(arm->text(), u"Arm"_s);
    arm->click();
    QCOMPARE(m_server->behaviours(),
        (QList<PracticeBehaviour>{{PracticeBehaviour::Kind::CrashingPage, 1}}));
    QCOMPARE(arm->text(), u"Switch off"_s);
    const QModelIndex row = indexOf(u"Page crashes"_s);
    QVERIFY(row.siblingAtColumn(1).data().toString().startsWith(u"Armed"_s));
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().contains(u"Armed"_s));
    m_server->setBehaviours({}); // as if it had happened
    Q_EMIT m_server->answered();
    QCOMPARE(arm->text(), u"Arm"_s);
    QCOMPARE(indexOf(u"Page crashes"_s).siblingAtColumn(1).data().toString(), QString());
}

void FaultLabTest::armsAsOftenAsChosen_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<std::optional<int>>("times");
    QTest::newRow("once") << 0 << std::optional<int>(1);
    QTest::newRow("three times") << 1 << std::optional<int>(3);
    QTest::newRow("until switched off") << 2 << std::optional<int>();
}

void FaultLabTest::armsAsOftenAsChosen()
{
    QFETCH(const int, choice);
    choose(u"Rate limit"_s);
    child<QComboBox>(u"faultTimes"_s)->setCurrentIndex(choice);
    child<QPushButton>(u"faultArm"_s)->click();
    QCOMPARE(m_server->faults().size(), 1);
    QTEST(m_server->faults().constFirst().times, "times");
}

void FaultLabTest::armsByKeyboard()
{
    tree()->setFocus();
    choose(u"Rate limit"_s);
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(m_server->faults().size(), 1);
    QVERIFY(m_lab->isVisible());
    QTest::keyClick(tree(), Qt::Key_Return);
    QCOMPARE(m_server->faults().size(), 0);
}

void FaultLabTest::switchesAllOff()
{
    PracticeFault other{u"checkApiKey"_s};
    other.status = 418;
    m_server->setFaults({other});
    choose(u"Rate limit"_s);
    child<QPushButton>(u"faultArm"_s)->click();
    QCOMPARE(textOf(u"faultCount"_s), u"1 armed, 1 set elsewhere"_s);
    child<QPushButton>(u"faultAllOff"_s)->click();
    QCOMPARE(m_server->faults().size(), 0);
    QCOMPARE(textOf(u"faultCount"_s), u"Nothing is armed"_s);
}

void FaultLabTest::findsByWhatShouldBeSeen()
{
    child<QLineEdit>(u"faultSearch"_s)->setText(u"two SECONDS the flow"_s);
    QCOMPARE(tree()->model()->rowCount(), 1);
    QCOMPARE(textOf(u"faultTitle"_s), u"Page crashes"_s);
    QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
}

void FaultLabTest::saysThatNothingMatches()
{
    child<QLineEdit>(u"faultSearch"_s)->setText(u"<b>zzz"_s);
    QVERIFY(child<QLabel>(u"faultNone"_s)->isVisible());
    QCOMPARE(textOf(u"faultNone"_s), u"Nothing matches “<b>zzz”."_s);
    QVERIFY(!child<QPushButton>(u"faultArm"_s)->isEnabled());
    child<QLineEdit>(u"faultSearch"_s)->clear();
    QVERIFY(tree()->isVisible());
    QVERIFY(child<QPushButton>(u"faultArm"_s)->isEnabled());
}

void FaultLabTest::hidesOutsidePractice()
{
    m_lab->setPractice(true);
    QVERIFY(m_lab->isVisible());
    m_lab->setPractice(false);
    QVERIFY(!m_lab->isVisible());
}

void FaultLabTest::everyControlHasAName()
{
    const QAbstractItemModel *rows = tree()->model();
    for (int group = 0; group < rows->rowCount(); ++group) {
        const QModelIndex parent = rows->index(group, 0);
        QVERIFY(!parent.siblingAtColumn(1).data(Qt::AccessibleTextRole).toString().isEmpty());
        for (int row = 0; row < rows->rowCount(parent); ++row)
            QCOMPARE(rows->index(row, 1, parent).data(Qt::AccessibleTextRole), u"Off"_s);
    }
    for (QWidget *widget : m_lab->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
    }
}

DESK_TEST_MAIN(QApplication, FaultLabTest)

#include "tst_faultlab.moc"
