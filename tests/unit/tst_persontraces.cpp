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
    void findsEntities_data();
    void findsEntities();
    void blotsFields_data();
    void blotsFields();
    void looksForNothingShort();
    void findsShortOnesAsWholeValues_data();
    void findsShortOnesAsWholeValues();
    void blotsShortOnesAsWholeFields_data();
    void blotsShortOnesAsWholeFields();
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

void PersonTracesTest::findsEntities_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("isFound");
    const QString one = u"O'Brien & Söhne"_s;
    QTest::newRow("an ampersand") << u"Kraft & Bau"_s
                                  << QByteArray(R"({"a":"<p>Kraft &amp; Bau</p>"})") << true;
    QTest::newRow("decimal") << one << QByteArray(R"(<b>O&#39;Brien &#38; S&#246;hne</b>)") << true;
    QTest::newRow("hexadecimal") << one << QByteArray(R"({"a":"O&#x27;Brien &#X26; S&#xF6;hne"})")
                                 << true;
    QTest::newRow("by name") << one << QByteArray(R"({"a":"O&apos;Brien &AMP; S&ouml;hne"})")
                             << true;
    QTest::newRow("between quotation marks")
        << one << QByteArray(R"(<i title=&quot;O&#039;Brien &amp; Söhne&quot;>)") << true;
    QTest::newRow("plain letters, too")
        << u"Kraft"_s << QByteArray(R"({"a":"&#75;&#x72;&#97;&#102;&#116;"})") << true;
    QTest::newRow("a sharp s") << u"Strasse"_s << QByteArray("<p>Stra&szlig;e</p>") << true;
    QTest::newRow("twice over") << u"Kraft & Bau"_s << QByteArray(R"({"a":"Kraft &amp;amp; Bau"})")
                                << true;
    QTest::newRow("within escapes")
        << u"Kraft & Bau"_s << QByteArray(R"({"a":"{\"b\":\"\\nKraft \u0026amp; Bau\"}"})") << true;
    QTest::newRow("within an address")
        << u"Kraft & Bau"_s << QByteArray("/x?o=Kraft+%26amp%3B+Bau") << true;
    QTest::newRow("within base64") << u"Kraft & Bau"_s
                                   << QByteArray("{\"encoding\":\"base64\",\"text\":\"")
            + QByteArray("<p>Kraft &amp; Bau</p>").toBase64() + QByteArray("\"}")
                                   << true;
    QTest::newRow("an address of mail")
        << u"jo@kraft.example"_s << QByteArray("jo&commat;kraft.example jo&#64;kraft.example")
        << true;
    QTest::newRow("a name that has one in it")
        << u"Kraft &amp; Bau"_s << QByteArray(R"({"a":"\nKraft &amp; Bau"})") << true;
    QTest::newRow("no end") << u"Kraft & Bau"_s << QByteArray("Kraft &ampBau") << false;
    QTest::newRow("no character") << u"Kraft"_s << QByteArray("&#xd800;&#0;&#x110000;&#;&;&x")
                                  << false;
    QTest::newRow("part of a word")
        << u"Kraft & Bau"_s << QByteArray("Kraft &amp; Bau&eacute;") << false;
}

void PersonTracesTest::findsEntities()
{
    QFETCH(QString, spelling);
    QFETCH(QByteArray, document);
    PersonTraces traces;
    traces.add(spelling);
    QTEST(traces.isInDocument(document), "isFound");
}

void PersonTracesTest::blotsFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blotted");
    QTest::newRow("plain") << u"To Jo@x.example, soon"_s << u"To [forgotten], soon"_s;
    QTest::newRow("in an address")
        << u"See https://y.example/?m=jo%40x.example&a and ring"_s << u"See [forgotten] and ring"_s;
    QTest::newRow("as HTML") << u"<b>jo&#64;x.example</b> said so"_s << u"[forgotten] said so"_s;
    QTest::newRow("across blanks")
        << u"By O&#39;Brien &amp; S&ouml;hne, Berlin"_s << u"[forgotten]"_s;
    QTest::newRow("plain and in an address")
        << u"jo@x.example = jo%40x.example"_s << u"[forgotten] = [forgotten]"_s;
    QTest::newRow("of somebody else")
        << u"100 % &amp; more: /?m=al%40x.example"_s << u"100 % &amp; more: /?m=al%40x.example"_s;
}

void PersonTracesTest::blotsFields()
{
    QFETCH(QString, text);
    PersonTraces traces;
    traces.add(u"jo@x.example"_s);
    traces.add(u"O'Brien & Söhne"_s);
    QTEST(traces.blottedField(text), "blotted");
    QVERIFY(!traces.isInDocument(traces.blottedField(text).toUtf8()));
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

void PersonTracesTest::findsShortOnesAsWholeValues_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::addColumn<PersonTraces::Kind>("kind");
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<bool>("isFound");
    const auto organization = PersonTraces::Kind::Organization;
    const auto originId = PersonTraces::Kind::OriginId;
    QTest::newRow("an organization")
        << u"ABB"_s << organization << QByteArray(R"({"organization_name": "Abb"})") << true;
    QTest::newRow("a company") << u"HP"_s << organization << QByteArray(R"({"companyName":"HP"})")
                               << true;
    QTest::newRow("an origin ID") << u"42"_s << originId
                                  << QByteArray(R"({"end_user_origin_id":"42","x":1})") << true;
    QTest::newRow("within a body")
        << u"42"_s << originId << QByteArray(R"({"text":"{\"originId\" : \"42\"}"})") << true;
    QTest::newRow("two bodies deep")
        << u"42"_s << originId << QByteArray(R"("{\\\"origin_id\\\":\\\"42\\\"}")") << true;
    QTest::newRow("in an address")
        << u"42"_s << originId << QByteArray(R"({"url":"/x?origin_id=42&page=2"})") << true;
    QTest::newRow("at the end of an address")
        << u"42"_s << originId << QByteArray(R"({"url":"/x?origin_id=42"})") << true;
    QTest::newRow("escaped") << u"Hö"_s << organization
                             << QByteArray(R"({"organization":"H\u00f6"})") << true;
    QTest::newRow("in other letters")
        << u"東京"_s << organization << u"{\"organization\":\"東京\"}"_s.toUtf8() << true;
    QTest::newRow("other letters escaped")
        << u"東京"_s << organization << QByteArray(R"({"organization":"\u6771\u4eac"})") << true;
    QTest::newRow("an entity in it")
        << u"A&O"_s << organization << QByteArray(R"({"organization":"A&amp;O"})") << true;
    QTest::newRow("a part of the value")
        << u"ABB"_s << organization << QByteArray(R"({"organization":"ABB Holding"})") << false;
    QTest::newRow("the end of the value")
        << u"ABB"_s << organization << QByteArray(R"({"organization":"The ABB"})") << false;
    QTest::newRow("the value of something else")
        << u"DE"_s << organization << QByteArray(R"({"language":"DE"})") << false;
    QTest::newRow("an origin ID as a number of pages")
        << u"42"_s << originId << QByteArray(R"({"page":"42","url":"/x?page=42"})") << false;
    QTest::newRow("longer in an address")
        << u"42"_s << originId << QByteArray(R"({"url":"/x?origin_id=42-7&a=b"})") << false;
    QTest::newRow("a key") << u"42"_s << originId << QByteArray(R"({"origin_id":{"42":"x"}})")
                           << false;
    QTest::newRow("a word of a sentence")
        << u"ABB"_s << organization << QByteArray(R"({"a":"organization: ABB"})") << false;
    QTest::newRow("alone") << u"ABB"_s << organization << QByteArray("\"ABB\"") << false;
}

// A short text is in half of all others: "de" in every language that a request asks for.
void PersonTracesTest::findsShortOnesAsWholeValues()
{
    QFETCH(QString, spelling);
    QFETCH(PersonTraces::Kind, kind);
    QFETCH(QByteArray, document);
    PersonTraces traces;
    traces.add(spelling, kind);
    QVERIFY(!traces.isEmpty());
    QTEST(traces.isInDocument(document), "isFound");
}

void PersonTracesTest::blotsShortOnesAsWholeFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blotted");
    QTest::newRow("as it is") << u"ABB"_s << u"[forgotten]"_s;
    QTest::newRow("in other case, between blanks") << u" abb\n"_s << u"[forgotten]"_s;
    QTest::newRow("a word") << u"not ABB"_s << u"not ABB"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void PersonTracesTest::blotsShortOnesAsWholeFields()
{
    QFETCH(QString, text);
    PersonTraces traces;
    traces.add(u"ABB"_s, PersonTraces::Kind::Organization);
    QTEST(traces.blottedField(text), "blotted");
    QCOMPARE(traces.blotted(text), text); // it may be a value of something else
    QVERIFY(traces.isValue(u"organizationName"_s, u"Abb"_s));
    QVERIFY(!traces.isValue(u"organizationName"_s, u"Abba"_s));
    QVERIFY(!traces.isValue(u"tool"_s, u"ABB"_s));
}

QTEST_GUILESS_MAIN(PersonTracesTest)
#include "tst_persontraces.moc"
