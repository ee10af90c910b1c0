// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "api/retrypolicy.h"

#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace desk;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Transport = HttpOutcome::Transport;

class RetryPolicyTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void holdsTheOthersBack_data();
    void holdsTheOthersBack();
    void readsWhatTheServerAsks_data();
    void readsWhatTheServerAsks();
    void waitsLonger_data();
    void waitsLonger();
    void addsJitterToWhatWasAsked();
    void realDiceStayInRange();
};

namespace {

QDateTime now()
{
    return {QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
}

HttpOutcome answered(int status, const QByteArray &retryAfter = {}, const QByteArray &ms = {})
{
    HttpOutcome outcome;
    outcome.status = status;
    outcome.retryAfter = retryAfter;
    outcome.retryAfterMs = ms;
    return outcome;
}

HttpOutcome brokenBy(Transport transport, int status = 0)
{
    HttpOutcome outcome;
    outcome.transport = transport;
    outcome.status = status;
    return outcome;
}

} // namespace

Q_DECLARE_METATYPE(desk::HttpOutcome)

void RetryPolicyTest::decides_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<bool>("createIsRepeated");
    QTest::addColumn<bool>("readIsRepeated");

    QTest::newRow("200 is done") << answered(200) << 1 << false << false;
    QTest::newRow("204 is final") << answered(204) << 1 << false << false;
    QTest::newRow("a redirect is final") << answered(302) << 1 << false << false;
    QTest::newRow("400 is final") << answered(400) << 1 << false << false;
    QTest::newRow("401 is final") << answered(401) << 1 << false << false;
    QTest::newRow("404 is final") << answered(404) << 1 << false << false;
    QTest::newRow("500 is final") << answered(500) << 1 << false << false;
    QTest::newRow("502 is final") << answered(502) << 1 << false << false;
    QTest::newRow("504 is final") << answered(504) << 1 << false << false;
    QTest::newRow("429 is repeated") << answered(429) << 1 << true << true;
    QTest::newRow("503 is repeated") << answered(503) << 1 << true << true;
    QTest::newRow("the third 503 is repeated") << answered(503) << 3 << true << true;
    QTest::newRow("the fourth 503 is final") << answered(503) << 4 << false << false;
    QTest::newRow("429 with a bearable wish") << answered(429, "60") << 1 << true << true;
    QTest::newRow("429 that asks for too much") << answered(429, "61") << 1 << false << false;
    QTest::newRow("503 that asks for too much")
        << answered(503, "Sun, 01 Mar 2026 12:02:00 GMT") << 1 << false << false;
    QTest::newRow("a wish does not make 500 repeatable")
        << answered(500, "1") << 1 << false << false;
    QTest::newRow("503 whose body broke off")
        << brokenBy(Transport::Broken, 503) << 1 << true << true;
    QTest::newRow("400 whose body broke off")
        << brokenBy(Transport::Broken, 400) << 1 << false << false;
    QTest::newRow("a refused connection") << brokenBy(Transport::NotConnected) << 1 << true << true;
    QTest::newRow("refused to the end") << brokenBy(Transport::NotConnected) << 4 << false << false;
    QTest::newRow("a broken connection: nobody knows whether it arrived")
        << brokenBy(Transport::Broken) << 1 << false << true;
    QTest::newRow("a good answer that broke off")
        << brokenBy(Transport::Broken, 200) << 1 << false << true;
    QTest::newRow("broken to the end") << brokenBy(Transport::Broken) << 4 << false << false;
    QTest::newRow("TLS trouble") << brokenBy(Transport::Tls) << 1 << false << false;
    QTest::newRow("our own deadline") << brokenBy(Transport::Deadline) << 1 << false << false;
    QTest::newRow("a body without end")
        << brokenBy(Transport::TooLarge, 200) << 1 << false << false;
}

void RetryPolicyTest::holdsTheOthersBack_data()
{
    QTest::addColumn<HttpOutcome>("outcome");
    QTest::addColumn<int>("expected"); // in milliseconds, -1: not at all
    QTest::newRow("429 without a wish: as long as the call itself waits") << answered(429) << 0;
    QTest::newRow("429 with a wish") << answered(429, "7") << 7'000;
    QTest::newRow("429 with a wish beyond all bounds") << answered(429, "86400") << 60'000;
    QTest::newRow("503 is about one request") << answered(503, "7") << -1;
    QTest::newRow("500") << answered(500) << -1;
    QTest::newRow("a good answer") << answered(200) << -1;
}

void RetryPolicyTest::holdsTheOthersBack()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(int, expected);
    const auto hold = RetryPolicy().holdAfter(outcome, now());
    QCOMPARE(hold ? int(hold->count()) : -1, expected);
}

void RetryPolicyTest::decides()
{
    QFETCH(HttpOutcome, outcome);
    QFETCH(int, attempt);
    QFETCH(bool, createIsRepeated);
    QFETCH(bool, readIsRepeated);

    const RetryPolicy policy;
    QCOMPARE(policy.delayAfter(attempt, CallKind::Change, outcome, now(), 0.5).has_value(),
        createIsRepeated);
    QCOMPARE(policy.delayAfter(attempt, CallKind::Read, outcome, now(), 0.5).has_value(),
        readIsRepeated);
}

void RetryPolicyTest::readsWhatTheServerAsks_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<QByteArray>("retryAfterMs");
    QTest::addColumn<int>("expected"); // -1: nothing

    const QByteArray none;
    QTest::newRow("nothing") << none << none << -1;
    QTest::newRow("seconds") << QByteArray("3") << none << 3000;
    QTest::newRow("seconds between blanks") << QByteArray(" 3 ") << none << 3000;
    QTest::newRow("no time at all") << QByteArray("0") << none << 0;
    QTest::newRow("milliseconds") << none << QByteArray("1500") << 1500;
    QTest::newRow("milliseconds go first") << QByteArray("9") << QByteArray("1500") << 1500;
    QTest::newRow("unreadable milliseconds do not hide seconds")
        << QByteArray("9") << QByteArray("soon") << 9000;
    QTest::newRow("a date") << QByteArray("Sun, 01 Mar 2026 12:00:07 GMT") << none << 7000;
    QTest::newRow("a date gone by") << QByteArray("Sun, 01 Mar 2026 11:00:00 GMT") << none << 0;
    QTest::newRow("a date in another form") << QByteArray("2026-03-01T12:00:07Z") << none << -1;
    QTest::newRow("words") << QByteArray("later") << none << -1;
    QTest::newRow("a negative number") << QByteArray("-5") << none << -1;
    QTest::newRow("a number with a sign") << QByteArray("+5") << none << -1;
    QTest::newRow("a fraction") << QByteArray("1.5") << none << -1;
    QTest::newRow("beyond all numbers is a day")
        << QByteArray("99999999999999999999999999") << none << 24 * 60 * 60 * 1000;
    QTest::newRow("a year is a day") << QByteArray("31536000") << none << 24 * 60 * 60 * 1000;
}

void RetryPolicyTest::readsWhatTheServerAsks()
{
    QFETCH(QByteArray, retryAfter);
    QFETCH(QByteArray, retryAfterMs);
    QFETCH(int, expected);

    const auto asked = RetryPolicy::askedDelay(answered(429, retryAfter, retryAfterMs), now());
    QCOMPARE(asked ? static_cast<int>(asked->count()) : -1, expected);
}

void RetryPolicyTest::waitsLonger_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("expected");

    QTest::newRow("first, at the low end") << 1 << 0.0 << 250;
    QTest::newRow("first, in the middle") << 1 << 0.5 << 375;
    QTest::newRow("first, at the high end") << 1 << 1.0 << 500;
    QTest::newRow("second") << 2 << 0.5 << 750;
    QTest::newRow("third") << 3 << 0.5 << 1500;
    QTest::newRow("where doubling ends") << 9 << 1.0 << 8000;
    QTest::newRow("far beyond") << 5000 << 1.0 << 8000;
}

void RetryPolicyTest::waitsLonger()
{
    QFETCH(int, attempt);
    QFETCH(double, random);
    QFETCH(int, expected);

    RetryPolicy policy;
    policy.attempts = 10'000;
    const auto delay = policy.delayAfter(attempt, CallKind::Read, answered(503), now(), random);
    QVERIFY(delay);
    QCOMPARE(delay->count(), expected);
}

void RetryPolicyTest::addsJitterToWhatWasAsked()
{
    const RetryPolicy policy;
    const HttpOutcome outcome = answered(429, "2");
    QCOMPARE(policy.delayAfter(1, CallKind::Change, outcome, now(), 0.0), milliseconds(2000));
    QCOMPARE(policy.delayAfter(3, CallKind::Change, outcome, now(), 0.5), milliseconds(2250));
}

void RetryPolicyTest::realDiceStayInRange()
{
    const Repetition repetition;
    for (int i = 0; i < 100; ++i) {
        const double random = repetition.random();
        QVERIFY(random >= 0.0 && random < 1.0);
    }
    QVERIFY(repetition.now().isValid());
    QCOMPARE(repetition.now().timeSpec(), Qt::UTC);
}

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "tst_retrypolicy.moc"
