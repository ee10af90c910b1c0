// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/evidence/evidencedialog.h"
#include "ui/flowarea/flowarea.h"
#include "ui/instruments/viewtoolbar.h"
#include "ui/timeline/timelinepanel.h"
#include "ui/window/mainwindow.h"

#include "support/stricttest.h"
#include "windowscene.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FakeFlowDriver;
using desk::test::Response;
using desk::test::WindowScene;
using Outcome = ConnectSession::Outcome;
using Reason = FlowFailure::Reason;
using State = ConnectSession::State;

namespace {

constexpr auto refusal = R"({"status":"error","error":{"code":"PLATFORM.INPUT_INVALID",
    "title":"No","message":"no","log_url":null}})";

} // namespace

// What the right side of the window offers when a flow does not go the straight way.
class FlowPaneTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersWhatHelps_data();
    void offersWhatHelps();
    void offersANewLinkAfterTheSecondCrash();
    void continuesInTheBrowser();
    void suggestsTheBrowserWhenASignInRefuses();
    void saysHowLongTheLinkWorks();
    void opensThePageAgain();
    void looksAgain();
    void hidesTheToolsOfTheViewWhileTheFlowIsElsewhere();
    void takesATokenThatIsPasted();
    void keepsAWrongTokenInTheField_data();
    void keepsAWrongTokenInTheField();
    void closesTheTokenDialogWhenTheFlowFinishes();
    void asksOnceBeforeATokenIsGivenUp();
    void asksBeforeTheWindowClosesWithAToken();
    void takesThePlacementOfTheProfile();
    void recordsItsExchanges();
    void showsEachFlowUnderTheChosenConditions();
    void copiesAPicture();
    void putsAPictureIntoTheEvidence();
    void opensEvidenceWithoutAPicture();
    void opensEvidenceWithAnotherPicture();
    void waitsForNoPictureOfAnEarlierFlow();
    void asksBeforeToolsTouchProduction();
    void showsItsTimeline();

private:
    void startAndOpen();
    void fail(Reason reason, QObject *driver = nullptr);
    MainWindow &window() const { return m_scene->window(); }
    const ConnectSession &session() const { return *window().controller().session(); }
    State state() const { return session().state(); }
    FakeFlowDriver *browser() const { return m_scene->instance().browser; }
    template <typename Widget> Widget *find(const char *name) const
    {
        return m_scene->find<Widget>(name);
    }
    QString text(const char *label) const { return find<QLabel>(label)->text(); }
    QString action(const char *button) const
    {
        return find<QPushButton>(button)->isVisible() ? find<QPushButton>(button)->text()
                                                      : QString();
    }
    void press(const char *button) { m_scene->press(button); }
    QMessageBox *question() const { return window().findChild<QMessageBox *>(u"leaveQuestion"_s); }
    static QAbstractButton *buttonOf(const QMessageBox *box, const QString &text);
    // A surface that waits for the next session is no child of the window yet.
    QObject *instruments() const
    {
        return find<QWidget>("fakeFlow")->findChild<QObject *>(u"fakeInstruments"_s);
    }
    QStringList ordersToInstruments() const
    {
        return instruments()->property("orders").toStringList();
    }
    qsizetype linksAskedFor() const { return m_scene->requestsTo("/create-link").size(); }

    std::unique_ptr<WindowScene> m_scene;
};

void FlowPaneTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<WindowScene>();
    m_scene->make();
    m_scene->instance().workspace.useAdHoc(m_scene->adHoc());
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void FlowPaneTest::cleanup()
{
    m_scene.reset();
}

void FlowPaneTest::startAndOpen()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    window().fill(details);
    press("createLinkButton");
    QTRY_COMPARE(state(), State::Loading);
    m_scene->loadFlow();
    QCOMPARE(state(), State::Open);
}

void FlowPaneTest::fail(Reason reason, QObject *driver)
{
    QVERIFY(QMetaObject::invokeMethod(
        driver ? driver : m_scene->driver(), "fail", Q_ARG(desk::FlowFailure::Reason, reason)));
}

QAbstractButton *FlowPaneTest::buttonOf(const QMessageBox *box, const QString &text)
{
    const QList<QAbstractButton *> buttons = box->buttons();
    const auto found = std::find_if(buttons.cbegin(), buttons.cend(),
        [&text](const QAbstractButton *button) { return button->text() == text; });
    return found == buttons.cend() ? nullptr : *found;
}

void FlowPaneTest::offersWhatHelps_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("nothing came") << Reason::DidNotLoad << u"Reload flow"_s
                                  << u"Continue in browser"_s;
    QTest::newRow("the page crashed")
        << Reason::PageCrashed << u"Reload flow"_s << u"Continue in browser"_s;
    QTest::newRow("the page hangs")
        << Reason::NotResponding << u"Reload flow"_s << u"Continue in browser"_s;
    QTest::newRow("the frame was refused")
        << Reason::FrameRefused << u"Continue in browser"_s << u"Reload flow"_s;
    QTest::newRow("no engine") << Reason::Unavailable << u"Continue in browser"_s << QString();
}

void FlowPaneTest::offersWhatHelps()
{
    QFETCH(Reason, reason);
    startAndOpen();
    fail(reason);
    QTEST(action("stateAction"), "first");
    QTEST(action("stateSecondAction"), "second");
    QVERIFY(!text("stateHeadline").isEmpty());
    QVERIFY(!text("stateText").isEmpty());
}

void FlowPaneTest::offersANewLinkAfterTheSecondCrash()
{
    startAndOpen();
    fail(Reason::PageCrashed);
    press("stateAction");
    QCOMPARE(state(), State::Loading);
    m_scene->loadFlow();
    fail(Reason::PageCrashed);
    QCOMPARE(action("stateAction"), u"Create again with the same details"_s);
    press("stateAction");
    QTRY_COMPARE(linksAskedFor(), 2);
    const QList<desk::test::Request> requests = m_scene->requestsTo("/create-link");
    QCOMPARE(requests.at(0).body, requests.at(1).body);
    QCOMPARE(find<QLineEdit>("emailEdit")->text(), u"jo@northwind.example"_s);
}

void FlowPaneTest::continuesInTheBrowser()
{
    startAndOpen();
    press("continueInBrowserButton");
    QVERIFY(browser());
    QCOMPARE(state(), State::Loading);
    QCOMPARE(text("flowStatus"), u"Opening the browser…"_s);
    QVERIFY(!find<QWidget>("continueInBrowserButton")->isVisible());
    QVERIFY(!find<QWidget>("fakeFlow")->isVisible());
    browser()->load();
    QCOMPARE(text("stateHeadline"), u"The flow is open in the browser"_s);
    browser()->finish(u"act-1"_s);
    QTRY_COMPARE(session().outcome(), Outcome::Connected);
    QCOMPARE(find<QLineEdit>("integrationIdValue")->text(), u"hibob:1"_s);
}

void FlowPaneTest::suggestsTheBrowserWhenASignInRefuses()
{
    startAndOpen();
    QVERIFY(!find<QWidget>("flowHint")->isVisible());
    QVERIFY(QMetaObject::invokeMethod(m_scene->driver(), "refuseEmbedding"));
    QVERIFY(find<QWidget>("flowHint")->isVisible());
    QVERIFY(find<QWidget>("fakeFlow")->isVisible());
    QTest::mouseClick(
        find<QWidget>("flowHint")->findChild<QAbstractButton *>(u"noticeAction"_s), Qt::LeftButton);
    QVERIFY(session().isInBrowser());
    QVERIFY(!find<QWidget>("flowHint")->isVisible());
}

void FlowPaneTest::saysHowLongTheLinkWorks()
{
    startAndOpen();
    QVERIFY(find<QLabel>("linkLife")->isVisible());
    QCOMPARE(text("linkLife"), u"Link valid for about 60 min"_s);
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(session().outcome(), Outcome::Connected);
    QVERIFY(!find<QLabel>("linkLife")->isVisible());
}

void FlowPaneTest::opensThePageAgain()
{
    startAndOpen();
    press("continueInBrowserButton");
    browser()->load();
    QCOMPARE(find<QToolButton>("reloadFlowButton")->toolTip(), u"Open again in browser"_s);
    press("reloadFlowButton");
    QCOMPARE(browser()->orders().constLast(), u"reload"_s);
}

void FlowPaneTest::looksAgain()
{
    startAndOpen();
    press("continueInBrowserButton");
    browser()->load();
    fail(Reason::BrowserPageGone, browser());
    QCOMPARE(action("stateAction"), u"Check again"_s);
    QCOMPARE(action("stateSecondAction"), u"Paste token…"_s);
    press("stateAction");
    QCOMPARE(browser()->orders().constLast(), u"look"_s);
    QVERIFY(text("stateDetails").startsWith("Checked at"_L1));
    QCOMPARE(action("stateAction"), u"Check again"_s);
    press("cancelFlowButton");
    QCOMPARE(session().outcome(), Outcome::Unknown);
}

void FlowPaneTest::hidesTheToolsOfTheViewWhileTheFlowIsElsewhere()
{
    startAndOpen();
    QVERIFY(find<QWidget>("viewToolbar")->isVisible());
    press("continueInBrowserButton");
    QVERIFY(!find<QWidget>("viewToolbar")->isVisible());
}

void FlowPaneTest::takesATokenThatIsPasted()
{
    startAndOpen();
    press("continueInBrowserButton");
    press("stateSecondAction");
    find<QLineEdit>("enterTokenField")->setText(u" act-1\n"_s);
    QCOMPARE(find<QLineEdit>("enterTokenField")->echoMode(), QLineEdit::Password);
    press("enterTokenButton");
    QTRY_COMPARE(session().outcome(), Outcome::Connected);
    QTRY_VERIFY(!window().findChild<QDialog *>(u"enterTokenDialog"_s));
}

void FlowPaneTest::keepsAWrongTokenInTheField_data()
{
    QTest::addColumn<QString>("token");
    QTest::newRow("nothing") << QString();
    QTest::newRow("words") << u"not a token"_s;
    QTest::newRow("not ASCII") << u"tökén"_s;
    QTest::newRow("too long") << QString(5000, u'x');
}

void FlowPaneTest::keepsAWrongTokenInTheField()
{
    QFETCH(QString, token);
    startAndOpen();
    press("continueInBrowserButton");
    press("stateSecondAction");
    find<QLineEdit>("enterTokenField")->setText(token);
    press("enterTokenButton");
    QVERIFY(find<QDialog>("enterTokenDialog")->isVisible());
    QVERIFY(text("enterTokenError").contains("oken"_L1));
    // The dialog grows for it: nothing that was there before is cut.
    const auto labels = find<QDialog>("enterTokenDialog")->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        QVERIFY2(
            label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    QCOMPARE(find<QLineEdit>("enterTokenField")->text(), token);
    QCOMPARE(state(), State::Loading);
}

void FlowPaneTest::closesTheTokenDialogWhenTheFlowFinishes()
{
    startAndOpen();
    press("continueInBrowserButton");
    press("stateSecondAction");
    browser()->load();
    QVERIFY(find<QDialog>("enterTokenDialog")->isVisible());
    browser()->finish(u"act-1"_s);
    QTRY_VERIFY(!window().findChild<QDialog *>(u"enterTokenDialog"_s));
}

void FlowPaneTest::asksOnceBeforeATokenIsGivenUp()
{
    m_scene->integrationAnswer = Response::json(refusal).withStatus(400);
    startAndOpen();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(state(), State::ResolveStopped);
    QCOMPARE(find<QPushButton>("cancelFlowButton")->text(), u"Give up"_s);
    press("cancelFlowButton");
    press("cancelFlowButton");
    QCOMPARE(window().findChildren<QMessageBox *>(u"leaveQuestion"_s).size(), 1);
    QCOMPARE(question()->defaultButton(), buttonOf(question(), u"Keep token"_s));
    buttonOf(question(), u"Keep token"_s)->click();
    QCOMPARE(state(), State::ResolveStopped);
    QTRY_VERIFY(!question());
    press("cancelFlowButton");
    buttonOf(question(), u"Give up token"_s)->click();
    QCOMPARE(session().outcome(), Outcome::Unknown);
}

void FlowPaneTest::asksBeforeTheWindowClosesWithAToken()
{
    m_scene->integrationAnswer = Response::json(refusal).withStatus(400);
    startAndOpen();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(state(), State::ResolveStopped);
    window().close();
    QVERIFY(window().isVisible());
    buttonOf(question(), u"Give up token and close"_s)->click();
    QTRY_VERIFY(!window().isVisible());
}

void FlowPaneTest::takesThePlacementOfTheProfile()
{
    startAndOpen();
    QCOMPARE(session().options().placement, FlowPlacement::Frame);
    press("cancelFlowButton");
    const QString id =
        m_scene->createProfile(u"Acme"_s, ProfileKind::Development, u"acme-key-0123456789"_s);
    Profile profile = m_scene->instance().profiles.profiles().byId(id).value();
    profile.placement = FlowPlacement::TopLevel;
    QVERIFY(m_scene->instance().profiles.edit(profile));
    QVERIFY(m_scene->instance().workspace.switchTo(id));
    startAndOpen();
    QCOMPARE(session().options().placement, FlowPlacement::TopLevel);
}

void FlowPaneTest::recordsItsExchanges()
{
    startAndOpen();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(session().outcome(), Outcome::Connected);
    QStringList endpoints;
    for (const Exchange &exchange : m_scene->instance().exchanges.exchanges())
        endpoints.append(exchange.endpoint);
    QVERIFY(endpoints.contains(u"createConnectionLink"_s));
    QVERIFY(endpoints.contains(u"getIntegrationByToken"_s));
}

void FlowPaneTest::showsEachFlowUnderTheChosenConditions()
{
    startAndOpen();
    auto *toolbar = window().findChild<ViewToolbar *>();
    ViewingConditions conditions;
    conditions.size = QSize(390, 844);
    Q_EMIT toolbar->conditionsChosen(conditions);
    QCOMPARE(ordersToInstruments().constLast(), u"conditions "_s + conditions.caption());
    QVERIFY(QMetaObject::invokeMethod(instruments(), "apply"));
    press("cancelFlowButton");
    startAndOpen();
    QCOMPARE(ordersToInstruments(), QStringList{u"conditions "_s + conditions.caption()});
}

void FlowPaneTest::copiesAPicture()
{
    startAndOpen();
    QImage picture(7, 5, QImage::Format_RGB32);
    picture.fill(Qt::red);
    Q_EMIT window().findChild<ViewToolbar *>()->screenshotRequested(
        true, ViewToolbar::Destination::Clipboard);
    QCOMPARE(ordersToInstruments().constLast(), u"full page"_s);
    QVERIFY(QMetaObject::invokeMethod(
        instruments(), "capture", Q_ARG(QImage, picture), Q_ARG(bool, true)));
    QCOMPARE(QApplication::clipboard()->image().size(), picture.size());
}

void FlowPaneTest::putsAPictureIntoTheEvidence()
{
    startAndOpen();
    QImage picture(7, 5, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(ordersToInstruments().constLast(), u"view"_s);
    QVERIFY(!window().findChild<EvidenceDialog *>());
    QVERIFY(QMetaObject::invokeMethod(
        instruments(), "capture", Q_ARG(QImage, picture), Q_ARG(bool, false)));
    auto *dialog = window().findChild<EvidenceDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const QList<QCheckBox *> boxes = dialog->findChildren<QCheckBox *>();
    QVERIFY(std::any_of(boxes.cbegin(), boxes.cend(), [](const QCheckBox *box) {
        return box->text().contains("1 screenshot"_L1) && box->isEnabled();
    }));
}

void FlowPaneTest::opensEvidenceWithoutAPicture()
{
    startAndOpen();
    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QMetaObject::invokeMethod(
        instruments(), "failCapture", Q_ARG(QString, u"There is no picture."_s)));
    QVERIFY(window().findChild<EvidenceDialog *>());
}

// Whoever asks for another picture meanwhile gets it, and the evidence does not wait for a second.
void FlowPaneTest::opensEvidenceWithAnotherPicture()
{
    startAndOpen();
    QImage picture(7, 5, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    Q_EMIT window().findChild<ViewToolbar *>()->screenshotRequested(
        false, ViewToolbar::Destination::Clipboard);
    QVERIFY(QMetaObject::invokeMethod(
        instruments(), "capture", Q_ARG(QImage, picture), Q_ARG(bool, false)));
    QVERIFY(window().findChild<EvidenceDialog *>());
    QCOMPARE(QApplication::clipboard()->image().size(), picture.size());
}

// It would open by itself, with the next picture that somebody takes.
void FlowPaneTest::waitsForNoPictureOfAnEarlierFlow()
{
    startAndOpen();
    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    press("cancelFlowButton");
    startAndOpen();
    QImage picture(7, 5, QImage::Format_RGB32);
    picture.fill(Qt::red);
    Q_EMIT window().findChild<ViewToolbar *>()->screenshotRequested(
        false, ViewToolbar::Destination::Clipboard);
    QVERIFY(QMetaObject::invokeMethod(
        instruments(), "capture", Q_ARG(QImage, picture), Q_ARG(bool, false)));
    QCOMPARE(QApplication::clipboard()->image().size(), picture.size());
    QVERIFY(!window().findChild<EvidenceDialog *>());
}

void FlowPaneTest::asksBeforeToolsTouchProduction()
{
    startAndOpen();
    Q_EMIT window().findChild<ViewToolbar *>()->developerToolsRequested();
    QCOMPARE(ordersToInstruments().constLast(), u"open tools"_s);
    press("cancelFlowButton");
    const QString id =
        m_scene->createProfile(u"Acme"_s, ProfileKind::Production, u"acme-key-0123456789"_s);
    QVERIFY(m_scene->instance().workspace.switchTo(id));
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    window().fill(details);
    press("createLinkButton");
    press("proceedButton");
    QTRY_COMPARE(state(), State::Loading);
    Q_EMIT window().findChild<ViewToolbar *>()->developerToolsRequested();
    QVERIFY(!ordersToInstruments().contains(u"open tools"_s));
    press("proceedButton");
    QTRY_VERIFY(ordersToInstruments().contains(u"open tools"_s));
}

void FlowPaneTest::showsItsTimeline()
{
    startAndOpen();
    QVERIFY(!find<QWidget>("technicalPanels")->isVisible());
    QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(find<QWidget>("technicalPanels")->isVisible());
    auto *table = window().findChild<TimelinePanel *>()->findChild<QTableView *>();
    QTRY_VERIFY(table->model()->rowCount() >= 4);
    const int rows = table->model()->rowCount();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_VERIFY(table->model()->rowCount() > rows);
    QTest::keyClick(&window(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(!find<QWidget>("technicalPanels")->isVisible());
}

DESK_TEST_MAIN(QApplication, FlowPaneTest)

#include "tst_flowpane.moc"
