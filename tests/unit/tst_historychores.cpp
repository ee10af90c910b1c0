// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "history/ledgerchores.h"

#include "ledger/openledger.h"
#include "support/historyscene.h"
#include "support/stricttest.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

#include <filesystem>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::HistoryScene;

using Chore = LedgerChores::Chore;
using Reason = LedgerError::Reason;

class HistoryChoresTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void backsUp();
    void replacesAnEarlierBackup();
    void saysWhyABackupFailed();
    void writesNothingOverTheLedger_data();
    void writesNothingOverTheLedger();
    void restores();
    void keepsTheLedgerIfTheBackupIsNone();
    void exports_data();
    void exports();
    void exportsWhatIsShown();
    void leavesNothingWhenCancelled();
    void countsWhatWouldGo();
    void forgets();
    void cleans();
    void doesOneThingAtATime();

private:
    LedgerChores::Report await();
    QString file(const QString &name) const { return m_outside->filePath(name); }
    static QByteArray contentOf(const QString &name);

    std::unique_ptr<QTemporaryDir> m_outside;
    std::unique_ptr<HistoryScene> m_scene;
    std::unique_ptr<LedgerChores> m_chores;
    std::unique_ptr<QSignalSpy> m_finished;
};

void HistoryChoresTest::init()
{
    StrictTest::init();
    m_outside = std::make_unique<QTemporaryDir>();
    m_scene = std::make_unique<HistoryScene>();
    m_chores = std::make_unique<LedgerChores>(m_scene->folder());
    m_finished = std::make_unique<QSignalSpy>(m_chores.get(), &LedgerChores::finished);
    m_scene->end(m_scene->begin(u"Northwind Ltd"_s), AttemptOutcome::Connected);
    m_scene->begin(u"Contoso, \"the\" GmbH"_s);
}

void HistoryChoresTest::cleanup()
{
    m_chores.reset();
    m_scene.reset();
}

LedgerChores::Report HistoryChoresTest::await()
{
    if (m_finished->isEmpty())
        m_finished->wait();
    if (m_finished->isEmpty())
        return {};
    return m_finished->takeFirst().constFirst().value<LedgerChores::Report>();
}

QByteArray HistoryChoresTest::contentOf(const QString &name)
{
    QFile read(name);
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
}

void HistoryChoresTest::backsUp()
{
    const QString to = file(u"backup.sqlite"_s);
    QVERIFY(m_chores->backUp(to));
    QVERIFY(m_chores->isBusy());
    const auto report = await();
    QCOMPARE(report.chore, Chore::BackUp);
    QVERIFY(!report.error);
    QVERIFY(!m_chores->isBusy());
    QVERIFY(contentOf(to).startsWith("SQLite format 3"));
    QCOMPARE(QFileInfo(to).permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
    QCOMPARE(QDir(m_outside->path()).entryList(QDir::Files).size(), 1);
}

void HistoryChoresTest::replacesAnEarlierBackup()
{
    const QString to = file(u"backup.sqlite"_s);
    QFile earlier(to);
    QVERIFY(earlier.open(QIODevice::WriteOnly));
    earlier.write("earlier");
    earlier.close();
    m_chores->backUp(to);
    QVERIFY(!await().error);
    QVERIFY(contentOf(to).startsWith("SQLite format 3"));
}

void HistoryChoresTest::saysWhyABackupFailed()
{
    m_chores->backUp(file(u"no/such/folder/backup.sqlite"_s));
    const auto report = await();
    QVERIFY(report.error);
}

void HistoryChoresTest::writesNothingOverTheLedger_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("the file") << u"ledger.sqlite"_s;
    QTest::newRow("its log") << u"ledger.sqlite-wal"_s;
    QTest::newRow("its index") << u"ledger.sqlite-shm"_s;
    QTest::newRow("a lock") << u"opening.lock"_s;
    QTest::newRow("the file by way of another folder") << u"instances/../ledger.sqlite"_s;
    QTest::newRow("a second name") << u"second"_s;
    QTest::newRow("a link to it") << u"symlink"_s;
}

void HistoryChoresTest::writesNothingOverTheLedger()
{
    QFETCH(QString, name);
    const QString ledger = ledgerFile(m_scene->folder());
    QString to = m_scene->folder() + u'/' + name;
    if (name == "second"_L1) {
        to = file(name);
        std::filesystem::create_hard_link(ledger.toStdString(), to.toStdString());
    } else if (name == "symlink"_L1) {
        to = file(name);
        QVERIFY(QFile::link(ledger, to));
    }
    const QByteArray before = contentOf(ledger);
    QVERIFY(m_chores->backUp(to));
    const LedgerChores::Report backup = await();
    QVERIFY(backup.error);
    QCOMPARE(backup.error->reason, Reason::NoFolder);
    QVERIFY(m_chores->exportAttempts(to, LedgerFormat::Csv, {}));
    QVERIFY(await().error);
    QCOMPARE(contentOf(ledger), before);
    m_scene->begin(u"Later"_s);
    QVERIFY(!m_scene->keeper.problem());
    QCOMPARE(*openLedger(m_scene->folder(), LedgerAccess::ReadOnly)->ledger->count({}), 3);
}

void HistoryChoresTest::restores()
{
    const QString backup = file(u"backup.sqlite"_s);
    m_chores->backUp(backup);
    QVERIFY(!await().error);
    m_scene->end(m_scene->begin(u"Latecomer"_s), AttemptOutcome::Failed);
    HistoryModel &list = m_scene->history.list();
    list.reload();
    QTRY_COMPARE(list.rowCount(), 3);

    connect(m_chores.get(), &LedgerChores::releaseRequested, &m_scene->keeper, [this] {
        m_scene->keeper.close();
        m_scene->history.reader().close();
    });
    m_chores->restore(backup);
    const auto report = await();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    QVERIFY(report.keptAs);
    QVERIFY(QFileInfo::exists(*report.keptAs));
    QVERIFY(m_scene->keeper.tryAgain());
    m_scene->history.reopen();
    QTRY_COMPARE(list.rowCount(), 2);
    m_scene->begin(u"Newcomer"_s);
    QTRY_COMPARE(list.rowCount(), 3);
}

void HistoryChoresTest::keepsTheLedgerIfTheBackupIsNone()
{
    QFile other(file(u"letter.sqlite"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("Dear Sir or Madam");
    other.close();
    m_chores->restore(other.fileName());
    const auto report = await();
    QVERIFY(report.error);
    QCOMPARE(report.error->reason, Reason::NotALedger);
    m_scene->history.list().reload();
    QTRY_COMPARE(m_scene->history.list().rowCount(), 2);
}

void HistoryChoresTest::exports_data()
{
    QTest::addColumn<LedgerFormat>("format");
    QTest::newRow("as a table") << LedgerFormat::Csv;
    QTest::newRow("as JSON") << LedgerFormat::Json;
}

void HistoryChoresTest::exports()
{
    QFETCH(LedgerFormat, format);
    const QString to = file(u"history.out"_s);
    m_chores->exportAttempts(to, format, {});
    const auto report = await();
    QVERIFY(!report.error);
    QCOMPARE(report.attempts, 2);
    const QByteArray content = contentOf(to);
    if (format == LedgerFormat::Json) {
        const QJsonArray rows = QJsonDocument::fromJson(content).array();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(1).toObject().value(u"organization"_s).toString(), u"Northwind Ltd"_s);
    } else {
        QCOMPARE(content.count("\r\n"), 3);
        QVERIFY(content.contains("\"Contoso, \"\"the\"\" GmbH\""));
    }
}

void HistoryChoresTest::exportsWhatIsShown()
{
    AttemptQuery query;
    query.outcomes = {AttemptOutcome::Connected};
    m_chores->exportAttempts(file(u"history.csv"_s), LedgerFormat::Csv, query);
    QCOMPARE(await().attempts, 1);
    QVERIFY(!contentOf(file(u"history.csv"_s)).contains("Contoso"));
}

void HistoryChoresTest::leavesNothingWhenCancelled()
{
    QSignalSpy progress(m_chores.get(), &LedgerChores::progressed);
    QFile earlier(file(u"history.csv"_s));
    QVERIFY(earlier.open(QIODevice::WriteOnly));
    earlier.write("earlier");
    earlier.close();
    connect(m_chores.get(), &LedgerChores::started, m_chores.get(), &LedgerChores::cancel);
    m_chores->exportAttempts(file(u"history.csv"_s), LedgerFormat::Csv, {});
    const auto report = await();
    QVERIFY(report.wasCancelled);
    QVERIFY(!report.error);
    QCOMPARE(contentOf(file(u"history.csv"_s)), QByteArray("earlier"));
    QCOMPARE(QDir(m_outside->path()).entryList(QDir::Files).size(), 1);
}

void HistoryChoresTest::countsWhatWouldGo()
{
    m_scene->begin(u"NORTHWIND limited"_s);
    m_scene->begin(u"Northwind Traders"_s);
    Attempt other = HistoryScene::attemptOf(u"Fabrikam"_s);
    other.email = u"ada@fabrikam.example"_s;
    m_scene->begin(other);
    PersonToForget person;
    person.organization = u"northwind Ltd"_s;
    m_chores->count(person);
    auto report = await();
    QVERIFY(!report.error);
    QCOMPARE(report.forgotten.attempts, 2);
    person.email = u"ADA@fabrikam.example"_s;
    m_chores->count(person);
    QCOMPARE(await().forgotten.attempts, 3);
    // The count is what goes.
    m_chores->forget(person);
    report = await();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    QCOMPARE(report.forgotten.attempts, 3);
}

void HistoryChoresTest::forgets()
{
    HistoryModel &list = m_scene->history.list();
    list.reload();
    QTRY_COMPARE(list.rowCount(), 2);
    PersonToForget person;
    person.organization = u"Northwind Ltd"_s;
    m_chores->forget(person);
    const auto report = await();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->detail) : "");
    m_scene->history.update();
    QTRY_COMPARE(list.rowCount(), 1);
    QVERIFY(!contentOf(ledgerFile(m_scene->folder())).contains("Northwind"));
}

void HistoryChoresTest::cleans()
{
    Attempt old = HistoryScene::attemptOf(u"Old Ltd"_s);
    old.startedAt = old.startedAt.addDays(-40);
    m_scene->begin(old);
    m_chores->clean({30, std::nullopt});
    const auto report = await();
    QVERIFY(!report.error);
    QCOMPARE(report.attempts, 1);
}

void HistoryChoresTest::doesOneThingAtATime()
{
    QVERIFY(m_chores->clean({30, std::nullopt}));
    QVERIFY(!m_chores->backUp(file(u"backup.sqlite"_s)));
    QCOMPARE(await().chore, Chore::Clean);
    QVERIFY(m_finished->isEmpty());
    QVERIFY(!QFileInfo::exists(file(u"backup.sqlite"_s)));
}

QTEST_GUILESS_MAIN(HistoryChoresTest)
#include "tst_historychores.moc"
