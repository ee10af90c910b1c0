// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "handover/qrcode.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;

Q_DECLARE_METATYPE(desk::QrProblem)

class QrCodeTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void isAsLargeAsItsTextNeeds_data();
    void isAsLargeAsItsTextNeeds();
    void hasAQuietZone();
    void hasItsFinderPatterns();
    void hasItsTimingPattern();
    void differsByText();
    void refuses_data();
    void refuses();
};

namespace {

QrCode codeOf(const QString &text)
{
    return *QrCode::of(Secret(text));
}

// A dark frame of 7 modules, light within, a dark middle of 3.
bool isFinder(const QrCode &code, int left, int top)
{
    for (int row = 0; row < 7; ++row) {
        for (int column = 0; column < 7; ++column) {
            const int ring = qMin(qMin(row, 6 - row), qMin(column, 6 - column));
            if (code.isDark(left + column, top + row) != (ring != 1))
                return false;
        }
    }
    return true;
}

} // namespace

void QrCodeTest::isAsLargeAsItsTextNeeds_data()
{
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<int>("modules");
    // ISO/IEC 18004: bytes that a version holds at level L, and 17 + 4 * version modules.
    QTest::newRow("as much as version 1 holds") << qsizetype{17} << 21;
    QTest::newRow("one more") << qsizetype{18} << 25;
    QTest::newRow("as much as version 10 holds") << qsizetype{271} << 57;
    QTest::newRow("as much as version 40 holds") << qsizetype{2953} << 177;
}

void QrCodeTest::isAsLargeAsItsTextNeeds()
{
    QFETCH(qsizetype, length);
    QFETCH(int, modules);
    QCOMPARE(codeOf(QString(length, u'x')).size(), modules + 2 * QrCode::quietZone);
}

void QrCodeTest::hasAQuietZone()
{
    const QrCode code = codeOf(u"https://connect.kombo.dev/v1?token=x"_s);
    for (int along = -1; along <= code.size(); ++along) {
        for (int into = -1; into < QrCode::quietZone; ++into) {
            QVERIFY(!code.isDark(along, into));
            QVERIFY(!code.isDark(into, along));
            QVERIFY(!code.isDark(along, code.size() - 1 - into));
            QVERIFY(!code.isDark(code.size() - 1 - into, along));
        }
    }
}

void QrCodeTest::hasItsFinderPatterns()
{
    const QrCode code = codeOf(u"https://connect.kombo.dev/v1?token=x"_s);
    const int first = QrCode::quietZone;
    const int last = code.size() - QrCode::quietZone - 7;
    QVERIFY(isFinder(code, first, first));
    QVERIFY(isFinder(code, last, first));
    QVERIFY(isFinder(code, first, last));
    QVERIFY(!isFinder(code, last, last));
}

void QrCodeTest::hasItsTimingPattern()
{
    const QrCode code = codeOf(u"https://connect.kombo.dev/v1?token=x"_s);
    const int modules = code.size() - 2 * QrCode::quietZone;
    for (int at = 8; at < modules - 8; ++at) {
        QCOMPARE(code.isDark(QrCode::quietZone + at, QrCode::quietZone + 6), at % 2 == 0);
        QCOMPARE(code.isDark(QrCode::quietZone + 6, QrCode::quietZone + at), at % 2 == 0);
    }
}

void QrCodeTest::differsByText()
{
    const QrCode one = codeOf(u"a"_s);
    const QrCode other = codeOf(u"b"_s);
    bool differs = false;
    for (int row = 0; row < one.size(); ++row) {
        for (int column = 0; column < one.size(); ++column)
            differs = differs || one.isDark(column, row) != other.isDark(column, row);
    }
    QVERIFY(differs);
}

void QrCodeTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QrProblem>("problem");
    QTest::newRow("nothing") << QString() << QrProblem::Empty;
    QTest::newRow("more than fits") << QString(2954, u'x') << QrProblem::TooLong;
    QTest::newRow("far more") << QString(100000, u'x') << QrProblem::TooLong;
    QTest::newRow("more bytes than letters") << QString(2000, u'ü') << QrProblem::TooLong;
}

void QrCodeTest::refuses()
{
    QFETCH(QString, text);
    const auto code = QrCode::of(Secret(text));
    QVERIFY(!code.hasValue());
    QTEST(code.error(), "problem");
}

QTEST_APPLESS_MAIN(QrCodeTest)
#include "tst_qrcode.moc"
