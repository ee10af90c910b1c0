// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/connectform.h"
#include "ui/theme/theme.h"

#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace desk;

Q_DECLARE_METATYPE(QList<QVariant>)

class ConnectFormTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlIsNamedByItsLabel_data();
    void everyControlIsNamedByItsLabel();
    void tabsInReadingOrder();
    void speaksOnlyAfterAFieldWasLeft();
    void cleansWhatWasPasted_data();
    void cleansWhatWasPasted();
    void anEmptyOptionalFieldIsAbsent();
    void keepsEveryCharacter();
    void submitsOnlyWhatIsComplete();
    void pressesTwiceButSubmitsOnce();
    void keepsWhatWasTypedWhileCreating();
    void saysWhenItIsComplete();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_form->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    QLineEdit *edit(const char *name) { return find<QLineEdit>(name); }
    void type(const char *name, const QString &text)
    {
        edit(name)->setFocus();
        edit(name)->clear();
        QTest::keyClicks(edit(name), text);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ConnectForm> m_form;
};

void ConnectFormTest::init()
{
    StrictTest::init();
    m_form = std::make_unique<ConnectForm>();
    m_form->resize(420, 640);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
}

void ConnectFormTest::cleanup()
{
    m_form.reset();
}

void ConnectFormTest::everyControlIsNamedByItsLabel_data()
{
    QTest::addColumn<QByteArray>("control");
    QTest::addColumn<QString>("label");
    QTest::newRow("email") << QByteArray("emailEdit") << u"Email"_s;
    QTest::newRow("organization") << QByteArray("organizationEdit") << u"Organization"_s;
    QTest::newRow("origin ID") << QByteArray("originIdEdit") << u"Origin ID"_s;
    QTest::newRow("category") << QByteArray("categoryCombo") << u"Category"_s;
    QTest::newRow("language") << QByteArray("languageCombo") << u"Language"_s;
    QTest::newRow("tool") << QByteArray("toolEdit") << u"Tool"_s;
    QTest::newRow("link type") << QByteArray("linkTypeCombo") << u"Link type"_s;
}

void ConnectFormTest::everyControlIsNamedByItsLabel()
{
    QFETCH(QByteArray, control);
    QFETCH(QString, label);
    auto *widget = find<QWidget>(control.constData());
    QCOMPARE(QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name), label);
    const QList<QLabel *> labels = m_form->findChildren<QLabel *>();
    const bool hasLabel = std::any_of(labels.cbegin(), labels.cend(),
        [&](const QLabel *known) { return known->buddy() == widget && known->text() == label; });
    QVERIFY(hasLabel);
}

void ConnectFormTest::tabsInReadingOrder()
{
    const QList<const char *> order{"emailEdit", "organizationEdit", "originIdEdit",
        "categoryCombo", "languageCombo", "toolEdit", "linkTypeCombo", "createLinkButton"};
    m_form->focusFirstField();
    for (const char *name : order) {
        QCOMPARE(QApplication::focusWidget(), find<QWidget>(name));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

void ConnectFormTest::speaksOnlyAfterAFieldWasLeft()
{
    auto *error = find<QLabel>("emailError");
    type("emailEdit", u"jo"_s);
    QVERIFY(!error->isVisible());
    QTest::keyClick(edit("emailEdit"), Qt::Key_Tab);
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains("Email"_L1));
    QCOMPARE(edit("emailEdit")->accessibleDescription(), error->text());
    // Once told, the sentence goes as soon as the reason is gone.
    type("emailEdit", u"jo@northwind.example"_s);
    QVERIFY(!error->isVisible());
}

void ConnectFormTest::cleansWhatWasPasted_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("blanks around") << u"  Northwind Ltd  "_s;
    QTest::newRow("a line break behind") << u"Northwind Ltd\r\n"_s;
    QTest::newRow("zero-width characters around") << u"\u200BNorthwind Ltd\uFEFF"_s;
}

void ConnectFormTest::cleansWhatWasPasted()
{
    QFETCH(QString, pasted);
    QApplication::clipboard()->setText(pasted);
    edit("organizationEdit")->setFocus();
    edit("organizationEdit")->paste();
    QTest::keyClick(edit("organizationEdit"), Qt::Key_Tab);
    QCOMPARE(edit("organizationEdit")->text(), u"Northwind Ltd"_s);
}

void ConnectFormTest::anEmptyOptionalFieldIsAbsent()
{
    type("emailEdit", u"jo@northwind.example"_s);
    type("organizationEdit", u"Northwind Ltd"_s);
    type("originIdEdit", u"   "_s);
    type("toolEdit", u" "_s);
    const ConnectDetails details = m_form->details();
    QVERIFY(!details.originId.has_value());
    QVERIFY(!details.tool.has_value());
}

void ConnectFormTest::keepsEveryCharacter()
{
    const QString organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    QApplication::clipboard()->setText(organization);
    edit("organizationEdit")->setFocus();
    edit("organizationEdit")->paste();
    QTest::keyClick(edit("organizationEdit"), Qt::Key_Tab);
    QCOMPARE(m_form->details().organization, organization);
}

void ConnectFormTest::submitsOnlyWhatIsComplete()
{
    QSignalSpy submitted(m_form.get(), &ConnectForm::submitted);
    m_form->submit();
    QCOMPARE(submitted.count(), 0);
    QVERIFY(find<QLabel>("emailError")->isVisible());
    QVERIFY(find<QLabel>("organizationError")->isVisible());
    QCOMPARE(QApplication::focusWidget(), edit("emailEdit"));

    type("emailEdit", u"jo@northwind.example"_s);
    type("organizationEdit", u"Northwind Ltd"_s);
    QTest::mouseClick(find<QPushButton>("createLinkButton"), Qt::LeftButton);
    QCOMPARE(submitted.count(), 1);
}

void ConnectFormTest::pressesTwiceButSubmitsOnce()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    m_form->setDetails(details);
    QSignalSpy submitted(m_form.get(), &ConnectForm::submitted);
    connect(
        m_form.get(), &ConnectForm::submitted, m_form.get(), [this] { m_form->setCreating(true); });
    auto *button = find<QPushButton>("createLinkButton");
    QTest::mouseDClick(button, Qt::LeftButton);
    QTest::mouseClick(button, Qt::LeftButton);
    m_form->submit();
    QCOMPARE(submitted.count(), 1);
}

void ConnectFormTest::keepsWhatWasTypedWhileCreating()
{
    type("emailEdit", u"jo@northwind.example"_s);
    auto *button = find<QPushButton>("createLinkButton");
    const int width = button->width();
    m_form->setCreating(true);
    QCOMPARE(button->text(), u"Creating link…"_s);
    QCOMPARE(button->width(), width);
    m_form->setCreating(false);
    QCOMPARE(button->text(), u"Create link"_s);
    QCOMPARE(edit("emailEdit")->text(), u"jo@northwind.example"_s);
}

void ConnectFormTest::saysWhenItIsComplete()
{
    QSignalSpy changed(m_form.get(), &ConnectForm::completenessChanged);
    type("emailEdit", u"jo@northwind.example"_s);
    QCOMPARE(changed.count(), 0);
    type("organizationEdit", u"N"_s);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_form->isComplete());
    edit("emailEdit")->clear();
    QCOMPARE(changed.count(), 2);
    QVERIFY(!m_form->isComplete());
}

DESK_TEST_MAIN(QApplication, ConnectFormTest)
#include "tst_connectform.moc"
