// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "batch/batchmappingstore.h"
#include "batch/batchplan.h"
#include "wording/batchwording.h"

#include "support/stricttest.h"

#include <QTemporaryDir>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace desk;

class BatchPlanTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void guessesColumns_data();
    void guessesColumns();
    void remembersColumns();
    void remembersAllColumnsOrNone();
    void readsEveryField();
    void namesEveryProblem();
    void saysWhichFieldIsMissing();
    void findsTwins();
    void findsWhatTheLedgerKnows();
    void hasAFingerprintOfWhatIsSent();
    void plansTenThousandRowsInASecond();
};

namespace {

BatchPlan planOf(const QByteArray &bytes, const Prefill &common = {})
{
    const CsvReading reading = readCsv(bytes);
    return BatchPlan(reading, guessColumns(reading.header), common);
}

} // namespace

void BatchPlanTest::guessesColumns_data()
{
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<QJsonObject>("columns");
    QTest::newRow("English") << QStringList{u"Company name"_s, u"E-Mail address"_s,
        u"Customer ID"_s, u"Notes"_s}
                             << QJsonObject{{u"organization"_s, u"Company name"_s},
                                    {u"email"_s, u"E-Mail address"_s},
                                    {u"origin-id"_s, u"Customer ID"_s}};
    QTest::newRow("German") << QStringList{u"KUNDENNR."_s, u"Firma"_s, u"Mailadresse"_s,
        u"Sprache"_s, u"Linktyp"_s}
                            << QJsonObject{{u"origin-id"_s, u"KUNDENNR."_s},
                                   {u"organization"_s, u"Firma"_s}, {u"email"_s, u"Mailadresse"_s},
                                   {u"language"_s, u"Sprache"_s}, {u"link-type"_s, u"Linktyp"_s}};
    QTest::newRow("Kombo's own") << QStringList{u"end_user_email"_s,
        u"end_user_organization_name"_s, u"end_user_origin_id"_s, u"integration_category"_s,
        u"integration_tool"_s, u"enable_filtering"_s}
                                 << QJsonObject{{u"email"_s, u"end_user_email"_s},
                                        {u"organization"_s, u"end_user_organization_name"_s},
                                        {u"origin-id"_s, u"end_user_origin_id"_s},
                                        {u"category"_s, u"integration_category"_s},
                                        {u"tool"_s, u"integration_tool"_s},
                                        {u"filtering"_s, u"enable_filtering"_s}};
    QTest::newRow("the better name wins") << QStringList{u"id"_s, u"Origin ID"_s, u"recipient"_s,
        u"email"_s} << QJsonObject{{u"origin-id"_s, u"Origin ID"_s}, {u"email"_s, u"email"_s}};
    QTest::newRow("nothing known") << QStringList{u"a"_s, u""_s, u"b"_s} << QJsonObject();
}

void BatchPlanTest::guessesColumns()
{
    QFETCH(QStringList, header);
    QTEST(mappingToJson(guessColumns(header), header), "columns");
}

void BatchPlanTest::remembersColumns()
{
    const QTemporaryDir folder;
    const BatchMappingStore store(folder.filePath(u"columns"_s));
    const QStringList header{u"Wer"_s, u"Wohin"_s};
    QVERIFY(!store.mapping(header));
    QVERIFY(!store.keep(header, {{DetailsField::Email, 1}, {DetailsField::Organization, 0}}));
    const QStringList turned{u"Wohin"_s, u"Wer"_s};
    QCOMPARE(store.mapping(turned).value_or(ColumnMapping()),
        (ColumnMapping{{DetailsField::Email, 0}, {DetailsField::Organization, 1}}));
    QVERIFY(!store.mapping({u"Wer"_s, u"Was"_s}));
    QVERIFY(!store.forget(header));
    QVERIFY(!store.mapping(header));
}

// A part of what was said would be worse than a guess.
void BatchPlanTest::remembersAllColumnsOrNone()
{
    const QTemporaryDir folder;
    const BatchMappingStore store(folder.filePath(u"columns"_s));
    const QStringList header{u"Wer"_s, u"Wo"_s, u"Wo"_s, QString()};
    const auto keep = [&](int email) {
        return store.keep(header, {{DetailsField::Organization, 0}, {DetailsField::Email, email}});
    };
    for (const int nameless : {1, 2, 3}) {
        QVERIFY(!store.keep(header, {{DetailsField::Organization, 0}}));
        QVERIFY(store.mapping(header));
        QVERIFY(!keep(nameless));
        QVERIFY(!store.mapping(header));
    }
}

void BatchPlanTest::readsEveryField()
{
    Prefill common;
    common.language = FlowLanguage::French;
    common.scopeConfigId = u"scope"_s;
    const BatchPlan plan =
        planOf("email,organization,origin_id,category,tool,remote_environment,language,filtering,"
               "field_mapping,link_type\n"
               " a@b.example , Acme ,7,hris,personio,prod,de-DE,ja,0,embedded\n"
               "c@d.example,Beta,,,,,,,,\n"_ba,
            common);
    QVERIFY(plan.isSendable());
    const ConnectDetails wanted{u"a@b.example"_s, u"Acme"_s, u"7"_s, Category::Hris, u"personio"_s,
        u"prod"_s, FlowLanguage::German, u"scope"_s, true, false, LinkType::Embedded};
    QCOMPARE(plan.rows().at(0).details, wanted);
    QCOMPARE(plan.rows().at(1).details.language, FlowLanguage::French);
    // An embedded link is gone before anybody reads a mail.
    QCOMPARE(plan.rows().at(1).details.linkType, LinkType::MagicLink);
    QCOMPARE(plan.embeddedCount(), 1);
}

void BatchPlanTest::namesEveryProblem()
{
    const BatchPlan plan = planOf("E-Mail;Firma;Sprache\n"
                                  "nobody;Acme;en\n"
                                  "a@b.example;;klingonisch\n"_ba);
    QVERIFY(!plan.isSendable());
    QCOMPARE(plan.problemCount(), 3);
    const auto sentence = [&plan](qsizetype row, qsizetype problem) {
        return BatchWording::sentence(plan.rows().at(row).problems.at(problem));
    };
    QVERIFY2(
        sentence(0, 0).startsWith("Row 2, column 1 (E-Mail): "_L1), qPrintable(sentence(0, 0)));
    QVERIFY2(sentence(1, 0).startsWith("Row 3, column 3 (Sprache): "_L1)
            && sentence(1, 0).contains(u"klingonisch"_s),
        qPrintable(sentence(1, 0)));
    QVERIFY2(sentence(1, 1).startsWith("Row 3, column 2 (Firma): "_L1), qPrintable(sentence(1, 1)));
}

void BatchPlanTest::saysWhichFieldIsMissing()
{
    const QByteArray table = "Firma\nAcme\n"_ba;
    QCOMPARE(planOf(table).missingFields(), QList<DetailsField>{DetailsField::Email});
    Prefill common;
    common.email = u"a@b.example"_s;
    QVERIFY(planOf(table, common).isSendable());
}

void BatchPlanTest::findsTwins()
{
    BatchPlan plan = planOf("email,organization,origin id,category\n"
                            "a@b.example,Müller GmbH,1,HRIS\n"
                            "c@d.example,mueller,2,HRIS\n"
                            "e@f.example,MÜLLER,3,HRIS\n"
                            "A@B.example,Other,4,HRIS\n"
                            "g@h.example,Third,1,HRIS\n"
                            "i@j.example,Müller GmbH,9,ATS\n"_ba);
    QList<int> twins;
    for (const PlannedRow &row : plan.rows())
        twins.append(row.sameAs);
    QCOMPARE(twins, (QList<int>{0, 0, 2, 2, 2, 0}));
    QCOMPARE(plan.duplicateCount(), 3);
    QCOMPARE(plan.without({2}).duplicateCount(), 0);
}

void BatchPlanTest::findsWhatTheLedgerKnows()
{
    BatchPlan plan = planOf("email,organization\na@b.example,Acme\nc@d.example,Beta\n"_ba);
    plan.checkDuplicates([](const ConnectDetails &details) {
        QList<Duplicate> found;
        if (details.organization == "Beta"_L1) {
            KnownIntegration known;
            known.id = u"personio:1"_s;
            known.organization = u"Beta Ltd"_s;
            found.append({known, Duplicate::Reason::Organization});
        }
        return found;
    });
    QCOMPARE(plan.duplicateCount(), 1);
    const QString sentence = BatchWording::duplicate(plan.rows().at(1));
    QVERIFY2(sentence.startsWith("Row 3: Beta Ltd"_L1) && sentence.contains("personio:1"_L1),
        qPrintable(sentence));
}

void BatchPlanTest::hasAFingerprintOfWhatIsSent()
{
    const QByteArray one = planOf("email,organization\na@b.example,Acme\n"_ba).fingerprint();
    QCOMPARE(one.size(), 32);
    QCOMPARE(planOf("organization;email;note\r\nAcme; a@b.example;x\r\n"_ba).fingerprint(), one);
    QVERIFY(planOf("email,organization\na@b.example,Acme2\n"_ba).fingerprint() != one);
    QVERIFY(planOf("email,organization\n\na@b.example,Acme\n"_ba).fingerprint() != one);
}

void BatchPlanTest::plansTenThousandRowsInASecond()
{
    QByteArray table = "email,organization,origin id\n";
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray n = QByteArray::number(i);
        table += "jo" + n + "@client.example,Client " + n + " GmbH,id-" + n + '\n';
    }
    // Of this process alone: the computer may be busy with others.
    const std::clock_t begin = std::clock();
    const BatchPlan plan = planOf(table);
    const QByteArray fingerprint = plan.fingerprint();
    const auto milliseconds = (std::clock() - begin) * 1'000 / CLOCKS_PER_SEC;
    qInfo("10,000 rows planned in %ld ms", long(milliseconds));
    QCOMPARE(plan.rows().size(), 10'000);
    QVERIFY(plan.isSendable());
    QVERIFY(!fingerprint.isEmpty());
    QVERIFY(milliseconds < 1'000);
}

QTEST_GUILESS_MAIN(BatchPlanTest)

#include "tst_batchplan.moc"
