// SPDX-FileCopyrightText: 2026 The Connect Desk authors
// SPDX-License-Identifier: MIT

#include "answers.h"
#include "program.h"

#include "support/scriptedserver.h"
#include "support/stricttest.h"

#include <QImage>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace desk::test;

// The verb connect as a script sees it, with the real flow and without a display.
class CliFlowTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void connectsInPractice();
    void connectsInPracticeAsJson();
    void savesTheLastView();
    void connectsAScriptedFlow();
    void tellsEndingsByExitCode_data();
    void tellsEndingsByExitCode();
    void endsWhenItsTimeIsUp();
    void endsOnCtrlC();
};

namespace {

const QString anEmail = u"jo@northwind.example"_s;
const QString anOrganization = u"Müller & Söhne \"Ost\" <b>x</b> 株式会社 🚀"_s;

QStringList inPractice(const QStringList &more)
{
    return QStringList{u"connect"_s, u"--email"_s, anEmail, u"--organization"_s, anOrganization,
               u"--tool"_s, u"personio"_s, u"--autopilot"_s}
    + more;
}

QStringList against(const ScriptedServer &server, const QStringList &more = {})
{
    return QStringList{u"connect"_s, u"--json"_s, u"--base-url"_s, server.url(u"/v1"_s).toString(),
               u"--email"_s, anEmail, u"--organization"_s, anOrganization}
    + more;
}

// What the page of a scripted flow does at once.
Response page(const QByteArray &message)
{
    const QByteArray post =
        message.isEmpty() ? QByteArray() : "window.parent.postMessage(" + message + ", '*');";
    return Response::html(
        "<!doctype html><title>Flow</title><h1>Flow</h1><script>" + post + "</script>");
}

Response success()
{
    return page("{type: 'success', data: {activation_token: 'TokenGeheim'}}");
}

// A server whose API makes a link to its own flow page.
void script(ScriptedServer &server, const Response &flow, const Response &resolved)
{
    const QString link = server.url(u"/flow?token=LinkGeheim"_s).toString();
    server.setHandler([link, flow, resolved](const Request &request) {
        if (request.path() == "/v1/connect/create-link")
            return Answers::link(link);
        if (request.path() == "/flow")
            return flow;
        if (request.path().startsWith("/v1/connect/integration-by-token/"))
            return resolved;
        return Response::of(404, "text/plain", {});
    });
}

// Chromium's sandbox does not work for root, which tests may be run as.
void allowRoot(Program &program)
{
    program.setVariable(u"QTWEBENGINE_DISABLE_SANDBOX"_s, u"1"_s);
    program.setVariable(u"CONNECT_DESK_API_KEY"_s, programKey);
}

bool saysNoSecret(const Program &program)
{
    return !(program.out() + program.err()).contains("Geheim");
}

qsizetype differentColours(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

} // namespace

void CliFlowTest::connectsInPractice()
{
    Program program(inPractice({}));
    allowRoot(program);
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    const QString out = QString::fromUtf8(program.out());
    QCOMPARE(out.count(u'\n'), 6);
    QVERIFY2(out.contains("Organization    "_L1 + anOrganization + u'\n'), qPrintable(out));
    QVERIFY2(out.contains("Email           "_L1 + anEmail + u'\n'), qPrintable(out));
    QVERIFY2(program.err().contains("The flow is open"), program.err().constData());
    QVERIFY2(!program.err().contains("Init Parameters"), program.err().constData());
}

void CliFlowTest::connectsInPracticeAsJson()
{
    Program program(inPractice({u"--json"_s, u"--origin-id"_s, u"cust-0042"_s}));
    allowRoot(program);
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    const QJsonObject document = program.document();
    QVERIFY2(!document.isEmpty(), program.out().constData());
    const QJsonObject integration = document.value("integration"_L1).toObject();
    QCOMPARE(integration.value("end_user_organization_name"_L1).toString(), anOrganization);
    QCOMPARE(integration.value("end_user_email"_L1).toString(), anEmail);
    QCOMPARE(integration.value("end_user_origin_id"_L1).toString(), u"cust-0042"_s);
    QCOMPARE(integration.value("tool"_L1).toString(), u"personio"_s);
    QCOMPARE(document.value("mismatches"_L1).toArray(), QJsonArray());
    QVERIFY(document.value("timing_ms"_L1)["total"_L1].toDouble() > 0);
    QVERIFY2(!program.err().contains("token="), program.err().constData());
}

void CliFlowTest::savesTheLastView()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"view.png"_s);
    Program program(inPractice({u"--screenshot"_s, file}));
    allowRoot(program);
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    const QImage view(file, "PNG");
    QVERIFY(view.width() > 300 && view.height() > 300);
    QVERIFY2(differentColours(view) > 10, "The picture is blank.");
}

void CliFlowTest::connectsAScriptedFlow()
{
    ScriptedServer server;
    script(server, success(), Answers::integration(anOrganization, anEmail));
    Program program(against(server));
    allowRoot(program);
    program.run();
    QVERIFY2(program.exitCode() == 0, told(program).constData());
    QCOMPARE(program.document().value("integration"_L1)["id"_L1].toString(), u"personio:4711"_s);
    QVERIFY2(saysNoSecret(program), told(program).constData());
    QCOMPARE(server.requests().last().target,
        QByteArray("/v1/connect/integration-by-token/TokenGeheim"));
}

void CliFlowTest::tellsEndingsByExitCode_data()
{
    QTest::addColumn<Response>("flow");
    QTest::addColumn<Response>("resolved");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("kind");

    const Response unused = Response::of(500, {}, {});
    QTest::newRow("closed by the end user")
        << page("{type: 'close'}") << unused << 7 << u"closed"_s;
    QTest::newRow("another client came")
        << success() << Answers::integration(u"Evil Corp"_s, anEmail) << 9 << u"mismatch"_s;
    QTest::newRow("a token that is not accepted")
        << success() << Answers::refusal(404, "PLATFORM.INTEGRATION_NOT_FOUND", "no TokenGeheim")
        << 4 << u"not_found"_s;
    QTest::newRow("too many requests to the end")
        << success() << Answers::refusal(429, {}).withHeader("Retry-After", "0") << 6
        << u"rate_limited"_s;
    QTest::newRow("trouble at the server")
        << success() << Answers::refusal(500, {}, "no TokenGeheim") << 5 << u"server"_s;
}

void CliFlowTest::tellsEndingsByExitCode()
{
    QFETCH(Response, flow);
    QFETCH(Response, resolved);
    ScriptedServer server;
    script(server, flow, resolved);
    Program program(against(server));
    allowRoot(program);
    program.run();
    QVERIFY2(program.exitCode() >= 0, told(program).constData());
    QTEST(program.exitCode(), "exitCode");
    QTEST(program.error().value("kind"_L1).toString(), "kind");
    // What was connected is printed even if it is the wrong client.
    QCOMPARE(program.out().isEmpty(), program.exitCode() != 9);
    QVERIFY2(saysNoSecret(program), told(program).constData());
}

void CliFlowTest::endsWhenItsTimeIsUp()
{
    ScriptedServer server;
    script(server, page({}), Response::stall());
    Program program(against(server, {u"--timeout"_s, u"4"_s}));
    allowRoot(program);
    program.run();
    QVERIFY2(program.exitCode() == 8, told(program).constData());
    QCOMPARE(program.error().value("kind"_L1).toString(), u"flow_timed_out"_s);
    QCOMPARE(program.out(), QByteArray());
}

void CliFlowTest::endsOnCtrlC()
{
    ScriptedServer server;
    script(server, page({}), Response::stall());
    QStringList command = against(server);
    command.removeOne(u"--json"_s);
    Program program(command);
    allowRoot(program);
    program.start();
    QTRY_VERIFY2_WITH_TIMEOUT(
        program.err().contains("The flow is open"), told(program).constData(), 30'000);
    program.sendSignal(SIGINT);
    program.run();
    QVERIFY2(program.exitCode() == 7, told(program).constData());
    QCOMPARE(program.out(), QByteArray());
    QVERIFY2(saysNoSecret(program), told(program).constData());
}

QTEST_GUILESS_MAIN(CliFlowTest)
#include "tst_cliflow.moc"
