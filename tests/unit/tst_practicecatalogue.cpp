// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "practice/practicecatalogue.h"
#include "practice/practicecoverage.h"
#include "practice/practicefields.h"
#include "practice/practicemarks.h"

#include "support/stricttest.h"

#include <QJsonArray>
#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace desk;

// The data that was written by hand.
class PracticeCatalogueTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void knowsManyTools();
    void idsAreTheContracts();
    void tellsVariantsApart();
    void hasNotesOfEveryKind();
    void coversEveryCategory_data();
    void coversEveryCategory();
    void coverageVariesFromToolToTool();
    void marksAreDrawings_data();
    void marksAreDrawings();
    void marksDifferFromToolToTool();
};

namespace {

// IntegrationTool of the contract.
constexpr auto contractIds =
    "workday successfactors smartrecruiters factorial oraclerecruiting lever icims "
    "cornerstonetalentlink recruitee recruiterflow greenhouse greenhousev3 "
    "greenhousejobboard teamtailor teamtailorjobboards ashby talentsoft talentsoftcustomer "
    "concludis perbilityhelix talention piloga onlyfy personio ukgpro ukgready "
    "adpworkforcenow taleo rexx afas bamboohr bullhorn4salesforce bullhorn bullhornlogin "
    "workable jobvite fountain softgarden softgardenpartner pinpoint welcometothejungle "
    "dvinci dvinciadmin join sagehr traffit erecruiter abacusumantis umantis jobylon taleez "
    "hrworks otys zohorecruit ceipal eploy jobdiva careerplug perview eightfold paylocity "
    "paycor avature apploi phenom paradox heyrecruit recruhr recruitcrm jazzhr bite "
    "brassring homerun mysolution carerix carerixgraphql hroffice talentclue inrecruiting "
    "jobadder ubeeo connexys hr4you cornerstoneondemand zvooverecruit odoo comeet "
    "compleetpitcher compleetpersy compleet gem laura covetorest coveto mercury crelate "
    "manatal avionte mhmhr asymbl breezyhr flatchr dayforce digitalrecruiters "
    "applicantstack reachmee talentadore sandbox guidecom spott logicmelon loxo kula "
    "trackerrms databites pageup workdaycustomreport workdaycustomreportsftp ukgprowfm "
    "adpdecidium payfitcustomer payfitpartner payfit employmenthero fourth kenjo heavenhr "
    "hibob cezannehr entraid azuread googleworkspace nmbrs deel remotecom iriscascade okta "
    "sagepeople humaans eurecia oraclehcm officient sesamehr charliehr abacus zohopeople "
    "gusto breathehr catalystone mirus alexishr simployer peple youserve hansalog lattice "
    "latticetalent hoorayhr trinet trinetpeo namely paycom insperity paychex rippling "
    "sapling peoplehr lucca zelt planday boondmanager haileyhr silae oysterhr kiwihr square "
    "leapsome loket workforcecom peoplefirst sdworx itrent absenceio a3innuvanomina scim "
    "datevlauds datevhr datev datevlug sympa youforce nibelis peoplexd sftp sftpfetch "
    "360learning talentlms docebo coursera udemy linkedinlearning moodle "_L1;

} // namespace

void PracticeCatalogueTest::knowsManyTools()
{
    QVERIFY(practiceTools().size() >= 60);
    for (const PracticeTool &tool : practiceTools()) {
        QVERIFY2(!tool.label.trimmed().isEmpty(), qPrintable(tool.id));
        QVERIFY2(!tool.categories.isEmpty(), qPrintable(tool.id));
        QCOMPARE(findPracticeTool(tool.id), &tool);
    }
    QVERIFY(!findPracticeTool(u"punchcards"));
}

void PracticeCatalogueTest::idsAreTheContracts()
{
    const QStringList list = QString(contractIds).split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> known(list.cbegin(), list.cend());
    QCOMPARE(known.size(), 202);
    QSet<QString> seen;
    for (const PracticeTool &tool : practiceTools()) {
        QVERIFY2(known.contains(tool.id), qPrintable(tool.id));
        QVERIFY2(!seen.contains(tool.id), qPrintable(tool.id));
        seen.insert(tool.id);
    }
}

void PracticeCatalogueTest::tellsVariantsApart()
{
    QHash<QString, QSet<QString>> names;
    QHash<QString, int> variants;
    for (const PracticeTool &tool : practiceTools()) {
        names[tool.label].insert(tool.internalLabel.value_or(QString()));
        ++variants[tool.label];
    }
    int shared = 0;
    for (auto label = variants.cbegin(); label != variants.cend(); ++label) {
        QVERIFY2(names.value(label.key()).size() == label.value(), qPrintable(label.key()));
        shared += label.value() > 1 ? 1 : 0;
    }
    QVERIFY(shared >= 5);
}

void PracticeCatalogueTest::hasNotesOfEveryKind()
{
    int paid = 0;
    int fastTrack = 0;
    int partnerOnly = 0;
    int guides = 0;
    int beta = 0;
    for (const PracticeTool &tool : practiceTools()) {
        paid += tool.paidApi ? 1 : 0;
        fastTrack += tool.fastTrack ? 1 : 0;
        partnerOnly += tool.partnerOnly ? 1 : 0;
        guides += tool.hasGuide ? 1 : 0;
        beta += tool.isBeta ? 1 : 0;
        for (const auto &note : {tool.paidApi, tool.fastTrack, tool.partnerOnly})
            QVERIFY2(!note || !note->trimmed().isEmpty(), qPrintable(tool.id));
    }
    QVERIFY(paid >= 3);
    QVERIFY(fastTrack >= 3);
    QVERIFY(partnerOnly >= 3);
    QVERIFY(guides >= 10 && guides < practiceTools().size());
    QVERIFY(beta >= 1);
}

void PracticeCatalogueTest::coversEveryCategory_data()
{
    QTest::addColumn<Category>("category");
    for (const Category category : allCategories())
        QTest::newRow(qPrintable(wireName(category))) << category;
}

void PracticeCatalogueTest::coversEveryCategory()
{
    QFETCH(Category, category);
    QVERIFY(practiceTools(category).size() >= 8);
    const QJsonObject models = practiceModels(category);
    for (const QString &part : {u"read_models"_s, u"write_actions"_s, u"features"_s}) {
        QSet<QString> ids;
        const QJsonArray groups = models.value(part).toArray();
        QVERIFY(groups.size() >= 3);
        for (const QJsonValue &group : groups) {
            QVERIFY(!group["label"_L1].toString().isEmpty());
            ids.insert(group["id"_L1].toString());
        }
        QCOMPARE(ids.size(), groups.size());
    }

    QSet<QString> fieldIds;
    int custom = 0;
    const auto fields = practiceFields(u"sandbox:1"_s, category);
    for (const PracticeField &field : fields) {
        fieldIds.insert(field.id);
        custom += field.isCustom ? 1 : 0;
    }
    QCOMPARE(fields.size(), practiceFieldCount);
    QCOMPARE(fieldIds.size(), practiceFieldCount);
    QVERIFY(custom > 10 && custom < 100);
    QCOMPARE(practiceFields(u"sandbox:1"_s, category).constLast().id, fields.constLast().id);
    QVERIFY(practiceFields(u"sandbox:2"_s, category).constLast().id != fields.constLast().id);
    QCOMPARE(practiceCustomFields(category).size(), 12);
    QVERIFY(practiceGroups().size() >= 5);
}

void PracticeCatalogueTest::coverageVariesFromToolToTool()
{
    QSet<QJsonObject> coverages;
    for (const PracticeTool &tool : practiceTools(Category::Hris)) {
        const QJsonObject coverage = toolCoverage(tool, Category::Hris);
        QCOMPARE(coverage, toolCoverage(tool, Category::Hris));
        QCOMPARE(coverage["read_models"_L1][0]["coverage_status"_L1].toString(), u"SUPPORTED"_s);
        coverages.insert(coverage);
    }
    QVERIFY(coverages.size() > 20);
}

void PracticeCatalogueTest::marksAreDrawings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("an icon") << u"hibob"_s << true;
    QTest::newRow("a logo") << u"360learning-logo"_s << true;
    QTest::newRow("a black icon") << u"a3innuvanomina-black"_s << true;
    QTest::newRow("no such tool") << u"punchcards"_s << false;
    QTest::newRow("no such variant") << u"hibob-blue"_s << false;
    QTest::newRow("half a variant") << u"hibob-"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void PracticeCatalogueTest::marksAreDrawings()
{
    QFETCH(QString, name);
    QFETCH(bool, isThere);
    const QByteArray mark = practiceMark(name);
    QCOMPARE(!mark.isEmpty(), isThere);
    QXmlStreamReader xml(mark);
    while (isThere && !xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(mark.contains("#000000"), name.endsWith("-black"_L1));
    QVERIFY(!mark.contains('%'));
}

void PracticeCatalogueTest::marksDifferFromToolToTool()
{
    QSet<QByteArray> marks;
    for (const PracticeTool &tool : practiceTools())
        marks.insert(practiceMark(tool.id));
    // Of variants with one label, only colour and shape may differ.
    QVERIFY(marks.size() > practiceTools().size() - 5);
}

QTEST_GUILESS_MAIN(PracticeCatalogueTest)
#include "tst_practicecatalogue.moc"
