// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/theme.h"
#include "ui/tools/toolsheet.h"
#include "wording/translation.h"

#include "support/stricttest.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

#include <memory>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

namespace {

Tool personio()
{
    Tool tool;
    tool.id = u"personio"_s;
    tool.label = u"Personio"_s;
    tool.readModels = {{u"hris_employees"_s, u"Employees"_s, u"SUPPORTED"_s,
                           {{u"first_name"_s, {}, u"SUPPORTED"_s, {}},
                               {u"tax_id"_s, {}, u"NOT_IMPLEMENTED"_s, {}}}},
        {u"hris_absences"_s, u"Absénces"_s, u"UNSUPPORTED"_s,
            {{u"start_date"_s, {}, u"UNSUPPORTED"_s, {}}}}};
    tool.writeActions = {{u"hris_create_employee"_s, u"Create employee"_s, u"UNKNOWN"_s, {}}};
    tool.features = {
        {u"delta_sync"_s, u"Delta sync"_s, u"IN_BETA"_s, {}}, {u"nameless"_s, {}, {}, {}}};
    return tool;
}

} // namespace

class ToolSheetTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance()); }
    void init();
    void cleanup() { m_sheet.reset(); }

    void showsEverything();
    void saysTheStatusInWords_data();
    void saysTheStatusInWords();
    void filters_data();
    void filters();
    void saysThatNothingMatches();
    void keepsItsPlaceForTheSameTool();
    void followsToAnotherTool();
    void everyControlHasAName();
    void closes();
    void opensWithinTheScreen();
    void bearsAHugeTool();

private:
    QTreeWidget *tree() { return m_sheet->findChild<QTreeWidget *>(); }
    QLineEdit *filter() { return m_sheet->findChild<QLineEdit *>(); }
    QStringList visibleNames()
    {
        QStringList names;
        for (QTreeWidgetItemIterator it(tree(), QTreeWidgetItemIterator::NotHidden); *it; ++it) {
            bool isHiddenAbove = false;
            for (auto *above = (*it)->parent(); above; above = above->parent())
                isHiddenAbove = isHiddenAbove || above->isHidden();
            if (!isHiddenAbove)
                names.append((*it)->text(0));
        }
        return names;
    }
    QTreeWidgetItem *row(const QString &name)
    {
        return tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).value(0);
    }

    std::unique_ptr<ToolSheet> m_sheet;
};

void ToolSheetTest::init()
{
    StrictTest::init();
    m_sheet = std::make_unique<ToolSheet>();
    m_sheet->present(personio(), u"Personio"_s, u"Personio, new"_s);
    m_sheet->openBeside();
    QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
}

void ToolSheetTest::showsEverything()
{
    QCOMPARE(m_sheet->windowTitle(), u"Coverage of Personio"_s);
    const QStringList expected{u"Can be read"_s, u"Employees"_s, u"first_name"_s, u"tax_id"_s,
        u"Absénces"_s, u"start_date"_s, u"Can be written"_s, u"Create employee"_s, u"Features"_s,
        u"Delta sync"_s, u"nameless"_s};
    QCOMPARE(visibleNames(), expected);
    const auto labels = m_sheet->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
        [](const QLabel *label) { return label->text() == u"Personio, new · personio"_s; }));
    QVERIFY(!row(u"Employees"_s)->isExpanded());
    QVERIFY(tree()->visualItemRect(row(u"Employees"_s)).height() >= 28);
}

void ToolSheetTest::saysTheStatusInWords_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("status");
    QTest::newRow("supported, with fields") << u"Employees"_s << u"Supported, 1 of 2 fields"_s;
    QTest::newRow("a field") << u"tax_id"_s << u"Not in Kombo"_s;
    QTest::newRow("unsupported, whose fields do not matter")
        << u"Absénces"_s << u"Not in this tool"_s;
    QTest::newRow("unknown to Kombo") << u"Create employee"_s << u"Not known"_s;
    QTest::newRow("unknown to us") << u"Delta sync"_s << u"IN_BETA"_s;
    QTest::newRow("missing") << u"nameless"_s << u"Not stated"_s;
}

void ToolSheetTest::saysTheStatusInWords()
{
    QFETCH(QString, name);
    QTEST(row(name)->text(1), "status");
}

void ToolSheetTest::filters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("a field") << u"tax"_s
                             << QStringList{u"Can be read"_s, u"Employees"_s, u"tax_id"_s};
    QTest::newRow("a model, with its fields")
        << u"absences"_s << QStringList{u"Can be read"_s, u"Absénces"_s, u"start_date"_s};
    QTest::newRow("an id") << u"HRIS_CREATE"_s
                           << QStringList{u"Can be written"_s, u"Create employee"_s};
    QTest::newRow("in several places")
        << u"employee"_s
        << QStringList{u"Can be read"_s, u"Employees"_s, u"first_name"_s, u"tax_id"_s,
               u"Can be written"_s, u"Create employee"_s};
}

void ToolSheetTest::filters()
{
    QFETCH(QString, text);
    QTest::keyClicks(QApplication::focusWidget(), text);
    QCOMPARE(filter()->text(), text);
    QTEST(visibleNames(), "names");
    filter()->clear();
    QCOMPARE(visibleNames().size(), 11);
}

void ToolSheetTest::saysThatNothingMatches()
{
    filter()->setText(u"zzz"_s);
    QVERIFY(!tree()->isVisible());
    auto *empty = m_sheet->findChild<QLabel *>(u"coverageEmpty"_s);
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains("zzz"_L1));
    filter()->clear();
    QVERIFY(tree()->isVisible());
    QVERIFY(!empty->isVisible());
}

void ToolSheetTest::keepsItsPlaceForTheSameTool()
{
    row(u"Employees"_s)->setExpanded(true);
    m_sheet->present(personio(), u"Personio"_s, u"Personio, new"_s);
    QVERIFY(row(u"Employees"_s)->isExpanded());
}

void ToolSheetTest::followsToAnotherTool()
{
    filter()->setText(u"first"_s);
    Tool other = personio();
    other.id = u"other"_s;
    other.readModels.first().fields.append({u"first_day"_s, {}, u"SUPPORTED"_s, {}});
    m_sheet->present(other, u"Other"_s, {});
    const QStringList expected{u"Can be read"_s, u"Employees"_s, u"first_name"_s, u"first_day"_s};
    QCOMPARE(visibleNames(), expected);
    QVERIFY(row(u"Employees"_s)->isExpanded());
    QCOMPARE(m_sheet->windowTitle(), u"Coverage of Other"_s);
}

void ToolSheetTest::everyControlHasAName()
{
    QCOMPARE(filter()->accessibleName(), u"Filter"_s);
    QCOMPARE(tree()->accessibleName(), u"Coverage"_s);
    const auto buttons = m_sheet->findChildren<QAbstractButton *>();
    QVERIFY(!buttons.isEmpty());
    for (const QAbstractButton *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty());
        QCOMPARE(button->toolTip(), button->accessibleName());
    }
}

void ToolSheetTest::closes()
{
    QVERIFY(!m_sheet->isModal());
    QTest::keyClick(filter(), Qt::Key_Escape);
    QVERIFY(!m_sheet->isVisible());
    m_sheet->openBeside();
    QTest::keyClick(tree(), Qt::Key_Escape);
    QVERIFY(!m_sheet->isVisible());
}

void ToolSheetTest::opensWithinTheScreen()
{
    QWidget window;
    window.setGeometry(3'000, 2'000, 400, 300);
    window.show();
    ToolSheet sheet(&window);
    sheet.present(personio(), u"Personio"_s, {});
    sheet.openBeside();
    QVERIFY(sheet.screen()->availableGeometry().contains(sheet.geometry()));
}

void ToolSheetTest::bearsAHugeTool()
{
    Tool huge = personio();
    huge.id = u"huge"_s;
    const QString endless(60'000, u'x');
    for (int i = 0; i < 300; ++i) {
        Coverage group{endless, i % 2 ? endless : QString(), endless, {}};
        for (int j = 0; j < 10; ++j)
            group.fields.append({u"<b>field %1</b>"_s.arg(j), {}, u"SUPPORTED"_s, {}});
        huge.features.append(group);
    }
    m_sheet->present(huge, u"Huge"_s, {});
    filter()->setText(u"field 3"_s);
    m_sheet->grab();
    QCOMPARE(visibleNames().size(), 1 + 2 * 300);
    QVERIFY(row(u"<b>field 3</b>"_s)->toolTip(0).startsWith("&lt;"_L1));
}

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    const Theme theme;
    ToolSheetTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_toolsheet.moc"
