// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/batch/batchwindow.h"
#include "ui/demo/demomode.h"

#include "support/stricttest.h"
#include "windowscene.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// The window for many clients, as it is opened and closed beside the main window.
class ManyClientsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensOneByKey();
    void isAsItWasLeft();
    void doesNotShowInADemo();
    void closesWithTheMainWindow();
    void keepsTheMainWindowWhileARunIsAtWork();
    void showsItsLinksInTheHistory();

private:
    MainWindow &window() const { return m_scene->window(); }
    static BatchWindow *batch();
    template <typename Widget> static Widget *find(const char *name)
    {
        return batch() ? batch()->findChild<Widget *>(QLatin1StringView(name)) : nullptr;
    }
    void show();
    void press(Qt::Key key) const
    {
        QTest::keyClick(&window(), key, Qt::ControlModifier | Qt::ShiftModifier);
    }
    void openTable();
    void begin();

    std::unique_ptr<QTemporaryDir> m_tables;
    std::unique_ptr<WindowScene> m_scene;
    QString m_profileId;
};

void ManyClientsTest::init()
{
    StrictTest::init();
    m_tables = std::make_unique<QTemporaryDir>();
    m_scene = std::make_unique<WindowScene>();
    m_scene->make();
    m_profileId =
        m_scene->createProfile(u"Staging"_s, ProfileKind::Development, u"sk_test_Geheim123"_s);
    show();
}

void ManyClientsTest::cleanup()
{
    m_scene.reset();
    m_tables.reset();
}

void ManyClientsTest::show()
{
    QVERIFY(m_scene->instance().workspace.switchTo(m_profileId));
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY(m_scene->instance().memory.ledger().ledger());
}

BatchWindow *ManyClientsTest::batch()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *widget : all) {
        if (auto *found = qobject_cast<BatchWindow *>(widget))
            return found;
    }
    return nullptr;
}

void ManyClientsTest::openTable()
{
    press(Qt::Key_N);
    QVERIFY(batch());
    QFile file(m_tables->filePath(u"clients.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Client,E-Mail\nNorthwind,jo@northwind.example\nContoso,al@contoso.example\n");
    file.close();
    batch()->openFile(file.fileName());
}

void ManyClientsTest::begin()
{
    auto *start = find<QPushButton>("batchStart");
    QTRY_VERIFY(start->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(batch()->isBusy());
}

void ManyClientsTest::opensOneByKey()
{
    QVERIFY(!batch());
    press(Qt::Key_N);
    const BatchWindow *first = batch();
    QVERIFY(first);
    QVERIFY(first->isVisible());
    press(Qt::Key_N);
    QCOMPARE(batch(), first);
    QVERIFY(first->windowTitle().contains("Staging"_L1));
}

void ManyClientsTest::isAsItWasLeft()
{
    openTable();
    find<QSpinBox>("batchConcurrency")->setValue(9);
    batch()->close();
    m_scene->make();
    show();
    press(Qt::Key_N);
    QCOMPARE(find<QSpinBox>("batchConcurrency")->value(), 9);
    QCOMPARE(batch()->preferences().folder, QFileInfo(m_tables->path()).absoluteFilePath());
}

void ManyClientsTest::doesNotShowInADemo()
{
    openTable();
    window().demo().setOn(true);
    QVERIFY(!batch()->isVisible());
    press(Qt::Key_N);
    QVERIFY(!batch()->isVisible());
    window().demo().setOn(false);
    QVERIFY(batch()->isVisible());
    QCOMPARE(find<QTableView>("batchRows")->model()->rowCount(), 2);
}

void ManyClientsTest::closesWithTheMainWindow()
{
    openTable();
    window().close();
    QTRY_VERIFY(!window().isVisible());
    QVERIFY(!batch()->isVisible());
}

void ManyClientsTest::keepsTheMainWindowWhileARunIsAtWork()
{
    m_scene->linkAnswer = Response::json("{}").withStatus(429).withHeader("Retry-After", "60");
    openTable();
    begin();
    window().close();
    QVERIFY(window().isVisible());
    QTest::keyClick(find<QMessageBox>("batchCloseQuestion"), Qt::Key_Escape);
    QTRY_VERIFY(!find<QMessageBox>("batchCloseQuestion"));
    QVERIFY(window().isVisible());
    QVERIFY(batch()->isBusy());
    window().close();
    QTest::mouseClick(find<QPushButton>("batchLeave"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!window().isVisible(), 10'000);
}

void ManyClientsTest::showsItsLinksInTheHistory()
{
    openTable();
    begin();
    QTRY_VERIFY(!batch()->isBusy());
    const auto page = m_scene->instance().memory.ledger().ledger()->attempts({}, {});
    QVERIFY(page);
    QCOMPARE(page->attempts.size(), 2);
    QCOMPARE(page->attempts.constFirst().outcome, AttemptOutcome::LinkCreated);
}

DESK_TEST_MAIN(QApplication, ManyClientsTest)

#include "tst_manyclients.moc"
