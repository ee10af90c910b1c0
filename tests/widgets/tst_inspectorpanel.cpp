// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/exchangelog.h"
#include "ui/inspector/exchangelist.h"
#include "ui/inspector/findbar.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/messageview.h"
#include "ui/parts/quiettabbar.h"
#include "ui/theme/theme.h"
#include "wording/translation.h"

#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTreeView>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;
using namespace std::chrono_literals;

class InspectorPanelTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance()); }
    void init();
    void cleanup();

    void saysThatThereIsNothing();
    void listsWhatArrives();
    void showsTheChosenOne();
    void saysThatABodyWasCut();
    void saysThatNothingWasSent();
    void foldsJson();
    void showsForeignMarkupAsText();
    void filtersAndOffersTheWayBack();
    void keepsTheChoiceThroughAFilter();
    void keepsShowingWhatTheLogDropped();
    void findsInTheBody();
    void findsTheFilterFromTheList();
    void copiesAsAScript();
    void exportsAllOrTheShown_data();
    void exportsAllOrTheShown();
    void saysWhyAnExportFailed();
    void clearsWithUndo();
    void takesTurnsWhenNarrow();
    void showsAnExchangeByNumber();
    void everyControlHasAName();

private:
    template <typename T> T *child(const QString &name = {})
    {
        return m_panel->findChild<T *>(name);
    }
    QString textOf(const QString &name) { return child<QLabel>(name)->text(); }
    void choose(int row) { child<ExchangeList>()->selectRow(row); }
    void openTab(int index) { child<QuietTabBar>()->setCurrentIndex(index); }
    MessageView *response() { return child<MessageView>(u"responseView"_s); }
    QString exportTo(const QString &file, const QString &entry);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ExchangeLog> m_log;
    std::unique_ptr<InspectorPanel> m_panel;
};

namespace {

Exchange exchange(const QString &endpoint, int status = 200)
{
    Exchange made;
    made.endpoint = endpoint;
    made.startedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    made.method = "GET";
    made.url = u"https://api.kombo.dev/v1/"_s + endpoint;
    made.requestHeaders = {{"Authorization", "***"}, {"Accept", "application/json"}};
    made.status = status;
    made.responseHeaders = {{"Content-Type", "application/json"}};
    made.responseBody = R"({"data":{"tool":"<b>personio</b>","again":"tool"}})";
    made.responseSize = made.responseBody.size();
    made.timings = {1ms, 5ms, 20ms, 24ms};
    return made;
}

} // namespace

void InspectorPanelTest::init()
{
    StrictTest::init();
    m_theme = std::make_unique<Theme>();
    m_log = std::make_unique<ExchangeLog>();
    m_panel = std::make_unique<InspectorPanel>();
    m_panel->resize(1000, 340);
    m_panel->setLog(m_log.get());
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void InspectorPanelTest::cleanup()
{
    m_panel.reset();
    m_log.reset();
    m_theme.reset();
}

void InspectorPanelTest::saysThatThereIsNothing()
{
    QCOMPARE(textOf(u"stateHeadline"_s), u"No requests yet"_s);
    QVERIFY(!child<QPushButton>(u"inspectorExport"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"inspectorClear"_s)->isEnabled());
}

void InspectorPanelTest::listsWhatArrives()
{
    m_log->append(exchange(u"getTools"_s, 429));
    auto *list = child<ExchangeList>();
    QVERIFY(list->isVisible());
    QStringList row;
    for (int column = 0; column < list->model()->columnCount(); ++column)
        row.append(list->model()->index(0, column).data().toString());
    row.removeAt(1); // the clock of this computer
    const QStringList expected{
        u"1"_s, u"GET"_s, u"getTools"_s, u"429"_s, u"24 ms"_s, u"50 B"_s, u"1"_s};
    QCOMPARE(row, expected);
    QVERIFY(textOf(u"inspectorCount"_s).startsWith(u"1 request"_s));
}

void InspectorPanelTest::showsTheChosenOne()
{
    m_log->append(exchange(u"getTools"_s));
    m_log->append(exchange(u"checkApiKey"_s, 401));
    choose(1);
    QCOMPARE(textOf(u"overviewOutcome"_s), u"401 Unauthorized"_s);
    QCOMPARE(
        child<QLineEdit>(u"overviewUrl"_s)->text(), u"GET https://api.kombo.dev/v1/checkApiKey"_s);
    QCOMPARE(textOf(u"overviewDuration"_s), u"24 ms"_s);
    choose(0);
    QCOMPARE(textOf(u"overviewOutcome"_s), u"200 OK"_s);
}

void InspectorPanelTest::saysThatABodyWasCut()
{
    Exchange cut = exchange(u"getTools"_s);
    cut.isResponseCut = true;
    cut.responseSize = 2'000'000;
    m_log->append(cut);
    choose(0);
    QCOMPARE(textOf(u"overviewSize"_s), u"2.0 MB, of which the first 50 B are kept"_s);
    openTab(2);
    QCOMPARE(response()->findChild<QLabel *>(u"messageNote"_s)->text(),
        u"Only the first 50 B of 2.0 MB are kept."_s);
}

void InspectorPanelTest::saysThatNothingWasSent()
{
    Exchange failed = exchange(u"getTools"_s, 0);
    failed.ending = Exchange::Ending::NotConnected;
    failed.problem = u"Connection refused"_s;
    failed.responseBody.clear();
    m_log->append(failed);
    choose(0);
    QCOMPARE(textOf(u"overviewOutcome"_s),
        u"No connection was made; nothing was sent (Connection refused)"_s);
    QCOMPARE(textOf(u"overviewSize"_s), u"None"_s);
}

void InspectorPanelTest::foldsJson()
{
    m_log->append(exchange(u"getTools"_s));
    choose(0);
    openTab(2);
    auto *tree = response()->findChild<QTreeView *>();
    QVERIFY(tree->isVisible());
    const QModelIndex data = tree->model()->index(0, 0);
    QCOMPARE(data.data().toString(), u"data: {2}"_s);
    QVERIFY(tree->isExpanded(data));
    tree->setFocus();
    tree->setCurrentIndex(data);
    QTest::keyClick(tree, Qt::Key_Left);
    QVERIFY(!tree->isExpanded(data));
}

void InspectorPanelTest::showsForeignMarkupAsText()
{
    Exchange foreign = exchange(u"getTools"_s);
    foreign.problem = u"<b>bold</b>"_s;
    foreign.responseBody = "<html><b>bold</b></html>";
    m_log->append(foreign);
    choose(0);
    QCOMPARE(child<QLabel>(u"overviewOutcome"_s)->textFormat(), Qt::PlainText);
    openTab(2);
    QCOMPARE(response()->view(), MessageView::View::Raw);
    QCOMPARE(
        response()->findChild<QPlainTextEdit *>()->toPlainText(), u"<html><b>bold</b></html>"_s);
}

void InspectorPanelTest::filtersAndOffersTheWayBack()
{
    m_log->append(exchange(u"getTools"_s));
    m_log->append(exchange(u"checkApiKey"_s));
    auto *filter = child<QLineEdit>(u"inspectorFilter"_s);
    filter->setText(u"apikey"_s);
    QCOMPARE(textOf(u"inspectorCount"_s), u"1 of 2"_s);
    filter->setText(u"<i>nowhere"_s);
    QCOMPARE(textOf(u"stateHeadline"_s), u"Nothing matches"_s);
    QCOMPARE(textOf(u"stateText"_s), u"No request holds “<i>nowhere”."_s);
    child<QPushButton>(u"stateAction"_s)->click();
    QVERIFY(textOf(u"inspectorCount"_s).startsWith(u"2 request"_s));
    QVERIFY(child<ExchangeList>()->isVisible());
}

void InspectorPanelTest::keepsTheChoiceThroughAFilter()
{
    m_log->append(exchange(u"getTools"_s));
    m_log->append(exchange(u"checkApiKey"_s, 401));
    choose(1);
    auto *filter = child<QLineEdit>(u"inspectorFilter"_s);
    filter->setText(u"tools"_s);
    QCOMPARE(textOf(u"overviewOutcome"_s), u"401 Unauthorized"_s);
    filter->clear();
    QCOMPARE(child<ExchangeList>()->currentIndex().row(), 1);
}

void InspectorPanelTest::keepsShowingWhatTheLogDropped()
{
    ExchangeLog small(1, qsizetype{1024} * 1024);
    m_panel->setLog(&small);
    small.append(exchange(u"checkApiKey"_s, 401));
    choose(0);
    small.append(exchange(u"getTools"_s));
    QCOMPARE(child<ExchangeList>()->model()->rowCount(), 1);
    QCOMPARE(textOf(u"overviewOutcome"_s), u"401 Unauthorized"_s);
    m_panel->setLog(nullptr);
}

void InspectorPanelTest::findsInTheBody()
{
    m_log->append(exchange(u"getTools"_s));
    choose(0);
    child<QuietTabBar>()->setFocus();
    QTest::keyClick(child<QuietTabBar>(), Qt::Key_F, Qt::ControlModifier);
    auto *edit = response()->findChild<QLineEdit *>(u"findEdit"_s);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, u"tool"_s);
    const auto *position = response()->findChild<QLabel *>(u"findPosition"_s);
    QCOMPARE(position->text(), u"1 of 2"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(position->text(), u"2 of 2"_s);
    auto *tree = response()->findChild<QTreeView *>();
    QCOMPARE(tree->currentIndex().data().toString(), u"again: \"tool\""_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(position->text(), u"1 of 2"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(position->text(), u"2 of 2"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!response()->findChild<FindBar *>()->isVisible());
}

void InspectorPanelTest::findsTheFilterFromTheList()
{
    m_log->append(exchange(u"getTools"_s));
    child<ExchangeList>()->setFocus();
    QTest::keyClick(child<ExchangeList>(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(child<QLineEdit>(u"inspectorFilter"_s)->hasFocus());
}

void InspectorPanelTest::copiesAsAScript()
{
    m_log->append(exchange(u"getTools"_s));
    choose(0);
    const QMenu *menu = child<QPushButton>(u"copyAsButton"_s)->menu();
    QCOMPARE(menu->actions().size(), 4);
    menu->actions().constFirst()->trigger();
    const QString script = QGuiApplication::clipboard()->text();
    QVERIFY(script.contains("CONNECT_DESK_API_KEY"_L1));
    QVERIFY(script.contains("https://api.kombo.dev/v1/getTools"_L1));
    QCOMPARE(textOf(u"inspectorCount"_s), u"cURL (POSIX shell) copied"_s);
}

QString InspectorPanelTest::exportTo(const QString &file, const QString &entry)
{
    for (const QAction *action : child<QPushButton>(u"inspectorExport"_s)->menu()->actions()) {
        if (action->text() == entry)
            const_cast<QAction *>(action)->trigger();
    }
    auto *dialog = child<QFileDialog>(u"harDialog"_s);
    Q_EMIT dialog->fileSelected(file);
    dialog->reject();
    return textOf(u"noticeHeadline"_s);
}

void InspectorPanelTest::exportsAllOrTheShown_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("beginning");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << u"All requests…"_s << u"2 request"_s << 2;
    QTest::newRow("the shown") << u"Shown requests…"_s << u"1 request"_s << 1;
}

void InspectorPanelTest::exportsAllOrTheShown()
{
    QFETCH(const QString, entry);
    const QTemporaryDir folder;
    m_log->append(exchange(u"getTools"_s));
    m_log->append(exchange(u"checkApiKey"_s));
    child<QLineEdit>(u"inspectorFilter"_s)->setText(u"tools"_s);
    QFETCH(const QString, beginning);
    QVERIFY(exportTo(folder.filePath(u"x.har"_s), entry).startsWith(beginning));
    QFile file(folder.filePath(u"x.har"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonDocument har = QJsonDocument::fromJson(file.readAll());
    QTEST(int(har["log"_L1]["entries"_L1].toArray().size()), "count");
}

void InspectorPanelTest::saysWhyAnExportFailed()
{
    const QTemporaryDir folder;
    m_log->append(exchange(u"getTools"_s));
    const QString headline = exportTo(folder.filePath(u"no/such/x.har"_s), u"All requests…"_s);
    QCOMPARE(headline, u"The requests were not exported."_s);
    QVERIFY(textOf(u"noticeText"_s).contains(u"x.har"_s));
}

void InspectorPanelTest::clearsWithUndo()
{
    m_log->append(exchange(u"getTools"_s));
    choose(0);
    child<QPushButton>(u"inspectorClear"_s)->click();
    QCOMPARE(m_log->exchanges().size(), 0);
    QCOMPARE(textOf(u"stateHeadline"_s), u"No requests yet"_s);
    m_log->append(exchange(u"checkApiKey"_s));
    child<QPushButton>(u"noticeAction"_s)->click();
    QCOMPARE(m_log->exchanges().size(), 2);
    QCOMPARE(m_log->exchanges().constFirst().endpoint, u"getTools"_s);
    QVERIFY(textOf(u"inspectorCount"_s).startsWith(u"2 request"_s));
}

void InspectorPanelTest::takesTurnsWhenNarrow()
{
    m_log->append(exchange(u"getTools"_s));
    m_panel->resize(420, 300);
    auto *list = child<ExchangeList>();
    auto *back = child<QPushButton>(u"detailBack"_s);
    QVERIFY(list->isVisible());
    QVERIFY(!back->isVisible());
    choose(0);
    QVERIFY(!list->isVisible());
    QVERIFY(back->isVisible());
    back->click();
    QVERIFY(list->isVisible());
    QVERIFY(list->hasFocus());
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualRect(list->currentIndex()).center());
    QVERIFY(back->isVisible()); // the same one again
}

void InspectorPanelTest::showsAnExchangeByNumber()
{
    m_log->append(exchange(u"getTools"_s));
    m_log->append(exchange(u"checkApiKey"_s, 401));
    child<QLineEdit>(u"inspectorFilter"_s)->setText(u"tools"_s);
    QVERIFY(m_panel->showExchange(2));
    QCOMPARE(textOf(u"overviewOutcome"_s), u"401 Unauthorized"_s);
    QCOMPARE(child<ExchangeList>()->currentIndex().row(), 1);
    QVERIFY(!m_panel->showExchange(3));
}

void InspectorPanelTest::everyControlHasAName()
{
    m_log->append(exchange(u"getTools"_s));
    choose(0);
    for (const QWidget *widget : m_panel->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
            || widget->objectName().startsWith("qt_"_L1))
            continue;
        const QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        const QString name = accessible->text(QAccessible::Name);
        if (!qobject_cast<const QScrollArea *>(widget))
            QVERIFY2(!name.isEmpty(),
                qPrintable(widget->objectName() + u' '
                    + QString::fromLatin1(widget->metaObject()->className())));
    }
}

DESK_TEST_MAIN(QApplication, InspectorPanelTest)

#include "tst_inspectorpanel.moc"
