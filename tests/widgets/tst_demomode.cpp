// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/demo/demomode.h"

#include "core/sampledetails.h"
#include "ui/demo/largetext.h"
#include "ui/demo/masked.h"
#include "ui/demo/shortcutoverlay.h"
#include "ui/form/connectform.h"

#include "support/stricttest.h"
#include "windowscene.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::Response;
using desk::test::WindowScene;
using State = ConnectSession::State;

namespace {

constexpr auto email = "anna@acme-client.com"_L1;
constexpr auto originId = "acme-4711"_L1;
constexpr auto integrationId = "hibob:9Xk2bd71QmT3hh"_L1;
constexpr auto scopeConfigId = "scope-77b"_L1;

constexpr auto integration =
    R"({"status":"success","data":{"tool":"hibob","id":"hibob:9Xk2bd71QmT3hh",
    "end_user_origin_id":"acme-4711","end_user_organization_name":"Acme",
    "end_user_email":"anna@acme-client.com","setup_status":"COMPLETED"}})";
constexpr auto details =
    R"({"status":"success","data":{"id":"hibob:9Xk2bd71QmT3hh","tool":{"id":"hibob",
    "label":"HiBob","internal_label":null,"logo_url":"","icon_url":""},"category":"HRIS",
    "status":"ACTIVE","setup_status":"COMPLETED","end_user":{"organization_name":"Acme",
    "creator_email":"anna@acme-client.com","origin_id":"acme-4711"},
    "scope_config":{"id":"scope-77b","name":"Default"},"data_expired_at":null,
    "created_at":"2026-11-20T09:30:00.000Z","beta":false,"read_models":[],"write_actions":[]}})";
constexpr auto refusal = R"({"status":"error","error":{"code":"PLATFORM.INPUT_INVALID",
    "title":"Invalid input","message":"anna@acme-client.com with acme-4711 is known as hibob:9Xk2bd71QmT3hh",
    "log_url":null}})";

ConnectDetails acme()
{
    ConnectDetails typed;
    typed.email = email;
    typed.organization = u"Acme"_s;
    typed.originId = originId;
    typed.scopeConfigId = scopeConfigId;
    return typed;
}

QStringList accessibleTextsOf(QWidget *widget)
{
    QStringList texts;
    if (QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget)) {
        for (const QAccessible::Text kind :
            {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help}) {
            texts.append(face->text(kind));
        }
        if (QAccessibleTextInterface *text = face->textInterface())
            texts.append(text->text(0, text->characterCount()));
    }
    return texts;
}

//! Everything that can be read or heard of a widget.
QStringList textsOf(QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
        widget->windowTitle(), widget->statusTip(), widget->whatsThis()};
    if (const auto *label = qobject_cast<QLabel *>(widget))
        texts.append(label->text());
    if (const auto *button = qobject_cast<QAbstractButton *>(widget))
        texts.append(button->text());
    if (const auto *edit = qobject_cast<QLineEdit *>(widget))
        texts.append({edit->displayText(), edit->placeholderText()});
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(widget))
        texts.append(edit->toPlainText());
    return texts + accessibleTextsOf(widget);
}

//! Which of the planted values an audience can read.
QStringList readable()
{
    QStringList found;
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        const QString all = textsOf(widget).join(u'\n');
        for (const QLatin1StringView planted : {email, originId, integrationId, scopeConfigId}) {
            if (all.contains(planted, Qt::CaseInsensitive))
                found.append(widget->objectName() + ": "_L1 + planted);
        }
    }
    return found;
}

//! What stands where, for telling that everything is as it was.
QHash<const QWidget *, QFont> fonts(const QWidget &window)
{
    QHash<const QWidget *, QFont> fonts;
    const QList<QWidget *> widgets = window.findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        fonts.insert(widget, widget->font());
    return fonts;
}

} // namespace

class DemoModeTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void masksTexts_data();
    void masksTexts();
    void isOffAtFirst();
    void noPlaceTellsWhoTheClientIs_data();
    void noPlaceTellsWhoTheClientIs();
    void aRefusalOfAnOrderFromBeforeIsMasked();
    void copiesStayTrue();
    void copiesOfTheFormStayTrue();
    void samplesStayReadable();
    void theFormComesBack();
    void whatWasSetAsideIsTheDraftOfTheNextStart();
    void aDemoLeavesTheDraftAlone();
    void whatADemoOrderedIsNoDraftAfterwards();
    void anOrderFromBeforeSettlesItsDraft();
    void anotherProfileGetsItsOwnDraftAfterwards();
    void aMessageFromBeforeComesBack();
    void newConnectionsBeginWithTheSample();
    void panelsAreClosedAndComeBack();
    void closingRemembersWhatWasBefore();
    void theJsonIsHidden();
    void historyIsLocked();
    void theLinkIsNotShown();
    void allTextGrowsAndShrinks();
    void asksBeforeItBeginsInProduction_data();
    void asksBeforeItBeginsInProduction();
    void asksBeforeItGoesToProduction_data();
    void asksBeforeItGoesToProduction();
    void tellsTheShortcut();
    void tellsNothingOfTyping();
    void theBadgeEndsIt();

private:
    MainWindow &window() const { return m_scene->window(); }
    DemoMode &demo() const { return window().demo(); }
    Workspace &workspace() const { return m_scene->instance().workspace; }
    ConnectForm *form() const { return find<ConnectForm>("connectForm"); }
    template <typename Widget> Widget *find(const char *name) const
    {
        return m_scene->find<Widget>(name);
    }
    void open();
    QString use(const QString &name, ProfileKind kind);
    void connectAcme(LinkType type = LinkType::Embedded);
    void openAcme();
    QAction *action(const QString &text) const;
    QMessageBox *question() const { return window().findChild<QMessageBox *>(u"demoQuestion"_s); }
    ShortcutOverlay *overlay() const { return find<ShortcutOverlay>("shortcutOverlay"); }

    std::unique_ptr<WindowScene> m_scene;
};

void DemoModeTest::init()
{
    StrictTest::init();
    QAccessible::setActive(true);
    m_scene = std::make_unique<WindowScene>();
    m_scene->integrationAnswer = Response::json(integration);
    m_scene->detailsAnswer = Response::json(details);
    open();
    use(u"Acme EU"_s, ProfileKind::Development);
}

void DemoModeTest::cleanup()
{
    m_scene.reset();
}

void DemoModeTest::open()
{
    m_scene->make();
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

QString DemoModeTest::use(const QString &name, ProfileKind kind)
{
    const QString id = m_scene->createProfile(name, kind, u"acme-key"_s);
    workspace().switchTo(id);
    workspace().prepare();
    return id;
}

void DemoModeTest::connectAcme(LinkType type)
{
    ConnectDetails typed = acme();
    typed.linkType = type;
    window().fill(typed);
    form()->submit();
    if (type == LinkType::MagicLink) {
        QTRY_VERIFY(find<QWidget>("handOverCard")->isVisible());
        return;
    }
    QTRY_VERIFY(window().controller().session());
    QTRY_COMPARE(window().controller().session()->state(), State::Loading);
    m_scene->loadFlow();
}

void DemoModeTest::openAcme()
{
    connectAcme();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_VERIFY(find<QLineEdit>("statusValue")->isVisible());
}

QAction *DemoModeTest::action(const QString &text) const
{
    const QList<QAction *> actions = window().menuBar()->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

void DemoModeTest::masksTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("an address") << u"To anna@acme.com."_s << u"To ••••••••."_s;
    QTest::newRow("an address in quotes") << u"“anna@acme.com” it is"_s << u"“••••••••” it is"_s;
    QTest::newRow("an address in a URL") << u"?m=anna%40acme.com&x"_s << u"?m=••••••••&x"_s;
    QTest::newRow("a short address is as long") << u"a@b.de"_s << u"••••••••"_s;
    QTest::newRow("an unknown integration")
        << u"In personio:Zk3vT8mQe5LwXc2RhYp7Nb4D."_s << u"In ••••••••."_s;
    QTest::newRow("a port") << u"localhost:40000 at 12:30:00"_s << u"localhost:40000 at 12:30:00"_s;
    QTest::newRow("a sample") << u"jo@northwind.example."_s << u"jo@northwind.example."_s;
    QTest::newRow("one that pretends") << u"jo@example.acme.com"_s << u"••••••••"_s;
    QTest::newRow("an id, whatever its case")
        << u"Known as ACME-4711?"_s << u"Known as ••••••••?"_s;
    QTest::newRow("an id that is part of a word") << u"acme-47112"_s << u"acme-47112"_s;
    QTest::newRow("nothing") << u"Nothing of the kind @ all"_s << u"Nothing of the kind @ all"_s;
}

void DemoModeTest::masksTexts()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(Masked::text(text, {originId}), shown);
}

void DemoModeTest::isOffAtFirst()
{
    QVERIFY(!demo().isOn());
    demo().setOn(true);
    QVERIFY(demo().isOn());
    open();
    QVERIFY(!demo().isOn());
    QVERIFY(!find<QWidget>("demoBadge")->isVisible());
    QVERIFY(!action(u"Demo Mode"_s)->isChecked());
}

void DemoModeTest::noPlaceTellsWhoTheClientIs_data()
{
    using Step = std::function<void(DemoModeTest *)>;
    QTest::addColumn<Step>("step");
    QTest::newRow("the form") << Step([](auto *test) { test->window().fill(acme()); });
    QTest::newRow("the integration") << Step(&DemoModeTest::openAcme);
    QTest::newRow("somebody else's integration") << Step([](auto *test) {
        test->connectAcme();
        test->m_scene->integrationAnswer = Response::json(
            QByteArray(integration).replace("acme-4711", "other-1").replace("anna@", "xanna@"));
        test->m_scene->finishFlow(u"act-1"_s);
        QTRY_VERIFY(test->template find<QWidget>("mismatchNotice")->isVisible());
    });
    QTest::newRow("an integration that cannot be read") << Step([](auto *test) {
        test->openAcme();
        test->m_scene->detailsAnswer = Response::json(refusal).withStatus(400);
        test->m_scene->press("refreshButton");
        QTRY_VERIFY(test->template find<QWidget>("careNotice")->isVisible());
    });
    QTest::newRow("the question before a deletion") << Step([](auto *test) {
        test->openAcme();
        test->m_scene->press("deleteButton");
        QTRY_VERIFY(test->template find<QWidget>("deleteIntegrationDialog")->isVisible());
    });
    QTest::newRow("the magic link")
        << Step([](auto *test) { test->connectAcme(LinkType::MagicLink); });
    QTest::newRow("a result that cannot be read") << Step([](auto *test) {
        test->connectAcme();
        test->m_scene->integrationAnswer = Response::json(refusal).withStatus(400);
        test->m_scene->finishFlow(u"act-1"_s);
        QTRY_COMPARE(test->window().controller().session()->state(), State::ResolveStopped);
    });
    QTest::newRow("a refusal that quotes") << Step([](auto *test) {
        test->m_scene->linkAnswer = Response::json(refusal).withStatus(400);
        test->window().fill(acme());
        test->form()->submit();
        QTRY_VERIFY(test->template find<QWidget>("formNotice")->isVisible());
    });
}

void DemoModeTest::noPlaceTellsWhoTheClientIs()
{
    QFETCH(const std::function<void(DemoModeTest *)>, step);
    // Reached before the demo …
    step(this);
    QVERIFY(!readable().isEmpty());
    const bool isDialog = QApplication::activeModalWidget();
    if (!isDialog) {
        demo().setOn(true);
        QCOMPARE(readable(), QStringList());
        demo().setOn(false);
        QVERIFY(!readable().isEmpty());
    }
    // … and in it.
    m_scene = std::make_unique<WindowScene>();
    m_scene->integrationAnswer = Response::json(integration);
    m_scene->detailsAnswer = Response::json(details);
    open();
    use(u"Acme EU"_s, ProfileKind::Development);
    demo().setOn(true);
    step(this);
    QCOMPARE(readable().join(u' '), QString());
}

void DemoModeTest::aRefusalOfAnOrderFromBeforeIsMasked()
{
    m_scene->linkAnswer = Response::json(refusal).withStatus(400);
    window().fill(acme());
    form()->submit();
    demo().setOn(true);
    QTRY_VERIFY(find<QWidget>("formNotice")->isVisible());
    QCOMPARE(readable().join(u' '), QString());
}

void DemoModeTest::copiesStayTrue()
{
    openAcme();
    demo().setOn(true);
    const QList<std::pair<const char *, QLatin1StringView>> rows{
        {"integrationId", integrationId}, {"email", email}, {"originId", originId}};
    for (const auto &[name, value] : rows) {
        auto *edit = find<QLineEdit>((QByteArray(name) + "Value").constData());
        QCOMPARE(edit->text(), u"••••••••"_s);
        m_scene->press((QByteArray(name) + "Copy").constData());
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
        QGuiApplication::clipboard()->clear();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), value);
    }
    m_scene->press("copyForSupportButton");
    QVERIFY(QGuiApplication::clipboard()->text().contains(integrationId));
}

void DemoModeTest::copiesOfTheFormStayTrue()
{
    demo().setOn(true);
    auto *edit = find<QLineEdit>("emailEdit");
    edit->setText(email);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    edit->setSelection(0, 4);
    QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"anna"_s);
    QTest::keyClick(edit, Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(edit->text(), u"@acme-client.com"_s);
    QCOMPARE(form()->details().email, u"@acme-client.com"_s);
}

void DemoModeTest::samplesStayReadable()
{
    demo().setOn(true);
    const ConnectDetails sample = sampleDetails();
    QCOMPARE(find<QLineEdit>("emailEdit")->displayText(), sample.email);
    QCOMPARE(find<QLineEdit>("originIdEdit")->displayText(), *sample.originId);
    m_scene->integrationAnswer =
        Response::json(QByteArray(integration)
                           .replace("acme-4711", "cust-0042")
                           .replace("anna@acme-client.com", "jo@northwind.example")
                           .replace("Acme", "Northwind Ltd"));
    m_scene->detailsAnswer = Response::json(refusal).withStatus(400);
    form()->submit();
    QTRY_VERIFY(window().controller().session());
    QTRY_COMPARE(window().controller().session()->state(), State::Loading);
    m_scene->loadFlow();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_VERIFY(find<QLineEdit>("emailValue")->isVisible());
    QCOMPARE(find<QLineEdit>("emailValue")->text(), sample.email);
    QCOMPARE(find<QLineEdit>("originIdValue")->text(), *sample.originId);
    QCOMPARE(find<QLineEdit>("integrationIdValue")->text(), u"••••••••"_s);
}

void DemoModeTest::theFormComesBack()
{
    ConnectDetails typed = acme();
    typed.category = Category::Ats;
    typed.language = FlowLanguage::German;
    typed.linkType = LinkType::MagicLink;
    typed.fieldMapping = true;
    window().fill(typed);
    demo().setOn(true);
    QCOMPARE(form()->details().email, sampleDetails().email);
    find<QLineEdit>("emailEdit")->setText(u"typed@in.the.demo.example"_s);
    demo().setOn(false);
    QCOMPARE(form()->typed(), typed);
    QCOMPARE(find<QLineEdit>("emailEdit")->displayText(), typed.email);
}

void DemoModeTest::whatWasSetAsideIsTheDraftOfTheNextStart()
{
    const QString id = workspace().profile().id;
    window().fill(acme());
    demo().setOn(true);
    open();
    workspace().switchTo(id);
    QCOMPARE(form()->typed(), acme());
}

void DemoModeTest::aDemoLeavesTheDraftAlone()
{
    const QString id = workspace().profile().id;
    window().fill(acme());
    demo().setOn(true);
    form()->submit();
    QTRY_VERIFY(window().controller().session());
    QTRY_COMPARE(window().controller().session()->state(), State::Loading);
    m_scene->loadFlow();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_VERIFY(find<QLineEdit>("statusValue")->isVisible());
    QCOMPARE(m_scene->instance().drafts.draft(id), acme());
}

void DemoModeTest::whatADemoOrderedIsNoDraftAfterwards()
{
    const QString id = workspace().profile().id;
    window().fill(acme());
    demo().setOn(true);
    form()->submit();
    demo().setOn(false);
    QTRY_VERIFY(window().controller().session());
    QTRY_COMPARE(window().controller().session()->state(), State::Loading);
    m_scene->loadFlow();
    m_scene->finishFlow(u"act-1"_s);
    QTRY_VERIFY(find<QLineEdit>("statusValue")->isVisible());
    QCOMPARE(m_scene->instance().drafts.draft(id), acme());
}

void DemoModeTest::anOrderFromBeforeSettlesItsDraft()
{
    const QString id = workspace().profile().id;
    connectAcme();
    demo().setOn(true);
    QCOMPARE(window().controller().session()->state(), State::Open);
    m_scene->finishFlow(u"act-1"_s);
    QTRY_VERIFY(find<QLineEdit>("statusValue")->isVisible());
    demo().setOn(false);
    QCOMPARE(form()->typed(), acme());
    QCOMPARE(m_scene->instance().drafts.draft(id), std::nullopt);
}

void DemoModeTest::anotherProfileGetsItsOwnDraftAfterwards()
{
    const QString acmeId = workspace().profile().id;
    window().fill(acme());
    const QString betaId = use(u"Beta"_s, ProfileKind::Development);
    ConnectDetails beta = acme();
    beta.organization = u"Beta"_s;
    window().fill(beta);
    workspace().switchTo(acmeId);
    demo().setOn(true);
    workspace().switchTo(betaId);
    QCOMPARE(form()->details().email, sampleDetails().email);
    QVERIFY(!find<QWidget>("formNotice")->isVisible());
    demo().setOn(false);
    QCOMPARE(form()->typed(), beta);
    workspace().switchTo(acmeId);
    QCOMPARE(form()->typed(), acme());
}

void DemoModeTest::aMessageFromBeforeComesBack()
{
    m_scene->linkAnswer = Response::json(refusal).withStatus(400);
    window().fill(acme());
    form()->submit();
    auto *notice = find<QWidget>("formNotice");
    QTRY_VERIFY(notice->isVisible());
    const QString text = notice->accessibleDescription();
    demo().setOn(true);
    QVERIFY(!notice->isVisible());
    demo().setOn(false);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->accessibleDescription(), text);
}

void DemoModeTest::newConnectionsBeginWithTheSample()
{
    demo().setOn(true);
    find<QLineEdit>("emailEdit")->setText(email);
    action(u"New Connection"_s)->trigger();
    QCOMPARE(form()->details().email, sampleDetails().email);
    QCOMPARE(find<QLineEdit>("emailEdit")->displayText(), sampleDetails().email);
}

void DemoModeTest::panelsAreClosedAndComeBack()
{
    action(u"Requests"_s)->trigger();
    auto *panels = find<QWidget>("technicalPanels");
    QVERIFY(panels->isVisible());
    demo().setOn(true);
    QVERIFY(!panels->isVisible());
    for (const QString &name : {u"Timeline"_s, u"Requests"_s}) {
        QVERIFY(!action(name)->isEnabled());
        QCOMPARE(action(name)->toolTip(), u"Not available in demo mode"_s);
    }
    demo().setOn(false);
    QVERIFY(panels->isVisible());
    QCOMPARE(find<QTabBar>("technicalTabs")->currentIndex(), 1);
    QVERIFY(action(u"Timeline"_s)->isEnabled());

    action(u"Requests"_s)->trigger();
    QVERIFY(!panels->isVisible());
    demo().setOn(true);
    demo().setOn(false);
    QVERIFY(!panels->isVisible());
}

void DemoModeTest::closingRemembersWhatWasBefore()
{
    auto *splitter = window().findChild<QSplitter *>(u"flowSplitter"_s);
    const QList<int> sizes = splitter->sizes();
    action(u"Timeline"_s)->trigger();
    demo().setOn(true);
    QVERIFY(splitter->sizes().constFirst() > sizes.constFirst());
    QVERIFY(window().close());
    open();
    QVERIFY(find<QWidget>("technicalPanels")->isVisible());
    QCOMPARE(window().findChild<QSplitter *>(u"flowSplitter"_s)->sizes(), sizes);
}

void DemoModeTest::theJsonIsHidden()
{
    openAcme();
    m_scene->press("jsonToggle");
    auto *json = find<QWidget>("jsonView");
    QVERIFY(json->isVisible());
    demo().setOn(true);
    QVERIFY(!json->isVisible());
    QVERIFY(!find<QWidget>("jsonToggle")->isEnabled());
    demo().setOn(false);
    QVERIFY(json->isVisible());
    QVERIFY(find<QWidget>("jsonToggle")->isEnabled());
}

void DemoModeTest::historyIsLocked()
{
    for (const QString &name : {u"Templates…"_s, u"Save as Template…"_s, u"Open Integration…"_s}) {
        QVERIFY(action(name)->isEnabled());
        demo().setOn(true);
        QVERIFY(!action(name)->isEnabled());
        QCOMPARE(action(name)->toolTip(), u"Not available in demo mode"_s);
        demo().setOn(false);
        QVERIFY(action(name)->isEnabled());
        QVERIFY(action(name)->toolTip() != u"Not available in demo mode"_s);
    }
}

void DemoModeTest::theLinkIsNotShown()
{
    connectAcme(LinkType::MagicLink);
    auto *field = find<QLineEdit>("linkField");
    m_scene->press("revealButton");
    QVERIFY(field->text().contains("link-token-4711"_L1));
    demo().setOn(true);
    QVERIFY(!field->text().contains("link-token-4711"_L1));
    m_scene->press("revealButton");
    QVERIFY(!field->text().contains("link-token-4711"_L1));
    auto *card = find<QWidget>("handOverCard");
    const auto headlines = card->findChildren<QLabel *>(u"noticeHeadline"_s);
    QCOMPARE(headlines.constFirst()->text(), u"Not shown in demo mode"_s);
    QVERIFY(headlines.constFirst()->isVisible());
    m_scene->press("qrButton");
    QVERIFY(!QApplication::activeModalWidget());
    m_scene->press("copyLinkButton");
    QVERIFY(QGuiApplication::clipboard()->text().contains("link-token-4711"_L1));
    demo().setOn(false);
    m_scene->press("revealButton");
    QVERIFY(field->text().contains("link-token-4711"_L1));
}

void DemoModeTest::allTextGrowsAndShrinks()
{
    openAcme();
    const QFont before = QApplication::font();
    const auto all = fonts(window());
    demo().setOn(true);
    QCOMPARE(QApplication::font().pointSizeF(), before.pointSizeF() * 1.25);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        const double grown = it.key()->font().pointSizeF() / it.value().pointSizeF();
        const QByteArray what =
            it.key()->objectName().toUtf8() + ' ' + it.key()->metaObject()->className();
        if (qAbs(grown - LargeText::ratio) > 0.01)
            QTest::qFail((what + ' ' + QByteArray::number(grown)).constData(), __FILE__, __LINE__);
    }
    // What is made meanwhile follows, both ways.
    auto *made = new QLabel(u"made"_s, &window());
    QFont heading = QApplication::font();
    heading.setPointSizeF(heading.pointSizeF() * 1.2);
    made->setFont(heading);
    demo().setOn(false);
    QCOMPARE(QApplication::font(), before);
    QCOMPARE(made->font().pointSizeF(), before.pointSizeF() * 1.2);
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        QCOMPARE(it.key()->font(), it.value());

    demo().setOn(true);
    m_scene->close();
    QCOMPARE(QApplication::font(), before);
}

void DemoModeTest::asksBeforeItBeginsInProduction_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("isOn");
    QTest::addColumn<QString>("profile");
    QTest::newRow("shown") << u"showProductionButton"_s << true << u"Real"_s;
    QTest::newRow("practice instead") << u"usePracticeButton"_s << true << u"Practice"_s;
    QTest::newRow("left") << QString() << false << u"Real"_s;
}

void DemoModeTest::asksBeforeItBeginsInProduction()
{
    QFETCH(const QString, button);
    QFETCH(const bool, isOn);
    QFETCH(const QString, profile);
    use(u"Real"_s, ProfileKind::Production);
    action(u"Demo Mode"_s)->trigger();
    QVERIFY(question());
    QVERIFY(!demo().isOn());
    QVERIFY(!action(u"Demo Mode"_s)->isChecked());
    QCOMPARE(question()->defaultButton()->objectName(), u"usePracticeButton"_s);
    if (button.isEmpty())
        QTest::keyClick(question(), Qt::Key_Escape);
    else
        question()->findChild<QAbstractButton *>(button)->click();
    QCOMPARE(demo().isOn(), isOn);
    QCOMPARE(action(u"Demo Mode"_s)->isChecked(), isOn);
    QCOMPARE(workspace().profile().name, profile);
}

void DemoModeTest::asksBeforeItGoesToProduction_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("profile");
    QTest::newRow("shown") << u"showProductionButton"_s << u"Real"_s;
    QTest::newRow("practice instead") << u"usePracticeButton"_s << u"Practice"_s;
    QTest::newRow("left") << QString() << u"Practice"_s;
}

void DemoModeTest::asksBeforeItGoesToProduction()
{
    QFETCH(const QString, button);
    QFETCH(const QString, profile);
    connectAcme();
    demo().setOn(true);
    const QString id = use(u"Real"_s, ProfileKind::Production);
    QVERIFY(question());
    QCOMPARE(workspace().profile().kind, ProfileKind::Practice);
    if (button.isEmpty())
        QTest::keyClick(question(), Qt::Key_Escape);
    else
        question()->findChild<QAbstractButton *>(button)->click();
    QCOMPARE(workspace().profile().name, profile);
    QVERIFY(demo().isOn());
    QCOMPARE(window().controller().session()->state(), State::Open);
    // Each time it is chosen.
    QTRY_VERIFY(!question());
    workspace().switchTo(practiceProfile().id);
    workspace().switchTo(id);
    QVERIFY(question());
    QCOMPARE(workspace().profile().kind, ProfileKind::Practice);
}

void DemoModeTest::tellsTheShortcut()
{
    QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!overlay()->isVisible());
    demo().setOn(true);
    QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(overlay()->isVisible());
    QCOMPARE(overlay()->keys(), u"Ctrl+1"_s);
    QCOMPARE(overlay()->label(), u"Form"_s);
    QVERIFY(window().rect().contains(overlay()->geometry()));
    QCOMPARE(overlay()->focusPolicy(), Qt::NoFocus);
    QVERIFY(overlay()->testAttribute(Qt::WA_TransparentForMouseEvents));
    // Anywhere in the window, with the keys that were pressed.
    auto *edit = find<QLineEdit>("organizationEdit");
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(overlay()->label(), u"New Connection"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!overlay()->isVisible(), 4000);
    QTest::keyClick(&window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(overlay()->isVisible());
    demo().setOn(false);
    QVERIFY(!overlay()->isVisible());
}

void DemoModeTest::tellsNothingOfTyping()
{
    demo().setOn(true);
    auto *edit = find<QLineEdit>("organizationEdit");
    edit->setFocus();
    QTest::keyClicks(edit, u"Secret Ltd"_s);
    QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(edit, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!overlay()->isVisible());
    action(u"Form"_s)->trigger(); // as with the mouse
    QVERIFY(!overlay()->isVisible());
    QTest::keyClick(edit, Qt::Key_T, Qt::ControlModifier); // locked in a demo
    QVERIFY(!overlay()->isVisible());
}

void DemoModeTest::theBadgeEndsIt()
{
    QTest::keyClick(&window(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(demo().isOn());
    QVERIFY(find<QWidget>("demoBadge")->isVisible());
    QVERIFY(action(u"Demo Mode"_s)->isChecked());
    m_scene->press("endDemoButton");
    QVERIFY(!demo().isOn());
    QVERIFY(!find<QWidget>("demoBadge")->isVisible());
    QVERIFY(!action(u"Demo Mode"_s)->isChecked());
}

DESK_TEST_MAIN(QApplication, DemoModeTest)
#include "tst_demomode.moc"
