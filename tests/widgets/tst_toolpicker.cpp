// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "catalogue/picturestore.h"
#include "ui/theme/theme.h"
#include "ui/tools/toolpicker.h"
#include "ui/tools/toolsheet.h"
#include "wording/translation.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBrowser>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

Tool tool(const QString &id, const QString &label, const std::optional<QString> &internal = {})
{
    Tool made;
    made.id = id;
    made.label = label;
    made.internalLabel = internal;
    return made;
}

QList<Tool> someTools()
{
    QList<Tool> tools{tool(u"workday"_s, u"Workday"_s), tool(u"personio"_s, u"Personio"_s),
        tool(u"payfitpartner"_s, u"PayFit"_s, u"PayFit, partner"_s), tool(u"payfit"_s, u"PayFit"_s),
        tool(u"adpworkforcenow"_s, u"ADP Workforce Now"_s)};
    Tool &adp = tools.last();
    adp.paidApiNote = u"Costs **extra**."_s;
    adp.partnerOnlyNote = u"Only for partners."_s;
    adp.connectionGuideUrl = u"https://help.kombo.dev/adp?a=b"_s;
    adp.readModels = {{u"hris_employees"_s, u"Employees"_s, u"SUPPORTED"_s, {}}};
    for (int i = 0; i < 40; ++i)
        tools.append(tool(u"filler%1"_s.arg(i), u"Filler %1"_s.arg(i)));
    return tools;
}

ToolOffer ready(const QList<Tool> &tools = someTools())
{
    return {
        ToolOffer::State::Ready, tools, QDateTime::currentDateTimeUtc().addSecs(-301), {}, false};
}

} // namespace

class ToolPickerTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance()); }
    void init();
    void cleanup();

    void everyControlHasAName();
    void choosesByKeyboard_data();
    void choosesByKeyboard();
    void choosesByMouse();
    void tabTakesWhatIsMeant_data();
    void tabTakesWhatIsMeant();
    void keysStayWithTheField();
    void keysOfTheListAreNoShortcutsMeanwhile();
    void closesWithoutChoosing_data();
    void closesWithoutChoosing();
    void movesWithTheForm();
    void opensWhereThereIsRoom();
    void resolvesWhatWasTyped_data();
    void resolvesWhatWasTyped();
    void waitsUntilTheFieldIsLeft();
    void aPastedTextCounts();
    void anIdComesBeforeItsList();
    void whatWasTypedSurvivesANewList();
    void saysWhereTheListStands_data();
    void saysWhereTheListStands();
    void asksForAList();
    void clears();
    void tellsChangesOnce();
    void showsWhatToKnow();
    void copiesTheGuide();
    void opensNoForeignGuide_data();
    void opensNoForeignGuide();
    void opensTheCoverage();
    void showsPictures();
    void livesWithoutPictures();
    void canBeDisabledAndDeletedWhileOpen();

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened.append(url); }

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    QLineEdit *edit() { return m_picker->edit(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &text)
    {
        edit()->setFocus();
        edit()->selectAll();
        QTest::keyClicks(edit(), text);
    }
    QString highlighted() { return find<QListView>("toolList")->currentIndex().data().toString(); }
    QLabel *hint() { return find<QLabel>("toolHint"); }
    QString foot() { return find<QLabel>("toolListFoot")->text(); }

    std::unique_ptr<QWidget> m_window;
    ToolPicker *m_picker = nullptr;
    QLineEdit *m_before = nullptr;
    QLineEdit *m_after = nullptr;
    QList<QUrl> m_opened;
};

void ToolPickerTest::init()
{
    StrictTest::init();
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"https"_s, this, "openUrl");
    QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    m_window = std::make_unique<QWidget>();
    m_before = new QLineEdit;
    m_picker = new ToolPicker;
    m_after = new QLineEdit;
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_before);
    layout->addWidget(m_picker);
    layout->addWidget(m_after);
    layout->addStretch();
    m_window->resize(420, 640);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_picker->setOffer(ready());
    edit()->setFocus();
}

void ToolPickerTest::cleanup()
{
    m_window.reset();
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QDesktopServices::unsetUrlHandler(u"http"_s);
}

void ToolPickerTest::everyControlHasAName()
{
    QCOMPARE(edit()->objectName(), u"toolEdit"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(edit())->text(QAccessible::Name), u"Tool"_s);
    m_picker->setToolId(u"adpworkforcenow"_s);
    key(Qt::Key_Down);
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    QVERIFY(buttons.size() >= 8);
    for (const QAbstractButton *button : buttons) {
        QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
        const QString name =
            QAccessible::queryAccessibleInterface(const_cast<QAbstractButton *>(button))
                ->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), qPrintable(button->objectName()));
        if (button->text().isEmpty())
            QCOMPARE(button->toolTip(), name);
    }
    auto *list = find<QListView>("toolList");
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(list);
    QCOMPARE(accessible->text(QAccessible::Name), u"Tools"_s);
    QCOMPARE(
        accessible->child(0)->text(QAccessible::Name), u"ADP Workforce Now, adpworkforcenow"_s);
}

void ToolPickerTest::choosesByKeyboard_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("keys");
    QTest::addColumn<QString>("id");
    using Keys = QList<int>;
    QTest::newRow("the best match by Return") << u"pers"_s << Keys{Qt::Key_Return} << u"personio"_s;
    QTest::newRow("Enter of the number pad") << u"pers"_s << Keys{Qt::Key_Enter} << u"personio"_s;
    QTest::newRow("the second match")
        << u"payfit"_s << Keys{Qt::Key_Down, Qt::Key_Return} << u"payfitpartner"_s;
    QTest::newRow("there and back")
        << u"payfit"_s << Keys{Qt::Key_Down, Qt::Key_Up, Qt::Key_Return} << u"payfit"_s;
    QTest::newRow("no further than the first")
        << u"payfit"_s << Keys{Qt::Key_Up, Qt::Key_Up, Qt::Key_Return} << u"payfit"_s;
    QTest::newRow("no further than the last")
        << u"payfit"_s << Keys{Qt::Key_PageDown, Qt::Key_Down, Qt::Key_Return}
        << u"payfitpartner"_s;
    QTest::newRow("the first of all")
        << QString() << Keys{Qt::Key_Down, Qt::Key_Home, Qt::Key_Return} << u"adpworkforcenow"_s;
    QTest::newRow("the last of all")
        << QString() << Keys{Qt::Key_Down, Qt::Key_End, Qt::Key_Return} << u"workday"_s;
    QTest::newRow("a page down and up")
        << QString() << Keys{Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageUp, Qt::Key_Return}
        << u"adpworkforcenow"_s;
    QTest::newRow("nothing was highlighted")
        << QString() << Keys{Qt::Key_Down, Qt::Key_Return} << QString();
}

void ToolPickerTest::choosesByKeyboard()
{
    QFETCH(QString, typed);
    QFETCH(QList<int>, keys);
    QFETCH(QString, id);
    QTest::keyClicks(edit(), typed);
    for (const int each : keys)
        key(static_cast<Qt::Key>(each));
    QCOMPARE(m_picker->toolId().value_or(QString()), id);
    QVERIFY(!m_picker->isListOpen());
    QVERIFY(edit()->hasFocus());
    if (!id.isEmpty())
        QCOMPARE(edit()->text(), m_picker->tool()->label);
}

void ToolPickerTest::choosesByMouse()
{
    QTest::mouseClick(find<QWidget>("openToolsButton"), Qt::LeftButton);
    QVERIFY(m_picker->isListOpen());
    auto *list = find<QListView>("toolList");
    const QRect third = list->visualRect(list->model()->index(2, 0));
    QVERIFY2(
        third.height() >= 28 && third.height() <= 36, qPrintable(QString::number(third.height())));
    QTest::mouseMove(list->viewport(), third.center());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(m_picker->toolId(), u"filler1"_s);
    QVERIFY(!m_picker->isListOpen());
    QVERIFY(edit()->hasFocus());
    QTest::mouseClick(find<QWidget>("openToolsButton"), Qt::LeftButton);
    QCOMPARE(highlighted(), u"Filler 1"_s);
    QTest::mouseClick(find<QWidget>("openToolsButton"), Qt::LeftButton);
    QVERIFY(!m_picker->isListOpen());
}

void ToolPickerTest::tabTakesWhatIsMeant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("downs");
    QTest::addColumn<QString>("id");
    QTest::newRow("the only match") << u"pers"_s << 0 << u"personio"_s;
    QTest::newRow("one that was gone to") << u"fill"_s << 2 << u"filler10"_s;
    QTest::newRow("not the first of many") << u"fill"_s << 0 << u"fill"_s;
    QTest::newRow("what is no tool") << u"newtool"_s << 0 << u"newtool"_s;
    QTest::newRow("nothing") << QString() << 0 << QString();
}

void ToolPickerTest::tabTakesWhatIsMeant()
{
    QFETCH(QString, typed);
    QFETCH(int, downs);
    QTest::keyClicks(edit(), typed);
    for (int i = 0; i < downs; ++i)
        key(Qt::Key_Down);
    key(Qt::Key_Tab);
    QTEST(m_picker->toolId().value_or(QString()), "id");
    QVERIFY(!m_picker->isListOpen());
    QVERIFY(!edit()->hasFocus());
    if (!typed.isEmpty()) {
        QCOMPARE(QApplication::focusWidget()->objectName(), u"clearToolButton"_s);
        key(Qt::Key_Tab);
    }
    QVERIFY(m_after->hasFocus());
}

void ToolPickerTest::keysStayWithTheField()
{
    type(u"payfit"_s);
    QVERIFY(m_picker->isListOpen());
    QVERIFY(edit()->hasFocus());
    key(Qt::Key_Left);
    QCOMPARE(edit()->cursorPosition(), 5);
    key(Qt::Key_Home, Qt::ShiftModifier);
    QCOMPARE(edit()->selectedText(), u"payfi"_s);
    key(Qt::Key_Delete);
    QCOMPARE(edit()->text(), u"t"_s);
    QVERIFY(m_picker->isListOpen());
    QTest::mouseClick(find<QLabel>("toolListFoot"), Qt::LeftButton);
    QVERIFY(m_picker->isListOpen());
    QVERIFY(edit()->hasFocus());
}

void ToolPickerTest::keysOfTheListAreNoShortcutsMeanwhile()
{
    int pressed = 0;
    for (const Qt::Key each : {Qt::Key_Escape, Qt::Key_F5, Qt::Key_Return, Qt::Key_Down}) {
        auto *shortcut = new QShortcut(QKeySequence(each), m_window.get());
        connect(shortcut, &QShortcut::activated, m_window.get(), [&pressed] { ++pressed; });
    }
    QSignalSpy refresh(m_picker, &ToolPicker::refreshRequested);
    type(u"pay"_s);
    key(Qt::Key_Down);
    key(Qt::Key_F5);
    QCOMPARE(refresh.count(), 1);
    key(Qt::Key_Escape);
    QVERIFY(!m_picker->isListOpen());
    QCOMPARE(pressed, 0);
    key(Qt::Key_Escape);
    QCOMPARE(pressed, 1);
    QCOMPARE(edit()->text(), u"pay"_s);
}

void ToolPickerTest::closesWithoutChoosing_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("Esc") << 0;
    QTest::newRow("Alt and up") << 1;
    QTest::newRow("a click elsewhere") << 2;
    QTest::newRow("a click where nothing takes the focus") << 3;
    QTest::newRow("another window comes to the front") << 4;
    QTest::newRow("the form is hidden") << 5;
    QTest::newRow("the focus goes by itself") << 6;
}

void ToolPickerTest::closesWithoutChoosing()
{
    QFETCH(int, how);
    type(u"fill"_s);
    key(Qt::Key_Escape);
    key(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(m_picker->isListOpen());
    QWidget other;
    switch (how) {
    case 0:
        key(Qt::Key_Escape);
        break;
    case 1:
        key(Qt::Key_Up, Qt::AltModifier);
        break;
    case 2:
        QTest::mouseClick(m_before, Qt::LeftButton);
        break;
    case 3:
        QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, {5, m_window->height() - 5});
        break;
    case 4:
        other.show();
        other.activateWindow();
        break;
    case 5:
        m_picker->hide();
        break;
    default:
        m_before->setFocus();
        break;
    }
    QTRY_VERIFY(!m_picker->isListOpen());
    QCOMPARE(m_picker->toolId(), u"fill"_s);
}

void ToolPickerTest::movesWithTheForm()
{
    type(u"fill"_s);
    auto *popup = find<QFrame>("toolPopup");
    const auto gap = [&] {
        return popup->y() - (edit()->mapTo(m_window.get(), QPoint()).y() + edit()->height());
    };
    const int before = gap();
    QVERIFY(before >= 0 && before < 8);
    m_before->setFixedHeight(90);
    m_window->resize(500, 640);
    QTRY_COMPARE(popup->width(), edit()->width());
    QTRY_COMPARE(gap(), before);
    QVERIFY(m_picker->isListOpen());
}

void ToolPickerTest::opensWhereThereIsRoom()
{
    m_before->setFixedHeight(480);
    QTRY_VERIFY(edit()->mapTo(m_window.get(), QPoint()).y() > 400);
    key(Qt::Key_Down);
    auto *popup = find<QFrame>("toolPopup");
    QVERIFY(popup->geometry().bottom() < edit()->mapTo(m_window.get(), QPoint()).y());
    QVERIFY(m_window->rect().contains(popup->geometry()));
    key(Qt::Key_Escape);
    m_window->setFixedSize(200, 620);
    QTest::keyClicks(edit(), u"f"_s);
    QVERIFY(m_window->rect().contains(popup->geometry()));
}

void ToolPickerTest::resolvesWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("hint"); // a part of it
    QTest::newRow("an id") << u"personio"_s << u"personio"_s << true << u"Personio"_s << QString();
    QTest::newRow("a label") << u"adp workforce now"_s << u"adpworkforcenow"_s << true
                             << u"ADP Workforce Now"_s << QString();
    QTest::newRow("an id of a variant")
        << u"payfit"_s << u"payfit"_s << true << u"PayFit"_s << u"payfit"_s;
    QTest::newRow("a shared label")
        << u"PayFit"_s << u"PayFit"_s << false << u"PayFit"_s << u"2 tools are called PayFit"_s;
    QTest::newRow("an unknown id")
        << u"brandnew"_s << u"brandnew"_s << false << u"brandnew"_s << u"no tool “brandnew”"_s;
    QTest::newRow("blanks around")
        << u"  personio "_s << u"personio"_s << true << u"Personio"_s << QString();
    QTest::newRow("blanks alone") << u"   "_s << QString() << false << u"   "_s << QString();
}

void ToolPickerTest::resolvesWhatWasTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, id);
    QFETCH(bool, isKnown);
    QFETCH(QString, shown);
    QTest::keyClicks(edit(), typed);
    const bool isShared = typed == "PayFit"_L1;
    // At once, for a form that is sent by a shortcut.
    QCOMPARE(m_picker->toolId().value_or(QString()), id);
    QCOMPARE(m_picker->isKnown(), isKnown);
    QCOMPARE(m_picker->problem().has_value(), isShared);
    key(Qt::Key_Escape);
    m_after->setFocus();
    QCOMPARE(m_picker->toolId().value_or(QString()), id);
    QCOMPARE(m_picker->isKnown(), isKnown);
    QCOMPARE(m_picker->problem().has_value(), isShared);
    QCOMPARE(edit()->text(), shown);
    QFETCH(QString, hint);
    QCOMPARE(this->hint()->isVisible(), !hint.isEmpty());
    QVERIFY2(this->hint()->text().contains(hint), qPrintable(this->hint()->text()));
}

void ToolPickerTest::waitsUntilTheFieldIsLeft()
{
    m_picker->setToolId(u"adpworkforcenow"_s);
    QVERIFY(find<QWidget>("paidApiMark")->isVisible());
    type(u"brandnew"_s);
    QVERIFY(!hint()->isVisible());
    QVERIFY(!find<QWidget>("paidApiMark")->isVisible());
    m_after->setFocus();
    QVERIFY(hint()->isVisible());
    type(u"adpworkforcenow"_s);
    QVERIFY(!hint()->isVisible());
    QVERIFY(!find<QWidget>("paidApiMark")->isVisible());
    m_after->setFocus();
    QVERIFY(find<QWidget>("paidApiMark")->isVisible());
}

void ToolPickerTest::aPastedTextCounts()
{
    QApplication::clipboard()->setText(u" personio\n"_s);
    edit()->paste();
    m_after->setFocus();
    QCOMPARE(m_picker->toolId(), u"personio"_s);
    QCOMPARE(edit()->text(), u"Personio"_s);
    // As tools for people who cannot type do it.
    edit()->setText(u"workday"_s);
    QCOMPARE(m_picker->toolId(), u"workday"_s);
}

void ToolPickerTest::anIdComesBeforeItsList()
{
    m_picker->setOffer({});
    m_picker->setToolId(u"payfitpartner"_s);
    QCOMPARE(edit()->text(), u"payfitpartner"_s);
    QVERIFY(!m_picker->isKnown());
    QVERIFY(hint()->text().contains("no list"_L1));
    QSignalSpy changed(m_picker, &ToolPicker::toolChanged);
    m_picker->setOffer(ready());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(edit()->text(), u"PayFit"_s);
    QCOMPARE(m_picker->toolId(), u"payfitpartner"_s);
    QVERIFY(!m_picker->problem());
    QVERIFY(hint()->text().contains("partner"_L1));
    // Another category, which has it not.
    m_picker->setOffer(ready({tool(u"moodle"_s, u"Moodle"_s)}));
    QCOMPARE(m_picker->toolId(), u"payfitpartner"_s);
    QVERIFY(!m_picker->isKnown());
    QCOMPARE(edit()->text(), u"payfitpartner"_s);
}

void ToolPickerTest::whatWasTypedSurvivesANewList()
{
    type(u"pay"_s);
    key(Qt::Key_Down);
    QCOMPARE(highlighted(), u"PayFit"_s);
    QList<Tool> more = someTools();
    more.prepend(tool(u"paylocity"_s, u"Paycor"_s));
    m_picker->setOffer(ready(more));
    QCOMPARE(edit()->text(), u"pay"_s);
    QCOMPARE(edit()->cursorPosition(), 3);
    QVERIFY(m_picker->isListOpen());
    QCOMPARE(find<QListView>("toolList")->model()->rowCount(), 3);
    key(Qt::Key_Return);
    QCOMPARE(m_picker->toolId(), u"payfitpartner"_s);
}

void ToolPickerTest::saysWhereTheListStands_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isRefreshing");
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("action");
    using State = ToolOffer::State;
    const auto number = [](State state) { return static_cast<int>(state); };
    QTest::newRow("not asked") << number(State::NotAsked) << false << QString()
                               << u"The tools have not been read yet."_s << u"Read tools"_s;
    QTest::newRow("loading") << number(State::Loading) << true << QString()
                             << u"Reading the tools…"_s << QString();
    QTest::newRow("failed") << number(State::Failed) << false << u"No network."_s
                            << u"No list: No network."_s << u"Try again"_s;
    QTest::newRow("failed, and asked again") << number(State::Failed) << true << u"No network."_s
                                             << u"Reading the tools…"_s << QString();
    QTest::newRow("ready") << number(State::Ready) << false << QString()
                           << u"45 tools, read 5 min ago"_s << u"Refresh"_s;
    QTest::newRow("ready, and asked again")
        << number(State::Ready) << true << QString()
        << u"45 tools, read 5 min ago. Reading again…"_s << QString();
    QTest::newRow("ready, but not newer")
        << number(State::Ready) << false << u"No network."_s
        << u"45 tools, read 5 min ago. No network."_s << u"Try again"_s;
}

void ToolPickerTest::saysWhereTheListStands()
{
    QFETCH(int, state);
    QFETCH(bool, isRefreshing);
    QFETCH(QString, problem);
    QFETCH(QString, action);
    ToolOffer offer = ready();
    offer.state = static_cast<ToolOffer::State>(state);
    if (offer.state != ToolOffer::State::Ready)
        offer.tools.clear();
    offer.isRefreshing = isRefreshing;
    offer.problem = problem;
    m_picker->setOffer(offer);
    key(Qt::Key_Down);
    QVERIFY(m_picker->isListOpen());
    QTEST(foot(), "text");
    auto *button = find<QPushButton>("toolListAction");
    QCOMPARE(button->isVisible(), !action.isEmpty());
    QCOMPARE(button->text(), action);
    const bool hasList = offer.state == ToolOffer::State::Ready;
    QCOMPARE(find<QListView>("toolList")->isVisible(), hasList);
    QCOMPARE(find<QLabel>("toolListEmpty")->isVisible(), !hasList);
}

void ToolPickerTest::asksForAList()
{
    QSignalSpy refresh(m_picker, &ToolPicker::refreshRequested);
    key(Qt::Key_Down);
    QCOMPARE(refresh.count(), 0);
    QTest::mouseClick(find<QPushButton>("toolListAction"), Qt::LeftButton);
    QCOMPARE(refresh.count(), 1);
    QVERIFY(m_picker->isListOpen());
    QVERIFY(edit()->hasFocus());
    key(Qt::Key_Escape);
    // Nobody has asked yet: opening the list does.
    m_picker->setOffer({});
    key(Qt::Key_Down);
    QCOMPARE(refresh.count(), 2);
    key(Qt::Key_Escape);
    // With nothing to show, typing an id is not disturbed by a list.
    m_picker->setOffer({ToolOffer::State::Failed, {}, {}, u"No network."_s, false});
    type(u"personio"_s);
    QVERIFY(!m_picker->isListOpen());
    QCOMPARE(m_picker->toolId(), u"personio"_s);
    QVERIFY(!m_picker->isKnown());
}

void ToolPickerTest::clears()
{
    auto *clear = find<QWidget>("clearToolButton");
    QVERIFY(!clear->isVisible());
    m_picker->setToolId(u"adpworkforcenow"_s);
    QVERIFY(clear->isVisible());
    QSignalSpy edited(m_picker, &ToolPicker::edited);
    QTest::mouseClick(clear, Qt::LeftButton);
    QVERIFY(!m_picker->toolId());
    QVERIFY(!clear->isVisible());
    QVERIFY(!find<QWidget>("paidApiMark")->isVisible());
    QVERIFY(edit()->hasFocus());
    QCOMPARE(edited.count(), 1);
    QVERIFY(!m_picker->isListOpen());
    m_picker->setToolId(u"  "_s);
    QVERIFY(!m_picker->toolId());
}

void ToolPickerTest::tellsChangesOnce()
{
    QSignalSpy changed(m_picker, &ToolPicker::toolChanged);
    QSignalSpy edited(m_picker, &ToolPicker::edited);
    m_picker->setToolId(u"personio"_s);
    QCOMPARE(changed.count(), 1);
    m_picker->setToolId(u"personio"_s);
    m_picker->setOffer(ready());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(edited.count(), 0);
    type(u"w"_s);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(edited.count(), 1);
    key(Qt::Key_Return);
    QCOMPARE(m_picker->toolId(), u"workday"_s);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(edited.count(), 2);
    m_after->setFocus();
    QCOMPARE(changed.count(), 3);
    QCOMPARE(edited.count(), 2);
}

void ToolPickerTest::showsWhatToKnow()
{
    m_picker->setToolId(u"adpworkforcenow"_s);
    QVERIFY(find<QPushButton>("paidApiMark")->isVisible());
    QVERIFY(find<QPushButton>("partnershipMark")->isVisible());
    QVERIFY(!find<QPushButton>("fastTrackMark")->isVisible());
    auto *note = find<QTextBrowser>("toolNote");
    QVERIFY(!note->isVisible());
    find<QPushButton>("paidApiMark")->setFocus();
    key(Qt::Key_Space);
    QVERIFY(note->isVisible());
    QCOMPARE(note->toPlainText(), u"Costs extra."_s);
    find<QPushButton>("partnershipMark")->click();
    QCOMPARE(note->toPlainText(), u"Only for partners."_s);
    QVERIFY(!find<QPushButton>("paidApiMark")->isChecked());
    QVERIFY(note->isVisible());
    find<QPushButton>("partnershipMark")->setFocus();
    key(Qt::Key_Escape);
    QVERIFY(!note->isVisible());
    find<QPushButton>("paidApiMark")->click();
    m_picker->setToolId(u"personio"_s);
    QVERIFY(!note->isVisible());
    QVERIFY(!find<QPushButton>("paidApiMark")->isVisible());
}

void ToolPickerTest::copiesTheGuide()
{
    m_picker->setToolId(u"adpworkforcenow"_s);
    QSignalSpy copied(m_picker, &ToolPicker::copied);
    QTest::mouseClick(find<QPushButton>("copyGuideButton"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"https://help.kombo.dev/adp?a=b"_s);
    QCOMPARE(copied.count(), 1);
    QCOMPARE(copied.first().first().toString(), u"Connection guide"_s);
    auto *guide = find<QPushButton>("guideButton");
    QVERIFY(guide->toolTip().contains("help.kombo.dev"_L1));
    QTest::mouseClick(guide, Qt::LeftButton);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://help.kombo.dev/adp?a=b"_s)});
}

void ToolPickerTest::opensNoForeignGuide_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("plain http") << u"http://help.kombo.dev/adp"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("a script") << u"javascript:alert(1)"_s;
    QTest::newRow("a user before the host") << u"https://help.kombo.dev@evil.example/"_s;
    QTest::newRow("words") << u"see the wiki"_s;
    QTest::newRow("nothing") << QString();
}

void ToolPickerTest::opensNoForeignGuide()
{
    QFETCH(QString, url);
    QList<Tool> tools = someTools();
    tools[4].connectionGuideUrl = url;
    m_picker->setOffer(ready(tools));
    m_picker->setToolId(u"adpworkforcenow"_s);
    QVERIFY(find<QPushButton>("paidApiMark")->isVisible());
    QVERIFY(!find<QPushButton>("guideButton")->isVisible());
    QVERIFY(!find<QPushButton>("copyGuideButton")->isVisible());
}

void ToolPickerTest::opensTheCoverage()
{
    m_picker->setToolId(u"adpworkforcenow"_s);
    QTest::mouseClick(find<QPushButton>("coverageButton"), Qt::LeftButton);
    auto *sheet = m_picker->findChild<ToolSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(!sheet->isModal());
    QVERIFY(sheet->windowTitle().contains("ADP"_L1));
    QVERIFY(QTest::qWaitForWindowActive(sheet));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    m_picker->setToolId(u"personio"_s); // nothing is known of it
    QVERIFY(!find<QPushButton>("coverageButton")->isVisible());
}

void ToolPickerTest::showsPictures()
{
    ScriptedServer server;
    server.setHandler([](const Request &) {
        return Response::of(200, "image/svg+xml",
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9H0Z" fill="#f00"/></svg>)");
    });
    const QTemporaryDir folder;
    PictureStore pictures(folder.path());
    QList<Tool> tools = someTools();
    for (Tool &each : tools)
        each.iconUrl = server.url(u'/' + each.id).toString();
    m_picker->setPictures(&pictures);
    m_picker->setOffer(ready(tools));
    QTest::qWait(30);
    QVERIFY(server.requests().isEmpty()); // nothing is shown yet

    const auto hasRed = [](QWidget *widget) {
        const QImage image = widget->grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == QColor(Qt::red))
                    return true;
            }
        }
        return false;
    };
    m_picker->setToolId(u"personio"_s);
    QTRY_VERIFY(hasRed(m_picker));
    QCOMPARE(server.requests().size(), 1);
    key(Qt::Key_Down);
    QTRY_VERIFY(hasRed(find<QListView>("toolList")));
    // Only those that can be seen.
    QTest::qWait(50);
    QVERIFY2(server.requests().size() < 25, qPrintable(QString::number(server.requests().size())));
}

void ToolPickerTest::livesWithoutPictures()
{
    auto pictures = std::make_unique<PictureStore>(QString());
    m_picker->setPictures(pictures.get());
    m_picker->setToolId(u"personio"_s);
    key(Qt::Key_Down);
    pictures.reset();
    m_window->grab();
    m_picker->setPictures(nullptr);
    m_window->grab();
    ToolPicker other;
    other.setOffer(ready(
        {tool(QString(QChar(0xD83D)) + QChar(0xDE80), u"🚀 Rocket"_s), tool(u"x"_s, QString())}));
    other.setToolId(u"x"_s);
    other.grab();
    QCOMPARE(other.edit()->text(), u"x"_s);
}

void ToolPickerTest::canBeDisabledAndDeletedWhileOpen()
{
    key(Qt::Key_Down);
    QVERIFY(m_picker->isListOpen());
    delete m_picker;
    QVERIFY(!m_window->findChild<QWidget *>(u"toolPopup"_s));
    m_picker = new ToolPicker(m_window.get());
    m_picker->setEnabled(false);
    m_picker->show();
    m_picker->openList();
    QVERIFY(!m_picker->isListOpen());
    m_picker->setOffer(ready());
    m_picker->setEnabled(true);
    m_picker->openList();
    QVERIFY(m_picker->isListOpen());
    m_window.reset(); // the window may go first, its children in any order
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const Theme theme;
    ToolPickerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_toolpicker.moc"
