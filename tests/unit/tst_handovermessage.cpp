// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "handover/handovermessage.h"

#include "support/stricttest.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::HandOverMessages;

Q_DECLARE_METATYPE(desk::HandOverMessages::MailProblem)

class HandOverMessageTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void speaksEachLanguage_data();
    void speaksEachLanguage();
    void worksWithoutToolAndGuide_data();
    void worksWithoutToolAndGuide();
    void writesTheFrenchFirst();
    void saysAboutOnlyIfItIsReckoned();
    void takesOnlySafeGuides_data();
    void takesOnlySafeGuides();
    void takesNamesAsTheyAre_data();
    void takesNamesAsTheyAre();
    void putsTheLinkInThePlaceOfTheMark_data();
    void putsTheLinkInThePlaceOfTheMark();
    void saysWhatTheLinkIsFor_data();
    void saysWhatTheLinkIsFor();
    void makesAMailAddressWithoutTheLink();
    void encodesMailAddresses_data();
    void encodesMailAddresses();
    void refusesMailAddresses_data();
    void refusesMailAddresses();
    void refusesMailsThatAreTooLong();
};

namespace {

Secret link()
{
    return Secret(u"https://connect.kombo.dev/v1?token=abc.def"_s);
}

HandOver northwind()
{
    HandOver handOver;
    handOver.link = link();
    handOver.organization = u"Northwind Ltd"_s;
    handOver.email = u"jo@northwind.example"_s;
    handOver.toolLabel = u"Personio"_s;
    handOver.guide = QUrl(u"https://help.kombo.dev/personio"_s);
    handOver.expiresAt = QDateTime(QDate(2027, 3, 14), QTime(12, 0));
    handOver.isExpiryExact = true;
    return handOver;
}

void addLanguages()
{
    QTest::addColumn<FlowLanguage>("language");
    const QList<FlowLanguage> languages = allFlowLanguages();
    for (const FlowLanguage language : languages)
        QTest::newRow(qPrintable(wireName(language))) << language;
}

} // namespace

void HandOverMessageTest::speaksEachLanguage_data()
{
    QTest::addColumn<FlowLanguage>("language");
    QTest::addColumn<QString>("greeting");
    QTest::addColumn<QString>("date");
    QTest::newRow("English") << FlowLanguage::English << u"Hello,"_s << u"14 March 2027"_s;
    QTest::newRow("German") << FlowLanguage::German << u"Guten Tag,"_s << u"14. März 2027"_s;
    QTest::newRow("French") << FlowLanguage::French << u"Bonjour,"_s << u"14 mars 2027"_s;
    QTest::newRow("Italian") << FlowLanguage::Italian << u"Buongiorno,"_s << u"14 marzo 2027"_s;
    QTest::newRow("Spanish") << FlowLanguage::Spanish << u"Buenos días:"_s
                             << u"14 de marzo de 2027"_s;
}

void HandOverMessageTest::speaksEachLanguage()
{
    QFETCH(FlowLanguage, language);
    QFETCH(QString, greeting);
    QFETCH(QString, date);
    const HandOverMessage message = compose(northwind(), language);
    QVERIFY(message.body.startsWith(greeting));
    QVERIFY(message.body.contains(date));
    for (const QString &text : {message.subject, message.body}) {
        QVERIFY(text.contains("Personio"_L1));
        QVERIFY(text.contains("Northwind Ltd"_L1));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
    }
    QVERIFY(message.body.contains("https://help.kombo.dev/personio"_L1));
    QCOMPARE(message.body.count(linkMark()), 1);
    QVERIFY(!message.body.contains(link().reveal()));
    QVERIFY(!message.subject.contains(linkMark()));
}

void HandOverMessageTest::worksWithoutToolAndGuide_data()
{
    addLanguages();
}

void HandOverMessageTest::worksWithoutToolAndGuide()
{
    QFETCH(FlowLanguage, language);
    HandOver handOver = northwind();
    handOver.toolLabel.clear();
    handOver.guide.clear();
    handOver.expiresAt = {};
    const HandOverMessage message = compose(handOver, language);
    QVERIFY(message.subject.contains("Northwind Ltd"_L1));
    QVERIFY(message.body.contains("Northwind Ltd"_L1));
    QVERIFY(!message.body.contains("https"_L1));
    QVERIFY(!message.body.contains(u'%'));
    QVERIFY(!message.body.contains("\n\n\n"_L1));
    QVERIFY(message != compose(northwind(), language));
}

void HandOverMessageTest::writesTheFrenchFirst()
{
    HandOver handOver = northwind();
    handOver.expiresAt = QDateTime(QDate(2027, 3, 1), QTime(12, 0));
    QVERIFY(compose(handOver, FlowLanguage::French).body.contains("1er mars 2027"_L1));
}

void HandOverMessageTest::saysAboutOnlyIfItIsReckoned()
{
    HandOver handOver = northwind();
    QVERIFY(!compose(handOver, FlowLanguage::English).body.contains("about"_L1));
    handOver.isExpiryExact = false;
    QVERIFY(compose(handOver, FlowLanguage::English).body.contains("until about 14 March"_L1));
}

void HandOverMessageTest::takesOnlySafeGuides_data()
{
    QTest::addColumn<QUrl>("guide");
    QTest::newRow("plain http") << QUrl(u"http://help.example/x"_s);
    QTest::newRow("a script") << QUrl(u"javascript:alert(1)"_s);
    QTest::newRow("a file") << QUrl(u"file:///etc/passwd"_s);
    QTest::newRow("no address") << QUrl();
}

void HandOverMessageTest::takesOnlySafeGuides()
{
    QFETCH(QUrl, guide);
    HandOver handOver = northwind();
    handOver.guide = {};
    const HandOverMessage without = compose(handOver, FlowLanguage::German);
    handOver.guide = guide;
    QCOMPARE(compose(handOver, FlowLanguage::German), without);
}

void HandOverMessageTest::takesNamesAsTheyAre_data()
{
    QTest::addColumn<QString>("organization");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << u"<b>Müller & Söhne</b>"_s << u"<b>Müller & Söhne</b>"_s;
    QTest::newRow("places for values") << u"100%1 %2 %n"_s << u"100%1 %2 %n"_s;
    QTest::newRow("a line break") << u"Acme\r\nBcc: x"_s << u"Acme Bcc: x"_s;
    QTest::newRow("a mark") << u"Acme {link} SE"_s << u"Acme  SE"_s;
}

void HandOverMessageTest::takesNamesAsTheyAre()
{
    QFETCH(QString, organization);
    QFETCH(QString, shown);
    HandOver handOver = northwind();
    handOver.organization = organization;
    const HandOverMessage message = compose(handOver, FlowLanguage::English);
    QVERIFY(message.body.contains(shown));
    QVERIFY(message.subject.contains(shown));
    QVERIFY(!message.subject.contains(u'\n'));
    QCOMPARE(message.body.count(linkMark()), 1);
}

void HandOverMessageTest::putsTheLinkInThePlaceOfTheMark_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("hasMark");
    QTest::addColumn<QString>("text");
    const QString address = link().reveal();
    QTest::newRow("a mark") << u"Hi\n{link}\nBye"_s << true << u"Hi\n%1\nBye"_s.arg(address);
    QTest::newRow("two marks") << u"{link} or {link}"_s << true << u"%1 or %1"_s.arg(address);
    QTest::newRow("no mark") << u"Hi\n\n"_s << false << u"Hi\n\n%1\n"_s.arg(address);
    QTest::newRow("a mark that is damaged")
        << u"Hi {lnk}"_s << false << u"Hi {lnk}\n\n%1\n"_s.arg(address);
    QTest::newRow("nothing") << QString() << false << address;
    QTest::newRow("the link itself") << u"Hi %1"_s.arg(address) << false << u"Hi %1"_s.arg(address);
}

void HandOverMessageTest::putsTheLinkInThePlaceOfTheMark()
{
    QFETCH(QString, body);
    QTEST(hasMark(body), "hasMark");
    QTEST(withLink(body, link()).reveal(), "text");
}

void HandOverMessageTest::saysWhatTheLinkIsFor_data()
{
    QTest::addColumn<FlowLanguage>("language");
    QTest::addColumn<QString>("reconnect");
    QTest::addColumn<QString>("setup");
    QTest::newRow("English") << FlowLanguage::English << u"renewed"_s << u"setup"_s;
    QTest::newRow("German") << FlowLanguage::German << u"erneuert"_s << u"Einrichtung"_s;
    QTest::newRow("French") << FlowLanguage::French << u"renouvelée"_s << u"configuration"_s;
    QTest::newRow("Italian") << FlowLanguage::Italian << u"rinnovato"_s << u"configurazione"_s;
    QTest::newRow("Spanish") << FlowLanguage::Spanish << u"renovarse"_s << u"configuración"_s;
}

void HandOverMessageTest::saysWhatTheLinkIsFor()
{
    QFETCH(FlowLanguage, language);
    QFETCH(QString, reconnect);
    QFETCH(QString, setup);
    HandOver handOver = northwind();
    handOver.toolLabel = u"HiBob"_s;
    const HandOverMessage connecting = compose(handOver, language);
    const auto check = [&](HandOverPurpose purpose, const QString &word) {
        handOver.purpose = purpose;
        const HandOverMessage message = compose(handOver, language);
        QVERIFY2(message.body.contains(word), qPrintable(message.body));
        QVERIFY(!connecting.body.contains(word));
        QVERIFY(message.subject != connecting.subject);
        for (const QString &text : {message.subject, message.body}) {
            QVERIFY2(text.contains("HiBob"_L1), qPrintable(text));
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
        }
        QVERIFY(hasMark(message.body));
    };
    check(HandOverPurpose::Reconnect, reconnect);
    check(HandOverPurpose::Setup, setup);
}

void HandOverMessageTest::makesAMailAddressWithoutTheLink()
{
    const HandOverMessage message = compose(northwind(), FlowLanguage::German);
    const auto address = mailAddress(u"jo@northwind.example"_s, message.subject);
    QVERIFY(address.hasValue());
    QCOMPARE(address->scheme(), u"mailto"_s);
    QCOMPARE(address->path(), u"jo@northwind.example"_s);
    const QUrlQuery query(*address);
    QCOMPARE(query.queryItems().size(), 1);
    QCOMPARE(query.queryItemValue(u"subject"_s, QUrl::FullyDecoded), message.subject);
}

void HandOverMessageTest::encodesMailAddresses_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("letters") << u"a@b.example"_s << u"Hi"_s
                             << QByteArray("mailto:a@b.example?subject=Hi");
    QTest::newRow("separators")
        << u"a@b.example"_s << u"A & B? 100% + #1 = x"_s
        << QByteArray("mailto:a@b.example?subject=A%20%26%20B%3F%20100%25%20%2B%20%231%20%3D%20x");
    QTest::newRow("UTF-8") << u"a@b.example"_s << u"für é"_s
                           << QByteArray("mailto:a@b.example?subject=f%C3%BCr%20%C3%A9");
    QTest::newRow("an address with signs")
        << u"a+b&c?d%41@b.example"_s << u"Hi"_s
        << QByteArray("mailto:a%2Bb%26c%3Fd%2541@b.example?subject=Hi");
    QTest::newRow("a subject of two lines")
        << u"a@b.example"_s << u"Hi\nBcc: x"_s
        << QByteArray("mailto:a@b.example?subject=Hi%20Bcc%3A%20x");
}

void HandOverMessageTest::encodesMailAddresses()
{
    QFETCH(QString, email);
    QFETCH(QString, subject);
    const auto address = mailAddress(email, subject);
    QVERIFY(address.hasValue());
    QTEST(address->toEncoded(), "address");
}

void HandOverMessageTest::refusesMailAddresses_data()
{
    QTest::addColumn<QString>("email");
    QTest::newRow("none") << QString();
    QTest::newRow("no address") << u"jo"_s;
    QTest::newRow("two") << u"a@b.example,c@d.example"_s;
    QTest::newRow("a line break") << u"a@b.example\r\nBcc:c@d.example"_s;
    QTest::newRow("too long") << QString(250, u'x') + u"@b.example"_s;
}

void HandOverMessageTest::refusesMailAddresses()
{
    QFETCH(QString, email);
    const auto address = mailAddress(email, u"Hi"_s);
    QVERIFY(!address.hasValue());
    QCOMPARE(address.error(), MailProblem::NoAddress);
}

void HandOverMessageTest::refusesMailsThatAreTooLong()
{
    const QString subject = u"x"_s.repeated(300);
    const auto fits = mailAddress(u"a@b.example"_s, subject);
    QVERIFY(fits.hasValue());
    const qsizetype length = fits->toEncoded().size();
    QVERIFY(mailAddress(u"a@b.example"_s, subject, length).hasValue());
    const auto tooLong = mailAddress(u"a@b.example"_s, subject, length - 1);
    QVERIFY(!tooLong.hasValue());
    QCOMPARE(tooLong.error(), MailProblem::TooLong);
}

QTEST_GUILESS_MAIN(HandOverMessageTest)
#include "tst_handovermessage.moc"
