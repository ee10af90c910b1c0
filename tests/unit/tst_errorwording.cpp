// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "wording/errorwording.h"

#include "support/stricttest.h"

#include <QMetaEnum>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace desk;

class ErrorWordingTest : public desk::test::StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void hasWordsForEveryKind_data();
    void hasWordsForEveryKind();
    void goesByTheCodeFirst_data();
    void goesByTheCodeFirst();
    void fallsBackOnTheKindForOtherCodes_data();
    void fallsBackOnTheKindForOtherCodes();
    void saysWhyTlsFailed_data();
    void saysWhyTlsFailed();
    void hasWordsForEveryRefusedLink_data();
    void hasWordsForEveryRefusedLink();
    void namesTheHostOfARefusedLink();
    void hasWordsForEveryStoppedFlow_data();
    void hasWordsForEveryStoppedFlow();
    void quotesTheServer();
    void keepsDetailsApart();
    void masksWhatLooksSecret_data();
    void masksWhatLooksSecret();
    void saysWhenToTryAgain_data();
    void saysWhenToTryAgain();
    void makesOneLine();
};

namespace {

ApiError errorOf(ApiError::Kind kind)
{
    ApiError error;
    error.kind = kind;
    error.host = u"api.acme.example"_s;
    return error;
}

void checkWords(const ErrorMessage &message)
{
    QVERIFY(!message.headline.isEmpty());
    QVERIFY(!message.advice.isEmpty());
    QVERIFY2(!message.headline.endsWith(u'.'), qPrintable(message.headline));
    QVERIFY2(message.advice.endsWith(u'.'), qPrintable(message.advice));
    // An argument that was not filled in.
    QVERIFY2(!ErrorWording::line(message).contains(u'%'), qPrintable(ErrorWording::line(message)));
}

} // namespace

void ErrorWordingTest::hasWordsForEveryKind_data()
{
    QTest::addColumn<int>("kind");

    const QMetaEnum kinds = QMetaEnum::fromType<ApiError::Kind>();
    for (int i = 0; i < kinds.keyCount(); ++i)
        QTest::newRow(kinds.key(i)) << kinds.value(i);
}

void ErrorWordingTest::hasWordsForEveryKind()
{
    QFETCH(int, kind);
    checkWords(ErrorWording::message(errorOf(static_cast<ApiError::Kind>(kind))));
}

void ErrorWordingTest::goesByTheCodeFirst_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("says");

    QTest::newRow("a key that is not accepted")
        << u"PLATFORM.AUTHENTICATION_INVALID"_s << u"API key"_s;
    QTest::newRow("an address that is not accepted")
        << u"PLATFORM.IP_NOT_WHITELISTED"_s << u"network"_s;
    QTest::newRow("input that is not accepted") << u"PLATFORM.INPUT_INVALID"_s << u"refused"_s;
    QTest::newRow("an integration that is not there")
        << u"PLATFORM.INTEGRATION_NOT_FOUND"_s << u"does not know"_s;
    QTest::newRow("too many requests") << u"PLATFORM.RATE_LIMIT_EXCEEDED"_s << u"slow down"_s;
    QTest::newRow("too many requests at once")
        << u"PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"_s << u"slow down"_s;
    QTest::newRow("a task that took too long") << u"PLATFORM.TASK_TIMED_OUT"_s << u"too long"_s;
    QTest::newRow("an unknown error") << u"PLATFORM.UNKNOWN_ERROR"_s << u"failed at Kombo"_s;
    QTest::newRow("a permission of the client")
        << u"INTEGRATION.PERMISSION_MISSING"_s << u"may not do this"_s;
    QTest::newRow("credentials of the client")
        << u"INTEGRATION.AUTHENTICATION_INVALID"_s << u"client's credentials"_s;
    QTest::newRow("a failed check") << u"INTEGRATION.QA_FAILED"_s << u"check"_s;
    QTest::newRow("an open setup") << u"INTEGRATION.SETUP_INCOMPLETE"_s << u"not finished"_s;
    QTest::newRow("a first sync") << u"INTEGRATION.SETUP_SYNC_PENDING"_s << u"first sync"_s;
    QTest::newRow("switched off") << u"INTEGRATION.INACTIVE"_s << u"switched off"_s;
    QTest::newRow("data the tool lacks")
        << u"INTEGRATION.MODEL_NOT_AVAILABLE"_s << u"not offer this data"_s;
    QTest::newRow("data that is off")
        << u"INTEGRATION.MODEL_DISABLED"_s << u"data is switched off"_s;
    QTest::newRow("an action the tool lacks")
        << u"INTEGRATION.ACTION_NOT_AVAILABLE"_s << u"not offer this action"_s;
    QTest::newRow("an action that is off")
        << u"INTEGRATION.ACTION_DISABLED"_s << u"action is switched off"_s;
    QTest::newRow("a tool that is down")
        << u"REMOTE.SERVICE_UNAVAILABLE"_s << u"cannot be reached"_s;
    QTest::newRow("a tool that is busy") << u"REMOTE.RATE_LIMIT_EXCEEDED"_s << u"tool asks"_s;
    QTest::newRow("a value the tool refuses")
        << u"REMOTE.INPUT_INVALID"_s << u"tool refused a value"_s;
    QTest::newRow("an error of the tool")
        << u"REMOTE.UNKNOWN_HTTP_ERROR"_s << u"answered with an error"_s;
}

void ErrorWordingTest::goesByTheCodeFirst()
{
    QFETCH(QString, code);
    QFETCH(QString, says);
    // A kind that has other words for every one of these codes.
    ApiError error = errorOf(ApiError::Kind::Redirect);
    error.code = code;
    const ErrorMessage message = ErrorWording::message(error);
    checkWords(message);
    QVERIFY2(message.headline.contains(says), qPrintable(message.headline));
}

void ErrorWordingTest::fallsBackOnTheKindForOtherCodes_data()
{
    QTest::addColumn<QString>("code");
    QTest::newRow("none") << QString();
    QTest::newRow("of the tool") << u"REMOTE.SOMETHING_NEW"_s;
    QTest::newRow("of the platform") << u"PLATFORM.SOMETHING_NEW"_s;
    QTest::newRow("of another API") << u"HRIS.EMPLOYEE_ALREADY_EXISTS"_s;
    QTest::newRow("in small letters") << u"platform.input_invalid"_s;
}

void ErrorWordingTest::saysWhyTlsFailed_data()
{
    QTest::addColumn<TlsProblem>("problem");
    QTest::addColumn<QString>("says");
    QTest::newRow("expired") << TlsProblem::Expired << u"has expired"_s;
    QTest::newRow("not yet valid") << TlsProblem::NotYetValid << u"not valid yet"_s;
    QTest::newRow("another host") << TlsProblem::WrongHost << u"not one for"_s;
    QTest::newRow("an unknown issuer") << TlsProblem::UnknownIssuer << u"vouches"_s;
    QTest::newRow("revoked") << TlsProblem::Revoked << u"revoked"_s;
    QTest::newRow("anything else") << TlsProblem::Other << u"could not prove"_s;
}

void ErrorWordingTest::saysWhyTlsFailed()
{
    QFETCH(TlsProblem, problem);
    QFETCH(QString, says);
    ApiError error = errorOf(ApiError::Kind::Tls);
    error.tlsProblem = problem;
    const ErrorMessage message = ErrorWording::message(error);
    checkWords(message);
    QVERIFY2(message.headline.contains(says), qPrintable(message.headline));
    QVERIFY(message.headline.contains(u"api.acme.example"_s));
    QVERIFY(message.advice.contains(u"othing was sent"_s) || message.advice.contains(u"nothing"_s));
}

void ErrorWordingTest::fallsBackOnTheKindForOtherCodes()
{
    QFETCH(QString, code);
    ApiError error = errorOf(ApiError::Kind::Server);
    const QString headline = ErrorWording::message(error).headline;
    error.code = code;
    QCOMPARE(ErrorWording::message(error).headline, headline);
}

void ErrorWordingTest::hasWordsForEveryRefusedLink_data()
{
    QTest::addColumn<int>("problem");

    using Problem = LinkError::Problem;
    const auto row = [](const char *name, Problem problem) {
        QTest::newRow(name) << static_cast<int>(problem);
    };
    row("empty", Problem::Empty);
    row("too long", Problem::TooLong);
    row("no address", Problem::NotAnAddress);
    row("scheme", Problem::Scheme);
    row("plain http", Problem::PlainHttp);
    row("user info", Problem::UserInfo);
    row("foreign host", Problem::ForeignHost);
}

void ErrorWordingTest::hasWordsForEveryRefusedLink()
{
    QFETCH(int, problem);
    checkWords(ErrorWording::message(
        LinkError{static_cast<LinkError::Problem>(problem), u"ftp"_s, u"evil.example"_s}));
}

void ErrorWordingTest::namesTheHostOfARefusedLink()
{
    const ApiAccess access{ProfileKind::AdHoc, QUrl(u"https://api.kombo.dev/v1"_s), Secret(), {}};
    const auto checked =
        ConnectLink::check(u"https://evil.example/v1?token=s3cret-T0ken"_s, access);
    const QString line = ErrorWording::line(ErrorWording::message(checked.error()));
    QVERIFY2(line.contains("evil.example"_L1), qPrintable(line));
    QVERIFY2(!line.contains("T0ken"_L1), qPrintable(line));
}

void ErrorWordingTest::hasWordsForEveryStoppedFlow_data()
{
    QTest::addColumn<int>("reason");

    const QMetaEnum reasons = QMetaEnum::fromType<FlowFailure::Reason>();
    for (int i = 0; i < reasons.keyCount(); ++i)
        QTest::newRow(reasons.key(i)) << reasons.value(i);
}

void ErrorWordingTest::hasWordsForEveryStoppedFlow()
{
    QFETCH(int, reason);
    checkWords(ErrorWording::message(FlowFailure{
        static_cast<FlowFailure::Reason>(reason), u"connect.kombo.dev"_s, u"detail"_s}));
}

void ErrorWordingTest::quotesTheServer()
{
    ApiError error = errorOf(ApiError::Kind::Rejected);
    QVERIFY(ErrorWording::message(error).serverSays.isEmpty());
    error.title = u"Input invalid"_s;
    QCOMPARE(ErrorWording::message(error).serverSays, u"Input invalid"_s);
    error.message = u"100%1 of the tools are off"_s; // must not be taken for an argument
    QCOMPARE(
        ErrorWording::message(error).serverSays, u"Input invalid: 100%1 of the tools are off"_s);
    error.title.clear();
    QCOMPARE(ErrorWording::message(error).serverSays, u"100%1 of the tools are off"_s);
    QVERIFY(ErrorWording::line(ErrorWording::message(error))
                .contains("(100%1 of the tools are off)"_L1));
}

void ErrorWordingTest::keepsDetailsApart()
{
    ApiError error = errorOf(ApiError::Kind::Protocol);
    error.httpStatus = 200;
    error.code = u"SOME.CODE"_s;
    error.detail = u"data.link: expected text"_s;
    const ErrorMessage message = ErrorWording::message(error);
    const QString line = ErrorWording::line(message);
    for (const QLatin1StringView fact : {"200"_L1, "SOME.CODE"_L1, "data.link"_L1}) {
        QVERIFY2(message.details.contains(fact), qPrintable(message.details));
        QVERIFY2(!line.contains(fact), qPrintable(line));
    }
    QVERIFY(message.details.contains("api.acme.example"_L1));
}

void ErrorWordingTest::masksWhatLooksSecret_data()
{
    QTest::addColumn<QString>("said");

    QTest::newRow("the header") << u"refused: Authorization: Bearer s3cret-T0ken"_s;
    QTest::newRow("a link") << u"see https://connect.kombo.dev/v1?token=s3cret-T0ken"_s;
    QTest::newRow("a path") << u"no GET /connect/integration-by-token/s3cret-T0ken here"_s;
    QTest::newRow("a body") << uR"({"activation_token":"s3cret-T0ken"})"_s;
    QTest::newRow("a JSON Web Token") << u"bad eyJhbGciOiJI.s3cret-T0ken.c2lnbmF0dXJl"_s;
}

void ErrorWordingTest::masksWhatLooksSecret()
{
    QFETCH(QString, said);
    ApiError error = errorOf(ApiError::Kind::Rejected);
    error.title = said;
    error.message = said;
    error.detail = said;
    FlowFailure failure;
    failure.detail = said;
    for (const ErrorMessage &message :
        {ErrorWording::message(error), ErrorWording::message(failure)}) {
        const QString all = ErrorWording::line(message) + message.details;
        QVERIFY2(!all.contains("T0ken"_L1), qPrintable(all));
    }
}

void ErrorWordingTest::saysWhenToTryAgain_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("says");

    QTest::newRow("whole seconds") << 30'000 << u"30 second"_s;
    QTest::newRow("a part of a second is a second") << 1'001 << u"2 second"_s;
}

void ErrorWordingTest::saysWhenToTryAgain()
{
    QFETCH(int, milliseconds);
    QFETCH(QString, says);
    ApiError error = errorOf(ApiError::Kind::RateLimited);
    error.retryAfter = std::chrono::milliseconds(milliseconds);
    const QString advice = ErrorWording::message(error).advice;
    QVERIFY2(advice.contains(says), qPrintable(advice));
}

void ErrorWordingTest::makesOneLine()
{
    QCOMPARE(ErrorWording::line({u"It failed"_s, u"Try again."_s, {}, u"status 500"_s}),
        u"It failed. Try again."_s);
    QCOMPARE(ErrorWording::line({u"It failed"_s, u"Try again."_s, u"Oh no"_s, {}}),
        u"It failed (Oh no). Try again."_s);
}

QTEST_GUILESS_MAIN(ErrorWordingTest)
#include "tst_errorwording.moc"
