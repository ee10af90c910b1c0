// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "aftercare/integrationcare.h"
#include "ui/form/connectform.h"

#include "support/stricttest.h"
#include "windowscene.h"

#include <QApplication>
#include <QComboBox>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Request;
using desk::test::Response;
using desk::test::WindowInstance;
using desk::test::WindowScene;
using Outcome = ConnectSession::Outcome;
using State = ConnectSession::State;

namespace {

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

ConnectDetails byMagicLink()
{
    ConnectDetails details = northwind();
    details.linkType = LinkType::MagicLink;
    details.tool = u"hibob"_s;
    return details;
}

//! Every text that somebody could read or hear in the window.
QStringList textsOf(const QWidget &window)
{
    QStringList texts;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription()
              << widget->windowTitle();
        for (const char *property : {"text", "plainText", "displayText"})
            texts << widget->property(property).toString();
    }
    return texts;
}

} // namespace

class ProfileWindowTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void switchesByTyping();
    void asksOnceUnderProduction();
    void forgetsTheQuestionWhenItIsDeclined();
    void aFlowStaysWithItsProfile();
    void keepsADraftWhileAnotherProfilesFlowEnds();
    void namesTheProfileOfAForeignFailure();
    void saysWhenThereIsNoKey();
    void saysWhenTheKeychainIsLocked();
    void waitsForTheKeyBeforeItCreates();
    void offersToReplaceAKeyThatIsNotAccepted();
    void keepsADraftForEachProfile();
    void bringsDetailsAlongIfAsked();
    void forgetsADraftThatWasSent();
    void offersTheToolsOfTheProfile();
    void fallsBackToPracticeWhenItsProfileIsDeleted();
    void handsOverAMagicLink();
    void hidesTheLinkUntilItIsRevealed();
    void comesBackToALinkThatWasLeft();
    void opensATemplateWithTwoKeys();
    void fillsFromAnAddressOnlyIfAgreed();
    void beginsWithWhatTheCommandLineNames();
    void opensAnIntegrationByItsId();
    void reconnectsAndReadsAgain();
    void marksTheFieldThatWasRefused();
    void connectsByKeyboardAlone();
    void showsWhatAnotherInstanceChanges();
    void leavesNoSecretInTheFolder();

private:
    void open();
    MainWindow &window() const { return m_scene->window(); }
    Workspace &workspace() const { return m_scene->instance().workspace; }
    const ConnectSession *session() const { return window().controller().session(); }
    State state() const { return session() ? session()->state() : State::Idle; }
    Outcome outcome() const { return session() ? session()->outcome() : Outcome::Pending; }
    template <typename Widget> Widget *find(const char *name) const
    {
        return m_scene->find<Widget>(name);
    }
    void press(const char *button) { m_scene->press(button); }
    void pressNotice()
    {
        // By key: the button of a notice that was just shown may still move under a mouse.
        auto *button = find<QWidget>("formNotice")->findChild<QAbstractButton *>(u"noticeAction"_s);
        QTRY_VERIFY(button->isVisible());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    QString notice() const
    {
        return find<QWidget>("formNotice")->findChild<QLabel *>(u"noticeHeadline"_s)->text();
    }
    bool isNoticeShown() const { return find<QWidget>("formNotice")->isVisible(); }
    QMessageBox *question() const
    {
        return window().findChild<QMessageBox *>(u"productionQuestion"_s);
    }
    QString use(const QString &name, ProfileKind kind, const QString &key)
    {
        const QString id = m_scene->createProfile(name, kind, key);
        workspace().switchTo(id);
        workspace().prepare();
        return id;
    }
    void startAndOpen()
    {
        press("createLinkButton");
        QTRY_COMPARE(state(), State::Loading);
        m_scene->loadFlow();
    }

    std::unique_ptr<WindowScene> m_scene;
};

void ProfileWindowTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<WindowScene>();
    open();
}

void ProfileWindowTest::cleanup()
{
    m_scene.reset();
}

void ProfileWindowTest::open()
{
    m_scene->make();
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void ProfileWindowTest::switchesByTyping()
{
    m_scene->createProfile(u"Acme EU"_s, ProfileKind::Production, u"acme-key"_s);
    m_scene->createProfile(u"Beta US"_s, ProfileKind::Development, u"beta-key"_s);
    QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
    auto *search = find<QLineEdit>("profileSearch");
    QTRY_VERIFY(search->isVisible());
    QTest::keyClicks(search, u"bet"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(workspace().profile().name, u"Beta US"_s);
    QVERIFY(window().windowTitle().contains("Beta US"_L1));
    QVERIFY(window().windowTitle().contains("Development"_L1));
    QTRY_COMPARE(workspace().state(), Workspace::State::Ready);
}

void ProfileWindowTest::asksOnceUnderProduction()
{
    use(u"Acme EU"_s, ProfileKind::Production, u"acme-key"_s);
    QVERIFY(window().windowTitle().contains("Acme EU"_L1));
    QVERIFY(window().windowTitle().contains("Production"_L1));
    window().fill(northwind());
    press("createLinkButton");
    QVERIFY(question());
    QVERIFY(m_scene->requestsTo("/create-link").isEmpty());
    QTest::mouseClick(question()->findChild<QPushButton *>(u"proceedButton"_s), Qt::LeftButton);
    QTRY_COMPARE(state(), State::Loading);
    QCOMPARE(m_scene->requestsTo("/create-link").size(), 1);
    QCOMPARE(m_scene->requestsTo("/create-link").constFirst().header("Authorization"),
        "Bearer acme-key");
}

void ProfileWindowTest::forgetsTheQuestionWhenItIsDeclined()
{
    use(u"Acme EU"_s, ProfileKind::Production, u"acme-key"_s);
    window().fill(northwind());
    press("createLinkButton");
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
    QVERIFY(!window().controller().session());
    QVERIFY(find<QPushButton>("createLinkButton")->isEnabled());
    press("createLinkButton");
    QVERIFY(question());
    QVERIFY(m_scene->requestsTo("/create-link").isEmpty());
}

void ProfileWindowTest::aFlowStaysWithItsProfile()
{
    use(u"Acme Dev"_s, ProfileKind::Development, u"acme-key"_s);
    window().fill(northwind());
    startAndOpen();
    auto *owner = find<QWidget>("flowOwnerBar");
    QVERIFY(!owner->isVisible());

    use(u"Beta US"_s, ProfileKind::Production, u"beta-key"_s);
    QVERIFY(owner->isVisible());
    QVERIFY(find<QLabel>("flowOwnerText")->text().contains("Acme Dev"_L1));
    QCOMPARE(state(), State::Open);
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(outcome(), Outcome::Connected);
    QCOMPARE(m_scene->requestsTo("/integration-by-token/").constFirst().header("Authorization"),
        "Bearer acme-key");
    QVERIFY(!owner->isVisible());
    // Its page is read with the key that made it, too.
    QTRY_COMPARE(m_scene->requestsTo("/integrations/").size(), 1);
    QCOMPARE(m_scene->requestsTo("/integrations/").constFirst().header("Authorization"),
        "Bearer acme-key");
}

void ProfileWindowTest::keepsADraftWhileAnotherProfilesFlowEnds()
{
    const QString acme = use(u"Acme Dev"_s, ProfileKind::Development, u"acme-key"_s);
    window().fill(northwind());
    startAndOpen();
    use(u"Beta US"_s, ProfileKind::Production, u"beta-key"_s);
    QTest::keyClicks(find<QLineEdit>("organizationEdit"), u"Contoso"_s);
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(outcome(), Outcome::Connected);
    DraftStore &drafts = m_scene->instance().drafts;
    QVERIFY(!drafts.draft(acme));
    QCOMPARE(drafts.draft(workspace().profile().id)->organization, u"Contoso"_s);
}

void ProfileWindowTest::namesTheProfileOfAForeignFailure()
{
    m_scene->linkAnswer = Response::stall();
    use(u"Acme Dev"_s, ProfileKind::Development, u"acme-key"_s);
    window().fill(northwind());
    press("createLinkButton");
    QTRY_COMPARE(m_scene->requestsTo("/create-link").size(), 1);
    use(u"Beta US"_s, ProfileKind::Production, u"beta-key"_s);
    m_scene->server().stop();
    QTRY_COMPARE(outcome(), Outcome::Failed);
    QVERIFY2(notice().startsWith("Acme Dev: "_L1), qPrintable(notice()));
}

void ProfileWindowTest::saysWhenThereIsNoKey()
{
    use(u"Acme EU"_s, ProfileKind::Development, {});
    QTRY_VERIFY(isNoticeShown());
    QVERIFY2(notice().contains("no API key"_L1), qPrintable(notice()));
    window().fill(northwind());
    press("createLinkButton");
    QTRY_VERIFY(find<QPushButton>("createLinkButton")->isEnabled());
    QVERIFY(m_scene->server().requests().isEmpty());
    pressNotice();
    QTRY_VERIFY(window().findChild<QWidget *>(u"profileEditor"_s));
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"keyEdit"_s);
}

void ProfileWindowTest::saysWhenTheKeychainIsLocked()
{
    m_scene->keychain().error = SecretError{SecretError::Kind::Locked, {}};
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTRY_VERIFY(isNoticeShown());
    const QString text = find<QWidget>("formNotice")->findChild<QLabel *>(u"noticeText"_s)->text();
    QVERIFY2(text.contains("locked"_L1), qPrintable(text));
    m_scene->keychain().error.reset();
    window().fill(northwind());
    press("createLinkButton");
    QTRY_VERIFY(window().controller().session());
    QVERIFY(!isNoticeShown());
}

void ProfileWindowTest::waitsForTheKeyBeforeItCreates()
{
    m_scene->keychain().hold();
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    window().fill(northwind());
    press("createLinkButton");
    QVERIFY(!find<QPushButton>("createLinkButton")->isEnabled());
    QVERIFY(!window().controller().session());
    m_scene->keychain().letGo();
    QTRY_VERIFY(window().controller().session());
    QTRY_COMPARE(m_scene->requestsTo("/create-link").size(), 1);
}

void ProfileWindowTest::offersToReplaceAKeyThatIsNotAccepted()
{
    m_scene->linkAnswer = Response::json(R"({"status":"error","error":{
        "code":"PLATFORM.AUTHENTICATION_INVALID","title":"x","message":"y","log_url":null}})")
                              .withStatus(401);
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    window().fill(northwind());
    press("createLinkButton");
    QTRY_VERIFY(isNoticeShown());
    pressNotice();
    QTRY_VERIFY(window().findChild<QWidget *>(u"profileEditor"_s));
}

void ProfileWindowTest::keepsADraftForEachProfile()
{
    const QString acme = use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTest::keyClicks(find<QLineEdit>("organizationEdit"), u"Northwind"_s);
    const QString beta = use(u"Beta US"_s, ProfileKind::Development, u"beta-key"_s);
    QVERIFY(find<QLineEdit>("organizationEdit")->text().isEmpty());
    QTest::keyClicks(find<QLineEdit>("organizationEdit"), u"Contoso"_s);
    workspace().switchTo(acme);
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Northwind"_s);

    m_scene->close();
    open();
    QVERIFY(find<QLineEdit>("organizationEdit")->text().isEmpty());
    workspace().switchTo(beta);
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Contoso"_s);
    workspace().switchTo(acme);
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Northwind"_s);
}

void ProfileWindowTest::bringsDetailsAlongIfAsked()
{
    window().fill(northwind());
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QVERIFY(find<QLineEdit>("organizationEdit")->text().isEmpty());
    QVERIFY2(notice().contains("Acme EU"_L1), qPrintable(notice()));
    pressNotice();
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Northwind Ltd"_s);
}

void ProfileWindowTest::forgetsADraftThatWasSent()
{
    window().fill(northwind());
    startAndOpen();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(outcome(), Outcome::Connected);
    // News of the tools is no edit of a person.
    Q_EMIT find<ConnectForm>("connectForm")->edited();
    m_scene->close();
    open();
    QVERIFY(find<QLineEdit>("organizationEdit")->text().isEmpty());
}

void ProfileWindowTest::offersTheToolsOfTheProfile()
{
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTRY_COMPARE(m_scene->requestsTo("/tools/hris").size(), 1);
    QTRY_VERIFY(window().findChild<FormPage *>()->tool(u"personio"_s, Category::Hris));
    auto *edit = find<QLineEdit>("toolEdit");
    edit->setFocus();
    QTest::keyClicks(edit, u"pers"_s);
    QTest::keyClick(edit, Qt::Key_Down);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(find<ConnectForm>("connectForm")->details().tool, u"personio"_s);
    auto *category = find<QComboBox>("categoryCombo");
    category->setCurrentIndex(category->findText(u"ATS"_s));
    QTRY_COMPARE(m_scene->requestsTo("/tools/ats").size(), 1);
}

void ProfileWindowTest::fallsBackToPracticeWhenItsProfileIsDeleted()
{
    const QString id = use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTRY_COMPARE(workspace().state(), Workspace::State::Ready);
    QVERIFY(m_scene->instance().profiles.remove(id));
    QVERIFY(window().windowTitle().startsWith("Practice"_L1));
    QVERIFY(isNoticeShown());
    QVERIFY2(notice().contains("Acme EU"_L1), qPrintable(notice()));
}

void ProfileWindowTest::handsOverAMagicLink()
{
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTRY_COMPARE(m_scene->requestsTo("/tools/hris").size(), 1);
    window().fill(byMagicLink());
    press("createLinkButton");
    QTRY_VERIFY(find<QPushButton>("copyLinkButton")->isVisible());
    QVERIFY(find<QPlainTextEdit>("bodyEdit")->toPlainText().contains("HiBob"_L1));
    QVERIFY(find<QPlainTextEdit>("bodyEdit")
                ->toPlainText()
                .contains("https://help.kombo.dev/hibob"_L1));
    QVERIFY(
        !window().findChild<QWidget *>(u"fakeFlow"_s) || !find<QWidget>("fakeFlow")->isVisible());
}

void ProfileWindowTest::hidesTheLinkUntilItIsRevealed()
{
    window().fill(byMagicLink());
    press("createLinkButton");
    QTRY_VERIFY(find<QPushButton>("copyLinkButton")->isVisible());
    QVERIFY(textsOf(window()).filter(u"link-token-4711"_s).isEmpty());
    press("revealButton");
    QVERIFY(!textsOf(window()).filter(u"link-token-4711"_s).isEmpty());
    press("revealButton");
    QVERIFY(textsOf(window()).filter(u"link-token-4711"_s).isEmpty());
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("emailEdit")->isVisible());
    QVERIFY(textsOf(window()).filter(u"link-token-4711"_s).isEmpty());
}

void ProfileWindowTest::comesBackToALinkThatWasLeft()
{
    window().fill(byMagicLink());
    press("createLinkButton");
    QTRY_VERIFY(find<QPushButton>("copyLinkButton")->isVisible());
    m_scene->createProfile(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("emailEdit")->isVisible());
    QTest::keyClick(&window(), Qt::Key_2, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("emailEdit")->isVisible());
    QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(find<QPushButton>("copyLinkButton")->isVisible());
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("emailEdit")->isVisible());
}

void ProfileWindowTest::opensATemplateWithTwoKeys()
{
    ConnectDetails details;
    details.category = Category::Ats;
    details.tool = u"lever"_s;
    QVERIFY(m_scene->instance().templates.create(u"Recruiting"_s, details));
    find<QLineEdit>("emailEdit")->setText(u"jo@northwind.example"_s);
    QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier);
    auto *search = find<QLineEdit>("searchEdit");
    QTRY_VERIFY(search->isVisible());
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(find<QLineEdit>("toolEdit")->text(), u"lever"_s);
    QCOMPARE(find<QLineEdit>("emailEdit")->text(), u"jo@northwind.example"_s);
    pressNotice();
    QVERIFY(find<QLineEdit>("toolEdit")->text().isEmpty());
}

void ProfileWindowTest::fillsFromAnAddressOnlyIfAgreed()
{
    window().offer(u"connect-desk:new?email=jo%40northwind.example&organization=Northwind"_s);
    QTRY_VERIFY(window().findChild<QPushButton *>(u"fillButton"_s));
    QVERIFY(find<QLineEdit>("emailEdit")->text().isEmpty());
    QVERIFY(m_scene->requestsTo("/create-link").isEmpty());
    press("fillButton");
    QCOMPARE(find<QLineEdit>("emailEdit")->text(), u"jo@northwind.example"_s);
    window().offer(u"https://evil.example/"_s);
    QVERIFY(isNoticeShown());
    QCOMPARE(find<QLineEdit>("emailEdit")->text(), u"jo@northwind.example"_s);
}

void ProfileWindowTest::beginsWithWhatTheCommandLineNames()
{
    find<QLineEdit>("originIdEdit")->setText(u"of-another-client"_s);
    Prefill prefill;
    prefill.organization = u"Contoso SE"_s;
    window().prefill(prefill);
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Contoso SE"_s);
    QVERIFY(find<QLineEdit>("originIdEdit")->text().isEmpty());
    pressNotice();
    QCOMPARE(find<QLineEdit>("originIdEdit")->text(), u"of-another-client"_s);
}

void ProfileWindowTest::opensAnIntegrationByItsId()
{
    use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTest::keyClick(&window(), Qt::Key_O, Qt::ControlModifier);
    auto *id = find<QLineEdit>("openIntegrationField");
    QTRY_VERIFY(id->isVisible());
    QTest::keyClicks(id, u"hibob:1"_s);
    QTest::keyClick(id, Qt::Key_Return);
    QTRY_COMPARE(m_scene->requestsTo("/integrations/hibob%3A1").size(), 1);
    QTRY_COMPARE(find<QLineEdit>("organizationValue")->text(), u"Northwind Ltd"_s);
}

void ProfileWindowTest::reconnectsAndReadsAgain()
{
    opensAnIntegrationByItsId();
    press("reconnectButton");
    QTRY_VERIFY(window().findChild<QPushButton *>(u"createIntegrationLinkButton"_s));
    press("createIntegrationLinkButton");
    QTRY_COMPARE(m_scene->requestsTo("/relink").size(), 1);
    QTRY_COMPARE(state(), State::Loading);
    m_scene->loadFlow();
    const qsizetype reads = m_scene->requestsTo("/integrations/hibob%3A1").size();
    QVERIFY(QMetaObject::invokeMethod(m_scene->driver(), "closeByEndUser"));
    QTRY_COMPARE(outcome(), Outcome::ClosedBeforeFinishing);
    QTRY_VERIFY(m_scene->requestsTo("/integrations/hibob%3A1").size() > reads);
}

void ProfileWindowTest::marksTheFieldThatWasRefused()
{
    m_scene->linkAnswer = Response::json(R"({"status":"error","error":{
        "code":"PLATFORM.INPUT_INVALID","title":"Invalid input",
        "message":"integration_tool is not enabled","log_url":"https://app.kombo.dev/logs/1"}})")
                              .withStatus(400);
    window().fill(northwind());
    press("createLinkButton");
    QTRY_VERIFY(isNoticeShown());
    QTRY_VERIFY(find<QLabel>("toolError")->isVisible());
    QCOMPARE(find<QWidget>("formNotice")->findChild<QPushButton *>(u"noticeAction"_s)->text(),
        u"Open log"_s);
}

void ProfileWindowTest::connectsByKeyboardAlone()
{
    const auto type = [](const QString &text) {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    };
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>("emailEdit"));
    type(u"jo@northwind.example"_s);
    type(u"Northwind Ltd"_s);
    QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(state(), State::Loading);
    m_scene->loadFlow();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_COMPARE(outcome(), Outcome::Connected);
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"newConnectionButton"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(QApplication::focusWidget(), find<QLineEdit>("emailEdit"));
}

void ProfileWindowTest::showsWhatAnotherInstanceChanges()
{
    const std::unique_ptr<WindowInstance> other = m_scene->anotherInstance();
    const QString id = use(u"Acme EU"_s, ProfileKind::Development, u"acme-key"_s);
    QTRY_VERIFY(other->profiles.profiles().byId(id));
    Profile renamed = *other->profiles.profiles().byId(id);
    renamed.name = u"Acme Europe"_s;
    QVERIFY(other->profiles.edit(renamed));
    QTRY_VERIFY(window().windowTitle().contains("Acme Europe"_L1));
    QVERIFY(other->templates.create(u"Theirs"_s, northwind()));
    QVERIFY(m_scene->instance().templates.create(u"Ours"_s, northwind()));
    other->templates.refresh();
    QCOMPARE(other->templates.templates().size(), 2);
}

void ProfileWindowTest::leavesNoSecretInTheFolder()
{
    const QString id = use(u"Acme EU"_s, ProfileKind::Development, u"acme-key-0815"_s);
    QTRY_COMPARE(m_scene->requestsTo("/tools/hris").size(), 1);
    window().fill(northwind());
    startAndOpen();
    m_scene->finishFlow(u"activation-4242"_s);
    QTRY_COMPARE(outcome(), Outcome::Connected);
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    ConnectDetails another = byMagicLink(); // another client: this one is connected already
    another.email = u"al@contoso.example"_s;
    another.organization = u"Contoso SE"_s;
    window().fill(another);
    press("createLinkButton");
    QTRY_COMPARE(outcome(), Outcome::LinkCreated);
    window().close();
    m_scene->close();

    int files = 0;
    QDirIterator it(m_scene->folder(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const QByteArray secret : {"acme-key-0815", "link-token-4711", "activation-4242"})
            QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files >= 3);
    QVERIFY(!id.isEmpty());
}

DESK_TEST_MAIN(QApplication, ProfileWindowTest)
#include "tst_profilewindow.moc"
