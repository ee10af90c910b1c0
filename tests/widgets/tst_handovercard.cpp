// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/handover/handovercard.h"
#include "ui/handover/linkfield.h"

#include "support/stricttest.h"
#include "wording/errorwording.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;

class HandOverCardTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlHasItsName_data();
    void everyControlHasItsName();
    void tabsInReadingOrder();
    void saysWhatItIs();
    void showsTheLinkOnlyWhenAsked();
    void showsTheLinkNowhereElse();
    void lendsTheLinkToTheClipboard();
    void copiesByKeyAndSelectsNothing();
    void showsTheCountdown();
    void copiesTheMessageWithTheLink();
    void saysIfTheMarkIsGone();
    void opensTheMessageAsMail();
    void saysWhyThereIsNoMail_data();
    void saysWhyThereIsNoMail();
    void speaksTheLanguageOfTheForm();
    void keepsWhatWasWrittenInALanguage();
    void showsTheQrCodeOnDemand();
    void saysIfThereIsNoQrCode();
    void offersToKeepTheLink();
    void saysIfTheLinkWasNotKept();
    void forgetsEverything();
    void mixesNoClients();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_card->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void click(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void chooseLanguage(FlowLanguage language);
    QString body() { return find<QPlainTextEdit>("bodyEdit")->toPlainText(); }

    std::unique_ptr<HandOverCard> m_card;
};

namespace {

const QLatin1StringView address("https://connect.kombo.dev/v1?token=abc.def");

HandOver northwind()
{
    HandOver handOver;
    handOver.link = Secret(address);
    handOver.organization = u"Northwind Ltd"_s;
    handOver.email = u"jo@northwind.example"_s;
    handOver.language = FlowLanguage::German;
    handOver.toolLabel = u"Personio"_s;
    handOver.expiresAt = QDateTime(QDate(2027, 3, 14), QTime(12, 0));
    handOver.isExpiryExact = true;
    return handOver;
}

// Everything of a widget that can be seen, heard or hovered over.
QString textsOf(const QWidget *widget)
{
    QStringList texts{widget->windowTitle(), widget->toolTip(), widget->statusTip(),
        widget->whatsThis(), widget->accessibleName(), widget->accessibleDescription()};
    const QMetaObject *meta = widget->metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i)
        texts.append(meta->property(i).read(widget).toString());
    if (QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))) {
        texts.append(accessible->text(QAccessible::Name));
        texts.append(accessible->text(QAccessible::Value));
        texts.append(accessible->text(QAccessible::Description));
    }
    return texts.join(u'\n');
}

} // namespace

void HandOverCardTest::init()
{
    StrictTest::init();
    QApplication::clipboard()->clear();
    m_card = std::make_unique<HandOverCard>(nullptr, ClipboardLease::Times{60s, 1s});
    m_card->resize(460, 860);
    m_card->present(northwind());
    m_card->show();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
}

void HandOverCardTest::cleanup()
{
    m_card.reset();
}

void HandOverCardTest::chooseLanguage(FlowLanguage language)
{
    auto *combo = find<QComboBox>("languageCombo");
    const int index = combo->findData(QVariant::fromValue(language));
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
}

void HandOverCardTest::everyControlHasItsName_data()
{
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QString>("name");
    QTest::newRow("link") << QByteArray("linkField") << u"Link"_s;
    QTest::newRow("reveal") << QByteArray("revealButton") << u"Reveal link"_s;
    QTest::newRow("copy link") << QByteArray("copyLinkButton") << u"Copy link"_s;
    QTest::newRow("QR code") << QByteArray("qrButton") << u"Show QR code"_s;
    QTest::newRow("language") << QByteArray("languageCombo") << u"Language"_s;
    QTest::newRow("subject") << QByteArray("subjectEdit") << u"Subject"_s;
    QTest::newRow("text") << QByteArray("bodyEdit") << u"Text"_s;
    QTest::newRow("copy message") << QByteArray("copyMessageButton") << u"Copy message"_s;
    QTest::newRow("mail") << QByteArray("mailButton") << u"Open as mail"_s;
    QTest::newRow("clear now") << QByteArray("clearClipboardButton") << u"Clear now"_s;
    QTest::newRow("new connection") << QByteArray("newConnectionButton") << u"New connection"_s;
    QTest::newRow("back") << QByteArray("backButton") << u"Back to the form"_s;
}

void HandOverCardTest::everyControlHasItsName()
{
    QFETCH(QByteArray, control);
    QFETCH(QString, name);
    auto *widget = find<QWidget>(control.constData());
    QCOMPARE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name), name);
    if (const auto *button = qobject_cast<QToolButton *>(widget))
        QCOMPARE(button->toolTip(), name);
    if (qobject_cast<QAbstractButton *>(widget))
        return;
    const QList<QLabel *> labels = m_card->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
        [&](const QLabel *label) { return label->buddy() == widget && label->text() == name; }));
}

void HandOverCardTest::tabsInReadingOrder()
{
    find<QWidget>("linkField")->setFocus();
    for (const char *name :
        {"linkField", "revealButton", "copyLinkButton", "qrButton", "languageCombo", "subjectEdit",
            "bodyEdit", "copyMessageButton", "mailButton", "newConnectionButton", "backButton"}) {
        QCOMPARE(QApplication::focusWidget(), find<QWidget>(name));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

void HandOverCardTest::saysWhatItIs()
{
    const QString summary = find<QLabel>("summary")->text();
    for (const QString &word :
        {u"magic link"_s, u"jo@northwind.example"_s, u"Northwind Ltd"_s, u"14 March 2027"_s})
        QVERIFY2(summary.contains(word), qPrintable(word));
    HandOver reckoned = northwind();
    reckoned.isExpiryExact = false;
    m_card->present(reckoned);
    QVERIFY(find<QLabel>("summary")->text().contains("one year, until about"_L1));
}

void HandOverCardTest::showsTheLinkOnlyWhenAsked()
{
    auto *field = find<LinkField>("linkField");
    QVERIFY(!field->text().isEmpty());
    QVERIFY(!field->text().contains("kombo"_L1));
    click("revealButton");
    QCOMPARE(field->text(), QString(address));
    QCOMPARE(find<QToolButton>("revealButton")->accessibleName(), u"Hide link"_s);
    click("revealButton");
    QVERIFY(!field->text().contains("kombo"_L1));
    click("revealButton");
    m_card->present(northwind());
    QVERIFY(!field->text().contains("kombo"_L1));
    QVERIFY(!find<QToolButton>("revealButton")->isChecked());
}

void HandOverCardTest::showsTheLinkNowhereElse()
{
    click("copyLinkButton");
    click("copyMessageButton");
    click("mailButton");
    click("qrButton");
    QList<QWidget *> widgets = m_card->findChildren<QWidget *>();
    widgets.append(m_card.get());
    for (const QWidget *widget : std::as_const(widgets))
        QVERIFY2(!textsOf(widget).contains("abc.def"_L1), widget->metaObject()->className());
}

void HandOverCardTest::lendsTheLinkToTheClipboard()
{
    QSignalSpy copied(m_card.get(), &HandOverCard::copied);
    click("copyLinkButton");
    QCOMPARE(QApplication::clipboard()->text(), QString(address));
    QCOMPARE(copied, (QList<QVariantList>{{u"Link"_s}}));
    QVERIFY(find<QWidget>("clipboardBar")->isVisible());
    click("clearClipboardButton");
    QCOMPARE(QApplication::clipboard()->text(), QString());
    QVERIFY(!find<QWidget>("clipboardBar")->isVisible());
}

void HandOverCardTest::copiesByKeyAndSelectsNothing()
{
    auto *field = find<LinkField>("linkField");
    click("revealButton");
    field->setFocus();
    QTest::keySequence(field, QKeySequence::SelectAll);
    QVERIFY(!field->hasSelectedText());
    QTest::mouseDClick(field, Qt::LeftButton, {}, field->rect().center());
    QVERIFY(!field->hasSelectedText());
    QTest::keySequence(field, QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), QString(address));
    QVERIFY(find<QWidget>("clipboardBar")->isVisible());
}

void HandOverCardTest::showsTheCountdown()
{
    m_card = std::make_unique<HandOverCard>(nullptr, ClipboardLease::Times{1500ms, 20ms});
    m_card->present(northwind());
    m_card->show();
    click("copyLinkButton");
    auto *line = find<QLabel>("clipboardLine");
    QCOMPARE(line->text(), u"Link on the clipboard, cleared in 2 s"_s);
    QTRY_COMPARE(line->text(), u"Link on the clipboard, cleared in 1 s"_s);
    QTRY_VERIFY(!find<QWidget>("clipboardBar")->isVisible());
    QCOMPARE(QApplication::clipboard()->text(), QString());
}

void HandOverCardTest::copiesTheMessageWithTheLink()
{
    QSignalSpy copied(m_card.get(), &HandOverCard::copied);
    QVERIFY(body().contains("{link}"_L1));
    QString wanted = body();
    wanted.replace("{link}"_L1, address);
    click("copyMessageButton");
    QCOMPARE(QApplication::clipboard()->text(), wanted);
    QVERIFY(find<QLabel>("clipboardLine")->text().startsWith("Message on the clipboard"_L1));
    QCOMPARE(copied, (QList<QVariantList>{{u"Message"_s}}));
    QVERIFY(!body().contains(address));
}

void HandOverCardTest::saysIfTheMarkIsGone()
{
    const QString hint = find<QLabel>("markHint")->text();
    find<QPlainTextEdit>("bodyEdit")->setPlainText(u"Short."_s);
    QVERIFY(find<QLabel>("markHint")->text() != hint);
    QVERIFY(find<QLabel>("markHint")->text().contains("to its end"_L1));
    click("copyMessageButton");
    QVERIFY(QApplication::clipboard()->text().startsWith(u"Short.\n\n"_s + address));
}

void HandOverCardTest::opensTheMessageAsMail()
{
    QSignalSpy requested(m_card.get(), &HandOverCard::mailRequested);
    find<QLineEdit>("subjectEdit")->setText(u"My subject"_s);
    click("mailButton");
    QCOMPARE(requested.size(), 1);
    const QUrl mail = requested.first().first().toUrl();
    QCOMPARE(mail.path(), u"jo@northwind.example"_s);
    const QByteArray encoded = mail.toEncoded();
    QVERIFY(encoded.endsWith("?subject=My%20subject"));
    QVERIFY(!encoded.contains("abc.def"));
    QVERIFY(QApplication::clipboard()->text().contains("token=abc.def"_L1));
    QVERIFY(find<QLabel>("noticeHeadline")->text().contains("Paste"_L1));
}

void HandOverCardTest::saysWhyThereIsNoMail_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<qsizetype>("more");
    QTest::newRow("no address") << u"jo"_s << qsizetype{0};
    QTest::newRow("no address, long text") << u"jo"_s << qsizetype{20000};
}

void HandOverCardTest::saysWhyThereIsNoMail()
{
    QFETCH(QString, email);
    QFETCH(qsizetype, more);
    HandOver handOver = northwind();
    handOver.email = email;
    m_card->present(handOver);
    find<QPlainTextEdit>("bodyEdit")->appendPlainText(QString(more, u'x'));
    QSignalSpy requested(m_card.get(), &HandOverCard::mailRequested);
    click("mailButton");
    QCOMPARE(requested.size(), 0);
    QVERIFY(find<QWidget>("notice")->isVisible());
    QVERIFY(find<QLabel>("noticeText")->text().contains("Copy the message"_L1));
}

void HandOverCardTest::speaksTheLanguageOfTheForm()
{
    QCOMPARE(find<QComboBox>("languageCombo")->currentText(), u"Deutsch"_s);
    QVERIFY(body().startsWith("Guten Tag"_L1));
    chooseLanguage(FlowLanguage::French);
    QVERIFY(body().startsWith("Bonjour"_L1));
    QVERIFY(find<QLineEdit>("subjectEdit")->text().startsWith("Connexion"_L1));
    QVERIFY(!find<QWidget>("notice")->isVisible());
}

void HandOverCardTest::keepsWhatWasWrittenInALanguage()
{
    find<QPlainTextEdit>("bodyEdit")->setPlainText(u"Mein Text {link}"_s);
    find<QLineEdit>("subjectEdit")->setText(u"Mein Betreff"_s);
    chooseLanguage(FlowLanguage::Spanish);
    QVERIFY(body().startsWith("Buenos"_L1));
    QVERIFY(find<QWidget>("notice")->isVisible());
    QVERIFY(find<QLabel>("noticeText")->text().contains("Deutsch"_L1));
    chooseLanguage(FlowLanguage::German);
    QCOMPARE(body(), u"Mein Text {link}"_s);
    QCOMPARE(find<QLineEdit>("subjectEdit")->text(), u"Mein Betreff"_s);
}

void HandOverCardTest::showsTheQrCodeOnDemand()
{
    QVERIFY(!m_card->findChild<QDialog *>());
    click("qrButton");
    QPointer<QDialog> dialog = m_card->findChild<QDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    m_card->clear();
    QVERIFY(!dialog);
}

void HandOverCardTest::saysIfThereIsNoQrCode()
{
    HandOver handOver = northwind();
    handOver.link = Secret(QString(5000, u'x'));
    m_card->present(handOver);
    click("qrButton");
    QVERIFY(!m_card->findChild<QDialog *>());
    QVERIFY(find<QWidget>("notice")->isVisible());
}

void HandOverCardTest::offersToKeepTheLink()
{
    auto *keep = find<QCheckBox>("keepCheck");
    QVERIFY(!keep->isVisible());
    m_card->offerKeeping(true);
    QVERIFY(keep->isVisible());
    QVERIFY(find<QLabel>("keepHint")->text().contains("keychain"_L1));
    QSignalSpy kept(m_card.get(), &HandOverCard::keepRequested);
    QSignalSpy forgotten(m_card.get(), &HandOverCard::forgetRequested);
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.constFirst().at(0).value<Secret>() == northwind().link);
    QVERIFY(!keep->isEnabled()); // until the keychain has answered
    m_card->setKept(true);
    QVERIFY(keep->isEnabled() && keep->isChecked());
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    QCOMPARE(forgotten.size(), 1);
    m_card->setKept(false);
    QVERIFY(!keep->isChecked());
    QCOMPARE(kept.size(), 1);
    m_card->setKept(true);
    m_card->present(northwind()); // another link, which nobody keeps yet
    QVERIFY(!keep->isChecked());
}

void HandOverCardTest::saysIfTheLinkWasNotKept()
{
    m_card->offerKeeping(true);
    auto *keep = find<QCheckBox>("keepCheck");
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    m_card->showKeepingFailure({u"The link is not kept"_s, u"Unlock the keychain."_s, {}, {}});
    QVERIFY(!keep->isChecked() && keep->isEnabled());
    QCOMPARE(find<QLabel>("noticeHeadline")->text(), u"The link is not kept"_s);
}

void HandOverCardTest::forgetsEverything()
{
    QSignalSpy copied(m_card.get(), &HandOverCard::copied);
    QSignalSpy mail(m_card.get(), &HandOverCard::mailRequested);
    click("revealButton");
    m_card->clear();
    QCOMPARE(find<LinkField>("linkField")->text(), QString());
    QVERIFY(body().isEmpty());
    for (const char *button : {"copyLinkButton", "copyMessageButton", "mailButton"})
        click(button);
    QCOMPARE(copied.size() + mail.size(), 0);
    click("revealButton");
    QCOMPARE(find<LinkField>("linkField")->text(), QString());
}

void HandOverCardTest::mixesNoClients()
{
    find<QPlainTextEdit>("bodyEdit")->setPlainText(u"For Northwind {link}"_s);
    chooseLanguage(FlowLanguage::French);
    HandOver other = northwind();
    other.organization = u"Acme SE"_s;
    other.link = Secret(u"https://connect.kombo.dev/v1?token=other"_s);
    m_card->present(other);
    QVERIFY(body().contains("Acme SE"_L1));
    QVERIFY(!body().contains("Northwind"_L1));
    click("copyMessageButton");
    QVERIFY(QApplication::clipboard()->text().contains("token=other"_L1));
    QVERIFY(!QApplication::clipboard()->text().contains("abc.def"_L1));
}

DESK_TEST_MAIN(QApplication, HandOverCardTest)
#include "tst_handovercard.moc"
