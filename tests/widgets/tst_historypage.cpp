// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/historypage.h"
#include "ui/history/ledgernotice.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/parts/notice.h"
#include "ui/theme/metrics.h"

#include "export/har.h"
#include "support/historyscene.h"
#include "support/stricttest.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::HistoryScene;

class HistoryPageTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysHowItEnded_data();
    void saysHowItEnded();
    void saysWhatIsKnownOfAnUnfinishedOne_data();
    void saysWhatIsKnownOfAnUnfinishedOne();
    void followsWhatHappens();
    void duplicatesIntoTheForm();
    void opensTheIntegration();
    void offersNoIntegrationWhereNoneCame();
    void copiesASummary();
    void savesNotesOnLeavingThem();
    void showsTimelineAndRequests();
    void saysWhyARecordCannotBeShown();
    void deletesAndUndoes();
    void saysWhenItIsGone();
    void triesAgainAfterAFailure();
    void masksWhatIsPersonal();
    void everyControlHasAName();
    void tellsOfTheLedger();
    void saysNoMoreOnceTheLedgerWorks();

private:
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_page->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void open(const QUuid &id);
    void press(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString text(const char *name) { return find<QLabel>(name)->text(); }
    QString values();

    std::unique_ptr<HistoryScene> m_scene;
    std::unique_ptr<HistoryPage> m_page;
};

namespace {

Attempt northwind()
{
    Attempt attempt = HistoryScene::attemptOf(u"Northwind Ltd"_s);
    attempt.email = u"ada@lovelace.org"_s;
    attempt.originId = u"tenant-77"_s;
    attempt.tool = u"hibob"_s;
    attempt.request = {{u"end_user_email"_s, u"ada@lovelace.org"_s},
        {u"end_user_organization_name"_s, u"Northwind Ltd"_s},
        {u"end_user_origin_id"_s, u"tenant-77"_s}, {u"integration_category"_s, u"HRIS"_s},
        {u"integration_tool"_s, u"hibob"_s}, {u"language"_s, u"de"_s}};
    return attempt;
}

QByteArray someTimeline()
{
    return R"({"format":"connect-desk-timeline","version":1,"dropped":0,"entries":[
        {"at":"2026-11-22T12:00:00.000Z","ms":1500,"group":"link","severity":"success",
         "sentence":"The link for ada@lovelace.org is there","count":1}]})";
}

QByteArray someHar()
{
    Exchange exchange;
    exchange.number = 1;
    exchange.endpoint = u"createConnectionLink"_s;
    exchange.startedAt = QDateTime::currentDateTimeUtc();
    exchange.method = "POST";
    exchange.url = u"https://api.kombo.dev/v1/connect/create-link"_s;
    exchange.status = 200;
    return harDocument({exchange}, u"1.0"_s);
}

} // namespace

void HistoryPageTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<HistoryScene>();
    m_page = std::make_unique<HistoryPage>(m_scene->history);
    m_page->resize(460, 900);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void HistoryPageTest::cleanup()
{
    m_page.reset();
    m_scene.reset();
}

void HistoryPageTest::open(const QUuid &id)
{
    m_page->open(id);
    QTRY_VERIFY(!m_scene->history.details().isReading());
    QTRY_VERIFY(m_scene->history.details().timeline() || !m_scene->history.details().attempt());
}

QString HistoryPageTest::values()
{
    QStringList texts;
    const auto *view = find<QWidget>("attemptValues");
    for (const QLabel *label : view->findChildren<QLabel *>()) {
        if (!label->isHidden())
            texts.append(label->text());
    }
    for (const QLineEdit *id : view->findChildren<QLineEdit *>()) {
        if (!id->isHidden())
            texts.append(id->text());
    }
    return texts.join(u'\n');
}

void HistoryPageTest::saysHowItEnded_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("next");
    QTest::newRow("connected") << AttemptOutcome::Connected << u"Connected"_s
                               << u"Open integration"_s;
    QTest::newRow("closed") << AttemptOutcome::ClosedBeforeFinishing << u"Closed before finishing"_s
                            << u"Duplicate into form"_s;
    QTest::newRow("failed") << AttemptOutcome::Failed << u"No link was made"_s
                            << u"Duplicate into form"_s;
    QTest::newRow("sent") << AttemptOutcome::LinkCreated << u"Link created"_s << QString();
    QTest::newRow("not known") << AttemptOutcome::Unknown << u"Not known"_s << QString();
}

void HistoryPageTest::saysHowItEnded()
{
    QFETCH(AttemptOutcome, outcome);
    const QUuid id = m_scene->begin(northwind());
    m_scene->end(id, outcome);
    open(id);
    QCOMPARE(text("attemptHeadline"), u"Northwind Ltd"_s);
    QFETCH(QString, headline);
    QVERIFY(text("attemptOutcome").startsWith(headline));
    const auto *next = find<QPushButton>("attemptNextStep");
    QTEST(next->isVisible() ? next->text() : QString(), "next");
    QVERIFY(values().contains("ada@lovelace.org"_L1));
    QVERIFY(values().contains("Deutsch"_L1));
    QVERIFY(values().contains("1 min 2 s"_L1));
}

void HistoryPageTest::saysWhatIsKnownOfAnUnfinishedOne_data()
{
    QTest::addColumn<AttemptStep>("step");
    QTest::addColumn<QString>("advice");
    QTest::newRow("asked for a link") << AttemptStep::Requested << u"nobody was shown it"_s;
    QTest::newRow("has a link") << AttemptStep::LinkCreated << u"before the flow was opened"_s;
    QTest::newRow("open") << AttemptStep::FlowOpened << u"connected twice"_s;
    QTest::newRow("has a token") << AttemptStep::TokenReceived << u"do not connect"_s;
}

void HistoryPageTest::saysWhatIsKnownOfAnUnfinishedOne()
{
    QFETCH(AttemptStep, step);
    QFETCH(QString, advice);
    Attempt attempt = northwind();
    attempt.instance = u"of-another-day"_s;
    const QUuid id = m_scene->begin(attempt);
    if (step != AttemptStep::Requested)
        m_scene->keeper.tell(AttemptReached{id, step});
    open(id);
    QVERIFY(text("attemptOutcome").startsWith("Unfinished"_L1));
    QVERIFY2(text("attemptAdvice").contains(advice), qPrintable(text("attemptAdvice")));
}

void HistoryPageTest::followsWhatHappens()
{
    Attempt attempt = northwind();
    attempt.instance = m_scene->keeper.instance();
    const QUuid id = m_scene->begin(attempt);
    open(id);
    QVERIFY(text("attemptOutcome").startsWith("Under way"_L1));
    QVERIFY(!find<QPushButton>("deleteAttemptButton")->isEnabled());
    m_scene->end(id, AttemptOutcome::Connected);
    QTRY_VERIFY(text("attemptOutcome").startsWith("Connected"_L1));
    QVERIFY(find<QPushButton>("deleteAttemptButton")->isEnabled());
}

void HistoryPageTest::duplicatesIntoTheForm()
{
    open(m_scene->begin(northwind()));
    std::optional<ConnectDetails> details;
    connect(m_page.get(), &HistoryPage::duplicateRequested, m_page.get(),
        [&details](const ConnectDetails &wanted, const QString &profileId) {
            details = wanted;
            QCOMPARE(profileId, u"practice"_s);
        });
    press("duplicateButton");
    QVERIFY(details);
    QCOMPARE(details->email, u"ada@lovelace.org"_s);
    QCOMPARE(details->language, FlowLanguage::German);
}

void HistoryPageTest::opensTheIntegration()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->end(id, AttemptOutcome::Connected);
    open(id);
    QSignalSpy opened(m_page.get(), &HistoryPage::integrationRequested);
    QSignalSpy reconnected(m_page.get(), &HistoryPage::reconnectRequested);
    press("openIntegrationButton");
    press("attemptNextStep");
    press("reconnectAttemptButton");
    QCOMPARE(opened.count(), 2);
    QCOMPARE(reconnected.count(), 1);
    QCOMPARE(reconnected.constFirst(),
        (QVariantList{u"practice"_s, u"hibob:Zk3vT8mQe5LwXc2RhYp7Nb4D"_s}));
}

void HistoryPageTest::offersNoIntegrationWhereNoneCame()
{
    open(m_scene->begin(northwind()));
    QVERIFY(!find<QPushButton>("openIntegrationButton")->isEnabled());
    QVERIFY(!find<QPushButton>("reconnectAttemptButton")->isEnabled());
    QVERIFY(!find<QPushButton>("reconnectAttemptButton")->toolTip().isEmpty());
}

void HistoryPageTest::copiesASummary()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->end(id, AttemptOutcome::Connected);
    open(id);
    find<QPlainTextEdit>("attemptNotes")->setPlainText(u"Call on Monday"_s);
    QSignalSpy copied(m_page.get(), &HistoryPage::copied);
    press("copySummaryButton");
    QCOMPARE(copied.count(), 1);
    const QString summary = QApplication::clipboard()->text();
    for (const QString &fact : {u"Organization: Northwind Ltd"_s, u"Outcome: Connected"_s,
             u"Integration ID: hibob:Zk3vT8mQe5LwXc2RhYp7Nb4D"_s, u"Notes: Call on Monday"_s})
        QVERIFY2(summary.contains(fact), qPrintable(summary));
}

void HistoryPageTest::savesNotesOnLeavingThem()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->history.details().setNotesPause(1h);
    open(id);
    auto *notes = find<QPlainTextEdit>("attemptNotes");
    notes->setFocus();
    QTest::keyClicks(notes, u"Calls back"_s);
    QTest::keyClick(notes, Qt::Key_Tab);
    QTRY_COMPARE(text("attemptNotesState"), u"Saved"_s);
    QCOMPARE(m_scene->history.details().attempt()->notes, u"Calls back"_s);
    QCOMPARE(notes->toPlainText(), u"Calls back"_s);
}

void HistoryPageTest::showsTimelineAndRequests()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->end(id, AttemptOutcome::Connected, {someTimeline(), someHar()});
    open(id);
    auto *timeline = find<QTableView>("attemptTimeline");
    QVERIFY(!timeline->isVisible());
    press("attemptTimelineToggle");
    QVERIFY(timeline->isVisible());
    QCOMPARE(timeline->model()->rowCount(), 1);
    press("attemptExchangesToggle");
    QVERIFY(!find<QLabel>("attemptExchangesNote")->isVisible());
    QVERIFY(m_page->findChild<QWidget *>(u"attemptExchangesToggle"_s));
    const auto *inspector = m_page->findChild<InspectorPanel *>();
    QVERIFY(inspector);
    // No wider than the column of the window that the page stands in.
    const int wanted = inspector->minimumSizeHint().width();
    QVERIFY2(wanted <= Metrics::space(78), qPrintable(QString::number(wanted)));
    // It is a copy of what the ledger holds.
    QVERIFY(!inspector->findChild<QPushButton *>(u"inspectorClear"_s)->isVisible());
    QCOMPARE(m_page->findChildren<QTableView *>().size(), 2);
}

void HistoryPageTest::saysWhyARecordCannotBeShown()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->end(id, AttemptOutcome::Connected, {"{}", {}});
    open(id);
    press("attemptTimelineToggle");
    press("attemptExchangesToggle");
    QVERIFY(text("attemptTimelineNote").contains("format"_L1));
    QVERIFY(find<QLabel>("attemptTimelineNote")->isVisible());
    QVERIFY(text("attemptExchangesNote").contains("No requests"_L1));
}

void HistoryPageTest::deletesAndUndoes()
{
    const QUuid id = m_scene->begin(northwind());
    open(id);
    press("deleteAttemptButton");
    QCOMPARE(text("stateHeadline"), u"Attempt deleted"_s);
    QVERIFY(find<QPushButton>("stateAction")->hasFocus());
    QVERIFY(m_scene->history.details().isGone());
    QTest::keyClick(find<QPushButton>("stateAction"), Qt::Key_Space);
    QTRY_VERIFY(find<QWidget>("attemptValues")->isVisible());
    QCOMPARE(text("attemptHeadline"), u"Northwind Ltd"_s);
}

void HistoryPageTest::saysWhenItIsGone()
{
    const QUuid id = m_scene->begin(northwind());
    open(id);
    m_scene->history.bin().setTime(1ms);
    press("deleteAttemptButton");
    QTRY_VERIFY(text("stateHeadline").contains("not in the history"_L1));
    QVERIFY(find<QLabel>("stateHeadline")->isVisible());
    QVERIFY(!find<QPushButton>("stateAction")->isVisible());
    QSignalSpy back(m_page.get(), &HistoryPage::backRequested);
    press("stateSecondAction");
    QCOMPARE(back.count(), 1);
}

void HistoryPageTest::triesAgainAfterAFailure()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->failWith(LedgerError::Reason::DiskFull);
    open(id);
    QTRY_VERIFY(text("stateHeadline").contains("disk is full"_L1));
    m_scene->failWith(std::nullopt);
    press("stateAction");
    QTRY_VERIFY(find<QWidget>("attemptValues")->isVisible());
}

void HistoryPageTest::masksWhatIsPersonal()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->keeper.tell(AttemptNoted{id, u"Write to ada@lovelace.org"_s});
    m_scene->end(id, AttemptOutcome::Connected, {someTimeline(), someHar()});
    open(id);
    m_page->setMasked(true);
    press("attemptTimelineToggle");
    press("attemptExchangesToggle");
    for (const QString &secret : {u"ada@"_s, u"tenant-77"_s, u"Zk3vT8mQe5"_s}) {
        QVERIFY2(!values().contains(secret), qPrintable(secret));
        QVERIFY(!find<QPlainTextEdit>("attemptNotes")->toPlainText().contains(secret));
    }
    const QAbstractItemModel *timeline = find<QTableView>("attemptTimeline")->model();
    QVERIFY(!timeline->index(0, 3).data().toString().contains("ada@"_L1));
    QVERIFY(text("attemptExchangesNote").contains("hidden"_L1));
    QCOMPARE(m_page->findChildren<QTableView *>().size(), 1);
    m_page->setMasked(false);
    QVERIFY(values().contains("ada@lovelace.org"_L1));
    QCOMPARE(find<QPlainTextEdit>("attemptNotes")->toPlainText(), u"Write to ada@lovelace.org"_s);
    m_page->leave();
    QVERIFY(m_scene->history.details().id().isNull());
}

void HistoryPageTest::everyControlHasAName()
{
    const QUuid id = m_scene->begin(northwind());
    m_scene->end(id, AttemptOutcome::Connected, {someTimeline(), someHar()});
    open(id);
    press("attemptTimelineToggle");
    const QList<QWidget *> widgets = m_page->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const QString name = QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), qPrintable(widget->objectName()));
        const auto *button = qobject_cast<QToolButton *>(widget);
        if (button && button->text().isEmpty())
            QCOMPARE(button->toolTip(), name);
    }
}

void HistoryPageTest::tellsOfTheLedger()
{
    LedgerNotice notice;
    QVERIFY(notice.isHidden());
    QSignalSpy again(&notice, &LedgerNotice::tryAgainRequested);
    QSignalSpy folder(&notice, &LedgerNotice::folderRequested);
    LedgerNotice::State state;
    state.problem = LedgerError{LedgerError::Reason::DiskFull, u"ledger.sqlite"_s, {}};
    state.waiting = 3;
    notice.present(state);
    QVERIFY(!notice.isHidden());
    const auto *text = notice.findChild<QLabel *>(u"noticeText"_s);
    QVERIFY2(text->text().contains(u'3'), qPrintable(text->text()));
    notice.findChild<QPushButton *>(u"noticeAction"_s)->click();
    QCOMPARE(again.count(), 1);
    auto *inner = notice.findChild<Notice *>();
    inner->dismiss();
    state.waiting = 4;
    notice.present(state);
    QVERIFY(inner->isHidden());
    state.dropped = 1;
    notice.present(state);
    QVERIFY(!inner->isHidden());
    state.dropped = 0;
    state.problem.reset();
    state.waiting = 0;
    state.keptAside = u"data/ledger-damaged-1.sqlite"_s;
    notice.present(state);
    QVERIFY(text->text().contains("ledger-damaged-1.sqlite"_L1));
    notice.findChild<QPushButton *>(u"noticeAction"_s)->click();
    QCOMPARE(folder.constFirst().constFirst().toString(), u"data/ledger-damaged-1.sqlite"_s);
}

void HistoryPageTest::saysNoMoreOnceTheLedgerWorks()
{
    LedgerNotice notice;
    LedgerNotice::State state;
    state.problem = LedgerError{LedgerError::Reason::Locked, {}, {}};
    notice.present(state);
    QVERIFY(!notice.isHidden());
    notice.present({});
    QVERIFY(notice.isHidden());
}

DESK_TEST_MAIN(QApplication, HistoryPageTest)
#include "tst_historypage.moc"
