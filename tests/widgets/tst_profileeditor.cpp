// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/parts/notice.h"
#include "ui/profile/keyedit.h"
#include "ui/profile/profileeditor.h"
#include "ui/theme/theme.h"

#include "profilescene.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::ProfileScene;
using desk::test::Response;

namespace {

// Of the shape that a real one may have, and nowhere else in the program.
QString key()
{
    return u"sk-Qz81-secret-4711"_s;
}

} // namespace

class ProfileEditorTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void everyControlHasAName();
    void labelsAreBuddies_data();
    void labelsAreBuddies();
    void proposesAName();
    void needsRegionAndKeyOnly();
    void createsAProfileByKeyboard();
    void baseUrlSaysWhyItIsDisabled();
    void speaksUnderTheField_data();
    void speaksUnderTheField();
    void practiceCannotBeBroken();
    void editsDefaults();

    void checksWhatWasPasted_data();
    void checksWhatWasPasted();
    void checksTypedKeysWhenTheFieldIsLeft();
    void keepsNoWrongKey();
    void keepsAnUncheckedKeyWhenAskedTwice();
    void cancelsACheck();
    void anEditEndsTheWait();
    void asksForAnotherKeyAtAnotherAddress();
    void replacesAKey();
    void removesAKeyOnceConfirmed();
    void checksAKeptKey();
    void offersThisSession_data();
    void offersThisSession();
    void neverFallsBackByItself();
    void triesALockedKeychainAgain();
    void movesAKeyToTheKeychain();
    void saysThatAKeyCannotBeRead();
    void theKeyIsNowhereToBeRead();
    void nothingCanBeCopied();

    void saysWhatHappenedElsewhere();
    void savesADeletedProfileAsNew();
    void tellsOnceThatItWasSaved();

private:
    void open(const std::optional<Profile> &profile = {});
    template <typename Widget = QWidget> Widget *find(const char *name) const
    {
        auto *widget = m_editor->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void press(const char *button) { QTest::mouseClick(find(button), Qt::LeftButton); }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        find<QLineEdit>("keyEdit")->setFocus();
        find<QLineEdit>("keyEdit")->paste();
        QGuiApplication::clipboard()->clear();
    }
    QString result() const { return find<QLabel>("keyResult")->text(); }
    QWidget *notice() const { return find("keyNotice"); }
    QString headline() const { return notice()->findChild<QLabel *>(u"noticeHeadline"_s)->text(); }
    // Not by mouse: a notice that has just been shown is not laid out yet.
    void pressNotice(const char *button)
    {
        notice()->findChild<QPushButton *>(QString::fromLatin1(button))->click();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ProfileScene> m_scene;
    std::unique_ptr<ProfileEditor> m_editor;
};

void ProfileEditorTest::initTestCase()
{
    m_theme = std::make_unique<Theme>();
}

void ProfileEditorTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<ProfileScene>();
    m_scene->accept();
}

void ProfileEditorTest::cleanup()
{
    m_editor.reset();
    m_scene.reset();
}

void ProfileEditorTest::open(const std::optional<Profile> &profile)
{
    m_editor = std::make_unique<ProfileEditor>(m_scene->store, m_scene->keeper, profile);
    m_editor->open();
    QVERIFY(QTest::qWaitForWindowActive(m_editor.get()));
    QTRY_VERIFY(find<QLabel>("keyState")->text() != u"Looking for the key…"_s);
}

void ProfileEditorTest::everyControlHasAName()
{
    open();
    QCOMPARE(desk::test::unnamedControlsOf(m_editor.get()).join(u','), QString());
    const Profile kept = m_scene->addCustom(u"Kept"_s);
    m_scene->keepKey(kept, key());
    open(kept);
    QCOMPARE(desk::test::unnamedControlsOf(m_editor.get()).join(u','), QString());
}

void ProfileEditorTest::labelsAreBuddies_data()
{
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QString>("label");
    QTest::newRow("name") << QByteArray("nameEdit") << u"Name"_s;
    QTest::newRow("region") << QByteArray("regionCombo") << u"Region"_s;
    QTest::newRow("base URL") << QByteArray("baseUrlEdit") << u"Base URL"_s;
    QTest::newRow("key") << QByteArray("keyEdit") << u"API key"_s;
    QTest::newRow("category") << QByteArray("categoryCombo") << u"Category"_s;
    QTest::newRow("language") << QByteArray("languageCombo") << u"Language"_s;
    QTest::newRow("hosts") << QByteArray("linkHostsEdit") << u"Allowed link hosts"_s;
}

void ProfileEditorTest::labelsAreBuddies()
{
    QFETCH(QByteArray, control);
    QFETCH(QString, label);
    open();
    auto *widget = find(control.constData());
    QCOMPARE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name), label);
    const QList<QLabel *> labels = m_editor->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
        [&](const QLabel *known) { return known->buddy() == widget && known->text() == label; }));
}

void ProfileEditorTest::proposesAName()
{
    m_scene->add(u"EU development"_s);
    open();
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"EU development 2"_s);
    find<QComboBox>("regionCombo")->setCurrentIndex(1);
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"US development"_s);
    find<QRadioButton>("productionRadio")->click();
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"US production"_s);
    find<QLineEdit>("nameEdit")->selectAll();
    QTest::keyClicks(find("nameEdit"), u"Acme"_s);
    find<QComboBox>("regionCombo")->setCurrentIndex(0);
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"Acme"_s);
}

void ProfileEditorTest::needsRegionAndKeyOnly()
{
    // The regions' own hosts cannot be asked from here; a custom one stands in for them.
    open();
    QCOMPARE(QApplication::focusWidget(), find("regionCombo"));
    find<QComboBox>("regionCombo")->setCurrentIndex(2);
    find<QLineEdit>("baseUrlEdit")->setText(m_scene->server.url(u"/v1"_s).toString());
    paste(key());
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    QSignalSpy saved(m_editor.get(), &ProfileEditor::saved);
    press("saveButton");
    QTRY_COMPARE(saved.size(), 1);
    const auto profile = m_scene->store.profiles().byId(saved.at(0).at(0).toString());
    QCOMPARE(profile->name, u"Custom development"_s);
    QCOMPARE(m_scene->keychain.kept.value(*keyIdOf(*profile)), key());
    QVERIFY(!m_editor->isVisible());
}

void ProfileEditorTest::createsAProfileByKeyboard()
{
    open();
    const auto tab = [] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab); };
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    tab();
    QCOMPARE(QApplication::focusWidget(), find("baseUrlEdit"));
    QTest::keyClicks(QApplication::focusWidget(), m_scene->server.url(u"/v1"_s).toString());
    tab();
    QCOMPARE(QApplication::focusWidget(), find("developmentRadio"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    tab();
    QCOMPARE(QApplication::focusWidget(), find("keyEdit"));
    QGuiApplication::clipboard()->setText(u"Bearer "_s + key() + u"\r\n"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    QSignalSpy saved(m_editor.get(), &ProfileEditor::saved);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(saved.size(), 1);
    const auto profile = m_scene->store.profiles().byId(saved.at(0).at(0).toString());
    QCOMPARE(profile->kind, ProfileKind::Production);
    QCOMPARE(profile->name, u"Custom production"_s);
    QCOMPARE(m_scene->keychain.kept.value(*keyIdOf(*profile)), key());
}

void ProfileEditorTest::baseUrlSaysWhyItIsDisabled()
{
    open();
    auto *url = find<QLineEdit>("baseUrlEdit");
    QVERIFY(!url->isEnabled());
    QVERIFY(url->toolTip().contains("Custom base URL"_L1));
    QCOMPARE(url->accessibleDescription(), url->toolTip());
    QCOMPARE(url->placeholderText(), u"https://api.kombo.dev/v1"_s);
    find<QComboBox>("regionCombo")->setCurrentIndex(2);
    QVERIFY(url->isEnabled());
    QVERIFY(url->toolTip().isEmpty());
}

void ProfileEditorTest::speaksUnderTheField_data()
{
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("no name") << QByteArray("nameEdit") << u" "_s << u"Name is missing"_s;
    QTest::newRow("a name that is taken")
        << QByteArray("nameEdit") << u"ACME"_s << u"Name is taken"_s;
    QTest::newRow("a URL without encryption")
        << QByteArray("baseUrlEdit") << u"http://kombo.example.com/v1"_s
        << u"Base URL must begin with https://"_s;
    QTest::newRow("a host with a port") << QByteArray("linkHostsEdit") << u"a.example:8080"_s
                                        << u"Link host in line 1 must be a host alone"_s;
}

void ProfileEditorTest::speaksUnderTheField()
{
    QFETCH(QByteArray, control);
    QFETCH(QString, typed);
    QFETCH(QString, beginning);
    m_scene->add(u"Acme"_s);
    open();
    find<QComboBox>("regionCombo")->setCurrentIndex(2);
    auto *edit = find(control.constData());
    auto *error = find<QLabel>((control + "Error").constData());
    edit->setFocus();
    if (auto *line = qobject_cast<QLineEdit *>(edit))
        line->selectAll();
    QTest::keyClicks(edit, typed);
    QVERIFY(!error->isVisible()); // not while somebody is typing for the first time
    QTest::keyClick(edit, Qt::Key_Tab);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().startsWith(beginning), qPrintable(error->text()));
    QCOMPARE(edit->accessibleDescription(), error->text());
    press("saveButton");
    QVERIFY(m_editor->isVisible());
    QCOMPARE(m_scene->store.profiles().profiles().size(), 2);
}

void ProfileEditorTest::practiceCannotBeBroken()
{
    open(practiceProfile());
    for (const char *name : {"nameEdit", "regionCombo", "baseUrlEdit", "developmentRadio",
             "productionRadio", "linkHostsEdit"}) {
        QVERIFY2(!find(name)->isEnabled(), name);
        QVERIFY2(find(name)->toolTip().startsWith("Practice belongs"_L1), name);
    }
    QVERIFY(!find("keyEdit")->isVisible());
    QVERIFY(find<QLabel>("keyState")->text().contains("no key"_L1));
    find<QComboBox>("categoryCombo")->setCurrentIndex(1);
    find<QCheckBox>("originIdsCheck")->click();
    find<QCheckBox>("topLevelCheck")->click();
    press("saveButton");
    QTRY_VERIFY(!m_editor->isVisible());
    const Profile practice = m_scene->store.profiles().profiles().constFirst();
    QCOMPARE(practice.category, Category::Ats);
    QCOMPARE(practice.originIds, OriginIdPolicy::Required);
    QCOMPARE(practice.placement, FlowPlacement::TopLevel);
}

void ProfileEditorTest::editsDefaults()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    open(acme);
    find<QComboBox>("languageCombo")->setCurrentIndex(1);
    find<QPlainTextEdit>("linkHostsEdit")->setPlainText(u"Links.Acme.example\n\n"_s);
    press("saveButton");
    QTRY_VERIFY(!m_editor->isVisible());
    const Profile edited = *m_scene->store.profiles().byId(acme.id);
    QCOMPARE(edited.language, FlowLanguage::German);
    QCOMPARE(edited.linkHosts, QStringList{u"links.acme.example"_s});
    QCOMPARE(edited.name, acme.name);
}

void ProfileEditorTest::checksWhatWasPasted_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("said");
    QTest::newRow("wrong") << 401 << QByteArray("PLATFORM.AUTHENTICATION_INVALID")
                           << u"Kombo did not accept the API key"_s;
    QTest::newRow("not from here") << 403 << QByteArray("PLATFORM.IP_NOT_WHITELISTED")
                                   << u"This network may not use the API key"_s;
    QTest::newRow("not known") << 418 << QByteArray("PLATFORM.TEAPOT")
                               << u"The key could not be checked"_s;
}

void ProfileEditorTest::checksWhatWasPasted()
{
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    QFETCH(QString, said);
    m_scene->refuse(status, code);
    open(m_scene->addCustom(u"Acme"_s));
    paste(u" Bearer "_s + key() + u" \n"_s);
    QTRY_VERIFY(notice()->isVisible());
    QCOMPARE(headline(), said);
    QCOMPARE(m_scene->server.requests().size(), 1);
    QCOMPARE(
        m_scene->server.requests().at(0).header("Authorization"), "Bearer " + key().toLatin1());
    QVERIFY(m_scene->keychain.kept.isEmpty());
}

void ProfileEditorTest::checksTypedKeysWhenTheFieldIsLeft()
{
    open(m_scene->addCustom(u"Acme"_s));
    find("keyEdit")->setFocus();
    QTest::keyClicks(find("keyEdit"), u"abc-def-ghi"_s);
    QTest::qWait(300);
    QCOMPARE(m_scene->server.requests().size(), 0);
    QTest::keyClick(find("keyEdit"), Qt::Key_Tab);
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    // Leaving it again asks nobody again.
    find("keyEdit")->setFocus();
    QTest::keyClick(find("keyEdit"), Qt::Key_Tab);
    QTest::qWait(300);
    QCOMPARE(m_scene->server.requests().size(), 1);
    find("keyEdit")->setFocus();
    find<QLineEdit>("keyEdit")->insert(u"ä"_s);
    QTest::keyClick(find("keyEdit"), Qt::Key_Tab);
    QVERIFY(find<QLabel>("keyError")->text().startsWith("API key contains"_L1));
}

void ProfileEditorTest::keepsNoWrongKey()
{
    m_scene->refuse(401, "PLATFORM.AUTHENTICATION_INVALID");
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    open(acme);
    find<QLineEdit>("keyEdit")->setText(key());
    for (int i = 0; i < 2; ++i) {
        press("saveButton");
        QTRY_VERIFY(find<QPushButton>("saveButton")->isEnabled());
        QVERIFY(m_editor->isVisible());
        QCOMPARE(QApplication::focusWidget(), find("keyEdit"));
    }
    QVERIFY(m_scene->keychain.kept.isEmpty());
    QCOMPARE(m_scene->server.requests().size(), 1);
    // Without the key it may be saved.
    find<QLineEdit>("keyEdit")->clear();
    press("saveButton");
    QTRY_VERIFY(!m_editor->isVisible());
}

void ProfileEditorTest::keepsAnUncheckedKeyWhenAskedTwice()
{
    m_scene->refuse(418, "PLATFORM.TEAPOT");
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    open(acme);
    find<QLineEdit>("keyEdit")->setText(key());
    press("saveButton");
    QTRY_COMPARE(headline(), u"The key could not be checked"_s);
    QVERIFY(m_editor->isVisible());
    QVERIFY(m_scene->keychain.kept.isEmpty());
    press("saveButton");
    QTRY_VERIFY(!m_editor->isVisible());
    QVERIFY(m_scene->hasKey(acme));
}

void ProfileEditorTest::cancelsACheck()
{
    m_scene->server.setHandler([](const auto &) { return Response::stall(); });
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    open(acme);
    paste(key());
    QTRY_COMPARE(m_scene->server.requests().size(), 1);
    auto *button = find<QPushButton>("checkKeyButton");
    const int width = button->width();
    QCOMPARE(button->text(), u"Cancel check"_s);
    QVERIFY(result().startsWith("Checking the key with 127.0.0.1"_L1));
    press("checkKeyButton");
    QCOMPARE(button->text(), u"Check key"_s);
    QCOMPARE(button->width(), width);
    QVERIFY(!find("keyResult")->isVisible());
    press("saveButton"); // the person wants it unchecked
    QTRY_VERIFY(!m_editor->isVisible());
    QVERIFY(m_scene->hasKey(acme));
    QCOMPARE(m_scene->server.requests().size(), 1);
}

void ProfileEditorTest::anEditEndsTheWait()
{
    m_scene->server.setHandler([](const auto &) { return Response::stall(); });
    open(m_scene->addCustom(u"Acme"_s));
    find<QLineEdit>("keyEdit")->setText(key());
    press("saveButton");
    QVERIFY(!find<QPushButton>("saveButton")->isEnabled());
    QTest::keyClicks(find("keyEdit"), u"x"_s);
    QVERIFY(find<QPushButton>("saveButton")->isEnabled());
    QCOMPARE(find<QPushButton>("saveButton")->text(), u"Save profile"_s);
}

void ProfileEditorTest::asksForAnotherKeyAtAnotherAddress()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    m_scene->keepKey(acme, key());
    open(acme);
    QCOMPARE(find<QLabel>("keyState")->text(), u"Key is in the keychain"_s);
    QVERIFY(!find("keyEdit")->isVisible());
    find<QComboBox>("regionCombo")->setCurrentIndex(0);
    QTRY_VERIFY(find<QLabel>("keyState")->text().startsWith("The key was entered for another"_L1));
    QVERIFY(find("keyEdit")->isVisible());
    find<QComboBox>("regionCombo")->setCurrentIndex(2);
    find<QLineEdit>("baseUrlEdit")->setText(acme.customBaseUrl);
    QTRY_COMPARE(find<QLabel>("keyState")->text(), u"Key is in the keychain"_s);
    QCOMPARE(m_scene->server.requests().size(), 0);
}

void ProfileEditorTest::replacesAKey()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    m_scene->keepKey(acme, u"old-key-0815"_s);
    open(acme);
    press("replaceKeyButton");
    QCOMPARE(QApplication::focusWidget(), find("keyEdit"));
    press("replaceKeyButton"); // "Keep old key"
    QVERIFY(!find("keyEdit")->isVisible());
    m_editor->focusKey();
    QCOMPARE(QApplication::focusWidget(), find("keyEdit"));
    paste(key());
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    press("saveButton");
    QTRY_VERIFY(!m_editor->isVisible());
    QCOMPARE(m_scene->keychain.kept.value(*keyIdOf(acme)), key());
}

void ProfileEditorTest::removesAKeyOnceConfirmed()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    m_scene->keepKey(acme, key());
    open(acme);
    press("removeKeyButton");
    auto *question = find<QMessageBox>("removeKeyQuestion");
    QVERIFY(question->text().contains("Acme"_L1));
    QCOMPARE(question->defaultButton()->text(), u"Keep key"_s);
    question->defaultButton()->click();
    QVERIFY(m_scene->hasKey(acme));
    QTRY_VERIFY(!m_editor->findChild<QMessageBox *>(u"removeKeyQuestion"_s));
    press("removeKeyButton");
    const QList<QAbstractButton *> buttons = find<QMessageBox>("removeKeyQuestion")->buttons();
    for (QAbstractButton *button : buttons) {
        if (button->text() == u"Remove key"_s)
            button->click();
    }
    QTRY_VERIFY(!m_scene->hasKey(acme));
    QTRY_COMPARE(find<QLabel>("keyState")->text(), u"No key yet"_s);
    QVERIFY(find("keyEdit")->isVisible());
}

void ProfileEditorTest::checksAKeptKey()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    m_scene->keepKey(acme, key());
    open(acme);
    press("checkKeyButton");
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    QCOMPARE(find<QLabel>("keyState")->text(), u"Key is in the keychain, environment env_8f2K1c"_s);
}

void ProfileEditorTest::offersThisSession_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("canTryAgain");
    using Kind = SecretError::Kind;
    QTest::newRow("no keychain") << int(Kind::NoKeychain) << u"no keychain"_s << false;
    QTest::newRow("locked") << int(Kind::Locked) << u"locked"_s << true;
    QTest::newRow("denied") << int(Kind::Denied) << u"does not let"_s << true;
    QTest::newRow("failed") << int(Kind::Failed) << u"did not answer"_s << true;
}

void ProfileEditorTest::offersThisSession()
{
    QFETCH(int, kind);
    QFETCH(QString, reason);
    QFETCH(bool, canTryAgain);
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    open(acme);
    m_scene->keychain.error = SecretError{SecretError::Kind(kind), u"detail"_s};
    paste(key());
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    press("saveButton");
    QTRY_COMPARE(headline(), u"The key was not kept"_s);
    QVERIFY(notice()->findChild<QLabel *>(u"noticeText"_s)->text().contains(reason));
    QCOMPARE(notice()->findChild<QWidget *>(u"noticeSecondAction"_s)->isVisible(), canTryAgain);
    QVERIFY(!m_scene->keeper.placeOf(*keyIdOf(acme)));
    QVERIFY(m_editor->isVisible());
    QSignalSpy saved(m_editor.get(), &ProfileEditor::saved);
    pressNotice("noticeAction");
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(m_scene->keeper.placeOf(*keyIdOf(acme)), std::optional(SecretPlace::ThisSession));
    QVERIFY(m_scene->keychain.kept.isEmpty());
}

void ProfileEditorTest::neverFallsBackByItself()
{
    open();
    find<QComboBox>("regionCombo")->setCurrentIndex(2);
    find<QLineEdit>("baseUrlEdit")->setText(m_scene->server.url(u"/v1"_s).toString());
    m_scene->keychain.error = SecretError{SecretError::Kind::NoKeychain, {}};
    paste(key());
    QSignalSpy saved(m_editor.get(), &ProfileEditor::saved);
    press("saveButton");
    QTRY_COMPARE(headline(), u"The key was not kept"_s);
    QCOMPARE(find<QPushButton>("cancelButton")->text(), u"Close"_s);
    press("cancelButton");
    QCOMPARE(saved.size(), 1); // the profile is there, without a key
    const auto profile = m_scene->store.profiles().byId(saved.at(0).at(0).toString());
    QVERIFY(profile);
    QVERIFY(!m_scene->keeper.placeOf(*keyIdOf(*profile)));
}

void ProfileEditorTest::triesALockedKeychainAgain()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    open(acme);
    m_scene->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    paste(key());
    press("saveButton");
    QTRY_COMPARE(headline(), u"The key was not kept"_s);
    m_scene->keychain.error.reset();
    pressNotice("noticeSecondAction");
    QTRY_VERIFY(!m_editor->isVisible());
    QVERIFY(m_scene->hasKey(acme));
}

void ProfileEditorTest::movesAKeyToTheKeychain()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    m_scene->keeper.keepForThisSession(*keyIdOf(acme), Secret(key()));
    open(acme);
    QCOMPARE(find<QLabel>("keyState")->text(), u"Key for this session only"_s);
    press("moveKeyButton");
    QTRY_COMPARE(find<QLabel>("keyState")->text(), u"Key is in the keychain"_s);
    QVERIFY(!find("moveKeyButton")->isVisible());
    QVERIFY(m_scene->hasKey(acme));
}

void ProfileEditorTest::saysThatAKeyCannotBeRead()
{
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    m_scene->keepKey(acme, key());
    m_scene->keychain.error = SecretError{SecretError::Kind::Locked, {}};
    open(acme);
    QCOMPARE(find<QLabel>("keyState")->text(), u"Key cannot be read: the keychain is locked"_s);
    m_scene->keychain.error.reset();
    press("lookAgainButton");
    QTRY_COMPARE(find<QLabel>("keyState")->text(), u"Key is in the keychain"_s);
    QVERIFY(!find("lookAgainButton")->isVisible());
}

void ProfileEditorTest::theKeyIsNowhereToBeRead()
{
    const auto holdsKey = [this] {
        const QStringList texts = desk::test::everyTextOf(m_editor.get());
        return texts.join(u'\n').contains(key());
    };
    const Profile acme = m_scene->addCustom(u"Acme"_s);
    open(acme);
    paste(key());
    QVERIFY(!desk::test::everyTextOf(m_editor.get()).isEmpty());
    QVERIFY(!holdsKey());
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    QVERIFY(!holdsKey());
    m_scene->server.setHandler([](const auto &) {
        return Response::json(R"({"status":"error","error":{"code":null,"title":"No",
            "message":"sk-Qz81-secret-4711 is not known","log_url":null}})")
            .withStatus(401);
    });
    press("checkKeyButton");
    QTRY_VERIFY(notice()->isVisible());
    QVERIFY(!holdsKey());
    m_scene->accept();
    m_scene->keychain.error = SecretError{SecretError::Kind::Failed, u"cannot take "_s + key()};
    press("checkKeyButton");
    QTRY_COMPARE(result(), u"Accepted: environment env_8f2K1c"_s);
    press("saveButton");
    QTRY_COMPARE(headline(), u"The key was not kept"_s);
    QVERIFY(!holdsKey());
    QVERIFY(!m_scene->redactor.redacted(key()).contains(key()));
}

void ProfileEditorTest::nothingCanBeCopied()
{
    open(m_scene->addCustom(u"Acme"_s));
    auto *edit = find<KeyEdit>("keyEdit");
    edit->setText(key());
    edit->selectAll();
    QGuiApplication::clipboard()->setText(u"before"_s);
    edit->copy();
    edit->cut();
    QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_X, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_Insert, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QVERIFY(!edit->dragEnabled());
    QContextMenuEvent event(
        QContextMenuEvent::Keyboard, QPoint(5, 5), edit->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(edit, &event);
    auto *menu = edit->findChild<QMenu *>();
    QVERIFY(menu);
    QStringList actions;
    for (const QAction *action : menu->actions())
        actions.append(action->text());
    QCOMPARE(actions, (QStringList{u"Paste"_s, u"Clear"_s}));
    menu->close();
    edit->forget();
    edit->undo();
    QVERIFY(edit->text().isEmpty());
}

void ProfileEditorTest::saysWhatHappenedElsewhere()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    open(acme);
    ProfileStore other(m_scene->folder.path());
    Profile edited = acme;
    edited.name = u"Acme GmbH"_s;
    QVERIFY(other.edit(edited));
    QTRY_VERIFY(find("editorNotice")->isVisible());
    QVERIFY(find("editorNotice")->accessibleName().contains("changed in another window"_L1));
    QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"Acme"_s);
}

void ProfileEditorTest::savesADeletedProfileAsNew()
{
    const Profile acme = m_scene->add(u"Acme"_s);
    open(acme);
    QVERIFY(m_scene->store.remove(acme.id));
    press("saveButton");
    QVERIFY(find("editorNotice")->isVisible());
    QSignalSpy saved(m_editor.get(), &ProfileEditor::saved);
    find("editorNotice")->findChild<QPushButton *>(u"noticeAction"_s)->click();
    QTRY_COMPARE(saved.size(), 1);
    const QString id = saved.at(0).at(0).toString();
    QVERIFY(id != acme.id);
    QCOMPARE(m_scene->store.profiles().byId(id)->name, u"Acme"_s);
}

void ProfileEditorTest::tellsOnceThatItWasSaved()
{
    open();
    QSignalSpy saved(m_editor.get(), &ProfileEditor::saved);
    press("cancelButton");
    QCOMPARE(saved.size(), 0);
    QCOMPARE(m_scene->store.profiles().profiles().size(), 1);
    open();
    QSignalSpy savedAgain(m_editor.get(), &ProfileEditor::saved);
    press("saveButton");
    press("saveButton");
    QTRY_VERIFY(!m_editor->isVisible());
    QCOMPARE(savedAgain.size(), 1);
    QCOMPARE(m_scene->store.profiles().profiles().size(), 2);
}

DESK_TEST_MAIN(QApplication, ProfileEditorTest)
#include "tst_profileeditor.moc"
