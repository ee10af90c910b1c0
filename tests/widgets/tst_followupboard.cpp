// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/followup/claimdialog.h"
#include "ui/followup/followupboard.h"
#include "ui/followup/followupmodel.h"

#include "support/followupstage.h"
#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::FollowUpStage;
using desk::test::Response;

class FollowUpBoardTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysThatNothingWaits();
    void saysThatTheLedgerCannotBeRead();
    void showsWhoWaits();
    void takesTheNextStepByReturn_data();
    void takesTheNextStepByReturn();
    void takesTheOtherStepsFromTheMenu();
    void marksDoneByDeleteAndBringsBack();
    void keepsTheSelectionThroughAReload();
    void readsAgainWithProgressAndCancel();
    void saysWhatIsNotKnownHere();
    void keepsSayingWhatWasRead();
    void saysWhyNothingCouldBeRead();
    void lendsReminderAndLinkToTheClipboard();
    void saysWhereTheLinkGoesIfItWasNotKept();
    void closesALinkWithTheIntegrationThatFits();
    void needsADeliberateStepForAnotherClient();
    void refusesWhatIsNoId();
    void masksWhatAnAudienceMustNotRead();
    void everyControlHasAName();

private:
    template <typename Widget> Widget *find(const char *name) const
    {
        auto *widget = m_board->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    QString textOf(const char *label) const { return find<QLabel>(label)->text(); }
    QString notice(const char *label) const
    {
        return find<QWidget>("followUpNotice")
            ->findChild<QLabel *>(QString::fromLatin1(label))
            ->text();
    }
    QListView *list() const { return find<QListView>("followUpList"); }
    QString organization() const { return list()->currentIndex().data().toString(); }
    void open(qsizetype rows)
    {
        m_desk->reload();
        QTRY_COMPARE(m_board->count(), rows);
        m_board->focusList();
        QTRY_VERIFY(list()->hasFocus() || rows == 0);
    }
    void press(int key) const { QTest::keyClick(list(), static_cast<Qt::Key>(key)); }
    void keep(const Attempt &attempt) const
    {
        QSignalSpy kept(&m_stage->kept, &KeptLinks::kept);
        m_stage->kept.keep(attempt.id, link());
        QTRY_COMPARE(kept.size(), 1);
    }
    ClaimDialog *openClaim();
    static Secret link() { return Secret(u"https://connect.kombo.dev/v1?token=abc.def"_s); }

    std::unique_ptr<FollowUpStage> m_stage;
    std::unique_ptr<FollowUpDesk> m_desk;
    std::unique_ptr<FollowUpBoard> m_board;
};

void FollowUpBoardTest::init()
{
    StrictTest::init();
    QApplication::clipboard()->clear();
    m_stage = std::make_unique<FollowUpStage>();
    m_desk = m_stage->desk();
    m_board = std::make_unique<FollowUpBoard>(*m_desk, nullptr, ClipboardLease::Times{60s, 1s});
    m_board->resize(380, 620);
    m_board->show();
    QVERIFY(QTest::qWaitForWindowActive(m_board.get()));
}

void FollowUpBoardTest::cleanup()
{
    m_board.reset();
    m_desk.reset();
    m_stage.reset();
}

void FollowUpBoardTest::saysThatNothingWaits()
{
    QTRY_COMPARE(textOf("stateHeadline"), u"Nothing waits for you"_s);
    QVERIFY(find<QWidget>("followUpState")->isVisible());
    QVERIFY(!list()->isVisible());
    QVERIFY(!find<QPushButton>("followUpNext")->isVisible());
    QVERIFY(!find<QToolButton>("followUpRefresh")->isEnabled());
}

void FollowUpBoardTest::saysThatTheLedgerCannotBeRead()
{
    m_stage->ledger.error = LedgerError{LedgerError::Reason::Damaged, {}, u"malformed"_s};
    m_desk->reload();
    QTRY_COMPARE(textOf("stateHeadline"), u"The ledger cannot be read"_s);
    QCOMPARE(textOf("stateDetails"), u"malformed"_s);
    m_stage->ledger.error.reset();
    QTest::mouseClick(find<QPushButton>("stateAction"), Qt::LeftButton);
    QTRY_COMPARE(textOf("stateHeadline"), u"Nothing waits for you"_s);
}

void FollowUpBoardTest::showsWhoWaits()
{
    QSignalSpy counted(m_board.get(), &FollowUpBoard::countChanged);
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"personio:1"_s, u"Contoso GmbH"_s, u"INVALID"_s)};
    m_desk->setToolLabels([](const QString &tool, const QString &) {
        return tool == "hibob"_L1 ? u"HiBob"_s : QString();
    });
    open(2);
    QCOMPARE(counted.constLast().at(0).toInt(), 2);
    const QAbstractItemModel *model = list()->model();
    QCOMPARE(model->index(0, 0).data().toString(), u"Contoso GmbH"_s);
    QCOMPARE(model->index(1, 0).data().toString(), u"Northwind Ltd"_s);
    QCOMPARE(model->index(0, 0).data(FollowUpModel::ToolRole).toString(), u"personio"_s);
    QCOMPARE(model->index(1, 0).data(FollowUpModel::ToolRole).toString(), u"HiBob"_s);
    QVERIFY(model->index(1, 0).data(Qt::AccessibleTextRole).toString().contains("HiBob"_L1));
    QCOMPARE(organization(), u"Contoso GmbH"_s);
    QCOMPARE(find<QPushButton>("followUpNext")->text(), u"Reconnect…"_s);
    press(Qt::Key_Down);
    QCOMPARE(find<QPushButton>("followUpNext")->text(), u"Copy reminder"_s);
    QVERIFY(textOf("followUpFacts").contains("Not known"_L1));
}

void FollowUpBoardTest::takesTheNextStepByReturn_data()
{
    QTest::addColumn<FollowUps>("followUps");
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<QString>("integration");
    const auto only = [](const QString &status, const QString &setup) {
        return FollowUps{{}, {}, {FollowUpStage::integration(u"p:1"_s, u"a"_s, status, setup)}};
    };
    QTest::newRow("reconnect") << only(u"INVALID"_s, {})
                               << QByteArray(SIGNAL(reconnectRequested(QString))) << u"p:1"_s;
    QTest::newRow("setup") << only(u"ACTIVE"_s, u"INCOMPLETE"_s)
                           << QByteArray(SIGNAL(setupRequested(QString))) << u"p:1"_s;
    QTest::newRow("open") << only(u"INACTIVE"_s, {})
                          << QByteArray(SIGNAL(integrationRequested(QString))) << u"p:1"_s;
    QTest::newRow("a new link") << FollowUps{{FollowUpStage::link(u"a"_s, 400, -1)}, {}, {}}
                                << QByteArray(SIGNAL(newLinkRequested(QUuid))) << QString();
}

void FollowUpBoardTest::takesTheNextStepByReturn()
{
    QFETCH(FollowUps, followUps);
    QFETCH(QByteArray, order);
    QFETCH(QString, integration);
    m_stage->ledger.followed = followUps;
    open(1);
    QSignalSpy ordered(m_board.get(), order.constData());
    press(Qt::Key_Return);
    QCOMPARE(ordered.size(), 1);
    if (integration.isEmpty())
        QCOMPARE(ordered.constFirst().at(0).toUuid(), followUps.sentLinks.constFirst().id);
    else
        QCOMPARE(ordered.constFirst().at(0).toString(), integration);
    QTest::mouseClick(find<QPushButton>("followUpNext"), Qt::LeftButton);
    QCOMPARE(ordered.size(), 2);
}

void FollowUpBoardTest::takesTheOtherStepsFromTheMenu()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"p:1"_s, u"a"_s, u"INVALID"_s)};
    open(1);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, list()->viewport()->rect().center(),
        list()->viewport()->mapToGlobal(list()->viewport()->rect().center()));
    QApplication::sendEvent(list()->viewport(), &event);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QStringList steps;
    for (const QAction *action : menu->actions())
        steps.append(action->text());
    QCOMPARE(steps, QStringList({u"Reconnect…"_s, u"Open integration"_s, u"Done"_s}));
    QSignalSpy opened(m_board.get(), &FollowUpBoard::integrationRequested);
    menu->actions().at(1)->trigger();
    QCOMPARE(opened.size(), 1);
    menu->close();
}

void FollowUpBoardTest::marksDoneByDeleteAndBringsBack()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"first"_s, 9, 300),
        FollowUpStage::link(u"second"_s, 8, 300), FollowUpStage::link(u"third"_s, 7, 300)};
    open(3);
    press(Qt::Key_Down);
    press(Qt::Key_Delete);
    QCOMPARE(m_board->count(), 2);
    QCOMPARE(organization(), u"third"_s);
    QCOMPARE(notice("noticeHeadline"), u"second is done"_s);
    QVERIFY(list()->hasFocus());
    auto *undo = find<QWidget>("followUpNotice")->findChild<QPushButton *>(u"noticeAction"_s);
    QCOMPARE(undo->text(), u"Undo"_s);
    undo->setFocus();
    QTest::keyClick(undo, Qt::Key_Space);
    QCOMPARE(m_board->count(), 3);
    QVERIFY(!find<QWidget>("followUpNotice")->isVisible());
    QVERIFY(list()->hasFocus());
}

void FollowUpBoardTest::keepsTheSelectionThroughAReload()
{
    m_stage->ledger.followed.sentLinks = {
        FollowUpStage::link(u"first"_s, 9, 300), FollowUpStage::link(u"second"_s, 8, 300)};
    open(2);
    press(Qt::Key_Down);
    m_stage->ledger.followed.sentLinks.append(FollowUpStage::link(u"earlier"_s, 30, 300));
    open(3);
    QCOMPARE(organization(), u"second"_s);
}

void FollowUpBoardTest::readsAgainWithProgressAndCancel()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"p:1"_s, u"a"_s, u"INVALID"_s),
        FollowUpStage::integration(u"p:2"_s, u"b"_s, u"INVALID"_s),
        FollowUpStage::integration(u"p:3"_s, u"c"_s, u"INVALID"_s)};
    m_stage->answers.insert("p:1", FollowUpStage::details("p:1", "a", "INACTIVE"));
    m_stage->answers.insert("p:2", Response::stall());
    m_stage->answers.insert("p:3", Response::stall());
    open(3);
    QTest::mouseClick(find<QToolButton>("followUpRefresh"), Qt::LeftButton);
    QTRY_COMPARE(textOf("followUpStatus"), u"Reading integrations: 1 of 3"_s);
    auto *cancel = find<QPushButton>("followUpCancel");
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!cancel->isVisible());
    QVERIFY(find<QToolButton>("followUpRefresh")->isVisible());
    QTRY_COMPARE(list()->model()->index(2, 0).data().toString(), u"a"_s); // paused by now
}

void FollowUpBoardTest::saysWhatIsNotKnownHere()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"p:1"_s, u"a"_s, u"INVALID"_s)};
    open(1);
    QTest::mouseClick(find<QToolButton>("followUpRefresh"), Qt::LeftButton);
    QTRY_COMPARE(list()->currentIndex().data(FollowUpModel::ReasonRole).toString(),
        u"Not known to this environment any more"_s);
    QCOMPARE(find<QPushButton>("followUpNext")->text(), u"Done"_s);
}

void FollowUpBoardTest::keepsSayingWhatWasRead()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"p:1"_s, u"a"_s, u"INVALID"_s)};
    open(1);
    const int height = find<QWidget>("followUpHeader")->height();
    QTest::mouseClick(find<QToolButton>("followUpRefresh"), Qt::LeftButton);
    QTRY_VERIFY(find<QPushButton>("followUpCancel")->isVisible());
    QCOMPARE(find<QWidget>("followUpHeader")->height(), height);
    QTRY_VERIFY(textOf("followUpStatus").endsWith("1 not known here"_L1));
    // What was read is written, and the list is read anew for that.
    QSignalSpy changed(m_desk.get(), &FollowUpDesk::changed);
    m_desk->reload();
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(textOf("followUpStatus").endsWith("1 not known here"_L1));
    m_board->hide();
    m_board->show();
    QCOMPARE(textOf("followUpStatus"), u"1 wait(s) for you"_s);
}

void FollowUpBoardTest::saysWhyNothingCouldBeRead()
{
    m_stage->ledger.followed.integrations = {
        FollowUpStage::integration(u"p:1"_s, u"a"_s, u"INVALID"_s)};
    m_stage->answers.insert("p:1", FollowUpStage::refusal("PLATFORM.AUTHENTICATION_INVALID", 401));
    open(1);
    QTest::mouseClick(find<QToolButton>("followUpRefresh"), Qt::LeftButton);
    QTRY_VERIFY(find<QWidget>("followUpNotice")->isVisible());
    QVERIFY(notice("noticeHeadline").contains("key"_L1));
    QTRY_VERIFY(textOf("followUpFacts").contains("Not read again"_L1));
}

void FollowUpBoardTest::lendsReminderAndLinkToTheClipboard()
{
    const Attempt attempt = FollowUpStage::link(u"Northwind Ltd"_s, 5, 300);
    m_stage->ledger.followed.sentLinks = {attempt};
    keep(attempt);
    open(1);
    QSignalSpy copied(m_board.get(), &FollowUpBoard::copied);
    press(Qt::Key_Return);
    QTRY_COMPARE(copied.size(), 1);
    QVERIFY(QApplication::clipboard()->text().startsWith("Erinnerung"_L1));
    QVERIFY(QApplication::clipboard()->text().contains(link().reveal()));
    QVERIFY(notice("noticeText").contains("Deutsch"_L1));
    QVERIFY(!notice("noticeText").contains("token"_L1));
    QVERIFY(textOf("followUpClipboard").contains("Reminder"_L1));
    auto *menu = find<QPushButton>("followUpMore")->menu();
    Q_EMIT menu->aboutToShow();
    QAction *copyLink = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text() == "Copy link"_L1)
            copyLink = action;
    }
    QVERIFY(copyLink);
    copyLink->trigger();
    QTRY_COMPARE(QApplication::clipboard()->text(), link().reveal());
    QTest::mouseClick(find<QPushButton>("followUpClear"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
}

void FollowUpBoardTest::saysWhereTheLinkGoesIfItWasNotKept()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    open(1);
    press(Qt::Key_Return);
    QTRY_VERIFY(QApplication::clipboard()->text().contains("{link}"_L1));
    QVERIFY(notice("noticeText").contains("{link}"_L1));
}

ClaimDialog *FollowUpBoardTest::openClaim()
{
    auto *menu = find<QPushButton>("followUpMore")->menu();
    Q_EMIT menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        if (action->text() == u"Enter integration ID…"_s)
            action->trigger();
    }
    auto *dialog = m_board->findChild<ClaimDialog *>();
    if (dialog)
        (void)QTest::qWaitForWindowActive(dialog);
    return dialog;
}

void FollowUpBoardTest::closesALinkWithTheIntegrationThatFits()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    m_stage->answers.insert("hibob:9", FollowUpStage::details("hibob:9", "Northwind Ltd"));
    open(1);
    ClaimDialog *dialog = openClaim();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(u"claimId"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u" hibob:9 "_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_board->count(), 0);
    QCOMPARE(m_stage->ledger.told<AttemptEnded>().constFirst().integrationId, u"hibob:9"_s);
    QCOMPARE(notice("noticeHeadline"), u"Northwind Ltd is connected"_s);
    QTRY_VERIFY(!m_board->findChild<ClaimDialog *>());
}

void FollowUpBoardTest::needsADeliberateStepForAnotherClient()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    m_stage->answers.insert("hibob:9", FollowUpStage::details("hibob:9", "Contoso GmbH"));
    open(1);
    ClaimDialog *dialog = openClaim();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(u"claimId"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"claimAccept"_s);
    QVERIFY(!accept->isVisible());
    QTest::keyClicks(edit, u"hibob:9"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(accept->isVisible());
    const QString said = dialog->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY2(
        said.contains("Contoso GmbH"_L1) && said.contains("Northwind Ltd"_L1), qPrintable(said));
    // Return once more only compares once more.
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_stage->server.requests().size(), 2);
    QTRY_VERIFY(accept->isVisible());
    QVERIFY(m_stage->ledger.told<AttemptEnded>().isEmpty());
    // Another ID has not been compared yet.
    QTest::keyClicks(edit, u"0"_s);
    QVERIFY(!accept->isVisible());
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_VERIFY(accept->isVisible());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE(m_board->count(), 0);
    QCOMPARE(m_stage->ledger.told<AttemptEnded>().size(), 1);
}

void FollowUpBoardTest::refusesWhatIsNoId()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    open(1);
    ClaimDialog *dialog = openClaim();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<QLineEdit *>(u"claimId"_s);
    QTest::keyClicks(edit, u"two words"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(dialog->findChild<QLabel *>(u"claimError"_s)->isVisible());
    QVERIFY(m_stage->server.requests().isEmpty());
    edit->clear();
    QTest::keyClicks(edit, u"hibob:none"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"noticeHeadline"_s)->text(), u"Not found"_s);
    QVERIFY(!dialog->findChild<QPushButton *>(u"claimAccept"_s)->isVisible());
    dialog->reject();
}

void FollowUpBoardTest::masksWhatAnAudienceMustNotRead()
{
    Attempt attempt = FollowUpStage::link(u"max@northwind.eu and CRM-4711"_s, 5, 300);
    attempt.originId = u"crm-4711"_s;
    m_stage->ledger.followed.sentLinks = {attempt};
    m_board->setMasked(true);
    open(1);
    QVERIFY2(!organization().contains("northwind"_L1), qPrintable(organization()));
    QVERIFY(!organization().contains("4711"_L1));
    press(Qt::Key_Delete);
    QVERIFY(!notice("noticeHeadline").contains("northwind"_L1));
    m_board->setMasked(false);
    QVERIFY(notice("noticeHeadline").contains("northwind"_L1));
}

void FollowUpBoardTest::everyControlHasAName()
{
    m_stage->ledger.followed.sentLinks = {FollowUpStage::link(u"Northwind Ltd"_s, 5, 300)};
    open(1);
    for (const char *name : {"followUpRefresh", "followUpList", "followUpNext", "followUpMore",
             "followUpCancel", "followUpClear"}) {
        auto *control = find<QWidget>(name);
        const QString spoken =
            QAccessible::queryAccessibleInterface(control)->text(QAccessible::Name);
        QVERIFY2(!spoken.isEmpty(), name);
        if (qobject_cast<QToolButton *>(control))
            QCOMPARE(control->toolTip(), spoken);
    }
}

QTEST_MAIN(FollowUpBoardTest)

#include "tst_followupboard.moc"
