// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/form/prefilldialog.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

class PrefillDialogTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void showsWhatItWouldDo();
    void showsWhatIsRefused();
    void warnsOfAMixture();
    void fillsOnlyWhenAsked();
    void theSafeAnswerHasTheFocus();
    void offersNothingWhereThereIsNothing();
    void showsMarkupAsText();

private:
    void open(const QString &query, const ConnectDetails &form = {});
    QStringList texts() const;

    std::unique_ptr<PrefillDialog> m_dialog;
};

void PrefillDialogTest::cleanup()
{
    m_dialog.reset();
}

void PrefillDialogTest::open(const QString &query, const ConnectDetails &form)
{
    const auto address = PrefillAddress::read(u"connect-desk:new?"_s + query);
    QVERIFY(address.hasValue());
    m_dialog = std::make_unique<PrefillDialog>(*address, form, nullptr);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

QStringList PrefillDialogTest::texts() const
{
    QStringList texts;
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        texts.append(label->text());
    return texts;
}

void PrefillDialogTest::showsWhatItWouldDo()
{
    ConnectDetails form;
    form.email = u"jo@northwind.example"_s;
    form.tool = u"personio"_s;
    open(u"email=ann%40acme.example&organization=Acme%20SE&tool=personio&filtering"_s, form);
    for (const QString &text :
        {u"Email"_s, u"ann@acme.example"_s, u"replaces “jo@northwind.example”"_s, u"Organization"_s,
            u"Acme SE"_s, u"Tool"_s, u"personio"_s, u"Filtering"_s, u"On"_s, u"replaces “Off”"_s})
        QVERIFY2(texts().contains(text), qPrintable(text));
    QVERIFY(!texts().contains(u"replaces “personio”"_s));
    QVERIFY(!texts().contains(u"Category"_s));
}

void PrefillDialogTest::showsWhatIsRefused()
{
    open(u"tool=personio&api-key=sk_live_4711&colour=red"_s);
    const QString all = texts().join(u'\n');
    QVERIFY(all.contains("api-key: an address may not say where requests go"_L1));
    QVERIFY(all.contains("colour: not a field of the form"_L1));
    QVERIFY(!all.contains("sk_live_4711"_L1));
}

void PrefillDialogTest::warnsOfAMixture()
{
    ConnectDetails form;
    form.originId = u"cust-0042"_s;
    open(u"organization=Acme"_s, form);
    QVERIFY(texts().join(u'\n').contains(u"The form keeps Origin ID “cust-0042”"_s));
    open(u"tool=personio"_s, form);
    QVERIFY(!m_dialog->findChild<QWidget *>(u"keptNotice"_s));
}

void PrefillDialogTest::fillsOnlyWhenAsked()
{
    open(u"tool=personio"_s);
    QSignalSpy filled(m_dialog.get(), &PrefillDialog::filled);
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QCOMPARE(filled.size(), 0);
    QVERIFY(!m_dialog->isVisible());

    open(u"tool=personio"_s);
    QSignalSpy filledNow(m_dialog.get(), &PrefillDialog::filled);
    QTest::mouseClick(m_dialog->findChild<QPushButton *>(u"fillButton"_s), Qt::LeftButton);
    QCOMPARE(filledNow.size(), 1);
    QCOMPARE(filledNow.first().first().value<Prefill>().tool, std::optional(u"personio"_s));
}

void PrefillDialogTest::theSafeAnswerHasTheFocus()
{
    open(u"tool=personio"_s);
    const auto *box = m_dialog->findChild<QDialogButtonBox *>();
    QCOMPARE(QApplication::focusWidget(), box->button(QDialogButtonBox::Cancel));
    QVERIFY(box->button(QDialogButtonBox::Cancel)->isDefault());
}

void PrefillDialogTest::offersNothingWhereThereIsNothing()
{
    open(u"base-url=https%3A%2F%2Fevil.example"_s);
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"fillButton"_s));
    QVERIFY(texts().contains(u"This address fills nothing in"_s));
}

void PrefillDialogTest::showsMarkupAsText()
{
    open(u"organization=%3Cimg%20src%3Dx%3E"_s);
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text() == "<img src=x>"_L1)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QVERIFY(texts().contains(u"<img src=x>"_s));
}

DESK_TEST_MAIN(QApplication, PrefillDialogTest)
#include "tst_prefilldialog.moc"
