// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/result/resultcard.h"

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

class ResultCardTest : public desk::test::StrictTest {
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
        auto *widget = m_card->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }

    std::unique_ptr<ResultCard> m_card;
};

namespace {

ResolvedIntegration northwind()
{
    return {u"hibob:Zk3vT8"_s, u"hibob"_s, u"cust-0042"_s, u"Northwind Ltd"_s,
        u"jo@northwind.example"_s, u"COMPLETED"_s, u"{\n    \"id\": \"hibob:Zk3vT8\"\n}"_s};
}

} // namespace

void ResultCardTest::init()
{
    StrictTest::init();
    m_card = std::make_unique<ResultCard>();
    m_card->resize(460, 700);
    m_card->show();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
}

void ResultCardTest::cleanup()
{
    m_card.reset();
}

void ResultCardTest::copiesEveryValue_data()
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

void ResultCardTest::copiesEveryValue()
{
    QFETCH(QByteArray, button);
    m_card->present(northwind(), {});
    auto *copy = find<QToolButton>(button.constData());
    QTEST(copy->accessibleName(), "name");
    QVERIFY(!copy->toolTip().isEmpty());
    QTest::mouseClick(copy, Qt::LeftButton);
    QTEST(QApplication::clipboard()->text(), "value");
}

void ResultCardTest::copiesByShortcut()
{
    m_card->present(northwind(), {});
    QTest::keyClick(m_card.get(), Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(QApplication::clipboard()->text(), u"Northwind Ltd"_s);
}

void ResultCardTest::saysConnectedForTheRightClient()
{
    m_card->present(northwind(), {});
    QCOMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    QVERIFY(!find<QWidget>("mismatchNotice")->isVisible());
}

void ResultCardTest::saysLoudlyWhenItIsAnotherClient()
{
    m_card->present(
        northwind(), {{DetailsField::Organization, u"Contoso SE"_s, u"Northwind Ltd"_s}});
    QVERIFY(find<QLabel>("headline")->text() != "Connected"_L1);
    QVERIFY(find<QWidget>("mismatchNotice")->isVisible());
    const QString text = find<QLabel>("noticeText")->text();
    QVERIFY(text.contains("Contoso SE"_L1));
    QVERIFY(text.contains("Northwind Ltd"_L1));
}

void ResultCardTest::countsAsConnectedOnceAcknowledged()
{
    m_card->present(northwind(), {{DetailsField::Email, u"a@b.example"_s, u"c@d.example"_s}});
    QSignalSpy acknowledged(m_card.get(), &ResultCard::acknowledged);
    QTest::mouseClick(find<QPushButton>("noticeAction"), Qt::LeftButton);
    QCOMPARE(acknowledged.count(), 1);
    m_card->showAcknowledged();
    QCOMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    QVERIFY(find<QLabel>("noticeText")->text().contains("a@b.example"_L1));
    QVERIFY(!find<QPushButton>("noticeAction")->isVisible());
}

void ResultCardTest::showsAnUnknownSetupAsItCame()
{
    ResolvedIntegration integration = northwind();
    integration.setupStatus = u"BRAND_NEW"_s;
    m_card->present(integration, {});
    QCOMPARE(find<QLineEdit>("setupValue")->text(), u"BRAND_NEW"_s);
}

void ResultCardTest::hasNothingToCopyWhereNothingCame()
{
    ResolvedIntegration integration = northwind();
    integration.email = std::nullopt;
    integration.originId = std::nullopt;
    m_card->present(integration, {});
    QVERIFY(!find<QToolButton>("emailCopy")->isEnabled());
    QVERIFY(!find<QToolButton>("originIdCopy")->isEnabled());
}

void ResultCardTest::showsTheJsonOnDemand()
{
    m_card->present(northwind(), {});
    auto *json = find<QPlainTextEdit>("jsonView");
    QVERIFY(!json->isVisible());
    QTest::mouseClick(find<QPushButton>("jsonToggle"), Qt::LeftButton);
    QVERIFY(json->isVisible());
    QVERIFY(json->toPlainText().contains("hibob:Zk3vT8"_L1));
}

void ResultCardTest::showsMarkupAsText()
{
    ResolvedIntegration integration = northwind();
    integration.organization = u"<b>x</b>"_s;
    m_card->present(integration, {{DetailsField::Organization, u"<i>y</i>"_s, u"<b>x</b>"_s}});
    QCOMPARE(find<QLineEdit>("organizationValue")->text(), u"<b>x</b>"_s);
    QCOMPARE(find<QLabel>("noticeText")->textFormat(), Qt::PlainText);
}

DESK_TEST_MAIN(QApplication, ResultCardTest)
#include "tst_resultcard.moc"
