// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/templates/savetemplatedialog.h"
#include "ui/templates/templatepicker.h"

#include "support/stricttest.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;

class TemplateDialogsTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensTheFirstByReturn();
    void opensTheLastOneFirstNextTime();
    void opensWhatWasTyped_data();
    void opensWhatWasTyped();
    void walksWithTheArrows();
    void renamesInPlace();
    void saysWhyItDoesNotRename();
    void deletesAndUndoes();
    void deletesByKeyInTheListOnly();
    void saysWhatAnEmptyListIsFor();
    void repeatsASearchWithoutSuccess();
    void noticesAnotherInstance();
    void savesWithoutTheClient();
    void savesWithTheClientIfAsked();
    void offersNoClientWhereThereIsNone();
    void asksBeforeReplacing();
    void saysWhyItDoesNotSave();

private:
    void fillStore();
    void openPicker();
    template <typename Widget> Widget *find(const char *name)
    {
        auto *widget = m_picker->findChild<Widget *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    QLineEdit *search() { return find<QLineEdit>("searchEdit"); }
    QString current() { return find<QListView>("templateList")->currentIndex().data().toString(); }
    QString all()
    {
        QStringList names;
        const QAbstractItemModel *model = find<QListView>("templateList")->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names.join(u'|');
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TemplateStore> m_store;
    std::unique_ptr<TemplatePicker> m_picker;
};

namespace {

ConnectDetails northwind()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    details.tool = u"personio"_s;
    return details;
}

} // namespace

void TemplateDialogsTest::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<TemplateStore>(m_folder->path());
}

void TemplateDialogsTest::cleanup()
{
    m_picker.reset();
    m_store.reset();
}

void TemplateDialogsTest::fillStore()
{
    for (const QString &name : {u"ATS Greenhouse"_s, u"Personio"_s, u"Workday"_s})
        QVERIFY(m_store->create(name, {}).hasValue());
}

void TemplateDialogsTest::openPicker()
{
    m_picker = std::make_unique<TemplatePicker>(*m_store);
    m_picker->show();
    QVERIFY(QTest::qWaitForWindowActive(m_picker.get()));
}

void TemplateDialogsTest::opensTheFirstByReturn()
{
    fillStore();
    openPicker();
    QSignalSpy chosen(m_picker.get(), &TemplatePicker::chosen);
    QCOMPARE(QApplication::focusWidget(), search());
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<Template>().name, u"ATS Greenhouse"_s);
    QVERIFY(!m_picker->isVisible());
}

void TemplateDialogsTest::opensTheLastOneFirstNextTime()
{
    fillStore();
    openPicker();
    search()->setText(u"work"_s);
    QTest::keyClick(search(), Qt::Key_Return);
    openPicker();
    QCOMPARE(all(), u"Workday|ATS Greenhouse|Personio"_s);
    QCOMPARE(current(), u"Workday"_s);
}

void TemplateDialogsTest::opensWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("name");
    QTest::newRow("the beginning") << u"per"_s << u"Personio"_s;
    QTest::newRow("capitals") << u"WORK"_s << u"Workday"_s;
    QTest::newRow("the beginning of a word") << u"green"_s << u"ATS Greenhouse"_s;
    QTest::newRow("the middle of a word") << u"day"_s << u"Workday"_s;
    QTest::newRow("an accent") << u"pérsonio"_s << u"Personio"_s;
}

void TemplateDialogsTest::opensWhatWasTyped()
{
    QFETCH(QString, typed);
    fillStore();
    openPicker();
    QSignalSpy chosen(m_picker.get(), &TemplatePicker::chosen);
    search()->setText(typed);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QTEST(chosen.first().first().value<Template>().name, "name");
}

void TemplateDialogsTest::walksWithTheArrows()
{
    fillStore();
    openPicker();
    QTest::keyClick(search(), Qt::Key_Up);
    QCOMPARE(current(), u"ATS Greenhouse"_s);
    QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(current(), u"Personio"_s);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(search(), Qt::Key_Down);
    QCOMPARE(current(), u"Workday"_s);
    QCOMPARE(QApplication::focusWidget(), search());
}

void TemplateDialogsTest::renamesInPlace()
{
    fillStore();
    openPicker();
    QTest::keyClick(search(), Qt::Key_F2);
    auto *list = find<QListView>("templateList");
    QTRY_VERIFY(list->findChild<QLineEdit *>());
    auto *editor = list->findChild<QLineEdit *>();
    QCOMPARE(editor->text(), u"ATS Greenhouse"_s);
    QVERIFY(!editor->accessibleName().isEmpty());
    editor->setText(u"Zeta"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(all(), u"Personio|Workday|Zeta"_s);
    QCOMPARE(current(), u"Zeta"_s);
    QVERIFY(m_picker->isVisible());
}

void TemplateDialogsTest::saysWhyItDoesNotRename()
{
    fillStore();
    openPicker();
    QTest::mouseClick(find<QPushButton>("renameButton"), Qt::LeftButton);
    auto *list = find<QListView>("templateList");
    QTRY_VERIFY(list->findChild<QLineEdit *>());
    auto *editor = list->findChild<QLineEdit *>();
    editor->setText(u"personio"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(find<QLabel>("noticeText")->isVisible());
    QVERIFY(find<QLabel>("noticeText")->text().contains("has this name"_L1));
    QCOMPARE(all(), u"ATS Greenhouse|Personio|Workday"_s);
}

void TemplateDialogsTest::deletesAndUndoes()
{
    fillStore();
    openPicker();
    QTest::keyClick(search(), Qt::Key_Down);
    QTest::mouseClick(find<QPushButton>("deleteButton"), Qt::LeftButton);
    QCOMPARE(all(), u"ATS Greenhouse|Workday"_s);
    QCOMPARE(current(), u"Workday"_s);
    QVERIFY(find<QWidget>("undoBar")->isVisible());
    QTest::mouseClick(find<QPushButton>("undoButton"), Qt::LeftButton);
    QCOMPARE(all(), u"ATS Greenhouse|Personio|Workday"_s);
    QCOMPARE(current(), u"Personio"_s);
    QVERIFY(!find<QWidget>("undoBar")->isVisible());
}

void TemplateDialogsTest::deletesByKeyInTheListOnly()
{
    fillStore();
    openPicker();
    search()->setText(u"o"_s);
    search()->setCursorPosition(0);
    QTest::keyClick(search(), Qt::Key_Delete);
    QCOMPARE(search()->text(), QString());
    QCOMPARE(all(), u"ATS Greenhouse|Personio|Workday"_s);
    auto *list = find<QListView>("templateList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(all(), u"Personio|Workday"_s);
}

void TemplateDialogsTest::saysWhatAnEmptyListIsFor()
{
    openPicker();
    QCOMPARE(find<QLabel>("stateHeadline")->text(), u"No templates yet"_s);
    QVERIFY(!find<QPushButton>("openButton")->isEnabled());
    QSignalSpy chosen(m_picker.get(), &TemplatePicker::chosen);
    QSignalSpy wanted(m_picker.get(), &TemplatePicker::saveRequested);
    QTest::keyClick(search(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QTest::mouseClick(find<QPushButton>("stateAction"), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!m_picker->isVisible());
}

void TemplateDialogsTest::repeatsASearchWithoutSuccess()
{
    fillStore();
    openPicker();
    search()->setText(u"zzz"_s);
    QVERIFY(find<QLabel>("stateHeadline")->text().contains("zzz"_L1));
    QTest::mouseClick(find<QPushButton>("stateAction"), Qt::LeftButton);
    QCOMPARE(search()->text(), QString());
    QCOMPARE(all(), u"ATS Greenhouse|Personio|Workday"_s);
    QVERIFY(m_picker->isVisible());
}

void TemplateDialogsTest::noticesAnotherInstance()
{
    fillStore();
    TemplateStore other(m_folder->path());
    QVERIFY(other.create(u"Beta"_s, {}).hasValue());
    openPicker();
    QCOMPARE(all(), u"ATS Greenhouse|Beta|Personio|Workday"_s);
    QVERIFY(other.remove(other.named(u"ATS Greenhouse"_s)->id).hasValue());
    QSignalSpy chosen(m_picker.get(), &TemplatePicker::chosen);
    QTest::mouseClick(find<QPushButton>("deleteButton"), Qt::LeftButton);
    QVERIFY(find<QLabel>("noticeText")->text().contains("gone"_L1));
    QCOMPARE(all(), u"Beta|Personio|Workday"_s);
}

void TemplateDialogsTest::savesWithoutTheClient()
{
    SaveTemplateDialog dialog(*m_store, northwind());
    dialog.show();
    QSignalSpy saved(&dialog, &SaveTemplateDialog::saved);
    QVERIFY(!dialog.findChild<QLabel *>(u"summary"_s)->text().contains("Northwind"_L1));
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"nameEdit"_s), u"Mine"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(saved.size(), 1);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(m_store->named(u"mine"_s)->details, withoutClient(northwind()));
}

void TemplateDialogsTest::savesWithTheClientIfAsked()
{
    SaveTemplateDialog dialog(*m_store, northwind());
    dialog.show();
    dialog.findChild<QCheckBox *>(u"withClientCheck"_s)->click();
    QVERIFY(dialog.findChild<QLabel *>(u"summary"_s)->text().contains("Northwind"_L1));
    dialog.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Mine"_s);
    dialog.findChild<QPushButton *>(u"saveButton"_s)->click();
    QCOMPARE(m_store->named(u"mine"_s)->details, northwind());
}

void TemplateDialogsTest::offersNoClientWhereThereIsNone()
{
    SaveTemplateDialog dialog(*m_store, withoutClient(northwind()));
    dialog.show();
    QVERIFY(!dialog.findChild<QCheckBox *>(u"withClientCheck"_s)->isVisible());
}

void TemplateDialogsTest::asksBeforeReplacing()
{
    fillStore();
    const QString id = m_store->named(u"personio"_s)->id;
    SaveTemplateDialog dialog(*m_store, northwind());
    dialog.show();
    QSignalSpy saved(&dialog, &SaveTemplateDialog::saved);
    auto *name = dialog.findChild<QLineEdit *>(u"nameEdit"_s);
    auto *replace = dialog.findChild<QPushButton *>(u"noticeAction"_s);
    name->setText(u"PERSONIO"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(saved.size(), 0);
    QCOMPARE(replace->text(), u"Replace template"_s);
    QVERIFY(replace->isVisible());
    name->setText(u"Other"_s);
    QVERIFY(!replace->isVisible());
    name->setText(u"personio"_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QTest::mouseClick(replace, Qt::LeftButton);
    QCOMPARE(saved.size(), 1);
    QCOMPARE(m_store->byId(id)->name, u"Personio"_s);
    QCOMPARE(m_store->byId(id)->details, withoutClient(northwind()));
    QCOMPARE(m_store->templates().size(), 3);
}

void TemplateDialogsTest::saysWhyItDoesNotSave()
{
    SaveTemplateDialog dialog(*m_store, northwind());
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(
        dialog.findChild<QLabel *>(u"noticeText"_s)->text(), u"Enter a name for the template."_s);
}

DESK_TEST_MAIN(QApplication, TemplateDialogsTest)
#include "tst_templatedialogs.moc"
