// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "history/attemptrequest.h"
#include "history/historyfilter.h"
#include "history/ledgersettings.h"

#include "support/historyscene.h"
#include "support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using desk::test::HistoryScene;

class HistoryTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTheNewestFirst();
    void readsOnPageByPage();
    void countsWhatItHasNotRead();
    void findsByText();
    void takesTheLastOfQuickQueries();
    void keepsWhatIsThereWhileItUpdates();
    void bringsManyNewOnes();
    void noticesWhatWentElsewhere();
    void readsTheFileThatTookItsPlace();
    void tellsWhoIsStillAtWork();
    void keepsItsRowsWhenReadingFails();
    void recoversFromAFailure();
    void hidesAndBringsBack();
    void cannotBringBackForEver();
    void opensAnAttempt();
    void saysWhenAnAttemptIsGone();
    void savesNotesAfterAPause();
    void savesNotesWhenAnotherIsOpened();
    void keepsWhatIsTypedWhileOthersWrite();
    void cutsNotesThatAreTooLong();
    void asksAgainAsTheFormWould();
    void fillsFromTheAttemptWhatARequestDoesNotSay();
    void narrowsDown_data();
    void narrowsDown();
    void remembersRetention_data();
    void remembersRetention();
    void keepsEverythingUnderALaterVersion();

private:
    HistoryModel &list() { return m_scene->history.list(); }
    AttemptDetails &details() { return m_scene->history.details(); }
    QStringList organizations();
    void load(const AttemptQuery &query = {});

    std::unique_ptr<HistoryScene> m_scene;
};

void HistoryTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<HistoryScene>();
}

QStringList HistoryTest::organizations()
{
    QStringList names;
    for (int row = 0; row < list().rowCount(); ++row)
        names.append(list().entryAt(row).organization);
    return names;
}

void HistoryTest::load(const AttemptQuery &query)
{
    list().setQuery(query);
    QTRY_VERIFY(list().isAnswered() && !list().isSearching());
}

void HistoryTest::listsTheNewestFirst()
{
    m_scene->begin(u"Northwind Ltd"_s);
    m_scene->begin(u"Contoso GmbH"_s);
    const QAbstractItemModelTester tester(
        &list(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    load();
    QCOMPARE(organizations(), (QStringList{u"Contoso GmbH"_s, u"Northwind Ltd"_s}));
    QCOMPARE(list().total(), std::optional<qint64>(2));
    QVERIFY(!list().canFetchMore({}));
}

void HistoryTest::readsOnPageByPage()
{
    for (int i = 0; i < 250; ++i)
        m_scene->begin(u"Client %1"_s.arg(i));
    load();
    QCOMPARE(list().rowCount(), HistoryModel::pageSize);
    list().fetchMore({});
    list().fetchMore({}); // asks once
    QTRY_COMPARE(list().rowCount(), 200);
    list().fetchMore({});
    QTRY_COMPARE(list().rowCount(), 250);
    QVERIFY(!list().canFetchMore({}));
    QCOMPARE(organizations().constLast(), u"Client 0"_s);
    QStringList all = organizations();
    QCOMPARE(all.removeDuplicates(), 0);
}

void HistoryTest::countsWhatItHasNotRead()
{
    for (int i = 0; i < 130; ++i)
        m_scene->begin(u"Client %1"_s.arg(i));
    load();
    QTRY_COMPARE(list().total(), std::optional<qint64>(130));
}

void HistoryTest::findsByText()
{
    m_scene->begin(u"Northwind Ltd"_s);
    m_scene->begin(u"Contoso GmbH"_s);
    AttemptQuery query;
    query.text = u"contos"_s;
    load(query);
    QCOMPARE(organizations(), QStringList{u"Contoso GmbH"_s});
    query.text = u"nobody"_s;
    load(query);
    QTRY_COMPARE(list().rowCount(), 0);
    QCOMPARE(list().total(), std::optional<qint64>(0));
}

void HistoryTest::takesTheLastOfQuickQueries()
{
    m_scene->begin(u"Northwind Ltd"_s);
    m_scene->begin(u"Contoso GmbH"_s);
    load();
    QSignalSpy resets(&list(), &QAbstractItemModel::modelReset);
    for (const QString &typed : {u"c"_s, u"co"_s, u"con"_s}) {
        AttemptQuery query;
        query.text = typed;
        list().setQuery(query);
    }
    QTRY_VERIFY(!list().isSearching());
    QCOMPARE(organizations(), QStringList{u"Contoso GmbH"_s});
    QCOMPARE(resets.count(), 1);
}

void HistoryTest::keepsWhatIsThereWhileItUpdates()
{
    const QUuid first = m_scene->begin(u"Northwind Ltd"_s);
    load();
    const QPersistentModelIndex kept = list().index(0);
    QSignalSpy resets(&list(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(&list(), &QAbstractItemModel::dataChanged);
    m_scene->begin(u"Contoso GmbH"_s);
    QTRY_COMPARE(list().rowCount(), 2);
    QCOMPARE(kept.row(), 1);
    m_scene->end(first, AttemptOutcome::Connected);
    QTRY_COMPARE(list().entryAt(1).outcome, AttemptOutcome::Connected);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(list().total(), std::optional<qint64>(2));
}

void HistoryTest::bringsManyNewOnes()
{
    m_scene->begin(u"Northwind Ltd"_s);
    load();
    m_scene->pause();
    for (int i = 0; i < 350; ++i)
        m_scene->begin(u"Client %1"_s.arg(i));
    m_scene->resume();
    QTRY_COMPARE(list().rowCount(), 351);
    QCOMPARE(organizations().constLast(), u"Northwind Ltd"_s);
    QCOMPARE(organizations().constFirst(), u"Client 349"_s);
}

void HistoryTest::noticesWhatWentElsewhere()
{
    QList<QUuid> ids;
    for (int i = 0; i < 150; ++i)
        ids.append(m_scene->begin(u"Client %1"_s.arg(i)));
    load();
    list().fetchMore({});
    QTRY_COMPARE(list().rowCount(), 150);
    list().setVisible(140, 149);
    // The first of these is far below the newest page, and in sight.
    m_scene->keeper.tell(AttemptHidden{ids.at(5), true});
    m_scene->keeper.tell(AttemptHidden{ids.at(148), true});
    QTRY_COMPARE(list().rowCount(), 148);
    QCOMPARE(list().rowOf(ids.at(5)), -1);
    QCOMPARE(list().rowOf(ids.at(148)), -1);
}

// Another instance has restored a backup or begun anew after damage.
void HistoryTest::readsTheFileThatTookItsPlace()
{
    for (int i = 0; i < 3; ++i)
        m_scene->end(m_scene->begin(u"Client %1"_s.arg(i)), AttemptOutcome::Connected);
    load();
    QCOMPARE(list().rowCount(), 3);
    QVERIFY(QFile::rename(ledgerFile(m_scene->folder()), m_scene->folder() + u"/aside"_s));
    LedgerKeeper other(m_scene->folder());
    QVERIFY(other.tell(AttemptBegun{HistoryScene::attemptOf(u"Elsewhere"_s)}));
    m_scene->begin(u"Here"_s);
    QTRY_COMPARE(organizations(), (QStringList{u"Here"_s, u"Elsewhere"_s}));
}

void HistoryTest::tellsWhoIsStillAtWork()
{
    Attempt mine = HistoryScene::attemptOf(u"Northwind Ltd"_s);
    mine.instance = m_scene->keeper.instance();
    m_scene->begin(mine);
    Attempt lost = HistoryScene::attemptOf(u"Contoso GmbH"_s);
    lost.instance = u"of-another-day"_s;
    m_scene->begin(lost);
    load();
    QVERIFY(!list().entryAt(0).isUnderWay);
    QVERIFY(list().entryAt(1).isUnderWay);
}

void HistoryTest::keepsItsRowsWhenReadingFails()
{
    m_scene->begin(u"Northwind Ltd"_s);
    load();
    m_scene->failWith(LedgerError::Reason::Locked);
    list().reload();
    QTRY_VERIFY(list().problem());
    QCOMPARE(list().problem()->reason, LedgerError::Reason::Locked);
    QCOMPARE(list().rowCount(), 1);
}

void HistoryTest::recoversFromAFailure()
{
    m_scene->begin(u"Northwind Ltd"_s);
    m_scene->failWith(LedgerError::Reason::NotReadable);
    load();
    QTRY_VERIFY(list().problem());
    QCOMPARE(list().rowCount(), 0);
    m_scene->failWith(std::nullopt);
    m_scene->history.update();
    QTRY_COMPARE(list().rowCount(), 1);
    QVERIFY(!list().problem());
}

void HistoryTest::hidesAndBringsBack()
{
    const QUuid id = m_scene->begin(u"Northwind Ltd"_s);
    m_scene->begin(u"Contoso GmbH"_s);
    load();
    AttemptBin &bin = m_scene->history.bin();
    bin.put({id, u"Northwind Ltd"_s});
    QCOMPARE(list().rowCount(), 1); // at once
    QCOMPARE(list().total(), std::optional<qint64>(1));
    QVERIFY(bin.content());
    bin.undo();
    QVERIFY(!bin.content());
    QTRY_COMPARE(list().rowCount(), 2);
    QCOMPARE(list().rowOf(id), 1);
}

void HistoryTest::cannotBringBackForEver()
{
    const QUuid id = m_scene->begin(u"Northwind Ltd"_s);
    load();
    AttemptBin &bin = m_scene->history.bin();
    bin.setTime(1ms);
    bin.put({id, u"Northwind Ltd"_s});
    QTRY_VERIFY(!bin.content());
    QSignalSpy steps(&bin, &AttemptBin::stepOrdered);
    bin.undo();
    QCOMPARE(steps.count(), 0);
}

void HistoryTest::opensAnAttempt()
{
    const QUuid id = m_scene->begin(u"Northwind Ltd"_s);
    details().open(id);
    QVERIFY(details().isReading());
    QTRY_VERIFY(details().attempt());
    QCOMPARE(details().attempt()->organization, u"Northwind Ltd"_s);
    QTRY_VERIFY(details().timeline());
    QVERIFY(details().timeline()->value.entries.isEmpty());
    QVERIFY(details().timeline()->problem.isEmpty());
    m_scene->end(id, AttemptOutcome::Connected, {"{broken", {}});
    QTRY_COMPARE(details().attempt()->outcome, AttemptOutcome::Connected);
    QTRY_VERIFY(!details().timeline()->problem.isEmpty());
}

void HistoryTest::saysWhenAnAttemptIsGone()
{
    details().open(QUuid::createUuid());
    QTRY_VERIFY(details().isGone());
    QVERIFY(!details().attempt());
}

void HistoryTest::savesNotesAfterAPause()
{
    const QUuid id = m_scene->begin(u"Northwind Ltd"_s);
    details().setNotesPause(1ms);
    details().open(id);
    QTRY_VERIFY(details().attempt());
    details().typeNotes(u"Calls back on Monday"_s);
    QCOMPARE(details().notesState(), AttemptDetails::NotesState::Typing);
    QTRY_COMPARE(details().notesState(), AttemptDetails::NotesState::Saved);
    QCOMPARE(details().attempt()->notes, u"Calls back on Monday"_s);
}

void HistoryTest::savesNotesWhenAnotherIsOpened()
{
    const QUuid first = m_scene->begin(u"Northwind Ltd"_s);
    const QUuid second = m_scene->begin(u"Contoso GmbH"_s);
    details().open(first);
    QTRY_VERIFY(details().attempt());
    details().typeNotes(u"Calls back"_s);
    details().open(second);
    QCOMPARE(details().notes(), QString());
    details().open(first);
    QTRY_COMPARE(details().notes(), u"Calls back"_s);
}

void HistoryTest::keepsWhatIsTypedWhileOthersWrite()
{
    const QUuid id = m_scene->begin(u"Northwind Ltd"_s);
    details().setNotesPause(1h);
    details().open(id);
    QTRY_VERIFY(details().attempt());
    details().typeNotes(u"mine"_s);
    m_scene->keeper.tell(AttemptNoted{id, u"theirs"_s});
    QTRY_COMPARE(details().attempt()->notes, u"theirs"_s);
    QCOMPARE(details().notes(), u"mine"_s);
    details().saveNotes();
    QTRY_COMPARE(details().attempt()->notes, u"mine"_s);
}

void HistoryTest::cutsNotesThatAreTooLong()
{
    details().open(m_scene->begin(u"Northwind Ltd"_s));
    QTRY_VERIFY(details().attempt());
    details().typeNotes(QString(AttemptDetails::longestNotes + 1, u'x'));
    QCOMPARE(details().notes().size(), AttemptDetails::longestNotes);
}

void HistoryTest::asksAgainAsTheFormWould()
{
    Attempt attempt = HistoryScene::attemptOf(u"Northwind Ltd"_s);
    attempt.linkType = LinkType::MagicLink;
    attempt.request = {{u"end_user_email"_s, u"jo@northwind.example"_s},
        {u"end_user_organization_name"_s, u"Northwind Ltd"_s},
        {u"end_user_origin_id"_s, u"cust-0042"_s}, {u"integration_category"_s, u"ATS"_s},
        {u"integration_tool"_s, u"greenhouse"_s}, {u"remote_environment"_s, u"acme"_s},
        {u"language"_s, u"de"_s}, {u"scope_config_id"_s, u"B1hu5NGyhdjSq5X3hxEz4bAN"_s},
        {u"enable_filtering"_s, true}, {u"enable_field_mapping"_s, true}};
    const ConnectDetails details = detailsOf(attempt);
    const ConnectDetails expected{u"jo@northwind.example"_s, u"Northwind Ltd"_s, u"cust-0042"_s,
        Category::Ats, u"greenhouse"_s, u"acme"_s, FlowLanguage::German,
        u"B1hu5NGyhdjSq5X3hxEz4bAN"_s, true, true, LinkType::MagicLink};
    QVERIFY(details == expected);
}

void HistoryTest::fillsFromTheAttemptWhatARequestDoesNotSay()
{
    Attempt attempt = HistoryScene::attemptOf(u"Northwind Ltd"_s);
    attempt.purpose = AttemptPurpose::Reconnection;
    attempt.originId = u"cust-0042"_s;
    attempt.tool = u"hibob"_s;
    attempt.request = {{u"language"_s, u"fr"_s}};
    const ConnectDetails details = detailsOf(attempt);
    QCOMPARE(details.organization, u"Northwind Ltd"_s);
    QCOMPARE(details.email, u"jo@northwind.example"_s);
    QCOMPARE(details.originId, std::optional(u"cust-0042"_s));
    QCOMPARE(details.tool, std::optional(u"hibob"_s));
    QCOMPARE(details.language, FlowLanguage::French);
    QVERIFY(!details.scopeConfigId);
}

void HistoryTest::narrowsDown_data()
{
    QTest::addColumn<HistoryPeriod>("period");
    QTest::addColumn<QDateTime>("from");
    const QDateTime today = QDate(2026, 11, 22).startOfDay();
    QTest::newRow("any time") << HistoryPeriod::AnyTime << QDateTime();
    QTest::newRow("today") << HistoryPeriod::Today << today;
    QTest::newRow("today is the last of seven") << HistoryPeriod::Last7Days << today.addDays(-6);
}

void HistoryTest::narrowsDown()
{
    QFETCH(HistoryPeriod, period);
    HistoryFilter filter;
    QVERIFY(!filter.isActive());
    filter.tool = u"hibob"_s;
    filter.period = period;
    QVERIFY(filter.isActive());
    const QDateTime now(QDate(2026, 11, 22), QTime(15, 30));
    const AttemptQuery query = queryOf(filter, u"  north "_s + QString(300, u'x'), now);
    QCOMPARE(query.text.size(), AttemptQuery::longestText);
    QVERIFY(query.text.startsWith("north"_L1));
    QCOMPARE(query.tool, u"hibob"_s);
    QTEST(query.from, "from");
}

void HistoryTest::remembersRetention_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("a month") << 30 << true;
    QTest::newRow("a quarter") << 90 << true;
    QTest::newRow("a year") << 365 << true;
    QTest::newRow("for ever") << 0 << true;
    QTest::newRow("what nobody can choose keeps for ever") << 7 << false;
}

void HistoryTest::remembersRetention()
{
    QFETCH(int, days);
    QFETCH(bool, isKept);
    const QTemporaryDir folder;
    LedgerSettings settings(folder.path());
    QVERIFY(settings.retention() == Retention());
    const std::optional<int> wanted = days == 0 ? std::nullopt : std::optional(days);
    QVERIFY(settings.setRetention({wanted, std::nullopt}));
    const Retention read = LedgerSettings(folder.path()).retention();
    QCOMPARE(read.attemptDays, isKept ? wanted : std::nullopt);
    QCOMPARE(read.integrationDays, std::optional<int>());
}

void HistoryTest::keepsEverythingUnderALaterVersion()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"ledger.ini"_s);
    QSettings(file, QSettings::IniFormat).setValue(u"version"_s, 2);
    LedgerSettings settings(folder.path());
    QVERIFY(!settings.retention().attemptDays);
    QVERIFY(!settings.setRetention({30, std::nullopt}));
    QVERIFY(!QSettings(file, QSettings::IniFormat).contains(u"retention/attempts"_s));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
