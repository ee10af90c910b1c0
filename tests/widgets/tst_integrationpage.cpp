// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/integrationpage.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;

class IntegrationPageTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void copiesEveryValue_data();
    void copiesEveryValue();
    void copiesByShortcut();
    void saysConnectedForTheRightClient();
    void saysLoudlyWhenItIsAnotherClient();
    void countsAsConnectedOnceAcknowledged();
    void showsAnUnknownSetupAsItCame();
    void hasNothingToCopyWhereNothingCame();
    void showsTheJsonOnDemand();
    void showsMarkupAsText();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_page->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }

    std::unique_ptr<IntegrationPage> m_page;
};

namespace {

ResolvedIntegration northwind()
{
    return {u"hibob:Zk3vT8"_s, u"hibob"_s, u"cust-0042"_s, u"Northwind Ltd"_s,
        u"jo@northwind.example"_s, u"COMPLETED"_s, u"{\n    \"id\": \"hibob:Zk3vT8\"\n}"_s};
}

} // namespace

void IntegrationPageTest::init()
{
    StrictTest::init();
    m_page = std::make_unique<IntegrationPage>();
    m_page->resize(460, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void IntegrationPageTest::cleanup()
{
    m_page.reset();
}

void IntegrationPageTest::copiesEveryValue_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::newRow("id") << QByteArray("integrationIdCopy") << u"Copy Integration ID"_s
                        << u"hibob:Zk3vT8"_s;
    QTest::newRow("tool") << QByteArray("toolCopy") << u"Copy Tool"_s << u"hibob"_s;
    QTest::newRow("organization") << QByteArray("organizationCopy") << u"Copy Organization"_s
                                  << u"Northwind Ltd"_s;
    QTest::newRow("email") << QByteArray("emailCopy") << u"Copy Email"_s
                           << u"jo@northwind.example"_s;
    QTest::newRow("origin ID") << QByteArray("originIdCopy") << u"Copy Origin ID"_s
                               << u"cust-0042"_s;
    QTest::newRow("setup") << QByteArray("setupCopy") << u"Copy Setup"_s << u"Complete"_s;
}

void IntegrationPageTest::copiesEveryValue()
{
    QFETCH(QByteArray, button);
    m_page->present(northwind(), {});
    auto *copy = find<QToolButton>(button.constData());
    QTEST(copy->accessibleName(), "name");
    QVERIFY(!copy->toolTip().isEmpty());
    QTest::mouseClick(copy, Qt::LeftButton);
    QTEST(QApplication::clipboard()->text(), "value");
}

void IntegrationPageTest::copiesByShortcut()
{
    m_page->present(northwind(), {});
    QTest::keyClick(m_page.get(), Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"Northwind Ltd"_s);
}

void IntegrationPageTest::saysConnectedForTheRightClient()
{
    m_page->present(northwind(), {});
    QCOMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    QVERIFY(!find<QWidget>("mismatchNotice")->isVisible());
}

void IntegrationPageTest::saysLoudlyWhenItIsAnotherClient()
{
    m_page->present(
        northwind(), {{ComparedValue::Organization, u"Contoso SE"_s, u"Northwind Ltd"_s}});
    QVERIFY(find<QLabel>("headline")->text() != "Connected"_L1);
    QVERIFY(find<QWidget>("mismatchNotice")->isVisible());
    const QString text = find<QLabel>("noticeText")->text();
    QVERIFY(text.contains("Contoso SE"_L1));
    QVERIFY(text.contains("Northwind Ltd"_L1));
}

void IntegrationPageTest::countsAsConnectedOnceAcknowledged()
{
    m_page->present(northwind(), {{ComparedValue::Email, u"a@b.example"_s, u"c@d.example"_s}});
    QSignalSpy acknowledged(m_page.get(), &IntegrationPage::acknowledged);
    QTest::mouseClick(find<QPushButton>("noticeAction"), Qt::LeftButton);
    QCOMPARE(acknowledged.count(), 1);
    m_page->showAcknowledged();
    QCOMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    QVERIFY(find<QLabel>("noticeText")->text().contains("a@b.example"_L1));
    QVERIFY(!find<QPushButton>("noticeAction")->isVisible());
}

void IntegrationPageTest::showsAnUnknownSetupAsItCame()
{
    ResolvedIntegration integration = northwind();
    integration.setupStatus = u"BRAND_NEW"_s;
    m_page->present(integration, {});
    QCOMPARE(find<QLineEdit>("setupValue")->text(), u"BRAND_NEW"_s);
}

void IntegrationPageTest::hasNothingToCopyWhereNothingCame()
{
    ResolvedIntegration integration = northwind();
    integration.email = std::nullopt;
    integration.originId = std::nullopt;
    m_page->present(integration, {});
    QVERIFY(!find<QToolButton>("emailCopy")->isEnabled());
    QVERIFY(!find<QToolButton>("originIdCopy")->isEnabled());
}

void IntegrationPageTest::showsTheJsonOnDemand()
{
    m_page->present(northwind(), {});
    auto *json = find<QPlainTextEdit>("jsonView");
    QVERIFY(!json->isVisible());
    QTest::mouseClick(find<QPushButton>("jsonToggle"), Qt::LeftButton);
    QVERIFY(json->isVisible());
    QVERIFY(json->toPlainText().contains("hibob:Zk3vT8"_L1));
}

void IntegrationPageTest::showsMarkupAsText()
{
    ResolvedIntegration integration = northwind();
    integration.organization = u"<b>x</b>"_s;
    m_page->present(integration, {{ComparedValue::Organization, u"<i>y</i>"_s, u"<b>x</b>"_s}});
    QCOMPARE(find<QLineEdit>("organizationValue")->text(), u"<b>x</b>"_s);
    QCOMPARE(find<QLabel>("noticeText")->textFormat(), Qt::PlainText);
}

DESK_TEST_MAIN(QApplication, IntegrationPageTest)
#include "tst_integrationpage.moc"
