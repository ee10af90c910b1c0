// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/foldedname.h"
#include "models/toolindex.h"
#include "models/toollistmodel.h"

#include "support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace desk;

using Kind = ToolIndex::Meaning::Kind;

Q_DECLARE_METATYPE(ToolIndex::Meaning::Kind)

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
    return {tool(u"workday"_s, u"Workday"_s), tool(u"adpworkforcenow"_s, u"ADP Workforce Now"_s),
        tool(u"payfitpartner"_s, u"PayFit"_s, u"PayFit, partner"_s), tool(u"payfit"_s, u"PayFit"_s),
        tool(u"a3innuvanomina"_s, u"a3innuva Nómina"_s),
        tool(u"successfactors"_s, u"SAP SuccessFactors"_s, u"SuccessFactors OData"_s),
        tool(u"hroffice"_s, u"HR Office"_s), tool(u"peoplehr"_s, u"Access PeopleHR"_s)};
}

QStringList idsOf(const ToolIndex &index, const QList<qsizetype> &positions)
{
    QStringList ids;
    for (const qsizetype position : positions)
        ids.append(index.tool(position).id);
    return ids;
}

} // namespace

class ToolIndexTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void findsBestFirst_data();
    void findsBestFirst();
    void sortsByLabel();
    void tellsVariantsApart();
    void knowsWhatATextMeans_data();
    void knowsWhatATextMeans();
    void keepsOneToolAnId();
    void bearsHostileNames();
    void theModelFollows();
};

void ToolIndexTest::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case") << u"PayFit"_s << u"payfit"_s;
    QTest::newRow("accents") << u"Nómina Élan Größe"_s << u"nomina elan grosse"_s;
    QTest::newRow("letters of their own") << u"Łódź Øre Æsir Đuro"_s << u"lodz ore aesir duro"_s;
    QTest::newRow("a dot that Turkish has not") << u"İstanbul ısı"_s << u"istanbul isi"_s;
    QTest::newRow("wide letters") << u"ＡＤＰ"_s << u"adp"_s;
    QTest::newRow("other scripts stay") << u"株式会社"_s << u"株式会社"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void ToolIndexTest::folds()
{
    QFETCH(QString, text);
    QTEST(foldedName(text), "folded");
}

void ToolIndexTest::findsBestFirst_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("a whole id before what begins with it")
        << u"payfit"_s << QStringList{u"payfit"_s, u"payfitpartner"_s};
    QTest::newRow("the beginning of a label before a word within one")
        << u"work"_s << QStringList{u"workday"_s, u"adpworkforcenow"_s};
    QTest::newRow("the beginning of an id before a word within a label")
        << u"success"_s << QStringList{u"successfactors"_s};
    QTest::newRow("a word before any letters")
        << u"hr"_s << QStringList{u"hroffice"_s, u"peoplehr"_s};
    QTest::newRow("without accents") << u"nomina"_s << QStringList{u"a3innuvanomina"_s};
    QTest::newRow("with accents that are not there") << u"wörkday"_s << QStringList{u"workday"_s};
    QTest::newRow("several words in any order")
        << u"now adp"_s << QStringList{u"adpworkforcenow"_s};
    QTest::newRow("words of label and internal label")
        << u"sap odata"_s << QStringList{u"successfactors"_s};
    QTest::newRow("all words have to be there") << u"adp later"_s << QStringList();
    QTest::newRow("internal label only") << u"odata"_s << QStringList{u"successfactors"_s};
    QTest::newRow("nothing like it") << u"zzz"_s << QStringList();
    QTest::newRow("blanks around") << u"  workday  "_s << QStringList{u"workday"_s};
}

void ToolIndexTest::findsBestFirst()
{
    QFETCH(QString, query);
    const ToolIndex index(someTools());
    QTEST(idsOf(index, index.matches(query)), "ids");
}

void ToolIndexTest::sortsByLabel()
{
    const ToolIndex index(someTools());
    const QStringList expected{u"a3innuvanomina"_s, u"peoplehr"_s, u"adpworkforcenow"_s,
        u"hroffice"_s, u"payfit"_s, u"payfitpartner"_s, u"successfactors"_s, u"workday"_s};
    QCOMPARE(idsOf(index, index.matches({})), expected);
    QCOMPARE(idsOf(index, index.matches(u" "_s)), expected);
}

void ToolIndexTest::tellsVariantsApart()
{
    const ToolIndex index(someTools());
    const auto secondLine = [&index](const QString &id) {
        return index.secondLine(*index.positionOf(id));
    };
    QCOMPARE(secondLine(u"payfit"_s), u"payfit"_s);
    QCOMPARE(secondLine(u"payfitpartner"_s), u"PayFit, partner"_s);
    QCOMPARE(secondLine(u"successfactors"_s), u"SuccessFactors OData"_s);
    QCOMPARE(secondLine(u"workday"_s), QString());
    QVERIFY(index.sharesLabel(*index.positionOf(u"payfit"_s)));
    QVERIFY(!index.sharesLabel(*index.positionOf(u"workday"_s)));
}

void ToolIndexTest::knowsWhatATextMeans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << QString() << Kind::Nothing << QString();
    QTest::newRow("blanks") << u" \t"_s << Kind::Nothing << QString();
    QTest::newRow("an id") << u"workday"_s << Kind::OneTool << u"workday"_s;
    QTest::newRow("an id with blanks around") << u" hroffice\n"_s << Kind::OneTool << u"hroffice"_s;
    QTest::newRow("an id in capitals") << u"HROFFICE"_s << Kind::OneTool << u"hroffice"_s;
    QTest::newRow("a label") << u"HR Office"_s << Kind::OneTool << u"hroffice"_s;
    QTest::newRow("a label in small letters")
        << u"sap successfactors"_s << Kind::OneTool << u"successfactors"_s;
    QTest::newRow("a label without its accent")
        << u"A3innuva Nomina"_s << Kind::OneTool << u"a3innuvanomina"_s;
    QTest::newRow("an id that is a shared label in small letters")
        << u"payfit"_s << Kind::OneTool << u"payfit"_s;
    QTest::newRow("a label that two tools share") << u"PayFit"_s << Kind::SeveralTools << QString();
    QTest::newRow("the beginning of one") << u"work"_s << Kind::NoTool << QString();
    QTest::newRow("something else") << u"newtool"_s << Kind::NoTool << QString();
}

void ToolIndexTest::knowsWhatATextMeans()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    QFETCH(QString, id);
    const ToolIndex index(someTools());
    const ToolIndex::Meaning meaning = index.meaningOf(text);
    QCOMPARE(meaning.kind, kind);
    if (meaning.kind == Kind::OneTool)
        QCOMPARE(index.tool(meaning.position).id, id);
    if (meaning.kind == Kind::SeveralTools)
        QCOMPARE(meaning.count, 2);
    QCOMPARE(
        ToolIndex().meaningOf(text).kind, kind == Kind::Nothing ? Kind::Nothing : Kind::NoTool);
}

void ToolIndexTest::keepsOneToolAnId()
{
    const ToolIndex index({tool(u"a"_s, u"First"_s), tool(u"a"_s, u"Second"_s)});
    QCOMPARE(index.size(), 1);
    QCOMPARE(index.title(0), u"First"_s);
}

void ToolIndexTest::bearsHostileNames()
{
    const QString endless(60'000, u'x');
    const ToolIndex index({tool(u"a"_s, endless + u'y'), tool(u"b"_s, u"two\nlines\u2028here"_s),
        tool(u"c"_s, u"   "_s), tool(endless, u"d"_s, endless)});
    QVERIFY(index.title(*index.positionOf(u"a"_s)).size() <= 200);
    QCOMPARE(index.title(*index.positionOf(u"b"_s)), u"two lines here"_s);
    QCOMPARE(index.title(*index.positionOf(u"c"_s)), u"c"_s);
    // What is sent is never cut.
    QCOMPARE(index.tool(*index.positionOf(endless)).id.size(), endless.size());
    QVERIFY(index.matches(endless).size() <= 4);
    QCOMPARE(index.matches(u"lines"_s).size(), 1);
}

void ToolIndexTest::theModelFollows()
{
    ToolListModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setTools(ToolIndex(someTools()));
    QCOMPARE(model.rowCount(), 8);
    model.setQuery(u"payfit"_s);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.toolAt(1).id, u"payfitpartner"_s);
    QCOMPARE(model.rowOf(u"payfitpartner"_s), 1);
    QCOMPARE(model.rowOf(u"workday"_s), -1);
    QCOMPARE(model.rowOf(u"nowhere"_s), -1);
    const QModelIndex second = model.index(1, 0);
    QCOMPARE(second.data().toString(), u"PayFit"_s);
    QCOMPARE(second.data(Qt::AccessibleTextRole).toString(),
        u"PayFit, PayFit, partner, payfitpartner"_s);
    model.setTools(ToolIndex());
    QCOMPARE(model.rowCount(), 0);
}

DESK_TEST_MAIN(QCoreApplication, ToolIndexTest)
#include "tst_toolindex.moc"
