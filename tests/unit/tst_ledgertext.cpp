// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "ledgerstage.h"

#include "core/organizationname.h"
#include "history/attemptdetails.h"
#include "ledger/ledgerexport.h"
#include "ledger/ledgerguard.h"

#include "support/stricttest.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace desk;
using namespace desk::test;

//! Texts that nobody types and that come all the same: pasted, imported, told by servers.
class LedgerTextTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBack_data();
    void givesBack();
    void exports_data();
    void exports();
    void finds_data();
    void finds();
    void knowsDuplicates_data();
    void knowsDuplicates();
    void forgets_data();
    void forgets();
    void cutsNoPairInTwo_data();
    void cutsNoPairInTwo();

private:
    QUuid write(const QString &text);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Ledger> m_ledger;
};

namespace {

const QString beyond = u"\U00020bb7"_s; // in another plane: a pair of surrogates
const QString emoji = u"\U0001f600"_s;

QString halves()
{
    return u"A"_s + QChar(0xd83d) + u"B"_s + QChar(0xde00) + u"C"_s;
}

QString withNul()
{
    return u"before"_s + QChar(0) + u"after"_s;
}

void addTexts()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept");
    const auto same = [](const char *name, const QString &text) {
        QTest::newRow(name) << text << text;
    };
    same("nothing", u""_s);
    same("blanks alone", u"   "_s);
    same("a no-break blank alone", u"\u00a0"_s);
    same("of 10,000 characters", QString(10'000, u'ä'));
    same("of 10,001 characters", QString(10'001, u'x'));
    same("of 5,000 pairs", emoji.repeated(5'000));
    same("of the greatest length", QString(ledgerguard::longestText, u'x'));
    QTest::newRow("longer") << QString(ledgerguard::longestText + 1, u'x')
                            << QString(ledgerguard::longestText, u'x');
    QTest::newRow("a pair across the end") << QString(ledgerguard::longestText - 1, u'x') + emoji
            + u"y"_s << QString(ledgerguard::longestText - 1, u'x');
    same("a pair right before the end", QString(ledgerguard::longestText - 2, u'x') + emoji);
    same("another plane", u"の"_s + beyond + u"野家"_s);
    same("a line separator", u"one\u2028two\u2029three"_s);
    same("breaks and tabs", u"one\r\ntwo\tthree\u0085four"_s);
    same("marks of direction", u"\u200fשלום\u200e \u202eabc\u202c \u2066x\u2069"_s);
    same("joiners and marks", u"e\u0301 \u200d\ufeff \u0300"_s);
    same("control characters", u"a\u0001b\u007fc"_s);
    same("a mark of the order of bytes within", u"a\ufeffb"_s);
    QTest::newRow("such marks in front") << u"\ufeff\ufeffab"_s << u"ab"_s;
    QTest::newRow("turned about in front") << u"\ufffeab"_s << u"\ufffdab"_s;
    QTest::newRow("no characters") << u"a\uffff\ufffe"_s << u"a\ufffd\ufffd"_s;
    QTest::newRow("NUL") << withNul() << u"before\ufffdafter"_s;
    QTest::newRow("NUL alone") << QString(QChar(0)) << u"\ufffd"_s;
    QTest::newRow("halves of pairs") << halves() << u"A\ufffdB\ufffdC"_s;
    QTest::newRow("half a pair at the end") << u"x"_s + QChar(0xd800) << u"x\ufffd"_s;
    QTest::newRow("a pair the wrong way")
        << QString(QChar(0xdc00)) + QChar(0xd800) << u"\ufffd\ufffd"_s;
    QTest::newRow("half a pair before a pair") << QChar(0xd83d) + emoji << u"\ufffd"_s + emoji;
}

} // namespace

void LedgerTextTest::init()
{
    StrictTest::init();
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = openLedger(m_dir->filePath(u"ledger"_s), LedgerAccess::ReadWrite);
    QVERIFY(opening.hasValue());
    m_ledger = std::move(opening).value().ledger;
}

QUuid LedgerTextTest::write(const QString &text)
{
    Attempt attempt = someAttempt(text);
    attempt.email = text;
    attempt.originId = text;
    attempt.request = {{u"organization"_s, text}, {u"list"_s, QJsonArray{text}}};
    const bool isWritten = m_ledger->write(AttemptBegun{attempt}).hasValue()
        && m_ledger->write(AttemptNoted{attempt.id, text}).hasValue();
    return isWritten ? attempt.id : QUuid();
}

void LedgerTextTest::givesBack_data()
{
    addTexts();
}

void LedgerTextTest::givesBack()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    const auto attempt = m_ledger->attempt(write(text));
    QVERIFY(attempt.hasValue());
    QVERIFY(attempt->has_value());
    QCOMPARE((*attempt)->organization, kept);
    QCOMPARE((*attempt)->email, kept);
    QCOMPARE((*attempt)->originId, kept);
    QCOMPARE((*attempt)->notes, kept);
    QCOMPARE((*attempt)->request.value("organization"_L1).toString(), kept);
    QCOMPARE((*attempt)->request.value("list"_L1)[0].toString(), kept);
    KnownIntegration integration = someIntegration();
    integration.organization = text;
    QVERIFY(m_ledger->write(IntegrationRead{integration}).hasValue());
    if (!text.isEmpty()) // which says nothing new
        QCOMPARE(m_ledger->integration(u"p1"_s, integration.id)->value().organization, kept);
}

void LedgerTextTest::exports_data()
{
    addTexts();
}

void LedgerTextTest::exports()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    QVERIFY(!write(text).isNull());
    QBuffer json;
    QVERIFY(json.open(QIODevice::ReadWrite));
    QCOMPARE(*exportAttempts(*m_ledger, {}, LedgerFormat::Json, json), 1);
    const QJsonObject row = QJsonDocument::fromJson(json.data()).array().at(0).toObject();
    QCOMPARE(row.value("notes"_L1).toString(), kept);
    QCOMPARE(row.value("request"_L1)["organization"_L1].toString(), kept);
    QBuffer csv;
    QVERIFY(csv.open(QIODevice::ReadWrite));
    QCOMPARE(*exportAttempts(*m_ledger, {}, LedgerFormat::Csv, csv), 1);
    QVERIFY(!csv.data().contains('\0'));
    const QString table = QString::fromUtf8(csv.data());
    QVERIFY(table.contains(QString(kept).replace(u'"', "\"\""_L1)));
    const bool hasEdge = kept.trimmed() != kept || kept.contains(u'\n') || kept.contains(u'\r');
    QCOMPARE(table.contains(u'"' + kept + u'"'), hasEdge);
}

void LedgerTextTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("typed");
    QTest::newRow("the last of 10,000 characters")
        << QString(9'990, u'x') + u" needle"_s << u"needle"_s;
    QTest::newRow("after NUL") << withNul() << u"after"_s;
    QTest::newRow("beside half a pair") << halves() + u" needle"_s << u"needle"_s;
    QTest::newRow("after a line separator") << u"one\u2028needle"_s << u"needle"_s;
    QTest::newRow("between marks of direction") << u"\u200f\u202eneedle\u202c"_s << u"needle"_s;
    QTest::newRow("typed with marks of direction") << u"needle"_s << u"\u200fneedle\u200e"_s;
    QTest::newRow("typed with NUL") << u"before after"_s << withNul();
    QTest::newRow("typed with half a pair") << u"needle"_s << u"needle"_s + QChar(0xd83d);
    QTest::newRow("beside another plane") << emoji + u"needle"_s + emoji << u"needle"_s;
    QTest::newRow("typed with a pair across the bound")
        << u"needle"_s << u"needle"_s + QString(AttemptQuery::longestText - 7, u' ') + emoji;
}

void LedgerTextTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, typed);
    QVERIFY(!write(text).isNull());
    QVERIFY(!write(u"something else"_s).isNull());
    AttemptQuery query;
    query.text = typed;
    const auto count = m_ledger->count(query);
    QVERIFY2(count.hasValue(), count ? "" : qPrintable(count.error().detail));
    QCOMPARE(*count, 1);
}

void LedgerTextTest::knowsDuplicates_data()
{
    QTest::addColumn<QString>("known");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<bool>("isSame");
    const QString longName(ledgerguard::longestText + 100, u'x');
    QTest::newRow("marks of direction")
        << u"\u200fNorthwind\u200e GmbH"_s << u"northwind"_s << true;
    QTest::newRow("a line separator") << u"North\u2028Wind"_s << u"North Wind"_s << true;
    QTest::newRow("a joiner") << u"North\u200dwind"_s << u"Northwind"_s << true;
    QTest::newRow("NUL") << withNul() << withNul() << true;
    QTest::newRow("halves of pairs") << halves() << halves() << true;
    QTest::newRow("longer than is kept") << longName << longName << true;
    QTest::newRow("another plane") << beyond + u"野家"_s << beyond + u"野家"_s << true;
    QTest::newRow("blanks alone") << u"  "_s << u"   "_s << false;
    QTest::newRow("other halves") << QString(QChar(0xd800)) << QString(QChar(0xdfff)) << true;
}

void LedgerTextTest::knowsDuplicates()
{
    QFETCH(QString, known);
    QFETCH(QString, asked);
    KnownIntegration integration = someIntegration();
    integration.organization = known;
    integration.email.clear();
    integration.originId.clear();
    QVERIFY(m_ledger->write(IntegrationRead{integration}).hasValue());
    const auto found =
        m_ledger->duplicatesOf({u"p1"_s, asked, {}, {}, integration.tool, integration.category});
    QVERIFY(found.hasValue());
    QTEST(!found->isEmpty(), "isSame");
    integration.organization.clear();
    integration.originId = known;
    integration.id = u"personio:2"_s;
    QVERIFY(m_ledger->write(IntegrationRead{integration}).hasValue());
    QVERIFY(
        !m_ledger->duplicatesOf({u"p1"_s, {}, {}, known, integration.tool, integration.category})
             ->isEmpty());
}

void LedgerTextTest::forgets_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("NUL") << withNul();
    QTest::newRow("halves of pairs") << halves();
    QTest::newRow("longer than is kept") << QString(ledgerguard::longestText + 100, u'x');
    QTest::newRow("marks of direction") << u"\u200fשלום\u200e"_s;
    QTest::newRow("another plane") << beyond + u"野家"_s;
}

void LedgerTextTest::forgets()
{
    QFETCH(QString, text);
    QVERIFY(!write(text).isNull());
    const auto forgotten = m_ledger->forget({{}, text, {}, {}});
    QVERIFY2(forgotten.hasValue(), forgotten ? "" : qPrintable(forgotten.error().detail));
    QCOMPARE(forgotten->attempts, 1);
}

void LedgerTextTest::cutsNoPairInTwo_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<qsizetype>("size");
    constexpr qsizetype most = AttemptDetails::longestNotes;
    QTest::newRow("as long as it may be") << QString(most, u'x') << most;
    QTest::newRow("a pair at the end") << QString(most - 2, u'x') + emoji << most;
    QTest::newRow("a pair across the end") << QString(most - 1, u'x') + emoji << most - 1;
    QTest::newRow("a pair behind the end") << QString(most, u'x') + emoji << most;
    QTest::newRow("pairs alone") << emoji.repeated(most) << most;
}

void LedgerTextTest::cutsNoPairInTwo()
{
    QFETCH(QString, typed);
    QTEST(AttemptDetails::cut(typed).size(), "size");
    QVERIFY(typed.startsWith(AttemptDetails::cut(typed)));
}

QTEST_GUILESS_MAIN(LedgerTextTest)
#include "tst_ledgertext.moc"
