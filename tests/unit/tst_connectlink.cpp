// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/connectlink.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using Problem = LinkError::Problem;

class ConnectLinkTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void opensTrustedLinks_data();
    void opensTrustedLinks();
    void refusesOthers_data();
    void refusesOthers();
    void knowsWhatMustNotBeRecorded_data();
    void knowsWhatMustNotBeRecorded();
};

namespace {

ApiAccess accessTo(const QString &baseUrl, const QStringList &linkHosts = {})
{
    return {ProfileKind::AdHoc, QUrl(baseUrl), Secret(u"key"_s), linkHosts};
}

const QString kombo = u"https://api.kombo.dev/v1"_s;
const QString local = u"http://127.0.0.1:4000/v1"_s;

} // namespace

void ConnectLinkTest::opensTrustedLinks_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QStringList>("linkHosts");
    QTest::addColumn<QString>("origin");

    const QStringList none;
    QTest::newRow("the host of the examples") << u"https://connect.kombo.dev/v1?token=a.b.c"_s
                                              << kombo << none << u"https://connect.kombo.dev"_s;
    QTest::newRow("the bare domain")
        << u"https://kombo.dev/x"_s << kombo << none << u"https://kombo.dev"_s;
    QTest::newRow("another region, written large") << u"HTTPS://Connect.US.kombo.dev/v1"_s << kombo
                                                   << none << u"https://connect.us.kombo.dev"_s;
    QTest::newRow("the default port spelled out")
        << u"https://connect.kombo.dev:443/v1"_s << kombo << none << u"https://connect.kombo.dev"_s;
    QTest::newRow("another port") << u"https://connect.kombo.dev:8443/v1"_s << kombo << none
                                  << u"https://connect.kombo.dev:8443"_s;
    QTest::newRow("the API's own host")
        << u"https://kombo.acme.example/link"_s << u"https://kombo.acme.example/v1"_s << none
        << u"https://kombo.acme.example"_s;
    QTest::newRow("a link host of the profile")
        << u"https://links.acme.example/a"_s << kombo << QStringList{u"Links.Acme.example"_s}
        << u"https://links.acme.example"_s;
    QTest::newRow("plain http on this machine")
        << u"http://127.0.0.1:9/flow"_s << local << none << u"http://127.0.0.1:9"_s;
    QTest::newRow("this machine by its other name")
        << u"http://localhost:9/flow"_s << local << none << u"http://localhost:9"_s;
    QTest::newRow("this machine by IPv6")
        << u"http://[::1]:9/flow"_s << local << none << u"http://[::1]:9"_s;
}

void ConnectLinkTest::opensTrustedLinks()
{
    QFETCH(QString, link);
    QFETCH(QString, baseUrl);
    QFETCH(QStringList, linkHosts);
    const auto checked = ConnectLink::check(link, accessTo(baseUrl, linkHosts));
    QVERIFY(checked.hasValue());
    QTEST(checked->origin(), "origin");
}

void ConnectLinkTest::refusesOthers_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<QString>("host");

    QTest::newRow("nothing") << QString() << kombo << Problem::Empty << QString();
    QTest::newRow("only blanks") << u"   "_s << kombo << Problem::NotAnAddress << QString();
    QTest::newRow("far too long") << u"https://connect.kombo.dev/"_s + QString(20'000, u'a')
                                  << kombo << Problem::TooLong << QString();
    QTest::newRow("a word") << u"link"_s << kombo << Problem::NotAnAddress << QString();
    QTest::newRow("a path") << u"/v1?token=a"_s << kombo << Problem::NotAnAddress << QString();
    QTest::newRow("no host") << u"https:///v1?token=a"_s << kombo << Problem::NotAnAddress
                             << QString();
    QTest::newRow("javascript") << u"javascript:alert(1)"_s << kombo << Problem::Scheme
                                << QString();
    QTest::newRow("data") << u"data:text/html,x"_s << kombo << Problem::Scheme << QString();
    QTest::newRow("a file") << u"file:///etc/passwd"_s << kombo << Problem::Scheme << QString();
    QTest::newRow("a file on a Kombo host")
        << u"file://connect.kombo.dev/x"_s << kombo << Problem::Scheme << u"connect.kombo.dev"_s;
    QTest::newRow("a foreign host") << u"https://evil.example/v1?token=a"_s << kombo
                                    << Problem::ForeignHost << u"evil.example"_s;
    QTest::newRow("Kombo's name in front of a foreign domain")
        << u"https://connect.kombo.dev.evil.example/v1"_s << kombo << Problem::ForeignHost
        << u"connect.kombo.dev.evil.example"_s;
    QTest::newRow("Kombo's name behind other letters")
        << u"https://notkombo.dev/v1"_s << kombo << Problem::ForeignHost << u"notkombo.dev"_s;
    QTest::newRow("Kombo's name as user") << u"https://connect.kombo.dev@evil.example/v1"_s << kombo
                                          << Problem::UserInfo << u"evil.example"_s;
    QTest::newRow("a user on Kombo's host") << u"https://a:b@connect.kombo.dev/v1"_s << kombo
                                            << Problem::UserInfo << u"connect.kombo.dev"_s;
    QTest::newRow("an empty user") << u"https://@connect.kombo.dev/v1"_s << kombo
                                   << Problem::UserInfo << u"connect.kombo.dev"_s;
    QTest::newRow("a backslash that browsers read as a slash")
        << u"https://evil.example\\@connect.kombo.dev/v1"_s << kombo << Problem::NotAnAddress
        << QString();
    QTest::newRow("plain http to Kombo") << u"http://connect.kombo.dev/v1"_s << kombo
                                         << Problem::PlainHttp << u"connect.kombo.dev"_s;
    QTest::newRow("plain http on this machine from a foreign API")
        << u"http://127.0.0.1:9/"_s << kombo << Problem::ForeignHost << u"127.0.0.1"_s;
    QTest::newRow("a name that only begins like this machine")
        << u"http://localhost.evil.example/"_s << local << Problem::PlainHttp
        << u"localhost.evil.example"_s;
    QTest::newRow("a network address like this machine's")
        << u"http://127.0.0.1.evil.example/"_s << local << Problem::PlainHttp
        << u"127.0.0.1.evil.example"_s;
}

void ConnectLinkTest::refusesOthers()
{
    QFETCH(QString, link);
    QFETCH(QString, baseUrl);
    const auto checked = ConnectLink::check(link, accessTo(baseUrl));
    QVERIFY(!checked.hasValue());
    QTEST(checked.error().problem, "problem");
    QTEST(checked.error().host, "host");
}

void ConnectLinkTest::knowsWhatMustNotBeRecorded_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("the token") << u"token=Geheim0123456789"_s << QStringList{u"Geheim0123456789"_s};
    QTest::newRow("not the language")
        << u"language=de&token=Geheim0123456789"_s << QStringList{u"Geheim0123456789"_s};
    QTest::newRow("a token that is encoded, as the page sees it")
        << u"t=Geheim%2F0123456789%3D%3D"_s << QStringList{u"Geheim/0123456789=="_s};
    QTest::newRow("each of several") << u"a=Geheim0123456789&b=Geheim9876543210"_s
                                     << QStringList{u"Geheim0123456789"_s, u"Geheim9876543210"_s};
    QTest::newRow("nothing but the address") << QString() << QStringList();
}

void ConnectLinkTest::knowsWhatMustNotBeRecorded()
{
    QFETCH(QString, query);
    QFETCH(QStringList, found);
    const QString address = u"https://connect.kombo.dev/flow?"_s + query;
    const auto link = ConnectLink::check(address, accessTo(u"https://api.kombo.dev/v1"_s));
    QVERIFY(link.hasValue());
    QStringList secrets;
    for (const Secret &secret : link->secrets())
        secrets.append(secret.reveal());
    QCOMPARE(secrets, QStringList(address) + found);
}

QTEST_GUILESS_MAIN(ConnectLinkTest)
#include "tst_connectlink.moc"
