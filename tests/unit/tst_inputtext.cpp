// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/inputtext.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;

class InputTextTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void cleansTheEdges_data();
    void cleansTheEdges();
};

void InputTextTest::cleansTheEdges_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("cleaned");

    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("clean already") << u"Northwind Ltd"_s << u"Northwind Ltd"_s;
    QTest::newRow("blanks around") << u"  Northwind Ltd\t "_s << u"Northwind Ltd"_s;
    QTest::newRow("line breaks around") << u"\r\nNorthwind Ltd\n"_s << u"Northwind Ltd"_s;
    QTest::newRow("zero-width characters around")
        << u"\uFEFF\u200BNorthwind\u200D\u2060"_s << u"Northwind"_s;
    QTest::newRow("no-break blanks around") << u"\u00A0Northwind\u202F"_s << u"Northwind"_s;
    QTest::newRow("only what cannot be seen") << u" \u200B\n\uFEFF "_s << QString();
    QTest::newRow("line breaks inside become one blank")
        << u"Northwind\r\n\r\nLtd"_s << u"Northwind Ltd"_s;
    QTest::newRow("a joined emoji stays whole") << u"👩‍🚀 Space"_s << u"👩‍🚀 Space"_s;
    QTest::newRow("blanks inside stay") << u"North  wind"_s << u"North  wind"_s;
}

void InputTextTest::cleansTheEdges()
{
    QFETCH(QString, typed);
    QTEST(desk::cleanedInput(typed), "cleaned");
}

QTEST_GUILESS_MAIN(InputTextTest)
#include "tst_inputtext.moc"
