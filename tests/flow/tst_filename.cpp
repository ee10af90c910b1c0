// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flow/filename.h"

#include <QTest>

using namespace Qt::StringLiterals;
using desk::plainFileName;

class FileNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesPlainNames_data();
    void makesPlainNames();
    void keepsTheSuffixOfALongName();
    void bearsAnythingLong();
    void looksAtTheEndOfALongName();
};

void FileNameTest::makesPlainNames_data()
{
    QTest::addColumn<QString>("proposed");
    QTest::addColumn<QString>("plain");

    QTest::newRow("an ordinary name") << u"report 2026.pdf"_s << u"report 2026.pdf"_s;
    QTest::newRow("letters of other alphabets")
        << u"Übersicht_報告.csv"_s << u"Übersicht_報告.csv"_s;
    QTest::newRow("a path upwards") << u"../../.bashrc"_s << u"bashrc"_s;
    QTest::newRow("an absolute path") << u"/etc/passwd"_s << u"passwd"_s;
    QTest::newRow("a path of Windows") << u"C:\\Windows\\x.dll"_s << u"x.dll"_s;
    QTest::newRow("a hidden file") << u".profile"_s << u"profile"_s;
    QTest::newRow("only dots") << u"..."_s << u"download"_s;
    QTest::newRow("nothing") << QString() << u"download"_s;
    QTest::newRow("a folder") << u"a/"_s << u"download"_s;
    QTest::newRow("line breaks") << u"a\r\nb.txt"_s << u"ab.txt"_s;
    QTest::newRow("a zero byte") << u"a"_s + QChar(0) + u".txt"_s << u"a.txt"_s;
    QTest::newRow("a change of direction") << u"invoice\u202Efdp.exe"_s << u"invoicefdp.exe"_s;
    QTest::newRow("a stream of a file") << u"a.txt:evil.exe"_s << u"a.txt_evil.exe"_s;
    QTest::newRow("variables and patterns") << u"%TEMP%*?~.txt"_s << u"_TEMP____.txt"_s;
    QTest::newRow("a device") << u"nul.txt"_s << u"_nul.txt"_s;
    QTest::newRow("a device in capitals") << u"COM1"_s << u"_COM1"_s;
    QTest::newRow("a dot at the end") << u"a.exe. . "_s << u"a.exe"_s;
}

void FileNameTest::makesPlainNames()
{
    QFETCH(QString, proposed);
    QTEST(plainFileName(proposed), "plain");
}

void FileNameTest::keepsTheSuffixOfALongName()
{
    const QString name = plainFileName(QString(500, u'a') + u".pdf"_s);
    QCOMPARE(name.size(), 120);
    // What is longer than a suffix is none.
    const QString longSuffix = plainFileName(u"a."_s + QString(500, u'b'));
    QCOMPARE(longSuffix, u"a."_s + QString(118, u'b'));
    QVERIFY(name.endsWith(".pdf"_L1));
    // Cut between the halves of one character, it would be no name at all.
    const QString emoji = plainFileName(u"x"_s + u"\U0001F600"_s.repeated(200));
    QVERIFY(!emoji.back().isHighSurrogate());
}

void FileNameTest::bearsAnythingLong()
{
    QVERIFY(plainFileName(QString(10'000'000, u'/')).size() <= 120);
    QVERIFY(plainFileName(QString(10'000'000, u'x')).size() <= 120);
}

void FileNameTest::looksAtTheEndOfALongName()
{
    const QString end = QString(4096, u'.');
    QCOMPARE(plainFileName(u"seen"_s + end.chopped(4)), u"seen"_s);
    QCOMPARE(plainFileName(u"unseen"_s + end), u"download"_s);
}

QTEST_GUILESS_MAIN(FileNameTest)
#include "tst_filename.moc"
