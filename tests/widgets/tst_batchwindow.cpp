// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchwindow.h"
#include "ui/batch/fieldchips.h"
#include "ui/batch/fieldmime.h"

#include "batch/csvreader.h"
#include "core/redactor.h"
#include "ledger/ledgerkeeper.h"
#include "profiles/keyid.h"
#include "profiles/profilestore.h"
#include "secrets/secretkeeper.h"
#include "workspace/workspace.h"

#include "support/fakesecretstore.h"
#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace desk;
using namespace desk::test;

namespace {

QByteArray table(int rows)
{
    QByteArray text = "Client,E-Mail,Note\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "Client " + n + ",jo@client" + n + ".example,x\n";
    }
    return text;
}

QString organizationOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body)["end_user_organization_name"_L1].toString();
}

// A workspace with the address of a server that makes links, a ledger and a folder.
struct Stage {
    Stage()
        : profiles(folder.path())
        , keychain(redactor)
        , keys(keychain, redactor)
        , workspace(
              profiles, keys, []() -> Result<ApiAccess, QString> { return Unexpected{u"none"_s}; })
        , keeper(folder.filePath(u"ledger"_s))
    {
        server.setHandler([this](const Request &request) {
            const QString organization = organizationOf(request);
            ++asked[organization];
            if (trouble) {
                if (const std::optional<Response> response = trouble(organization))
                    return *response;
            }
            const QString link = server.url(u"/flow?token=Geheim"_s).toString();
            return Response::json(
                "{\"status\":\"success\",\"data\":{\"link\":\"" + link.toUtf8() + "\"}}");
        });
        workspace.useAdHoc({ProfileKind::AdHoc, server.url(u"/v1"_s), Secret(u"sk_test"_s), {}});
    }

    bool useProfile(const QString &name, ProfileKind kind)
    {
        Profile draft;
        draft.name = name;
        draft.kind = kind;
        draft.region = Region::Custom;
        draft.customBaseUrl = server.url(u"/v1"_s).toString();
        draft.originIds = OriginIdPolicy::Optional;
        const Result<Profile, ProfileStore::Errors> created = profiles.create(draft);
        if (!created)
            return false;
        keychain.kept.insert(*keyIdOf(*created), u"sk_live_Geheim"_s);
        return workspace.switchTo(created->id);
    }

    QString write(const QByteArray &bytes) const
    {
        const QString name = folder.filePath(u"clients.csv"_s);
        QFile file(name);
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return isWritten ? name : QString();
    }

    CsvReading links() const
    {
        QFile file(folder.filePath(u"clients-links.csv"_s));
        return file.open(QIODevice::ReadOnly) ? readCsv(file.readAll()) : CsvReading();
    }

    QTemporaryDir folder;
    Redactor redactor;
    ProfileStore profiles;
    FakeSecretStore keychain;
    SecretKeeper keys;
    ScriptedServer server;
    Workspace workspace;
    LedgerKeeper keeper;
    QHash<QString, int> asked;
    std::function<std::optional<Response>(const QString &organization)> trouble;
};

} // namespace

class BatchWindowTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatItWants();
    void saysWhyAFileCannotBeRead();
    void namesProblemsAndGoesToTheCell();
    void countsNoLinksWhileThereAreProblems();
    void saysWhenMoreIsNotListed_data();
    void saysWhenMoreIsNotListed();
    void showsColumnsWithLongNamesWhole();
    void takesAnotherColumnAndRemembersIt();
    void readsTheFileAnotherWay();
    void leavesDuplicatesOut();
    void makesTheLinksByKeyboard();
    void saysWhatTheFileHoldsOnceItDoes();
    void staysAtTheButtonIfTheRunCannotBegin();
    void pausesResumesAndCancels();
    void foretellsNothingWhilePaused();
    void offersToContinue();
    void retriesTheFailedAlone();
    void asksBeforeTheUnknownAreSentAgain();
    void asksBeforeItCloses();
    void asksBeforeLinksInProduction();
    void startsNothingInAProfileNobodyConfirmed();
    void sendsOneRowAgain();
    void savesMailTexts();
    void takesADroppedTable();
    void takesAFieldDroppedOnAColumn();
    void isAsItWasLeft();
    void staysQuickWithManyRows();
    void everyControlHasAName();
    void noTwoHaveTheSameMnemonic();

private:
    template <typename Widget> Widget *find(const char *name) const
    {
        auto *widget = m_window->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    //! Of everything that shows, sorted.
    QStringList mnemonics() const
    {
        QStringList keys;
        const auto add = [&keys](const QWidget *widget, const QString &text) {
            const QKeySequence key = QKeySequence::mnemonic(text);
            if (widget->isVisible() && !key.isEmpty())
                keys.append(key.toString());
        };
        for (const QAbstractButton *each : m_window->findChildren<QAbstractButton *>())
            add(each, each->text());
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->buddy())
                add(label, label->text());
        }
        keys.sort();
        return keys;
    }
    bool areMnemonicsUnique() const
    {
        QStringList keys = mnemonics();
        return !keys.isEmpty() && keys.removeDuplicates() == 0;
    }
    QString textOf(const char *label) const { return find<QLabel>(label)->text(); }
    QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    QTableView *rows() const { return find<QTableView>("batchRows"); }
    QListWidget *findings() const { return find<QListWidget>("batchFindings"); }
    QString cell(int row, int column) const
    {
        return rows()->model()->index(row, column).data().toString();
    }
    QString notice() const
    {
        return find<QWidget>("batchNotice")->findChild<QLabel *>(u"noticeHeadline"_s)->text();
    }
    void makeWindow(const BatchPreferences &preferences = {});
    //! Whether the widget takes it.
    static bool drop(QWidget *widget, QPoint at, const QMimeData &data)
    {
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &enter);
        if (!enter.isAccepted())
            return false;
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &move);
        QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(widget, &event);
        return event.isAccepted();
    }
    void open(const QByteArray &bytes)
    {
        const QString file = m_stage->write(bytes);
        QVERIFY(!file.isEmpty());
        m_window->openFile(file);
    }
    void press(const char *name) const
    {
        QVERIFY(button(name)->isVisible() && button(name)->isEnabled());
        button(name)->setFocus();
        QTest::keyClick(button(name), Qt::Key_Space);
    }
    void start()
    {
        QTRY_VERIFY(button("batchStart")->isEnabled());
        press("batchStart");
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<BatchWindow> m_window;
};

void BatchWindowTest::init()
{
    StrictTest::init();
    m_stage = std::make_unique<Stage>();
    makeWindow();
}

void BatchWindowTest::makeWindow(const BatchPreferences &preferences)
{
    m_window.reset();
    m_window = std::make_unique<BatchWindow>(BatchWindow::Parts{
        m_stage->workspace, m_stage->keeper, m_stage->folder.filePath(u"batches"_s), preferences});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void BatchWindowTest::cleanup()
{
    m_window.reset();
    m_stage.reset();
}

void BatchWindowTest::saysWhatItWants()
{
    QVERIFY(find<QWidget>("batchEmpty")->isVisible());
    QVERIFY(!rows()->isVisible());
    QVERIFY(button("batchChoose")->hasFocus());
}

void BatchWindowTest::saysWhyAFileCannotBeRead()
{
    m_window->openFile(m_stage->folder.filePath(u"nothing.csv"_s));
    QCOMPARE(notice(), u"This file cannot be read"_s);
    QVERIFY(find<QWidget>("batchEmpty")->isVisible());
}

void BatchWindowTest::namesProblemsAndGoesToTheCell()
{
    open("Client,E-Mail,Note\nNorthwind,jo@northwind.example,x\nContoso,nobody,y\n");
    QCOMPARE(findings()->count(), 1);
    QVERIFY(findings()->item(0)->text().startsWith("Row 3, column 2 (E-Mail): "_L1));
    QCOMPARE(textOf("batchFindingsTitle"), u"1 problem(s)"_s);
    QVERIFY(rows()->model()->index(1, 2).data(Qt::BackgroundRole).isValid());
    QVERIFY(!rows()->model()->index(0, 2).data(Qt::BackgroundRole).isValid());
    QVERIFY(!button("batchStart")->isEnabled());
    findings()->setFocus();
    findings()->setCurrentRow(0);
    QTest::keyClick(findings(), Qt::Key_Return);
    QCOMPARE(rows()->currentIndex(), rows()->model()->index(1, 2));
    QVERIFY(rows()->hasFocus());
    QVERIFY(m_stage->asked.isEmpty());
}

void BatchWindowTest::countsNoLinksWhileThereAreProblems()
{
    open("Client,E-Mail\nNorthwind,jo@northwind.example\nContoso,nobody\n");
    QVERIFY(!button("batchStart")->isEnabled());
    QCOMPARE(button("batchStart")->text().remove(u'&'), u"Create Links"_s);
}

void BatchWindowTest::saysWhenMoreIsNotListed_data()
{
    QTest::addColumn<int>("problems");
    QTest::addColumn<QString>("title");
    QTest::newRow("as many as the list holds") << 1'000 << u"1000 problem(s)"_s;
    QTest::newRow("one more than it holds") << 1'001 << u"1000 problem(s), more are not listed"_s;
}

void BatchWindowTest::saysWhenMoreIsNotListed()
{
    QFETCH(int, problems);
    QFETCH(QString, title);
    QByteArray text = "Client,E-Mail\n";
    for (int i = 0; i < problems; ++i) {
        const QByteArray n = QByteArray::number(i);
        text += "Client " + n + ",nobody" + n + '\n';
    }
    open(text);
    QTRY_COMPARE(textOf("batchFindingsTitle"), title);
    QCOMPARE(findings()->count(), 1'000);
}

void BatchWindowTest::showsColumnsWithLongNamesWhole()
{
    const QByteArray name(40, 'W');
    open("Client,E-Mail," + name + "\nNorthwind,jo@northwind.example,x\n");
    const QWidget *room = find<QScrollArea>("batchColumns")->viewport();
    const auto *choice = find<QComboBox>("batchColumn3");
    QTRY_VERIFY(choice->isVisible());
    const int end = choice->mapTo(room, QPoint(choice->width(), 0)).x();
    QVERIFY2(end <= room->width(), qPrintable(u"%1 of %2"_s.arg(end).arg(room->width())));
}

void BatchWindowTest::takesAnotherColumnAndRemembersIt()
{
    open("Xyzzy,E-Mail\nNorthwind,jo@northwind.example\n");
    QVERIFY(!button("batchStart")->isEnabled());
    auto *column = find<QComboBox>("batchColumn1");
    QCOMPARE(column->currentIndex(), 0);
    column->setFocus();
    QTest::keyClick(column, Qt::Key_O); // Organization
    QTRY_VERIFY(button("batchStart")->isEnabled());
    start();
    QTRY_VERIFY(button("batchFolder")->isVisible());
    QCOMPARE(m_stage->asked.value(u"Northwind"_s), 1);
    makeWindow();
    open("Xyzzy,E-Mail\nContoso,jo@contoso.example\n");
    QVERIFY(find<QComboBox>("batchColumn1")->currentIndex() > 0);
}

void BatchWindowTest::readsTheFileAnotherWay()
{
    open("Client;E-Mail,x\nNorthwind;jo@northwind.example,x\n");
    auto *separator = find<QComboBox>("batchSeparator");
    separator->setFocus();
    QTest::keyClick(separator, Qt::Key_Home); // Comma
    QCOMPARE(rows()->model()->headerData(2, Qt::Horizontal).toString(), u"x"_s);
    QTest::keyClick(separator, Qt::Key_Down); // Semicolon
    QCOMPARE(rows()->model()->headerData(1, Qt::Horizontal).toString(), u"Client"_s);
    QCOMPARE(textOf("batchFacts"), u"1 row(s), 2 column(s)"_s);
}

void BatchWindowTest::leavesDuplicatesOut()
{
    open("Client,E-Mail\nNorthwind,jo@northwind.example\nNorthwind Ltd,al@other.example\n");
    QTRY_COMPARE(textOf("batchFindingsTitle"), u"1 duplicate(s)"_s);
    QTRY_VERIFY(button("batchStart")->isEnabled());
    QVERIFY(textOf("batchSentence").startsWith("1 link(s) under "_L1));
    QVERIFY(textOf("batchSentence").endsWith("1 row(s) left out."_L1));
    rows()->setFocus();
    rows()->setCurrentIndex(rows()->model()->index(1, 0));
    QTest::keyClick(rows(), Qt::Key_Space); // all the same
    QVERIFY(textOf("batchSentence").startsWith("2 link(s) under "_L1));
    QTest::keyClick(rows(), Qt::Key_Space);
    start();
    QTRY_VERIFY(button("batchFolder")->isVisible());
    QVERIFY(!m_stage->asked.contains(u"Northwind Ltd"_s));
    QCOMPARE(cell(1, 0), u"Left out"_s);
}

void BatchWindowTest::makesTheLinksByKeyboard()
{
    open(table(12));
    QVERIFY(textOf("batchWarning").contains("clients-links.csv"_L1));
    QTRY_VERIFY(button("batchStart")->isEnabled());
    QCOMPARE(button("batchStart")->text().remove(u'&'), u"Create 12 Link(s)"_s);
    QVERIFY(m_stage->asked.isEmpty());
    start();
    QTRY_COMPARE(textOf("batchSentence"), u"12 link(s) made."_s);
    QCOMPARE(m_stage->asked.size(), 12);
    QCOMPARE(m_stage->links().rows.size(), 12);
    QCOMPARE(cell(11, 0), u"Done"_s);
    QVERIFY(button("batchMails")->isVisible());
    QSignalSpy folder(m_window.get(), &BatchWindow::folderRequested);
    press("batchFolder");
    QCOMPARE(folder.size(), 1);
    QCOMPARE(folder.constFirst().at(0).toString(), m_stage->folder.path());
}

void BatchWindowTest::saysWhatTheFileHoldsOnceItDoes()
{
    m_stage->trouble = [](const QString &) {
        return std::optional(Response::json("{}").withStatus(400));
    };
    open(table(2));
    QVERIFY(textOf("batchWarning").contains("will hold the links"_L1));
    start();
    QTRY_VERIFY(button("batchRetryFailed")->isVisible());
    QVERIFY(!find<QLabel>("batchWarning")->isVisible());
    m_stage->trouble = nullptr;
    press("batchRetryFailed");
    QTRY_COMPARE(textOf("batchSentence"), u"2 link(s) made."_s);
    QVERIFY(find<QLabel>("batchWarning")->isVisible());
    QVERIFY(textOf("batchWarning").contains("clients-links.csv holds the links"_L1));
}

void BatchWindowTest::staysAtTheButtonIfTheRunCannotBegin()
{
    open(table(2));
    QVERIFY(QDir(m_stage->folder.path()).mkdir(u"clients-links.csv"_s));
    start();
    QTRY_COMPARE(notice(), u"The run cannot begin"_s);
    QTRY_VERIFY(button("batchStart")->hasFocus());
}

void BatchWindowTest::pausesResumesAndCancels()
{
    m_stage->trouble = [](const QString &) {
        return std::optional(Response::json("{}").withStatus(429).withHeader("Retry-After", "1"));
    };
    open(table(30));
    start();
    QTRY_VERIFY(textOf("batchSentence").startsWith("Waiting"_L1));
    QVERIFY(textOf("batchDetail").contains("until"_L1));
    m_stage->trouble = nullptr;
    press("batchPause");
    QTRY_VERIFY(button("batchResume")->isVisible());
    QVERIFY(textOf("batchSentence").contains("paused"_L1));
    press("batchResume");
    press("batchCancel");
    QTRY_VERIFY(textOf("batchSentence").startsWith("Cancelled: "_L1));
    QVERIFY(button("batchStart")->isVisible());
    start(); // Continue
    QTRY_VERIFY_WITH_TIMEOUT(button("batchMails")->isVisible(), 10'000);
    QCOMPARE(m_stage->links().rows.size(), 30);
}

void BatchWindowTest::foretellsNothingWhilePaused()
{
    m_stage->trouble = [this](const QString &) {
        return m_stage->asked.size() > 20 ? std::optional(Response::stall()) : std::nullopt;
    };
    open(table(30));
    start();
    QTRY_VERIFY(textOf("batchDetail").contains("a minute"_L1));
    press("batchPause");
    QVERIFY(!textOf("batchDetail").contains("a minute"_L1));
    QVERIFY(!textOf("batchDetail").contains("left"_L1));
}

void BatchWindowTest::offersToContinue()
{
    m_stage->trouble = [this](const QString &organization) {
        return m_stage->asked.size() > 6 && organization != "Client 0"_L1
            ? std::optional(Response::stall())
            : std::nullopt;
    };
    open(table(20));
    start();
    QTRY_VERIFY(m_stage->asked.size() > 8);
    makeWindow(); // as if it had been killed
    m_stage->trouble = nullptr;
    open(table(20));
    QCOMPARE(notice(), u"A run of this table did not end"_s);
    QCOMPARE(button("batchStart")->text().remove(u'&'), u"Continue"_s);
    QVERIFY(areMnemonicsUnique());
    // The plan says of each row what became of it, and offers no choice where there is none.
    const QModelIndex known = rows()->model()->index(1, 0);
    QCOMPARE(cell(1, 0), u"Done"_s);
    QVERIFY(!known.data(Qt::CheckStateRole).isValid());
    QCOMPARE(cell(0, 0), u"Done"_s);
    QCOMPARE(cell(19, 0), u"Ready"_s);
    auto *output = find<QLineEdit>("batchOutput");
    const QString file = output->text();
    output->setText(file + u".other.csv"_s);
    QTest::keyClick(output, Qt::Key_Return);
    QCOMPARE(button("batchStart")->text().remove(u'&'), u"Create 20 Link(s)"_s);
    QTRY_VERIFY(textOf("batchDetail").contains("clients-links.csv did not end"_L1));
    QCOMPARE(cell(1, 0), u"Ready"_s);
    output->setText(file);
    QTest::keyClick(output, Qt::Key_Return);
    QCOMPARE(button("batchStart")->text().remove(u'&'), u"Continue"_s);
    start();
    QTRY_VERIFY(button("batchFolder")->isVisible());
    QVERIFY(button("batchRetryUnknown")->isVisible());
    for (const int times : std::as_const(m_stage->asked))
        QCOMPARE(times, 1);
    QCOMPARE(m_stage->asked.size(), 20);
}

void BatchWindowTest::retriesTheFailedAlone()
{
    m_stage->trouble = [](const QString &organization) {
        return organization == "Client 1"_L1 ? std::optional(Response::json("{}").withStatus(400))
                                             : std::nullopt;
    };
    open(table(4));
    start();
    QTRY_COMPARE(textOf("batchSentence"), u"3 link(s) made, 1 failed."_s);
    QCOMPARE(findings()->count(), 1);
    QVERIFY(findings()->item(0)->text().startsWith("Row 3, Client 1: Failed."_L1));
    m_stage->trouble = nullptr;
    press("batchRetryFailed");
    QTRY_COMPARE(textOf("batchSentence"), u"4 link(s) made."_s);
    QCOMPARE(m_stage->asked.value(u"Client 0"_s), 1);
    QCOMPARE(findings()->count(), 0);
}

void BatchWindowTest::asksBeforeTheUnknownAreSentAgain()
{
    m_stage->trouble = [](const QString &organization) {
        return organization == "Client 1"_L1
            ? std::optional(Response::json("{\"status\":\"success\",\"data\":{}}"))
            : std::nullopt;
    };
    open(table(3));
    start();
    QTRY_COMPARE(textOf("batchSentence"), u"2 link(s) made, 1 not known."_s);
    m_stage->trouble = nullptr;
    press("batchRetryUnknown");
    auto *question = find<QMessageBox>("batchUnknownQuestion");
    QVERIFY(question->informativeText().startsWith("Rows 3:"_L1));
    QTest::keyClick(question, Qt::Key_Escape);
    QCOMPARE(m_stage->asked.value(u"Client 1"_s), 1);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"batchUnknownQuestion"_s));
    press("batchRetryUnknown");
    QTest::mouseClick(button("batchSendAgain"), Qt::LeftButton);
    QTRY_COMPARE(textOf("batchSentence"), u"3 link(s) made."_s);
}

void BatchWindowTest::asksBeforeItCloses()
{
    m_stage->trouble = [](const QString &) {
        return std::optional(Response::json("{}").withStatus(429).withHeader("Retry-After", "60"));
    };
    open(table(5));
    start();
    QTRY_VERIFY(textOf("batchSentence").startsWith("Waiting"_L1));
    QVERIFY(m_window->isBusy());
    m_window->close();
    QVERIFY(m_window->isVisible());
    QTest::keyClick(find<QMessageBox>("batchCloseQuestion"), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"batchCloseQuestion"_s));
    QVERIFY(m_window->isBusy());
    m_window->close();
    QTest::mouseClick(button("batchLeave"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 10'000);
    QVERIFY(!m_window->isBusy());
}

void BatchWindowTest::asksBeforeLinksInProduction()
{
    QVERIFY(m_stage->useProfile(u"Live"_s, ProfileKind::Production));
    open(table(3));
    start();
    auto *question = find<QMessageBox>("productionQuestion");
    QCOMPARE(question->text(), u"Create a link for 3 client(s) in the production profile Live?"_s);
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"productionQuestion"_s));
    QVERIFY(m_stage->asked.isEmpty());
    start();
    QTest::mouseClick(button("proceedButton"), Qt::LeftButton);
    QTRY_COMPARE(textOf("batchSentence"), u"3 link(s) made."_s);
}

void BatchWindowTest::startsNothingInAProfileNobodyConfirmed()
{
    QVERIFY(m_stage->useProfile(u"Live"_s, ProfileKind::Production));
    open(table(3));
    start();
    QVERIFY(m_stage->useProfile(u"Other"_s, ProfileKind::Production)); // in the main window
    QTest::mouseClick(button("proceedButton"), Qt::LeftButton);
    QCOMPARE(notice(), u"Nothing was sent"_s);
    QVERIFY(!m_window->isBusy());
    QVERIFY(m_stage->asked.isEmpty());
    start();
    QVERIFY(find<QMessageBox>("productionQuestion")->text().contains("Other"_L1));
}

void BatchWindowTest::sendsOneRowAgain()
{
    m_stage->trouble = [](const QString &) {
        return std::optional(Response::json("{}").withStatus(400));
    };
    open(table(3));
    auto *again = find<QAction>("batchRetryRow");
    QVERIFY(!again->isEnabled());
    start();
    QTRY_COMPARE(textOf("batchSentence"), u"0 link(s) made, 3 failed."_s);
    m_stage->trouble = nullptr;
    rows()->setFocus();
    rows()->setCurrentIndex(rows()->model()->index(1, 0));
    QVERIFY(again->isEnabled());
    QTest::keyClick(rows(), Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(textOf("batchSentence"), u"1 link(s) made, 2 failed."_s);
    QCOMPARE(m_stage->asked.value(u"Client 0"_s), 1);
    QCOMPARE(m_stage->asked.value(u"Client 1"_s), 2);
    QVERIFY(!again->isEnabled());
    QCOMPARE(cell(1, 0), u"Done"_s);
}

void BatchWindowTest::savesMailTexts()
{
    open(table(2));
    start();
    QTRY_VERIFY(button("batchMails")->isVisible());
    press("batchMails");
    QVERIFY(QDir(m_stage->folder.path()).mkdir(u"mails"_s));
    const QString folder = m_stage->folder.filePath(u"mails"_s);
    Q_EMIT find<QFileDialog>("batchMailsDialog")->fileSelected(folder);
    QCOMPARE(notice(), u"Mail texts saved"_s);
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2);
}

void BatchWindowTest::takesADroppedTable()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_stage->write(table(2)))});
    QVERIFY(drop(m_window.get(), m_window->rect().center(), data));
    QCOMPARE(rows()->model()->rowCount(), 2);
    data.setUrls({QUrl(u"https://other.example/clients.csv"_s)});
    QVERIFY(!drop(m_window.get(), m_window->rect().center(), data));
}

void BatchWindowTest::takesAFieldDroppedOnAColumn()
{
    open("Xyzzy,Plugh\nNorthwind,jo@northwind.example\n");
    const std::unique_ptr<QMimeData> organization = FieldMime::dataOf(DetailsField::Organization);
    auto *column = find<QComboBox>("batchColumn1");
    QVERIFY(drop(column, column->rect().center(), *organization));
    QCOMPARE(column->currentText(), u"Organization"_s);
    const std::unique_ptr<QMimeData> email = FieldMime::dataOf(DetailsField::Email);
    const QRect secondCell = rows()->visualRect(rows()->model()->index(0, 2));
    QVERIFY(drop(rows()->viewport(), secondCell.center(), *email));
    QTRY_VERIFY(button("batchStart")->isEnabled());
    // What a column gives is no field to be dragged any more.
    for (const QLabel *chip : m_window->findChildren<FieldChip *>())
        QVERIFY(chip->isHidden() || chip->text() != "Organization"_L1);
    QMimeData other;
    other.setText(u"email"_s);
    QVERIFY(!drop(column, column->rect().center(), other));
}

void BatchWindowTest::isAsItWasLeft()
{
    open(table(2));
    find<QSpinBox>("batchConcurrency")->setValue(7);
    m_window->resize(m_window->width() + 40, m_window->height());
    const BatchPreferences left = m_window->preferences();
    QCOMPARE(left.folder, QFileInfo(m_stage->folder.path()).absoluteFilePath());
    const QSize size = m_window->size();
    makeWindow(left);
    QCOMPARE(m_window->size(), size);
    QCOMPARE(find<QSpinBox>("batchConcurrency")->value(), 7);
}

void BatchWindowTest::staysQuickWithManyRows()
{
    const QByteArray bytes = table(10'000);
    QElapsedTimer timer;
    timer.start();
    open(bytes);
    const qint64 opened = timer.restart();
    QTRY_VERIFY_WITH_TIMEOUT(button("batchStart")->isEnabled(), 60'000);
    const qint64 looked = timer.restart();
    rows()->scrollToBottom();
    rows()->grab();
    qInfo("opened in %lld ms, looked for duplicates for %lld ms, painted in %lld ms", opened,
        looked, timer.elapsed());
    QCOMPARE(rows()->model()->rowCount(), 10'000);
    QVERIFY(timer.elapsed() < 1'000);
}

void BatchWindowTest::everyControlHasAName()
{
    open("Client,E-Mail,Note\nNorthwind,jo@northwind.example,\n");
    QCOMPARE(rows()->model()->index(0, 3).data(Qt::AccessibleTextRole).toString(), u"Empty"_s);
    QCOMPARE(find<QScrollArea>("batchColumns")->focusPolicy(), Qt::NoFocus);
    const auto widgets = m_window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isControl = qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QSpinBox *>(widget) || qobject_cast<const QTableView *>(widget)
            || qobject_cast<const QListWidget *>(widget);
        if (isControl)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

void BatchWindowTest::noTwoHaveTheSameMnemonic()
{
    open(table(4));
    QVERIFY2(areMnemonicsUnique(), qPrintable(mnemonics().join(u' ')));
    m_stage->trouble = [](const QString &organization) -> std::optional<Response> {
        if (organization == "Client 1"_L1)
            return Response::json("{}").withStatus(400);
        if (organization == "Client 2"_L1)
            return Response::json(R"({"status":"success","data":{}})");
        return std::nullopt;
    };
    start();
    QTRY_VERIFY(button("batchFolder")->isVisible());
    QVERIFY(button("batchRetryFailed")->isVisible());
    QVERIFY(button("batchRetryUnknown")->isVisible());
    QVERIFY2(areMnemonicsUnique(), qPrintable(mnemonics().join(u' ')));
}

DESK_TEST_MAIN(QApplication, BatchWindowTest)

#include "tst_batchwindow.moc"
