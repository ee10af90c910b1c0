// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/mismatch.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using Field = ComparedValue;

class MismatchTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void comparesWhatWasAskedWithWhatCame_data();
    void comparesWhatWasAskedWithWhatCame();
    void comparesTheIntegrationOfALinkForOne_data();
    void comparesTheIntegrationOfALinkForOne();
};

Q_DECLARE_METATYPE(QList<desk::Mismatch>)

void MismatchTest::comparesWhatWasAskedWithWhatCame_data()
{
    QTest::addColumn<ConnectDetails>("details");
    QTest::addColumn<ResolvedIntegration>("integration");
    QTest::addColumn<QList<Mismatch>>("mismatches");

    ConnectDetails details;
    details.email = u"jo@northwind.example"_s;
    details.organization = u"Northwind Ltd"_s;
    details.originId = u"cust-0042"_s;
    const ResolvedIntegration same{u"hibob:1"_s, u"hibob"_s, u"cust-0042"_s, u"Northwind Ltd"_s,
        u"jo@northwind.example"_s, u"COMPLETED"_s};
    const auto but = [&same](auto change) {
        ResolvedIntegration integration = same;
        change(integration);
        return integration;
    };
    using Integration = ResolvedIntegration;
    using List = QList<Mismatch>;

    QTest::newRow("the same client") << details << same << List{};
    QTest::newRow("an email in other letters")
        << details << but([](Integration &i) { i.email = u"Jo@Northwind.Example"_s; }) << List{};
    QTest::newRow("an email the API does not know")
        << details << but([](Integration &i) { i.email = std::nullopt; }) << List{};
    QTest::newRow("another email")
        << details << but([](Integration &i) { i.email = u"al@contoso.example"_s; })
        << List{{Field::Email, u"jo@northwind.example"_s, u"al@contoso.example"_s}};
    QTest::newRow("another organization")
        << details << but([](Integration &i) { i.organization = u"Contoso SE"_s; })
        << List{{Field::Organization, u"Northwind Ltd"_s, u"Contoso SE"_s}};
    QTest::newRow("an organization in other letters")
        << details << but([](Integration &i) { i.organization = u"northwind ltd"_s; })
        << List{{Field::Organization, u"Northwind Ltd"_s, u"northwind ltd"_s}};
    QTest::newRow("no origin ID although one was given")
        << details << but([](Integration &i) { i.originId = std::nullopt; })
        << List{{Field::OriginId, u"cust-0042"_s, QString()}};
    ConnectDetails withoutOrigin = details;
    withoutOrigin.originId = std::nullopt;
    QTest::newRow("an origin ID although none was given")
        << withoutOrigin << same << List{{Field::OriginId, QString(), u"cust-0042"_s}};
    QTest::newRow("another client altogether")
        << details << Integration{u"x"_s, u"y"_s, u"z"_s, u"Contoso SE"_s, u"a@b.example"_s, u"s"_s}
        << List{{Field::Organization, u"Northwind Ltd"_s, u"Contoso SE"_s},
               {Field::Email, u"jo@northwind.example"_s, u"a@b.example"_s},
               {Field::OriginId, u"cust-0042"_s, u"z"_s}};
}

void MismatchTest::comparesWhatWasAskedWithWhatCame()
{
    QFETCH(ConnectDetails, details);
    QFETCH(ResolvedIntegration, integration);
    QFETCH(QList<Mismatch>, mismatches);
    QVERIFY(mismatchesBetween(details, integration) == mismatches);
}

void MismatchTest::comparesTheIntegrationOfALinkForOne_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QList<Mismatch>>("mismatches");
    QTest::newRow("the same integration") << u"hibob:1"_s << u"hibob:1"_s << QList<Mismatch>{};
    QTest::newRow("another integration")
        << u"hibob:1"_s << u"hibob:2"_s
        << QList<Mismatch>{{Field::IntegrationId, u"hibob:1"_s, u"hibob:2"_s}};
    QTest::newRow("an id in other letters")
        << u"hibob:a"_s << u"hibob:A"_s
        << QList<Mismatch>{{Field::IntegrationId, u"hibob:a"_s, u"hibob:A"_s}};
}

void MismatchTest::comparesTheIntegrationOfALinkForOne()
{
    QFETCH(QString, asked);
    QFETCH(QString, found);
    QFETCH(QList<Mismatch>, mismatches);
    ResolvedIntegration integration;
    integration.id = found;
    QVERIFY(mismatchesBetween(asked, integration) == mismatches);
}

QTEST_GUILESS_MAIN(MismatchTest)
#include "tst_mismatch.moc"
