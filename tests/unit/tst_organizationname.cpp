// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/organizationname.h"

#include "support/stricttest.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace desk;

class OrganizationNameTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void folds_data();
    void folds();
    void holdsForAnyName();
    void knowsDomains_data();
    void knowsDomains();
};

namespace {

// Names of letters from many scripts, signs that fall apart, marks, blanks and half characters.
QString oddName(QRandomGenerator &random)
{
    static const QList<QString> pieces{u"a"_s, u"Ä"_s, u"ß"_s, u"ẞ"_s, u"İ"_s, u"ı"_s, u"ﬁ"_s,
        u"Ⅷ"_s, u"㍿"_s, u"㈱"_s, u"Ａ"_s, u"ｶﾞ"_s, u"한국"_s, u"日本"_s, u"شركة"_s, u"ς"_s, u"Σ"_s,
        u"e\u0301"_s, u"\u0301"_s, u"\u200d"_s, u"\u202e"_s, u"\u00ad"_s, u"👩‍💻"_s, u"&"_s,
        u"+"_s, u"."_s, u"-"_s, u"'"_s, u"’"_s, u"/"_s, u" "_s, u"\u00a0"_s, u"\t"_s, u"1"_s,
        u"x"_s, u"GmbH"_s, u" & Co. KG"_s, u"AG"_s, u"Ltd"_s, u"™"_s, u"½"_s, u"𝔘"_s, u"ŉ"_s,
        u"æ"_s, u"ά"_s, u" and "_s, u"S.A."_s, u"O’Neill"_s, QString(QChar(0xd83d))};
    QString name;
    for (int i = random.bounded(1, 9); i > 0; --i)
        name += pieces.at(random.bounded(int(pieces.size())));
    return name;
}

QString withoutAccents(const QString &name)
{
    QString plain;
    const QString apart = name.normalized(QString::NormalizationForm_D);
    for (const QChar character : apart) {
        if (character.unicode() < 0x300 || character.unicode() > 0x36f)
            plain += character;
    }
    return plain;
}

} // namespace

void OrganizationNameTest::folds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folded");
    const QStringList forms{u"GmbH"_s, u"G.m.b.H."_s, u"gmbh"_s, u"AG"_s, u"SE"_s, u"KG"_s,
        u"GmbH & Co. KG"_s, u"GmbH und Co. KG"_s, u"GmbH & Co KGaA"_s, u"UG (haftungsbeschränkt)"_s,
        u"e.V."_s, u"e. V."_s, u"eG"_s, u"Inc."_s, u", Inc."_s, u"Incorporated"_s, u"Corp."_s,
        u"Corporation"_s, u"LLC"_s, u"L.L.C."_s, u"Ltd."_s, u"Limited"_s, u"Co., Ltd."_s, u"PLC"_s,
        u"p.l.c."_s, u"S.A."_s, u"SA"_s, u"SAS"_s, u"S.A.S."_s, u"SARL"_s, u"S.à r.l."_s,
        u"S.r.l."_s, u"S.p.A."_s, u"S.L."_s, u"B.V."_s, u"BV"_s, u"N.V."_s, u"Oy"_s, u"Oyj"_s,
        u"AB"_s, u"A/S"_s, u"ApS"_s, u"AS"_s, u"Sp. z o.o."_s, u"sp. z o. o."_s, u"s.r.o."_s,
        u"Pty Ltd"_s, u"Pty. Ltd."_s, u"& Co."_s, u"K.K."_s};
    for (const QString &form : forms)
        QTest::newRow(qPrintable(u"with "_s + form)) << u"Zürich Bau "_s + form << u"zurich bau"_s;
    QTest::newRow("blanks") << u"  Zürich\u00a0 Bau\tGmbH "_s << u"zurich bau"_s;
    QTest::newRow("capitals") << u"ZÜRICH BAU GMBH"_s << u"zurich bau"_s;
    QTest::newRow("punctuation") << u"Zürich-Bau"_s << u"zurich bau"_s;
    QTest::newRow("full-width letters") << u"Ｚｕｒｉｃｈ　Ｂａｕ"_s << u"zurich bau"_s;
    QTest::newRow("a sharp s") << u"Groß"_s << u"gross"_s;
    QTest::newRow("a capital sharp s") << u"GROẞ"_s << u"gross"_s;
    QTest::newRow("an apostrophe") << u"O'Neill"_s << u"oneill"_s;
    QTest::newRow("another apostrophe") << u"O’Neill"_s << u"oneill"_s;
    QTest::newRow("and as a sign") << u"Smith & Wesson"_s << u"smith and wesson"_s;
    QTest::newRow("a ligature") << u"ﬁnance"_s << u"finance"_s;
    QTest::newRow("nothing but a form") << u"AG"_s << u"ag"_s;
    QTest::newRow("two forms and no name") << u"GmbH AG"_s << u"gmbh"_s;
    QTest::newRow("a name that ends as a form does") << u"Vonage"_s << u"vonage"_s;
    QTest::newRow("a form within") << u"AG Bau Berlin"_s << u"ag bau berlin"_s;
    QTest::newRow("signs only") << u"!!!"_s << u"!!!"_s;
    QTest::newRow("a picture") << u"🚀"_s << u"🚀"_s;
    QTest::newRow("another script") << u"日本電気"_s << u"日本電気"_s;
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("blank") << u" \t\u00a0"_s << u""_s;
}

void OrganizationNameTest::folds()
{
    QFETCH(QString, name);
    QFETCH(QString, folded);
    QCOMPARE(foldedOrganization(name), folded);
}

void OrganizationNameTest::holdsForAnyName()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20'000; ++i) {
        const QString name = oddName(random);
        const QString folded = foldedOrganization(name);
        const QByteArray shown = name.toUtf8().toPercentEncoding();
        QVERIFY2(folded.isEmpty() == name.trimmed().isEmpty(), shown.constData());
        QVERIFY2(foldedOrganization(folded) == folded, shown.constData());
        QVERIFY2(foldedOrganization(u"  "_s + name + u" \t"_s) == folded, shown.constData());
        QVERIFY2(foldedOrganization(name.normalized(QString::NormalizationForm_D)) == folded,
            shown.constData());
        // A word of its own before it, so that no form is the whole name.
        const QString named = u"Quartz "_s + name;
        const QString known = foldedOrganization(named);
        QVERIFY2(foldedOrganization(withoutAccents(named)) == known, shown.constData());
        QVERIFY2(foldedOrganization(named.toCaseFolded()) == known, shown.constData());
    }
}

void OrganizationNameTest::knowsDomains_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("domain");
    QTest::newRow("of a company") << u"Jo@Northwind.Example"_s << u"northwind.example"_s;
    QTest::newRow("a dot at the end") << u"jo@northwind.example."_s << u"northwind.example"_s;
    QTest::newRow("a quoted at") << u"\"a@b\"@northwind.example"_s << u"northwind.example"_s;
    QTest::newRow("of everybody") << u"jo@GMail.com"_s << QString();
    QTest::newRow("below everybody's") << u"jo@team.gmail.com"_s << u"team.gmail.com"_s;
    QTest::newRow("none") << u"jo"_s << QString();
    QTest::newRow("nothing behind") << u"jo@"_s << QString();
    QTest::newRow("nothing") << QString() << QString();
}

void OrganizationNameTest::knowsDomains()
{
    QFETCH(QString, email);
    QFETCH(QString, domain);
    QCOMPARE(emailDomain(email), domain);
}

QTEST_GUILESS_MAIN(OrganizationNameTest)
#include "tst_organizationname.moc"
