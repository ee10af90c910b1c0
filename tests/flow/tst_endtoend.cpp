// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/redactor.h"
#include "practice/practiceserver.h"

#include "support/fakesecretstore.h"
#include "support/stricttest.h"
#include "support/windowinstance.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::FakeSecretStore;
using desk::test::WindowInstance;
using Outcome = ConnectSession::Outcome;
using State = ConnectSession::State;

// The job as a user does it: the real window, the real plugin with a real page, the practice
// server.
class EndToEndTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void connectsAClient_data();
    void connectsAClient();
    void connectsOneClientAfterTheOther();
    void cancelsAnOpenFlow();

private:
    template <typename Widget> Widget *find(const char *name) const
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void press(const char *button)
    {
        QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
    }
    void type(const char *field, const QString &text)
    {
        find<QLineEdit>(field)->clear();
        find<QLineEdit>(field)->insert(text);
    }
    Outcome outcome() const { return m_window->controller().session()->outcome(); }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<PracticeServer> m_practice;
    Redactor m_redactor;
    FakeSecretStore m_keychain{m_redactor};
    std::unique_ptr<WindowInstance> m_instance;
    MainWindow *m_window = nullptr;
};

namespace {

constexpr int patienceMs = 30'000;
const QString organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;

} // namespace

void EndToEndTest::init()
{
    StrictTest::init();
    m_data = std::make_unique<QTemporaryDir>();
    m_practice = std::make_unique<PracticeServer>();
    m_instance = std::make_unique<WindowInstance>(
        m_data->path(), m_keychain, m_redactor, m_theme, [this] { return m_practice->start(); },
        FlowLoader::folderBesideProgram());
    m_window = &m_instance->window;
    m_window->setAutopilot(true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window));
}

void EndToEndTest::cleanup()
{
    m_instance.reset();
    m_practice.reset();
}

void EndToEndTest::connectsAClient_data()
{
    QTest::addColumn<QString>("tool");
    QTest::newRow("by an API key") << u"personio"_s;
    QTest::newRow("by user and password") << u"hibob"_s;
    QTest::newRow("by a sign-in in a window of its own") << u"factorial"_s;
    QTest::newRow("by a tool chosen in the flow") << QString();
}

void EndToEndTest::connectsAClient()
{
    QFETCH(QString, tool);
    type("emailEdit", u" jo@northwind.example\u200B"_s);
    type("organizationEdit", organization);
    type("originIdEdit", u"cust-0042"_s);
    type("toolEdit", tool);
    press("createLinkButton");
    QTRY_COMPARE_WITH_TIMEOUT(outcome(), Outcome::Connected, patienceMs);

    QVERIFY(find<QLineEdit>("integrationIdValue")->isVisible());
    QVERIFY(!find<QLineEdit>("integrationIdValue")->text().isEmpty());
    QCOMPARE(find<QWidget>("integrationPage")->findChild<QLabel *>(u"headline"_s)->text(),
        u"Connected"_s);
    QCOMPARE(find<QLineEdit>("organizationValue")->text(), organization);
    QCOMPARE(find<QLineEdit>("emailValue")->text(), u"jo@northwind.example"_s);
    QCOMPARE(find<QLineEdit>("originIdValue")->text(), u"cust-0042"_s);
    if (!tool.isEmpty())
        QCOMPARE(find<QLineEdit>("toolValue")->text(), tool);
}

void EndToEndTest::connectsOneClientAfterTheOther()
{
    type("emailEdit", u"jo@northwind.example"_s);
    type("organizationEdit", u"Northwind Ltd"_s);
    press("createLinkButton");
    QTRY_COMPARE_WITH_TIMEOUT(outcome(), Outcome::Connected, patienceMs);
    const QString first = find<QLineEdit>("integrationIdValue")->text();

    press("newConnectionButton");
    type("emailEdit", u"al@contoso.example"_s);
    type("organizationEdit", u"Contoso SE"_s);
    press("createLinkButton");
    QTRY_COMPARE_WITH_TIMEOUT(outcome(), Outcome::Connected, patienceMs);
    QCOMPARE(find<QLineEdit>("organizationValue")->text(), u"Contoso SE"_s);
    QVERIFY(find<QLineEdit>("integrationIdValue")->text() != first);
}

void EndToEndTest::cancelsAnOpenFlow()
{
    m_window->setAutopilot(false);
    type("emailEdit", u"jo@northwind.example"_s);
    type("organizationEdit", u"Northwind Ltd"_s);
    press("createLinkButton");
    QTRY_COMPARE_WITH_TIMEOUT(m_window->controller().session()->state(), State::Open, patienceMs);
    press("cancelFlowButton");
    QCOMPARE(outcome(), Outcome::Cancelled);
    QCOMPARE(find<QLineEdit>("organizationEdit")->text(), u"Northwind Ltd"_s);
}

DESK_TEST_MAIN(QApplication, EndToEndTest)
#include "tst_endtoend.moc"
