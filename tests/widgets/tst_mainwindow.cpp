// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/flowarea/flowarea.h"

#include "ui/window/mainmenu.h"

#include "support/stricttest.h"
#include "windowscene.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Request;
using desk::test::Response;
using desk::test::WindowScene;
using Outcome = ConnectSession::Outcome;
using State = ConnectSession::State;

namespace {

constexpr auto linkJson =
    R"({"status":"success","data":{"link":"http://localhost:9/flow?token=abc"}})";
constexpr auto refusal = R"({"status":"error","error":{"code":"PLATFORM.INPUT_INVALID",
    "title":"Invalid input","message":"<b>end_user_email</b> is not valid","log_url":null}})";

QByteArray integrationOf(const QByteArray &organization)
{
    return R"({"status":"success","data":{"tool":"hibob","id":"hibob:1","end_user_origin_id":null,
        "end_user_organization_name":")"
        + organization
        + R"(","end_user_email":"jo@northwind.example","setup_status":"COMPLETED"}})";
}

} // namespace

class MainWindowTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesTheProfile();
    void runsTheJob();
    void submitsByKeyboard();
    void twoPressesMakeOneRequest();
    void pointsToTheOpenFlow();
    void keepsTheFormThroughEveryError_data();
    void keepsTheFormThroughEveryError();
    void countsDownWhileItWaits();
    void cancelsAWait();
    void cancelsAtAnyStep_data();
    void cancelsAtAnyStep();
    void offersARetryWhenTheFlowStopped();
    void offersToReadAgain();
    void asksBeforeAnOpenFlowIsClosed();
    void needsAnAcknowledgement();
    void saysWhenTheFlowCannotBeShown();
    void offersNothingOfAPageThatIsInTheBrowser();
    void saysItsVersions();
    void remembersHowItWasLeft();
    void leavesSettingsOfALaterVersionAlone();
    void everyControlHasAName();
    void everyShortcutIsUnique();
    void shortcutsWorkWhileSomebodyTypes();

private:
    void open(const QString &pluginFolder = QStringLiteral(DESK_FAKE_FLOW));
    void fillIn();
    void startAndOpen();
    MainWindow &window() const { return m_scene->window(); }
    const ConnectSession &session() const { return *window().controller().session(); }
    State state() const { return session().state(); }
    void order(const char *method) { QVERIFY(QMetaObject::invokeMethod(driver(), method)); }
    void finish() { m_scene->finishFlow(u"act-1"_s); }
    QObject *driver() const { return m_scene->driver(); }
    template <typename Widget> Widget *find(const char *name) const
    {
        return m_scene->find<Widget>(name);
    }
    QLabel *noticeLabel(const char *name) const
    {
        return find<QWidget>("formNotice")->findChild<QLabel *>(QString::fromLatin1(name));
    }
    void press(const char *button) { m_scene->press(button); }
    qsizetype linksAskedFor() const { return m_scene->requestsTo("/create-link").size(); }

    std::unique_ptr<WindowScene> m_scene;
};

void MainWindowTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<WindowScene>();
    open();
}

void MainWindowTest::cleanup()
{
    m_scene.reset();
}

void MainWindowTest::open(const QString &pluginFolder)
{
    m_scene->make(pluginFolder);
    m_scene->instance().workspace.useAdHoc(m_scene->adHoc());
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void MainWindowTest::fillIn()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    window().fill(details);
}

void MainWindowTest::startAndOpen()
{
    fillIn();
    press("createLinkButton");
    QTRY_COMPARE(state(), State::Loading);
    order("load");
    QCOMPARE(state(), State::Open);
}

void MainWindowTest::namesTheProfile()
{
    QVERIFY(window().windowTitle().contains("Custom base URL"_L1));
    QVERIFY(window().windowTitle().contains("Connect Desk"_L1));
}

void MainWindowTest::runsTheJob()
{
    startAndOpen();
    QCOMPARE(find<QLabel>("flowStatus")->text(), u"The flow is open"_s);
    QVERIFY(find<QWidget>("fakeFlow")->isVisible());
    finish();
    QTRY_COMPARE(session().outcome(), Outcome::Connected);
    QVERIFY(find<QLineEdit>("integrationIdValue")->isVisible());
    QCOMPARE(find<QLineEdit>("integrationIdValue")->text(), u"hibob:1"_s);

    press("newConnectionButton");
    QVERIFY(find<QLineEdit>("emailEdit")->isVisible());
    QVERIFY(find<QLineEdit>("emailEdit")->text().isEmpty());
}

void MainWindowTest::submitsByKeyboard()
{
    fillIn();
    find<QLineEdit>("emailEdit")->setFocus();
    QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(state(), State::Loading);
}

void MainWindowTest::twoPressesMakeOneRequest()
{
    fillIn();
    press("createLinkButton");
    press("createLinkButton");
    QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(state(), State::Loading);
    QCOMPARE(linksAskedFor(), 1);
}

void MainWindowTest::pointsToTheOpenFlow()
{
    startAndOpen();
    press("createLinkButton");
    QVERIFY(noticeLabel("noticeHeadline")->text().contains("Northwind Ltd"_L1));
    QTest::mouseClick(find<QWidget>("formNotice")->findChild<QAbstractButton *>(u"noticeAction"_s),
        Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), find<QWidget>("fakeFlow"));
    QCOMPARE(linksAskedFor(), 1);
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(find<QLineEdit>("emailEdit")->text(), u"jo@northwind.example"_s);
}

void MainWindowTest::keepsTheFormThroughEveryError_data()
{
    QTest::addColumn<Response>("answer");
    QTest::addColumn<QString>("said");
    QTest::newRow("refused input")
        << Response::json(refusal).withStatus(400) << u"<b>end_user_email</b> is not valid"_s;
    QTest::newRow("a foreign link") << Response::json(
        R"({"status":"success","data":{"link":"https://evil.example/?token=hunter2"}})")
                                    << u"evil.example"_s;
    QTest::newRow("a page instead of JSON") << Response::html("<h1>hello</h1>") << u"127.0.0.1"_s;
    QTest::newRow("a redirect") << Response::redirect(QUrl(u"https://evil.example"_s))
                                << u"another address"_s;
}

void MainWindowTest::keepsTheFormThroughEveryError()
{
    QFETCH(Response, answer);
    QFETCH(QString, said);
    m_scene->linkAnswer = answer;
    fillIn();
    press("createLinkButton");
    auto *headline = noticeLabel("noticeHeadline");
    QTRY_VERIFY(headline->isVisible());
    const QString shown = headline->text() + u' ' + noticeLabel("noticeText")->text() + u' '
        + noticeLabel("noticeDetails")->text();
    QVERIFY2(shown.contains(said), qPrintable(shown));
    QVERIFY(!shown.contains("hunter2"_L1));
    QCOMPARE(find<QLineEdit>("emailEdit")->text(), u"jo@northwind.example"_s);
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Northwind Ltd"_s);
    QVERIFY(find<QPushButton>("createLinkButton")->isEnabled());
}

void MainWindowTest::countsDownWhileItWaits()
{
    m_scene->linkAnswer = Response::json("{}").withStatus(429).withHeader("Retry-After", "2");
    fillIn();
    press("createLinkButton");
    const QLabel *status = find<QLabel>("flowStatus");
    QTRY_VERIFY(status->text().contains("in 3 second"_L1));
    m_scene->linkAnswer = Response::json(linkJson);
    // Looked at when it is told, since each text stands for a second only.
    QStringList shown;
    connect(&session(), &ConnectSession::stillWaiting, this,
        [&shown, status] { shown.append(status->text()); });
    QTRY_COMPARE(state(), State::Loading);
    // A busy machine may leave out a second, but never counts up.
    QVERIFY(!shown.isEmpty());
    int last = 3;
    for (const QString &text : std::as_const(shown)) {
        static const QRegularExpression seconds(u"in (\\d) second"_s);
        const int now = seconds.match(text).captured(1).toInt();
        QVERIFY2(now >= 1 && now <= last, qPrintable(text));
        last = now;
    }
    QVERIFY(last < 3);
    QVERIFY(!status->text().contains("second"_L1));
}

void MainWindowTest::cancelsAWait()
{
    m_scene->linkAnswer = Response::json("{}").withStatus(429).withHeader("Retry-After", "30");
    fillIn();
    press("createLinkButton");
    QTRY_VERIFY(find<QLabel>("flowStatus")->text().contains("asks us to wait"_L1));
    press("cancelFlowButton");
    QCOMPARE(session().outcome(), Outcome::Cancelled);
    QCOMPARE(linksAskedFor(), 1);
}

void MainWindowTest::cancelsAtAnyStep_data()
{
    QTest::addColumn<State>("step");
    QTest::newRow("while the link is being made") << State::CreatingLink;
    QTest::newRow("while the flow loads") << State::Loading;
    QTest::newRow("while the flow is open") << State::Open;
}

void MainWindowTest::cancelsAtAnyStep()
{
    QFETCH(State, step);
    if (step == State::CreatingLink)
        m_scene->linkAnswer = Response::stall();
    fillIn();
    press("createLinkButton");
    QTRY_COMPARE(state(), step == State::CreatingLink ? step : State::Loading);
    if (step == State::Open)
        order("load");
    press("cancelFlowButton");
    QCOMPARE(session().outcome(), Outcome::Cancelled);
    QCOMPARE(find<QLabel>("stateHeadline")->text(), u"Cancelled"_s);
    m_scene->linkAnswer = Response::json(linkJson);
    press("stateAction");
    QTRY_COMPARE(state(), State::Loading);
}

void MainWindowTest::offersARetryWhenTheFlowStopped()
{
    startAndOpen();
    QVERIFY(QMetaObject::invokeMethod(
        driver(), "fail", Q_ARG(desk::FlowFailure::Reason, FlowFailure::Reason::PageCrashed)));
    QVERIFY(find<QLabel>("stateHeadline")->text().contains("crashed"_L1));
    press("stateAction");
    QCOMPARE(state(), State::Loading);
    QVERIFY(find<QWidget>("fakeFlow")->isVisible());
}

void MainWindowTest::offersToReadAgain()
{
    m_scene->integrationAnswer = Response::json(refusal).withStatus(400);
    startAndOpen();
    finish();
    QTRY_COMPARE(state(), State::ResolveStopped);
    m_scene->integrationAnswer = Response::json(integrationOf("Northwind Ltd"));
    press("stateAction");
    QTRY_COMPARE(session().outcome(), Outcome::Connected);
}

void MainWindowTest::asksBeforeAnOpenFlowIsClosed()
{
    startAndOpen();
    window().close();
    QVERIFY(window().isVisible());
    auto *question = window().findChild<QMessageBox *>(u"leaveQuestion"_s);
    QVERIFY(question);
    const QList<QAbstractButton *> buttons = question->buttons();
    const auto button = [&buttons](const QString &text) {
        return *std::find_if(buttons.cbegin(), buttons.cend(),
            [&text](const QAbstractButton *known) { return known->text() == text; });
    };
    QCOMPARE(question->defaultButton(), button(u"Keep flow open"_s));
    button(u"Cancel flow and close"_s)->click();
    QTRY_VERIFY(!window().isVisible());
    QCOMPARE(session().outcome(), Outcome::Cancelled);
}

void MainWindowTest::needsAnAcknowledgement()
{
    m_scene->integrationAnswer = Response::json(integrationOf("Contoso SE"));
    startAndOpen();
    finish();
    QTRY_COMPARE(session().outcome(), Outcome::NeedsReview);
    auto *headline = find<QWidget>("integrationPage")->findChild<QLabel *>(u"headline"_s);
    QVERIFY(headline->isVisible());
    QVERIFY(headline->text() != "Connected"_L1);
    auto *notice = find<QWidget>("mismatchNotice");
    QTest::mouseClick(notice->findChild<QAbstractButton *>(u"noticeAction"_s), Qt::LeftButton);
    QCOMPARE(session().outcome(), Outcome::Connected);
    QCOMPARE(headline->text(), u"Connected"_s);
}

void MainWindowTest::saysWhenTheFlowCannotBeShown()
{
    open(m_scene->folder());
    fillIn();
    press("createLinkButton");
    QTRY_COMPARE(state(), State::FlowStopped);
    QVERIFY(find<QLabel>("stateText")->text().contains("connect-desk-flow"_L1));
    QCOMPARE(find<QPushButton>("stateAction")->text(), u"Continue in browser"_s);
}

void MainWindowTest::offersNothingOfAPageThatIsInTheBrowser()
{
    startAndOpen();
    const auto isEnabled = [this](QKeySequence shortcut) {
        const QList<QAction *> &actions = window().findChild<MainMenu *>()->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
            [&shortcut](const QAction *action) { return action->shortcut() == shortcut; });
        return found != actions.end() && (*found)->isEnabled();
    };
    QVERIFY(isEnabled(QKeySequence(u"Ctrl+B"_s)));
    QVERIFY(isEnabled(QKeySequence(u"Ctrl+Shift+I"_s)));
    window().controller().continueInBrowser();
    QTRY_VERIFY(session().isInBrowser());
    QVERIFY(!isEnabled(QKeySequence(u"Ctrl+B"_s)));
    QVERIFY(!isEnabled(QKeySequence(u"Ctrl+Shift+I"_s)));
    QVERIFY(isEnabled(QKeySequence(u"Ctrl+R"_s)));
}

void MainWindowTest::saysItsVersions()
{
    Q_EMIT window().findChild<MainMenu *>()->aboutTriggered();
    const QString versions = find<QLabel>("versions")->text();
    for (const char *part : {"Connect Desk ", "Qt ", "Chromium 0.0", "@kombo-api/connect "})
        QVERIFY2(versions.contains(QLatin1StringView(part)), qPrintable(versions));
}

void MainWindowTest::remembersHowItWasLeft()
{
    window().resize(1111, 777);
    QTest::mouseClick(find<QAbstractButton>("jsonToggle"), Qt::LeftButton);
    find<QAbstractButton>("jsonToggle")->setChecked(true);
    window().close();
    open();
    QCOMPARE(window().size(), QSize(1111, 777));
    QVERIFY(find<QAbstractButton>("jsonToggle")->isChecked());
}

void MainWindowTest::leavesSettingsOfALaterVersionAlone()
{
    window().resize(1111, 777);
    window().close();
    const QString file = m_scene->folder() + u"/window.ini"_s;
    QCOMPARE(QSettings(file, QSettings::IniFormat).value(u"version"_s).toInt(), 1);
    QSettings(file, QSettings::IniFormat).setValue(u"version"_s, 2);
    open();
    QVERIFY(window().size() != QSize(1111, 777));
    window().resize(900, 700);
    const QVariant before = QSettings(file, QSettings::IniFormat).value(u"window/geometry"_s);
    window().close();
    QCOMPARE(QSettings(file, QSettings::IniFormat).value(u"window/geometry"_s), before);
}

void MainWindowTest::everyControlHasAName()
{
    const auto unnamed = [this] {
        QStringList found;
        const QList<QWidget *> widgets = window().findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty()
                || (button && !button->text().isEmpty()) || qobject_cast<const QMenuBar *>(widget);
            if (!isNamed)
                found.append(widget->objectName());
        }
        return found;
    };
    QCOMPARE(unnamed(), QStringList());
    startAndOpen();
    QCOMPARE(unnamed(), QStringList());
    finish();
    QTRY_VERIFY(find<QLineEdit>("integrationIdValue")->isVisible());
    press("jsonToggle");
    QCOMPARE(unnamed(), QStringList());
}

void MainWindowTest::everyShortcutIsUnique()
{
    QStringList shortcuts; // of the whole window
    QStringList local; // of a part of it that has the focus
    const QList<QAction *> actions = window().findChildren<QAction *>();
    for (const QAction *action : actions) {
        const bool isLocal = action->shortcutContext() == Qt::WidgetShortcut
            || action->shortcutContext() == Qt::WidgetWithChildrenShortcut;
        const QList<QKeySequence> keys = action->shortcuts();
        for (const QKeySequence &key : keys) {
            QVERIFY2(!shortcuts.contains(key.toString()), qPrintable(key.toString()));
            (isLocal ? local : shortcuts).append(key.toString());
        }
    }
    for (const QString &key : std::as_const(local))
        QVERIFY2(!shortcuts.contains(key), qPrintable(key));
    QVERIFY(shortcuts.contains(u"Ctrl+N"_s));
    QVERIFY(shortcuts.contains(u"Ctrl+Return"_s));
    QVERIFY(shortcuts.contains(u"Ctrl+Shift+S"_s));
}

void MainWindowTest::shortcutsWorkWhileSomebodyTypes()
{
    const auto isTakenByField = [this](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.setAccepted(false);
        QApplication::sendEvent(find<QLineEdit>("emailEdit"), &event);
        return event.isAccepted();
    };
    QVERIFY(!isTakenByField(Qt::Key_E, Qt::ControlModifier));
    QVERIFY(!isTakenByField(Qt::Key_T, Qt::ControlModifier));
    QVERIFY(!isTakenByField(Qt::Key_N, Qt::ControlModifier));
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_C, Qt::Key_V, Qt::Key_X, Qt::Key_Z})
        QVERIFY(isTakenByField(key, Qt::ControlModifier));
}

DESK_TEST_MAIN(QApplication, MainWindowTest)
#include "tst_mainwindow.moc"
