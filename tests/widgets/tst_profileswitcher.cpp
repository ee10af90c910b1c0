// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/profile/profilebutton.h"
#include "ui/profile/profileitems.h"
#include "ui/profile/profileswitcher.h"
#include "ui/theme/theme.h"

#include "profilescene.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::ProfileScene;

class ProfileSwitcherTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void choosesByTyping();
    void choosesByArrows();
    void beginsAtTheCurrentOne();
    void saysThatNothingMatches();
    void doesWhatItsLastRowsSay_data();
    void doesWhatItsLastRowsSay();
    void leavesByEscape();
    void choosesByMouse();
    void followsTheStore();
    void saysEachRow();
    void theButtonIsNamedAndHasAValue();
    void theButtonIsPressedByScreenReaders();
    void theButtonGivesWayInANarrowWindow();

private:
    QLineEdit *search() const { return m_switcher->findChild<QLineEdit *>(u"profileSearch"_s); }
    QListView *list() const { return m_switcher->findChild<QListView *>(u"profileSwitcherList"_s); }
    QStringList rows() const
    {
        QStringList rows;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            rows.append(list()->model()->index(row, 0).data().toString());
        return rows;
    }
    QString chosen() const { return list()->currentIndex().data().toString(); }
    void key(Qt::Key key) { QTest::keyClick(search(), key); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProfileScene> m_scene;
    std::unique_ptr<ProfileButton> m_button;
    std::unique_ptr<ProfileSwitcher> m_switcher;
    std::unique_ptr<QSignalSpy> m_chosen;
    Profile m_acme;
    Profile m_berlin;
};

void ProfileSwitcherTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
}

void ProfileSwitcherTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<ProfileScene>();
    m_acme = m_scene->add(u"Acme EU"_s, ProfileKind::Production);
    m_berlin = m_scene->add(u"Bérlin tests"_s);
    m_button = std::make_unique<ProfileButton>();
    m_button->present(ProfileKind::Production, m_acme.name, u"api.kombo.dev"_s);
    m_button->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_button.get()));
    m_switcher = std::make_unique<ProfileSwitcher>(m_scene->store, m_acme.id);
    m_chosen = std::make_unique<QSignalSpy>(m_switcher.get(), &ProfileSwitcher::chosen);
    m_switcher->openBelow(m_button.get());
    QVERIFY(QTest::qWaitForWindowExposed(m_switcher.get()));
}

void ProfileSwitcherTest::cleanup()
{
    m_switcher.reset();
    m_button.reset();
    m_scene.reset();
}

void ProfileSwitcherTest::choosesByTyping()
{
    QTest::keyClicks(search(), u"berl"_s);
    QCOMPARE(rows().size(), 3);
    QCOMPARE(chosen(), m_berlin.name);
    key(Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(m_chosen->at(0).at(0).toString(), m_berlin.id);
    QVERIFY(!m_switcher->isVisible());
}

void ProfileSwitcherTest::choosesByArrows()
{
    key(Qt::Key_Up);
    QCOMPARE(chosen(), u"Practice"_s);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
    QCOMPARE(chosen(), m_berlin.name);
    key(Qt::Key_Enter);
    QCOMPARE(m_chosen->at(0).at(0).toString(), m_berlin.id);
}

void ProfileSwitcherTest::beginsAtTheCurrentOne()
{
    QCOMPARE(chosen(), m_acme.name);
    QVERIFY(list()->currentIndex().data(ProfileRole::IsCurrent).toBool());
    QTest::keyClicks(search(), u"b"_s);
    QTest::keyClick(search(), Qt::Key_Backspace);
    QCOMPARE(chosen(), m_acme.name);
}

void ProfileSwitcherTest::saysThatNothingMatches()
{
    QTest::keyClicks(search(), u"xyz"_s);
    QCOMPARE(rows().at(0), u"No profile matches “xyz”"_s);
    QVERIFY(!(list()->model()->index(0, 0).flags() & Qt::ItemIsEnabled));
    key(Qt::Key_Return); // chooses nothing that was not meant
    QCOMPARE(m_chosen->size(), 0);
    QVERIFY(m_switcher->isVisible());
    key(Qt::Key_Down);
    QCOMPARE(chosen(), u"New profile…"_s);
}

void ProfileSwitcherTest::doesWhatItsLastRowsSay_data()
{
    QTest::addColumn<int>("presses");
    QTest::addColumn<int>("created");
    QTest::addColumn<int>("managed");
    QTest::newRow("new profile") << 2 << 1 << 0;
    QTest::newRow("manage profiles") << 3 << 0 << 1;
}

void ProfileSwitcherTest::doesWhatItsLastRowsSay()
{
    QFETCH(int, presses);
    QSignalSpy created(m_switcher.get(), &ProfileSwitcher::newRequested);
    QSignalSpy managed(m_switcher.get(), &ProfileSwitcher::manageRequested);
    for (int i = 0; i < presses; ++i)
        key(Qt::Key_Down);
    key(Qt::Key_Return);
    QTEST(int(created.size()), "created");
    QTEST(int(managed.size()), "managed");
    QCOMPARE(m_chosen->size(), 0);
    QVERIFY(!m_switcher->isVisible());
}

void ProfileSwitcherTest::leavesByEscape()
{
    key(Qt::Key_Escape);
    QVERIFY(!m_switcher->isVisible());
    QCOMPARE(m_chosen->size(), 0);
}

void ProfileSwitcherTest::choosesByMouse()
{
    const QRect row = list()->visualRect(list()->model()->index(2, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(m_chosen->at(0).at(0).toString(), m_berlin.id);
}

void ProfileSwitcherTest::followsTheStore()
{
    m_scene->add(u"Later"_s);
    QVERIFY(rows().contains(u"Later"_s));
    QVERIFY(m_scene->store.remove(m_acme.id));
    QVERIFY(!rows().contains(m_acme.name));
    QVERIFY(list()->currentIndex().isValid());
}

void ProfileSwitcherTest::saysEachRow()
{
    QCOMPARE(list()->currentIndex().data(Qt::AccessibleTextRole).toString(),
        u"Acme EU, Production, api.kombo.dev"_s);
    QCOMPARE(desk::test::unnamedControlsOf(m_switcher.get()).join(u','), QString());
}

void ProfileSwitcherTest::theButtonIsNamedAndHasAValue()
{
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_button.get());
    QCOMPARE(spoken->text(QAccessible::Name), u"Profile"_s);
    QCOMPARE(spoken->text(QAccessible::Value), u"Acme EU"_s);
    QCOMPARE(spoken->text(QAccessible::Description), u"Production. api.kombo.dev"_s);
    QCOMPARE(spoken->childCount(), 0);
}

void ProfileSwitcherTest::theButtonIsPressedByScreenReaders()
{
    QSignalSpy clicked(m_button.get(), &QPushButton::clicked);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_button.get());
    spoken->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(clicked.size(), 1);
}

void ProfileSwitcherTest::theButtonGivesWayInANarrowWindow()
{
    const int needed = m_button->minimumSizeHint().width();
    m_button->present(ProfileKind::Production, m_acme.name, QString(200, u'x'));
    QVERIFY(m_button->minimumSizeHint().width() <= needed);
    QVERIFY(m_button->sizeHint().width() > needed);
}

DESK_TEST_MAIN(QApplication, ProfileSwitcherTest)
#include "tst_profileswitcher.moc"
