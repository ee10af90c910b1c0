// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"

#include "support/stricttest.h"

#include <QAbstractItemModelTester>

#include <optional>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

// A JSON text as a tree, told by the lines a person sees.
class JsonTreeTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void showsAsItStands_data();
    void showsAsItStands();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void marksRepeatedNames();
    void bearsDepth();
    void isBounded();
    void finds_data();
    void finds();
    void givesPlainValues();
};

namespace {

void addLines(
    const QAbstractItemModel &model, const QModelIndex &parent, int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        lines.append(QString(depth, u' ') + index.data().toString());
        addLines(model, index, depth + 1, lines);
    }
}

QStringList linesOf(const QString &text)
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setText(text);
    QStringList lines;
    addLines(model, {}, 0, lines);
    return lines;
}

} // namespace

void JsonTreeTest::showsAsItStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("members in their order")
        << uR"({"b":1,"a":2})"_s << QStringList{u"b: 1"_s, u"a: 2"_s};
    QTest::newRow("nested") << uR"({"a":{"b":[true,null]}})"_s
                            << QStringList{
                                   u"a: {1}"_s, u" b: [2]"_s, u"  0: true"_s, u"  1: null"_s};
    QTest::newRow("digits that no double holds")
        << u"[12345678901234567890, 1.10, -0, 1E+5]"_s
        << QStringList{u"0: 12345678901234567890"_s, u"1: 1.10"_s, u"2: -0"_s, u"3: 1E+5"_s};
    QTest::newRow("a name that stands twice")
        << uR"({"a":1,"a":2})"_s << QStringList{u"a: 1"_s, u"a: 2"_s};
    QTest::newRow("escapes that can be seen")
        << uR"(["\u00e4\/\"\\"])"_s << QStringList{uR"(0: "ä/\"\\")"_s};
    QTest::newRow("escapes that cannot")
        << uR"(["a\n\u202eb\t\u0000"])"_s << QStringList{uR"(0: "a\n\u202eb\t\u0000")"_s};
    QTest::newRow("characters that turn text around")
        << u"[\"a\u202eb\"]"_s << QStringList{uR"(0: "a\u202eb")"_s};
    QTest::newRow("empty ones") << uR"({"a":{},"b":[],"c":""})"_s
                                << QStringList{u"a: {}"_s, u"b: []"_s, u"c: \"\""_s};
    QTest::newRow("markup is text") << uR"(["<b>x</b>"])"_s << QStringList{u"0: \"<b>x</b>\""_s};
    QTest::newRow("a single value") << u" \"x\" "_s << QStringList{u"\"x\""_s};
    QTest::newRow("an empty document") << u"{}"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
}

void JsonTreeTest::showsAsItStands()
{
    QFETCH(const QString, text);
    QTEST(linesOf(text), "expected");
}

void JsonTreeTest::saysWhatIsWrong_data()
{
    using Kind = JsonOutline::Problem::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRight");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<QStringList>("shown");
    const auto wrong = [](const char *name, const QString &text, Kind kind, qsizetype at,
                           const QStringList &shown = {}) {
        QTest::newRow(name) << text << false << kind << at << shown;
    };
    QTest::newRow("all right") << u" [1] "_s << true << Kind::NotJson << qsizetype{0}
                               << QStringList{u"0: 1"_s};
    wrong("nothing", {}, Kind::Ended, 0);
    wrong("no JSON at all", u"<html>"_s, Kind::NotJson, 0);
    wrong("something behind it", u"{} x"_s, Kind::NotJson, 3);
    wrong("cut in a string", uR"({"a":1,"b":"x)"_s, Kind::Ended, 13, {u"a: 1"_s});
    wrong("cut behind a comma", u"[1,"_s, Kind::Ended, 3, {u"0: 1"_s});
    wrong("cut in a name", uR"({"a":1,"b)"_s, Kind::Ended, 9, {u"a: 1"_s});
    wrong("cut in a word", u"[tru"_s, Kind::Ended, 4);
    wrong("cut in an escape", uR"(["\u00)"_s, Kind::Ended, 6);
    wrong("a comma too many", u"[1,]"_s, Kind::NotJson, 3, {u"0: 1"_s});
    wrong("no comma", u"[1 2]"_s, Kind::NotJson, 3, {u"0: 1"_s});
    wrong("a name without quotation marks", u"{a:1}"_s, Kind::NotJson, 1);
    wrong("an unknown escape", uR"(["\x"])"_s, Kind::NotJson, 3);
    wrong("a raw line break in a string", u"[\"\n\"]"_s, Kind::NotJson, 2);
    wrong("a number that begins with zero", u"[01]"_s, Kind::NotJson, 2, {u"0: 0"_s});
    wrong("a sign without digits", u"[-]"_s, Kind::NotJson, 2);
    wrong("the wrong bracket", u"[1}"_s, Kind::NotJson, 2, {u"0: 1"_s});
}

void JsonTreeTest::saysWhatIsWrong()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isRight);
    const JsonOutline outline(text);
    QCOMPARE(!outline.problem(), isRight);
    if (!isRight) {
        QTEST(outline.problem()->kind, "kind");
        QTEST(outline.problem()->at, "at");
    }
    QTEST(linesOf(text), "shown");
}

void JsonTreeTest::marksRepeatedNames()
{
    JsonTreeModel model;
    model.setText(uR"({"a":1,"b":{"a":1},"\u0061":2})"_s);
    const auto isRepeated = [&model](int row) {
        return model.index(row, 0).data(JsonTreeModel::RepeatedRole).toBool();
    };
    QVERIFY(!isRepeated(0));
    QVERIFY(!model.index(0, 0, model.index(1, 0)).data(JsonTreeModel::RepeatedRole).toBool());
    QVERIFY(isRepeated(2));
}

void JsonTreeTest::bearsDepth()
{
    const JsonOutline fits(
        QString(JsonOutline::maximumDepth, u'[') + QString(JsonOutline::maximumDepth, u']'));
    QVERIFY(!fits.problem());
    const JsonOutline tooDeep(QString(1'000'000, u'['));
    QCOMPARE(tooDeep.problem()->kind, JsonOutline::Problem::Kind::TooDeep);
    QCOMPARE(tooDeep.size(), JsonOutline::maximumDepth);
}

void JsonTreeTest::isBounded()
{
    const JsonOutline outline(u"[1"_s + u",1"_s.repeated(JsonOutline::maximumNodes) + u']');
    QCOMPARE(outline.problem()->kind, JsonOutline::Problem::Kind::TooMany);
    QCOMPARE(outline.size(), JsonOutline::maximumNodes);
}

void JsonTreeTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("a name in any case")
        << u"TOOL"_s << QStringList{u"tool: {2}"_s, u"other_tool: null"_s};
    QTest::newRow("a value") << u"personio"_s << QStringList{u"id: \"personio\""_s};
    QTest::newRow("a number") << u"42"_s << QStringList{u"count: 42"_s};
    QTest::newRow("nothing like it") << u"zzz"_s << QStringList();
    QTest::newRow("nothing wanted") << QString() << QStringList();
}

void JsonTreeTest::finds()
{
    QFETCH(const QString, text);
    JsonTreeModel model;
    model.setText(uR"({"tool":{"id":"personio","count":42},"other_tool":null})"_s);
    QStringList found;
    for (const QModelIndex &index : model.foundIn(text))
        found.append(index.data().toString());
    QTEST(found, "expected");
}

void JsonTreeTest::givesPlainValues()
{
    JsonTreeModel model;
    model.setText(uR"({"a":"x\ny","b":{"c": 1}})"_s);
    const auto plain = [&model](int row) {
        return model.index(row, 0).data(JsonTreeModel::PlainValueRole).toString();
    };
    QCOMPARE(plain(0), u"x\ny"_s);
    QCOMPARE(plain(1), uR"({"c": 1})"_s);
}

QTEST_GUILESS_MAIN(JsonTreeTest)

#include "tst_jsontree.moc"
