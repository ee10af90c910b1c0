// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/integration/deleteintegrationdialog.h"
#include "ui/integration/integrationpage.h"
#include "ui/integration/linkoptionsdialog.h"
#include "ui/integration/openintegrationdialog.h"

#include "api/komboclient.h"
#include "support/calllog.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"
#include "wording/errorwording.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Request;
using desk::test::Response;
using desk::test::ScriptedServer;

Q_DECLARE_METATYPE(desk::test::Response)

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

    void showsWhatWasRead_data();
    void showsWhatWasRead();
    void keepsTheEmailThatOnlyTheSessionKnows();
    void saysHowItStandsAndWhatHelps_data();
    void saysHowItStandsAndWhatHelps();
    void keepsWhatItShowsWhenReadingFails();
    void opensByIdAlone_data();
    void opensByIdAlone();
    void saysWhenItWasRead();
    void countsDownWhileItWaits();
    void pausesAndResumes();
    void saysWhatBecameOfASync_data();
    void saysWhatBecameOfASync();
    void triesAgainWhatFailed();
    void asksForAReconnection_data();
    void asksForAReconnection();
    void asksForTheSetupFlow();
    void refusesAScopeConfigThatCannotBeOne();
    void standsBehindTheGuard_data();
    void standsBehindTheGuard();
    void beginsNoSecondFlow();
    void deletesOnlyWhatWasTyped_data();
    void deletesOnlyWhatWasTyped();
    void deletesOnce();
    void saysWhyALinkWasNotMade();
    void copiesForSupport();
    void watchesASetup();
    void readsNothingWhileHidden();
    void letsAnotherIntegrationGo();
    void survivesItsCare();
    void followsAnotherWhileItIsTold();
    void filtersDataAccess_data();
    void filtersDataAccess();
    void keepsTheTreeAsItWasLeft();
    void everyControlIsNamedByItsLabel();
    void tabsInReadingOrder();
    void takesAPastedId_data();
    void takesAPastedId();
    void refusesWhatIsNoId_data();
    void refusesWhatIsNoId();

private:
    void open(const ProfileTag &profile = {u"Acme EU"_s, ProfileKind::Production});
    void press(const char *button)
    {
        QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton);
    }
    QLabel *noticeLabel(const char *name)
    {
        return find<QWidget>("careNotice")->findChild<QLabel *>(QString::fromLatin1(name));
    }
    template <typename Dialog> Dialog *dialog()
    {
        const QList<Dialog *> all = m_page->findChildren<Dialog *>();
        return all.isEmpty() ? nullptr : all.constLast();
    }
    QString value(const char *name) { return find<QLineEdit>(name)->text(); }
    qsizetype count(const QByteArray &method) const;

    std::unique_ptr<ScriptedServer> m_server;
    Response m_reading;
    Response m_change;
    std::shared_ptr<KomboClient> m_client;
    std::unique_ptr<IntegrationCare> m_care;

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

QJsonObject scope(const QString &id, const QString &label, bool isAvailable, bool isOptedOut,
    const QJsonArray &fields = {})
{
    return {{u"id"_s, id}, {u"label"_s, label}, {u"is_available"_s, isAvailable},
        {u"coverage_status"_s, u"SUPPORTED"_s}, {u"scope_config_setting"_s, u"ENABLED"_s},
        {u"opted_out_by_customer"_s, isOptedOut}, {u"fields"_s, fields}};
}

QJsonObject brandNew()
{
    QJsonObject object = scope(u"brand_new"_s, u"<b>New</b>"_s, false, false);
    object.insert(u"coverage_status"_s, u"HALF_BUILT"_s);
    return object;
}

QJsonObject northwindData()
{
    const QJsonArray fields{
        scope(u"iban"_s, {}, false, true), scope(u"first_name"_s, {}, true, false)};
    return {
        {u"id"_s, u"hibob:Zk3vT8"_s},
        {u"tool"_s,
            QJsonObject{{u"id"_s, u"hibob"_s}, {u"label"_s, u"HiBob"_s},
                {u"internal_label"_s, u"Service user"_s}}},
        {u"category"_s, u"HRIS"_s},
        {u"status"_s, u"ACTIVE"_s},
        {u"setup_status"_s, u"COMPLETED"_s},
        {u"end_user"_s,
            QJsonObject{{u"organization_name"_s, u"Northwind Ltd"_s},
                {u"creator_email"_s, u"jo@northwind.example"_s}, {u"origin_id"_s, u"cust-0042"_s}}},
        {u"scope_config"_s, QJsonObject{{u"id"_s, u"Mp4x"_s}, {u"name"_s, u"Default"_s}}},
        {u"created_at"_s, u"2020-07-01T08:30:00Z"_s},
        {u"beta"_s, true},
        {u"read_models"_s,
            QJsonArray{scope(u"hris_employees"_s, u"Employees"_s, true, false, fields),
                scope(u"hris_absences"_s, u"Absences"_s, false, true)}},
        {u"write_actions"_s, QJsonArray{brandNew()}},
    };
}

Response answerOf(const QJsonObject &data)
{
    return Response::json(
        QJsonDocument(QJsonObject{{u"status"_s, u"success"_s}, {u"data"_s, data}}).toJson());
}

Response northwindIs(const QString &status, const QString &setupStatus)
{
    QJsonObject data = northwindData();
    data.insert(u"status"_s, status);
    data.insert(u"setup_status"_s, setupStatus);
    return answerOf(data);
}

Response refusal(const QByteArray &code, int status)
{
    return Response::json(
        R"({"status":"error","error":{"code":")" + code + R"(","title":"No","message":"<i>no</i>",
            "log_url":"https://app.kombo.dev/env/logs/1"}})")
        .withStatus(status);
}

} // namespace

void IntegrationPageTest::init()
{
    StrictTest::init();
    m_reading = answerOf(northwindData());
    m_change = answerOf({});
    m_server = std::make_unique<ScriptedServer>();
    m_server->setHandler(
        [this](const Request &request) { return request.method == "GET" ? m_reading : m_change; });
    m_client = std::make_shared<KomboClient>(
        test::accessTo(*m_server), KomboClient::Deadlines{}, test::quickly());
    m_care = std::make_unique<IntegrationCare>(m_client, u"hibob:Zk3vT8"_s);
    m_page = std::make_unique<IntegrationPage>();
    m_page->resize(460, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void IntegrationPageTest::cleanup()
{
    m_page.reset();
    m_care.reset();
    m_client.reset();
    m_server.reset();
}

void IntegrationPageTest::open(const ProfileTag &profile)
{
    m_page->follow(m_care.get(), profile);
    QTRY_VERIFY(!m_care->isBusy());
}

qsizetype IntegrationPageTest::count(const QByteArray &method) const
{
    const QList<Request> &all = m_server->requests();
    return std::count_if(all.cbegin(), all.cend(),
        [&method](const Request &request) { return request.method == method; });
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

void IntegrationPageTest::showsWhatWasRead_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("copied");
    const auto row = [](const char *field, const QString &label, const QString &text,
                         const QString &copied = {}) {
        QTest::newRow(field) << QByteArray(field) << label << text
                             << (copied.isEmpty() ? text : copied);
    };
    row("integrationId", u"Integration ID"_s, u"hibob:Zk3vT8"_s);
    row("tool", u"Tool"_s, u"hibob"_s);
    row("organization", u"Organization"_s, u"Northwind Ltd"_s);
    row("email", u"Email"_s, u"jo@northwind.example"_s);
    row("originId", u"Origin ID"_s, u"cust-0042"_s);
    row("setup", u"Setup"_s, u"Complete"_s);
    row("status", u"Status"_s, u"Active"_s);
    row("category", u"Category"_s, u"HRIS"_s);
    row("scopeConfig", u"Scope config"_s, u"Default (Mp4x)"_s);
}

void IntegrationPageTest::showsWhatWasRead()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, label);
    open();
    auto *edit = find<QLineEdit>((field + "Value").constData());
    QVERIFY(edit->isVisible());
    QTEST(edit->text(), "text");
    QCOMPARE(edit->accessibleName(), label);
    QSignalSpy copied(m_page.get(), &IntegrationPage::copied);
    press((field + "Copy").constData());
    QTEST(QApplication::clipboard()->text(), "copied");
    QCOMPARE(copied.constFirst().constFirst().toString(), label);
    QCOMPARE(find<QLabel>("subtitle")->text(), u"HiBob, Service user · HRIS · Beta"_s);
    QVERIFY(value("createdValue").endsWith("ago"_L1));
    press("createdCopy");
    QVERIFY(QApplication::clipboard()->text().startsWith("2020-07-01 "_L1));
    QVERIFY(find<QLineEdit>("createdValue")->toolTip().contains("2020-07-01 "_L1));
    QVERIFY(!find<QLineEdit>("oldSinceValue")->isVisible());
    QVERIFY(find<QPlainTextEdit>("jsonView")->toPlainText().contains("creator_email"_L1));
}

void IntegrationPageTest::keepsTheEmailThatOnlyTheSessionKnows()
{
    QJsonObject data = northwindData();
    data.insert(u"end_user"_s, QJsonObject{{u"organization_name"_s, u"Northwind Ltd"_s}});
    data.insert(u"data_expired_at"_s, u"2026-01-01T00:00:00Z"_s);
    m_reading = answerOf(data);
    m_page->present(northwind(), {});
    open();
    QCOMPARE(value("emailValue"), u"jo@northwind.example"_s);
    QCOMPARE(value("originIdValue"), u"–"_s);
    QVERIFY(find<QLineEdit>("oldSinceValue")->isVisible());
}

void IntegrationPageTest::saysHowItStandsAndWhatHelps_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("nextStep");
    QTest::newRow("it works") << u"ACTIVE"_s << u"COMPLETED"_s << u"Connected"_s << QString();
    QTest::newRow("steps are open")
        << u"ACTIVE"_s << u"INCOMPLETE"_s << u"Connected, but not ready: setup steps are open"_s
        << u"Open setup flow…"_s;
    QTest::newRow("a sync is running")
        << u"ACTIVE"_s << u"FINAL_SYNC_PENDING"_s
        << u"Connected, but not ready: the last sync is running"_s << QString();
    QTest::newRow("credentials are broken")
        << u"INVALID"_s << u"COMPLETED"_s << u"Not working: the credentials no longer work"_s
        << u"Reconnect…"_s;
    QTest::newRow("paused") << u"INACTIVE"_s << u"COMPLETED"_s << u"Paused"_s << u"Resume"_s;
    QTest::newRow("a word that nobody knows")
        << u"<b>FROZEN</b>"_s << u"COMPLETED"_s << u"Status <b>FROZEN</b>"_s << QString();
}

void IntegrationPageTest::saysHowItStandsAndWhatHelps()
{
    QFETCH(QString, status);
    QFETCH(QString, setup);
    QFETCH(QString, nextStep);
    m_reading = northwindIs(status, setup);
    open();
    QTEST(find<QLabel>("headline")->text(), "headline");
    QCOMPARE(find<QLabel>("headline")->textFormat(), Qt::PlainText);
    auto *button = find<QPushButton>("nextStepButton");
    QCOMPARE(button->isVisible(), !nextStep.isEmpty());
    // One primary button at a time, and it has the focus.
    auto *newConnection = find<QPushButton>("newConnectionButton");
    QCOMPARE(newConnection->property("emphasis").toString() == "primary"_L1, nextStep.isEmpty());
    m_page->focusFirstAction();
    QCOMPARE(QApplication::focusWidget(), nextStep.isEmpty() ? newConnection : button);
    if (nextStep.isEmpty())
        return;
    QCOMPARE(button->text(), nextStep);
    QTest::keyClick(button, Qt::Key_Space);
    if (nextStep == "Resume"_L1)
        QTRY_COMPARE(count("PUT"), 1);
    else
        QVERIFY(dialog<LinkOptionsDialog>());
}

void IntegrationPageTest::keepsWhatItShowsWhenReadingFails()
{
    open();
    m_reading = refusal("PLATFORM.UNKNOWN_ERROR", 500);
    press("refreshButton");
    QTRY_VERIFY(noticeLabel("noticeHeadline")->isVisible());
    QCOMPARE(value("organizationValue"), u"Northwind Ltd"_s);
    QVERIFY(noticeLabel("noticeDetails")->text().contains("https://app.kombo.dev/env/logs/1"_L1));
    QVERIFY(noticeLabel("noticeText")->text().contains("<i>no</i>"_L1));
    auto *again = find<QWidget>("careNotice")->findChild<QPushButton *>(u"noticeAction"_s);
    QCOMPARE(again->text(), u"Read again"_s);
    m_reading = northwindIs(u"INVALID"_s, u"COMPLETED"_s);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(find<QLabel>("headline")->text().startsWith("Not working"_L1));
    QVERIFY(!find<QWidget>("careNotice")->isVisible());
}

void IntegrationPageTest::opensByIdAlone_data()
{
    QTest::addColumn<Response>("answer");
    QTest::addColumn<QString>("headline");
    QTest::newRow("nothing yet") << Response::stall() << u"Reading the integration…"_s;
    QTest::newRow("it is not there")
        << refusal("PLATFORM.INTEGRATION_NOT_FOUND", 404) << u"Not found"_s;
    QTest::newRow("a failure") << refusal("PLATFORM.UNKNOWN_ERROR", 500)
                               << u"Something failed at Kombo"_s;
}

void IntegrationPageTest::opensByIdAlone()
{
    QFETCH(Response, answer);
    QFETCH(QString, headline);
    m_reading = answer;
    m_page->follow(m_care.get(), {u"Acme EU"_s, ProfileKind::Production});
    QTRY_COMPARE(find<QLabel>("stateHeadline")->text(), headline);
    QVERIFY(find<QWidget>("integrationState")->isVisible());
    QVERIFY(!find<QLabel>("headline")->isVisible());
    QVERIFY(!find<QWidget>("deleteButton")->isVisible());
    QSignalSpy back(m_page.get(), &IntegrationPage::backRequested);
    press("stateSecondAction");
    QCOMPARE(back.count(), 1);
    if (!find<QPushButton>("stateAction")->isVisible())
        return; // it is still being read
    m_reading = answerOf(northwindData());
    press("stateAction");
    QTRY_COMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    QVERIFY(!find<QWidget>("integrationState")->isVisible());
    QCOMPARE(value("integrationIdValue"), u"hibob:Zk3vT8"_s);
}

void IntegrationPageTest::saysWhenItWasRead()
{
    open();
    auto *live = find<QLabel>("liveText");
    QVERIFY(live->isVisible());
    QVERIFY2(live->text().startsWith("Read "_L1), qPrintable(live->text()));
    QTRY_VERIFY(live->text() == "Read 1 s ago"_L1 || live->text() == "Read 2 s ago"_L1);
    QVERIFY(!find<QLabel>("watchText")->isVisible());
}

void IntegrationPageTest::countsDownWhileItWaits()
{
    m_reading = Response::json("{}").withStatus(429).withHeader("Retry-After", "1");
    m_page->follow(m_care.get(), {});
    QTRY_VERIFY(find<QLabel>("stateText")->text().startsWith("Kombo asks us to wait"_L1));
    m_reading = answerOf(northwindData());
    QTRY_COMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    QVERIFY(!find<QLabel>("liveText")->text().contains("wait"_L1));
}

void IntegrationPageTest::pausesAndResumes()
{
    open();
    auto *pause = find<QPushButton>("pauseButton");
    QCOMPARE(pause->text(), u"Pause"_s);
    const int width = pause->width();
    m_reading = northwindIs(u"INACTIVE"_s, u"COMPLETED"_s);
    pause->setFocus();
    QTest::keyClick(pause, Qt::Key_Space);
    QCOMPARE(pause->text(), u"Pausing…"_s);
    QCOMPARE(pause->width(), width);
    QVERIFY(!pause->isEnabled());
    QTRY_COMPARE(pause->text(), u"Resume"_s);
    QCOMPARE(m_server->requests().at(1).body, R"({"value":false})");
    QCOMPARE(find<QLabel>("headline")->text(), u"Paused"_s);
    QCOMPARE(noticeLabel("noticeHeadline")->text(), u"Paused"_s);

    m_reading = northwindIs(u"ACTIVE"_s, u"COMPLETED"_s);
    press("pauseButton");
    QTRY_COMPARE(pause->text(), u"Pause"_s);
    QCOMPARE(m_server->requests().at(3).body, R"({"value":true})");
    QCOMPARE(noticeLabel("noticeHeadline")->text(), u"Resumed"_s);
}

void IntegrationPageTest::saysWhatBecameOfASync_data()
{
    QTest::addColumn<int>("entry");
    QTest::addColumn<bool>("isQueued");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QString>("said");
    QTest::newRow("a full one") << 0 << false << QByteArray(R"({"type":"FULL"})")
                                << u"Sync started"_s;
    QTest::newRow("a delta") << 1 << false << QByteArray(R"({"type":"DELTA"})")
                             << u"Sync started"_s;
    QTest::newRow("one that was queued already")
        << 0 << true << QByteArray(R"({"type":"FULL"})") << u"A sync is on its way already"_s;
}

void IntegrationPageTest::saysWhatBecameOfASync()
{
    QFETCH(int, entry);
    QFETCH(bool, isQueued);
    open();
    m_change = answerOf(
        {{u"already_queued"_s, isQueued}, {u"sync_id"_s, u"s-1"_s}, {u"type"_s, u"FULL"_s}});
    auto *sync = find<QPushButton>("syncButton");
    QCOMPARE(sync->text(), u"Sync now"_s);
    sync->menu()->actions().at(entry)->trigger();
    QCOMPARE(sync->text(), u"Starting sync…"_s);
    QTRY_VERIFY(noticeLabel("noticeHeadline")->isVisible());
    QTEST(noticeLabel("noticeHeadline")->text(), "said");
    QTEST(m_server->requests().constLast().body, "sent");
    QVERIFY(sync->isEnabled());
}

void IntegrationPageTest::triesAgainWhatFailed()
{
    open();
    m_change = refusal("PLATFORM.INPUT_INVALID", 400);
    press("pauseButton");
    QTRY_VERIFY(noticeLabel("noticeHeadline")->isVisible());
    m_change = answerOf({});
    auto *again = find<QWidget>("careNotice")->findChild<QPushButton *>(u"noticeAction"_s);
    QCOMPARE(again->text(), u"Try again"_s);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(noticeLabel("noticeHeadline")->text(), u"Paused"_s);
    QCOMPARE(count("PUT"), 2);
}

void IntegrationPageTest::asksForAReconnection_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<std::optional<QString>>("scopeConfig");
    QTest::addColumn<LinkType>("linkType");
    using Text = std::optional<QString>;
    QTest::newRow("as it is") << QString() << Text() << LinkType::Embedded;
    QTest::newRow("with blanks only") << u"  "_s << Text() << LinkType::Embedded;
    QTest::newRow("with another scope config")
        << u" Mp4x "_s << Text(u"Mp4x"_s) << LinkType::Embedded;
    QTest::newRow("by magic link") << QString() << Text() << LinkType::MagicLink;
}

void IntegrationPageTest::asksForAReconnection()
{
    QFETCH(QString, typed);
    QFETCH(std::optional<QString>, scopeConfig);
    QFETCH(LinkType, linkType);
    m_page->setFlowLanguage(FlowLanguage::German);
    open();
    QSignalSpy requested(m_page.get(), &IntegrationPage::reconnectRequested);
    find<QPushButton>("reconnectButton")->setFocus();
    QTest::keyClick(find<QPushButton>("reconnectButton"), Qt::Key_Space);
    auto *asked = dialog<LinkOptionsDialog>();
    QVERIFY(asked);
    QVERIFY(QTest::qWaitForWindowActive(asked));
    auto *language = asked->findChild<QComboBox *>(u"linkLanguage"_s);
    QCOMPARE(language->accessibleName(), u"Language"_s);
    QTRY_COMPARE(QApplication::focusWidget(), language);
    QTest::keyClick(language, Qt::Key_Tab);
    auto *scopeConfigEdit = asked->findChild<QLineEdit *>(u"linkScopeConfigId"_s);
    QCOMPARE(scopeConfigEdit->accessibleName(), u"Scope config ID"_s);
    QTest::keyClicks(scopeConfigEdit, typed);
    QTest::keyClick(scopeConfigEdit, Qt::Key_Tab);
    auto *type = asked->findChild<QComboBox *>(u"linkLinkType"_s);
    QCOMPARE(QApplication::focusWidget(), type);
    if (linkType == LinkType::MagicLink)
        QTest::keyClick(type, Qt::Key_Down);
    const QString validity = asked->findChild<QLabel *>(u"linkValidity"_s)->text();
    QVERIFY(validity.contains(linkType == LinkType::MagicLink ? "one year"_L1 : "one hour"_L1));
    QTest::keyClick(scopeConfigEdit, Qt::Key_Return);
    QTRY_COMPARE(requested.count(), 1);
    const auto order = requested.constFirst().constFirst().value<Reconnection>();
    QCOMPARE(order.integrationId, u"hibob:Zk3vT8"_s);
    QCOMPARE(order.organization, u"Northwind Ltd"_s);
    QCOMPARE(order.options.language, FlowLanguage::German);
    QCOMPARE(order.options.linkType, linkType);
    QVERIFY(order.options.scopeConfigId == scopeConfig);
    QCOMPARE(m_server->requests().size(), 1); // the page itself makes no link
}

void IntegrationPageTest::asksForTheSetupFlow()
{
    open();
    QSignalSpy requested(m_page.get(), &IntegrationPage::setupFlowRequested);
    press("openSetupButton");
    auto *asked = dialog<LinkOptionsDialog>();
    QVERIFY(QTest::qWaitForWindowActive(asked));
    QVERIFY(!asked->findChild<QLineEdit *>(u"linkScopeConfigId"_s));
    QTest::keyClick(asked, Qt::Key_Escape);
    QCOMPARE(requested.count(), 0);

    press("openSetupButton");
    asked = dialog<LinkOptionsDialog>();
    QTest::mouseClick(
        asked->findChild<QPushButton *>(u"createIntegrationLinkButton"_s), Qt::LeftButton);
    QTRY_COMPARE(requested.count(), 1);
    const auto order = requested.constFirst().constFirst().value<SetupVisit>();
    QCOMPARE(order.integrationId, u"hibob:Zk3vT8"_s);
    QCOMPARE(order.options.language, FlowLanguage::English);
    QCOMPARE(order.options.linkType, LinkType::Embedded);
}

void IntegrationPageTest::refusesAScopeConfigThatCannotBeOne()
{
    open();
    QSignalSpy requested(m_page.get(), &IntegrationPage::reconnectRequested);
    press("reconnectButton");
    auto *asked = dialog<LinkOptionsDialog>();
    auto *edit = asked->findChild<QLineEdit *>(u"linkScopeConfigId"_s);
    edit->setText(QString(600, u'x'));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(asked->isVisible());
    auto *error = asked->findChild<QLabel *>(u"linkScopeConfigError"_s);
    QVERIFY(error->isVisible());
    QCOMPARE(edit->accessibleDescription(), error->text());
    QCOMPARE(requested.count(), 0);
}

void IntegrationPageTest::standsBehindTheGuard_data()
{
    QTest::addColumn<QByteArray>("button");
    QTest::addColumn<int>("action");
    QTest::addColumn<bool>("goesOn");
    const int reconnect = static_cast<int>(GuardedAction::Reconnect);
    const int setup = static_cast<int>(GuardedAction::OpenSetup);
    QTest::newRow("reconnects") << QByteArray("reconnectButton") << reconnect << true;
    QTest::newRow("does not reconnect") << QByteArray("reconnectButton") << reconnect << false;
    QTest::newRow("opens the setup flow") << QByteArray("openSetupButton") << setup << true;
    QTest::newRow("does not open it") << QByteArray("openSetupButton") << setup << false;
}

void IntegrationPageTest::standsBehindTheGuard()
{
    QFETCH(QByteArray, button);
    QFETCH(bool, goesOn);
    QList<int> actions;
    QString organization;
    std::function<void()> proceed;
    m_page->setGuard([&](GuardedAction action, const QString &name, std::function<void()> go) {
        actions.append(static_cast<int>(action));
        organization = name;
        proceed = std::move(go);
    });
    open();
    QSignalSpy reconnect(m_page.get(), &IntegrationPage::reconnectRequested);
    QSignalSpy setup(m_page.get(), &IntegrationPage::setupFlowRequested);
    press(button.constData());
    QTest::mouseClick(
        dialog<LinkOptionsDialog>()->findChild<QPushButton *>(u"createIntegrationLinkButton"_s),
        Qt::LeftButton);
    QTRY_COMPARE(actions.size(), 1);
    QTEST(actions.constFirst(), "action");
    QCOMPARE(organization, u"Northwind Ltd"_s);
    QCOMPARE(reconnect.count() + setup.count(), 0);
    if (goesOn) {
        proceed();
        QCOMPARE(reconnect.count() + setup.count(), 1);
        return;
    }
    m_page.reset();
    proceed(); // of a page that is gone
}

void IntegrationPageTest::beginsNoSecondFlow()
{
    m_reading = northwindIs(u"INVALID"_s, u"COMPLETED"_s);
    open();
    m_page->setFlowOpen(true);
    for (const char *name : {"reconnectButton", "openSetupButton"}) {
        auto *button = find<QPushButton>(name);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().contains("A flow is open"_L1));
        QCOMPARE(button->accessibleDescription(), button->toolTip());
    }
    QVERIFY(!find<QPushButton>("nextStepButton")->isEnabled());
    QVERIFY(find<QPushButton>("pauseButton")->isEnabled());
    m_page->setFlowOpen(false);
    QVERIFY(find<QPushButton>("reconnectButton")->isEnabled());
    QVERIFY(find<QPushButton>("nextStepButton")->isEnabled());
    QVERIFY(find<QPushButton>("reconnectButton")->toolTip().isEmpty());
}

void IntegrationPageTest::deletesOnlyWhatWasTyped_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isEnough");
    QTest::newRow("nothing") << u"Northwind Ltd"_s << QString() << false;
    QTest::newRow("a part") << u"Northwind Ltd"_s << u"Northwind"_s << false;
    QTest::newRow("too much") << u"Northwind Ltd"_s << u"Northwind Ltd."_s << false;
    QTest::newRow("in other letters") << u"Northwind Ltd"_s << u"northwind ltd"_s << false;
    QTest::newRow("the name") << u"Northwind Ltd"_s << u"Northwind Ltd"_s << true;
    QTest::newRow("pasted with blanks") << u"Northwind Ltd"_s << u" Northwind Ltd "_s << true;
    QTest::newRow("a name with blanks around it")
        << u" Northwind Ltd"_s << u"Northwind Ltd"_s << true;
    QTest::newRow("markup") << u"<b>x</b>"_s << u"<b>x</b>"_s << true;
    QTest::newRow("no name, and nothing typed") << QString() << QString() << false;
    QTest::newRow("no name, and the id") << QString() << u"hibob:Zk3vT8"_s << true;
}

void IntegrationPageTest::deletesOnlyWhatWasTyped()
{
    QFETCH(QString, organization);
    QFETCH(QString, typed);
    QFETCH(bool, isEnough);
    QJsonObject data = northwindData();
    data.insert(u"end_user"_s, QJsonObject{{u"organization_name"_s, organization}});
    m_reading = answerOf(data);
    bool wasGuarded = false;
    m_page->setGuard([&wasGuarded](GuardedAction, const QString &, const std::function<void()> &) {
        wasGuarded = true;
    });
    open();
    press("deleteButton");
    auto *asked = dialog<DeleteIntegrationDialog>();
    QVERIFY(QTest::qWaitForWindowActive(asked));
    auto *question = asked->findChild<QLabel *>(u"deleteQuestion"_s);
    QCOMPARE(question->textFormat(), Qt::PlainText);
    const QString named = organization.isEmpty() ? u"hibob:Zk3vT8"_s : organization.trimmed();
    QVERIFY2(question->text().contains(named), qPrintable(question->text()));
    QVERIFY(question->text().contains("Acme EU (Production)"_L1));

    auto *edit = asked->findChild<QLineEdit *>(u"deleteConfirmation"_s);
    auto *remove = asked->findChild<QPushButton *>(u"deleteIntegrationButton"_s);
    QTRY_COMPARE(QApplication::focusWidget(), edit);
    QTest::keyClicks(edit, typed);
    QCOMPARE(remove->isEnabled(), isEnough);
    // Neither deletes nor throws away what was typed.
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(asked->isVisible());
    QCOMPARE(count("DELETE"), 0);
    if (!isEnough) {
        QTest::keyClick(asked, Qt::Key_Escape);
        QVERIFY(!asked->isVisible());
        QCOMPARE(count("DELETE"), 0);
        return;
    }
    QTest::keyClick(edit, Qt::Key_Tab);
    if (QApplication::focusWidget() != remove)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), remove);
    QTest::keyClick(remove, Qt::Key_Return);
    QTRY_COMPARE(count("DELETE"), 1);
    QVERIFY(!wasGuarded); // it was the one question
}

void IntegrationPageTest::deletesOnce()
{
    open();
    QSignalSpy deleted(m_page.get(), &IntegrationPage::deleted);
    press("deleteButton");
    auto *asked = dialog<DeleteIntegrationDialog>();
    asked->findChild<QLineEdit *>(u"deleteConfirmation"_s)->setText(u"Northwind Ltd"_s);
    QTest::mouseClick(
        asked->findChild<QPushButton *>(u"deleteIntegrationButton"_s), Qt::LeftButton);
    QCOMPARE(find<QPushButton>("deleteButton")->text(), u"Deleting…"_s);
    QVERIFY(!find<QPushButton>("deleteButton")->isEnabled());
    QVERIFY(!find<QPushButton>("pauseButton")->isEnabled());
    QTRY_COMPARE(find<QLabel>("headline")->text(), u"Deleted"_s);
    QCOMPARE(deleted.count(), 1);
    QCOMPARE(deleted.constFirst().constFirst().toString(), u"hibob:Zk3vT8"_s);
    // Who it was stays readable; there is nothing left to do with it.
    QCOMPARE(value("organizationValue"), u"Northwind Ltd"_s);
    QVERIFY(!find<QWidget>("deleteButton")->isVisible());
    QVERIFY(!find<QWidget>("refreshButton")->isVisible());
    QCOMPARE(count("DELETE"), 1);
}

void IntegrationPageTest::saysWhyALinkWasNotMade()
{
    open();
    ApiError error;
    error.kind = ApiError::Kind::Rejected;
    error.code = u"PLATFORM.INPUT_INVALID"_s;
    error.message = u"No setup step is switched on"_s;
    m_page->showFailure(ErrorWording::message(error));
    QVERIFY(noticeLabel("noticeHeadline")->isVisible());
    QVERIFY(noticeLabel("noticeText")->text().contains("No setup step is switched on"_L1));
    QCOMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
}

void IntegrationPageTest::copiesForSupport()
{
    m_page->setVersions(u"Connect Desk 0.1"_s);
    open();
    m_reading = refusal("PLATFORM.UNKNOWN_ERROR", 500);
    press("refreshButton");
    QTRY_VERIFY(noticeLabel("noticeHeadline")->isVisible());
    QSignalSpy copied(m_page.get(), &IntegrationPage::copied);
    press("copyForSupportButton");
    QCOMPARE(copied.count(), 1);
    const QString text = QApplication::clipboard()->text();
    for (const char *fact : {"Integration ID: hibob:Zk3vT8", "Status: ACTIVE", "Setup: COMPLETED",
             "Environment: Production, profile Acme EU", "PLATFORM.UNKNOWN_ERROR",
             "Log: https://app.kombo.dev/env/logs/1", "Versions: Connect Desk 0.1"}) {
        QVERIFY2(text.contains(QLatin1StringView(fact)), qPrintable(text));
    }
    QVERIFY(!text.contains(test::testKey()));
    QVERIFY(!text.contains("jo@northwind.example"_L1));
}

void IntegrationPageTest::watchesASetup()
{
    m_page->setWatchPace({{{std::chrono::minutes(1), std::chrono::milliseconds(20)}}});
    m_reading = northwindIs(u"ACTIVE"_s, u"INCOMPLETE"_s);
    QSignalSpy changed(m_page.get(), &IntegrationPage::setupChanged);
    open();
    auto *text = find<QLabel>("watchText");
    auto *toggle = find<QPushButton>("watchToggle");
    QTRY_COMPARE(text->text(), u"Checking again every 1 s"_s);
    QTRY_VERIFY(count("GET") > 2);
    QCOMPARE(toggle->text(), u"Stop"_s);
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(text->text(), u"Not checking any more"_s);
    QCOMPARE(toggle->text(), u"Check again"_s);
    // Whoever stopped it does not get it back by reading once.
    QTRY_VERIFY(!m_care->isBusy());
    press("refreshButton");
    QTRY_VERIFY(!m_care->isBusy());
    QCOMPARE(text->text(), u"Not checking any more"_s);

    press("watchToggle");
    m_reading = northwindIs(u"ACTIVE"_s, u"COMPLETED"_s);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().at(0).toString(), u"Northwind Ltd"_s);
    QVERIFY(changed.constFirst().at(1).value<SetupState>()
        == (SetupState{u"ACTIVE"_s, u"INCOMPLETE"_s}));
    QVERIFY(changed.constFirst().at(2).value<SetupState>()
        == (SetupState{u"ACTIVE"_s, u"COMPLETED"_s}));
    QVERIFY(!text->isVisible());
    QCOMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
}

void IntegrationPageTest::readsNothingWhileHidden()
{
    m_page->setWatchPace({{{std::chrono::minutes(1), std::chrono::milliseconds(5)}}});
    m_reading = northwindIs(u"ACTIVE"_s, u"FINAL_SYNC_PENDING"_s);
    open();
    QTRY_VERIFY(count("GET") > 2);
    m_page->hide();
    QTRY_VERIFY(!m_care->isBusy());
    const qsizetype before = count("GET");
    QSignalSpy changed(m_care.get(), &IntegrationCare::changed);
    QVERIFY(!changed.wait(50));
    QCOMPARE(count("GET"), before);
    m_page->show();
    QTRY_VERIFY(count("GET") > before);
}

void IntegrationPageTest::letsAnotherIntegrationGo()
{
    open();
    ResolvedIntegration other = northwind();
    other.id = u"personio:1"_s;
    other.organization = u"Contoso SE"_s;
    m_page->present(other, {});
    QVERIFY(!m_page->care());
    QCOMPARE(value("organizationValue"), u"Contoso SE"_s);
    QVERIFY(!find<QWidget>("statusValue")->isVisible());
    QVERIFY(!find<QWidget>("deleteButton")->isVisible());

    open();
    QCOMPARE(value("organizationValue"), u"Northwind Ltd"_s);
    QCOMPARE(value("integrationIdValue"), u"hibob:Zk3vT8"_s);

    // The session's word about the same one: it is read again, and goes on being followed.
    const qsizetype before = count("GET");
    m_page->present(northwind(), {});
    QCOMPARE(m_page->care(), m_care.get());
    QTRY_COMPARE(count("GET"), before + 1);
}

void IntegrationPageTest::survivesItsCare()
{
    m_page->present(northwind(), {});
    open();
    press("deleteButton");
    auto *asked = dialog<DeleteIntegrationDialog>();
    asked->findChild<QLineEdit *>(u"deleteConfirmation"_s)->setText(u"Northwind Ltd"_s);
    m_care.reset();
    QVERIFY(!m_page->care());
    QVERIFY(!find<QWidget>("deleteButton")->isVisible());
    QCOMPARE(value("organizationValue"), u"Northwind Ltd"_s);
    asked->findChild<QPushButton *>(u"deleteIntegrationButton"_s)->click();
    QCOMPARE(count("DELETE"), 0);
}

void IntegrationPageTest::followsAnotherWhileItIsTold()
{
    m_page->setWatchPace({{{std::chrono::minutes(1), std::chrono::milliseconds(5)}}});
    m_reading = northwindIs(u"ACTIVE"_s, u"INCOMPLETE"_s);
    open();
    IntegrationCare other(m_client, u"hibob:Zk3vT8"_s);
    connect(m_page.get(), &IntegrationPage::setupChanged, m_page.get(),
        [this, &other] { m_page->follow(&other, {}); });
    m_reading = northwindIs(u"ACTIVE"_s, u"COMPLETED"_s);
    QTRY_COMPARE(m_page->care(), &other);
    QTRY_COMPARE(find<QLabel>("headline")->text(), u"Connected"_s);
    m_page->follow(nullptr, {});
    QVERIFY(!m_page->care());
}

namespace {

int leavesOf(const QAbstractItemModel *model, const QModelIndex &parent = {})
{
    int rows = 0;
    for (int row = 0; row < model->rowCount(parent); ++row)
        rows += 1 + leavesOf(model, model->index(row, 0, parent));
    return rows;
}

} // namespace

void IntegrationPageTest::filtersDataAccess_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("rows");
    const QString read = u"Can be read (2)"_s;
    const QString written = u"Can be written (1)"_s;
    QTest::newRow("nothing") << QString()
                             << QStringList{read, u"Employees: Available"_s,
                                    u"iban: Opted out by the client"_s, u"first_name: Available"_s,
                                    u"Absences: Opted out by the client"_s, written,
                                    u"<b>New</b>: HALF_BUILT"_s};
    QTest::newRow("a field") << u"IBAN"_s
                             << QStringList{read, u"Employees: Available"_s,
                                    u"iban: Opted out by the client"_s};
    QTest::newRow("what was opted out of")
        << u"opted"_s
        << QStringList{read, u"Employees: Available"_s, u"iban: Opted out by the client"_s,
               u"Absences: Opted out by the client"_s};
    QTest::newRow("an id") << u"hris_abs"_s
                           << QStringList{read, u"Absences: Opted out by the client"_s};
    QTest::newRow("a word of the API")
        << u"half_built"_s << QStringList{written, u"<b>New</b>: HALF_BUILT"_s};
    QTest::newRow("no pattern") << u".*"_s << QStringList{};
    QTest::newRow("what is not there") << u"zebra"_s << QStringList{};
}

void IntegrationPageTest::filtersDataAccess()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, rows);
    open();
    auto *toggle = find<QPushButton>("scopesToggle");
    auto *tree = find<QTreeView>("scopesTree");
    QCOMPARE(toggle->text(), u"Data access: 1 of 3 available"_s);
    QCOMPARE(
        find<QLabel>("optedOut")->text(), u"The client opted out of: Employees (iban), Absences"_s);
    QVERIFY(!tree->isVisible());
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(tree->isVisible());
    QTest::keyClicks(find<QLineEdit>("scopesFilter"), typed);

    QStringList shown;
    const std::function<void(const QModelIndex &)> collect = [&](const QModelIndex &parent) {
        for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
            const QModelIndex name = tree->model()->index(row, 0, parent);
            const QString why = name.siblingAtColumn(1).data().toString();
            shown.append(why.isEmpty() ? name.data().toString()
                                       : u"%1: %2"_s.arg(name.data().toString(), why));
            collect(name);
        }
    };
    collect({});
    QCOMPARE(shown, rows);
    QCOMPARE(tree->isVisible(), !rows.isEmpty());
    QCOMPARE(find<QLabel>("scopesNone")->isVisible(), rows.isEmpty());
}

void IntegrationPageTest::keepsTheTreeAsItWasLeft()
{
    open();
    press("scopesToggle");
    auto *tree = find<QTreeView>("scopesTree");
    const QModelIndex employees = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QVERIFY(!tree->isExpanded(employees));
    tree->expand(employees);
    press("refreshButton");
    QTRY_VERIFY(!m_care->isBusy());
    QCOMPARE(count("GET"), 2);
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0, tree->model()->index(0, 0))));

    QJsonObject data = northwindData();
    data.insert(u"read_models"_s, QJsonArray{});
    data.insert(u"write_actions"_s, QJsonArray{});
    m_reading = answerOf(data);
    press("refreshButton");
    QTRY_COMPARE(find<QPushButton>("scopesToggle")->text(), u"Data access: nothing listed"_s);
    QCOMPARE(leavesOf(tree->model()), 0);
}

void IntegrationPageTest::everyControlIsNamedByItsLabel()
{
    m_reading = northwindIs(u"ACTIVE"_s, u"INCOMPLETE"_s);
    open();
    press("scopesToggle");
    press("jsonToggle");
    const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        const auto *button = qobject_cast<QToolButton *>(widget);
        if (button && button->text().isEmpty())
            QVERIFY2(button->toolTip().startsWith(name), qPrintable(widget->objectName()));
    }
    const QList<QLineEdit *> edits = m_page->findChildren<QLineEdit *>();
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    for (const QLineEdit *edit : edits) {
        const auto label = std::find_if(labels.cbegin(), labels.cend(),
            [edit](const QLabel *known) { return known->buddy() == edit; });
        QVERIFY2(label != labels.cend(), qPrintable(edit->objectName()));
        QCOMPARE(edit->accessibleName(), (*label)->text());
    }
}

void IntegrationPageTest::tabsInReadingOrder()
{
    m_reading = northwindIs(u"INVALID"_s, u"COMPLETED"_s);
    open();
    m_page->focusFirstAction();
    QStringList order;
    for (int i = 0; i < 60; ++i) {
        const QString name = QApplication::focusWidget()->objectName();
        if (order.contains(name))
            break;
        order.append(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    const QStringList expected{u"nextStepButton"_s, u"integrationIdValue"_s, u"integrationIdCopy"_s,
        u"toolValue"_s, u"createdCopy"_s, u"newConnectionButton"_s, u"backButton"_s,
        u"reconnectButton"_s, u"openSetupButton"_s, u"pauseButton"_s, u"syncButton"_s,
        u"copyForSupportButton"_s, u"deleteButton"_s, u"scopesToggle"_s, u"jsonToggle"_s,
        u"refreshButton"_s};
    QStringList met;
    for (const QString &name : std::as_const(order)) {
        if (expected.contains(name))
            met.append(name);
    }
    QCOMPARE(met, expected);
}

void IntegrationPageTest::takesAPastedId_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("id");
    QTest::newRow("as it is") << u"personio:Zk3vT8mQ"_s << u"personio:Zk3vT8mQ"_s;
    QTest::newRow("with blanks around") << u"  personio:Zk3vT8mQ \n"_s << u"personio:Zk3vT8mQ"_s;
    QTest::newRow("with a zero-width character")
        << u"\u200Bpersonio:Zk3vT8mQ\uFEFF"_s << u"personio:Zk3vT8mQ"_s;
}

void IntegrationPageTest::takesAPastedId()
{
    QFETCH(QString, pasted);
    OpenIntegrationDialog dialog;
    QSignalSpy chosen(&dialog, &OpenIntegrationDialog::integrationChosen);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = dialog.findChild<QLineEdit *>(u"openIntegrationField"_s);
    QCOMPARE(QApplication::focusWidget(), edit);
    QCOMPARE(edit->accessibleName(), u"Integration ID"_s);
    QApplication::clipboard()->setText(pasted);
    edit->paste();
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QTEST(chosen.constFirst().constFirst().toString(), "id");
    QVERIFY(!dialog.isVisible());
}

void IntegrationPageTest::refusesWhatIsNoId_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
    QTest::newRow("two words") << u"Northwind Ltd"_s;
    QTest::newRow("letters beyond ASCII") << u"personio:Zürich"_s;
    QTest::newRow("a step up") << u".."_s;
    QTest::newRow("a whole page") << QString(201, u'x');
}

void IntegrationPageTest::refusesWhatIsNoId()
{
    QFETCH(QString, typed);
    OpenIntegrationDialog dialog;
    QSignalSpy chosen(&dialog, &OpenIntegrationDialog::integrationChosen);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *edit = dialog.findChild<QLineEdit *>(u"openIntegrationField"_s);
    auto *error = dialog.findChild<QLabel *>(u"openIntegrationError"_s);
    edit->setText(typed);
    QVERIFY(!error->isVisible());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.count(), 0);
    QVERIFY(dialog.isVisible());
    QVERIFY(error->isVisible());
    QVERIFY(!error->text().isEmpty());
    QCOMPARE(edit->accessibleDescription(), error->text());
    QVERIFY(error->height() >= error->heightForWidth(error->width()));
    QTest::keyClick(edit, Qt::Key_A);
    QVERIFY(!error->isVisible());
}

DESK_TEST_MAIN(QApplication, IntegrationPageTest)
#include "tst_integrationpage.moc"
