// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batch/csvreader.h"
#include "batch/csvwriter.h"

#include "support/stricttest.h"

#include <QRandomGenerator>
#include <QStringEncoder>

using namespace Qt::StringLiterals;
using namespace desk;
using Kind = CsvProblem::Kind;

class CsvReaderTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void guessesTheDialect_data();
    void guessesTheDialect();
    void obeysTheChoice();
    void countsRowsAsASpreadsheetDoes_data();
    void countsRowsAsASpreadsheetDoes();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void keepsItsBounds();
    void readsBackWhatWasWritten_data();
    void readsBackWhatWasWritten();
    void survivesAnyBytes();
    void defusesFormulas_data();
    void defusesFormulas();
};

namespace {

QByteArray utf16(const QString &text, QStringEncoder::Encoding encoding)
{
    QStringEncoder encoder(encoding);
    return encoder.encode(text);
}

QString told(const CsvReading &reading)
{
    QString text;
    for (const CsvProblem &problem : reading.problems)
        text += u"%1@%2:%3 "_s.arg(int(problem.kind)).arg(problem.row).arg(problem.column);
    return text;
}

} // namespace

void CsvReaderTest::guessesTheDialect_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<CsvEncoding>("encoding");
    QTest::addColumn<CsvSeparator>("separator");
    QTest::newRow("plain") << "Firma,E-Mail\nMüller,x\n"_ba << CsvEncoding::Utf8
                           << CsvSeparator::Comma;
    QTest::newRow("UTF-8 with mark and semicolons")
        << "\xEF\xBB\xBF"_ba + "Firma;E-Mail\nMüller;x\n"_ba << CsvEncoding::Utf8WithMark
        << CsvSeparator::Semicolon;
    QTest::newRow("UTF-16 LE with tabs")
        << "\xFF\xFE"_ba + utf16(u"Firma\tE-Mail\nMüller\tx\n"_s, QStringEncoder::Utf16LE)
        << CsvEncoding::Utf16LittleEndian << CsvSeparator::Tab;
    QTest::newRow("UTF-16 BE") << "\xFE\xFF"_ba
            + utf16(u"Firma,E-Mail\nMüller,x\n"_s, QStringEncoder::Utf16BE)
                               << CsvEncoding::Utf16BigEndian << CsvSeparator::Comma;
    QTest::newRow("Latin-1") << "Firma;E-Mail\nM\xFCller;x\n"_ba << CsvEncoding::Latin1
                             << CsvSeparator::Semicolon;
    QTest::newRow("separators in quotes do not count")
        << "\"Firma, a, b, c\";E-Mail\nMüller;x\n"_ba << CsvEncoding::Utf8
        << CsvSeparator::Semicolon;
}

void CsvReaderTest::guessesTheDialect()
{
    QFETCH(QByteArray, bytes);
    QFETCH(CsvEncoding, encoding);
    QFETCH(CsvSeparator, separator);
    const CsvReading reading = readCsv(bytes);
    QVERIFY2(reading.problems.isEmpty(), qPrintable(told(reading)));
    QCOMPARE(reading.dialect.encoding, encoding);
    QCOMPARE(reading.dialect.separator, separator);
    QCOMPARE(reading.header.size(), 2);
    QCOMPARE(reading.rows.size(), 1);
    QCOMPARE(reading.rows.first().cells, (QStringList{u"Müller"_s, u"x"_s}));
}

void CsvReaderTest::obeysTheChoice()
{
    CsvChoice choice;
    choice.separator = CsvSeparator::Semicolon;
    choice.encoding = CsvEncoding::Latin1;
    const CsvReading reading = readCsv("a,b\nü,c\n"_ba, choice);
    QCOMPARE(reading.header, QStringList{u"a,b"_s});
    QCOMPARE(reading.rows.first().cells, QStringList{u"Ã¼,c"_s});
    choice.encoding = CsvEncoding::Utf8;
    const CsvReading wrong = readCsv("a\nM\xFCller\n"_ba, choice);
    QCOMPARE(wrong.problems.first().kind, Kind::WrongEncoding);
    QVERIFY(!wrong.isSound());
}

void CsvReaderTest::countsRowsAsASpreadsheetDoes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("LF") << "a\nx\ny\n"_ba << QList<int>{2, 3};
    QTest::newRow("CR LF") << "a\r\nx\r\ny\r\n"_ba << QList<int>{2, 3};
    QTest::newRow("CR") << "a\rx\ry\r"_ba << QList<int>{2, 3};
    QTest::newRow("mixed") << "a\r\nx\ny\rz"_ba << QList<int>{2, 3, 4};
    QTest::newRow("no end at the end") << "a\nx"_ba << QList<int>{2};
    QTest::newRow("an empty row counts") << "a\r\nx\r\n\r\ny\r\n"_ba << QList<int>{2, 4};
    QTest::newRow("empty rows of CR count") << "a\rx\r\r\ry"_ba << QList<int>{2, 5};
    QTest::newRow("a cell with line breaks is one row")
        << "a\n\"x\r\n\r\nx\"\ny\n"_ba << QList<int>{2, 3};
    QTest::newRow("empty rows first") << "\n\na\nx\n"_ba << QList<int>{4};
}

void CsvReaderTest::countsRowsAsASpreadsheetDoes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, numbers);
    const CsvReading reading = readCsv(bytes);
    QList<int> found;
    for (const CsvRow &row : reading.rows)
        found.append(row.number);
    QCOMPARE(found, numbers);
    QVERIFY(reading.isSound());
}

void CsvReaderTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::newRow("nothing") << ""_ba << Kind::Empty << 0 << 0;
    QTest::newRow("a row too short") << "a,b\nx\n"_ba << Kind::OtherLength << 2 << 0;
    QTest::newRow("a row too long") << "a,b\nx,y\nx,y,z\n"_ba << Kind::OtherLength << 3 << 0;
    QTest::newRow("a stray quote") << "a,b\nx,y\nx,5\" disk\n"_ba << Kind::StrayQuote << 3 << 2;
    QTest::newRow("text behind a quote") << "a,b\n\"x\"y,z\n"_ba << Kind::StrayQuote << 2 << 1;
    QTest::newRow("a quote that is not closed")
        << "a,b\nx,\"y\nx,y\n"_ba << Kind::UnclosedQuote << 2 << 2;
    QTest::newRow("NUL") << "a,b\nx,y\0z\n"_ba << Kind::NulCharacter << 2 << 2;
    QTest::newRow("the same name twice")
        << "E-Mail,b,e-mail\nx,y,z\n"_ba << Kind::DuplicateHeader << 1 << 3;
    QTest::newRow("an empty row") << "a,b\nx,y\n,\nx,y\n"_ba << Kind::EmptyRow << 3 << 0;
    QTest::newRow("a long cell") << "a,b\nx," + QByteArray(4001, 'y') << Kind::CellTooLong << 2
                                 << 2;
    QTest::newRow("half a character")
        << "\xFF\xFE"_ba + utf16(u"a\nx"_s, QStringEncoder::Utf16LE) + "y" << Kind::WrongEncoding
        << 0 << 0;
}

void CsvReaderTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Kind, kind);
    QFETCH(int, row);
    QFETCH(int, column);
    const CsvReading reading = readCsv(bytes);
    QVERIFY(!reading.problems.isEmpty());
    QCOMPARE(reading.problems.first().kind, kind);
    QCOMPARE(reading.problems.first().row, row);
    QCOMPARE(reading.problems.first().column, column);
    QCOMPARE(reading.isSound(), kind == Kind::EmptyRow);
}

void CsvReaderTest::keepsItsBounds()
{
    QByteArray rows = "a\n";
    for (int i = 0; i <= CsvLimit::rows; ++i)
        rows += "x\n";
    const CsvReading many = readCsv(rows);
    QCOMPARE(many.rows.size(), CsvLimit::rows);
    QCOMPARE(many.problems.first().kind, Kind::TooManyRows);
    const CsvReading wide = readCsv(QByteArray("a,").repeated(70) + "\n");
    QCOMPARE(wide.problems.first().kind, Kind::TooManyColumns);
    const CsvReading large = readCsv(QByteArray(CsvLimit::bytes + 1, 'x'));
    QCOMPARE(large.problems.first().kind, Kind::TooLarge);
}

void CsvReaderTest::readsBackWhatWasWritten_data()
{
    QTest::addColumn<CsvEncoding>("encoding");
    QTest::addColumn<CsvSeparator>("separator");
    for (const CsvSeparator separator :
        {CsvSeparator::Comma, CsvSeparator::Semicolon, CsvSeparator::Tab}) {
        for (const CsvEncoding encoding :
            {CsvEncoding::Utf8, CsvEncoding::Utf8WithMark, CsvEncoding::Utf16LittleEndian,
                CsvEncoding::Utf16BigEndian, CsvEncoding::Latin1}) {
            QTest::addRow("encoding %d, separator %d", int(encoding), int(separator))
                << encoding << separator;
        }
    }
}

void CsvReaderTest::readsBackWhatWasWritten()
{
    QFETCH(CsvEncoding, encoding);
    QFETCH(CsvSeparator, separator);
    static const QStringList odd{u"\""_s, u","_s, u";"_s, u"\t"_s, u"\n"_s, u"\r\n"_s, u"\r"_s,
        u"é"_s, u" "_s, u"'"_s, u"\""_s, u"x"_s, u"ß"_s, u"\u202E"_s, u"🚀"_s, u"株"_s, u"\u200B"_s,
        u"\u0301"_s, u"\uFEFF"_s, u"👩‍👩‍👧"_s};
    const qsizetype known = encoding == CsvEncoding::Latin1 ? 13 : odd.size();
    auto *random = QRandomGenerator::global();
    for (int round = 0; round < 60; ++round) {
        const int columns = 2 + int(random->bounded(6));
        QList<QStringList> table;
        for (int row = 0; row <= int(random->bounded(12)); ++row) {
            QStringList cells{u"k%1"_s.arg(row)};
            for (int column = 1; column < columns; ++column) {
                QString cell;
                for (quint32 n = random->bounded(9); n > 0; --n)
                    cell += odd.at(qsizetype(random->bounded(quint32(known))));
                cells.append(row == 0 ? u"column %1"_s.arg(column) : cell);
            }
            table.append(cells);
        }
        QByteArray bytes = csvMark(encoding);
        for (const QStringList &cells : std::as_const(table))
            bytes += csvLine(cells, {encoding, separator});
        const CsvReading reading = readCsv(bytes);
        QVERIFY2(reading.problems.isEmpty(), qPrintable(told(reading)));
        QCOMPARE(reading.header, table.first());
        QCOMPARE(reading.rows.size(), table.size() - 1);
        for (qsizetype row = 0; row < reading.rows.size(); ++row)
            QCOMPARE(reading.rows.at(row).cells, table.at(row + 1));
        QCOMPARE(reading.dialect.separator, separator);
    }
}

void CsvReaderTest::survivesAnyBytes()
{
    static const QByteArray likely = "\"\",;\t\r\n ab\0\xFF\xFE\xC3\xBC"_ba;
    auto *random = QRandomGenerator::global();
    for (int round = 0; round < 3'000; ++round) {
        QByteArray bytes;
        for (quint32 n = random->bounded(60); n > 0; --n)
            bytes += likely.at(qsizetype(random->bounded(quint32(likely.size()))));
        const CsvReading reading = readCsv(bytes);
        for (const CsvRow &row : reading.rows)
            QCOMPARE(row.cells.size(), reading.header.size());
        QVERIFY(!reading.header.isEmpty() || !reading.isSound() || reading.rows.isEmpty());
    }
}

void CsvReaderTest::defusesFormulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("defused");
    QTest::newRow("a formula") << u"=1+1"_s << u"'=1+1"_s;
    QTest::newRow("behind blanks") << u"  @SUM(A1)"_s << u"'  @SUM(A1)"_s;
    QTest::newRow("a sign") << u"-3"_s << u"'-3"_s;
    QTest::newRow("a tab") << u"\tx"_s << u"'\tx"_s;
    QTest::newRow("a name") << u"Müller = Söhne"_s << u"Müller = Söhne"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void CsvReaderTest::defusesFormulas()
{
    QFETCH(QString, text);
    QTEST(defusedCell(text), "defused");
}

QTEST_GUILESS_MAIN(CsvReaderTest)

#include "tst_csvreader.moc"
