// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/practicecatalogue.h"
#include "practice/practicecontent.h"

#include "support/stricttest.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace desk;

class PracticeContentTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void speaksEveryLanguageFully_data();
    void speaksEveryLanguageFully();
    void hasTheSentencesTheScriptsAskFor();
    void pagesKeepForeignTextOutOfTheMarkup_data();
    void pagesKeepForeignTextOutOfTheMarkup();
    void offersEverySignInForHris();
    void offersToolsInEveryCategory_data();
    void offersToolsInEveryCategory();
};

namespace {

QStringList placeholdersOf(const QString &sentence)
{
    static const QRegularExpression placeholder(u"\\{\\w+\\}"_s);
    QStringList found;
    for (const auto &match : placeholder.globalMatch(sentence))
        found.append(match.captured());
    found.sort();
    return found;
}

QString flowPage(const QJsonObject &data)
{
    return QString::fromUtf8(
        practicePage(PracticePage::Flow, FlowLanguage::English, "nonce"_ba, data));
}

} // namespace

void PracticeContentTest::speaksEveryLanguageFully_data()
{
    QTest::addColumn<FlowLanguage>("language");
    for (const FlowLanguage language : allFlowLanguages())
        QTest::newRow(qPrintable(wireName(language))) << language;
}

void PracticeContentTest::speaksEveryLanguageFully()
{
    QFETCH(FlowLanguage, language);
    const QJsonObject english = practiceTexts(FlowLanguage::English);
    const QJsonObject texts = practiceTexts(language);
    QVERIFY(!texts.isEmpty());
    QCOMPARE(texts.keys(), english.keys());
    int sameAsEnglish = 0;
    for (const QString &key : texts.keys()) {
        const QString sentence = texts.value(key).toString();
        const QString original = english.value(key).toString();
        QVERIFY2(!sentence.trimmed().isEmpty(), qPrintable(key));
        QVERIFY2(placeholdersOf(sentence) == placeholdersOf(original), qPrintable(key));
        sameAsEnglish += sentence == original ? 1 : 0;
    }
    if (language != FlowLanguage::English)
        QVERIFY2(sameAsEnglish < 3, "looks as if it had not been translated");
}

void PracticeContentTest::hasTheSentencesTheScriptsAskFor()
{
    const QJsonObject texts = practiceTexts(FlowLanguage::English);
    static const QRegularExpression call(u"(?:text|say)\\('([\\w.]+)'"_s);
    QSet<QString> asked;
    for (const PracticePage page : {PracticePage::Flow, PracticePage::Setup, PracticePage::OAuth,
             PracticePage::Notice, PracticePage::Guide}) {
        const QString html =
            QString::fromUtf8(practicePage(page, FlowLanguage::English, "nonce"_ba, {}));
        for (const auto &match : call.globalMatch(html))
            asked.insert(match.captured(1));
    }
    QVERIFY(asked.size() > 15);
    for (const QString &key : asked)
        QVERIFY2(texts.contains(key), qPrintable(key));
    for (const QString &kind : {u"apiKey"_s, u"password"_s, u"oauth"_s}) {
        for (int number = 1; number <= 3; ++number)
            QVERIFY(texts.contains(u"guide.%1.%2"_s.arg(kind).arg(number)));
    }
    for (const QString &step : {u"groups"_s, u"mapping"_s}) {
        QVERIFY(texts.contains(u"setup.%1.title"_s.arg(step)));
        QVERIFY(texts.contains(u"setup.%1.intro"_s.arg(step)));
    }
    for (const Category category : allCategories()) {
        QVERIFY(texts.contains(u"choose.title.%1"_s.arg(wireName(category))));
        for (int number = 1; number <= 4; ++number)
            QVERIFY(texts.contains(u"consent.%1.%2"_s.arg(wireName(category)).arg(number)));
    }
}

void PracticeContentTest::pagesKeepForeignTextOutOfTheMarkup_data()
{
    QTest::addColumn<QString>("organization");
    QTest::newRow("the end of the script") << u"</script><script>alert(1)</script>"_s;
    QTest::newRow("a comment") << u"<!-- <script>"_s;
    QTest::newRow("a placeholder of the page") << u"{{script}} {{data}} {{nonce}}"_s;
    QTest::newRow("many alphabets") << u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
}

void PracticeContentTest::pagesKeepForeignTextOutOfTheMarkup()
{
    QFETCH(QString, organization);
    const QString html = flowPage({{u"organization"_s, organization}});
    QCOMPARE(html.count(u"<script"_s), flowPage({}).count(u"<script"_s));
    QCOMPARE(html.count(u"</script>"_s), 2);
    QCOMPARE(html.count(u"nonce=\"nonce\""_s), 2);

    // It is there all the same, and exact.
    static const QRegularExpression island(
        u"id=\"data\">(.*?)</script>"_s, QRegularExpression::DotMatchesEverythingOption);
    const QJsonObject data =
        QJsonDocument::fromJson(island.match(html).captured(1).toUtf8()).object();
    QCOMPARE(data.value("organization"_L1).toString(), organization);
}

void PracticeContentTest::offersEverySignInForHris()
{
    QSet<PracticeSignIn> kinds;
    for (const PracticeTool &tool : practiceTools(Category::Hris))
        kinds.insert(tool.signIn);
    QCOMPARE(kinds.size(), 3);
}

void PracticeContentTest::offersToolsInEveryCategory_data()
{
    QTest::addColumn<Category>("category");
    for (const Category category : allCategories())
        QTest::newRow(qPrintable(wireName(category))) << category;
}

void PracticeContentTest::offersToolsInEveryCategory()
{
    QFETCH(Category, category);
    const auto tools = practiceTools(category);
    QVERIFY(tools.size() >= 8);
    QStringList ids;
    QStringList labels;
    for (const PracticeTool &tool : tools) {
        QVERIFY(tool.categories.contains(category));
        QVERIFY(!ids.contains(tool.id));
        ids.append(tool.id);
        labels.append(tool.label);
    }
    QStringList sorted = labels;
    sorted.sort(Qt::CaseInsensitive);
    QCOMPARE(labels, sorted);
    QVERIFY(ids.contains(u"sandbox"_s));
}

QTEST_GUILESS_MAIN(PracticeContentTest)
#include "tst_practicecontent.moc"
