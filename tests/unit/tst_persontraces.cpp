// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledger/persontraces.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;

class PersonTracesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void findsWords_data();
    void findsWords();
    void findsItInDocuments_data();
    void findsItInDocuments();
    void looksForNothingShort();
};

void PersonTracesTest::findsWords_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blotted");
    const QString one = u"Müller & Söhne"_s;
    QTest::newRow("as it is") << one << u"Of Müller & Söhne."_s << u"Of [forgotten]."_s;
    QTest::newRow("twice") << u"Nord"_s << u"Nord, nord"_s << u"[forgotten], [forgotten]"_s;
    QTest::newRow("in capitals") << one << u"MÜLLER & SÖHNE"_s << u"[forgotten]"_s;
    QTest::newRow("with accents apart")
        << one << u"Mu\u0308ller & So\u0308hne"_s << u"[forgotten]"_s;
    QTest::newRow("the beginning of a word") << u"Nord"_s << u"Nordwind"_s << u"Nordwind"_s;
    QTest::newRow("the end of a word") << u"wind"_s << u"Nordwind"_s << u"Nordwind"_s;
    QTest::newRow("before an accent of another letter")
        << u"Cafe"_s << u"Cafe\u0301"_s << u"Cafe\u0301"_s;
    QTest::newRow("beside a sign") << u"Nord"_s << u"_Nord-"_s << u"_[forgotten]-"_s;
    QTest::newRow("a sharp s") << u"Strasse"_s << u"Straße"_s << u"[forgotten]"_s;
    QTest::newRow("in other letters") << u"Ωmega"_s << u"ωMEGA"_s << u"[forgotten]"_s;
    QTest::newRow("in another plane") << u"𠮷野家店"_s << u"の𠮷野家店"_s << u"の𠮷野家店"_s;
    QTest::newRow("half a pair before")
        << u"Nord"_s << (QChar(0xd800) + u"Nord"_s) << (QChar(0xd800) + u"[forgotten]"_s);
    QTest::newRow("the name of the blot")
        << u"forgotten"_s << u"forgotten forgotten"_s << u"[forgotten] [forgotten]"_s;
    QTest::newRow("nothing") << one << QString() << QString();
}

void PersonTracesTest::findsWords()
{
    QFETCH(QString, spelling);
    QFETCH(QString, text);
    QFETCH(QString, blotted);
    PersonTraces traces;
    traces.add(spelling);
    QCOMPARE(traces.isIn(text), text != blotted);
    QCOMPARE(traces.blotted(text), blotted);
    QCOMPARE(traces.isInDocument(text.toUtf8()), text != blotted);
}

void PersonTracesTest::findsItInDocuments_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("plain") << QByteArray(R"({"a":"Kraft Bau"})") << true;
    QTest::newRow("a key") << QByteArray(R"({"Kraft Bau" : 1})") << false;
    QTest::newRow("a key within") << QByteArray(R"({"a":"{\"Kraft Bau\":1}"})") << false;
    QTest::newRow("a value before a colon") << QByteArray(R"({"a":"Kraft Bau: yes"})") << true;
    QTest::newRow("after a line break") << QByteArray(R"({"a":"x\nKraft Bau"})") << true;
    QTest::newRow("all letters escaped")
        << QByteArray(R"({"a":"\u004b\u0072\u0061\u0066\u0074 \u0042\u0061\u0075"})") << true;
    QTest::newRow("the first letter escaped") << QByteArray(R"({"a":"\u004Braft Bau"})") << true;
    QTest::newRow("percent") << QByteArray(R"({"a":"/%4Braft%20Bau"})") << true;
    QTest::newRow("percent within escapes") << QByteArray(R"({"a":"x\n%6braft%20%62au"})") << true;
    QTest::newRow("the Kelvin sign") << QByteArray("{\"a\":\"\xe2\x84\xaaraft bau\"}") << true;
    QTest::newRow("a broken escape") << QByteArray(R"({"a":"\u00"})") << false;
    QTest::newRow("a backslash at the end") << QByteArray(R"(Kraft Ba\)") << false;
    QTest::newRow("base64") << "{\"encoding\":\"base64\",\"text\":\""
            + QByteArray("<p>Kraft Bau</p>").toBase64()
            + "\"}" << true;
    QTest::newRow("base64 for addresses") << "{\"encoding\":\"base64\",\"text\":\""
            + QByteArray("\xff\xfe Kraft Bau\xff").toBase64(QByteArray::Base64UrlEncoding)
            + "\"}" << true;
    QTest::newRow("bytes that are no text") << QByteArray("\xff\x00Kraft Bau\xfe", 12) << true;
    QTest::newRow("nothing") << QByteArray() << false;
}

void PersonTracesTest::findsItInDocuments()
{
    QFETCH(QByteArray, document);
    QFETCH(bool, isFound);
    PersonTraces traces;
    traces.add(u"Kraft Bau"_s);
    QCOMPARE(traces.isInDocument(document), isFound);
}

void PersonTracesTest::looksForNothingShort()
{
    PersonTraces traces;
    traces.add(u" Abc "_s);
    traces.add({});
    QVERIFY(traces.isEmpty());
    QVERIFY(!traces.isIn(u"abc"_s));
    traces.add(u"Abcd"_s);
    traces.add(u"ABCD"_s);
    QVERIFY(traces.isIn(u"x abcd"_s));
}

QTEST_GUILESS_MAIN(PersonTracesTest)
#include "tst_persontraces.moc"
