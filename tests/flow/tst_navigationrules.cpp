// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "flow/linkrate.h"
#include "flow/navigationrules.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;

class NavigationRulesTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void recordsPlaces_data();
    void recordsPlaces();
    void letsFewLinksOut();
};

void NavigationRulesTest::decides_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("onLoopback");
    QTest::addColumn<bool>("allowed");

    const auto always = [](const char *name, const QString &target, bool allowed) {
        QTest::addRow("%s", name) << target << false << allowed;
        QTest::addRow("%s, from a link on this machine", name) << target << true << allowed;
    };
    always("https", u"https://login.tool.example/oauth"_s, true);
    always("an empty document", u"about:blank"_s, true);
    always("a document written by its parent", u"about:srcdoc"_s, true);
    always("plain http", u"http://login.tool.example/"_s, false);
    always("plain http to a name like this machine's", u"http://localhost.evil.example/"_s, false);
    always("a file", u"file:///etc/passwd"_s, false);
    always("data", u"data:text/html,x"_s, false);
    always("a blob", u"blob:https://tool.example/1"_s, false);
    always("a script", u"javascript:alert(1)"_s, false);
    always("mail", u"mailto:a@b.example"_s, false);
    always("a scheme nobody knows", u"zoom:join"_s, false);
    always("the engine's own pages", u"chrome://gpu"_s, false);
    always("the source of a page", u"view-source:https://tool.example/"_s, false);
    always("other about pages", u"about:memory"_s, false);
    always("no address", QString(), false);
    for (const auto &host : {"127.0.0.1", "localhost", "[::1]"}) {
        const QString target = u"http://%1:8080/"_s.arg(QLatin1StringView(host));
        QTest::addRow("plain http to %s", host) << target << false << false;
        QTest::addRow("plain http to %s, from a link on this machine", host)
            << target << true << true;
    }
}

void NavigationRulesTest::decides()
{
    QFETCH(QString, target);
    QFETCH(bool, onLoopback);
    QTEST(NavigationRules(onLoopback).allows(QUrl(target)), "allowed");
}

void NavigationRulesTest::recordsPlaces_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("place");

    QTest::newRow("without query and fragment")
        << u"https://user:pass@connect.kombo.dev/v1?token=secret#secret"_s
        << u"connect.kombo.dev/v1"_s;
    QTest::newRow("of data only the scheme") << u"data:text/html,secret"_s << u"data:"_s;
    QTest::newRow("of a file only the scheme") << u"file:///home/me"_s << u"file:"_s;
    QTest::newRow("a bound") << u"https://a.example/"_s + QString(9999, u'p')
                             << u"a.example/"_s + QString(190, u'p');
}

void NavigationRulesTest::recordsPlaces()
{
    QFETCH(QString, address);
    QTEST(placeOf(QUrl(address)), "place");
}

void NavigationRulesTest::letsFewLinksOut()
{
    LinkRate patient;
    QVERIFY(patient.allows());
    QVERIFY(!patient.allows());
    LinkRate hasty(std::chrono::milliseconds(0));
    for (int i = 0; i < 30; ++i)
        QVERIFY(hasty.allows());
    QVERIFY(!hasty.allows());
}

QTEST_GUILESS_MAIN(NavigationRulesTest)
#include "tst_navigationrules.moc"
