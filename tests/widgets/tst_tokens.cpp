// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ui/theme/tokens.h"

#include "support/stricttest.h"

#include <QApplication>

using namespace desk;

class TokensTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void textCanBeRead_data();
    void textCanBeRead();
    void edgesCanBeSeen_data();
    void edgesCanBeSeen();
    void aPaletteTellsItsScheme();
};

namespace {

void addRows(const char *name, ColorToken ink, ColorToken surface)
{
    QTest::addRow("%s, light", name) << color(ink, Scheme::Light) << color(surface, Scheme::Light);
    QTest::addRow("%s, dark", name) << color(ink, Scheme::Dark) << color(surface, Scheme::Dark);
}

} // namespace

void TokensTest::textCanBeRead_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("surface");
    using Token = ColorToken;
    addRows("text on a surface", Token::Text, Token::Surface);
    addRows("text on the window", Token::Text, Token::Window);
    addRows("text in a field", Token::Text, Token::Field);
    addRows("text under the pointer", Token::Text, Token::Hover);
    addRows("muted text on a surface", Token::MutedText, Token::Surface);
    addRows("muted text on the window", Token::MutedText, Token::Window);
    addRows("muted text in a field", Token::MutedText, Token::Field);
    addRows("muted text on a disabled button", Token::MutedText, Token::Hover);
    addRows("the primary button", Token::AccentText, Token::Accent);
    addRows("the primary button under the pointer", Token::AccentText, Token::AccentHover);
    addRows("an error under a field", Token::Danger, Token::Surface);
    addRows("text in an error", Token::Text, Token::DangerSurface);
    addRows("text in a warning", Token::Text, Token::WarningSurface);
    addRows("text in a success", Token::Text, Token::SuccessSurface);
    addRows("the practice badge", Token::Practice, Token::PracticeSurface);
    addRows("text in an information", Token::Text, Token::PracticeSurface);
    addRows("the custom badge", Token::Custom, Token::CustomSurface);
    addRows("the development badge", Token::Development, Token::DevelopmentSurface);
    addRows("the production badge", Token::Production, Token::ProductionSurface);
}

void TokensTest::textCanBeRead()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, surface);
    const double ratio = contrastRatio(ink, surface);
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TokensTest::edgesCanBeSeen_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("surface");
    using Token = ColorToken;
    addRows("the edge of a field", Token::FieldBorder, Token::Surface);
    addRows("the edge of a field with the focus", Token::Accent, Token::Surface);
    addRows("the edge of a wrong field", Token::Danger, Token::Surface);
    addRows("the sign of a warning", Token::Warning, Token::WarningSurface);
    addRows("the sign of a success", Token::Success, Token::SuccessSurface);
    addRows("the sign of an error", Token::Danger, Token::DangerSurface);
    addRows("the production badge in a header", Token::ProductionSurface, Token::Surface);
    addRows("the production badge under the pointer", Token::ProductionSurface, Token::Hover);
}

void TokensTest::edgesCanBeSeen()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, surface);
    const double ratio = contrastRatio(ink, surface);
    QVERIFY2(ratio >= 3.0, qPrintable(QString::number(ratio)));
}

void TokensTest::aPaletteTellsItsScheme()
{
    QCOMPARE(schemeOf(paletteOf(Scheme::Light)), Scheme::Light);
    QCOMPARE(schemeOf(paletteOf(Scheme::Dark)), Scheme::Dark);
}

DESK_TEST_MAIN(QApplication, TokensTest)
#include "tst_tokens.moc"
