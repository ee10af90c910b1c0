// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/tokencheck.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;

class TokenCheckTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void tellsTokensFromOtherTexts_data();
    void tellsTokensFromOtherTexts();
};

void TokenCheckTest::tellsTokensFromOtherTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isSane");

    QTest::newRow("a plain token") << u"act.4f1c.example"_s << true;
    QTest::newRow("signs that need encoding in a URL") << u"a/b+c=?#%"_s << true;
    QTest::newRow("the longest") << QString(desk::maximumTokenLength, u'a') << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a blank inside") << u"a b"_s << false;
    QTest::newRow("a line break") << u"a\nb"_s << false;
    QTest::newRow("a dot, which leads elsewhere in a path") << u"."_s << false;
    QTest::newRow("two dots, likewise") << u".."_s << false;
    QTest::newRow("three dots, which do not") << u"..."_s << true;
    QTest::newRow("a NUL") << u"a"_s + QChar(u'\0') << false;
    QTest::newRow("letters outside ASCII") << u"tokén"_s << false;
    QTest::newRow("one too long") << QString(desk::maximumTokenLength + 1, u'a') << false;
}

void TokenCheckTest::tellsTokensFromOtherTexts()
{
    QFETCH(QString, text);
    QTEST(desk::isSaneToken(text), "isSane");
}

QTEST_GUILESS_MAIN(TokenCheckTest)
#include "tst_tokencheck.moc"
