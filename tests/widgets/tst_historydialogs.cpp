// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/history/forgetclientdialog.h"
#include "ui/history/ledgeractions.h"
#include "ui/history/restoredialog.h"
#include "ui/history/retentiondialog.h"

#include "batch/batchmemory.h"

#include "support/historyscene.h"
#include "support/stricttest.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

#include <functional>
#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using desk::test::HistoryScene;

class HistoryDialogsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void choosesRetention();
    void cleansOnceRetentionIsChosen();
    void keepsDataByDefault();
    void asksWhoWhereNobodyIsNamed();
    void countsBeforeItForgets();
    void countsAnewForSomebodyElse();
    void wantsToKnowWhoItIs();
    void saysWhenItCannotCount();
    void forgetsWhatWasCounted();
    void keepsTheHistoryByDefault();
    void restoresAfterAYes();
    void saysWhyABackupIsNotRestored_data();
    void saysWhyABackupIsNotRestored();
    void exportsByTheNameOfTheFile();
    void saysWhyAFileWasNotWritten();

private:
    template <typename Dialog> Dialog *dialog()
    {
        const auto all = m_window->findChildren<Dialog *>();
        return all.isEmpty() ? nullptr : all.constLast();
    }
    static QPushButton *button(QWidget *in, const char *name)
    {
        auto *found = in->findChild<QPushButton *>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }
    static QString found(QWidget *in) { return in->findChild<QLabel *>(u"forgetFound"_s)->text(); }

    std::unique_ptr<HistoryScene> m_scene;
    std::unique_ptr<QTemporaryDir> m_outside;
    std::unique_ptr<LedgerChores> m_chores;
    std::unique_ptr<QWidget> m_window;
    LedgerActions *m_actions = nullptr;
};

namespace {

PersonToForget northwind()
{
    PersonToForget person;
    person.organization = u"Northwind Ltd"_s;
    return person;
}

} // namespace

void HistoryDialogsTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<HistoryScene>();
    m_outside = std::make_unique<QTemporaryDir>();
    m_chores = std::make_unique<LedgerChores>(m_scene->folder());
    m_window = std::make_unique<QWidget>();
    m_actions = new LedgerActions(
        *m_chores, LedgerSettings(m_outside->path()), m_scene->folder(), *m_window);
    m_window->show();
    m_scene->begin(u"Northwind Ltd"_s);
    m_scene->begin(u"Contoso GmbH"_s);
}

void HistoryDialogsTest::cleanup()
{
    m_window.reset();
    m_chores.reset();
    m_scene.reset();
}

void HistoryDialogsTest::choosesRetention()
{
    RetentionDialog asked(Retention(), u"data"_s);
    QVERIFY(asked.retention() == Retention());
    auto *attempts = asked.findChild<QComboBox *>(u"keepAttempts"_s);
    QCOMPARE(attempts->accessibleName(), u"Attempts"_s);
    QCOMPARE(attempts->count(), 4);
    attempts->setCurrentIndex(attempts->count() - 1);
    asked.findChild<QComboBox *>(u"keepIntegrations"_s)->setCurrentIndex(0);
    QVERIFY(asked.retention() == (Retention{std::nullopt, 30}));
}

void HistoryDialogsTest::cleansOnceRetentionIsChosen()
{
    Attempt old = HistoryScene::attemptOf(u"Old Ltd"_s);
    old.startedAt = old.startedAt.addDays(-40);
    m_scene->begin(old);
    QSignalSpy changed(m_actions, &LedgerActions::ledgerChanged);
    QSignalSpy noted(m_actions, &LedgerActions::noted);
    m_actions->chooseRetention();
    auto *asked = dialog<RetentionDialog>();
    asked->findChild<QComboBox *>(u"keepAttempts"_s)->setCurrentIndex(0);
    button(asked, "saveRetentionButton")->click();
    QCOMPARE(LedgerSettings(m_outside->path()).retention().attemptDays, std::optional(30));
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(noted.constFirst().constFirst().toString().contains(u'1'));
}

void HistoryDialogsTest::keepsDataByDefault()
{
    ForgetClientDialog asked(northwind(), false);
    asked.show();
    QVERIFY(QTest::qWaitForWindowActive(&asked));
    QVERIFY(button(&asked, "keepDataButton")->hasFocus());
    QVERIFY(!button(&asked, "forgetClientButton")->isEnabled());
    QTest::keyClick(&asked, Qt::Key_Return);
    QCOMPARE(asked.result(), int(QDialog::Rejected));
    QVERIFY(!asked.isVisible());
}

void HistoryDialogsTest::asksWhoWhereNobodyIsNamed()
{
    ForgetClientDialog asked({}, false);
    asked.show();
    QVERIFY(QTest::qWaitForWindowActive(&asked));
    QVERIFY(asked.findChild<QLineEdit *>(u"forgetOrganization"_s)->hasFocus());
    QTest::keyClick(&asked, Qt::Key_Return);
    QCOMPARE(asked.result(), int(QDialog::Rejected));
}

void HistoryDialogsTest::countsBeforeItForgets()
{
    ForgetClientDialog asked(northwind(), false);
    QSignalSpy counts(&asked, &ForgetClientDialog::countRequested);
    QTRY_COMPARE(counts.count(), 1);
    asked.setCount({12, 1, 0});
    QVERIFY(found(&asked).contains("12"_L1));
    QCOMPARE(button(&asked, "forgetClientButton")->text(), u"Forget Northwind Ltd"_s);
    QVERIFY(button(&asked, "forgetClientButton")->isEnabled());
}

void HistoryDialogsTest::countsAnewForSomebodyElse()
{
    ForgetClientDialog asked(northwind(), false);
    QSignalSpy counts(&asked, &ForgetClientDialog::countRequested);
    QTRY_COMPARE(counts.count(), 1);
    asked.findChild<QLineEdit *>(u"forgetEmail"_s)->setText(u" ada@lovelace.org "_s);
    asked.setCount({12, 1, 0}); // late, of the one before
    QVERIFY(!button(&asked, "forgetClientButton")->isEnabled());
    QTRY_COMPARE(counts.count(), 2);
    QCOMPARE(asked.person().email, u"ada@lovelace.org"_s);
}

void HistoryDialogsTest::wantsToKnowWhoItIs()
{
    ForgetClientDialog asked({}, false);
    QSignalSpy counts(&asked, &ForgetClientDialog::countRequested);
    QTRY_COMPARE(found(&asked), u"Say who it is."_s);
    QCOMPARE(counts.count(), 0);
    QVERIFY(!button(&asked, "forgetClientButton")->isEnabled());
}

void HistoryDialogsTest::saysWhenItCannotCount()
{
    ForgetClientDialog asked(northwind(), false);
    asked.setProblem(u"The history cannot be read"_s);
    QCOMPARE(found(&asked), u"The history cannot be read"_s);
    QVERIFY(!button(&asked, "forgetClientButton")->isEnabled());
}

void HistoryDialogsTest::forgetsWhatWasCounted()
{
    QSignalSpy changed(m_actions, &LedgerActions::ledgerChanged);
    m_actions->forgetClient(northwind());
    auto *asked = dialog<ForgetClientDialog>();
    QTRY_VERIFY(button(asked, "forgetClientButton")->isEnabled());
    button(asked, "forgetClientButton")->click();
    QTRY_COMPARE(changed.count(), 1);
    m_scene->history.list().reload();
    QTRY_COMPARE(m_scene->history.list().rowCount(), 1);
}

void HistoryDialogsTest::keepsTheHistoryByDefault()
{
    RestoreDialog asked(m_outside->filePath(u"backup.sqlite"_s));
    asked.show();
    QVERIFY(QTest::qWaitForWindowActive(&asked));
    QVERIFY(button(&asked, "keepHistoryButton")->hasFocus());
    QTest::keyClick(&asked, Qt::Key_Return);
    QCOMPARE(asked.result(), int(QDialog::Rejected));
}

void HistoryDialogsTest::restoresAfterAYes()
{
    const QString backup = m_outside->filePath(u"backup.sqlite"_s);
    QSignalSpy noted(m_actions, &LedgerActions::noted);
    QSignalSpy ended(m_actions, &LedgerActions::restoreEnded);
    m_actions->backUpTo(backup);
    QTRY_COMPARE(noted.count(), 1);
    connect(
        m_chores.get(), &LedgerChores::releaseRequested, &m_scene->keeper, &LedgerKeeper::close);
    m_actions->restoreFrom(backup);
    button(dialog<RestoreDialog>(), "restoreBackupButton")->click();
    QTRY_COMPARE(ended.count(), 1);
    QCOMPARE(noted.constLast().constFirst().toString(), u"History restored from backup.sqlite"_s);
}

void HistoryDialogsTest::saysWhyABackupIsNotRestored_data()
{
    using Held = std::shared_ptr<void>;
    using Prepare = std::function<void(const QString &, Held &)>;
    QTest::addColumn<Prepare>("prepare");
    QTest::addColumn<QString>("headline");
    const auto write = [](const QString &file, const QByteArray &content) {
        QFile backup(file);
        QVERIFY(backup.open(QIODevice::WriteOnly) && backup.write(content) == content.size());
    };
    const QString foreign = u"The file is not a history of Connect Desk"_s;
    QTest::newRow("something else") << Prepare([write](const QString &file, Held &) {
        write(file, "%PDF-1.7\n"_ba.repeated(100));
    }) << foreign;
    QTest::newRow("nothing in it")
        << Prepare([write](const QString &file, Held &) { write(file, {}); }) << foreign;
    QTest::newRow("not there") << Prepare([](const QString &, Held &) {})
                               << u"The backup cannot be read"_s;
    QTest::newRow("damaged") << Prepare([this, write](const QString &file, Held &) {
        QVERIFY(m_scene->keeper.ledger()->backUpTo(file).hasValue());
        QFile backup(file);
        QVERIFY(backup.open(QIODevice::ReadWrite) && backup.seek(8'192));
        backup.write(QByteArray(int(backup.size()) - 8'192, '\xff'));
    }) << u"The backup is damaged"_s;
    QTest::newRow("held by a run") << Prepare([this](const QString &file, Held &held) {
        QVERIFY(m_scene->keeper.ledger()->backUpTo(file).hasValue());
        auto books =
            std::make_shared<BatchMemory::OwnBooks>(batchMemoryOf(&m_scene->keeper, {}).ownBooks());
        QVERIFY((*books)().hasValue());
        held = books;
    }) << u"The backup is not restored: the history is in use"_s;
}

void HistoryDialogsTest::saysWhyABackupIsNotRestored()
{
    using Prepare = std::function<void(const QString &, std::shared_ptr<void> &)>;
    QFETCH(Prepare, prepare);
    QFETCH(QString, headline);
    const QString file = m_outside->filePath(u"backup.sqlite"_s);
    std::shared_ptr<void> held;
    prepare(file, held);
    connect(
        m_chores.get(), &LedgerChores::releaseRequested, &m_scene->keeper, &LedgerKeeper::close);
    m_chores->restore(file);
    QTRY_VERIFY_WITH_TIMEOUT(dialog<QMessageBox>(), 20'000);
    QCOMPARE(dialog<QMessageBox>()->text(), headline);
    QVERIFY(dialog<QMessageBox>()->informativeText().startsWith("Nothing was changed. "_L1));
    held.reset();
    QVERIFY(m_scene->keeper.tryAgain());
    QCOMPARE(m_scene->keeper.ledger()->count({}).value(), 2);
}

void HistoryDialogsTest::exportsByTheNameOfTheFile()
{
    QSignalSpy noted(m_actions, &LedgerActions::noted);
    m_actions->exportTo(m_outside->filePath(u"history.JSON"_s), {});
    QTRY_COMPARE(noted.count(), 1);
    QFile json(m_outside->filePath(u"history.JSON"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(json.readAll().startsWith('['));
}

void HistoryDialogsTest::saysWhyAFileWasNotWritten()
{
    m_actions->exportTo(m_outside->filePath(u"no/such/folder.csv"_s), {});
    QTRY_VERIFY(dialog<QMessageBox>());
    QCOMPARE(dialog<QMessageBox>()->text(), u"The file cannot be written"_s);
}

DESK_TEST_MAIN(QApplication, HistoryDialogsTest)
#include "tst_historydialogs.moc"
