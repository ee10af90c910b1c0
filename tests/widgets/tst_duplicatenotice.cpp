// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/duplicate/duplicatenotice.h"
#include "ui/form/connectform.h"
#include "ui/form/formpage.h"

#include "catalogue/picturestore.h"
#include "catalogue/toolcatalogue.h"
#include "core/redactor.h"
#include "drafts/draftstore.h"
#include "drafts/templatestore.h"
#include "followup/duplicatewatch.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"
#include "support/fakesecretstore.h"
#include "support/stricttest.h"
#include "workspace/workspace.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

namespace {

// A form page with all that it needs, and a ledger that knows one client.
struct Page {
    Page()
        : profiles(folder.path())
        , keychain(redactor)
        , keys(keychain, redactor)
        , workspace(
              profiles, keys, []() -> Result<ApiAccess, QString> { return Unexpected{u"none"_s}; })
        , tools(folder.path())
        , pictures(folder.path())
        , drafts(folder.filePath(u"drafts"_s))
        , templates(folder.filePath(u"templates"_s))
        , watch(
              [this](const DuplicateQuestion &question) {
                  return question.organization == "Northwind"_L1 ? known : QList<Duplicate>();
              },
              nullptr, 20ms)
        , page({workspace, tools, pictures, drafts, templates, &watch})
    {
        Duplicate duplicate;
        duplicate.integration.id = u"hibob:Zk3vT8"_s;
        duplicate.integration.organization = u"Northwind Ltd"_s;
        duplicate.integration.tool = u"hibob"_s;
        duplicate.integration.status = u"ACTIVE"_s;
        duplicate.integration.setupStatus = u"COMPLETED"_s;
        duplicate.integration.firstSeenAt = QDateTime::currentDateTimeUtc().addDays(-40);
        duplicate.integration.lastReadAt = QDateTime::currentDateTimeUtc().addDays(-2);
        duplicate.reason = Duplicate::Reason::Organization;
        known = {duplicate};
    }

    QTemporaryDir folder;
    Redactor redactor;
    ProfileStore profiles;
    test::FakeSecretStore keychain;
    SecretKeeper keys;
    Workspace workspace;
    ToolCatalogue tools;
    PictureStore pictures;
    DraftStore drafts;
    TemplateStore templates;
    QList<Duplicate> known;
    DuplicateWatch watch;
    FormPage page;
};

} // namespace

class DuplicateNoticeTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void standsAboveTheButtonAndNamesTheIntegration();
    void goesWhenNothingMatchesAnyMore();
    void standsInTheWayOfTheButton();
    void catchesWhoIsFasterThanTheNotice();
    void reconnectsByReturn();
    void createsOnlyAfterADeliberateStep();
    void comesBeforeTheButtonByTab();
    void cannotBeClosedWithoutAnAnswer();
    void countsOfPracticeOnlyWhatLives();
    void masksWhatAnAudienceMustNotRead();

private:
    template <typename Widget> Widget *find(const char *name) const
    {
        auto *widget = m_page->page.findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void type(const char *field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void fillIn(const QString &organization) const
    {
        type("emailEdit", u"jo@northwind.example"_s);
        type("organizationEdit", organization);
    }
    QPushButton *create() const { return find<QPushButton>("createLinkButton"); }
    QWidget *notice() const { return find<QWidget>("duplicateNotice"); }
    QPushButton *button(const char *name) const
    {
        return notice()->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    QString text(const char *name) const
    {
        return notice()->findChild<QLabel *>(QString::fromLatin1(name))->text();
    }

    std::unique_ptr<Page> m_page;
};

void DuplicateNoticeTest::init()
{
    StrictTest::init();
    m_page = std::make_unique<Page>();
    m_page->page.resize(420, 860);
    m_page->page.show();
    QVERIFY(QTest::qWaitForWindowActive(&m_page->page));
}

void DuplicateNoticeTest::cleanup()
{
    m_page.reset();
}

void DuplicateNoticeTest::standsAboveTheButtonAndNamesTheIntegration()
{
    QVERIFY(!notice()->isVisible());
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    QCOMPARE(text("noticeHeadline"), u"Northwind Ltd has an integration with hibob already"_s);
    for (const QString &part : {u"same organization"_s, u"hibob:Zk3vT8"_s, u"40 day"_s})
        QVERIFY2(text("noticeText").contains(part), qPrintable(text("noticeText")));
    QCOMPARE(button("noticeAction")->text(), u"Reconnect it"_s);
    QCOMPARE(button("noticeSecondAction")->text(), u"Create anyway"_s);
    QTRY_VERIFY(notice()->mapTo(&m_page->page, QPoint()).y()
        < create()->mapTo(&m_page->page, QPoint()).y());
    QVERIFY(find<QLineEdit>("organizationEdit")->hasFocus()); // nobody is interrupted
}

void DuplicateNoticeTest::goesWhenNothingMatchesAnyMore()
{
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    QTest::keyClicks(find<QLineEdit>("organizationEdit"), u" Traders"_s);
    QTRY_VERIFY(!notice()->isVisible());
}

void DuplicateNoticeTest::standsInTheWayOfTheButton()
{
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    QSignalSpy submitted(&m_page->page, &FormPage::submitted);
    QTest::mouseClick(create(), Qt::LeftButton);
    QCOMPARE(submitted.size(), 0);
    QVERIFY(button("noticeAction")->hasFocus());
    // And one sees that it has, without a Tab before.
    QVERIFY(button("noticeAction")->window()->testAttribute(Qt::WA_KeyboardFocusChange));
}

void DuplicateNoticeTest::catchesWhoIsFasterThanTheNotice()
{
    fillIn(u"Northwind"_s);
    QSignalSpy submitted(&m_page->page, &FormPage::submitted);
    m_page->page.form()->submit();
    QCOMPARE(submitted.size(), 0);
    QVERIFY(notice()->isVisible());
    fillIn(u"Contoso"_s);
    m_page->page.form()->submit();
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.constFirst().at(0).value<ConnectDetails>().organization, u"Contoso"_s);
}

void DuplicateNoticeTest::reconnectsByReturn()
{
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    QTest::mouseClick(create(), Qt::LeftButton);
    QSignalSpy reconnect(&m_page->page, &FormPage::reconnectRequested);
    QTest::keyClick(button("noticeAction"), Qt::Key_Return);
    QCOMPARE(reconnect.size(), 1);
    QCOMPARE(reconnect.constFirst().at(0).toString(), u"hibob:Zk3vT8"_s);
}

void DuplicateNoticeTest::createsOnlyAfterADeliberateStep()
{
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    QSignalSpy submitted(&m_page->page, &FormPage::submitted);
    button("noticeSecondAction")->setFocus();
    QTest::keyClick(button("noticeSecondAction"), Qt::Key_Return);
    QCOMPARE(submitted.size(), 0);
    QVERIFY(create()->hasFocus());
    QVERIFY(text("noticeHeadline").contains("another integration"_L1));
    QVERIFY(!button("noticeSecondAction")->isVisible());
    QTest::keyClick(create(), Qt::Key_Space);
    QCOMPARE(submitted.size(), 1);
}

void DuplicateNoticeTest::comesBeforeTheButtonByTab()
{
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    create()->setFocus();
    QTest::keyClick(create(), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(button("noticeSecondAction")->hasFocus());
    QTest::keyClick(button("noticeSecondAction"), Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(button("noticeAction")->hasFocus());
}

void DuplicateNoticeTest::cannotBeClosedWithoutAnAnswer()
{
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    const QList<QAbstractButton *> buttons = notice()->findChildren<QAbstractButton *>();
    for (const QAbstractButton *any : buttons) {
        if (any->accessibleName() == "Dismiss message"_L1)
            QVERIFY(!any->isVisible());
    }
}

void DuplicateNoticeTest::countsOfPracticeOnlyWhatLives()
{
    m_page->page.setPracticeSince(QDateTime::currentDateTimeUtc().addDays(-1));
    fillIn(u"Northwind"_s);
    QSignalSpy submitted(&m_page->page, &FormPage::submitted);
    m_page->page.form()->submit();
    QCOMPARE(submitted.size(), 1);
    QVERIFY(!notice()->isVisible());
}

void DuplicateNoticeTest::masksWhatAnAudienceMustNotRead()
{
    m_page->page.setDemo(true);
    fillIn(u"Northwind"_s);
    QTRY_VERIFY(notice()->isVisible());
    m_page->known[0].integration.id = u"hibob:Zk3vT8mQe5LwXc2RhYp7Nb4D"_s;
    m_page->watch.askAgain();
    QTRY_VERIFY2(text("noticeText").contains(u"••••"_s), qPrintable(text("noticeText")));
    QVERIFY(!text("noticeText").contains("Nb4D"_L1));
}

QTEST_MAIN(DuplicateNoticeTest)

#include "tst_duplicatenotice.moc"
