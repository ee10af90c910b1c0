// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/guard/productionguard.h"
#include "ui/theme/theme.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

Q_DECLARE_METATYPE(desk::GuardedAction)
Q_DECLARE_METATYPE(desk::ProfileKind)

class ProductionGuardTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksOnlyUnderProduction_data();
    void asksOnlyUnderProduction();
    void namesProfileAndOrganization_data();
    void namesProfileAndOrganization();
    void returnMeansCancel();
    void escapeMeansCancel();
    void proceedsOnce();
    void asksOneQuestionAtATime();
    void cutsAndEscapesANameOnTheButton();
    void asksForTheProfileOfThatMoment();

private:
    QMessageBox *box() const { return m_window->findChild<QMessageBox *>(); }
    QPushButton *button() const { return box()->findChild<QPushButton *>(u"proceedButton"_s); }
    void ask(GuardedAction action = GuardedAction::CreateLink,
        const QString &organization = u"Northwind Ltd"_s)
    {
        makeProductionGuard(m_window.get(), [this] { return m_tag; })(
            action, organization, [this] { ++m_proceeded; });
        if (m_tag.kind == ProfileKind::Production)
            QVERIFY(QTest::qWaitForWindowActive(box()));
    }

    std::unique_ptr<QWidget> m_window;
    ProfileTag m_tag;
    int m_proceeded = 0;
};

void ProductionGuardTest::init()
{
    StrictTest::init();
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_tag = {u"Acme EU"_s, ProfileKind::Production};
    m_proceeded = 0;
}

void ProductionGuardTest::cleanup()
{
    m_window.reset();
}

void ProductionGuardTest::asksOnlyUnderProduction_data()
{
    QTest::addColumn<ProfileKind>("kind");
    QTest::addColumn<bool>("asks");
    QTest::newRow("practice goes on") << ProfileKind::Practice << false;
    QTest::newRow("an address of the command line goes on") << ProfileKind::AdHoc << false;
    QTest::newRow("development goes on") << ProfileKind::Development << false;
    QTest::newRow("production asks") << ProfileKind::Production << true;
}

void ProductionGuardTest::asksOnlyUnderProduction()
{
    QFETCH(ProfileKind, kind);
    QFETCH(bool, asks);
    m_tag.kind = kind;
    ask();
    QCOMPARE(box() != nullptr, asks);
    QCOMPARE(m_proceeded, asks ? 0 : 1);
}

void ProductionGuardTest::namesProfileAndOrganization_data()
{
    QTest::addColumn<GuardedAction>("action");
    QTest::addColumn<QString>("button");
    QTest::newRow("create a link")
        << GuardedAction::CreateLink << u"Create link for Northwind Ltd in Production"_s;
    QTest::newRow("reconnect") << GuardedAction::Reconnect
                               << u"Reconnect Northwind Ltd in Production"_s;
    QTest::newRow("delete") << GuardedAction::Delete << u"Delete Northwind Ltd in Production"_s;
    QTest::newRow("open the setup")
        << GuardedAction::OpenSetup << u"Open setup of Northwind Ltd in Production"_s;
}

void ProductionGuardTest::namesProfileAndOrganization()
{
    QFETCH(GuardedAction, action);
    ask(action);
    QVERIFY(box()->text().contains("Northwind Ltd"_L1));
    QVERIFY(box()->text().contains("Acme EU"_L1));
    QTEST(button()->text(), "button");
    QVERIFY(!box()->informativeText().isEmpty());
}

void ProductionGuardTest::returnMeansCancel()
{
    ask();
    QTRY_COMPARE(QApplication::focusWidget(), box()->button(QMessageBox::Cancel));
    QTest::keyClick(box(), Qt::Key_Return);
    QTRY_VERIFY(!box());
    QCOMPARE(m_proceeded, 0);
}

void ProductionGuardTest::escapeMeansCancel()
{
    ask();
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY(!box());
    QCOMPARE(m_proceeded, 0);
}

void ProductionGuardTest::proceedsOnce()
{
    ask();
    QPushButton *proceed = button();
    proceed->click();
    QTRY_VERIFY(!box());
    QCOMPARE(m_proceeded, 1);
}

void ProductionGuardTest::asksOneQuestionAtATime()
{
    ask();
    ask();
    QCOMPARE(m_window->findChildren<QMessageBox *>().size(), 1);
}

void ProductionGuardTest::cutsAndEscapesANameOnTheButton()
{
    ask(GuardedAction::CreateLink, u"Müller & Söhne "_s + QString(400, u'x'));
    QVERIFY2(button()->text().contains(u"Müller && Söhne"_s), qPrintable(button()->text()));
    QVERIFY(button()->text().size() < 70);
}

void ProductionGuardTest::asksForTheProfileOfThatMoment()
{
    const ProductionGuard guard = makeProductionGuard(m_window.get(), [this] { return m_tag; });
    m_tag = {u"Practice"_s, ProfileKind::Practice};
    guard(GuardedAction::CreateLink, u"Northwind Ltd"_s, [this] { ++m_proceeded; });
    QCOMPARE(m_proceeded, 1);
    m_tag = {u"Other"_s, ProfileKind::Production};
    guard(GuardedAction::CreateLink, u"Northwind Ltd"_s, [this] { ++m_proceeded; });
    QCOMPARE(m_proceeded, 1);
    QVERIFY(box()->text().contains("Other"_L1));
}

DESK_TEST_MAIN(QApplication, ProductionGuardTest)
#include "tst_productionguard.moc"
