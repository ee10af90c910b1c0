// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "core/logging.h"
#include "core/redactor.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;

class RedactorTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void hidesKnownSecrets_data();
    void hidesKnownSecrets();
    void hidesWhatLooksLikeASecret_data();
    void hidesWhatLooksLikeASecret();
    void leavesOrdinaryTextAlone_data();
    void leavesOrdinaryTextAlone();
    void aSecretPrintsAsNothing();
};

void RedactorTest::hidesKnownSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("as it is") << uR"(got s3/cr+et "x" here)"_s << u"got [redacted] here"_s;
    QTest::newRow("twice") << uR"(s3/cr+et "x"s3/cr+et "x")"_s << u"[redacted][redacted]"_s;
    QTest::newRow("percent-encoded") << u"/v1/s3%2Fcr%2Bet%20%22x%22/x"_s << u"/v1/[redacted]/x"_s;
    QTest::newRow("percent-encoded in small letters")
        << u"/v1/s3%2fcr%2bet%20%22x%22/x"_s << u"/v1/[redacted]/x"_s;
    QTest::newRow("escaped in JSON") << uR"(["s3/cr+et \"x\""])"_s << uR"(["[redacted]"])"_s;
    QTest::newRow("one that holds another") << u"longer-secret-value"_s << u"[redacted]"_s;
    QTest::newRow("too short to be told from ordinary words") << u"an abc"_s << u"an abc"_s;
}

void RedactorTest::hidesKnownSecrets()
{
    Redactor redactor;
    redactor.addSecret(Secret(uR"(s3/cr+et "x")"_s));
    redactor.addSecret(Secret(u"secret-value"_s));
    redactor.addSecret(Secret(u"longer-secret-value"_s));
    redactor.addSecret(Secret(u"abc"_s));
    QFETCH(QString, text);
    QTEST(redactor.redacted(text), "shown");
}

void RedactorTest::hidesWhatLooksLikeASecret_data()
{
    QTest::addColumn<QString>("text");

    // Each row holds the word hunter2 where a secret stands.
    QTest::newRow("a header") << u"Authorization: Bearer hunter2"_s;
    QTest::newRow("a header in small letters")
        << u"authorization: bearer  hunter2\r\nAccept: */*"_s;
    QTest::newRow("a link") << u"https://connect.kombo.dev/v1?token=hunter2&sdkv=1.3.0"_s;
    QTest::newRow("a link with the token at the end")
        << u"see https://x.example/?a=1&token=hunter2"_s;
    QTest::newRow("a fragment") << u"https://x.example/#access_token=hunter2"_s;
    QTest::newRow("a path") << u"GET /v1/connect/integration-by-token/hunter2 failed"_s;
    QTest::newRow("a message") << uR"({"type":"success","data":{"activation_token":"hunter2"}})"_s;
    QTest::newRow("a spaced message") << uR"({ "activation_token" : "hunter2" })"_s;
    QTest::newRow("a token with an escaped quote") << uR"({"token":"a\"hunter2"})"_s;
    QTest::newRow("a message inside a JSON string") << uR"("{\"activation_token\":\"hunter2\"}")"_s;
    QTest::newRow("a link in an answer")
        << uR"({"data":{"link":"https://connect.kombo.dev/v1?token=hunter2"}})"_s;
    QTest::newRow("an environment variable") << u"CONNECT_DESK_API_KEY=hunter2 connect-desk"_s;
    QTest::newRow("a JSON Web Token")
        << u"eyJhbGciOiJIUzI1NiJ9.eyJodW50ZXIyIjoxfQ.hunter2hunter2hunter2"_s;
}

void RedactorTest::hidesWhatLooksLikeASecret()
{
    QFETCH(QString, text);
    const QString shown = Redactor::withoutPatterns(text);
    QVERIFY2(!shown.contains("hunter2"_L1), qPrintable(shown));
    QVERIFY2(shown.contains(Redactor::mask), qPrintable(shown));
}

void RedactorTest::leavesOrdinaryTextAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a sentence") << u"The token was captured and resolved."_s;
    QTest::newRow("an integration ID") << u"personio:Zk3vT8mQe5LwXc2RhYp7Nb4D"_s;
    QTest::newRow("an address without a query") << u"https://connect.kombo.dev/v1/setup"_s;
    QTest::newRow("a host name") << u"connect.kombo.dev.evil.example"_s;
    QTest::newRow("a version") << u"Qt 6.4.2, Chromium 102.0.5005.177"_s;
}

void RedactorTest::leavesOrdinaryTextAlone()
{
    QFETCH(QString, text);
    QCOMPARE(Redactor::withoutPatterns(text), text);
}

void RedactorTest::aSecretPrintsAsNothing()
{
    QString printed;
    QDebug(&printed) << Secret(u"hunter2hunter2"_s) << Secret();
    QVERIFY(!printed.contains("hunter2"_L1));
    QVERIFY(printed.contains("Secret(redacted)"_L1));
    QVERIFY(printed.contains("Secret(empty)"_L1));
}

QTEST_GUILESS_MAIN(RedactorTest)
#include "tst_redactor.moc"
