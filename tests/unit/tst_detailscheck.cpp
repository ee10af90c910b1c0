// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/detailscheck.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using Field = DetailsField;
using Problem = DetailsProblem;

class DetailsCheckTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void acceptsWhatTheContractKnows_data();
    void acceptsWhatTheContractKnows();
    void namesFieldAndReason_data();
    void namesFieldAndReason();
    void knowsEveryWireName_data();
    void knowsEveryWireName();
};

Q_DECLARE_METATYPE(desk::DetailsError)

namespace {

ConnectDetails minimal()
{
    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    return details;
}

template <typename Change> ConnectDetails with(Change change)
{
    ConnectDetails details = minimal();
    change(details);
    return details;
}

} // namespace

void DetailsCheckTest::acceptsWhatTheContractKnows_data()
{
    QTest::addColumn<ConnectDetails>("details");

    QTest::newRow("email and organization only") << minimal();
    QTest::newRow("an organization in many scripts") << with([](ConnectDetails &d) {
        d.organization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;
    });
    QTest::newRow("a tagged address")
        << with([](ConnectDetails &d) { d.email = u"jo+hr@mail.northwind.example"_s; });
    QTest::newRow("an address in another script")
        << with([](ConnectDetails &d) { d.email = u"jörg@müller.example"_s; });
    QTest::newRow("a remote environment with its tool") << with([](ConnectDetails &d) {
        d.tool = u"personio"_s;
        d.remoteEnvironment = u"sandbox"_s;
    });
    QTest::newRow("a tool id that begins with a digit")
        << with([](ConnectDetails &d) { d.tool = u"360learning"_s; });
    QTest::newRow("filtering for HRIS") << with([](ConnectDetails &d) { d.filtering = true; });
    QTest::newRow("the longest organization") << with(
        [](ConnectDetails &d) { d.organization = QString(DetailsLimit::organization, u'x'); });
}

void DetailsCheckTest::acceptsWhatTheContractKnows()
{
    QFETCH(ConnectDetails, details);
    QVERIFY(checkDetails(details).isEmpty());
}

void DetailsCheckTest::namesFieldAndReason_data()
{
    QTest::addColumn<ConnectDetails>("details");
    QTest::addColumn<DetailsError>("error");

    const auto email = [](const QString &text) {
        return with([&text](ConnectDetails &d) { d.email = text; });
    };
    QTest::newRow("no email") << email({}) << DetailsError{Field::Email, Problem::Missing};
    const QStringList broken{u"jo"_s, u"@northwind.example"_s, u"jo@"_s, u"jo@northwind"_s,
        u"jo@@northwind.example"_s, u"jo @northwind.example"_s, u"jo@north wind.example"_s,
        u"jo@northwind..example"_s, u"jo@.northwind.example"_s, u"jo@northwind.example."_s,
        u"jo@northwind.example, al@northwind.example"_s, u"Jo <jo@northwind.example>"_s,
        u"jo\u200B@northwind.example"_s, u"jo@north\u00A0wind.example"_s,
        QString(65, u'j') + u"@northwind.example"_s};
    for (const QString &text : broken) {
        QTest::addRow("the email %s", qPrintable(text))
            << email(text) << DetailsError{Field::Email, Problem::NotAnEmail};
    }
    QTest::newRow("an endless email") << email(u"jo@"_s + QString(300, u'x') + u".example"_s)
                                      << DetailsError{Field::Email, Problem::TooLong};
    QTest::newRow("a line break in the email")
        << email(u"jo@northwind.example\nBcc: x"_s)
        << DetailsError{Field::Email, Problem::ControlCharacters};
    QTest::newRow("no organization") << with([](ConnectDetails &d) { d.organization.clear(); })
                                     << DetailsError{Field::Organization, Problem::Missing};
    QTest::newRow("an endless organization") << with([](ConnectDetails &d) {
        d.organization = QString(DetailsLimit::organization + 1, u'x');
    }) << DetailsError{Field::Organization, Problem::TooLong};
    QTest::newRow("a control character in the organization")
        << with([](ConnectDetails &d) { d.organization = u"North\u0007wind"_s; })
        << DetailsError{Field::Organization, Problem::ControlCharacters};
    QTest::newRow("an endless origin ID")
        << with([](ConnectDetails &d) { d.originId = QString(DetailsLimit::id + 1, u'x'); })
        << DetailsError{Field::OriginId, Problem::TooLong};
    QTest::newRow("a tool's name instead of its id")
        << with([](ConnectDetails &d) { d.tool = u"SAP SuccessFactors"_s; })
        << DetailsError{Field::Tool, Problem::NotAToolId};
    QTest::newRow("a remote environment without a tool")
        << with([](ConnectDetails &d) { d.remoteEnvironment = u"sandbox"_s; })
        << DetailsError{Field::RemoteEnvironment, Problem::NeedsTool};
    QTest::newRow("filtering outside HRIS") << with([](ConnectDetails &d) {
        d.filtering = true;
        d.category = Category::Ats;
    }) << DetailsError{Field::Filtering, Problem::HrisOnly};
}

void DetailsCheckTest::namesFieldAndReason()
{
    QFETCH(ConnectDetails, details);
    QFETCH(DetailsError, error);
    const QList<DetailsError> errors = checkDetails(details);
    QCOMPARE(errors.size(), 1);
    QCOMPARE(errors.first(), error);
    QCOMPARE(problemOf(error.field, errors), error.problem);
}

void DetailsCheckTest::knowsEveryWireName_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("known");

    QStringList categories;
    for (const Category value : allCategories()) {
        categories.append(wireName(value));
        QCOMPARE(categoryFromWire(wireName(value)), value);
    }
    QStringList languages;
    for (const FlowLanguage value : allFlowLanguages()) {
        languages.append(wireName(value));
        QCOMPARE(flowLanguageFromWire(wireName(value)), value);
    }
    QStringList linkTypes;
    for (const LinkType value : allLinkTypes()) {
        linkTypes.append(wireName(value));
        QCOMPARE(linkTypeFromWire(wireName(value)), value);
    }
    QTest::newRow("categories") << categories
                                << QStringList{u"HRIS"_s, u"ATS"_s, u"ASSESSMENT"_s, u"LMS"_s};
    QTest::newRow("languages") << languages
                               << QStringList{u"en"_s, u"de"_s, u"fr"_s, u"it"_s, u"es"_s};
    QTest::newRow("link types") << linkTypes << QStringList{u"EMBEDDED"_s, u"MAGIC_LINK"_s};
}

void DetailsCheckTest::knowsEveryWireName()
{
    QFETCH(QStringList, names);
    QTEST(names, "known");
    QVERIFY(!categoryFromWire(u"hris"));
    QVERIFY(!flowLanguageFromWire(u"EN"));
    QVERIFY(!linkTypeFromWire(u""));
}

QTEST_GUILESS_MAIN(DetailsCheckTest)
#include "tst_detailscheck.moc"
